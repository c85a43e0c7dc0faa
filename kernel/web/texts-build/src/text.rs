//! What both languages say, side by side.

use std::collections::{BTreeMap, BTreeSet};

use arpent_texts::typography;
use fluent_bundle::{FluentBundle, FluentResource};

use crate::{
    Problem, name,
    source::{Language, Said},
};

/// One message in both languages.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) content: Content,
}

/// Whether a message is known when building.
#[derive(Debug)]
pub(crate) enum Content {
    /// The same for everyone, with its typography.
    Plain { french: String, english: String },
    /// Filled when shown. Each variable has its Fluent name and its parameter.
    Filled { written: String, variables: Vec<(String, String)> },
}

/// Puts the languages side by side; they must have the same messages with the same variables.
pub(crate) fn pair(french: &Language, english: &Language) -> Result<Vec<Text>, Vec<Problem>> {
    let mut problems: Vec<_> = missing(french, english).chain(missing(english, french)).collect();
    problems.extend(english.messages().filter_map(|(id, said)| differing(french, english, id, said)));
    if !problems.is_empty() {
        return Err(problems);
    }
    let bundles = (bundle(french), bundle(english));
    let (texts, failed): (Vec<_>, Vec<_>) =
        french.messages().map(|(id, said)| text(french, &bundles, id, said)).partition(Result::is_ok);
    let texts: Vec<_> = texts.into_iter().flatten().collect();
    problems.extend(failed.into_iter().filter_map(Result::err));
    problems.extend(clashing(french, &texts));
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

fn missing<'l>(from: &'l Language, other: &'l Language) -> impl Iterator<Item = Problem> + 'l {
    let lacks = |id: &String| !other.entries.contains_key(id);
    from.messages().filter(move |(id, _)| lacks(id)).map(|(id, said)| Problem::Missing {
        file: said.file.clone(),
        id: id.clone(),
        language: other.code,
    })
}

fn differing(french: &Language, english: &Language, id: &str, said: &Said) -> Option<Problem> {
    let (in_french, in_english) = (french.variables(id), english.variables(id));
    if !french.entries.contains_key(id) || in_french == in_english {
        return None;
    }
    Some(Problem::Variables {
        file: said.file.clone(),
        id: id.to_owned(),
        french: named(&in_french),
        english: named(&in_english),
    })
}

fn named(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        return "no variable".to_owned();
    }
    variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

type Bundles = (FluentBundle<FluentResource>, FluentBundle<FluentResource>);

fn text(language: &Language, bundles: &Bundles, id: &str, said: &Said) -> Result<Text, Problem> {
    let named = |reason| Problem::Name { file: said.file.clone(), id: id.to_owned(), reason };
    let variables = language.variables(id);
    let content = if variables.is_empty() {
        let resolved = |bundle| resolve(bundle, id, said);
        let french = typography::french(&resolved(&bundles.0)?).into_owned();
        Content::Plain { french, english: resolved(&bundles.1)? }
    } else {
        let parameter = |variable: String| name::variable(&variable).map(|parameter| (variable, parameter));
        let variables = variables.into_iter().map(parameter).collect::<Result<_, _>>().map_err(named)?;
        Content::Filled { written: said.written.clone(), variables }
    };
    Ok(Text { id: id.to_owned(), method: name::method(id).map_err(named)?, content })
}

fn bundle(language: &Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(language.code.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(language.joined()).unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(resource);
    // Refused only when the bundle already has a function of that name; this one is new.
    drop(bundle.add_builtins());
    bundle
}

fn resolve(bundle: &FluentBundle<FluentResource>, id: &str, said: &Said) -> Result<String, Problem> {
    let pattern = match id.split_once('.') {
        Some((id, attribute)) => {
            bundle.get_message(id).and_then(|message| Some(message.get_attribute(attribute)?.value()))
        }
        None => bundle.get_message(id).and_then(|message| message.value()),
    };
    let unresolved = |reason: String| Problem::Unresolved { file: said.file.clone(), id: id.to_owned(), reason };
    let pattern = pattern.ok_or_else(|| unresolved("no text".to_owned()))?;
    let mut errors = Vec::new();
    let resolved = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.first().map_or(Ok(resolved), |error| Err(unresolved(error.to_string())))
}

/// Two messages, such as `a-b` and `a.b`, that would be one method.
fn clashing(language: &Language, texts: &[Text]) -> Vec<Problem> {
    let mut owners = BTreeMap::new();
    let clash = |text: &Text, owner: &String| Problem::Name {
        file: language.entries[&text.id].file.clone(),
        id: text.id.clone(),
        reason: format!("has the same Rust name as `{owner}`; rename one"),
    };
    texts.iter().filter_map(|text| owners.insert(&text.method, &text.id).map(|owner| clash(text, owner))).collect()
}
