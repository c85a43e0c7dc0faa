//! The parts of a protocol, each with its page; what a page reads is checked and put in the draft.

use arpent_commons::store::people::UnitRow;
use arpent_core::digest::sha256;
use arpent_web::{Choice, Field, FieldProblem, Sent};

use super::{margins, populations, questions, reading, scale, services};
use crate::domain::lines;
use crate::domain::protocol::Protocol;
use crate::domain::wording::Wording;
use crate::texts::Texts;

macro_rules! parts {
    ($($variant:ident = $code:literal),* $(,)?) => {
        /// A part of a protocol.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::pages) enum Part { $($variant),* }

        impl Part {
            /// In the order they are settled.
            pub(in crate::pages) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The end of its address.
            pub(in crate::pages) const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Reads the end of an address.
            pub(in crate::pages) fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

parts! {
    Populations = "populations",
    Services = "services",
    Languages = "langues",
    Scale = "echelle",
    Questions = "questions",
    Margins = "marges",
    Rules = "regles",
}

impl Part {
    /// Made of several records, each with its page.
    pub(in crate::pages) const fn is_list(self) -> bool {
        matches!(self, Self::Populations | Self::Services | Self::Questions | Self::Margins)
    }

    /// Its name.
    pub(in crate::pages) fn title(self, t: Texts) -> &'static str {
        match self {
            Self::Populations => t.part_populations(),
            Self::Services => t.part_services(),
            Self::Languages => t.part_languages(),
            Self::Scale => t.part_scale(),
            Self::Questions => t.part_questions(),
            Self::Margins => t.part_margins(),
            Self::Rules => t.part_rules(),
        }
    }

    /// What one settles there.
    pub(in crate::pages) fn lead(self, t: Texts) -> &'static str {
        match self {
            Self::Populations => t.part_populations_lead(),
            Self::Services => t.part_services_lead(),
            Self::Languages => t.part_languages_lead(),
            Self::Scale => t.part_scale_lead(),
            Self::Questions => t.part_questions_lead(),
            Self::Margins => t.part_margins_lead(),
            Self::Rules => t.part_rules_lead(),
        }
    }
}

/// Languages a questionnaire may speak, with the names of their fields.
pub(super) struct Language {
    pub(super) code: &'static str,
    pub(super) wording: &'static str,
    pub(super) easy: &'static str,
    pub(super) hint: &'static str,
}

macro_rules! languages {
    ($($code:literal),*) => {
        &[$(Language {
            code: $code,
            wording: concat!("wording_", $code),
            easy: concat!("easy_", $code),
            hint: concat!("hint_", $code),
        }),*]
    };
}

/// French, then those most spoken in French territories and by their neighbours.
pub(super) const LANGUAGES: &[Language] =
    languages!("fr", "en", "ar", "tr", "pt", "es", "it", "de", "uk", "ru", "zh", "br", "co", "eu", "oc");

/// Fields under a title.
#[derive(Debug, Default)]
pub(in crate::pages) struct Group {
    pub(in crate::pages) title: &'static str,
    pub(in crate::pages) fields: Vec<Field>,
}

/// What the fields of a part need besides the draft.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) t: Texts,
    pub(super) units: Vec<UnitRow>,
}

/// The fields of a part, filled with what the draft says; `None` when it has no such record.
pub(super) fn groups(around: &Around, part: Part, code: &str, protocol: &Protocol) -> Option<Vec<Group>> {
    let t = around.t;
    match part {
        Part::Populations => populations::groups(t, protocol, code),
        Part::Services => services::groups(around, protocol, code),
        Part::Languages => Some(scale::languages(t, protocol)),
        Part::Scale => Some(scale::groups(t, protocol)),
        Part::Questions => questions::groups(around, protocol, code),
        Part::Margins => margins::groups(t, protocol, code),
        Part::Rules => Some(reading::groups(t, protocol)),
    }
}

/// Puts what was sent in the draft, or says what is wrong with it.
pub(super) fn apply(part: Part, code: &str, protocol: &mut Protocol, sent: &Sent) -> Vec<FieldProblem> {
    let mut read = Reading { sent, languages: protocol.languages.clone(), problems: vec![] };
    match part {
        Part::Populations => populations::apply(protocol, code, &mut read),
        Part::Services => services::apply(protocol, code, &mut read),
        Part::Languages => scale::apply_languages(protocol, &mut read),
        Part::Scale => scale::apply(protocol, &mut read),
        Part::Questions => questions::apply(protocol, code, &mut read),
        Part::Margins => margins::apply(protocol, code, &mut read),
        Part::Rules => reading::apply(protocol, &mut read),
    }
    read.problems
}

/// Reads what was sent, noting everything that is wrong.
pub(super) struct Reading<'a> {
    pub(super) sent: &'a Sent,
    pub(super) languages: Vec<String>,
    pub(super) problems: Vec<FieldProblem>,
}

