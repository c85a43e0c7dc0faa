//! Codes in the words of the reader, and the rules said beforehand.

use arpent_texts::{date, date_short, euros};
use arpent_web::Ctx;

use crate::domain::phase::{Phase, Step};
use crate::domain::project::{Envelope, ProjectState};
use crate::domain::settings::{Access, BallotKind, Completion, Rule, Settings, Ties};
use crate::domain::works::{LineKind, Stage};
use crate::texts::Texts;

/// The words of a code: `key-code`, underscores as hyphens.
pub(super) fn word(t: Texts, key: &str, code: &str) -> &'static str {
    t.say(&format!("{key}-{}", code.replace('_', "-"))).unwrap_or("")
}

/// A step.
pub(super) fn step(t: Texts, step: Step) -> &'static str {
    word(t, "step", step.code())
}

/// Where a project stands, with the meaning of its colour; once votes are counted, whether it won.
pub(super) fn state(t: Texts, state: ProjectState, won: Option<bool>) -> (&'static str, &'static str) {
    match (state, won) {
        (ProjectState::Admissible, Some(true)) => return ("success", t.project_won()),
        (ProjectState::Admissible, Some(false)) => return ("", t.project_lost()),
        _ => {}
    }
    let meaning = match state {
        ProjectState::Study => "info",
        ProjectState::Admissible => "success",
        ProjectState::Refused | ProjectState::Withdrawn => "attention",
        ProjectState::Merged => "",
    };
    (meaning, word(t, "project", state.code()))
}

/// How far works are.
pub(super) fn stage(t: Texts, stage: Stage) -> &'static str {
    word(t, "stage", stage.code())
}

/// What an amount is.
pub(super) fn line(t: Texts, kind: LineKind) -> &'static str {
    word(t, "line", kind.code())
}

/// From one day to another.
pub(super) fn days(ctx: &Ctx, phase: &Phase) -> String {
    Texts::new(ctx.lang).from_to(date(ctx.lang, phase.start), date(ctx.lang, phase.end))
}

/// The same, where there is little room.
pub(super) fn short_days(ctx: &Ctx, phase: &Phase) -> String {
    Texts::new(ctx.lang).from_to(date_short(ctx.lang, phase.start), date_short(ctx.lang, phase.end))
}

/// What one does on the ballot.
pub(super) fn ballot(ctx: &Ctx, settings: &Settings, amount: i64) -> String {
    let t = Texts::new(ctx.lang);
    match settings.ballot {
        BallotKind::Approval => t.how_approval(settings.most),
        BallotKind::Knapsack => t.how_knapsack(euros(ctx.lang, amount)),
        BallotKind::Points => t.how_points(settings.most),
        BallotKind::Ranked => t.how_ranked(settings.most),
        BallotKind::Grades => t.how_grades().to_owned(),
    }
}

/// Every rule of a budget, said before anyone votes.
pub(super) fn rules(ctx: &Ctx, settings: &Settings, envelopes: &[Envelope]) -> Vec<String> {
    let t = Texts::new(ctx.lang);
    let amount = envelopes.iter().map(|envelope| envelope.amount).sum();
    let mut rules = vec![word(t, "who", settings.access.code()).to_owned()];
    if settings.min_age > 0 {
        rules.push(t.rule_age(settings.min_age));
    }
    rules.push(ballot(ctx, settings, amount));
    rules.push(word(t, "rule", settings.rule.code()).to_owned());
    if settings.rule == Rule::Shares {
        rules.push(word(t, "completion", settings.completion.code()).to_owned());
    }
    if envelopes.len() > 1 {
        rules.push(t.rule_envelopes().to_owned());
    }
    rules.push(word(t, "ties", settings.ties.code()).to_owned());
    rules
        .extend([t.rule_too_dear(), t.rule_withdrawn(), t.rule_mind(), t.rule_once(), t.rule_secret()].map(Into::into));
    rules
}

/// The choices of a form, each in words: key of the words, codes.
pub(super) fn choices(t: Texts, key: &str, codes: &[&'static str], held: &str) -> Vec<arpent_web::Choice> {
    codes.iter().map(|code| arpent_web::Choice::new(*code, word(t, key, code), held)).collect()
}

/// The codes of everything that a budget settles.
pub(super) fn codes() -> [(&'static str, Vec<&'static str>); 5] {
    [
        ("ballot", BallotKind::ALL.iter().map(|one| one.code()).collect()),
        ("rule", Rule::ALL.iter().map(|one| one.code()).collect()),
        ("completion", Completion::ALL.iter().map(|one| one.code()).collect()),
        ("ties", Ties::ALL.iter().map(|one| one.code()).collect()),
        ("access", Access::ALL.iter().map(|one| one.code()).collect()),
    ]
}
