//! Decisions, commitments, answers.

use anyhow::{Result, anyhow};
use arpent_commons::commands::{answers, commitments, decisions};
use arpent_commons::domain::commitments::{NewCommitment, ReportState};
use arpent_commons::domain::contribution::{AnswerStatus, NewAnswer};
use arpent_commons::domain::decisions::{DecisionSheet, Dissent};
use arpent_core::{Id, Subject};

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{self, Answer, AnswerLink, Commitment, Decision, InitiativeFile, Learning, Report};

impl Replay<'_> {
    pub(super) async fn decide(&mut self, file: &InitiativeFile, decision: &Decision) -> Result<()> {
        let decider = self.acting(&decision.decider).await?;
        let sheet = self.decision_sheet(file, decision)?;
        let id = self.allowed(decisions::draft(&decider, self.initiative(file)?, &sheet).await)?;
        self.keys.put(Kind::Decision, &file.initiative.key, &decision.key, id);
        self.allowed(decisions::publish(&decider, id).await)
    }

    fn decision_sheet(&self, file: &InitiativeFile, decision: &Decision) -> Result<DecisionSheet> {
        let place = &file.initiative.key;
        Ok(DecisionSheet {
            title: decision.title.clone(),
            question: decision.question.clone(),
            examined: self.keys.all(Kind::Option, place, &decision.options)?,
            chosen: self.keys.all(Kind::Option, place, &decision.chosen)?,
            choice: decision.choice.clone(),
            reasons: decision.reasons.clone(),
            departs_from_verdict: decision.departs_from_verdict.clone(),
            organisation: self.keys.get(Kind::Organisation, "", &decision.organisation)?,
            legal_base: decision.legal_base.clone(),
            cost: decision.cost.clone(),
            cost_euros: Some(decision.cost_euros),
            review: self.day(decision.review_day),
            consultations: self.keys.all(Kind::Consultation, place, &decision.consultations)?,
            experiments: self.keys.all(Kind::Experiment, place, &decision.experiments)?,
            dissent: decision.dissent.iter().map(|dissent| self.dissent(dissent)).collect::<Result<_>>()?,
        })
    }

    fn dissent(&self, dissent: &schema::Dissent) -> Result<Dissent> {
        Ok(Dissent {
            person: Some(self.person(&dissent.person)?),
            organisation: Some(self.keys.get(Kind::Organisation, "", &dissent.organisation)?),
            text: dissent.text.clone(),
        })
    }

    pub(super) async fn commit(&mut self, file: &InitiativeFile, commitment: &Commitment) -> Result<()> {
        let place = &file.initiative.key;
        let holder = self.acting(&commitment.holder).await?;
        let before = commitment.before.as_deref().map(|key| self.keys.get(Kind::Measure, place, key));
        let new = NewCommitment {
            decision: self.keys.get(Kind::Decision, place, &commitment.decision)?,
            organisation: self.keys.get(Kind::Organisation, "", &commitment.organisation)?,
            text: commitment.text.clone(),
            metric: Some(self.keys.get(Kind::Metric, place, &commitment.metric)?),
            expected_change: commitment.expected_change.clone(),
            expected_value: commitment.expected_value,
            due: self.day(commitment.due_day),
            before: before.transpose()?,
        };
        let id = self.allowed(commitments::take(&holder, &new).await)?;
        self.keys.put(Kind::Commitment, place, &commitment.key, id);
        Ok(())
    }

    fn commitment(
        &self,
        file: &InitiativeFile,
        key: &str,
    ) -> Result<Id<arpent_commons::domain::commitments::Commitment>> {
        self.keys.get(Kind::Commitment, &file.initiative.key, key)
    }

    /// Once measured again, the facilitator names the two measures the commitment is judged by.
    pub(super) async fn compare(&self, file: &InitiativeFile, commitment: &Commitment) -> Result<()> {
        let place = &file.initiative.key;
        let (Some(before), Some(after)) = (&commitment.before, &commitment.after) else {
            return Err(anyhow!("a comparison needs a measure before and one after"));
        };
        let (before, after) =
            (self.keys.get(Kind::Measure, place, before)?, self.keys.get(Kind::Measure, place, after)?);
        let facilitator = self.facilitator(file).await?;
        let id = self.commitment(file, &commitment.key)?;
        self.allowed(commitments::compare(&facilitator, id, before, Some(after)).await)
    }

    pub(super) async fn report(&self, file: &InitiativeFile, report: &Report) -> Result<()> {
        let caller = self.acting(&report.by).await?;
        let state = code(ReportState::parse, &report.state)?;
        let id = self.commitment(file, &report.commitment)?;
        self.allowed(commitments::report(&caller, id, state, &report.text, &report.proof).await)
    }

    pub(super) async fn withdraw(&self, file: &InitiativeFile, commitment: &Commitment) -> Result<()> {
        let Some(withdrawal) = &commitment.withdrawal else { return Ok(()) };
        let caller = self.acting(&withdrawal.by).await?;
        let id = self.commitment(file, &commitment.key)?;
        self.allowed(commitments::withdraw(&caller, id, &withdrawal.reason).await)
    }

    pub(super) async fn learn(&self, file: &InitiativeFile, learning: &Learning) -> Result<()> {
        let caller = self.acting(&learning.by).await?;
        let commitment = learning.commitment.as_deref().map(|key| self.commitment(file, key));
        let id = self.initiative(file)?;
        self.allowed(commitments::learn(&caller, id, commitment.transpose()?, &learning.text).await)
    }

    pub(super) async fn answer(&self, file: &InitiativeFile, answer: &Answer) -> Result<()> {
        let caller = self.acting(&answer.by).await?;
        let status = code(AnswerStatus::parse, &answer.status)?;
        let ids = self.keys.all(Kind::Contribution, &file.initiative.key, &answer.contributions)?;
        let about: Vec<Subject> =
            answer.links.iter().map(|link| self.answer_link(file, link)).collect::<Result<_>>()?;
        self.allowed(answers::give(&caller, &ids, &NewAnswer::new(status, &answer.reason), &about).await)
    }

    fn answer_link(&self, file: &InitiativeFile, link: &AnswerLink) -> Result<Subject> {
        let (name, kind, key) = match link {
            AnswerLink { option: Some(key), .. } => ("option", Kind::Option, key),
            AnswerLink { decision: Some(key), .. } => ("decision", Kind::Decision, key),
            AnswerLink { experiment: Some(key), .. } => ("experiment", Kind::Experiment, key),
            _ => return Err(anyhow!("a link names an option, a decision or an experiment")),
        };
        Ok(Subject::new(name, self.keys.get::<()>(kind, &file.initiative.key, key)?))
    }
}
