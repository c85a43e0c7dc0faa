//! A small town at work, for the stories of the second half of the loop.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::commitments;
use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::commands::decisions;
use arpent_commons::commands::experiments::{self, NewResult};
use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::commands::{metrics, options, people};
use arpent_commons::domain::commitments::{Commitment, NewCommitment};
use arpent_commons::domain::contribution::{Channel, Contribution};
use arpent_commons::domain::decisions::{
    Consultation, ConsultationKind, ConsultationSheet, Decision, DecisionSheet, Opinion,
};
use arpent_commons::domain::experiments::{Experiment, ExperimentSheet};
use arpent_commons::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::metrics::{Aim, Measure, Metric, MetricKind, NewMeasure, NewMetric};
use arpent_commons::domain::options::{NewOption, OptionSheet, PolicyOption};
use arpent_commons::domain::people::{Capacity, Organisation, OrganisationKind, Power};
use arpent_commons::store::people::NewMandate;
use arpent_core::permission::Person;
use arpent_core::verdict::Sample;
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{self, Browser, House};
use arpent_web::{Caller, Lang, Refusal, identity};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan as _};

/// The day the stories begin.
pub const TODAY: Date = date(2026, 11, 2);

/// A démarche, open, in a town with an authority and its mandates.
pub struct Town {
    pub house: House,
    pub facilitator: Caller,
    pub agent: Caller,
    pub elected: Caller,
    pub manager: Caller,
    pub initiative: Id<Initiative>,
    pub authority: Id<Organisation>,
    emails: Vec<(Id<Person>, String)>,
    counter: std::sync::atomic::AtomicU32,
}

/// The town on each database at hand.
pub async fn towns() -> Vec<Town> {
    let mut towns = Vec::new();
    for house in testkit::each(&[arpent_web::room(), arpent_commons::room()]).await {
        towns.push(Town::found(house).await);
    }
    towns
}

pub fn draft() -> Draft {
    Draft {
        title: "Des lettres claires".into(),
        purpose: "Réécrire les lettres avec celles et ceux qui les reçoivent.".into(),
        sponsor: "La vice-présidente".into(),
        promise_level: "co_build".into(),
        promise: "Chaque personne reçoit une réponse motivée.".into(),
        who_decides: "Le conseil communautaire".into(),
        who_answers: "Le directeur de l’accueil".into(),
        answer_delay_days: "30".into(),
        ..Draft::default()
    }
}

impl Town {
    async fn found(house: House) -> Self {
        let administrator = house.caller_as(Role::Administrator).await;
        let mut emails = Vec::new();
        let facilitator = someone(&house, &mut emails, "Samir Benhadda", Role::Facilitator).await;
        let agent = someone(&house, &mut emails, "Fatou Diarra", Role::Agent).await;
        let elected = someone(&house, &mut emails, "Marianne Desroziers", Role::ElectedOfficial).await;
        let manager = someone(&house, &mut emails, "Gilles Morestin", Role::Manager).await;
        let authority = people::add_organisation(&administrator, OrganisationKind::Epci, "Agglomération", None)
            .await
            .expect("an organisation");
        let initiative = open_initiative(&facilitator).await;
        let town =
            Self { house, facilitator, agent, elected, manager, initiative, authority, emails, counter: 0.into() };
        town.mandate(&town.elected, Power::Decide, TODAY, None).await;
        town.mandate(&town.manager, Power::Commit, TODAY, None).await;
        town
    }

    /// Gives a mandate for the authority.
    pub async fn mandate(&self, to: &Caller, power: Power, from: Date, until: Option<Date>) {
        let mandate = NewMandate {
            person: to.actor.person.expect("a person"),
            organisation: self.authority,
            power,
            from,
            to: until,
            document: None,
        };
        people::add_mandate(&self.house.operator(), &mandate).await.expect("a mandate");
    }

    /// A browser in which one of the town's people has signed in.
    pub async fn browse(&self, who: &Caller) -> Browser {
        let person = who.actor.person.expect("a person");
        let (_, email) = self.emails.iter().find(|(id, _)| *id == person).expect("one of the town's people");
        self.house.sign_in(email).await
    }

    /// Lets days pass.
    pub fn days(&self, n: i64) {
        self.house.pass(SignedDuration::from_hours(24 * n));
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.agent.today()
    }

