//! What people say, and what is done with it.

use anyhow::{Context as _, Result, anyhow};
use arpent_commons::commands::contributions::{self, Author, NewContribution};
use arpent_commons::commands::themes;
use arpent_commons::domain::contribution::{Channel, ContributionState, ModerationGround};
use arpent_commons::domain::people::{Capacity, Power};
use arpent_core::Id;
use arpent_proposals::commands::assignments::{self, Wanted};
use arpent_proposals::commands::comments::{self, NewComment};
use arpent_proposals::commands::supports::{self, Counted};
use arpent_proposals::domain::assignment::Assigned;
use arpent_proposals::domain::comment::Alignment;
use arpent_web::Caller;

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{
    Assignment, Comment, Contribution, InitiativeFile, Merge, Moderation, Person, Support, Theme,
};

impl Replay<'_> {
    pub(super) async fn contribute(&mut self, file: &InitiativeFile, said: &Contribution) -> Result<()> {
        let channel = code(Channel::parse, &said.channel)?;
        let speaker = self.speaker(said)?;
        let (caller, author) = self.at_the_keyboard(file, channel, speaker).await?;
        let organisation = said.organisation.as_deref().map(|key| self.keys.get(Kind::Organisation, "", key));
        let new = NewContribution {
            initiative: self.initiative(file)?,
            title: said.title.clone(),
            text: said.text.clone(),
            channel,
            capacity: code(Capacity::parse, &said.capacity)?,
            organisation: organisation.transpose()?,
            area: Some(self.area(&said.commune)?),
            place: said.place.clone(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: address(said, speaker),
            submission: format!("{}-{}", file.initiative.key, said.key),
            said_on: Some(self.day(said.day)),
            author,
        };
        let submitted = self.allowed(contributions::submit(&caller, &new).await)?;
        self.keys.put(Kind::Contribution, &file.initiative.key, &said.key, submitted.id);
        Ok(())
    }

    /// Who speaks, when she is known: the author, or the first person who may speak for the organisation.
    fn speaker(&self, said: &Contribution) -> Result<Option<&Person>> {
        let people = &self.story.territory.person;
        if let Some(key) = &said.author {
            return people.iter().find(|person| person.key == *key).with_context(|| key.clone()).map(Some);
        }
        let Some(organisation) = &said.organisation else { return Ok(None) };
        let may_speak = |person: &&Person| {
            let speaks = |m: &crate::demonstration::schema::Mandate| {
                m.organisation == *organisation && m.power == Power::Speak.code()
            };
            person.mandates.iter().any(speaks)
        };
        people.iter().find(may_speak).with_context(|| format!("nobody may speak for {organisation}")).map(Some)
    }

    /// On the site, people type for themselves; elsewhere, a facilitator keys for them.
    async fn at_the_keyboard(
        &self,
        file: &InitiativeFile,
        channel: Channel,
        speaker: Option<&Person>,
    ) -> Result<(Caller, Author)> {
        match (channel, speaker) {
            // Nobody reads a letter of the past: their addresses are vouched for, no code is asked.
            (Channel::Web, None) => Ok((self.operator(), Author::Nobody)),
            (Channel::Web, Some(person)) => Ok((self.acting(&person.key).await?, Author::Caller)),
            (_, None) => Ok((self.facilitator(file).await?, Author::Nobody)),
            (_, Some(person)) => Ok((self.facilitator(file).await?, Author::Person(self.person(&person.key)?))),
        }
    }

    pub(super) fn said(
        &self,
        file: &InitiativeFile,
        key: &str,
    ) -> Result<Id<arpent_commons::domain::contribution::Contribution>> {
        self.keys.get(Kind::Contribution, &file.initiative.key, key)
    }

    pub(super) async fn moderate(&self, file: &InitiativeFile, moderation: &Moderation) -> Result<()> {
        let state = match moderation.decision.as_str() {
            "hide" => ContributionState::Hidden,
            "publish" => ContributionState::Published,
            other => return Err(anyhow!("unknown decision `{other}`")),
        };
        let ground = code(ModerationGround::parse, &moderation.reason_code)?;
        let (caller, said) = (self.acting(&moderation.by).await?, self.said(file, &moderation.contribution)?);
        self.allowed(contributions::moderate(&caller, said, state, ground, &moderation.reason).await)
    }

    pub(super) async fn comment(&self, file: &InitiativeFile, comment: &Comment) -> Result<()> {
        let caller = self.acting(&comment.person).await?;
        let new = NewComment {
            contribution: self.said(file, &comment.contribution)?,
            reply_to: None,
            alignment: code(Alignment::parse, &comment.alignment)?,
            text: comment.text.clone(),
            submission: format!("{}-{}-{}-{}", file.initiative.key, comment.contribution, comment.person, comment.day),
        };
        self.allowed(comments::write(&caller, &new).await).map(drop)
    }

    /// People with an account support for themselves; the others raised their hand at a stand, and were counted.
    pub(super) async fn support(&self, file: &InitiativeFile, support: &Support) -> Result<()> {
        let said = self.said(file, &support.contribution)?;
        for person in &support.people {
            let caller = self.acting(person).await?;
            self.allowed(supports::set(&caller, said, true).await)?;
        }
        if support.others == 0 {
            return Ok(());
        }
        let counted = Counted {
            contribution: said,
            channel: Channel::Outing,
            count: support.others,
            counted_on: None,
            submission: format!("{}-{}-gathered", file.initiative.key, support.contribution),
        };
        let facilitator = self.facilitator(file).await?;
        self.allowed(supports::gather(&facilitator, &counted).await)
    }

    pub(super) async fn theme(&mut self, file: &InitiativeFile, theme: &Theme) -> Result<()> {
        let caller = self.acting(&theme.by).await?;
        let created = themes::create(&caller, self.initiative(file)?, &theme.title, &theme.summary).await;
        let id = self.allowed(created)?;
        self.keys.put(Kind::Theme, &file.initiative.key, &theme.key, id);
        Ok(())
    }

    pub(super) async fn classify(&self, file: &InitiativeFile, theme: &Theme, said: &str) -> Result<()> {
        let caller = self.acting(&theme.by).await?;
        let id = self.keys.get(Kind::Theme, &file.initiative.key, &theme.key)?;
        self.allowed(contributions::classify(&caller, &[self.said(file, said)?], Some(id)).await)
    }

    pub(super) async fn merge(&self, file: &InitiativeFile, merge: &Merge) -> Result<()> {
        let caller = self.acting(&merge.by).await?;
        let (kept, merged) = (self.said(file, &merge.kept)?, self.said(file, &merge.merged)?);
        self.allowed(contributions::merge(&caller, kept, merged, &merge.reason).await)
    }

    pub(super) async fn assign(&self, file: &InitiativeFile, assignment: &Assignment) -> Result<()> {
        let what = match (&assignment.theme, &assignment.contribution) {
            (Some(theme), None) => Assigned::Theme(self.keys.get(Kind::Theme, &file.initiative.key, theme)?),
            (None, Some(said)) => Assigned::Contribution(self.said(file, said)?),
            _ => return Err(anyhow!("an assignment names a theme or a contribution")),
        };
        let wanted = Wanted {
            unit: Some(self.keys.get(Kind::Unit, "", &assignment.unit)?),
            assignee: Some(self.person(&assignment.assignee)?),
            due_day: Some(self.day(assignment.due_day)),
            note: assignment.internal_note.clone(),
        };
        let facilitator = self.facilitator(file).await?;
        self.allowed(assignments::assign(&facilitator, &[what], &wanted).await)
    }
}

fn address(said: &Contribution, speaker: Option<&Person>) -> String {
    match speaker {
        _ if !said.email => String::new(),
        Some(person) => person.email.clone(),
        None => format!("{}@exemple.fr", said.key),
    }
}
