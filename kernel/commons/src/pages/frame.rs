//! The frame of every page of a démarche: its name, its tabs, who may see it.

use arpent_texts::Lang;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};
use jiff::civil::Date;

use crate::commands::initiatives::scope;
use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates, phase_on};
use crate::module::Modules;
use crate::permission::{INITIATIVE_CLOSE, INITIATIVE_EDIT};
use crate::store::initiatives;
use crate::texts::Texts;
use crate::words;

/// One tab of a démarche.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Its words.
    pub label: &'static str,
    /// Its page.
    pub href: String,
    /// It is the one shown.
    pub current: bool,
}

impl Tab {
    /// A tab and its page, below the démarche's own.
    pub fn new(initiative: &Initiative, label: &'static str, below: &str) -> Self {
        let slash = if below.is_empty() { "" } else { "/" };
        Self { label, href: format!("/demarches/{}{slash}{below}", initiative.slug), current: false }
    }
}

/// The démarche a page belongs to.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The démarche.
    pub initiative: Initiative,
    /// Its phases.
    pub phases: Vec<PhaseDates>,
    /// Its title in the reader's language.
    pub title: String,
    /// Its purpose in the reader's language.
    pub purpose: String,
    /// Texts of this room.
    pub t: Texts,
    /// Its tabs.
    pub tabs: Vec<Tab>,
}

impl Frame {
    /// Reads the démarche of an address. A draft exists only for those who run it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub async fn open(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        let initiative = initiatives::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?;
        Self::of(ctx, initiative).await
    }

    /// The frame of a démarche already read.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a draft and a reader who does not run it.
    pub async fn of(ctx: &Ctx, initiative: Initiative) -> Result<Self, Refusal> {
        if initiative.state == InitiativeState::Draft && !ctx.may(INITIATIVE_EDIT, scope(initiative.id)) {
            return Err(Refusal::NotFound);
        }
        let phases = initiatives::phases(&ctx.db, initiative.id).await?;
        let pick = |french: &str, english: &str| match ctx.lang {
            Lang::En if !english.is_empty() => english.to_owned(),
            _ => french.to_owned(),
        };
        Ok(Self {
            title: pick(&initiative.title, &initiative.title_en),
            purpose: pick(&initiative.purpose, &initiative.purpose_en),
            t: Texts::new(ctx.lang),
            tabs: tabs(ctx, &initiative).await?,
            phases,
            initiative,
        })
    }

    /// The frame of a page below the démarche's own; `tab` is the end of the current tab's address.
    pub fn shell(&mut self, ctx: &Ctx, title: impl Into<String>, tab: &str) -> Shell {
        let current = self.href(tab);
        for tab in &mut self.tabs {
            tab.current = tab.href == current;
        }
        ctx.shell(title, self.crumbs())
    }

    /// The path to a page below the démarche's own.
    pub fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::new(self.t.menu_initiatives(), "/demarches"), Crumb::new(self.title.clone(), self.href(""))]
    }

    /// An address below the démarche's own.
    pub fn href(&self, below: &str) -> String {
        let slash = if below.is_empty() { "" } else { "/" };
        format!("/demarches/{}{slash}{below}", self.initiative.slug)
    }

    /// The phase of a day.
    pub fn phase(&self, day: Date) -> Option<&PhaseDates> {
        phase_on(&self.phases, day).filter(|_| self.initiative.state == InitiativeState::Open)
    }

    /// People may contribute now.
    pub fn accepts(&self) -> bool {
        self.initiative.state == InitiativeState::Open
    }

    /// Its state in words.
    pub fn state(&self) -> &'static str {
        words::state(self.t, self.initiative.state)
    }
}

/// The tabs of a démarche, for a page that reads no more of its frame.
///
/// # Errors
/// A module could not read what it shows.
pub async fn tabs(ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Tab>, Refusal> {
    let t = Texts::new(ctx.lang);
    let tab = |label, below: &str| Tab::new(initiative, label, below);
    let mut tabs = vec![
        tab(t.tab_presentation(), ""),
        tab(t.tab_contributions(), "contributions"),
        tab(t.tab_options(), "options"),
        tab(t.tab_commitments(), "engagements"),
        tab(t.meetings_title(), "rencontres"),
    ];
    tabs.extend(Modules::of(ctx).tabs(ctx, initiative).await?);
    if ctx.may(INITIATIVE_CLOSE, scope(initiative.id)) {
        tabs.push(tab(t.tab_closing(), "cloture"));
    }
    Ok(tabs)
}
