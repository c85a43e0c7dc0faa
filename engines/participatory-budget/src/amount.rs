//! Exact amounts: decimal numbers as people write them, brought to whole units.

use std::fmt::Write as _;

/// Most decimals an amount may have once trailing zeros are gone.
pub const DECIMALS: u8 = 9;
/// Largest amount, in units: it stays exact in a double.
pub const LARGEST: u64 = 1_000_000_000_000_000;

/// A decimal number as read: `digits` / 10^`decimals`, without a trailing zero after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// Its digits as a whole number.
    pub digits: u64,
    /// Digits after the point.
    pub decimals: u8,
}

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnAmount {
    /// Not a number.
    NotANumber,
    /// Below zero.
    Negative,
    /// More than [`LARGEST`] or than [`DECIMALS`].
    TooLarge,
}

impl Decimal {
    /// Reads `12`, `12.50` or `12,50`.
    pub fn read(text: &str) -> Result<Self, NotAnAmount> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if (whole.is_empty() && part.is_empty()) || !is_number(whole) || !is_number(part) {
            return Err(NotAnAmount::NotANumber);
        }
        let part = part.trim_end_matches('0');
        let decimals = u8::try_from(part.len()).unwrap_or(u8::MAX);
        let digits = whole.bytes().chain(part.bytes()).try_fold(0_u64, |sum, byte| {
            sum.checked_mul(10)?.checked_add(u64::from(byte - b'0')).filter(|sum| *sum <= LARGEST)
        });
        match digits {
            Some(digits) if negative && digits > 0 => Err(NotAnAmount::Negative),
            Some(digits) if decimals <= DECIMALS => Ok(Self { digits, decimals }),
            _ => Err(NotAnAmount::TooLarge),
        }
    }

    /// In units of 10^-`decimals`, which must not be fewer than its own. `None` above [`LARGEST`].
    pub fn in_units(self, decimals: u8) -> Option<u64> {
        let factor = 10_u64.checked_pow(u32::from(decimals.checked_sub(self.decimals)?))?;
        self.digits.checked_mul(factor).filter(|units| *units <= LARGEST)
    }
}

/// Units of 10^-`decimals` written as a decimal number with a point, without useless zeros: `1234` and 2 give `12.34`.
pub fn written(units: u64, decimals: u8) -> String {
    let scale = 10_u64.pow(u32::from(decimals.min(DECIMALS)));
    let mut text = (units / scale).to_string();
    let rest = units % scale;
    if rest > 0 {
        let _ = write!(text, ".{rest:0width$}", width = usize::from(decimals));
        text.truncate(text.trim_end_matches('0').len());
    }
    text
}
