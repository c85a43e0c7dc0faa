//! Add1: endowments raised step by step, from one change to the next.

use super::float::{Endowment, Run, Runner};
use crate::count::Counting;
use crate::election::Election;
use crate::error::Error;
use crate::options::Add1;
use crate::outcome::{Raised, Stop};
use crate::rules::field::Field;
use crate::rules::room::Room;

/// The run that decides.
pub(crate) struct Deciding {
    pub(crate) run: Run,
    pub(crate) endowment: Endowment,
    pub(crate) raised: Option<Raised>,
}

/// Endowments after each number of steps.
struct Ladder {
    start: u128,
    people: u64,
    increment: u64,
}

impl Ladder {
    fn new(election: &Election, add1: Option<Add1>) -> Self {
        let people = election.turnout();
        let budget = u128::from(election.budget());
        let unit = u128::from(people.max(1)) * u128::from(election.scale());
        let integral = add1.is_some_and(|one| one.integral);
        let start = if integral { budget / unit * unit } else { budget };
        let increment = add1.and_then(|one| one.increment).unwrap_or_else(|| election.scale());
        Self { start, people, increment }
    }

    fn at(&self, steps: u64) -> Endowment {
        let more = u128::from(steps) * u128::from(self.increment) * u128::from(self.people);
        Endowment { numerator: self.start + more, people: self.people }
    }
}

/// Runs the method, raising endowments if that was asked for.
pub(crate) fn raise(counting: &Counting<'_>, field: &Field, add1: Option<Add1>) -> Result<Deciding, Error> {
    let election = counting.election;
    let ladder = Ladder::new(election, add1);
    let room = Room::new(election, &counting.options.envelopes);
    let mut runner = Runner::new(field, &counting.ranks, &room);
    if let Some(endowment) = counting.endowment {
        return Ok(Deciding { run: runner.run(endowment, 0.0), endowment, raised: None });
    }
    let Some(add1) = add1 else {
        return Ok(Deciding { run: runner.run(ladder.at(0), 0.0), endowment: ladder.at(0), raised: None });
    };
    if ladder.increment == 0 {
        return Err(Error::Increment);
    }
    let climb = Climb { field, room: &room, election, add1 };
    let (steps, stop, runs) = climb.to_the_end(&ladder, &mut runner);
    let raised = Raised { steps, increment: ladder.increment, stop, runs };
    Ok(Deciding { run: runner.run(ladder.at(steps), 0.0), endowment: ladder.at(steps), raised: Some(raised) })
}

struct Climb<'a> {
    field: &'a Field,
    room: &'a Room,
    election: &'a Election,
    add1: Add1,
}

impl Climb<'_> {
    /// How many steps, why no more, and how many runs that took.
    fn to_the_end(&self, ladder: &Ladder, runner: &mut Runner<'_>) -> (u64, Stop, u64) {
        let increment = ladder.increment as f64;
        let everything: u64 = self.field.contests.iter().map(|contest| contest.cost).sum();
        let (mut steps, mut hope, mut runs) = (0_u64, 0.0, 0);
        // A reach that was too much to hope for is not hoped for again at once: runs without one to make, and to make next time.
        let (mut rest, mut patience) = (0_u32, 1_u32);
        loop {
            let endowment = ladder.at(steps);
            let run = runner.run(endowment, hope);
            runs += 1;
            let cost: u64 = run.bought.iter().map(|at| self.field.contests[*at].cost).sum();
            if cost > self.election.budget() {
                return (steps.saturating_sub(1), Stop::Overspent, runs);
            }
            if let Some(stop) = self.stops(&run) {
                return (steps, stop, runs);
            }
            // Each supporter could pay for everything: more money changes nothing.
            if endowment.numerator >= u128::from(everything) * u128::from(endowment.people.max(1)) {
                return (steps, Stop::Everything, runs);
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "floor of a bounded positive number"
            )]
            let alike = (run.reach / increment * (1.0 - 1e-9)).clamp(0.0, 1e15) as u64;
            steps += alike + 1;
            let failed = hope > 0.0 && run.reach <= 0.0;
            patience = if failed {
                (patience * 2).min(8)
            } else if hope > 0.0 {
                1
            } else {
                patience
            };
            rest = if failed { patience - 1 } else { rest.saturating_sub(1) };
            hope = if rest > 0 { 0.0 } else { (run.reach * 4.0).max(increment * 4.0) };
        }
    }

    fn stops(&self, run: &Run) -> Option<Stop> {
        let mut room = self.room.clone();
        let mut bought = vec![false; self.field.contests.len()];
        for at in &run.bought {
            room.take(self.field.contests[*at].place, self.field.contests[*at].cost);
            bought[*at] = true;
        }
        let others = || self.field.contests.iter().zip(&bought).filter(|(one, bought)| !**bought && one.cost > 0);
        if others().next().is_none() {
            return Some(Stop::Everything);
        }
        let fits = others().any(|(contest, _)| room.holds(contest.place, contest.cost));
        (self.add1.exhaustive && !fits).then_some(Stop::Exhausted)
    }
}
