//! Where something is, drawn: what the module of maps lends to the forms and the pages of others. Without such a module,
//! places are said in words alone.

use arpent_core::{Event, Id};
use arpent_documents::shapes::Shape;
use arpent_store::StoreError;
use arpent_store::Tx;
use arpent_web::{Ctx, FieldProblem, Pending, Refusal, Sent};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::domain::contribution::Contribution;
use crate::domain::initiative::Initiative;
use crate::texts::Texts;

/// Closest window that taking an address opens, as base maps count zooms: a few streets.
const STREETS: u8 = 17;

/// What someone has answered so far to "where, on the map".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Point, line or zone.
    pub form: String,
    /// Coordinates, a point a line, latitude then longitude.
    pub points: String,
    /// The address or the name she looks for; empty for none.
    pub sought: String,
    /// Where the map is looked at: `latitude,longitude,zoom`; empty for all of it.
    pub seen: String,
    /// The outline of the map that was picked in a list, by its rank there; empty for none.
    pub outline: String,
}

impl Asked {
    /// What a form sent. The second part is true when the button pressed was one of the question's own: the form is
    /// drawn again, nothing is checked.
    pub fn read(sent: &Sent) -> (Self, bool) {
        let mut asked = Self {
            form: sent.text("form"),
            points: sent.text("points"),
            sought: sent.text("sought").trim().to_owned(),
            seen: sent.text("seen"),
            outline: if sent.get("pick").is_empty() { String::new() } else { sent.text("outline") },
        };
        let taken = sent.get("take").to_owned();
        if taken.is_empty() {
            // The Enter key of another field presses the first button of a form: nothing sought, nothing is looked for.
            let seeks = !sent.get("seek").is_empty() && !asked.sought.is_empty();
            let picks = !asked.outline.is_empty();
            return (asked, seeks || picks);
        }
        asked.take(&taken);
        (asked, true)
    }

    /// Takes a place that was found: the map goes there, and a point is put when a point is what is drawn.
    fn take(&mut self, place: &str) {
        self.seen = format!("{place},{STREETS}");
        if matches!(self.form.as_str(), "" | "point") {
            place.replace(',', ", ").clone_into(&mut self.points);
        }
        self.sought.clear();
    }

    /// Each field with its name.
    pub fn pairs(&self) -> [(&'static str, &String); 3] {
        [("form", &self.form), ("points", &self.points), ("seen", &self.seen)]
    }
}

/// A map ready for a page of another module.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The fragment, with its fields when it asks.
    pub html: String,
    /// What is drawn, in words: "une zone de 1,2 ha".
    pub words: String,
    /// The policy of a page that shows it, when its base map is served by another host.
    pub policy: Option<HeaderValue>,
}

impl Drawn {
    /// Opens a page that may show a map to the images of its base map.
    pub fn open(shown: Option<&Self>, mut response: Response) -> Response {
        if let Some(policy) = shown.and_then(|drawn| drawn.policy.as_ref()) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        response
    }
}

#[derive(Debug, Template)]
#[template(path = "spot.html")]
struct Spot<'a> {
    t: Texts,
    map: &'a str,
    words: &'a str,
    href: &'a str,
}

/// What maps answer, later.
pub type Answered<'a, T> = Pending<'a, Result<T, Refusal>>;

/// Keeps a shape with a contribution, in the write that accepts it.
pub type Keep = for<'a> fn(&'a Tx, (Id<Initiative>, Id<Contribution>), &'a Shape) -> Answered<'a, Event>;

