//! Texts people write, bounded and cleaned, with their problem said at the field.

use arpent_web::FieldProblem;

use crate::texts::Texts;

/// Longest title, in characters: a whole question of a survey, a whole sentence that names a group, fit in it.
pub const TITLE: usize = 150;
/// Longest text of a contribution: real answers to an open question reach 17,000 characters, and none is cut.
pub const BODY: usize = 20_000;
/// Longest reason, summary or description.
pub const REASON: usize = 4_000;
/// Longest short text: a place, a cost, a delay.
pub const SHORT: usize = 200;

/// Reads a field that must be filled: trimmed, control characters removed, `min..=max` characters.
///
/// # Errors
/// What is missing or too long, for the field.
pub fn required(typed: &str, field: &'static str, max: usize) -> Result<String, FieldProblem> {
    let text = clean(typed);
    if text.is_empty() {
        return Err(FieldProblem::new(field, "missing", |l| Texts::new(l).text_missing().into()));
    }
    bounded(text, field, max)
}

/// Reads a field that may be empty.
///
/// # Errors
/// Too long.
pub fn optional(typed: &str, field: &'static str, max: usize) -> Result<String, FieldProblem> {
    bounded(clean(typed), field, max)
}

fn bounded(text: String, field: &'static str, max: usize) -> Result<String, FieldProblem> {
    let length = text.chars().count();
    if length > max {
        let over = length - max;
        return Err(FieldProblem::new(field, "too-long", move |l| Texts::new(l).text_too_long(max, over)));
    }
    Ok(text)
}

/// Line ends as `\n`, tabs as spaces (they part words in what is pasted from a list), no other control characters, no
/// spaces around.
pub fn clean(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().trim().to_owned()
}

/// The beginning of a text, to stand for a title that was not given.
pub fn first_words(text: &str, characters: usize) -> String {
    let line = text.lines().next().unwrap_or("").trim();
    if line.chars().count() <= characters {
        return line.to_owned();
    }
    let cut: String = line.chars().take(characters).collect();
    let end = cut.rfind(' ').filter(|end| *end > characters / 2).unwrap_or(cut.len());
    format!("{}…", &cut[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_title_is_called_by_its_first_words() {
        assert_eq!(
            first_words("Il manque un passage devant l’école, et les voitures vont vite.", 40),
            "Il manque un passage devant l’école, et…"
        );
    }

    #[test]
    fn what_is_too_long_is_said_at_its_field() {
        assert_eq!(required(&"a".repeat(9), "title", 8).err().map(|p| (p.field, p.code)), Some(("title", "too-long")));
    }

    #[test]
    fn a_list_pasted_with_tabs_keeps_its_words_apart() {
        assert_eq!(clean("•\tun banc\r\n•\tun\u{7} arbre\t"), "• un banc\n• un arbre");
    }

    #[test]
    fn spaces_alone_are_nothing() {
        assert_eq!(required(" \u{7}\n ", "text", 8).err().map(|p| p.code), Some("missing"));
    }
}
