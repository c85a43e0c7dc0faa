//! What a person has answered so far: carried from screen to screen in the form itself, so that nothing needs a session
//! and nothing typed is lost.

use arpent_commons::Maps;
use arpent_commons::domain::people::Capacity;
use arpent_commons::domain::text::{self, BODY, SHORT, TITLE};
use arpent_commons::maps::Asked;
use arpent_core::chance::secret;
use arpent_web::identity::Email;
use arpent_web::{Ctx, FieldProblem};
use uuid::Uuid;

use crate::texts::Texts;
use arpent_web::Sent;

/// One question per screen; the last one shows everything again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// What you see, what you propose.
    Words,
    /// Where it is.
    Place,
    /// In which capacity you speak, a photograph, an address.
    Voice,
    /// Read again, then send.
    Review,
}

impl Step {
    const ALL: [Self; 4] = [Self::Words, Self::Place, Self::Voice, Self::Review];
    /// How many screens there are.
    pub(crate) const COUNT: i64 = 4;

    /// From 1.
    pub(crate) fn number(self) -> i64 {
        Self::ALL.iter().zip(1..).find(|(step, _)| **step == self).map_or(1, |(_, number)| number)
    }

    fn parse(number: &str) -> Option<Self> {
        Self::ALL.get(number.parse::<usize>().ok()?.checked_sub(1)?).copied()
    }

    /// The screen that asks for a field.
    pub(crate) fn of_field(field: &str) -> Self {
        match field {
            "text" | "title" => Self::Words,
            "area" | "place" | "form" | "points" | "seen" => Self::Place,
            "capacity" | "organisation" | "photo" | "photo_alt" | "email" => Self::Voice,
            _ => Self::Review,
        }
    }

    fn before(self) -> Self {
        Self::ALL[usize::try_from(self.number() - 2).unwrap_or(0)]
    }

    fn after(self) -> Self {
        Self::ALL.get(usize::try_from(self.number()).unwrap_or(0)).copied().unwrap_or(Self::Review)
    }
}

/// Where the button pressed leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Go {
    /// To another screen; going forward checks this one first.
    To(Step),
    /// Off.
    Send,
}

/// Everything answered so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    /// The form's key: sent twice, it is one contribution.
    pub(crate) submission: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) area: String,
    pub(crate) place: String,
    /// What was drawn on the map, when there is one.
    pub(crate) on_map: Asked,
    pub(crate) capacity: String,
    pub(crate) organisation: String,
    /// The photograph that waits on the server, once sent.
    pub(crate) photo: Option<Uuid>,
    pub(crate) photo_alt: String,
    pub(crate) email: String,
    pub(crate) without_name: bool,
}

impl Answers {
    /// A form that begins; `area` is the commune clicked on a map, `seen` the window of the one she comes from.
    pub(crate) fn begin(ctx: &Ctx, area: &str, seen: &str) -> Self {
        let email = ctx.request().signed_in.as_ref().map(|reader| reader.email.clone()).unwrap_or_default();
        let on_map = Asked { seen: seen.to_owned(), ..Asked::default() };
        Self { submission: secret(&*ctx.chance), area: area.to_owned(), on_map, email, ..Self::default() }
    }

    /// What a screen sent, with what it carried; true when the screen is to be drawn again, its map having been asked
    /// something.
    pub(crate) fn of(sent: &Sent) -> (Self, bool) {
        let (on_map, again) = Asked::read(sent);
        let answers = Self {
            submission: sent.text("submission"),
            title: sent.text("title"),
            text: sent.text("text"),
            area: sent.text("area"),
            place: sent.text("place"),
            on_map,
            capacity: sent.text("capacity"),
            organisation: sent.text("organisation"),
            photo: sent.choice("photo_id").filter(|_| !sent.ticked("photo_remove")),
            photo_alt: sent.text("photo_alt"),
            email: sent.text("email"),
            without_name: sent.ticked("without_name"),
        };
        (answers, again)
    }

