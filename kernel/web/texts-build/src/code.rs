//! The Rust text of the accessors.

use std::fmt::Write;

use crate::text::{Content, Text};

/// Composes `texts.rs`.
pub(crate) fn compose(texts: &[Text]) -> String {
    let mut code = String::new();
    if texts.iter().any(|text| matches!(text.content, Content::Filled { .. })) {
        code.push_str(MESSAGES);
    }
    code.push_str(&plain_table(texts));
    code.push_str(HEAD);
    code.push_str(SAY);
    code.extend(texts.iter().map(accessor));
    code.push_str("}\n");
    code
}

const MESSAGES: &str = r#"static MESSAGES: ::arpent_texts::Messages =
    ::arpent_texts::Messages::new(include_str!("texts.fr.ftl"), include_str!("texts.en.ftl"));

"#;

const HEAD: &str = r"/// The texts of this crate in one language: a method per message.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    lang: ::arpent_texts::Lang,
}

impl Texts {
    /// The texts in `lang`.
    pub const fn new(lang: ::arpent_texts::Lang) -> Self {
        Self { lang }
    }

    /// The language of these texts.
    pub const fn lang(self) -> ::arpent_texts::Lang {
        self.lang
    }
";

/// A table rather than a `match`: it stays one short function however many messages there are.
fn plain_table(texts: &[Text]) -> String {
    let mut code = String::from("/// Messages without variables: id, French, English; in the order of the ids.\n");
    code.push_str("static PLAIN: &[(&str, &str, &str)] = &[");
    for text in texts {
        if let Content::Plain { french, english } = &text.content {
            let _ = write!(code, "\n    ({:?}, {french:?}, {english:?}),", text.id);
        }
    }
    code.push_str("\n];\n\n");
    code
}

const SAY: &str = r"
    /// The message `id`, for an id known only at run time; `None` when it does not exist or has variables.
    pub fn say(self, id: &str) -> Option<&'static str> {
        let at = PLAIN.binary_search_by(|(known, _, _)| (*known).cmp(id)).ok()?;
        let (_, french, english) = PLAIN[at];
        Some(self.lang.pick(french, english))
    }
";

fn accessor(text: &Text) -> String {
    match &text.content {
        Content::Plain { french, english } => plain(&text.method, french, english),
        Content::Filled { written, variables } => filled(text, written, variables),
    }
}

fn plain(method: &str, french: &str, english: &str) -> String {
    format!(
        "\n    /// {}\n    pub const fn {method}(self) -> &'static str {{\n        self.lang.pick({french:?}, {english:?})\n    }}\n",
        quoted(french)
    )
}

fn filled(text: &Text, written: &str, variables: &[(String, String)]) -> String {
    let each = |compose: &dyn Fn(&str, &str) -> String| {
        variables.iter().map(|(name, parameter)| compose(name, parameter)).collect::<Vec<_>>().join(", ")
    };
    let named = each(&|name, _| format!("`{name}`"));
    let parameters = each(&|_, parameter| format!("{parameter}: impl Into<::arpent_texts::Value<'a>>"));
    let values = each(&|name, parameter| format!("({name:?}, {parameter}.into())"));
    // Clippy's limit is seven, `self` included.
    let many = if variables.len() < 7 { "" } else { MANY };
    format!(
        "\n    /// {}\n    ///\n    /// Variables: {named}.\n{many}    pub fn {}<'a>(self, {parameters}) -> String {{\n        \
         MESSAGES.say(self.lang, {:?}, &[{values}])\n    }}\n",
        quoted(written),
        text.method,
        text.id,
    )
}

const MANY: &str = "    #[expect(clippy::too_many_arguments, reason = \"one per variable of the message\")]\n";

/// A text as a code span, so that nothing in it reads as Markdown.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("`{}`", line.replace('`', "'"))
}
