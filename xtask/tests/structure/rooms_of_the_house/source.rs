//! A Rust file without its tests and its documentation: the texts it holds, the words it uses, its functions.

use proc_macro2::{Delimiter, Group, LexError, TokenStream, TokenTree, token_stream};
use std::iter::Peekable;

/// What the rules look at in a file.
#[derive(Default)]
pub struct Source {
    /// String literals, with their line.
    pub texts: Vec<(usize, String)>,
    /// Identifiers, with their line.
    pub words: Vec<(usize, String)>,
    /// Functions that have a body.
    pub functions: Vec<Function>,
}

/// A function and its length, signature included.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub lines: usize,
}

type Tokens = Peekable<token_stream::IntoIter>;

impl Source {
    pub fn parse(text: &str) -> Result<Self, LexError> {
        let mut source = Self::default();
        source.walk(text.parse()?);
        Ok(source)
    }

    fn walk(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => self.attribute(&mut tokens),
                TokenTree::Punct(_) => {}
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Literal(literal) => {
                    let written = literal.to_string();
                    if written.starts_with(['"', 'r', 'c']) {
                        self.texts.push((literal.span().start().line, written));
                    }
                }
                TokenTree::Ident(word) => {
                    let line = word.span().start().line;
                    if word == "fn" {
                        self.functions.extend(function(line, tokens.clone()));
                    }
                    self.words.push((line, word.to_string()));
                }
            }
        }
    }

    /// Documentation is not code, and what is for tests only is left out with the item that follows.
    fn attribute(&mut self, tokens: &mut Tokens) {
        tokens.next_if(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'));
        let is_group = |token: &TokenTree| matches!(token, TokenTree::Group(_));
        let Some(TokenTree::Group(group)) = tokens.next_if(is_group) else {
            return;
        };
        let words: String = group.stream().to_string().split_whitespace().collect();
        if words == "cfg(test)" || words == "test" || words.ends_with("::test") {
            skip_item(tokens);
        } else if !words.starts_with("doc") {
            self.walk(group.stream());
        }
    }
}

fn skip_item(tokens: &mut Tokens) {
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(mark) if mark.as_char() == ';' => return,
            _ => {}
        }
    }
}

fn function(line: usize, mut tokens: Tokens) -> Option<Function> {
    let TokenTree::Ident(name) = tokens.next()? else {
        return None;
    };
    let body = body(tokens)?;
    Some(Function { name: name.to_string(), lines: body.span_close().end().line - line + 1 })
}

fn body(tokens: Tokens) -> Option<Group> {
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return Some(group),
            TokenTree::Punct(mark) if mark.as_char() == ';' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        //! Documentation of the file.
        /// Documentation of the item.
        #[error("in an attribute")]
        fn seen(call: fn(u8)) -> [u8; 2] {
            println!("in a macro");
            r"raw"
        }
        trait Only { fn promised(&self); }
        #[cfg(test)]
        mod tests { fn hidden() { "in a test" } }
        #[tokio::test]
        async fn hidden_too() { "in a test" }
        const LAST: &str = "after";
    "#;

    #[test]
    fn keeps_texts_that_run_and_drops_tests_and_documentation() {
        let texts: Vec<String> = Source::parse(FILE).unwrap().texts.into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["\"in an attribute\"", "\"in a macro\"", "r\"raw\"", "\"after\""]);
    }

    #[test]
    fn measures_functions_that_have_a_body() {
        let functions = Source::parse(FILE).unwrap().functions;
        assert_eq!(functions, [Function { name: "seen".into(), lines: 4 }]);
    }
}