    /// Fields asked on other screens: they travel hidden, yet within reach of the draft kept in the browser.
    pub(crate) fn carried(&self, step: Step) -> Vec<(&'static str, String)> {
        let all = [
            ("title", &self.title),
            ("text", &self.text),
            ("area", &self.area),
            ("place", &self.place),
            ("capacity", &self.capacity),
            ("organisation", &self.organisation),
            ("photo_alt", &self.photo_alt),
            ("email", &self.email),
        ];
        let elsewhere = all.into_iter().chain(self.on_map.pairs()).filter(|(name, _)| Step::of_field(name) != step);
        let mut carried: Vec<_> = elsewhere.map(|(name, value)| (name, value.clone())).collect();
        if self.without_name && step != Step::Voice {
            carried.push(("without_name", "true".to_owned()));
        }
        carried
    }

    /// What is wrong with the answers of one screen.
    pub(crate) fn problems(&self, maps: Maps, step: Step) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        let mut check = |read: Result<String, FieldProblem>| problems.extend(read.err());
        match step {
            Step::Words => {
                check(text::required(&self.text, "text", BODY));
                check(text::optional(&self.title, "title", TITLE));
            }
            Step::Place => {
                check(text::optional(&self.place, "place", SHORT));
                check(maps.read(&self.on_map).map(|_| String::new()));
            }
            Step::Voice => {
                check(text::optional(&self.photo_alt, "photo_alt", SHORT));
                check(Email::parse_optional(&self.email, "email").map(|_| String::new()));
                if Capacity::parse(&self.capacity).is_none() {
                    check(Err(FieldProblem::new("capacity", "missing", |l| Texts::new(l).capacity_missing().into())));
                }
            }
            Step::Review => {}
        }
        problems
    }

    /// The first screen with something to correct.
    pub(crate) fn first_wrong(&self, maps: Maps) -> Option<(Step, Vec<FieldProblem>)> {
        Step::ALL.into_iter().map(|step| (step, self.problems(maps, step))).find(|(_, problems)| !problems.is_empty())
    }
}

/// Which screen was sent, and where its button leads; `again` when that is to itself.
pub(crate) fn read_go(sent: &Sent, again: bool) -> (Step, Go) {
    let step = Step::parse(sent.get("step")).unwrap_or(Step::Words);
    let go = match sent.get("go") {
        _ if again => Go::To(step),
        "send" => Go::Send,
        "back" => Go::To(step.before()),
        number => Go::To(Step::parse(number).unwrap_or(step.after())),
    };
    (step, go)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screens_follow_each_other_and_stop_at_both_ends() {
        assert_eq!((Step::Words.before(), Step::Words.after()), (Step::Words, Step::Place));
        assert_eq!((Step::Review.before(), Step::Review.after()), (Step::Voice, Step::Review));
        assert_eq!(Step::parse("0"), None);
        assert_eq!(Step::parse("4").map(Step::number), Some(Step::COUNT));
    }

    #[test]
    fn what_is_asked_elsewhere_travels_along() {
        let answers = Answers { text: "Un banc".into(), place: "Le port".into(), ..Answers::default() };
        let names = |step| answers.carried(step).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert!(!names(Step::Words).contains(&"text") && names(Step::Words).contains(&"place"));
        assert!(names(Step::Review).contains(&"text") && names(Step::Review).contains(&"email"));
    }

    #[test]
    fn a_screen_says_only_what_is_wrong_with_itself() {
        let empty = Answers::default();
        let fields = |step| empty.problems(Maps::default(), step).iter().map(|p| p.field).collect::<Vec<_>>();
        assert_eq!(fields(Step::Words), ["text"]);
        assert_eq!(fields(Step::Place), Vec::<&str>::new());
        assert_eq!(fields(Step::Voice), ["capacity"]);
        assert_eq!(empty.first_wrong(Maps::default()).map(|(step, _)| step), Some(Step::Words));
    }
}
