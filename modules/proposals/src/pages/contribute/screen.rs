//! One screen of the form.

use arpent_commons::Maps;
use arpent_commons::domain::people::Capacity;
use arpent_commons::domain::text::{BODY, SHORT, TITLE};
use arpent_commons::maps::Drawn;
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::{people, places};
use arpent_commons::words;
use arpent_texts::collate;
use arpent_web::respond::page_with;
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::answers::{Answers, Step};
use crate::pages::near::{self, Near};
use crate::texts::Texts;

/// Beyond this many communes a list is quicker than radio buttons.
const MOST_RADIOS: usize = 6;

#[derive(Debug, Template)]
#[template(path = "contribute.html")]
pub(super) struct Screen {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    step: Step,
    fields: Vec<Field>,
    /// The map of this screen: to draw on, or to read again.
    map: Option<Drawn>,
    carried: Vec<(&'static str, String)>,
    answers: Answers,
    /// On the review: each answer again, with the screen that asks for it.
    review: Vec<Reviewed>,
    near: Vec<Near>,
    /// The address that answers with what resembles the words being typed.
    live: String,
    signed_in: bool,
}

/// One answer, read again before sending.
#[derive(Debug)]
struct Reviewed {
    label: &'static str,
    value: String,
    step: i64,
}

impl Screen {
    pub(super) async fn new(
        ctx: &Ctx,
        (maps, mut frame): (Maps, Frame),
        step: Step,
        answers: Answers,
        problems: &[FieldProblem],
    ) -> Result<Self, PageError> {
        let t = Texts::new(ctx.lang);
        let fields = match step {
            Step::Words => words_fields(t, &answers),
            Step::Place => place_fields(ctx, t, &frame, &answers).await?,
            Step::Voice => voice_fields(ctx, t, &answers).await?,
            Step::Review => vec![],
        };
        let (review, near) = match step {
            Step::Review => {
                (review(ctx, t, &frame, &answers).await?, near::of(ctx, frame.initiative.id, &answers.text).await?)
            }
            _ => (vec![], vec![]),
        };
        let map = match step {
            Step::Place => maps.question(ctx, &frame.initiative, &answers.on_map, problems).await?,
            Step::Review => match maps.read(&answers.on_map).ok().flatten() {
                Some(shape) => maps.show(ctx, frame.initiative.id, &shape).await?,
                None => None,
            },
            _ => None,
        };
        let title = match step {
            Step::Words => t.contribute_words(),
            Step::Place => t.contribute_place(),
            Step::Voice => t.contribute_voice(),
            Step::Review => t.contribute_review(),
        };
        Ok(Self {
            shell: frame.shell(ctx, title, "contributions"),
            live: frame.href("proches"),
            signed_in: ctx.actor.is_signed_in(),
            carried: answers.carried(step),
            form: Form::default(),
            frame,
            t,
            step,
            fields,
            map,
            answers,
            review,
            near,
        })
    }

    pub(super) fn draw(&self) -> Result<Response, PageError> {
        self.answered(StatusCode::OK)
    }

    fn answered(&self, status: StatusCode) -> Result<Response, PageError> {
        let response = page_with(status, self)?;
        Ok(Drawn::open(self.map.as_ref(), response))
    }

    pub(super) fn refused(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        self.form = Form::refused(problems, ctx.lang, &mut self.fields);
        self.answered(StatusCode::UNPROCESSABLE_ENTITY)
    }

