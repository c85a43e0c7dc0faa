use std::cmp::Ordering;

use crate::{Lang, formatters::Formatters};

/// The order of two names in a list, as a reader expects it: accents count last, `Article 2` comes before `Article 10`.
pub fn collate(lang: Lang, a: &str, b: &str) -> Ordering {
    Formatters::of(lang).order.compare(a, b)
}

/// Joins things into one phrase: `a, b et c` or `a, b and c`.
pub fn list<S: AsRef<str>>(lang: Lang, things: &[S]) -> String {
    Formatters::of(lang).and.format(things.iter().map(AsRef::as_ref)).to_string()
}

#[cfg(test)]
mod tests {
    use super::{collate, list};
    use crate::Lang::{En, Fr};

    #[test]
    fn names_are_sorted_as_in_a_dictionary() {
        let mut names = ["étang", "Élan", "zone", "École", "Eau", "Article 10", "Article 2"];
        names.sort_by(|a, b| collate(Fr, a, b));
        assert_eq!(names, ["Article 2", "Article 10", "Eau", "École", "Élan", "étang", "zone"]);
    }

    #[test]
    fn things_are_joined_into_a_phrase() {
        assert_eq!(list(Fr, &["a", "b", "c"]), "a, b et c");
        assert_eq!(list(En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(list(Fr, &["a".to_owned(), "b".to_owned()]), "a et b");
        assert_eq!(list::<&str>(Fr, &[]), "");
    }
}
