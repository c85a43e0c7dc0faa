//! Measures, days and codes in words, shared by the pages.

use arpent_core::Id;
use arpent_documents::contours::Place;
use arpent_texts::{Lang, date, date_short, decimal};
use arpent_web::{Caller, Refusal};
use jiff::civil::Date;

use arpent_commons::domain::initiative::Initiative;

use crate::domain::layer::WhoAdds;
use crate::domain::object::{Form, ObjectState};
use crate::domain::project::Stage;
use crate::domain::view;
use crate::store::objects;
use crate::store::reports::Ground;
use crate::texts::Texts;

/// Square metres of a hectare.
const HECTARE: f64 = 10_000.0;
const KILOMETRE: f64 = 1_000.0;

/// An area: hectares from one hectare on, square metres below.
pub(super) fn area(lang: Lang, square_metres: f64) -> String {
    let t = Texts::new(lang);
    if square_metres >= HECTARE {
        t.hectares(decimal(lang, square_metres / HECTARE, 1))
    } else {
        t.square_metres(decimal(lang, square_metres, 0))
    }
}

/// A length of whole metres, or of whole kilometres.
pub(super) fn round_length(lang: Lang, metres: i64) -> String {
    let t = Texts::new(lang);
    if metres >= 1000 { t.kilometres((metres / 1000).to_string()) } else { t.metres(metres.to_string()) }
}

/// A length: kilometres from one kilometre on, metres below.
pub(super) fn length(lang: Lang, metres: f64) -> String {
    let t = Texts::new(lang);
    if metres >= KILOMETRE {
        t.kilometres(decimal(lang, metres / KILOMETRE, 2))
    } else {
        t.metres(decimal(lang, metres, 0))
    }
}

/// How large or long something is; empty for a point.
pub(super) fn size(lang: Lang, square_metres: Option<f64>, metres: Option<f64>) -> String {
    let area = square_metres.map(|area_of| area(lang, area_of));
    area.or_else(|| metres.map(|metres| length(lang, metres))).unwrap_or_default()
}

/// From when to when; empty without a day.
pub(super) fn days(lang: Lang, from: Option<Date>, to: Option<Date>) -> String {
    let t = Texts::new(lang);
    match (from, to) {
        (Some(from), Some(to)) => t.days_between(date_short(lang, from), date_short(lang, to)),
        (Some(from), None) => t.days_since(date(lang, from)),
        (None, Some(to)) => t.days_until(date(lang, to)),
        (None, None) => String::new(),
    }
}

/// A place as one reads it on a phone.
pub(super) fn place(at: Place) -> String {
    format!("{:.5}, {:.5}", at.latitude, at.longitude)
}

pub(super) fn form(t: Texts, form: Form) -> &'static str {
    said(t, "form", form.code())
}

pub(super) fn who_adds(t: Texts, who: WhoAdds) -> &'static str {
    said(t, "who-adds", who.code())
}

pub(super) fn ground(t: Texts, ground: Ground) -> &'static str {
    said(t, "ground", ground.code())
}

pub(super) fn stage(t: Texts, stage: Stage) -> &'static str {
    said(t, "stage", stage.code())
}

/// The word of a state that is not the usual one, and its meaning.
pub(super) fn state(t: Texts, state: ObjectState) -> Option<(&'static str, &'static str)> {
    match state {
        ObjectState::Published => None,
        ObjectState::Pending => Some(("info", t.state_pending())),
        ObjectState::Refused => Some(("attention", t.state_refused())),
        ObjectState::Removed => Some(("attention", t.state_removed())),
    }
}

fn said(t: Texts, prefix: &str, code: &str) -> &'static str {
    t.say(&format!("{prefix}-{}", code.replace('_', "-"))).unwrap_or("")
}

/// The zones in which a place lies on a day, among those by which places of a démarche are told apart: names and pages.
pub(crate) async fn zones(
    caller: &Caller,
    initiative: Id<Initiative>,
    at: Place,
    day: Date,
) -> Result<Vec<(String, String)>, Refusal> {
    let near = objects::zones_at(&caller.db, initiative, view::steps(at), day).await?;
    let around = near.into_iter().filter(|zone| zone.shape.contains(at));
    Ok(around.map(|zone| (zone.title, format!("/lieux/{}", zone.id))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_word_in_both_languages() {
        for lang in Lang::ALL {
            let t = Texts::new(lang);
            let words = [Form::ALL.iter().map(|one| form(t, *one)).collect::<Vec<_>>()];
            let who = WhoAdds::ALL.iter().map(|one| who_adds(t, *one));
            let why = Ground::ALL.iter().map(|one| ground(t, *one));
            let stages = Stage::ALL.iter().map(|one| stage(t, *one));
            assert!(
                words.concat().into_iter().chain(who).chain(why).chain(stages).all(|word| !word.is_empty()),
                "{lang}"
            );
        }
    }

    #[test]
    fn an_area_is_told_in_the_unit_one_pictures() {
        let plain = |said: String| said.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!([area(Lang::Fr, 1_641_000.0), area(Lang::En, 850.4)].map(plain), ["164,1 ha", "850 m²"]);
        assert_eq!([length(Lang::Fr, 1_475.0), length(Lang::En, 850.0)].map(plain), ["1,48 km", "850 m"]);
    }
}
