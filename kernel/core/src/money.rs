//! Amounts in cents, as people type them.

/// The largest amount accepted, in cents: a thousand million euros.
pub const MOST: i64 = 100_000_000_000;

/// Reads "12 500", "12500,50", "12 500.5 €" in cents; nothing when it is no amount, is negative or too large.
pub fn parse(typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '\u{202f}').collect();
    let (whole, part) = plain.split_once([',', '.']).unwrap_or((plain.as_str(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let cents: i64 = format!("{part:0<2}").parse().ok()?;
    let amount = whole.parse::<i64>().ok()? * 100 + cents;
    (amount <= MOST).then_some(amount)
}

/// Cents as they are typed: `12500` or `12500,50`.
pub fn typed(cents: i64) -> String {
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{},{:02}", cents / 100, cents % 100) }
}

/// Cents as a decimal with a point, as files write them: `12500` or `12500.50`.
pub fn plain(cents: i64) -> String {
    typed(cents).replace(',', ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for (text, cents) in [("12 500", 1_250_000), ("12\u{202f}500,5 €", 1_250_050), ("0.07", 7), ("3,10", 310)] {
            assert_eq!(parse(text), Some(cents), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_nothing() {
        for text in ["", "-3", "3,123", "douze", "1e9", "9999999999999", "1.000,00"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_shown_is_read_back() {
        for cents in [0, 5, 310, 1_250_000, 1_250_050] {
            assert_eq!((parse(&typed(cents)), parse(&plain(cents))), (Some(cents), Some(cents)));
        }
    }
}
