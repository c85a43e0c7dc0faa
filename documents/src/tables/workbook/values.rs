//! What a workbook's cell says, as the text of a CSV would.

use calamine::{Data, DataRef, ExcelDateTime};

/// A cell's text, or that its formula failed.
pub type Shown = Result<String, FormulaFailed>;

/// A cell that shows `#N/A` or the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormulaFailed;

/// The text of a cell of an XLSX sheet; nothing for an empty one.
pub fn of_xlsx(value: &DataRef<'_>) -> Option<Shown> {
    match value {
        DataRef::Empty => None,
        DataRef::SharedString(text) => text_of(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_of(text),
        DataRef::Int(count) => Some(Ok(count.to_string())),
        DataRef::Float(figure) => Some(Ok(number(*figure))),
        DataRef::Bool(flag) => Some(Ok(flag.to_string())),
        DataRef::DateTime(moment) => Some(Ok(iso(moment))),
        DataRef::Error(_) => Some(Err(FormulaFailed)),
    }
}

/// The text of a cell of an ODS sheet; nothing for an empty one.
pub fn of_ods(value: &Data) -> Option<Shown> {
    match value {
        Data::Empty => None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_of(text),
        Data::Int(count) => Some(Ok(count.to_string())),
        Data::Float(figure) => Some(Ok(number(*figure))),
        Data::Bool(flag) => Some(Ok(flag.to_string())),
        Data::DateTime(moment) => Some(Ok(iso(moment))),
        Data::Error(_) => Some(Err(FormulaFailed)),
    }
}

fn text_of(text: &str) -> Option<Shown> {
    (!text.trim().is_empty()).then(|| Ok(text.replace('\0', "")))
}

/// The 15 significant digits a spreadsheet works with, so that 0.1 + 0.2 is given as it is shown there.
fn number(figure: f64) -> String {
    let rounded: f64 = format!("{figure:.14e}").parse().unwrap_or(figure);
    // Turns -0 into 0.
    (rounded + 0.0).to_string()
}

fn iso(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() {
        let seconds = (serial * 86_400.0).round();
        return format!(
            "{:02}:{:02}:{:02}",
            (seconds / 3600.0).floor(),
            (seconds / 60.0).floor() % 60.0,
            seconds % 60.0
        );
    }
    match (serial < 1.0, (hour, minute, second) == (0, 0, 0)) {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn shown(serial: f64, kind: ExcelDateTimeType) -> String {
        iso(&ExcelDateTime::new(serial, kind, false))
    }

    #[test]
    fn gives_dates_as_iso() {
        assert_eq!(shown(45_943.0, ExcelDateTimeType::DateTime), "2025-10-13");
        assert_eq!(shown(45_943.75, ExcelDateTimeType::DateTime), "2025-10-13T18:00:00");
        assert_eq!(shown(0.75, ExcelDateTimeType::DateTime), "18:00:00");
        assert_eq!(shown(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
    }

    #[test]
    fn gives_numbers_plain() {
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(38_500.0), "38500");
        assert_eq!(number(1e20), "100000000000000000000");
        assert_eq!(number(-0.0), "0");
    }
}
