//! What is wrong with a file, line by line: on the page, and as a table to mend it with.

use arpent_core::Id;
use arpent_documents::csv_out::{Mending, mendings};
use arpent_documents::tables::LineReason;
use arpent_web::respond::{CSV, download};
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::{look, open};
use crate::commands::imports::{FaultyLine, Why};
use crate::domain::import::{LineProblem, Mapping};
use crate::store::imports::Import;
use crate::texts::Texts;

/// Faulty lines in words, one entry per cell to mend.
pub(super) fn error_lines(ctx: &Ctx, headers: &[String], mapping: &Mapping, faulty: &[FaultyLine]) -> Vec<Mending> {
    let t = Texts::new(ctx.lang);
    let of = |line: &FaultyLine| match &line.why {
        Why::Cells(problems) => problems.iter().map(|one| cell_words(t, headers, mapping, line.line, one)).collect(),
        Why::Line(reason) => vec![line_words(t, headers, line.line, reason)],
    };
    faulty.iter().flat_map(of).collect()
}

fn cell_words(t: Texts, headers: &[String], mapping: &Mapping, line: u64, problem: &LineProblem) -> Mending {
    let column = mapping.column(problem.target).and_then(|column| headers.get(column)).cloned().unwrap_or_default();
    let reason = t.say(&format!("import-fault-{}", problem.fault.code().replace('_', "-"))).unwrap_or("");
    Mending { line, column, reason: reason.to_owned(), cell: problem.cell.clone() }
}

fn line_words(t: Texts, headers: &[String], line: u64, reason: &LineReason) -> Mending {
    let column = match reason {
        LineReason::UnknownColumn { name } | LineReason::ColumnTwice { name } => name.clone(),
        LineReason::FormulaError { column } => headers.get(column - 1).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let said = t.say(reason.code()).map_or_else(|| t.file_unreadable(reason.to_string()), Into::into);
    Mending { line, column, reason: said, cell: String::new() }
}

/// Every thing to mend, as a table.
pub(in crate::pages) async fn errors(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<Import>)>,
) -> Result<Response, PageError> {
    let (_, import) = open(&ctx, &slug, id).await?;
    let looked = look(&ctx, &import, Some(usize::MAX)).await?;
    let lines = error_lines(&ctx, &looked.headers, &import.mapping, &looked.checked.problems);
    let t = Texts::new(ctx.lang);
    let names = [t.import_error_line(), t.import_error_column(), t.import_error_reason(), t.import_error_cell()];
    let written = mendings(&names, &lines).map_err(|_| Refusal::NotFound)?;
    Ok(download("erreurs.csv", CSV, written))
}
