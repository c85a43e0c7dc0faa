//! Figures in words: each with its n and its interval, a change with what may be said of it, never one kind for the other.

use arpent_texts::{Lang, decimal, list, percent};

use crate::domain::cube::{Arrow, Change, Cube, Cut, Driver, Nature, Reading, Shown, Withheld};
use crate::texts::Texts;

/// A share as it is read aloud: "61 %".
pub(super) fn share(lang: Lang, value: f64) -> String {
    percent(lang, value, 0)
}

/// A share with its interval: "61 % (58 à 64)". A flow has none.
pub(super) fn estimate(lang: Lang, shown: &Shown) -> String {
    let t = Texts::new(lang);
    match shown.interval {
        Some((low, high)) => {
            t.estimate_with(decimal(lang, 100.0 * high, 0), decimal(lang, 100.0 * low, 0), share(lang, shown.value))
        }
        None => share(lang, shown.value),
    }
}

/// A figure, or why it is not there.
pub(super) fn reading(lang: Lang, reading: &Reading) -> String {
    let t = Texts::new(lang);
    match reading {
        Reading::Shown(shown) => t.estimate_n(estimate(lang, shown), shown.n),
        Reading::Counted { n } => t.reading_counted(*n),
        Reading::Withheld { why } => withheld(t, *why).to_owned(),
    }
}

/// Why a figure is not published.
pub(super) fn withheld(t: Texts, why: Withheld) -> &'static str {
    match why {
        Withheld::TooFew => t.withheld_few(),
        Withheld::Protects => t.withheld_protects(),
        Withheld::Pooled => t.withheld_pooled(),
    }
}

/// Points with their sign: "+10,5 points".
pub(super) fn points(lang: Lang, value: f64) -> String {
    Texts::new(lang).points(signed(lang, value))
}

/// The same where the unit was just said: "+10,5".
pub(super) fn signed(lang: Lang, value: f64) -> String {
    let sign = if value > 0.0 { "+" } else { "−" };
    format!("{sign}{}", decimal(lang, value.abs(), 1))
}

/// A driver's share of what is explained, with its range over replicates.
pub(super) fn driver_share(lang: Lang, one: &Driver) -> String {
    let (low, high) = one.share_range;
    Texts::new(lang).driver_share(share(lang, high), share(lang, low), share(lang, one.share))
}

/// What may be said of a change, the arrow first where there is one.
pub(super) fn change(lang: Lang, change: &Change) -> String {
    let t = Texts::new(lang);
    let by = points(lang, change.points);
    match change.arrow {
        Arrow::Up => t.change_up(by, change.since),
        Arrow::Down => t.change_down(by, change.since),
        Arrow::Undetected => t.change_undetected(change.since),
        Arrow::Cut => t.change_cut(change.since, cuts(lang, &change.cuts)),
    }
}

fn cuts(lang: Lang, cuts: &[Cut]) -> String {
    let t = Texts::new(lang);
    let words: Vec<&str> = cuts
        .iter()
        .map(|cut| match cut {
            Cut::Season => t.cut_season(),
            Cut::Mode => t.cut_mode(),
            Cut::Declared => t.cut_declared(),
        })
        .collect();
    list(lang, &words)
}

/// The label of a kind of figure, owed beside each.
pub(super) fn nature(t: Texts, nature: Nature) -> &'static str {
    match nature {
        Nature::Flow => t.nature_flow(),
        Nature::Survey => t.nature_survey(),
        Nature::Quota => t.nature_quota(),
    }
}

/// What the wave says, in sentences.
pub(super) fn summary(lang: Lang, cube: &Cube) -> Vec<String> {
    let t = Texts::new(lang);
    let mut said = Vec::new();
    for population in &cube.populations {
        if let Some(n) = population.answers {
            said.push(t.summary_answers(n, nature(t, population.nature), population.name.say(lang.code())));
        }
    }
    let Some(users) = cube.users() else { return said };
    let of = |arrow: Arrow| -> Vec<String> {
        let changes = cube.changes.iter().filter(|one| one.population == users.code && one.arrow == arrow);
        let name = |one: &Change| cube.service(&one.item, lang.code()).to_owned();
        changes.map(|one| format!("{} ({})", name(one), points(lang, one.points))).collect()
    };
    let (up, down, still) = (of(Arrow::Up), of(Arrow::Down), of(Arrow::Undetected));
    if !up.is_empty() {
        said.push(t.summary_up(list(lang, &up)));
    }
    if !down.is_empty() {
        said.push(t.summary_down(list(lang, &down)));
    }
    if !still.is_empty() {
        said.push(t.summary_still(still.len()));
    }
    if !of(Arrow::Cut).is_empty() {
        said.push(t.summary_cut().to_owned());
    }
    said
}
