//! What the address of a map asks for: a link sent to a colleague shows her the same map and the same list.

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
    pub(super) fn kept(&self) -> [(&'static str, &str); 6] {
        [
            ("couche", &self.couche),
            ("forme", &self.forme),
            ("date", &self.date),
            ("toutes", &self.toutes),
            ("q", &self.q),
            ("tri", &self.tri),
        ]
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
    fn without_a_day_it_is_today_and_every_day_is_asked_for() {
        let today = date(2026, 11, 2);
        assert_eq!(Asked::default().day(today), Some(today));
        assert_eq!(Asked { date: "hier".into(), ..Asked::default() }.day(today), Some(today));
        assert_eq!(Asked { toutes: "true".into(), ..Asked::default() }.day(today), None);
    }
}
