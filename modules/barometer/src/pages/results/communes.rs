//! A service commune by commune: their own figure where enough people answered, a modelled one where they are few, nothing
//! where they are too few.

use arpent_commons::store::contours::{self, Outline};
use arpent_commons::store::places::{self, AreaRow};
use arpent_look::map::{self, Place, Shade, Shape};
use arpent_texts::{Lang, collate, decimal, list};
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::open::Opened;
use super::people::group_href;
use super::words;
use crate::domain::cube::{Cell, Cube, Named, PopulationNote, Reading, Variable};
use crate::domain::question::Aspect;
use crate::texts::Texts;

/// The address of a service's map.
pub(super) fn map_href(base: &str, service: &str) -> String {
    format!("{base}/carte?service={service}")
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    service: String,
}

#[derive(Debug, Template)]
#[template(path = "results_map.html")]
struct MapPage {
    shell: Shell,
    t: Texts,
    base: String,
    field: Field,
    name: String,
    label: &'static str,
    whole: String,
    map: String,
    lines: Vec<Line>,
    legend: Vec<(&'static str, &'static str)>,
    chance: String,
}

/// A commune.
#[derive(Debug)]
struct Line {
    name: String,
    href: String,
    said: String,
    how: &'static str,
    verdict: &'static str,
}

/// The page of the map.
pub(super) async fn show(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let (variable, users) = cube.communes().zip(cube.users()).ok_or(Refusal::NotFound)?;
    let service = match cube.services.iter().find(|one| one.code == asked.service) {
        Some(found) => found,
        None => cube.services.first().ok_or(Refusal::NotFound)?,
    };
    let seen = Seen { lang: ctx.lang, t: Texts::new(ctx.lang), cube, users, variable, service: &service.code };
    let areas = places::of_initiative(&ctx.db, opened.barometer.initiative).await?;
    let outlines = contours::outlines(&ctx.db, opened.barometer.initiative).await?;
    let name = service.name.say(ctx.lang.code()).to_owned();
    let t = seen.t;
    page(&MapPage {
        shell: opened.shell_below(&ctx, t.map_title()),
        field: seen.field(),
        label: words::nature(t, users.nature),
        whole: t
            .map_whole(seen.whole().map_or_else(|| t.withheld_few().to_owned(), |one| words::reading(ctx.lang, one))),
        map: seen.map(&opened.base(), &name, &areas, &outlines),
        lines: seen.lines(&opened.base()),
        legend: seen.legend(),
        chance: t.map_chance(variable.groups.len(), words::share(ctx.lang, cube.rules.confidence)),
        base: opened.base(),
        name,
        t,
    })
}

/// A service as it is read on the map.
struct Seen<'a> {
    lang: Lang,
    t: Texts,
    cube: &'a Cube,
    users: &'a PopulationNote,
    variable: &'a Variable,
    service: &'a str,
}

