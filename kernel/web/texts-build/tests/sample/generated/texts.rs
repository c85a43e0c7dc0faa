static MESSAGES: ::arpent_texts::Messages =
    ::arpent_texts::Messages::new(include_str!("texts.fr.ftl"), include_str!("texts.en.ftl"));

/// Messages without variables: id, French, English; in the order of the ids.
static PLAIN: &[(&str, &str, &str)] = &[
    ("contribution-send", "Envoyer ma contribution", "Send my contribution"),
    ("contribution-send.hint", "N’oubliez pas votre adresse\u{a0}: elle reste privée", "Do not forget your address: it stays private"),
    ("contribution-send.label", "Envoyer", "Send"),
    ("same", "Contact", "Contact"),
    ("several-lines", "Une ligne `a` [b] <c>\net une autre", "One line\nand another"),
    ("welcome", "Bienvenue à Le Breuil-sur-Seize\u{202f}!", "Welcome to Le Breuil-sur-Seize!"),
    ("yield", "Céder", "Give way"),
];

/// The texts of this crate in one language: a method per message.
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

    /// The message `id`, for an id known only at run time; `None` when it does not exist or has variables.
    pub fn say(self, id: &str) -> Option<&'static str> {
        let at = PLAIN.binary_search_by(|(known, _, _)| (*known).cmp(id)).ok()?;
        let (_, french, english) = PLAIN[at];
        Some(self.lang.pick(french, english))
    }

    /// `asked = { $name } demande : « { $question } »`
    ///
    /// Variables: `name`, `question`.
    pub fn asked<'a>(self, name: impl Into<::arpent_texts::Value<'a>>, question: impl Into<::arpent_texts::Value<'a>>) -> String {
        MESSAGES.say(self.lang, "asked", &[("name", name.into()), ("question", question.into())])
    }

    /// `Envoyer ma contribution`
    pub const fn contribution_send(self) -> &'static str {
        self.lang.pick("Envoyer ma contribution", "Send my contribution")
    }

    /// `N’oubliez pas votre adresse : elle reste privée`
    pub const fn contribution_send_hint(self) -> &'static str {
        self.lang.pick("N’oubliez pas votre adresse\u{a0}: elle reste privée", "Do not forget your address: it stays private")
    }

    /// `Envoyer`
    pub const fn contribution_send_label(self) -> &'static str {
        self.lang.pick("Envoyer", "Send")
    }

    /// `contributions = { $count -> [one] { $count } contribution *[other] { $count } contributions }`
    ///
    /// Variables: `count`.
    pub fn contributions<'a>(self, count: impl Into<::arpent_texts::Value<'a>>) -> String {
        MESSAGES.say(self.lang, "contributions", &[("count", count.into())])
    }

    /// `letter = { $age } { $building } { $code } { $distance } { $entrance } { $floor } { $type }`
    ///
    /// Variables: `age`, `building`, `code`, `distance`, `entrance`, `floor`, `type`.
    #[expect(clippy::too_many_arguments, reason = "one per variable of the message")]
    pub fn letter<'a>(self, age: impl Into<::arpent_texts::Value<'a>>, building: impl Into<::arpent_texts::Value<'a>>, code: impl Into<::arpent_texts::Value<'a>>, distance: impl Into<::arpent_texts::Value<'a>>, entrance: impl Into<::arpent_texts::Value<'a>>, floor: impl Into<::arpent_texts::Value<'a>>, r#type: impl Into<::arpent_texts::Value<'a>>) -> String {
        MESSAGES.say(self.lang, "letter", &[("age", age.into()), ("building", building.into()), ("code", code.into()), ("distance", distance.into()), ("entrance", entrance.into()), ("floor", floor.into()), ("type", r#type.into())])
    }

    /// `Contact`
    pub const fn same(self) -> &'static str {
        self.lang.pick("Contact", "Contact")
    }

    /// `Une ligne 'a' [b] <c> et une autre`
    pub const fn several_lines(self) -> &'static str {
        self.lang.pick("Une ligne `a` [b] <c>\net une autre", "One line\nand another")
    }

    /// `Bienvenue à Le Breuil-sur-Seize !`
    pub const fn welcome(self) -> &'static str {
        self.lang.pick("Bienvenue à Le Breuil-sur-Seize\u{202f}!", "Welcome to Le Breuil-sur-Seize!")
    }

    /// `Céder`
    pub const fn r#yield(self) -> &'static str {
        self.lang.pick("Céder", "Give way")
    }
}
