//! Codes in words: every enumeration of the domain, in the reader's language.

use arpent_core::clock::paris_date;
use arpent_texts::{date, datetime, euros, time};

use crate::domain::contribution::{AnswerStatus, Channel, Means, ModerationGround};
use crate::domain::initiative::{InitiativeState, PromiseLevel, Step};
use crate::domain::meetings::{Meeting, MeetingKind, MeetingState, SignUpState};
use crate::domain::people::{Capacity, MembershipCapacity, OrganisationKind, Power};
use crate::texts::Texts;

/// The text of `prefix-code`. A code without its text fails the test that walks them all.
pub fn coded(t: Texts, prefix: &str, code: &str) -> &'static str {
    t.say(&format!("{prefix}-{}", code.replace('_', "-"))).unwrap_or("")
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($type:ty) = $prefix:literal;)*) => {
        $($(#[$doc])* pub fn $name(t: Texts, value: $type) -> &'static str { coded(t, $prefix, value.code()) })*

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn every_code_has_its_word_in_both_languages() {
                for lang in arpent_texts::Lang::ALL {
                    let t = Texts::new(lang);
                    $(for value in <$type>::ALL {
                        assert!(!$name(t, *value).is_empty(), "{}-{} in {lang}", $prefix, value.code());
                    })*
                }
            }
        }
    };
}

words! {
    /// *Retenue*, *écartée*…
    answer_status(AnswerStatus) = "answer";
    /// *Sur le site*, *sur papier*…
    channel(Channel) = "channel";
    /// *Habitante, habitant*…
    capacity(Capacity) = "capacity";
    /// *Habitantes et habitants*…
    college(Capacity) = "college";
    /// Why something is hidden.
    ground(ModerationGround) = "ground";
    /// *Ouverte*, *close*…
    state(InitiativeState) = "state";
    /// *Consulter*, *co-construire*…
    promise(PromiseLevel) = "promise";
    /// *Écouter*, *comprendre*…
    step(Step) = "step";
    /// Kinds of organisations.
    organisation_kind(OrganisationKind) = "organisation";
    /// *Décider*, *s'engager*…
    power(Power) = "power";
    /// How one belongs to an organisation.
    membership(MembershipCapacity) = "membership";
    /// *Atelier*, *sortie*…
    meeting_kind(MeetingKind) = "meeting-kind";
    /// *Annoncée*, *annulée*…
    meeting_state(MeetingState) = "meeting-state";
    /// *Place confirmée*, *liste d'attente*…
    sign_up_state(SignUpState) = "sign-up-state";
}

/// The address of a thread.
pub fn follow_path(code: &str) -> String {
    format!("/suivi/{code}")
}

/// The address of a receipt, where an address left with what was said is confirmed.
pub fn receipt_path(code: &str) -> String {
    format!("/merci/{code}")
}

/// The address of someone's seat at a meeting.
pub fn sign_up_path(code: &str) -> String {
    format!("/inscriptions/{code}")
}

/// What an answer takes: `Coût estimé : 12 500 €. Prévu pour le 30 juin 2027.`, or nothing.
pub fn means(t: Texts, means: Means) -> String {
    let cost = means.cost.map(|cents| t.answer_cost(euros(t.lang(), cents)));
    let by = means.by.map(|day| t.answer_by(date(t.lang(), day)));
    cost.into_iter().chain(by).collect::<Vec<_>>().join(" ")
}

/// The reason of an answer, then what it takes on a line of its own.
pub fn with_means(t: Texts, reason: &str, taken: Means) -> String {
    match means(t, taken) {
        said if said.is_empty() => reason.to_owned(),
        said => format!("{reason}\n\n{said}"),
    }
}

/// When a meeting takes place: `samedi 5 décembre 2026, de 18 h à 20 h`.
pub fn when(t: Texts, meeting: &Meeting) -> String {
    let (lang, start, end) = (t.lang(), meeting.sheet.start, meeting.sheet.end);
    let (day, last) = (paris_date(start), paris_date(end));
    if day == last {
        return t.meeting_when(date(lang, day), time(lang, end), time(lang, start));
    }
    t.meeting_when_days(datetime(lang, end), datetime(lang, start))
}
