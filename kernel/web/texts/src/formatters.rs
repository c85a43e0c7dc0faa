//! The ICU4X formatters of each language, built once and shared by every page.

use std::sync::LazyLock;

use icu_calendar::Gregorian;
use icu_collator::{
    Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions, preferences::CollationNumericOrdering,
};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{YMD, YMDE},
};
use icu_decimal::{
    DecimalFormatter,
    options::{DecimalFormatterOptions, GroupingStrategy},
};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::{Locale, locale};

use crate::Lang;

/// What one language needs to write numbers, days and lists, and to put words in order.
pub(crate) struct Formatters {
    pub(crate) grouped: DecimalFormatter,
    pub(crate) ungrouped: DecimalFormatter,
    pub(crate) long_day: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
    pub(crate) short_day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    pub(crate) order: CollatorBorrowed<'static>,
    pub(crate) and: ListFormatter,
}

static FRENCH: LazyLock<Formatters> = LazyLock::new(|| Formatters::load(&locale!("fr-FR")));
static ENGLISH: LazyLock<Formatters> = LazyLock::new(|| Formatters::load(&locale!("en-GB")));

impl Formatters {
    pub(crate) fn of(lang: Lang) -> &'static Self {
        lang.pick(&*FRENCH as &'static Self, &*ENGLISH)
    }

    #[expect(clippy::expect_used, reason = "both languages are in the compiled data: tests format each kind in both")]
    fn load(locale: &Locale) -> Self {
        let mut ungrouped = DecimalFormatterOptions::default();
        ungrouped.grouping_strategy = Some(GroupingStrategy::Never);
        let mut order = CollatorPreferences::from(locale);
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        Self {
            grouped: DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).expect("numbers"),
            ungrouped: DecimalFormatter::try_new(locale.into(), ungrouped).expect("numbers"),
            long_day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMDE::long()).expect("days"),
            short_day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::medium()).expect("days"),
            order: Collator::try_new(order, CollatorOptions::default()).expect("order"),
            and: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).expect("lists"),
        }
    }
}