    /// Someone says something, in a capacity, without an address.
    pub async fn say(&self, text: &str, capacity: Capacity) -> (Id<Contribution>, String) {
        self.say_to(text, capacity, "").await
    }

    /// Someone says something and leaves an address.
    pub async fn say_to(&self, text: &str, capacity: Capacity, email: &str) -> (Id<Contribution>, String) {
        let n = self.counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let new = NewContribution {
            initiative: self.initiative,
            title: String::new(),
            text: text.into(),
            channel: Channel::Paper,
            capacity,
            organisation: None,
            area: None,
            place: String::new(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: email.into(),
            submission: format!("s{n}"),
            said_on: None,
            author: Author::Nobody,
        };
        let submitted = submit(&self.agent, &new).await.expect("accepted");
        (submitted.id, submitted.code)
    }

    /// An option that rests on contributions.
    pub async fn option(&self, title: &str, on: &[Id<Contribution>]) -> Id<PolicyOption> {
        let new = NewOption { sheet: option_sheet(title), contributions: on.to_vec(), themes: vec![] };
        options::create(&self.facilitator, self.initiative, &new).await.expect("an option")
    }

    /// A share that should grow.
    pub async fn share(&self, title: &str) -> Id<Metric> {
        let new = NewMetric {
            title: title.into(),
            unit: "%".into(),
            kind: MetricKind::Proportion,
            aim: Aim::Up,
            margin: None,
            min_n: None,
            method: "On remet une lettre, on pose trois questions.".into(),
        };
        metrics::create(&self.facilitator, self.initiative, &new).await.expect("a metric")
    }

    /// A measure of it, over the last week.
    pub async fn measure(&self, metric: Id<Metric>, label: &str, sample: Sample) -> Id<Measure> {
        let to = self.today();
        let new = NewMeasure {
            label: label.into(),
            from: to.checked_sub(7.days()).expect("a day"),
            to,
            sample,
            source: "Accueil de la maison des services".into(),
            method: "Lecture unique".into(),
        };
        metrics::measure(&self.facilitator, metric, &new).await.expect("a measure")
    }

    /// An experiment of ten days beginning tomorrow.
    pub async fn experiment(&self, metric: Id<Metric>, option: Option<Id<PolicyOption>>) -> Id<Experiment> {
        let sheet = self.experiment_sheet(metric, option);
        experiments::create(&self.facilitator, self.initiative, &sheet).await.expect("an experiment")
    }

    pub fn experiment_sheet(&self, metric: Id<Metric>, option: Option<Id<PolicyOption>>) -> ExperimentSheet {
        let start = self.today().tomorrow().expect("a day");
        ExperimentSheet {
            title: "La lettre de relève, réécrite".into(),
            hypothesis: "Plus de 65 personnes sur 100 répondront juste.".into(),
            metric,
            aim: Aim::Up,
            threshold: 0.65,
            min_n: 100,
            verdict_rule: String::new(),
            start,
            end: start.checked_add(10.days()).expect("a day"),
            place: "Accueil".into(),
            touches_work: false,
            user_metric: None,
            agent_metric: None,
            option,
        }
    }

    /// The whole of an experiment: authorised, run, judged.
    pub async fn tried(&self, metric: Id<Metric>, option: Id<PolicyOption>, sample: Sample) -> Id<Experiment> {
        let id = self.experiment(metric, Some(option)).await;
        experiments::authorise(&self.elected, id).await.expect("authorised");
        self.days(12);
        let new = NewResult { sample, text: "Les erreurs portent sur la date.".into(), reason: String::new() };
        experiments::enter_result(&self.facilitator, id, &new).await.expect("a result");
        id
    }

    pub fn decision_sheet(&self, examined: &[Id<PolicyOption>], chosen: &[Id<PolicyOption>]) -> DecisionSheet {
        DecisionSheet {
            title: "Réécrire les douze lettres".into(),
            question: "Que faisons-nous pour que l’on comprenne nos lettres ?".into(),
            examined: examined.to_vec(),
            chosen: chosen.to_vec(),
            choice: "Nous réécrivons les douze lettres.".into(),
            reasons: "La lettre réécrite a fait ses preuves.".into(),
            departs_from_verdict: String::new(),
            organisation: self.authority,
            legal_base: "Délibération du conseil communautaire".into(),
            cost: "9 500 euros".into(),
            cost_euros: Some(9_500),
            review: self.today().checked_add(180.days()).expect("a day"),
            consultations: vec![],
            experiments: vec![],
            dissent: vec![],
        }
    }

    /// A published decision.
    pub async fn decided(&self, examined: &[Id<PolicyOption>], chosen: &[Id<PolicyOption>]) -> Id<Decision> {
        let sheet = self.decision_sheet(examined, chosen);
        let id = decisions::draft(&self.elected, self.initiative, &sheet).await.expect("a draft");
        decisions::publish(&self.elected, id).await.expect("published");
        id
    }

    pub async fn consulted(&self, kind: ConsultationKind) -> Id<Consultation> {
        let day = self.today();
        let sheet = ConsultationSheet {
            kind,
            body: "Comité social territorial".into(),
            subject: format!("Réorganisation de l’accueil ({})", kind.code()),
            sent: day,
            met: day,
            opinion: (kind == ConsultationKind::Opinion).then_some(Opinion::Favourable),
            unanimous: Some(false),
            text: "Avis favorable sous réserve.".into(),
            votes: vec![],
        };
        decisions::record_consultation(&self.manager, self.initiative, &sheet).await.expect("a consultation")
    }

    pub fn commitment_sheet(&self, decision: Id<Decision>) -> NewCommitment {
        NewCommitment {
            decision,
            organisation: self.authority,
            text: "Les douze lettres sont réécrites et en service.".into(),
            metric: None,
            expected_change: "De 54 % à 70 %".into(),
            expected_value: None,
            due: self.today().checked_add(60.days()).expect("a day"),
            before: None,
        }
    }

    pub async fn committed(&self, new: &NewCommitment) -> Id<Commitment> {
        commitments::take(&self.manager, new).await.expect("a commitment")
    }
}

async fn someone(house: &House, emails: &mut Vec<(Id<Person>, String)>, name: &str, role: Role) -> Caller {
    let (person, email) = house.person(name).await;
    house.give(person, role, Scope::Instance).await;
    emails.push((person, email));
    let actor = identity::actor_of(&house.app.db, person).await.expect("her rights");
    house.app.caller(actor, Lang::Fr)
}

pub fn option_sheet(title: &str) -> OptionSheet {
    OptionSheet {
        title: title.into(),
        description: "Chaque lettre dit en première ligne s’il faut payer, combien et pour quand.".into(),
        cost: "9 500 euros la première année".into(),
        cost_euros: Some(9_500),
        delay: "Quatre mois".into(),
        delay_days: Some(120),
        staff: "Aucun poste".into(),
        advantages: vec!["Agit sur la cause.".into()],
        limits: vec!["Il faut relire chaque année.".into()],
    }
}

async fn open_initiative(facilitator: &Caller) -> Id<Initiative> {
    let initiative = initiatives::prepare_as(facilitator, &draft(), "lettres").await.expect("a démarche");
    let phase = PhaseDates {
        step: Step::Hear,
        title: "Écouter".into(),
        text: String::new(),
        start: TODAY,
        end: date(2027, 6, 30),
    };
    initiatives::set_phases(facilitator, initiative.id, &[phase]).await.expect("phases");
    let question = ScopeQuestion { open: true, question: "Que doit dire une lettre ?".into(), reason: String::new() };
    initiatives::set_scope(facilitator, initiative.id, &[question]).await.expect("a scope");
    initiatives::open(facilitator, initiative.id).await.expect("open");
    initiative.id
}

/// The code of a rule that refused.
pub fn rule<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> &'static str {
    match outcome {
        Err(Refusal::Rule { code, .. }) => code,
        other => panic!("a rule should have refused, not {other:?}"),
    }
}

/// The codes of the conditions a gate says are not met.
pub fn unmet<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> Vec<(&'static str, i64)> {
    match outcome {
        Err(Refusal::Gate(unmet)) => unmet.into_iter().map(|(unmet, _)| (unmet.code, unmet.count)).collect(),
        other => panic!("a gate should have refused, not {other:?}"),
    }
}

/// Where the page that follows leads, its last segment being an id.
pub fn id_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
