//! Rust names for Fluent ones.

const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union", "auto",
];
/// Keywords that Rust does not let anyone escape.
const PATHS: [&str; 4] = ["self", "super", "crate", "_"];
/// What `Texts` offers beside the messages.
const TAKEN: [&str; 3] = ["new", "lang", "say"];

/// The method of a message (`id` or `id.attribute`), or why it cannot have one.
pub(crate) fn method(id: &str) -> Result<String, String> {
    let name = variable(id)?;
    if TAKEN.contains(&name.as_str()) {
        return Err(format!("`{name}` is a method of every `Texts`; choose a longer name"));
    }
    Ok(name)
}

/// The parameter of a variable, or why it cannot be one.
pub(crate) fn variable(id: &str) -> Result<String, String> {
    if id.contains(|c: char| c.is_ascii_uppercase()) {
        return Err("names are written in small letters, with hyphens".to_owned());
    }
    let name = id.replace(['-', '.'], "_");
    Ok(match name.as_str() {
        path if PATHS.contains(&path) => format!("{path}_"),
        keyword if KEYWORDS.contains(&keyword) => format!("r#{keyword}"),
        _ => name,
    })
}

#[cfg(test)]
mod tests {
    use super::{method, variable};

    #[test]
    fn hyphens_and_attributes_become_underscores() {
        assert_eq!(method("contribution-send").as_deref(), Ok("contribution_send"));
        assert_eq!(method("contribution.hint").as_deref(), Ok("contribution_hint"));
    }

    #[test]
    fn keywords_are_escaped() {
        assert_eq!(method("yield").as_deref(), Ok("r#yield"));
        assert_eq!(variable("type").as_deref(), Ok("r#type"));
        assert_eq!(variable("self").as_deref(), Ok("self_"));
    }

    #[test]
    fn capitals_and_taken_names_are_refused() {
        assert!(method("sendIt").unwrap_err().contains("small letters"));
        assert!(method("say").unwrap_err().contains("choose a longer name"));
    }
}
