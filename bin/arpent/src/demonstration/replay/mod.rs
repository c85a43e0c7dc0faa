//! Does each act as the person concerned would, on the day she did it.

mod budget;
mod charter;
mod deciding;
mod judging;
mod keys;
mod mapping;
mod meeting;
mod opening;
mod territory;
mod trying;
mod voices;
mod worksites;

use anyhow::{Context as _, Result, anyhow};
use arpent_commons::domain::initiative::Initiative;
use arpent_core::permission::Person;
use arpent_core::{FixedClock, Id, clock};
use arpent_web::{App, Caller, Refusal, caller, identity};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::plan::{self, Act, Step};
use super::schema::{InitiativeFile, Offset, Story};
use crate::texts::Texts;
use crate::trouble::refused;
use keys::{Keys, Kind};

/// The day people, roles and the territory are recorded: the first one on which a role holds.
const FOUNDATION: Offset = -400;
/// People start their day at eight, and act one after the other.
const MORNING: SignedDuration = SignedDuration::from_hours(8);
const PACE: SignedDuration = SignedDuration::from_mins(4);

/// A replay under way.
pub struct Replay<'a> {
    app: &'a App,
    clock: &'a FixedClock,
    story: &'a Story,
    today: Date,
    t: Texts,
    keys: Keys,
}

impl std::fmt::Debug for Replay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replay").field("today", &self.today).finish_non_exhaustive()
    }
}

impl<'a> Replay<'a> {
    /// A replay of the story, as if the demonstration started on `today`.
    pub fn new(app: &'a App, clock: &'a FixedClock, story: &'a Story, today: Date, t: Texts) -> Self {
        Self { app, clock, story, today, t, keys: Keys::default() }
    }

    /// Replays everything.
    ///
    /// # Errors
    /// A command refuses an act.
    pub async fn run(mut self, progress: impl Fn(u64, u64)) -> Result<()> {
        let story = self.story;
        let steps = plan::steps(story, self.today);
        let total = steps.len() as u64;
        self.set_clock(FOUNDATION, 0);
        self.found().await.context("territory.toml")?;
        let mut turn = (FOUNDATION, 0);
        for (done, step) in steps.iter().enumerate() {
            turn = if turn.0 == step.day { (step.day, turn.1 + 1) } else { (step.day, 0) };
            self.set_clock(turn.0, turn.1);
            let file = &story.initiatives[step.initiative];
            let named =
                || format!("{}, day {}, rank {}: {}", file.initiative.key, step.day, step.act.rank(), step.act.key());
            self.act(step, file).await.with_context(named)?;
            progress(done as u64 + 1, total);
        }
        Ok(())
    }

    async fn act(&mut self, step: &Step<'a>, file: &'a InitiativeFile) -> Result<()> {
        match step.act {
            Act::Prepare => self.prepare(file).await,
            Act::Open => self.open(file).await,
            Act::Close => self.close(file).await,
            Act::Consult(consultation) => self.consult(file, consultation).await,
            Act::Contribute(said) => self.contribute(file, said).await,
            Act::Moderate(moderation) => self.moderate(file, moderation).await,
            Act::Comment(comment) => self.comment(file, comment).await,
            Act::Support(support) => self.support(file, support).await,
            Act::Theme(theme) => self.theme(file, theme).await,
            Act::Classify(theme, said) => self.classify(file, theme, said).await,
            Act::Merge(merge) => self.merge(file, merge).await,
            Act::Assign(assignment) => self.assign(file, assignment).await,
            Act::Announce(meeting) => self.announce(file, meeting).await,
            Act::Meet(meeting) => self.meet(file, meeting).await,
            Act::ComeOut(meeting, output) => self.come_out(file, meeting, output).await,
            Act::Metric(metric) => self.metric(file, metric).await,
            Act::Measure(measure) => self.measure(file, measure).await,
            Act::WriteOption(option) => self.option(file, option).await,
            Act::Authorise(experiment) => self.authorise(file, experiment).await,
            Act::Conclude(experiment) => self.conclude(file, experiment).await,
            Act::Decide(decision) => self.decide(file, decision).await,
            Act::Commit(commitment) => self.commit(file, commitment).await,
            Act::Compare(commitment) => self.compare(file, commitment).await,
            Act::Report(report) => self.report(file, report).await,
            Act::Withdraw(commitment) => self.withdraw(file, commitment).await,
            Act::Answer(answer) => self.answer(file, answer).await,
            Act::Learn(learning) => self.learn(file, learning).await,
            Act::Charter(charter, act) => self.charter(file, charter, act).await,
            Act::PrepareBudget(budget) => self.prepare_budget(file, budget).await,
            Act::Vote(budget) => self.vote(file, budget).await,
            Act::Count(budget) => self.count(file, budget).await,
            Act::FollowWorks(budget) => self.follow_works(file, budget).await,
            Act::DrawMap(mapping) => self.mapping(file, mapping).await,
            Act::Settle(barometer) => self.freeze(file, barometer).await,
            Act::Ask(barometer, wave) => self.ask(barometer, wave).await,
            Act::Collect(barometer, wave) => self.collect(barometer, wave).await,
            Act::Publish(barometer, wave) => self.publish(barometer, wave).await,
            Act::PublishWorksites(worksites) => self.publish_worksites(file, worksites).await,
            Act::Debrief(worksites, at) => self.debrief(worksites, at).await,
        }
    }

    fn set_clock(&self, day: Offset, turn: i32) {
        let at = clock::paris_midnight(self.day(day)).checked_add(MORNING + PACE * turn);
        self.clock.set(at.unwrap_or(Timestamp::MAX));
    }

    /// A day of the story on the calendar.
    fn day(&self, offset: Offset) -> Date {
        self.today.checked_add(i64::from(offset).days()).unwrap_or(self.today)
    }

    fn instant(&self, offset: Offset) -> Timestamp {
        clock::paris_midnight(self.day(offset))
    }

    /// The public, at the keyboard.
    fn public(&self) -> Caller {
        self.app.caller(arpent_core::Actor::public(), self.t.lang())
    }

    /// Whoever hosts the server, for the first account only.
    fn operator(&self) -> Caller {
        self.app.caller(caller::operator(), self.t.lang())
    }

    /// A person of the territory, with the rights she has that day.
    async fn acting(&self, key: &str) -> Result<Caller> {
        let actor = self.allowed(identity::actor_of(&self.app.db, self.person(key)?).await)?;
        Ok(self.app.caller(actor, self.t.lang()))
    }

    /// Who keys, counts and prepares when the story names nobody.
    async fn facilitator(&self, file: &InitiativeFile) -> Result<Caller> {
        let first = file.initiative.facilitators.first().ok_or_else(|| anyhow!("a démarche has no facilitator"))?;
        self.acting(first).await
    }

    fn person(&self, key: &str) -> Result<Id<Person>> {
        self.keys.get(Kind::Person, "", key)
    }

    fn initiative(&self, file: &InitiativeFile) -> Result<Id<Initiative>> {
        self.keys.get(Kind::Initiative, "", &file.initiative.key)
    }

    /// What a command answered, its refusal in words.
    fn allowed<T>(&self, outcome: Result<T, Refusal>) -> Result<T> {
        outcome.map_err(|refusal| refused(&refusal, self.t))
    }
}
