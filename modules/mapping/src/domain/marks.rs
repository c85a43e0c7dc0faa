//! The marks of a map: where each object stands, what it is, when it holds. Twenty thousand of them are filtered, counted in
//! cells and put in order here, faster than a database reads them.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arpent_core::Id;
use jiff::Timestamp;
use jiff::civil::Date;

use super::layer::holds;
use super::object::{Form, Object};
use super::view::View;

/// Letters of a name that put it in its place; beyond, ids do.
pub const NAME: usize = 40;

/// An object, as maps count it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its id.
    pub id: Id<Object>,
    /// What it is on the map.
    pub form: Form,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Where its sign is, in steps.
    pub x: i64,
    /// From the north.
    pub y: i64,
    /// Its area, in square metres; nothing for what has none.
    pub area: f64,
    /// Its length, in metres; nothing for what has none.
    pub length: f64,
    /// The beginning of its name, without accents.
    pub name: Box<str>,
    /// Drawn at.
    pub created_at: Timestamp,
}

/// In which order a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The latest first.
    #[default]
    Latest,
    /// By name.
    Name,
    /// The largest first.
    Size,
}

impl Order {
    fn of(self, one: &Mark, other: &Mark) -> Ordering {
        let by_id = one.id.cmp(&other.id);
        match self {
            Self::Latest => other.created_at.cmp(&one.created_at).then(by_id.reverse()),
            Self::Name => one.name.cmp(&other.name).then(by_id),
            Self::Size => other.area.total_cmp(&one.area).then(other.length.total_cmp(&one.length)).then(by_id),
        }
    }
}

/// What of the marks is shown.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Of this form only.
    pub form: Option<Form>,
    /// As it was on this day; on every day without one.
    pub day: Option<Date>,
    /// Among these only, when words were looked for.
    pub among: Option<HashSet<Id<Object>>>,
}

impl Shown {
    fn holds(&self, mark: &Mark) -> bool {
        self.form.is_none_or(|form| mark.form == form)
            && self.day.is_none_or(|day| holds(mark.from, mark.to, day))
            && self.among.as_ref().is_none_or(|among| among.contains(&mark.id))
    }
}

/// Marks counted together.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// How many.
    pub count: i64,
    /// Their middle, in steps.
    pub x: i64,
    /// From the north.
    pub y: i64,
    /// The one there is, when it is alone.
    pub one: Id<Object>,
}

/// How many there are, and the box around their signs in steps.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// How many.
    pub count: i64,
    /// West, north, east and south; none without any.
    pub around: Option<[i64; 4]>,
}

/// The marks shown of some layers.
#[derive(Debug)]
pub struct Marks {
    layers: Vec<Arc<Vec<Mark>>>,
    /// Layer and rank of those shown.
    shown: Vec<(usize, usize)>,
}

impl Marks {
    /// Those of some layers that are shown.
    pub fn of(layers: Vec<Arc<Vec<Mark>>>, shown: &Shown) -> Self {
        let ranked = |(layer, marks): (usize, &Arc<Vec<Mark>>)| {
            let kept = marks.iter().enumerate().filter(|(_, mark)| shown.holds(mark));
            kept.map(|(rank, _)| (layer, rank)).collect::<Vec<_>>()
        };
        let shown = layers.iter().enumerate().flat_map(ranked).collect();
        Self { layers, shown }
    }

    fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.shown.iter().map(|at| self.at(*at))
    }

    fn at(&self, (layer, rank): (usize, usize)) -> &Mark {
        &self.layers[layer][rank]
    }

    /// How many there are and where.
    pub fn extent(&self) -> Extent {
        let boxes = self.iter().map(|mark| [mark.x, mark.y, mark.x, mark.y]);
        Extent { count: i64::try_from(self.shown.len()).unwrap_or(i64::MAX), around: boxes.reduce(super::view::both) }
    }

    /// Signs counted in the cells of a window: points, and also zones and lines when `all`.
    pub fn cells(&self, view: &View, all: bool) -> Vec<Cell> {
        let [west, north, east, south] = view.bounds();
        let seen = |mark: &&Mark| (west..=east).contains(&mark.x) && (north..=south).contains(&mark.y);
        let mut cells: HashMap<(i64, i64), Cell> = HashMap::new();
        for mark in self.iter().filter(seen).filter(|mark| all || mark.form == Form::Point) {
            let at = (mark.x.div_euclid(view.cell()), mark.y.div_euclid(view.cell()));
            let cell = cells.entry(at).or_insert(Cell { count: 0, x: 0, y: 0, one: mark.id });
            (cell.count, cell.x, cell.y) = (cell.count + 1, cell.x + mark.x, cell.y + mark.y);
            cell.one = cell.one.min(mark.id);
        }
        let middle = |cell: Cell| Cell { x: cell.x / cell.count, y: cell.y / cell.count, ..cell };
        let mut cells: Vec<Cell> = cells.into_values().map(middle).collect();
        // The same window is drawn the same way, whatever the order in which cells were met.
        cells.sort_unstable_by_key(|cell| (cell.y, cell.x));
        cells
    }

    /// A page of the list: only what comes before its end is put in order.
    pub fn page(&self, order: Order, limit: usize, offset: usize) -> Vec<Id<Object>> {
        let end = offset.saturating_add(limit).min(self.shown.len());
        if offset >= end {
            return vec![];
        }
        let mut all = self.shown.clone();
        let compare = |one: &(usize, usize), other: &(usize, usize)| order.of(self.at(*one), self.at(*other));
        if end < all.len() {
            all.select_nth_unstable_by(end, compare);
            all.truncate(end);
        }
        if offset > 0 {
            all.select_nth_unstable_by(offset, compare);
        }
        let page = &mut all[offset..];
        page.sort_unstable_by(compare);
        page.iter().map(|at| self.at(*at).id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn mark(n: u32) -> Mark {
        Mark {
            id: Id::from_uuid(Uuid::from_u128(u128::from(n) + 1)),
            form: if n.is_multiple_of(10) { Form::Zone } else { Form::Point },
            from: None,
            to: (n % 2 == 1).then(|| date(2019, 12, 31)),
            x: 1_000_000 + i64::from(n),
            y: 2_000_000 + i64::from(n % 7),
            area: if n.is_multiple_of(10) { f64::from(n) } else { 0.0 },
            length: 0.0,
            name: format!("{:03}", (n * 37) % 101).into(),
            created_at: Timestamp::from_second(i64::from((n * 53) % 101)).expect("an instant"),
        }
    }

    fn marks(shown: &Shown) -> Marks {
        let half = |from: u32| Arc::new((from..from + 50).map(mark).collect::<Vec<_>>());
        Marks::of(vec![half(0), half(50)], shown)
    }

    #[test]
    fn every_page_of_every_order_is_a_part_of_the_whole_in_order() {
        for order in [Order::Latest, Order::Name, Order::Size] {
            let all = marks(&Shown::default());
            let mut whole: Vec<Mark> = all.iter().cloned().collect();
            whole.sort_by(|one, other| order.of(one, other));
            for (limit, offset) in [(20, 0), (20, 20), (20, 90), (1, 99), (200, 0), (20, 100), (0, 5)] {
                let wanted: Vec<_> = whole.iter().skip(offset).take(limit).map(|mark| mark.id).collect();
                assert_eq!(all.page(order, limit, offset), wanted, "{order:?} {limit} {offset}");
            }
        }
    }

    #[test]
    fn what_is_shown_is_what_holds_that_day_of_that_form_with_those_words() {
        let today = Shown { day: Some(date(2026, 11, 2)), ..Shown::default() };
        assert_eq!(marks(&today).extent().count, 50);
        assert_eq!(marks(&Shown { form: Some(Form::Zone), ..today.clone() }).extent().count, 10);
        let among = [mark(3).id, mark(4).id].into_iter().collect();
        let found = marks(&Shown { among: Some(among), ..today });
        assert_eq!(
            (found.extent().count, found.extent().around),
            (1, Some([1_000_004, 2_000_004, 1_000_004, 2_000_004]))
        );
        assert!(
            marks(&Shown { day: Some(date(1, 1, 1)), among: Some(HashSet::new()), ..Shown::default() })
                .extent()
                .around
                .is_none()
        );
    }

    #[test]
    fn cells_hold_every_point_of_the_window_once_and_zones_only_when_asked() {
        let all = marks(&Shown::default());
        let view = View { x: 1_000_050, y: 2_000_003, zoom: 19 };
        let count = |all_forms| all.cells(&view, all_forms).iter().map(|cell| cell.count).sum::<i64>();
        assert_eq!((count(false), count(true)), (90, 100));
        let alone = marks(&Shown { among: Some([mark(7).id].into_iter().collect()), ..Shown::default() });
        let cells = alone.cells(&view, false);
        assert_eq!((cells.len(), cells[0].one, cells[0].x), (1, mark(7).id, mark(7).x));
        assert!(alone.cells(&View { x: 0, y: 0, zoom: 19 }, true).is_empty());
    }
}