/// What maps can do for others. No field has a default.
#[derive(Clone, Copy)]
pub struct Lent {
    /// The question "where, on the map" in a form, with what was answered so far and what is wrong with it.
    pub question: for<'a> fn(&'a Ctx, &'a Initiative, &'a Asked, &'a [FieldProblem]) -> Answered<'a, Drawn>,
    /// What was answered as a shape; none when nothing was drawn.
    pub read: fn(&Asked) -> Result<Option<Shape>, FieldProblem>,
    /// A shape on a small map.
    pub show: for<'a> fn(&'a Ctx, Id<Initiative>, &'a Shape) -> Answered<'a, Drawn>,
    /// A point, latitude and longitude, among what the map of its démarche draws; no drawing when there is nothing around.
    pub near: for<'a> fn(&'a Ctx, &'a Initiative, (f64, f64)) -> Answered<'a, Drawn>,
    /// The address of the map of a démarche, close to a point: latitude and longitude.
    pub there: fn(&Initiative, (f64, f64)) -> String,
    /// Keeps what was drawn with a contribution, in the write that accepts it.
    pub keep: Keep,
    /// What was drawn with a contribution, on a small map.
    pub of: for<'a> fn(&'a Ctx, &'a Contribution) -> Answered<'a, Option<Drawn>>,
}

impl std::fmt::Debug for Lent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lent")
    }
}

/// The maps of the product, given to the router by the composition as an extension; none without their module.
#[derive(Debug, Clone, Copy, Default)]
pub struct Maps(pub Option<Lent>);

impl<S: Send + Sync> FromRequestParts<S> for Maps {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_default())
    }
}

impl Maps {
    /// What was answered as a shape; none when nothing was drawn.
    ///
    /// # Errors
    /// What is wrong with it, at its field.
    pub fn read(self, asked: &Asked) -> Result<Option<Shape>, FieldProblem> {
        self.0.map_or(Ok(None), |lent| (lent.read)(asked))
    }

    /// The question in a form; none without maps.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn question(
        self,
        ctx: &Ctx,
        initiative: &Initiative,
        asked: &Asked,
        problems: &[FieldProblem],
    ) -> Result<Option<Drawn>, Refusal> {
        match self.0 {
            Some(lent) => (lent.question)(ctx, initiative, asked, problems).await.map(Some),
            None => Ok(None),
        }
    }

    /// A shape on a small map; none without maps.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn show(self, ctx: &Ctx, of: Id<Initiative>, shape: &Shape) -> Result<Option<Drawn>, Refusal> {
        match self.0 {
            Some(lent) => (lent.show)(ctx, of, shape).await.map(Some),
            None => Ok(None),
        }
    }

    /// Where something is, on its own page: a small map if there is something around, its words, the way to the map of its
    /// démarche. None without maps, or without a point.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn spot(
        self,
        ctx: &Ctx,
        initiative: &Initiative,
        point: Option<(f64, f64)>,
    ) -> Result<Option<Drawn>, Refusal> {
        let (Some(lent), Some(point)) = (self.0, point) else { return Ok(None) };
        let drawn = (lent.near)(ctx, initiative, point).await?;
        let href = (lent.there)(initiative, point);
        let spot = Spot { t: Texts::new(ctx.lang), map: &drawn.html, words: &drawn.words, href: &href };
        let html = spot
            .render()
            .map_err(|error| StoreError::Unreadable { column: "spot.html".to_owned(), value: error.to_string() })?;
        Ok(Some(Drawn { html, ..drawn }))
    }

    /// What was drawn with a contribution; none without maps.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn of(self, ctx: &Ctx, contribution: &Contribution) -> Result<Option<Drawn>, Refusal> {
        match self.0 {
            Some(lent) => (lent.of)(ctx, contribution).await,
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_a_place_goes_there_and_puts_a_point_only_where_a_point_is_drawn() {
        let mut asked = Asked { form: "point".into(), sought: "quai".into(), ..Asked::default() };
        asked.take("48.58,7.75");
        assert_eq!(
            (asked.points.as_str(), asked.seen.as_str(), asked.sought.as_str()),
            ("48.58, 7.75", "48.58,7.75,17", "")
        );
        let mut zone = Asked { form: "zone".into(), points: "48.5, 7.7".into(), ..Asked::default() };
        zone.take("48.58,7.75");
        assert_eq!((zone.points.as_str(), zone.seen.as_str()), ("48.5, 7.7", "48.58,7.75,17"));
    }
}
