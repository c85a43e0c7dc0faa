use icu_decimal::{DecimalFormatter, input::Decimal};

use crate::{Lang, formatters::Formatters, typography::NO_BREAK};

/// A whole number with its groups of thousands: `1 234 567` or `1,234,567`.
pub fn number(lang: Lang, value: i64) -> String {
    Formatters::of(lang).grouped.format(&Decimal::from(value)).to_string()
}

/// A number with exactly `digits` decimals: `3,40` or `3.40`. What is not a number shows as a dash.
pub fn decimal(lang: Lang, value: f64, digits: u8) -> String {
    fixed(&Formatters::of(lang).grouped, value, digits)
}

/// A share of one as a percentage: `percent(lang, 0.456, 1)` is `45,6 %` or `45.6%`.
pub fn percent(lang: Lang, ratio: f64, digits: u8) -> String {
    let figure = decimal(lang, ratio * 100.0, digits);
    match lang {
        Lang::Fr => format!("{figure}{NO_BREAK}%"),
        Lang::En => format!("{figure}%"),
    }
}

/// An amount given in cents: `1 234,50 €` or `€1,234.50`, without decimals when there are no cents.
pub fn euros(lang: Lang, cents: i64) -> String {
    let mut amount = Decimal::from(cents.unsigned_abs());
    amount.multiply_pow10(-2);
    if cents % 100 != 0 {
        amount.pad_end(-2);
    } else {
        amount.trim_end();
    }
    let figure = Formatters::of(lang).grouped.format(&amount).to_string();
    let minus = if cents < 0 { "-" } else { "" };
    match lang {
        Lang::Fr => format!("{minus}{figure}{NO_BREAK}€"),
        Lang::En => format!("{minus}€{figure}"),
    }
}

/// A number without groups, for years and references.
pub(crate) fn ungrouped(lang: Lang, value: f64, digits: u8) -> String {
    fixed(&Formatters::of(lang).ungrouped, value, digits)
}

fn fixed(formatter: &DecimalFormatter, value: f64, digits: u8) -> String {
    let written = format!("{value:.*}", usize::from(digits));
    let is_zero = written.chars().all(|c| matches!(c, '-' | '0' | '.'));
    let figure = if is_zero { written.trim_start_matches('-') } else { &written };
    figure.parse().map_or_else(|_| "–".to_owned(), |figure: Decimal| formatter.format(&figure).to_string())
}

#[cfg(test)]
mod tests {
    use super::{decimal, euros, number, percent};
    use crate::Lang::{En, Fr};

    #[test]
    fn thousands_are_grouped_the_way_of_the_language() {
        assert_eq!(number(Fr, 1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!(number(En, -1_234_567), "-1,234,567");
        assert_eq!(number(Fr, i64::MIN), "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808");
    }

    #[test]
    fn decimals_are_rounded_and_kept() {
        assert_eq!(decimal(Fr, 1234.567, 2), "1\u{202F}234,57");
        assert_eq!(decimal(En, 3.4, 2), "3.40");
        assert_eq!(decimal(Fr, -0.001, 1), "0,0");
        assert_eq!(decimal(Fr, f64::NAN, 1), "–");
        assert_eq!(decimal(Fr, f64::INFINITY, 1), "–");
    }

    #[test]
    fn shares_are_shown_as_percentages() {
        assert_eq!(percent(Fr, 0.456, 1), "45,6\u{A0}%");
        assert_eq!(percent(En, 0.456, 0), "46%");
    }

    #[test]
    fn amounts_show_cents_only_when_there_are_some() {
        assert_eq!(euros(Fr, 123_450), "1\u{202F}234,50\u{A0}€");
        assert_eq!(euros(Fr, 100_000), "1\u{202F}000\u{A0}€");
        assert_eq!(euros(En, -123_405), "-€1,234.05");
        assert_eq!(euros(Fr, 0), "0\u{A0}€");
    }
}
