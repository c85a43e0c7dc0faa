//! What is asked: the words of a question, how it is answered, to whom and when it is asked.

use arpent_web::{Choice, Field};

use super::part::{Around, Group, Reading, boxes, in_each};
use crate::domain::lines;
use crate::domain::protocol::Protocol;
use crate::domain::question::{Aspect, Condition, Kind, Question};
use crate::domain::wording::Wording;
use crate::texts::Texts;

const ASPECTS: [(Aspect, &str); 9] = [
    (Aspect::Usage, "usage"),
    (Aspect::Satisfaction, "satisfaction"),
    (Aspect::Importance, "importance"),
    (Aspect::Mirror, "mirror"),
    (Aspect::Overall, "overall"),
    (Aspect::Recommendation, "recommendation"),
    (Aspect::Profile, "profile"),
    (Aspect::Comment, "comment"),
    (Aspect::Other, "other"),
];

const KINDS: [&str; 7] = ["scale", "yes_no", "choice", "choices", "number", "percent", "text"];

/// Longest free words, when none are said.
const LONGEST: u32 = 2_000;

const fn kind_code(kind: &Kind) -> &'static str {
    match kind {
        Kind::Scale => "scale",
        Kind::YesNo => "yes_no",
        Kind::Choice { .. } => "choice",
        Kind::Choices { .. } => "choices",
        Kind::Number { .. } => "number",
        Kind::Percent => "percent",
        Kind::Text { .. } => "text",
    }
}

/// How a question is answered, in words.
pub(in crate::pages) fn kind_name(t: Texts, kind: &Kind) -> &'static str {
    kind_said(t, kind_code(kind))
}

fn kind_said(t: Texts, code: &str) -> &'static str {
    t.say(&format!("question-kind-{}", code.replace('_', "-"))).unwrap_or("")
}

fn aspect_code(aspect: Aspect) -> &'static str {
    ASPECTS.iter().find(|(one, _)| *one == aspect).map_or("other", |(_, code)| code)
}

/// What a question is for, in words.
pub(in crate::pages) fn aspect_name(t: Texts, aspect: Aspect) -> &'static str {
    t.say(&format!("aspect-{}", aspect_code(aspect))).unwrap_or("")
}

/// When a question is asked, in words; empty for always.
pub(in crate::pages) fn condition(t: Texts, protocol: &Protocol, question: &Question, language: &str) -> String {
    let Some(condition) = &question.show_if else { return String::new() };
    let Some(other) = protocol.question(&condition.question) else { return String::new() };
    let answers: Vec<String> = condition.is.iter().map(|code| answer(t, protocol, other, code, language)).collect();
    t.condition_said(answers.join(", "), other.wording.say(language))
}

fn answer(t: Texts, protocol: &Protocol, question: &Question, code: &str, language: &str) -> String {
    let levels = protocol.scale.levels.iter().chain(&protocol.scale.does_not_know);
    match &question.kind {
        Kind::YesNo if code == "1" => t.answer_yes().to_owned(),
        Kind::YesNo => t.answer_no().to_owned(),
        Kind::Scale => levels
            .clone()
            .find(|one| one.value.to_string() == code)
            .map_or(code, |one| one.label.say(language))
            .to_owned(),
        _ => {
            let choice = question.choices().iter().find(|one| one.code == code);
            choice.map_or(code, |one| one.label.say(language)).to_owned()
        }
    }
}

pub(super) fn groups(around: &Around, protocol: &Protocol, code: &str) -> Option<Vec<Group>> {
    let (question, t) = (protocol.question(code)?, around.t);
    let mut words = in_each(t, protocol, t.question_words(), &question.wording, |language| language.wording);
    words.extend(optional(in_each(t, protocol, t.question_easy(), &question.easy, |language| language.easy)));
    words.extend(optional(in_each(t, protocol, t.question_hint(), &question.hint, |language| language.hint)));
    Some(vec![
        Group { title: t.question_group_words(), fields: words },
        Group { title: t.question_group_answer(), fields: answering(t, protocol, question) },
        Group { title: t.question_group_who(), fields: who(t, protocol, question) },
        Group { title: t.question_group_when(), fields: when(t, protocol, question) },
    ])
}

fn optional(fields: Vec<Field>) -> impl Iterator<Item = Field> {
    fields.into_iter().map(|field| Field { required: false, ..field })
}

fn answering(t: Texts, protocol: &Protocol, question: &Question) -> Vec<Field> {
    let held = kind_code(&question.kind);
    let kinds = KINDS.iter().map(|code| Choice::new(*code, kind_said(t, code), held)).collect();
    let languages = &protocol.languages;
    let (min, max, low, high) = match &question.kind {
        Kind::Number { min, max, low, high } => {
            (min.to_string(), max.to_string(), lines::of_ends(low, languages), lines::of_ends(high, languages))
        }
        _ => Default::default(),
    };
    let longest = match question.kind {
        Kind::Text { longest } => longest.to_string(),
        _ => String::new(),
    };
    vec![
        Field::choices("kind", t.question_kind(), kinds).kind("select").required(),
        Field::text("choices", t.question_choices(), lines::of_choices(question.choices(), languages))
            .kind("textarea")
            .hint(t.question_choices_hint()),
        Field::text("min", t.question_min(), min),
        Field::text("low", t.question_low(), low).hint(t.question_ends_hint()),
        Field::text("max", t.question_max(), max),
        Field::text("high", t.question_high(), high).hint(t.question_ends_hint()),
        Field::text("longest", t.question_longest(), longest).hint(t.question_longest_hint()),
        Field::text("required", t.question_required(), if question.required { "true" } else { "" }).kind("checkbox"),
    ]
}

