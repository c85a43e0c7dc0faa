//! What else has a place in a démarche: meetings, worksites, projects, as their modules tell it. A pin on the map, a line in
//! the list beside it.

use std::cmp::Reverse;

use arpent_commons::Modules;
use arpent_commons::module::{Placed, Sort};
use arpent_documents::contours::Place;
use arpent_store::search::fold;
use arpent_web::{Ctx, Refusal};

use super::asked::Asked;
use super::ground::Ground;
use crate::domain::view::{self, CLOSEST, View};
use crate::texts::Texts;

/// Pins nearer than this are one pin with their number, in pixels: on a phone they are drawn larger.
const APART: i64 = 48;
/// The head of a pin and its point, which is at the origin.
pub(super) const HEAD: &str = "M0 0L-10-13A14 14 0 1 1 10-13z";
/// The sign of what needs none.
const DOT: &str = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
/// A few streets.
const CLOSE: u8 = 17;

/// A pin on a map.
#[derive(Debug)]
pub(super) struct Pin {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) x: i64,
    pub(super) y: i64,
    /// The path of its sign; empty when it holds several sorts of things.
    pub(super) sign: &'static str,
    /// How many things it holds.
    pub(super) count: usize,
    /// All of them are past, or will not be.
    pub(super) over: bool,
    /// It opens another window of the same map.
    pub(super) closer: bool,
}

/// What has a place in a démarche, as the address of its map asks for it.
#[derive(Debug, Default)]
pub(super) struct Also {
    /// What is drawn and listed: what is to come, the soonest first, then what has no day, then what is over.
    pub(super) shown: Vec<Placed>,
    /// Every sort there is, in the order of their modules.
    pub(super) sorts: Vec<Told>,
}

/// A sort in the legend, and the box that hides it.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) sort: Sort,
    /// How many are shown.
    pub(super) count: usize,
    pub(super) hidden: bool,
    /// The same map without them, or with them again.
    pub(super) href: String,
}

impl Also {
    /// Reads what a map shows beside its layers; nothing on the map of the territory.
    pub(super) async fn of(ctx: &Ctx, ground: &Ground, asked: &Asked) -> Result<Self, Refusal> {
        let Some(initiative) = ground.held() else { return Ok(Self::default()) };
        let all = Modules::of(ctx).placed(ctx, initiative).await?;
        let mut sorts: Vec<Told> = Vec::new();
        for one in &all {
            if !sorts.iter().any(|told| told.sort.code == one.sort.code) {
                let hidden = asked.hides(one.sort.code);
                sorts.push(Told { sort: one.sort, count: 0, hidden, href: asked.turned(one.sort.code) });
            }
        }
        let mut shown: Vec<Placed> = all.into_iter().filter(|one| shows(asked, one)).collect();
        shown.sort_by_key(order);
        for told in &mut sorts {
            told.count = shown.iter().filter(|one| one.sort.code == told.sort.code).count();
        }
        Ok(Self { shown, sorts })
    }

    /// What is to come or under way; what is over.
    pub(super) fn lines(&self, ctx: &Ctx, asked: &Asked) -> (Vec<Line>, Vec<Line>) {
        let (over, ahead): (Vec<_>, Vec<_>) = self.shown.iter().partition(|one| one.over);
        let lines = |of: Vec<&Placed>| of.into_iter().map(|one| line(ctx, one, asked)).collect();
        (lines(ahead), lines(over))
    }
}

/// Something in the list.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) sort: Sort,
    pub(super) said: String,
    pub(super) place: String,
    /// The same map, close to it.
    pub(super) there: String,
    /// The word for what is over.
    pub(super) over: Option<&'static str>,
}

fn line(ctx: &Ctx, one: &Placed, asked: &Asked) -> Line {
    let (x, y) = at(one);
    Line {
        href: one.href.clone(),
        title: one.title.clone(),
        sort: one.sort,
        said: one.said.clone(),
        place: one.place.clone(),
        there: asked.through(&View { x, y, zoom: CLOSE }),
        over: one.over.then(|| Texts::new(ctx.lang).also_over_one()),
    }
}

/// A layer, a form or a day that is asked for is asked of the layers: nothing else answers it.
fn shows(asked: &Asked, one: &Placed) -> bool {
    let words = fold(&asked.q);
    let read = || fold(&format!("{} {}", one.title, one.place));
    asked.is_of_everything() && !asked.hides(one.sort.code) && (words.is_empty() || read().contains(&words))
}

/// What comes first: the soonest of what is to come, then what has no hour, then the latest of what is over.
fn order(one: &Placed) -> (bool, bool, Option<jiff::Timestamp>, Reverse<Option<jiff::Timestamp>>) {
    let ahead = one.at.filter(|_| !one.over);
    (one.over, one.at.is_none(), ahead, Reverse(one.at))
}

fn at(one: &Placed) -> (i64, i64) {
    let (latitude, longitude) = one.point;
    view::steps(Place { latitude, longitude })
}

/// The box around all of them, in steps.
pub(super) fn around(placed: &[Placed]) -> Option<[i64; 4]> {
    placed.iter().map(at).map(|(x, y)| [x, y, x, y]).reduce(view::both)
}

