//! The participatory budget: projects made of ideas and studied, everyone votes, on line and on paper, the box is opened, works
//! are followed.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use arpent_budget::commands::budgets::{Draft, close, open, publish, save};
use arpent_budget::commands::projects::{NewProject, Opinion, assign, create, judge};
use arpent_budget::commands::works::{NewLine, NewStage, enter, reach};
use arpent_budget::commands::{ballots, count, sheets, voters};
use arpent_budget::domain::ballot::Marks;
use arpent_budget::domain::groups::{Age, Said};
use arpent_budget::domain::voter::Claim;
use arpent_budget::store::budgets;

use super::Replay;
use super::keys::Kind;
use crate::demonstration::schema::{self, Budget, BudgetBallot, BudgetFile, BudgetProject, InitiativeFile};

impl Replay<'_> {
    pub(super) async fn prepare_budget(&self, file: &InitiativeFile, told: &Budget) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let text = schema::budget()?;
        let budget = self.allowed(save(&by, self.initiative(file)?, &self.settled(&text)).await)?;
        self.allowed(publish(&by, &budget).await)?;
        for project in &text.project {
            self.study(file, told, project).await?;
        }
        Ok(())
    }

    fn settled(&self, text: &BudgetFile) -> Draft {
        Draft {
            title: text.title.clone(),
            text: text.text.clone(),
            criteria: text.criteria.clone(),
            envelopes: text.amount.clone(),
            ballot: text.ballot.clone(),
            most: text.most.clone(),
            rule: text.rule.clone(),
            completion: text.completion.clone(),
            ties: text.ties.clone(),
            access: "letter".to_owned(),
            min_age: text.min_age.clone(),
            ages: true,
            zones: text.zones.join("\n"),
            days: text.days.map(|[first, last]| (Some(self.day(first)), Some(self.day(last)))),
            version: 0,
        }
    }

    async fn study(&self, file: &InitiativeFile, told: &Budget, project: &BudgetProject) -> Result<()> {
        let (by, studies) = (self.acting(&told.by).await?, self.acting(&told.studied_by).await?);
        let budget = self.budget(file).await?;
        let source = |key: &String| self.keys.get(Kind::Contribution, &file.initiative.key, key);
        let new = NewProject {
            title: project.title.clone(),
            text: project.text.clone(),
            place: project.place.clone(),
            point: project.point.clone(),
            sources: project.sources.iter().map(source).collect::<Result<_>>()?,
            ..NewProject::default()
        };
        let number = self.allowed(create(&by, &budget, &new).await)?;
        let unit = Some(self.keys.get(Kind::Unit, "", &project.unit)?);
        self.allowed(assign(&by, &budget, number, (unit, None)).await)?;
        let opinion = Opinion {
            verdict: "admissible".to_owned(),
            cost: project.cost.clone(),
            delay: project.delay.clone(),
            reason: project.reason.clone(),
            into: None,
        };
        self.allowed(judge(&studies, &budget, number, &opinion).await).map(drop)
    }

    pub(super) async fn vote(&self, file: &InitiativeFile, told: &Budget) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let ballots = schema::ballots()?;
        let people = i64::try_from(ballots.len())?;
        let codes = self.allowed(voters::letters(&by, &self.budget(file).await?, people).await)?;
        self.allowed(open(&by, &self.budget(file).await?, "").await)?;
        let (paper, online): (Vec<_>, Vec<_>) = ballots.iter().zip(&codes).partition(|(ballot, _)| ballot.paper);
        let budget = self.budget(file).await?;
        for (ballot, code) in online {
            let said = Said { age: Age::parse(ballot.age), zone: Some(ballot.zone.to_owned()) };
            let filled = (&marks(ballot)?, &said, "");
            self.allowed(ballots::cast(&self.public(), &budget, &Claim::Letter(code.clone()), filled).await)?;
        }
        self.on_paper(file, told, &paper).await
    }

    /// Everyone is struck off before she is given a sheet; sheets are keyed twice, by two people.
    async fn on_paper(
        &self,
        file: &InitiativeFile,
        told: &Budget,
        paper: &[(&BudgetBallot<'_>, &String)],
    ) -> Result<()> {
        let budget = self.budget(file).await?;
        let [first, second] = &told.readers;
        let booth = self.acting(first).await?;
        self.allowed(sheets::print(&self.acting(&told.by).await?, &budget, i64::try_from(paper.len())?).await)?;
        let mut readings = String::from("feuille;projets\n");
        for (number, (ballot, code)) in (1..).zip(paper) {
            self.allowed(voters::strike(&booth, &budget, &Claim::Letter((*code).clone())).await)?;
            readings.extend([&number.to_string(), ";", ballot.projects, "\n"]);
        }
        for reader in [first, second] {
            let reader = self.acting(reader).await?;
            self.allowed(sheets::bring_in(&reader, &budget, ("feuilles.csv", readings.as_bytes())).await)?;
        }
        Ok(())
    }

    pub(super) async fn count(&self, file: &InitiativeFile, told: &Budget) -> Result<()> {
        let by = self.acting(&told.by).await?;
        self.allowed(close(&by, &self.budget(file).await?).await)?;
        let site = self.app.settings.current().name.clone();
        self.allowed(count::run(&by, &self.budget(file).await?, &site, "").await).map(drop)
    }

    pub(super) async fn follow_works(&self, file: &InitiativeFile, told: &Budget) -> Result<()> {
        let by = self.acting(&told.studied_by).await?;
        let (budget, text) = (self.budget(file).await?, schema::budget()?);
        for works in &text.works {
            let stage = NewStage {
                stage: works.stage.clone(),
                day: Some(self.day(works.day)),
                text: works.text.clone(),
                unit: Some(self.keys.get(Kind::Unit, "", &works.unit)?),
            };
            self.allowed(reach(&by, &budget, works.project, &stage).await)?;
        }
        for line in &text.line {
            let new = NewLine {
                kind: line.kind.clone(),
                amount: line.amount.clone(),
                day: Some(self.day(line.day)),
                reference: line.reference.clone(),
            };
            self.allowed(enter(&by, &budget, line.project, &new).await)?;
        }
        Ok(())
    }

    async fn budget(&self, file: &InitiativeFile) -> Result<budgets::Budget> {
        let found = budgets::of_initiative(&self.app.db, self.initiative(file)?).await?;
        found.ok_or_else(|| anyhow!("no budget in {}", file.initiative.key))
    }
}

/// What a line of the file chooses.
fn marks(ballot: &BudgetBallot<'_>) -> Result<Marks> {
    let chosen = ballot.projects.split_whitespace().map(|number| Ok((number.parse()?, 1)));
    Ok(Marks(chosen.collect::<Result<BTreeMap<i64, i64>>>()?))
}
