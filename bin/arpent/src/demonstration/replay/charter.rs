//! The charter: opened from its file, as a draft that everyone reads; then published, signed, told of, discussed.

use anyhow::{Context as _, Result, anyhow};
use arpent_charter::commands::articles::{self, ArticleSheet};
use arpent_charter::commands::charters::open_version;
use arpent_charter::commands::files::bring_in;
use arpent_charter::commands::paper::{self, Sheet};
use arpent_charter::commands::publishing::{self, Publication};
use arpent_charter::commands::reports::{self, NewReport};
use arpent_charter::commands::signatures::{self, Filled};
use arpent_charter::commands::suggestions::{self, Proposal};
use arpent_charter::commands::supports::{self, Offer};
use arpent_charter::domain::charter::{Charter, Version, draft, in_force};
use arpent_charter::domain::file::CharterFile;
use arpent_charter::domain::signature::Who;
use arpent_charter::domain::sub::{Item, ItemKind, SubCharter};
use arpent_charter::domain::text::Article;
use arpent_charter::store;
use arpent_commons::domain::contribution::{AnswerStatus, Contribution};
use arpent_commons::domain::people::{Capacity, Organisation};
use arpent_commons::store::contributions;
use arpent_core::Id;
use arpent_web::Caller;

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{self, Behind, CHARTER, CharterAct, InitiativeFile, Signature, Suggestion, Told};

/// A key among others, from 1.
fn ranked<T: Clone>(all: &[T], rank: usize) -> Result<T> {
    rank.checked_sub(1).and_then(|at| all.get(at)).cloned().ok_or_else(|| anyhow!("nothing of rank {rank}"))
}

