//! Every sentence a person reads is in a language file: none in Rust, in HTML or in TypeScript.

use super::source::Source;
use super::tree::{Tree, assert_none};

const ACCENTED: &str = "àâäçéèêëîïôöùûüÿœæ";

/// French words that are neither English nor code.
const FRENCH: [&str; 24] = [
    "votre", "vos", "vous", "notre", "nous", "les", "des", "une", "dans", "avec", "est", "sont", "cette", "aux", "pas",
    "qui", "chaque", "mais", "aucun", "aucune", "leur", "leurs", "cela", "ces",
];

/// Words that are the same in every language; `démarche` has no English word and stays French.
const NAMES: [&str; 4] = ["Arpent", "HTTP", "démarche", "démarches"];

/// Attributes that are read out or shown.
const SPOKEN: [&str; 9] = [
    "alt",
    "title",
    "placeholder",
    "label",
    "summary",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
];

/// French that is the matter itself, not something said: file, text, reason.
const MATTER: [(&str, &str, &str); 1] = [("kernel/web/texts/src/lang.rs", "Français", "a language names itself")];

fn is_french(text: &str) -> bool {
    let is_address = text.contains('/') && !text.contains(char::is_whitespace);
    if is_address {
        return false;
    }
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty() && !NAMES.contains(word))
        .collect();
    let accented = words.iter().any(|word| word.chars().count() > 1 && word.contains(|c| ACCENTED.contains(c)));
    accented || (words.len() > 2 && words.iter().any(|word| FRENCH.contains(word)))
}

/// French texts of a file, as faults.
fn french_texts<'a>(file: &str, texts: impl Iterator<Item = (usize, &'a str)>) -> Vec<String> {
    let is_matter = |text: &str| MATTER.iter().any(|(path, matter, _)| *path == file && text.contains(matter));
    let french = texts.filter(|(_, text)| is_french(text) && !is_matter(text));
    french.map(|(line, text)| format!("{file}:{line}: {text}")).collect()
}

fn in_rust(file: &str, source: &Source) -> Vec<String> {
    french_texts(file, source.texts.iter().map(|(line, text)| (*line, text.as_str())))
}

#[test]
fn no_french_in_rust() {
    let tree = Tree::read();
    let faults: Vec<String> = tree.sources().flat_map(|(file, source)| in_rust(file, &source)).collect();
    assert_none("sentences in Rust: move them to the language files of their crate", &faults);
}

#[test]
fn a_planted_sentence_is_seen() {
    for text in ["Réponse", "Choisissez une date", "vous avez déjà signé"] {
        let source = Source::parse(&format!("fn a() {{ say({text:?}) }}")).unwrap();
        assert_eq!(in_rust("a.rs", &source).len(), 1, "{text}");
    }
}

#[test]
fn code_and_english_are_left_alone() {
    for text in
        ["SELECT id FROM person", "the file is too long", "é", "des", "a démarche opens", "/compte/fermer-les-autres"]
    {
        assert!(!is_french(text), "{text}");
    }
}