impl Reading<'_> {
    /// What is typed in a field, without what a browser adds.
    pub(super) fn text(&self, name: &str) -> String {
        arpent_commons::domain::text::clean(self.sent.get(name))
    }

    /// Words in each language of the questionnaire. A language that is not shown keeps what it says.
    pub(super) fn wording(&self, held: &Wording, name: impl Fn(&Language) -> &'static str) -> Wording {
        let mut wording = held.clone();
        for language in LANGUAGES.iter().filter(|one| self.languages.iter().any(|code| code == one.code)) {
            match self.text(name(language)) {
                words if words.is_empty() => drop(wording.0.remove(language.code)),
                words => drop(wording.0.insert(language.code.to_owned(), words)),
            }
        }
        wording
    }

    /// A number within bounds, ends included; what was held when it is not one.
    pub(super) fn number(&mut self, name: &'static str, held: f64, (least, most): (f64, f64)) -> f64 {
        let typed: String = self.sent.get(name).chars().filter(|c| !c.is_whitespace()).collect();
        match typed.replace(',', ".").parse::<f64>() {
            Ok(number) if number >= least && number <= most => number,
            _ => {
                let text = move |l| Texts::new(l).number_within(least, most);
                self.problems.push(FieldProblem::new(name, "number", text));
                held
            }
        }
    }

    /// The same for a whole number.
    pub(super) fn whole<N: TryFrom<i64> + Copy>(&mut self, name: &'static str, held: N, bounds: (i64, i64)) -> N {
        let typed: String = self.sent.get(name).chars().filter(|c| !c.is_whitespace()).collect();
        let number = typed.parse::<i64>().ok().filter(|number| (bounds.0..=bounds.1).contains(number));
        number.and_then(|number| N::try_from(number).ok()).unwrap_or_else(|| {
            let text = move |l| Texts::new(l).number_whole(bounds.0, bounds.1);
            self.problems.push(FieldProblem::new(name, "number", text));
            held
        })
    }

    /// A list typed by line; what was held when a line cannot be read.
    pub(super) fn list<T: Clone>(
        &mut self,
        name: &'static str,
        held: &[T],
        read: Result<Vec<T>, lines::Fault>,
    ) -> Vec<T> {
        read.unwrap_or_else(|fault| {
            self.problems.push(FieldProblem::new(name, "line", move |l| line_fault(Texts::new(l), &fault)));
            held.to_vec()
        })
    }

    /// Notes a problem.
    pub(super) fn wrong(&mut self, name: &'static str, say: impl Fn(Texts) -> &'static str + Send + Sync + 'static) {
        self.problems.push(FieldProblem::new(name, "wrong", move |l| say(Texts::new(l)).into()));
    }
}

fn line_fault(t: Texts, fault: &lines::Fault) -> String {
    let text = fault.text.as_str();
    match fault.reason {
        lines::Reason::Missing => t.line_missing(fault.line, text),
        lines::Reason::NotANumber => t.line_not_a_number(fault.line, text),
        lines::Reason::Twice => t.line_twice(fault.line, text),
    }
}

/// A number as it is typed back: percents and points have at most a few decimals.
pub(super) fn plain(number: f64) -> String {
    let rounded = (number * 1e6).round() / 1e6;
    rounded.to_string().replace('.', ",")
}

/// A field per language of the questionnaire.
pub(super) fn in_each(
    t: Texts,
    protocol: &Protocol,
    label: &str,
    held: &Wording,
    name: impl Fn(&Language) -> &'static str,
) -> Vec<Field> {
    let spoken = LANGUAGES.iter().filter(|one| protocol.languages.iter().any(|code| code == one.code));
    let field = |one: &Language| {
        let words = held.0.get(one.code).cloned().unwrap_or_default();
        let field = Field::text(name(one), format!("{label} · {}", language_name(t, one.code)), words);
        if one.code == "fr" { field.required() } else { field }
    };
    spoken.map(field).collect()
}

/// A language in words.
pub(in crate::pages) fn language_name(t: Texts, code: &str) -> String {
    t.say(&format!("language-{code}")).unwrap_or(code).to_owned()
}

/// Boxes to tick.
pub(super) fn boxes(
    name: &'static str,
    label: &str,
    choices: impl Iterator<Item = (String, String)>,
    held: &[String],
) -> Field {
    let choices = choices.map(|(value, label)| Choice { checked: held.contains(&value), value, label, hint: None });
    Field::choices(name, label, choices.collect()).kind("checkboxes")
}

/// What fields say, so that two people's changes of the same part are noticed and those of other parts are not.
pub(super) fn fingerprint(groups: &[Group]) -> String {
    let lines = groups.iter().flat_map(|group| &group.fields).map(|field| format!("{}={}\n", field.name, told(field)));
    sha256(lines.collect::<String>())
}

/// What a field holds, in words.
pub(super) fn told(field: &Field) -> String {
    if field.options.is_empty() {
        return field.value.clone();
    }
    let chosen = field.options.iter().filter(|choice| choice.checked);
    chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ")
}

/// Fields as they were sent: nothing typed is lost.
pub(super) fn typed(mut groups: Vec<Group>, sent: &Sent) -> Vec<Group> {
    for field in groups.iter_mut().flat_map(|group| &mut group.fields) {
        let ticked = sent.every::<String>(field.name);
        for choice in &mut field.options {
            choice.checked = ticked.contains(&choice.value);
        }
        field.value = sent.get(field.name).replace("\r\n", "\n");
    }
    groups
}
