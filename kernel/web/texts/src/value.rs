use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// What fills a variable of a message. A number is written the way of the language and chooses plurals.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// A text, taken as it is.
    Text(Cow<'a, str>),
}

impl<'a> Value<'a> {
    pub(crate) fn to_fluent(&'a self) -> FluentValue<'a> {
        match self {
            Self::Integer(number) => (*number).into(),
            Self::Decimal(number) => (*number).into(),
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        }
    }
}

// Templates pass variables by reference, hence the second half of each pair.
macro_rules! from_integers {
    ($($integer:ty),+) => {$(
        impl From<$integer> for Value<'_> {
            fn from(number: $integer) -> Self {
                Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$integer> for Value<'_> {
            fn from(number: &$integer) -> Self {
                Self::from(*number)
            }
        }
    )+};
}

from_integers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

impl From<&f64> for Value<'_> {
    fn from(number: &f64) -> Self {
        Self::Decimal(*number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&&'a str> for Value<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Cow<'_, str>> for Value<'a> {
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