/// What a person would read in a template, with its line: expressions, tags and comments blanked, texts of spoken
/// attributes kept.
fn readable(template: &str) -> Vec<(usize, String)> {
    const UNSAID: [(&str, &str); 7] = [
        ("{#", "#}"),
        ("{{", "}}"),
        ("{%", "%}"),
        ("<!--", "-->"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<code", "</code>"),
    ];
    let html = UNSAID.iter().fold(template.to_owned(), |html, (open, close)| blank(&html, open, close));
    let mut found = Vec::new();
    let mut rest = html.as_str();
    while let Some(open) = rest.find('<') {
        let (text, tag_on) = rest.split_at(open);
        found.extend(said(&html, text));
        let (tag, after) = tag_on.split_at(tag_on.find('>').map_or(tag_on.len(), |end| end + 1));
        found.extend(spoken(tag).map(|value| (line_of(&html, tag), value.to_owned())));
        rest = after;
    }
    found.extend(said(&html, rest));
    found
}

/// The lines between two tags; a macro that writes attributes has lines that are pieces of a tag.
fn said<'a>(html: &'a str, between: &'a str) -> impl Iterator<Item = (usize, String)> + 'a {
    let lines = between.lines().filter(|line| !line.contains("=\""));
    lines.map(|line| (line_of(html, line), line.to_owned()))
}

/// Replaces everything between two marks by spaces, line ends kept.
fn blank(text: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
        out.push_str(&rest[..start]);
        out.extend(rest[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    out + rest
}

fn line_of(whole: &str, part: &str) -> usize {
    let visible = part.len() - part.trim_start().len();
    let offset = part.as_ptr() as usize - whole.as_ptr() as usize + visible;
    whole[..offset].matches('\n').count() + 1
}

fn spoken(tag: &str) -> impl Iterator<Item = &str> {
    SPOKEN.iter().filter_map(move |name| {
        let (_, value) = tag.split_once(&format!(" {name}=\""))?;
        value.split('"').next()
    })
}

/// Letters left in a template are a sentence that no language file knows.
fn said_in_html(file: &str, template: &str) -> Vec<String> {
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !NAMES.contains(&word);
    let mut faults = Vec::new();
    for (line, text) in readable(template) {
        let without_entities = blank(&text, "&", ";");
        let words: Vec<&str> =
            without_entities.split(|c: char| !c.is_alphanumeric()).filter(|word| is_word(word)).collect();
        if !words.is_empty() {
            faults.push(format!("{file}:{line}: {}", words.join(" ")));
        }
    }
    faults
}

#[test]
fn no_sentence_in_html() {
    let tree = Tree::read();
    let templates: Vec<&str> = tree.ending(".html").filter(|file| file.contains("/templates/")).collect();
    assert!(!templates.is_empty(), "there are templates");
    let faults: Vec<String> = templates.iter().flat_map(|file| said_in_html(file, &tree.text(file))).collect();
    assert_none("words in templates: move them to the language files of their crate", &faults);
}

#[test]
fn words_between_tags_and_in_spoken_attributes_are_seen() {
    let template = "{# note #}\n<p class=\"lead\">Bonjour {{ name }}</p>\n<img alt=\"A map\" src=\"{{ src }}\">";
    assert_eq!(said_in_html("a.html", template), ["a.html:2: Bonjour", "a.html:3: map"]);
}

#[test]
fn expressions_styles_scripts_and_names_are_no_sentence() {
    let template = "{% if a > b %}<title>{{ t.home() }} · Arpent</title>{% endif %}\n\
        <style>p { color: red }</style><script type=\"module\">start()</script>\n\
        <a aria-label=\"{{ t.next(\"x\") }}\" href=\"/next\">&nbsp;→ 12</a><code>deny.toml</code>\n\
        {% macro state(f) %} aria-invalid=\"true\"{% if f.required %} required{% endif %}{% endmacro %}";
    assert_eq!(said_in_html("a.html", template), Vec::<String>::new());
}

/// Quoted texts of a script, comments left out.
fn script_texts(script: &str) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    let (mut line, mut letters) = (1, script.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => line += 1,
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|next| *next != '\n').is_some() {},
            '"' | '\'' | '`' => {
                let text: String = std::iter::from_fn(|| letters.next_if(|next| *next != letter)).collect();
                letters.next();
                let begun = line;
                line += text.matches('\n').count();
                texts.push((begun, text));
            }
            _ => {}
        }
    }
    texts
}

fn in_script(file: &str, script: &str) -> Vec<String> {
    let texts = script_texts(&blank(script, "/*", "*/"));
    french_texts(file, texts.iter().map(|(line, text)| (*line, text.as_str())))
}

#[test]
fn no_french_in_the_browser_side() {
    let tree = Tree::read();
    let scripts = tree.ending(".ts").filter(|file| file.starts_with("web/src/"));
    let faults: Vec<String> = scripts.flat_map(|file| in_script(file, &tree.text(file))).collect();
    assert_none("sentences in TypeScript: let the page give them, from its language files", &faults);
}

#[test]
fn a_planted_sentence_in_a_script_is_seen_and_a_comment_is_not() {
    let script = "// Réponse\n/* Réponse */\nconst a = 'draft'; say(\"Enregistré\");";
    assert_eq!(in_script("a.ts", script), ["a.ts:3: Enregistré"]);
}
