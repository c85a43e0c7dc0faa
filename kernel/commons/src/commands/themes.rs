//! Themes: what a facilitator reads in what was said.

use arpent_core::{Event, Id};
use arpent_store::StoreError;
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use super::initiatives::scope;
use crate::domain::initiative::{Initiative, Theme};
use crate::domain::text::{self, REASON, TITLE};
use crate::permission::THEME_EDIT;
use crate::store::themes;
use crate::texts::Texts;

fn parse(title: &str, summary: &str) -> Result<(String, String), Refusal> {
    let (title, summary) = (text::required(title, "title", TITLE), text::optional(summary, "summary", REASON));
    match (title, summary) {
        (Ok(title), Ok(summary)) => Ok((title, summary)),
        (title, summary) => {
            let problems: Vec<FieldProblem> = [title.err(), summary.err()].into_iter().flatten().collect();
            Err(Refusal::Invalid(problems))
        }
    }
}

fn taken(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::field("title", "taken", |l| Texts::new(l).theme_taken().into()),
        other => other.into(),
    }
}

/// Creates a theme.
///
/// # Errors
/// Not allowed, fields to correct, a title already taken.
pub async fn create(
    caller: &Caller,
    initiative: Id<Initiative>,
    title: &str,
    summary: &str,
) -> Result<Id<Theme>, Refusal> {
    let tx = caller.begin(THEME_EDIT, scope(initiative)).await?;
    let (title, summary) = parse(title, summary)?;
    let id = caller.id();
    themes::add(&tx, (id, initiative), &title, &summary).await.map_err(taken)?;
    tx.commit(Event::new("theme.created", "theme", id).within(initiative)).await?;
    Ok(id)
}

/// Edits a theme. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not allowed, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Theme>, version: i64, title: &str, summary: &str) -> Result<(), Refusal> {
    let stored = themes::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let tx = caller.begin(THEME_EDIT, scope(stored.initiative)).await?;
    let (title, summary) = parse(title, summary)?;
    if !themes::edit(&tx, id, version, &title, &summary).await.map_err(taken)? {
        let of = |label: fn(Texts) -> &'static str, stored: &str, typed: &str| Difference {
            label: Say::new(move |l| label(Texts::new(l)).into()),
            stored: stored.to_owned(),
            typed: typed.to_owned(),
        };
        let mut differences =
            vec![of(Texts::field_title, &stored.title, &title), of(Texts::field_summary, &stored.summary, &summary)];
        differences.retain(|difference| difference.stored != difference.typed);
        return Err(Refusal::Conflict(Box::new(Conflict { version: stored.version, differences })));
    }
    tx.commit(Event::new("theme.edited", "theme", id).within(stored.initiative).with("version", version + 1)).await?;
    Ok(())
}

/// Removes an empty theme.
///
/// # Errors
/// Not allowed, or contributions are classified under it.
pub async fn remove(caller: &Caller, id: Id<Theme>) -> Result<(), Refusal> {
    let stored = themes::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let tx = caller.begin(THEME_EDIT, scope(stored.initiative)).await?;
    if !themes::remove(&tx, id).await? {
        return Err(Refusal::rule("theme-not-empty", |l| Texts::new(l).theme_not_empty().into()));
    }
    tx.commit(Event::new("theme.removed", "theme", id).within(stored.initiative)).await?;
    Ok(())
}
