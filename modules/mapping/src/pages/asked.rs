//! What the address of a map asks for: a link sent to a colleague shows her the same map and the same list.

use std::collections::BTreeMap;

use arpent_core::Id;
use form_urlencoded::Serializer;
use jiff::civil::Date;
use serde::Deserialize;

use crate::domain::layer::{Layer, holds};
use crate::domain::marks::Order;
use crate::domain::object::Form;
use crate::domain::view::View;
use crate::store::views::Looked;

/// Lines of a page of the list.
pub(super) const PER_PAGE: usize = 20;

/// Before the code of a sort of things, the name of the box that hides it.
const WITHOUT: &str = "sans-";
/// Boxes that an address may hold.
const MOST_BOXES: usize = 12;

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) couche: String,
    pub(super) forme: String,
    pub(super) date: String,
    /// Also what no longer holds, or does not yet.
    pub(super) toutes: String,
    pub(super) q: String,
    pub(super) tri: String,
    vue: String,
    page: String,
    /// A place looked for: where the map will go.
    pub(super) adresse: String,
    /// Sorts of things that are hidden, by the name of their box.
    #[serde(flatten)]
    boxes: BTreeMap<String, String>,
}

impl Asked {
    /// One layer alone, today or on every day.
    pub(super) fn of_layer(id: Id<Layer>, every_day: bool) -> Self {
        let toutes = if every_day { "true".to_owned() } else { String::new() };
        Self { couche: id.to_string(), toutes, ..Self::default() }
    }

    /// The layers looked at, among those of a map.
    pub(super) fn layers<'a>(&self, layers: &'a [Layer], today: Date) -> Vec<&'a Layer> {
        let day = self.day(today);
        let wanted = |layer: &&Layer| self.couche.is_empty() || layer.id.to_string() == self.couche;
        let there = |layer: &&Layer| day.is_none_or(|day| holds(layer.from, layer.to, day));
        layers.iter().filter(wanted).filter(there).collect()
    }

    /// What to look for. A value the site does not know filters nothing.
    pub(crate) fn looked(&self, layers: &[Layer], today: Date) -> Looked {
        Looked {
            layers: self.layers(layers, today).iter().map(|layer| layer.id).collect(),
            form: Form::parse(&self.forme),
            day: self.day(today),
            words: self.q.trim().to_owned(),
        }
    }

    /// The day looked at; none for every day.
    pub(super) fn day(&self, today: Date) -> Option<Date> {
        if self.toutes.is_empty() { Some(self.date.parse().unwrap_or(today)) } else { None }
    }

    pub(super) fn order(&self) -> Order {
        match self.tri.as_str() {
            "nom" => Order::Name,
            "surface" => Order::Size,
            _ => Order::Latest,
        }
    }

    pub(super) fn view(&self) -> Option<View> {
        View::parse(&self.vue)
    }

    /// The page asked for, from 1.
    pub(super) fn page(&self) -> usize {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// Something is filtered.
    pub(super) fn any(&self) -> bool {
        [&self.couche, &self.forme, &self.date, &self.toutes, &self.q].iter().any(|one| !one.is_empty())
    }

    /// Nothing is asked that only layers answer: one of them, a form that is no point, another day than today.
    pub(super) fn is_of_everything(&self) -> bool {
        let forms = matches!(Form::parse(&self.forme), None | Some(Form::Point));
        self.couche.is_empty() && forms && (self.date.is_empty() || !self.toutes.is_empty())
    }

    /// A sort of things is hidden.
    pub(super) fn hides(&self, code: &str) -> bool {
        self.boxes.get(&[WITHOUT, code].concat()).is_some_and(|value| !value.is_empty())
    }

    /// The same window without a sort of things, or with it again.
    pub(super) fn turned(&self, code: &str) -> String {
        let (name, mut boxes) = ([WITHOUT, code].concat(), self.boxes.clone());
        if self.hides(code) {
            boxes.remove(&name);
        } else {
            boxes.insert(name, "true".to_owned());
        }
        Self { boxes, ..self.clone() }.written(&[("vue", &self.vue), ("page", &self.page)])
    }

    /// The same list at another page.
    pub(super) fn at(&self, page: u32) -> String {
        let page = page.to_string();
        self.written(&[("vue", &self.vue), ("page", if page == "1" { "" } else { &page })])
    }

    /// The same map through another window.
    pub(super) fn through(&self, view: &View) -> String {
        self.written(&[("vue", &view.address()), ("page", &self.page)])
    }

    /// The same filters for a file.
    pub(super) fn filters(&self) -> String {
        self.written(&[])
    }

    /// What filters, by name.
    pub(super) fn kept(&self) -> Vec<(&str, &str)> {
        let mut kept: Vec<(&str, &str)> = vec![
            ("couche", &self.couche),
            ("forme", &self.forme),
            ("date", &self.date),
            ("toutes", &self.toutes),
            ("q", &self.q),
            ("tri", &self.tri),
        ];
        let boxes = self.boxes.iter().filter(|(name, _)| name.starts_with(WITHOUT)).take(MOST_BOXES);
        kept.extend(boxes.map(|(name, value)| (name.as_str(), value.as_str())));
        kept
    }

    fn written(&self, more: &[(&str, &str)]) -> String {
        let pairs = self.kept();
        let filled = pairs.iter().chain(more).filter(|(_, value)| !value.is_empty());
        format!("?{}", Serializer::new(String::new()).extend_pairs(filled).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_address_keeps_its_filters_from_window_to_window() {
        let asked = Asked { q: "haie & talus".into(), date: "2019-06-01".into(), page: "2".into(), ..Asked::default() };
        let view = View::parse("48.58,7.75,14").expect("a window");
        assert_eq!(asked.through(&view), "?date=2019-06-01&q=haie+%26+talus&vue=48.58000%2C7.75000%2C14&page=2");
        assert_eq!((Asked::default().at(1), Asked::default().filters()), ("?".into(), "?".into()));
    }

    #[test]
    fn an_address_keeps_what_is_hidden_and_turns_it_back() {
        let asked: Asked =
            serde_json::from_value(serde_json::json!({"sans-chantiers": "true", "autre": "x"})).expect("read");
        assert!(asked.hides("chantiers") && !asked.hides("rencontres") && asked.is_of_everything());
        assert_eq!((asked.filters(), asked.turned("chantiers")), ("?sans-chantiers=true".into(), "?".into()));
        assert_eq!(asked.turned("rencontres"), "?sans-chantiers=true&sans-rencontres=true");
        for (forme, date, whole) in [("zone", "", false), ("point", "", true), ("", "2019-06-01", false)] {
            let asked = Asked { forme: forme.into(), date: date.into(), ..Asked::default() };
            assert_eq!(asked.is_of_everything(), whole, "{forme} {date}");
        }
    }

    #[test]
    fn without_a_day_it_is_today_and_every_day_is_asked_for() {
        let today = date(2026, 11, 2);
        assert_eq!(Asked::default().day(today), Some(today));
        assert_eq!(Asked { date: "hier".into(), ..Asked::default() }.day(today), Some(today));
        assert_eq!(Asked { toutes: "true".into(), ..Asked::default() }.day(today), None);
    }
}
