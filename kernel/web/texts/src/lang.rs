use std::fmt;

/// A language of the interface. French is the reference, English its complete counterpart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// French, shown when a visitor asks for nothing else.
    #[default]
    Fr,
    /// English, written the British way.
    En,
}

impl Lang {
    /// Every language, in the order in which a switch offers them.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The code for `lang` and `hreflang` attributes, addresses and cookies.
    pub const fn code(self) -> &'static str {
        self.pick("fr", "en")
    }

    /// The language's name in itself, as the switch must show it.
    pub const fn name(self) -> &'static str {
        self.pick("Français", "English")
    }

    /// The language that the switch leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        self.pick(Self::En, Self::Fr)
    }

    /// Reads a language tag such as `fr`, `en-GB` or `FR_fr`; a language that Arpent does not speak gives `None`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// Chooses between a French and an English thing.
    pub const fn pick<T: Copy>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn reads_tags_with_a_region_and_refuses_other_languages() {
        assert_eq!(Lang::parse("FR_fr"), Some(Lang::Fr));
        assert_eq!(Lang::parse("en-GB"), Some(Lang::En));
        assert_eq!(Lang::parse("br"), None);
        assert_eq!(Lang::parse(""), None);
    }

    #[test]
    fn a_code_reads_back_as_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(lang));
            assert_ne!(lang.other(), lang);
        }
    }
}
