//! A small town with a budget of its own: a démarche that is open, a service, projects, letters.

use arpent_budget::commands::budgets::{Draft, open, publish, save};
use arpent_budget::commands::projects::{NewProject, Opinion, create, judge};
use arpent_budget::commands::voters::letters;
use arpent_budget::store::budgets::{self, Budget};
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Unit;
use arpent_commons::testkit;
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{Answer, Browser, House};
use jiff::SignedDuration;
use jiff::civil::date;

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// The démarche that is open.
    pub initiative: Initiative,
    /// A service of the authority.
    pub unit: Id<Unit>,
}

/// The budget's pages begin here.
pub const PLACE: &str = "/demarches/le-parc/budget";

/// The town, on each database at hand.
pub async fn each() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_budget::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each(&rooms).await {
        let [unit] = testkit::services(&house, ["Espaces verts"]).await;
        let year = (date(2026, 10, 1), date(2027, 12, 31));
        let initiative = testkit::listening(&house, "le-parc", "Le parc", year).await;
        towns.push(Town { house, initiative, unit });
    }
    towns
}

/// A budget as it is typed: everything a town would settle, voting in the first half of November.
pub fn draft(amount: &str) -> Draft {
    let days = [
        (date(2026, 10, 1), date(2026, 10, 15)),
        (date(2026, 10, 16), date(2026, 10, 31)),
        (date(2026, 11, 1), date(2026, 11, 15)),
        (date(2026, 11, 16), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2027, 12, 31)),
    ];
    Draft {
        title: "Le budget du parc".to_owned(),
        envelopes: amount.to_owned(),
        criteria: "Dans le parc\nSans coût de gardien".to_owned(),
        ballot: "approval".to_owned(),
        most: "3".to_owned(),
        rule: "greedy".to_owned(),
        completion: "none".to_owned(),
        ties: "votes_cost".to_owned(),
        access: "letter".to_owned(),
        min_age: "11".to_owned(),
        days: days.map(|(first, last)| (Some(first), Some(last))),
        ..Draft::default()
    }
}

impl Town {
    /// The budget as it stands.
    pub async fn budget(&self) -> Budget {
        budgets::of_initiative(&self.house.app.db, self.initiative.id).await.expect("read").expect("a budget")
    }

    /// A budget published, with these projects admissible: title and cost in euros.
    pub async fn prepared(&self, draft: &Draft, projects: &[(&str, &str)]) -> Budget {
        let caller = self.house.operator();
        let budget = save(&caller, self.initiative.id, draft).await.expect("a budget");
        publish(&caller, &budget).await.expect("published");
        for (title, cost) in projects {
            let new = NewProject { title: (*title).to_owned(), ..NewProject::default() };
            let number = create(&caller, &budget, &new).await.expect("a project");
            let opinion = Opinion {
                verdict: "admissible".to_owned(),
                cost: (*cost).to_owned(),
                reason: "Cela se fait.".to_owned(),
                ..Opinion::default()
            };
            judge(&caller, &budget, number, &opinion).await.expect("a verdict");
        }
        self.budget().await
    }

    /// The same with its ballot open, and codes for so many letters.
    pub async fn voting(&self, draft: &Draft, projects: &[(&str, &str)], voters: i64) -> (Budget, Vec<String>) {
        let budget = self.prepared(draft, projects).await;
        let caller = self.house.operator();
        let codes = letters(&caller, &budget, voters).await.expect("codes");
        open(&caller, &budget, PLACE).await.expect("an open ballot");
        (self.budget().await, codes)
    }

    /// The vote is over.
    pub async fn closed(&self) -> Budget {
        self.house.pass(SignedDuration::from_hours(24 * 14));
        let budget = self.budget().await;
        arpent_budget::commands::budgets::close(&self.house.operator(), &budget).await.expect("closed");
        self.budget().await
    }

    /// Asks for a count as people do, and reads the results once it is done.
    pub async fn count(&self, browser: &mut Browser, fields: &[(&str, &str)]) -> Answer {
        let asked = browser.submit(&format!("{PLACE}/depouiller"), fields).await.ok();
        asked.says("Le dépouillement va commencer");
        self.house.work().await;
        browser.get(&format!("{PLACE}/depouiller")).await.ok().says("Le dépouillement est publié");
        browser.get(&format!("{PLACE}/resultats")).await.ok()
    }

    /// A moment later: the same form is sent on purpose, not by pressing twice.
    pub fn later(&self) {
        self.house.pass(SignedDuration::from_secs(60));
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.id.uuid())).await
    }

    /// Votes with a letter to the end; the last page, which is the receipt when all went well.
    pub async fn vote(&self, code: &str, chosen: &[i64]) -> Answer {
        let mut browser = self.house.browser();
        let names: Vec<String> = chosen.iter().map(|number| format!("m_{number}")).collect();
        let mut fields = vec![("code", code), ("age", "true"), ("_go", "send")];
        fields.extend(names.iter().map(|name| (name.as_str(), "1")));
        browser.submit(&format!("{PLACE}/bulletin"), &fields).await
    }
}

/// The receipt that a page shows.
pub fn receipt(page: &Answer) -> String {
    let words = page.text();
    let (_, after) = words.split_once("<p class=\"code\">").expect("a receipt");
    after.split('<').next().expect("a code").to_owned()
}
