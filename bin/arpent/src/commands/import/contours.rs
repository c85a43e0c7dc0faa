//! The contours of the communes: looked at first, kept once confirmed, with the functions the site uses.

use anyhow::Result;
use arpent_commons::commands::places;
use arpent_commons::domain::contours::Recognised;
use arpent_commons::pages::contours::{surface, why};

use super::{Arguments, confirmed, file_name, read};
use crate::instance::Instance;
use crate::terminal::{complain, say};
use crate::texts::Texts;
use crate::trouble::refused;

/// The words of the page where an administrator does the same.
type Site = arpent_commons::texts::Texts;

pub(super) async fn import(instance: &Instance, arguments: &Arguments, t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    let bytes = read(&arguments.file, t)?;
    let name = file_name(&arguments.file);
    let source = arguments.source.as_deref().unwrap_or(&name);
    let recognised = places::check_contours(&operator, bytes.clone()).await.map_err(|r| refused(&r, t))?;
    say_recognised(&recognised, t);
    if recognised.known.is_empty() {
        return Ok(());
    }
    if !(arguments.yes || confirmed(t.import_contours_confirm())) {
        say(t.import_contours_not_done());
        return Ok(());
    }
    let kept = places::import_contours(&operator, bytes, source).await.map_err(|r| refused(&r, t))?;
    say(&Site::new(t.lang()).contours_kept(kept.known.len()));
    Ok(())
}

fn say_recognised(recognised: &Recognised, t: Texts) {
    let site = Site::new(t.lang());
    say(&site.contours_recognised(recognised.known.len()));
    for known in &recognised.known {
        say(&format!("  {} · {}", known.area.name, surface(site, known.contour.square_metres())));
    }
    for aside in &recognised.aside {
        let rank = match aside.said.as_str() {
            "" => site.contours_rank(aside.rank),
            said => site.contours_rank_named(aside.rank, said),
        };
        complain(&format!("{rank} · {}", why(site, aside)));
    }
    if !recognised.without.is_empty() {
        let names: Vec<&str> = recognised.without.iter().map(|area| area.name.as_str()).collect();
        say(&site.contours_still_without_text(arpent_texts::list(t.lang(), &names)));
    }
}