/// The address of the map of a démarche, close to a point.
pub(super) fn there(map: &str, (latitude, longitude): (f64, f64)) -> String {
    let (x, y) = view::steps(Place { latitude, longitude });
    format!("{map}?vue={}", View { x, y, zoom: CLOSE }.address())
}

/// The pins of a window; those that would cover each other are one, which leads closer, or to the list when nothing closer
/// parts them.
pub(super) fn pins(t: Texts, view: &View, placed: &[Placed], href: impl Fn(&View) -> String) -> Vec<Pin> {
    let mut held: Vec<((i64, i64), Vec<&Placed>)> = Vec::new();
    for one in placed {
        let (x, y) = at(one);
        if !view.sees([x, y, x, y]) {
            continue;
        }
        let (x, y) = view.pixel(x, y);
        match held.iter_mut().find(|((near_x, near_y), _)| (near_x - x).abs() < APART && (near_y - y).abs() < APART) {
            Some((_, group)) => group.push(one),
            None => held.push(((x, y), vec![one])),
        }
    }
    let mut pins: Vec<Pin> = held.iter().map(|(drawn, group)| pin(t, view, *drawn, group, &href)).collect();
    // What stands further south is in front of what stands behind it.
    pins.sort_by_key(|pin| pin.y);
    pins
}

/// A pin that leads nowhere: what the page is about.
pub(super) const fn alone((x, y): (i64, i64)) -> Pin {
    Pin { href: String::new(), title: String::new(), x, y, sign: DOT, count: 1, over: false, closer: false }
}

/// The same on another page than the map's own, whose address is `map`.
pub(super) fn elsewhere(t: Texts, view: &View, placed: &[Placed], map: &str) -> Vec<Pin> {
    let mut pins = pins(t, view, placed, |view| format!("{map}?vue={}", view.address()));
    for pin in &mut pins {
        pin.closer = false;
        if pin.href.starts_with('#') {
            pin.href.insert_str(0, map);
        }
    }
    pins
}

fn pin(t: Texts, view: &View, (x, y): (i64, i64), group: &[&Placed], href: impl Fn(&View) -> String) -> Pin {
    let over = group.iter().all(|one| one.over);
    if let [one] = group {
        let title = t.also_pin(one.said.as_str(), one.sort.one, one.title.as_str());
        return Pin { href: one.href.clone(), title, x, y, sign: one.sort.sign, count: 1, over, closer: false };
    }
    let first = group[0];
    let closer = view.zoom < CLOSEST && group.iter().any(|one| at(one) != at(first));
    let (middle_x, middle_y) = at(first);
    let zoom = view.zoom.saturating_add(2).min(CLOSEST);
    let href = if closer { href(&View { x: middle_x, y: middle_y, zoom }) } else { "#aussi".to_owned() };
    let title = if closer { t.also_pins_closer(group.len()) } else { t.also_pins_listed(group.len()) };
    let sign = if group.iter().all(|one| one.sort.code == first.sort.code) { first.sort.sign } else { "" };
    Pin { href, title, x, y, sign, count: group.len(), over, closer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arpent_texts::Lang;

    const SORT: Sort = Sort { code: "rencontres", one: "Rencontre", many: "Rencontres", sign: "M0 0z" };

    fn placed(n: i64, latitude: f64, over: bool) -> Placed {
        Placed {
            sort: SORT,
            title: format!("Rencontre {n}"),
            href: format!("/rencontres/{n}"),
            point: (latitude, 5.59),
            place: "Salle des fêtes".into(),
            at: (n > 0).then(|| jiff::Timestamp::from_second(n).expect("an instant")),
            said: "samedi".into(),
            over,
        }
    }

    fn view() -> View {
        View::parse("45.36,5.59,14").expect("a window")
    }

    #[test]
    fn pins_that_cover_each_other_are_one_that_leads_closer_or_to_the_list() {
        let (t, all) = (Texts::new(Lang::Fr), [placed(1, 45.36, false), placed(2, 45.3601, true)]);
        let near = pins(t, &view(), &all, View::address);
        assert_eq!((near.len(), near[0].count, near[0].over, near[0].closer), (1, 2, false, true));
        assert!(near[0].href.ends_with(",16"), "{}", near[0].href);
        let same = [placed(1, 45.36, true), placed(2, 45.36, true)];
        let same = pins(t, &view(), &same, View::address);
        assert_eq!((same[0].href.as_str(), same[0].over, same[0].closer), ("#aussi", true, false));
        let apart = pins(t, &view(), &[placed(1, 45.36, false), placed(2, 45.365, false)], View::address);
        assert_eq!(apart.iter().map(|pin| pin.href.as_str()).collect::<Vec<_>>(), ["/rencontres/2", "/rencontres/1"]);
        assert!(pins(t, &view(), &[placed(1, 48.0, false)], View::address).is_empty());
    }

    #[test]
    fn the_list_begins_with_what_comes_and_ends_with_what_is_long_past() {
        let mut all = [
            placed(10, 45.0, true),
            placed(0, 45.0, false),
            placed(30, 45.0, false),
            placed(20, 45.0, true),
            placed(25, 45.0, false),
        ];
        all.sort_by_key(order);
        assert_eq!(
            all.map(|one| one.href),
            ["/rencontres/25", "/rencontres/30", "/rencontres/0", "/rencontres/20", "/rencontres/10"]
        );
    }
}
