//! Bringing in a charter from a file: its first draft, written by the same commands as any other.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_web::{Caller, Refusal};

use super::articles::{self, ArticleSheet};
use super::charters;
use super::subs::{self, SubSheet};
use crate::domain::charter::Charter;
use crate::domain::file::{CharterFile, SubOfFile};

/// Opens the charter of a démarche and writes its first draft; what was written before a line that is refused stays in
/// the draft.
///
/// # Errors
/// Not allowed, a démarche that has a charter, or a part that is refused.
pub async fn bring_in(caller: &Caller, initiative: Id<Initiative>, file: &CharterFile) -> Result<Id<Charter>, Refusal> {
    let charter = charters::open(caller, initiative, &file.title, &file.intent).await?;
    for one in &file.article {
        let sheet = ArticleSheet {
            orientation: one.orientation.clone(),
            title: one.title.clone(),
            text: one.text.clone(),
            ..ArticleSheet::default()
        };
        articles::put(caller, charter, None, &sheet).await?;
    }
    for one in &file.sub_charter {
        subs::put(caller, charter, None, &sheet(one)).await?;
    }
    Ok(charter)
}

fn sheet(one: &SubOfFile) -> SubSheet {
    SubSheet {
        kind: one.kind.clone(),
        title: one.title.clone(),
        intro: one.intro.clone(),
        minimum: one.minimum.map(|minimum| minimum.to_string()).unwrap_or_default(),
        individuals: one.individuals,
        actions: one.actions.join("\n"),
        prohibitions: one.prohibitions.join("\n"),
    }
}
