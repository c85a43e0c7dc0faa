//! A démarche is prepared, opened, and one day closed.

use anyhow::{Result, anyhow};
use arpent_commons::commands::closing::{self, Ending};
use arpent_commons::commands::decisions;
use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::domain::decisions::{ConsultationKind, ConsultationSheet, Opinion, Vote};
use arpent_commons::domain::initiative::{PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::{Area, Organisation};
use arpent_commons::domain::templates::InitiativeTemplate;
use arpent_core::Id;

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{self, Consultation, InitiativeFile, Question};

/// Stands for every commune.
const EVERYWHERE: &str = "*";

impl Replay<'_> {
    pub(super) async fn prepare(&mut self, file: &InitiativeFile) -> Result<()> {
        let described = &file.initiative;
        let owner = self.acting(&described.owner).await?;
        let draft = self.draft(described);
        let template = InitiativeTemplate::named(&described.template)
            .ok_or_else(|| anyhow!("no template is named `{}`", described.template))?;
        let prepared = initiatives::prepare_from(&owner, &draft, &described.slug, template).await;
        let initiative = self.allowed(prepared)?;
        let id = initiative.id;
        self.keys.put(Kind::Initiative, "", &described.key, id);
        self.allowed(initiatives::set_phases(&owner, id, &self.phases(file)?).await)?;
        self.allowed(initiatives::set_scope(&owner, id, &scope(file)).await)?;
        let (areas, partners) = (self.areas(described)?, self.partners(described)?);
        self.allowed(initiatives::set_partners(&owner, id, &areas, &partners).await)?;
        self.grant_on(&owner, &described.key).await
    }

    fn draft(&self, described: &schema::Initiative) -> Draft {
        let person = |key: &str| self.story.territory.person.iter().find(|person| person.key == key);
        let organisation = |key: &str| self.story.territory.organisation.iter().find(|one| one.key == key);
        let sponsor = person(&described.sponsor).map(|person| person.name.clone());
        let carried_by = organisation(&described.sponsor_organisation).map(|one| one.name.clone());
        let sponsor: Vec<String> = sponsor.into_iter().chain(carried_by).collect();
        Draft {
            title: described.title.clone(),
            title_en: described.title_en.clone(),
            purpose: described.purpose.clone(),
            purpose_en: described.purpose_en.clone(),
            sponsor: sponsor.join(", "),
            promise_level: described.promise_level.clone(),
            promise: described.promise.clone(),
            who_decides: described.who_decides.text.clone(),
            who_answers: described.who_answers.text.clone(),
            answer_delay_days: described.answer_delay_days.to_string(),
            next_day: self.day(described.next_date.day).to_string(),
            next_text: described.next_date.text.clone(),
        }
    }

    fn phases(&self, file: &InitiativeFile) -> Result<Vec<PhaseDates>> {
        let phase = |phase: &schema::Phase| {
            Ok(PhaseDates {
                step: code(Step::parse, &phase.key)?,
                title: phase.title.clone(),
                text: phase.text.clone(),
                start: self.day(phase.start_day),
                end: self.day(phase.end_day),
            })
        };
        file.phase.iter().map(phase).collect()
    }

    fn areas(&self, described: &schema::Initiative) -> Result<Vec<Id<Area>>> {
        if described.areas.iter().any(|code| code == EVERYWHERE) {
            return self.story.communes.iter().map(|commune| self.area(&commune.code)).collect();
        }
        described.areas.iter().map(|code| self.area(code)).collect()
    }

    fn partners(&self, described: &schema::Initiative) -> Result<Vec<(Id<Organisation>, String)>> {
        let partner = |partner: &schema::Partner| {
            Ok((self.keys.get(Kind::Organisation, "", &partner.organisation)?, partner.part.clone()))
        };
        described.organisations.iter().map(partner).collect()
    }

    pub(super) async fn open(&self, file: &InitiativeFile) -> Result<()> {
        let owner = self.acting(&file.initiative.owner).await?;
        self.allowed(initiatives::open(&owner, self.initiative(file)?).await)
    }

    pub(super) async fn close(&self, file: &InitiativeFile) -> Result<()> {
        let facilitator = self.facilitator(file).await?;
        let words = file.initiative.closing_text.clone().unwrap_or_default();
        let ending = Ending { words, no_decision_reason: String::new() };
        self.allowed(closing::close(&facilitator, self.initiative(file)?, &ending).await)
    }

    pub(super) async fn consult(&mut self, file: &InitiativeFile, consultation: &Consultation) -> Result<()> {
        let author = self.acting(&consultation.author).await?;
        let opinion = consultation.opinion.as_deref().map(|opinion| code(Opinion::parse, opinion));
        let vote = |vote: &schema::Vote| {
            Ok(Vote {
                organisation: self.keys.get(Kind::Organisation, "", &vote.organisation)?,
                name: String::new(),
                in_favour: vote.r#for,
                against: vote.against,
                abstained: vote.abstain,
            })
        };
        let sheet = ConsultationSheet {
            kind: code(ConsultationKind::parse, &consultation.kind)?,
            body: consultation.body.clone(),
            subject: consultation.subject.clone(),
            sent: self.day(consultation.sent_day),
            met: self.day(consultation.met_day),
            opinion: opinion.transpose()?,
            unanimous: consultation.unanimous,
            text: consultation.text.clone(),
            votes: consultation.votes.iter().map(vote).collect::<Result<_>>()?,
        };
        let recorded = decisions::record_consultation(&author, self.initiative(file)?, &sheet).await;
        let id = self.allowed(recorded)?;
        self.keys.put(Kind::Consultation, &file.initiative.key, &consultation.key, id);
        Ok(())
    }
}

fn scope(file: &InitiativeFile) -> Vec<ScopeQuestion> {
    let question = |open: bool| {
        move |asked: &Question| ScopeQuestion { open, question: asked.question.clone(), reason: asked.reason.clone() }
    };
    let open = file.scope.open.iter().map(question(true));
    open.chain(file.scope.closed.iter().map(question(false))).collect()
}