fn who(t: Texts, protocol: &Protocol, question: &Question) -> Vec<Field> {
    let populations =
        protocol.populations.iter().map(|one| (one.code.clone(), one.name.say(t.lang().code()).to_owned()));
    let held = question.service.as_deref().unwrap_or_default();
    let mut services = vec![Choice::new("", t.question_no_service(), held)];
    services.extend(protocol.services.iter().map(|one| Choice::new(&one.code, one.name.say(t.lang().code()), held)));
    let held = aspect_code(question.aspect);
    let aspects = ASPECTS.iter().map(|(aspect, code)| Choice::new(*code, aspect_name(t, *aspect), held)).collect();
    vec![
        boxes("asked_to", t.question_asked_to(), populations, &question.asked_to).required(),
        Field::choices("service", t.question_service(), services).kind("select").required(),
        Field::choices("aspect", t.question_aspect(), aspects).kind("select").hint(t.question_aspect_hint()).required(),
    ]
}

fn when(t: Texts, protocol: &Protocol, question: &Question) -> Vec<Field> {
    let held = question.show_if.as_ref().map_or("", |condition| condition.question.as_str());
    let earlier = protocol.questions.iter().take_while(|one| one.code != question.code);
    let mut choices = vec![Choice::new("", t.question_always(), held)];
    choices.extend(
        earlier
            .filter(|one| !matches!(one.kind, Kind::Text { .. }))
            .map(|one| Choice::new(&one.code, one.wording.say(t.lang().code()), held)),
    );
    let is = question.show_if.as_ref().map(|condition| condition.is.join(" ; ")).unwrap_or_default();
    vec![
        Field::choices("show_if", t.question_show_if(), choices).kind("select").required(),
        Field::text("show_is", t.question_show_is(), is).hint(t.question_show_is_hint()),
    ]
}

pub(super) fn apply(protocol: &mut Protocol, code: &str, read: &mut Reading<'_>) {
    let Some(held) = protocol.question(code).cloned() else { return };
    let wording = read.wording(&held.wording, |language| language.wording);
    if wording.is_empty() {
        read.wrong("wording_fr", Texts::french_missing);
    }
    let asked_to: Vec<String> = read.sent.every("asked_to");
    if asked_to.is_empty() {
        read.wrong("asked_to", Texts::question_nobody);
    }
    let aspect = ASPECTS.iter().find(|(_, code)| *code == read.sent.get("aspect"));
    let question = Question {
        code: held.code.clone(),
        kind: kind(&held.kind, read),
        aspect: aspect.map_or(held.aspect, |(aspect, _)| *aspect),
        service: Some(read.text("service")).filter(|code| !code.is_empty()),
        asked_to,
        wording,
        easy: read.wording(&held.easy, |language| language.easy),
        hint: read.wording(&held.hint, |language| language.hint),
        required: read.sent.ticked("required"),
        show_if: show_if(read),
    };
    if let Some(place) = protocol.questions.iter_mut().find(|one| one.code == code) {
        *place = question;
    }
}

fn kind(held: &Kind, read: &mut Reading<'_>) -> Kind {
    let languages = read.languages.clone();
    let before = match held {
        Kind::Choice { choices } | Kind::Choices { choices } => choices.clone(),
        _ => vec![],
    };
    let kind = read.text("kind");
    match kind.as_str() {
        "yes_no" => Kind::YesNo,
        "percent" => Kind::Percent,
        "choice" | "choices" => {
            let choices = read.list("choices", &before, lines::choices(read.sent.get("choices"), &languages));
            if choices.len() < 2 {
                read.wrong("choices", Texts::question_two_choices);
            }
            if kind == "choice" { Kind::Choice { choices } } else { Kind::Choices { choices } }
        }
        "number" => number(read, &languages),
        "text" if read.sent.get("longest").trim().is_empty() => Kind::Text { longest: LONGEST },
        "text" => Kind::Text { longest: read.whole("longest", LONGEST, (1, 20_000)) },
        _ => Kind::Scale,
    }
}

fn number(read: &mut Reading<'_>, languages: &[String]) -> Kind {
    const MOST: i64 = 1_000_000_000;
    let min = read.whole("min", 0, (-MOST, MOST));
    let max = read.whole("max", 10, (-MOST, MOST));
    if max <= min {
        read.wrong("max", Texts::question_max_under_min);
    }
    let end = |name| -> Wording { lines::ends(read.sent.get(name), languages) };
    Kind::Number { min, max, low: end("low"), high: end("high") }
}

fn show_if(read: &mut Reading<'_>) -> Option<Condition> {
    let question = Some(read.text("show_if")).filter(|code| !code.is_empty())?;
    let typed = read.text("show_is");
    let is: Vec<String> = typed.split([';', ',', ' ']).filter(|code| !code.is_empty()).map(ToOwned::to_owned).collect();
    if is.is_empty() {
        read.wrong("show_is", Texts::question_no_answer);
    }
    Some(Condition { question, is })
}
