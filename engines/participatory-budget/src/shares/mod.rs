//! The Method of Equal Shares: exact decisions at the speed of doubles.
//!
//! [`float`] runs the method on doubles that carry a bound of their own error, over a whole range of endowments at once, and
//! [`exact`] settles what that bound leaves open; [`raise`] walks through Add1 from one change to the next.

mod detail;
mod exact;
mod float;
mod line;
mod price;
mod purses;
mod raise;

use detail::rounds;
pub(crate) use float::Endowment;

use crate::count::Counting;
use crate::error::Error;
use crate::options::{Completion, Satisfaction};
use crate::outcome::{Outcome, Step, Winner};
use crate::rules::field::Field;
use crate::rules::greedy::fill;
use crate::rules::room::Room;

/// The method, with its completion.
pub(crate) fn equal_shares(
    counting: &Counting<'_>,
    satisfaction: Satisfaction,
    completion: Completion,
) -> Result<Outcome, Error> {
    let election = counting.election;
    let field = Field::new(election, satisfaction);
    let raised = raise::raise(counting, &field, completion.add1)?;
    let run = raised.run;
    let mut winners: Vec<Winner> =
        run.free.iter().map(|project| Winner { project: *project, step: Step::Free }).collect();
    winners.extend(run.bought.iter().map(|at| Winner { project: field.contests[*at].place, step: Step::Rule }));
    let mut ties = run.ties;
    let places: Vec<usize> = winners.iter().map(|winner| winner.project).collect();
    if completion.greedy {
        let mut room = Room::new(election, &counting.options.envelopes);
        for place in &places {
            room.take(*place, election.costs[*place]);
        }
        let (more, other) = fill(election, satisfaction, &counting.ranks, &mut room, &places, Step::Completion);
        winners.extend(more);
        ties.extend(other);
    }
    let cost = election.cost(winners.iter().map(|winner| winner.project));
    let mut outcome = Outcome::of(winners, cost, ties);
    if counting.rounds {
        outcome.rounds = rounds(election, &field, satisfaction, &raised.endowment, &run.bought);
    }
    outcome.endowment = Some(raised.endowment.in_currency(election.decimals()));
    outcome.raised = raised.raised;
    Ok(outcome)
}