impl Replay<'_> {
    pub(super) async fn charter(
        &mut self,
        file: &InitiativeFile,
        told: &schema::Charter,
        act: CharterAct<'_>,
    ) -> Result<()> {
        let by = self.acting(&told.by).await?;
        if let CharterAct::Open = act {
            let text: CharterFile = toml::from_str(CHARTER).context("charter/biodiversite.toml")?;
            return self.allowed(bring_in(&by, self.initiative(file)?, &text).await).map(drop);
        }
        let charter = store::charters::of_initiative(&self.app.db, self.initiative(file)?).await?;
        let charter = charter.ok_or_else(|| anyhow!("no charter is open"))?;
        match act {
            CharterAct::Open => Ok(()),
            CharterAct::Rest(behind) => self.rest(file, (&by, &charter), behind).await,
            CharterAct::Next => self.allowed(open_version(&by, charter.id).await).map(drop),
            CharterAct::Publish(version) => self.edition((&by, &charter), version).await,
            CharterAct::Sign(one) => self.sign(file, (&by, &charter), one).await,
            CharterAct::TakeBack(one) => self.take_back(file, one).await,
            CharterAct::Tell(one) => self.tell(file, (&by, &charter), one).await,
            CharterAct::Suggest(one) => self.suggest(file, &charter, one).await,
            CharterAct::Answer(one) => self.answer_suggestion(file, &by, one).await,
            CharterAct::Offer(one) => {
                let day = one.on.map(|on| self.day(on));
                let offer = Offer { kind: one.kind.clone(), title: one.title.clone(), text: one.text.clone(), day };
                self.allowed(supports::offer(&by, charter.id, &offer).await).map(drop)
            }
        }
    }

    async fn versions(&self, charter: &Charter) -> Result<Vec<Version>> {
        Ok(store::charters::versions(&self.app.db, charter.id).await?)
    }

    async fn last(&self, charter: &Charter) -> Result<Version> {
        in_force(&self.versions(charter).await?).cloned().ok_or_else(|| anyhow!("no version is in force"))
    }

    async fn text(&self, version: &Version) -> Result<Vec<Article>> {
        Ok(store::articles::of_version(&self.app.db, version.id).await?)
    }

    async fn rest(&self, file: &InitiativeFile, (by, charter): (&Caller, &Charter), behind: &Behind) -> Result<()> {
        let version = draft(&self.versions(charter).await?).cloned().ok_or_else(|| anyhow!("no draft"))?;
        let article = ranked(&self.text(&version).await?, behind.article)?;
        let mut numbers = Vec::new();
        for key in &behind.contributions {
            let id: Id<Contribution> = self.said(file, key)?;
            let said = contributions::by_id(&self.app.db, id).await?.ok_or_else(|| anyhow!("`{key}` is gone"))?;
            numbers.push(said.number.to_string());
        }
        let sheet = ArticleSheet {
            position: article.position,
            orientation: article.orientation.clone(),
            title: article.title.clone(),
            text: article.text(),
            rests_on: numbers.join(", "),
        };
        self.allowed(articles::put(by, charter.id, Some((article.id, article.revision)), &sheet).await).map(drop)
    }

    async fn edition(&self, (by, charter): (&Caller, &Charter), told: &schema::Edition) -> Result<()> {
        let wanted = Publication {
            from: Some(self.day(told.day)),
            to: Some(self.day(told.to)),
            deliberation: told.deliberation.clone(),
        };
        self.allowed(publishing::publish(by, charter.id, &wanted).await).map(drop)
    }

    async fn menu(&self, charter: &Charter, kind: &str) -> Result<SubCharter> {
        let menus = store::subs::of_version(&self.app.db, self.last(charter).await?.id).await?;
        menus.into_iter().find(|sub| sub.kind.code() == kind).ok_or_else(|| anyhow!("no sub-charter is for {kind}"))
    }

    fn signatory(&self, one: &Signature) -> Result<Option<Id<Organisation>>> {
        one.organisation.as_deref().map(|key| self.keys.get(Kind::Organisation, "", key)).transpose()
    }

    async fn sign(&mut self, file: &InitiativeFile, (by, charter): (&Caller, &Charter), one: &Signature) -> Result<()> {
        let menu = self.menu(charter, &one.sub).await?;
        let actions: Vec<Id<Item>> = menu.of(ItemKind::Action).map(|item| item.id).collect();
        let mut items = one.actions.iter().map(|rank| ranked(&actions, *rank)).collect::<Result<Vec<_>>>()?;
        items.extend(menu.of(ItemKind::Prohibition).map(|item| item.id));
        let signed = if let Some(person) = &one.person {
            self.sign_here((&self.acting(person).await?, charter), &menu, items, one).await?
        } else {
            let sheet = Sheet {
                sub: Some(menu.id),
                organisation: self.signatory(one)?,
                signer: one.signer.clone(),
                email: String::new(),
                proof: one.proof.clone(),
                signed_on: None,
                items,
                commitments: one.commitments.clone(),
                reservations: one.reservations.clone(),
                public_name: one.named,
                submission: format!("{}-{}", file.initiative.key, one.key),
            };
            self.allowed(paper::key(by, charter.id, &sheet).await)?.code
        };
        let signature = store::signatures::by_code(&self.app.db, &signed).await?;
        let signature = signature.ok_or_else(|| anyhow!("the signature is gone"))?;
        self.keys.put(Kind::Signature, &file.initiative.key, &one.key, signature.id);
        Ok(())
    }

    async fn sign_here(
        &self,
        (hand, charter): (&Caller, &Charter),
        menu: &SubCharter,
        items: Vec<Id<Item>>,
        one: &Signature,
    ) -> Result<String> {
        let who = self.signatory(one)?.map_or(Who::Oneself, Who::Organisation);
        let id = self.allowed(signatures::begin(hand, charter.id, &who).await)?;
        let words = Filled::Words {
            commitments: one.commitments.clone(),
            reservations: one.reservations.clone(),
            public_name: one.named,
        };
        for step in [Filled::Sub(menu.id), Filled::Choices(items), words] {
            self.allowed(signatures::keep(hand, id, &step).await)?;
        }
        Ok(self.allowed(signatures::sign(hand, id).await)?.code)
    }

    async fn take_back(&self, file: &InitiativeFile, one: &Signature) -> Result<()> {
        let taken = one.taken_back.as_ref().ok_or_else(|| anyhow!("nothing is taken back"))?;
        let hand = one.person.as_deref().ok_or_else(|| anyhow!("nobody takes it back"))?;
        let id = self.keys.get(Kind::Signature, &file.initiative.key, &one.key)?;
        self.allowed(signatures::withdraw(&self.acting(hand).await?, id, &taken.why).await)
    }

    async fn tell(&self, file: &InitiativeFile, (by, charter): (&Caller, &Charter), one: &Told) -> Result<()> {
        let id = self.keys.get(Kind::Signature, &file.initiative.key, &one.signature)?;
        let signed = told_by(file, &one.signature)?;
        let actions: Vec<Id<Item>> =
            self.menu(charter, &signed.sub).await?.of(ItemKind::Action).map(|item| item.id).collect();
        let new = NewReport {
            item: Some(ranked(&actions, one.action)?),
            year: self.day(one.day).year().to_string(),
            text: one.text.clone(),
            place: one.place.clone(),
            quantity: one.quantity.clone(),
            unit: one.unit.clone(),
            submission: format!("{}-{}-{}-{}", file.initiative.key, one.signature, one.day, one.action),
            ..NewReport::default()
        };
        self.allowed(reports::add(by, id, &new).await).map(drop)
    }

    async fn suggest(&mut self, file: &InitiativeFile, charter: &Charter, one: &Suggestion) -> Result<()> {
        let version = self.last(charter).await?;
        let article = ranked(&self.text(&version).await?, one.article)?;
        let hand = match &one.person {
            Some(person) => self.acting(person).await?,
            None => self.public(),
        };
        let organisation = one.organisation.as_deref().map(|key| self.keys.get(Kind::Organisation, "", key));
        let new = Proposal {
            version: version.id,
            paragraph: ranked(&article.paragraphs, one.paragraph)?.id,
            proposed: one.proposed.clone(),
            why: one.why.clone(),
            capacity: Some(code(Capacity::parse, &one.capacity)?),
            organisation: organisation.transpose()?,
            email: String::new(),
            submission: format!("{}-{}", file.initiative.key, one.key),
        };
        let said = self.allowed(suggestions::propose(&hand, &new).await)?;
        self.keys.put(Kind::Contribution, &file.initiative.key, &one.key, said.id);
        Ok(())
    }

    async fn answer_suggestion(&self, file: &InitiativeFile, by: &Caller, one: &Suggestion) -> Result<()> {
        let answer = one.answer.as_ref().ok_or_else(|| anyhow!("nothing is answered"))?;
        let id = self.said(file, &one.key)?;
        let status = code(AnswerStatus::parse, &answer.status)?;
        self.allowed(suggestions::answer(by, id, status, &answer.reason).await)?;
        if answer.taken {
            self.allowed(suggestions::take_up(by, id, true).await)?;
        }
        Ok(())
    }
}

fn told_by<'a>(file: &'a InitiativeFile, key: &str) -> Result<&'a Signature> {
    let charter = file.charter.as_ref().ok_or_else(|| anyhow!("no charter"))?;
    charter.signature.iter().find(|one| one.key == key).ok_or_else(|| anyhow!("no signature `{key}`"))
}
