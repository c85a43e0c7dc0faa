//! The map: its layers are opened, its perimeters drawn one after the other, and people tell what they saw.

use anyhow::{Context as _, Result, anyhow};
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_mapping::commands::layers::{self, Typed, TypedProgramme};
use arpent_mapping::commands::objects::{self, NewObject, Words};
use arpent_mapping::commands::projects::{self, TypedLine};
use arpent_mapping::commands::{drawn, observations};
use arpent_mapping::domain::layer::{Layer, WhoAdds};
use arpent_mapping::domain::object::{Form, Object};
use arpent_mapping::domain::validation::Thresholds;
use arpent_mapping::store;
use arpent_web::Caller;
use jiff::ToSpan as _;

use super::Replay;
use crate::demonstration::schema::{Drawn, InitiativeFile, Inventory, Mapping, Perimeters, Placed, Seen, Sheet, Stage};

/// The sign of perimeters: dark outlines.
const PERIMETERS: i64 = 2;

impl Replay<'_> {
    pub(super) async fn mapping(&self, file: &InitiativeFile, told: &Mapping) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let map = told.read()?;
        let initiative = self.initiative(file)?;
        self.perimeters(&by, initiative, &map.perimeters).await?;
        for layer in &map.layer {
            self.layer(&by, initiative, layer).await?;
        }
        self.inventory(&by, initiative, &map.inventory).await
    }

    async fn perimeters(&self, by: &Caller, initiative: Id<Initiative>, told: &Perimeters) -> Result<()> {
        let typed = Typed {
            name: told.name.clone(),
            text: told.text.clone(),
            source: told.source.clone(),
            who_adds: WhoAdds::Staff.code().to_owned(),
            zoning: true,
            tone: PERIMETERS,
            ..Typed::default()
        };
        let layer = self.allowed(layers::add(by, Some(initiative), &typed).await)?;
        let mut last: Option<Id<Object>> = None;
        for stage in &told.stage {
            let new = self.stage(told, stage)?;
            last = Some(match last {
                None => self.allowed(objects::add(by, layer, &new).await)?,
                Some(before) => self.allowed(objects::follow(by, before, &new).await)?,
            });
        }
        Ok(())
    }

    fn stage(&self, told: &Perimeters, stage: &Stage) -> Result<NewObject> {
        let shape = drawn(Form::Zone, &stage.points).map_err(|problem| anyhow!(problem.text.text(self.t.lang())))?;
        let words = Words {
            title: stage.title.clone(),
            text: stage.text.clone(),
            kind: told.kind.clone(),
            source: stage.source.clone(),
            from: Some(stage.from),
            to: None,
        };
        Ok(NewObject { words, shape, submission: format!("demonstration {}", stage.title) })
    }

    async fn layer(&self, by: &Caller, initiative: Id<Initiative>, told: &Drawn) -> Result<()> {
        let typed = Typed {
            name: told.name.clone(),
            text: told.text.clone(),
            source: told.source.clone(),
            who_adds: WhoAdds::Staff.code().to_owned(),
            tone: told.tone,
            ..Typed::default()
        };
        let layer = self.allowed(layers::add(by, Some(initiative), &typed).await)?;
        for place in &told.place {
            let object = self.allowed(objects::add(by, layer, &self.placed(place)?).await)?;
            if let Some(sheet) = &place.project {
                self.project(by, object, sheet).await?;
            }
        }
        Ok(())
    }

    fn placed(&self, told: &Placed) -> Result<NewObject> {
        let form = Form::parse(&told.form).with_context(|| format!("the form of {}", told.title))?;
        let shape = drawn(form, &told.points).map_err(|problem| anyhow!(problem.text.text(self.t.lang())))?;
        let words = Words {
            title: told.title.clone(),
            text: told.text.clone(),
            kind: told.kind.clone(),
            source: String::new(),
            from: None,
            to: None,
        };
        Ok(NewObject { words, shape, submission: format!("demonstration {}", told.title) })
    }

    async fn project(&self, by: &Caller, object: Id<Object>, told: &Sheet) -> Result<()> {
        self.allowed(projects::write(by, object, &told.owner, &told.actions).await)?;
        for step in &told.steps {
            self.allowed(projects::step(by, object, &step.stage, &step.said, Some(self.day(step.day))).await)?;
        }
        for line in &told.lines {
            let typed = TypedLine {
                label: line.label.clone(),
                voted: line.voted.clone(),
                committed: line.committed.clone(),
                spent: line.spent.clone(),
                deliberation: line.deliberation.clone(),
            };
            self.allowed(projects::put_line(by, object, None, &typed).await)?;
        }
        Ok(())
    }

    async fn inventory(&self, by: &Caller, initiative: Id<Initiative>, told: &Inventory) -> Result<()> {
        let typed = Typed {
            name: told.name.clone(),
            text: told.text.clone(),
            source: told.source.clone(),
            who_adds: WhoAdds::Everyone.code().to_owned(),
            tone: told.tone,
            ..Typed::default()
        };
        let layer = self.allowed(layers::add(by, Some(initiative), &typed).await)?;
        let programme = TypedProgramme {
            purpose: told.purpose.clone(),
            fields: told.fields.clone(),
            sensitive: told.sensitive.clone(),
            blur_metres: told.blur_metres,
            thresholds: Thresholds::default(),
        };
        self.allowed(layers::set_programme(by, layer, &programme).await)?;
        for seen in &told.seen {
            self.seen(by, layer, seen).await?;
        }
        Ok(())
    }

    async fn seen(&self, by: &Caller, layer: Id<Layer>, told: &Seen) -> Result<()> {
        let public = self.public();
        let new = observations::NewObservation {
            title: told.title.clone(),
            text: told.text.clone(),
            place: told.place.clone(),
            seen_on: public.today().checked_sub(told.days.days()).ok(),
            answers: told.answers.clone(),
            submission: format!("demonstration {}", told.title),
            ..observations::NewObservation::default()
        };
        let code = self.allowed(observations::observe(&public, layer, &new).await)?;
        if !told.confirmed {
            return Ok(());
        }
        let kept = store::observations::by_code(&by.db, &code).await?.context("an observation")?;
        self.allowed(observations::decide(by, kept.object, true, "").await)
    }
}
