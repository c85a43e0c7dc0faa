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

/// What can fill a variable while it stays where it is.
///
/// Templates hand over references, and references to references inside a loop: all of them are taken.
pub trait Fill {
    /// The value to show.
    fn value(&self) -> Value<'_>;
}

impl<'a, T: Fill + ?Sized> From<&'a T> for Value<'a> {
    fn from(thing: &'a T) -> Self {
        thing.value()
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl Fill for Value<'_> {
    fn value(&self) -> Value<'_> {
        self.clone()
    }
}

impl Fill for str {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl Fill for String {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl Fill for Cow<'_, str> {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl Fill for f64 {
    fn value(&self) -> Value<'_> {
        Value::Decimal(*self)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! whole_numbers {
    ($($integer:ty),+) => {$(
        impl Fill for $integer {
            fn value(&self) -> Value<'_> {
                Value::from(*self)
            }
        }

        impl From<$integer> for Value<'_> {
            fn from(number: $integer) -> Self {
                Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

whole_numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);