    fn photo_href(&self) -> Option<String> {
        self.answers.photo.map(|id| format!("{}/contribuer/photo/{id}", self.frame.href("")))
    }
}

fn words_fields(t: Texts, answers: &Answers) -> Vec<Field> {
    vec![
        Field::text("text", t.contribute_words(), &answers.text)
            .kind("textarea")
            .hint(t.contribute_words_hint())
            .required()
            .max(BODY),
        Field::text("title", t.contribute_title(), &answers.title).hint(t.contribute_title_hint()).max(TITLE),
    ]
}

async fn place_fields(ctx: &Ctx, t: Texts, frame: &Frame, answers: &Answers) -> Result<Vec<Field>, PageError> {
    let areas = places::of_initiative(&ctx.db, frame.initiative.id).await?;
    let few = areas.len() <= MOST_RADIOS;
    let mut sorted: Vec<_> = areas.into_iter().map(|area| (area.id.to_string(), area.name)).collect();
    sorted.sort_by(|(_, a), (_, b)| collate(ctx.lang, a, b));
    let everywhere = Choice::new("", t.contribute_everywhere(), &answers.area);
    let choices = sorted.into_iter().map(|(id, name)| Choice::new(id, name, &answers.area));
    let choices = std::iter::once(everywhere).chain(choices).collect();
    Ok(vec![
        Field::choices("area", t.contribute_area(), choices).kind(if few { "radio" } else { "select" }),
        Field::text("place", t.contribute_where(), &answers.place).hint(t.contribute_where_hint()).max(SHORT),
    ])
}

async fn voice_fields(ctx: &Ctx, t: Texts, answers: &Answers) -> Result<Vec<Field>, PageError> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let choice = |capacity: &Capacity| {
        let hint = t.say(&format!("capacity-{}-hint", capacity.code())).unwrap_or_default();
        Choice::new(capacity.code(), words::capacity(c, *capacity), &answers.capacity).hint(hint)
    };
    let mut fields = vec![
        Field::choices("capacity", t.contribute_voice_as(), Capacity::ALL.iter().map(choice).collect())
            .kind("radio")
            .hint(t.contribute_voice_hint())
            .required(),
    ];
    fields.extend(organisation_field(ctx, t, answers).await?);
    fields.push(Field::text("photo", t.contribute_photo(), "").kind("file").hint(t.contribute_photo_hint()));
    fields.push(Field::text("photo_alt", t.contribute_photo_alt(), &answers.photo_alt).max(SHORT));
    fields.push(
        Field::text("email", t.contribute_email(), &answers.email)
            .kind("email")
            .hint(if ctx.actor.is_signed_in() { t.contribute_email_hint() } else { t.contribute_email_hint_code() })
            .autocomplete("email"),
    );
    Ok(fields)
}

/// Organisations the reader may speak for today; nobody else sees the question.
async fn organisation_field(ctx: &Ctx, t: Texts, answers: &Answers) -> Result<Option<Field>, PageError> {
    use arpent_commons::domain::people::Power;
    let Some(person) = ctx.actor.person else { return Ok(None) };
    let mandates = people::mandates_of(&ctx.db, person, ctx.today()).await?;
    let speaking = mandates.into_iter().filter(|mandate| mandate.power == Power::Speak);
    let choice = |mandate: people::MandateRow| {
        Choice::new(mandate.organisation.to_string(), mandate.name, &answers.organisation)
    };
    let choices: Vec<Choice> = speaking.map(choice).collect();
    if choices.is_empty() {
        return Ok(None);
    }
    let own_name = Choice::new("", t.contribute_own_name(), &answers.organisation);
    let choices = std::iter::once(own_name).chain(choices).collect();
    Ok(Some(Field::choices("organisation", t.contribute_organisation(), choices).kind("select")))
}

async fn review(ctx: &Ctx, t: Texts, frame: &Frame, answers: &Answers) -> Result<Vec<Reviewed>, PageError> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let areas = places::of_initiative(&ctx.db, frame.initiative.id).await?;
    let area = areas.iter().find(|area| area.id.to_string() == answers.area).map(|area| area.name.clone());
    let place = [area.unwrap_or_else(|| t.contribute_everywhere().to_owned()), answers.place.clone()];
    let place = place.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let capacity = Capacity::parse(&answers.capacity).map_or("", |capacity| words::capacity(c, capacity));
    let email = if answers.email.is_empty() { t.contribute_no_email().to_owned() } else { answers.email.clone() };
    let line = |label, value: String, step: Step| Reviewed { label, value, step: step.number() };
    Ok(vec![
        line(t.review_words(), answers.text.clone(), Step::Words),
        line(t.review_place(), place, Step::Place),
        line(t.review_voice(), capacity.to_owned(), Step::Voice),
        line(t.review_email(), email, Step::Voice),
    ])
}
