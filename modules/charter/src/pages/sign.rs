//! Signing in five steps: who signs, which sub-charter, which actions, in one's own words, then read again and sign.

use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::people;
use arpent_core::Id;
use arpent_web::respond::{done, page_with, redirect_with};
use arpent_web::shell::NoticeKind;
use arpent_web::{Choice, Ctx, Field, Form, PageError, Refusal, Sent, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::commands::signatures::{self as acts, Filled, own, signable, signs_for};
use crate::domain::signature::{Signature, SignatureState, Who};
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::store::signatures::{choices, of_person, sub_of};
use crate::store::subs;
use crate::texts::Texts;

/// How many steps there are.
const STEPS: i64 = 5;

#[derive(Debug, Template)]
#[template(path = "charter_sign.html")]
struct SignPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    form: Form,
    step: i64,
    version: String,
    lead: String,
    fields: Vec<Field>,
    /// On the last step: each answer again, with the step that asks for it.
    review: Vec<(&'static str, String, String)>,
    /// What still prevents signing.
    missing: Vec<String>,
    back: Option<String>,
    give_up: Option<String>,
    /// Signatures she began and did not give.
    begun: Vec<(String, String)>,
}

impl SignPage {
    fn new(ctx: &Ctx, mut place: Place, step: i64, signature: Option<&Signature>) -> Result<Self, Refusal> {
        let t = place.t;
        let title = t.say(&format!("sign-step-{step}")).ok_or(Refusal::NotFound)?;
        let path = signature.map(|one| place.href(&format!("signer/{}", one.id)));
        Ok(Self {
            shell: place.shell(ctx, title),
            notice: place.notice(),
            version: place.in_force().map(|one| words::version(t, one)).unwrap_or_default(),
            frame: place.frame,
            t,
            form: Form::default(),
            step,
            lead: String::new(),
            fields: Vec::new(),
            review: Vec::new(),
            missing: Vec::new(),
            back: path.as_ref().filter(|_| step > 1).map(|path| format!("{path}/{}", step - 1)),
            give_up: path.map(|path| format!("{path}/abandonner")),
            begun: Vec::new(),
        })
    }

    fn draw(&self) -> Result<Response, PageError> {
        page_with(StatusCode::OK, self)
    }

    fn refused(mut self, ctx: &Ctx, refusal: Refusal) -> Result<Response, PageError> {
        let Refusal::Invalid(problems) = refusal else { return Err(refusal.into()) };
        self.form = Form::refused(&problems, ctx.lang, &mut self.fields);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

/// Who signs, as the form names it.
fn who_sent(sent: &Sent) -> Option<Who> {
    match sent.get("who") {
        "self" => Some(Who::Oneself),
        "other" => match sent.choice("organisation") {
            Some(known) => Some(Who::Organisation(known)),
            None => Some(Who::Unknown(sent.text("other_name"))),
        },
        known => known.parse().ok().map(Who::Organisation),
    }
}

/// What the first step holds.
#[derive(Debug, Default)]
struct Held {
    who: String,
    organisation: String,
    other_name: String,
}

impl Held {
    fn sent(sent: &Sent) -> Self {
        Self { who: sent.text("who"), organisation: sent.text("organisation"), other_name: sent.text("other_name") }
    }

    fn of(signature: &Signature) -> Self {
        let who = if signature.individual { "self" } else { "other" };
        Self {
            who: who.to_owned(),
            organisation: signature.organisation.map(|id| id.to_string()).unwrap_or_default(),
            other_name: signature.other_name.clone(),
        }
    }
}

fn who_missing() -> Refusal {
    Refusal::field("who", "missing", |l| Texts::new(l).sign_who_missing().into())
}

/// Her mandates first; then another organisation, known or not; then herself, where a sub-charter allows it.
async fn who_fields(ctx: &Ctx, place: &Place, typed: &Held) -> Result<Vec<Field>, Refusal> {
    let (t, held) = (place.t, typed.who.as_str());
    let mandates = signs_for(ctx).await?;
    let held_by_her = |(id, name): &(Id<_>, String)| Choice::new(id.to_string(), name, held).hint(t.sign_mandated());
    let mut who: Vec<Choice> = mandates.iter().map(held_by_her).collect();
    who.push(Choice::new("other", t.sign_other(), held).hint(t.sign_other_hint()));
    let menus = match place.in_force() {
        Some(version) => subs::of_version(&ctx.db, version.id).await?,
        None => Vec::new(),
    };
    if menus.iter().any(|sub| sub.individuals) {
        who.push(Choice::new("self", t.sign_self(), held).hint(t.sign_self_hint()));
    }
    let known = typed.organisation.as_str();
    let mut organisations = vec![Choice::new("", t.sign_not_listed(), known)];
    let all = people::organisations(&ctx.db).await?;
    organisations.extend(all.into_iter().map(|one| Choice::new(one.id.to_string(), one.name, known)));
    Ok(vec![
        Field::choices("who", t.sign_who(), who).kind("radio").required(),
        Field::choices("organisation", t.sign_organisation(), organisations).kind("select"),
        Field::text("other_name", t.sign_other_name(), &typed.other_name).max(SHORT),
    ])
}

/// Signatures begun and not given: leaving loses nothing.
async fn begun(ctx: &Ctx, place: &Place) -> Result<Vec<(String, String)>, Refusal> {
    let Some(version) = place.in_force() else { return Ok(Vec::new()) };
    let mine = of_person(&ctx.db, ctx.person()?, place.charter.id).await?;
    let waiting = mine.iter().filter(|one| !one.was_given() && one.version == version.id);
    let name = |one: &Signature| one.own().unwrap_or_else(|| place.t.sign_self()).to_owned();
    Ok(waiting.map(|one| (name(one), place.href(&format!("signer/{}/5", one.id)))).collect())
}

/// The first step.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    signable(&ctx.db, place.charter.id, &ctx).await?;
    let (fields, begun) = (who_fields(&ctx, &place, &Held::default()).await?, begun(&ctx, &place).await?);
    let mut page = SignPage::new(&ctx, place, 1, None)?;
    (page.fields, page.begun) = (fields, begun);
    page.draw()
}

/// Who signs: the signature begins.
pub(super) async fn who(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let outcome = match who_sent(&sent) {
        Some(who) => acts::begin(&ctx, place.charter.id, &who).await,
        None => Err(who_missing()),
    };
    match outcome {
        Ok(id) => Ok(redirect(&place.href(&format!("signer/{id}/2")))),
        Err(refusal) => {
            let fields = who_fields(&ctx, &place, &Held::sent(&sent)).await?;
            let mut page = SignPage::new(&ctx, place, 1, None)?;
            page.fields = fields;
            page.refused(&ctx, refusal)
        }
    }
}

/// A signature with the menu it chooses from.
struct Open {
    place: Place,
    signature: Signature,
    menus: Vec<SubCharter>,
    chosen: Vec<Id<Item>>,
}

impl Open {
    async fn read(ctx: &Ctx, slug: &str, id: Id<Signature>) -> Result<Self, Refusal> {
        let place = Place::open(ctx, slug).await?;
        let signature = own(ctx, id).await?;
        if signature.charter != place.charter.id {
            return Err(Refusal::NotFound);
        }
        let menus = subs::of_version(&ctx.db, signature.version).await?;
        let chosen = choices(&ctx.db, id).await?;
        Ok(Self { place, signature, menus, chosen })
    }

    fn menu(&self) -> Option<&SubCharter> {
        sub_of(&self.signature, &self.menus)
    }

    async fn page(self, ctx: &Ctx, step: i64) -> Result<SignPage, Refusal> {
        let t = self.place.t;
        let (fields, lead) = match step {
            1 => (who_fields(ctx, &self.place, &Held::of(&self.signature)).await?, String::new()),
            2 => (vec![self.sub_field()], String::new()),
            3 => self.choice_fields(),
            4 => (self.words_fields(), String::new()),
            5 => (Vec::new(), t.sign_review_lead().to_owned()),
            _ => return Err(Refusal::NotFound),
        };
        let (review, missing) = if step == STEPS { (self.review(), self.missing()) } else { (vec![], vec![]) };
        let mut page = SignPage::new(ctx, self.place, step, Some(&self.signature))?;
        (page.fields, page.lead, page.review, page.missing) = (fields, lead, review, missing);
        Ok(page)
    }

    fn sub_field(&self) -> Field {
        let t = self.place.t;
        let held = self.signature.sub.map(|id| id.to_string()).unwrap_or_default();
        let open = self.menus.iter().filter(|sub| sub.individuals || !self.signature.individual);
        let choice = |sub: &SubCharter| {
            let rule = t.sub_rule(sub.count(ItemKind::Action), sub.minimum);
            let hint = format!("{}. {rule}", words::kind(t, sub.kind));
            Choice::new(sub.id.to_string(), &sub.title, &held).hint(hint)
        };
        Field::choices("sub", t.sign_sub(), open.map(choice).collect()).kind("radio").required()
    }

    fn choice_fields(&self) -> (Vec<Field>, String) {
        let t = self.place.t;
        let Some(sub) = self.menu() else { return (Vec::new(), t.gate_sub().to_owned()) };
        let tick = |item: &Item| Choice {
            checked: self.chosen.contains(&item.id),
            hint: Some(item.evidence.clone()).filter(|words| !words.is_empty()).map(|words| t.evidence(words)),
            ..Choice::new(item.id.to_string(), &item.text, "")
        };
        let list = |kind| sub.of(kind).map(tick).collect::<Vec<_>>();
        let mut fields =
            vec![Field::choices("actions", t.sign_actions(), list(ItemKind::Action)).kind("checkboxes").required()];
        if sub.count(ItemKind::Prohibition) > 0 {
            let all = list(ItemKind::Prohibition);
            fields.push(Field::choices("prohibitions", t.sign_prohibitions(), all).kind("checkboxes").required());
        }
        (fields, t.sub_rule(sub.count(ItemKind::Action), sub.minimum))
    }

    fn words_fields(&self) -> Vec<Field> {
        let (t, s) = (self.place.t, &self.signature);
        let mut fields = vec![
            Field::text("commitments", t.sign_commitments(), &s.commitments)
                .kind("textarea")
                .hint(t.sign_commitments_hint())
                .max(REASON),
            Field::text("reservations", t.sign_reservations(), &s.reservations)
                .kind("textarea")
                .hint(t.sign_reservations_hint())
                .max(REASON),
        ];
        if s.individual {
            let ticked = if s.public_name { "true" } else { "" };
            fields.push(Field::text("public_name", t.sign_public_name(), ticked).kind("checkbox"));
        }
        fields
    }

    /// Every answer again.
    fn review(&self) -> Vec<(&'static str, String, String)> {
        let (t, s) = (self.place.t, &self.signature);
        let href = |step: i64| self.place.href(&format!("signer/{}/{step}", s.id));
        let list = |kind| {
            let of = self.menu().into_iter().flat_map(|sub| sub.of(kind).collect::<Vec<_>>());
            let held = of.filter(|item| self.chosen.contains(&item.id)).map(|item| item.text.as_str());
            held.collect::<Vec<_>>().join("\n")
        };
        let nothing = |words: String| if words.is_empty() { t.nothing().to_owned() } else { words };
        vec![
            (t.sign_who(), s.own().unwrap_or_else(|| t.sign_self()).to_owned(), href(1)),
            (t.sign_sub(), nothing(s.sub_title.clone().unwrap_or_default()), href(2)),
            (t.sign_actions(), nothing(list(ItemKind::Action)), href(3)),
            (t.sign_prohibitions(), nothing(list(ItemKind::Prohibition)), href(3)),
            (t.sign_commitments(), nothing(s.commitments.clone()), href(4)),
            (t.sign_reservations(), nothing(s.reservations.clone()), href(4)),
        ]
    }

    /// What the gate would say.
    fn missing(&self) -> Vec<String> {
        let t = self.place.t;
        let Some(sub) = self.menu() else { return vec![t.gate_sub().to_owned()] };
        let lacks = sub.missing(&self.chosen);
        let mut said = Vec::new();
        if lacks.actions > 0 {
            said.push(t.gate_actions(sub.minimum - lacks.actions, sub.minimum));
        }
        if lacks.prohibitions > 0 {
            said.push(t.gate_prohibitions(lacks.prohibitions));
        }
        said
    }
}

/// A step of a signature under way.
pub(super) async fn show(
    ctx: Ctx,
    Path((slug, id, step)): Path<(String, Id<Signature>, i64)>,
) -> Result<Response, PageError> {
    Open::read(&ctx, &slug, id).await?.page(&ctx, step).await?.draw()
}

fn filled(step: i64, sent: &Sent) -> Option<Filled> {
    Some(match step {
        1 => Filled::Who(who_sent(sent)?),
        2 => Filled::Sub(sent.choice("sub")?),
        3 => Filled::Choices([sent.every("actions"), sent.every("prohibitions")].concat()),
        4 => Filled::Words {
            commitments: sent.text("commitments"),
            reservations: sent.text("reservations"),
            public_name: sent.ticked("public_name"),
        },
        _ => return None,
    })
}

/// Keeps a step and goes to the next one; the last one signs.
pub(super) async fn go_on(
    ctx: Ctx,
    Path((slug, id, step)): Path<(String, Id<Signature>, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let open = Open::read(&ctx, &slug, id).await?;
    if step == STEPS {
        return give(&ctx, open).await;
    }
    let outcome = match filled(step, &sent) {
        Some(filled) => acts::keep(&ctx, id, &filled).await,
        None if step == 1 => Err(who_missing()),
        None => Err(Refusal::field("sub", "missing", |l| Texts::new(l).sign_sub_missing().into())),
    };
    match outcome {
        Ok(()) => Ok(redirect(&open.place.href(&format!("signer/{id}/{}", step + 1)))),
        Err(refusal) => open.page(&ctx, step).await?.refused(&ctx, refusal),
    }
}

async fn give(ctx: &Ctx, open: Open) -> Result<Response, PageError> {
    let t = open.place.t;
    let signed = acts::sign(ctx, open.signature.id).await?;
    let href = format!("/signatures/{}", signed.code);
    Ok(match signed.state {
        SignatureState::Signed => done(ctx, &href, t.signed()),
        _ => redirect_with(ctx, &href, NoticeKind::Attention, t.signed_pending()),
    })
}

/// Forgets a signature that was not given.
pub(super) async fn give_up(ctx: Ctx, Path((slug, id)): Path<(String, Id<Signature>)>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    acts::give_up(&ctx, id).await?;
    Ok(done(&ctx, &place.href(""), place.t.sign_given_up()))
}
