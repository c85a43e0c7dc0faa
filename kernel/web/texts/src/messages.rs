use std::{fmt, sync::OnceLock};

use fluent_bundle::{
    FluentArgs, FluentResource, FluentValue,
    concurrent::FluentBundle,
    types::{FluentNumber, FluentNumberStyle},
};

use crate::{Lang, Value, numbers, typography};

/// The Fluent texts of one crate in every language, read at the first use of each.
///
/// The generated `Texts` holds one; its build has checked that every language says the same things.
pub struct Messages {
    french: Language,
    english: Language,
}

impl Messages {
    /// Keeps the two sources, without reading them yet.
    pub const fn new(french: &'static str, english: &'static str) -> Self {
        Self { french: Language::new(french), english: Language::new(english) }
    }

    /// The message `id`, or the attribute `id.attribute`, with its variables filled and, in French, typography set.
    /// An unknown id comes back as it is, so that a page still shows where the gap is.
    pub fn say(&self, lang: Lang, id: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        let bundle = lang.pick(&self.french, &self.english).bundle(lang);
        let variables = variables.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
        let Some(said) = say(bundle, id, &variables) else {
            return id.to_owned();
        };
        match lang {
            Lang::Fr => typography::french(&said).into_owned(),
            Lang::En => said,
        }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").finish_non_exhaustive()
    }
}

struct Language {
    source: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Language {
    const fn new(source: &'static str) -> Self {
        Self { source, bundle: OnceLock::new() }
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| read(lang, self.source))
    }
}

/// What cannot be read is left out, and so comes back as its id.
fn read(lang: Lang, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
    let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(lang.pick(in_french, in_english)));
    bundle.add_resource_overriding(resource);
    // Refused only when the bundle already has a function of that name; this one is new.
    drop(bundle.add_builtins());
    bundle
}

fn say(bundle: &FluentBundle<FluentResource>, id: &str, variables: &FluentArgs<'_>) -> Option<String> {
    let pattern = match id.split_once('.') {
        Some((id, attribute)) => bundle.get_message(id)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(id)?.value()?,
    };
    Some(bundle.format_pattern(pattern, Some(variables), &mut Vec::new()).into_owned())
}

fn in_french<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Lang::Fr, value)
}

fn in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(Lang::En, value)
}

fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    Some(match (&number.options.style, number.options.use_grouping) {
        (FluentNumberStyle::Percent, _) => {
            numbers::percent(lang, number.value, digits(number, number.value * 100.0, 0))
        }
        (_, false) => numbers::ungrouped(lang, number.value, digits(number, number.value, 3)),
        (_, true) => numbers::decimal(lang, number.value, digits(number, number.value, 3)),
    })
}

/// How many decimals to show: as many as the value has, within the message's limits, three at most unless it says so.
fn digits(number: &FluentNumber, shown: f64, usual: u8) -> u8 {
    let limit = |digits: Option<usize>| digits.and_then(|digits| u8::try_from(digits).ok());
    let least = limit(number.options.minimum_fraction_digits).unwrap_or(0);
    let most = limit(number.options.maximum_fraction_digits).unwrap_or(usual).max(least);
    let rounded = format!("{shown:.*}", usize::from(most));
    let decimals = rounded.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len());
    u8::try_from(decimals).unwrap_or(most).max(least)
}

#[cfg(test)]
mod tests {
    use super::Messages;
    use crate::Lang::{En, Fr};

    static TEXTS: Messages = Messages::new(
        "votes = { $count ->\n    [one] { $count } contribution\n   *[other] { $count } contributions\n }\n\
         asked = { $name } demande : « pourquoi ? »\n    .hint = Écrire à { $name }\n\
         year = En { NUMBER($year, useGrouping: \"false\") }\n\
         share = Part : { NUMBER($share, style: \"percent\", minimumFractionDigits: 1) }\n\
         mean = { $mean } points\n",
        "votes = { $count ->\n    [one] { $count } contribution\n   *[other] { $count } contributions\n }\n\
         share = Share: { NUMBER($share, style: \"percent\") }\n",
    );

    #[test]
    fn zero_is_singular_in_french_and_plural_in_english() {
        let said = |lang, count: i64| TEXTS.say(lang, "votes", &[("count", count.into())]);
        assert_eq!(said(Fr, 0), "0 contribution");
        assert_eq!(said(Fr, 1), "1 contribution");
        assert_eq!(said(Fr, 12_000), "12\u{202F}000 contributions");
        assert_eq!(said(En, 0), "0 contributions");
        assert_eq!(said(En, 12_000), "12,000 contributions");
    }

    #[test]
    fn french_typography_is_set_and_no_isolating_mark_is_left() {
        let name = [("name", "Zoé".into())];
        assert_eq!(TEXTS.say(Fr, "asked", &name), "Zoé demande\u{A0}: «\u{A0}pourquoi\u{202F}?\u{A0}»");
        assert_eq!(TEXTS.say(Fr, "asked.hint", &name), "Écrire à Zoé");
    }

    #[test]
    fn numbers_follow_the_options_of_the_message() {
        assert_eq!(TEXTS.say(Fr, "year", &[("year", 2026.into())]), "En 2026");
        assert_eq!(TEXTS.say(Fr, "share", &[("share", 0.25.into())]), "Part\u{A0}: 25,0\u{A0}%");
        assert_eq!(TEXTS.say(En, "share", &[("share", 0.254.into())]), "Share: 25%");
        assert_eq!(TEXTS.say(Fr, "mean", &[("mean", 3.5.into())]), "3,5 points");
    }

    #[test]
    fn an_unknown_message_shows_its_id() {
        assert_eq!(TEXTS.say(En, "asked.hint", &[]), "asked.hint");
    }
}
