//! The filters of a list, kept in its address: a link sent to a colleague shows her the same list.

use arpent_commons::domain::contribution::{AnswerStatus, Channel};
use arpent_commons::domain::initiative::{Initiative, Theme};
use arpent_commons::domain::people::{Area, Capacity};
use arpent_commons::store::contributions::{Filter, Order};
use arpent_core::Id;
use form_urlencoded::Serializer;
use serde::Deserialize;

/// Lines of a page.
const PER_PAGE: i64 = 20;
/// Most lines of a page, for those who read or print everything.
const MOST: i64 = 1_000;
/// No theme, in the address.
const NO_THEME: &str = "aucun";
/// No final answer yet, in the address.
const WAITING: &str = "attente";

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filters {
    pub(crate) theme: String,
    pub(crate) commune: String,
    pub(crate) reponse: String,
    pub(crate) titre: String,
    pub(crate) canal: String,
    pub(crate) q: String,
    pub(crate) tri: String,
    page: String,
    par: String,
}

impl Filters {
    /// What to read. A value the site does not know filters nothing.
    pub(crate) fn filter(&self, initiative: Id<Initiative>, hidden: bool) -> Filter {
        Filter {
            theme: self.theme.parse::<Id<Theme>>().ok(),
            no_theme: self.theme == NO_THEME,
            area: self.commune.parse::<Id<Area>>().ok(),
            status: AnswerStatus::parse(&self.reponse),
            unanswered: self.reponse == WAITING,
            channel: Channel::parse(&self.canal),
            capacity: Capacity::parse(&self.titre),
            text: Some(self.q.trim().to_owned()).filter(|typed| !typed.is_empty()),
            order: match self.tri.as_str() {
                "anciennes" => Order::Oldest,
                "numero" => Order::Number,
                _ => Order::Latest,
            },
            hidden,
            limit: self.per_page(),
            offset: (self.page() - 1) * self.per_page(),
            ..Filter::of(initiative)
        }
    }

    /// Lines of a page.
    pub(crate) fn per_page(&self) -> i64 {
        self.par.parse().unwrap_or(PER_PAGE).clamp(1, MOST)
    }

    /// The page asked for, from 1.
    pub(crate) fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// Something is filtered.
    pub(crate) fn any(&self) -> bool {
        [&self.theme, &self.commune, &self.reponse, &self.titre, &self.canal, &self.q].iter().any(|one| !one.is_empty())
    }

    /// The same list at another page.
    pub(crate) fn at(&self, page: u32) -> String {
        let page = page.to_string();
        let pairs = [
            ("theme", &self.theme),
            ("commune", &self.commune),
            ("reponse", &self.reponse),
            ("titre", &self.titre),
            ("canal", &self.canal),
            ("q", &self.q),
            ("tri", &self.tri),
            ("par", &self.par),
            ("page", &page),
        ];
        let filled = pairs.into_iter().filter(|(name, value)| !value.is_empty() && (*name != "page" || page != "1"));
        format!("?{}", Serializer::new(String::new()).extend_pairs(filled).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_address_keeps_its_filters_from_page_to_page() {
        let filters = Filters { q: "vélo & école".into(), tri: "numero".into(), ..Filters::default() };
        assert_eq!(filters.at(2), "?q=v%C3%A9lo+%26+%C3%A9cole&tri=numero&page=2");
        assert_eq!(Filters::default().at(1), "?");
    }

    #[test]
    fn a_page_holds_a_thousand_lines_at_most_and_starts_where_the_last_ended() {
        let filters = Filters { par: "5000".into(), page: "3".into(), ..Filters::default() };
        let filter = filters.filter(Id::from_uuid(Uuid::nil()), false);
        assert_eq!((filter.limit, filter.offset), (1_000, 2_000));
    }

    #[test]
    fn a_value_nobody_knows_filters_nothing() {
        let filters = Filters { reponse: "perdue".into(), titre: "pilote".into(), ..Filters::default() };
        let filter = filters.filter(Id::from_uuid(Uuid::nil()), false);
        assert_eq!((filter.status, filter.capacity, filter.unanswered), (None, None, false));
    }
}