impl Seen<'_> {
    fn field(&self) -> Field {
        let choice = |one: &Named| Choice::new(&one.code, one.name.say(self.lang.code()), self.service);
        let choices = self.cube.services.iter().map(choice).collect();
        Field::choices("service", self.t.service(), choices).kind("select").required()
    }

    /// What the tones mean; hatching only where something is hidden.
    fn legend(&self) -> Vec<(&'static str, &'static str)> {
        let t = self.t;
        let hidden = self.variable.groups.iter().any(|group| self.shade(self.cell(&group.code)) == Shade::Hidden);
        let tones = [("below", t.map_below()), ("v1", t.map_even()), ("v3", t.map_above())];
        tones.into_iter().chain(hidden.then(|| ("vh", t.map_hidden()))).collect()
    }

    fn whole(&self) -> Option<&Reading> {
        self.cube.reading(&self.users.code, Aspect::Satisfaction, self.service)
    }

    fn cell(&self, commune: &str) -> Option<&Cell> {
        let mut cells = self.cube.cells_by(&self.users.code, Aspect::Satisfaction, self.service, &self.variable.code);
        cells.find(|(value, _)| *value == commune).map(|(_, cell)| cell)
    }

    /// Whether its interval lies wholly on one side of the figure of all.
    fn shade(&self, cell: Option<&Cell>) -> Shade {
        let whole = self.whole().and_then(Reading::shown).map(|shown| shown.value);
        let interval = cell.and_then(|cell| match (&cell.reading, &cell.modelled) {
            (Reading::Shown(shown), _) => shown.interval,
            (_, modelled) => modelled.map(|one| one.interval),
        });
        match (cell.map(|cell| &cell.reading), interval.zip(whole)) {
            (Some(Reading::Withheld { .. }), _) => Shade::Hidden,
            (None, _) | (_, None) => Shade::Blank,
            (_, Some(((low, _), whole))) if low > whole => Shade::Above,
            (_, Some(((_, high), whole))) if high < whole => Shade::Below,
            (_, Some(_)) => Shade::Even,
        }
    }

    /// What fits in a commune.
    fn short(&self, cell: Option<&Cell>) -> String {
        match cell.map(|cell| (&cell.reading, &cell.modelled)) {
            Some((Reading::Shown(shown), _)) => words::share(self.lang, shown.value),
            Some((_, Some(modelled))) => format!("≈ {}", words::share(self.lang, modelled.value)),
            Some((Reading::Withheld { .. }, _)) => self.t.map_hidden_short().to_owned(),
            Some((Reading::Counted { .. }, None)) | None => "–".to_owned(),
        }
    }

    fn line(&self, base: &str, name: &str, code: &str) -> Line {
        let cell = self.cell(code);
        let (said, how) = match cell.map(|cell| (&cell.reading, &cell.modelled)) {
            Some((Reading::Counted { n }, Some(modelled))) => {
                let (low, high) = modelled.interval;
                let share = words::share(self.lang, modelled.value);
                let [low, high] = [low, high].map(|one| decimal(self.lang, 100.0 * one, 0));
                (self.t.estimate_n(self.t.estimate_with(high, low, share), *n), self.t.map_how_model())
            }
            Some((reading @ Reading::Withheld { .. }, _)) => {
                (words::reading(self.lang, reading), self.t.map_how_hidden())
            }
            Some((reading, _)) => (words::reading(self.lang, reading), self.t.map_how_direct()),
            None => (self.t.map_nobody().to_owned(), "–"),
        };
        let verdict = match self.shade(cell) {
            Shade::Above => self.t.map_above(),
            Shade::Below => self.t.map_below(),
            Shade::Even => self.t.map_even(),
            Shade::Hidden | Shade::Blank | Shade::Value(_) => "",
        };
        Line {
            name: name.to_owned(),
            href: group_href(base, &self.users.code, &self.variable.code, code),
            said,
            how,
            verdict,
        }
    }

    fn lines(&self, base: &str) -> Vec<Line> {
        let line = |group: &Named| self.line(base, group.name.say(self.lang.code()), &group.code);
        let mut lines: Vec<Line> = self.variable.groups.iter().map(line).collect();
        lines.sort_by(|one, other| collate(self.lang, &one.name, &other.name));
        lines
    }

    fn map(&self, base: &str, name: &str, areas: &[AreaRow], outlines: &[Outline]) -> String {
        let mut places: Vec<(Place, Option<Shape>)> = self
            .variable
            .groups
            .iter()
            .map(|group| {
                let area = areas.iter().find(|area| area.code.as_deref() == Some(group.code.as_str()));
                let outline = area.and_then(|area| outlines.iter().find(|outline| outline.area == area.id));
                let cell = self.cell(&group.code);
                let place = Place {
                    name: group.name.say(self.lang.code()).to_owned(),
                    weight: area.and_then(|area| area.population).map_or(1.0, |people| people as f64),
                    shade: self.shade(cell),
                    label: self.short(cell),
                    href: Some(group_href(base, &self.users.code, &self.variable.code, &group.code)),
                    code: group.code.clone(),
                };
                (place, outline.map(|outline| outline.shape.clone()))
            })
            .collect();
        places.sort_by(|(one, _), (other, _)| collate(self.lang, &one.name, &other.name));
        self.drawn(name, places, outlines)
    }

    fn drawn(&self, name: &str, places: Vec<(Place, Option<Shape>)>, outlines: &[Outline]) -> String {
        let title = self.t.map_caption(name);
        let whole: Option<Vec<(Place, Shape)>> =
            places.iter().map(|(place, shape)| Some((place.clone(), shape.clone()?))).collect();
        let Some(whole) = whole else {
            let words = map::Words { title: &title, sentence: self.t.map_sentence(), note: self.t.map_note() };
            return map::schematic(&words, &places.into_iter().map(|(place, _)| place).collect::<Vec<_>>());
        };
        let mut sources: Vec<&str> = outlines.iter().map(|outline| outline.source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        let note = self.t.map_note_contours(list(self.lang, &sources));
        map::contoured(&map::Words { title: &title, sentence: self.t.map_sentence(), note: &note }, &whole)
    }
}
