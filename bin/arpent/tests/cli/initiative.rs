//! A démarche one can contribute to, prepared through the product's own commands.

use std::sync::Arc;

use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::domain::initiative::{PhaseDates, ScopeQuestion, Step};
use arpent_store::Db;
use arpent_web::{App, Caller, Config, Lang, caller};
use jiff::ToSpan as _;

use crate::tools::Folder;

/// Its name in addresses.
pub const SLUG: &str = "les-bancs";

/// The application on the folder's database, and whoever may do everything there.
pub async fn application(folder: &Folder) -> (Arc<App>, Caller) {
    let address = folder.database().display().to_string();
    let config = Config {
        database: address.clone(),
        data_dir: folder.path("data"),
        listen: "127.0.0.1:0".parse().expect("an address"),
        base_url: "http://localhost".to_owned(),
        smtp_url: None,
        mail_from: "arpent@localhost".to_owned(),
        trust_proxy: false,
        demo: false,
        limits_loosened: 1,
        metrics_token: None,
        geocoder: None,
    };
    let db = Db::open(&address).await.expect("opens");
    let surroundings: (Arc<dyn arpent_core::Clock>, Arc<dyn arpent_core::Chance>) =
        (Arc::new(arpent_core::SystemClock), Arc::new(arpent_core::SystemChance));
    let (app, _) = App::open(config, db, surroundings, arpent::composition::rooms()).await.expect("opens");
    let operator = app.caller(caller::operator(), Lang::Fr);
    (app, operator)
}

/// Prepares and opens it.
pub async fn open_initiative(folder: &Folder) {
    let (app, operator) = application(folder).await;
    let draft = Draft {
        title: "Les bancs".into(),
        purpose: "Choisir les bancs.".into(),
        sponsor: "La mairie".into(),
        promise_level: "consult".into(),
        promise: "Une réponse à chacun.".into(),
        who_decides: "Le conseil".into(),
        who_answers: "La voirie".into(),
        answer_delay_days: "30".into(),
        ..Draft::default()
    };
    let initiative = initiatives::prepare_as(&operator, &draft, SLUG).await.expect("prepares");
    let today = operator.today();
    let phase = PhaseDates {
        step: Step::Hear,
        title: "Entendre".into(),
        text: String::new(),
        start: today,
        end: today.checked_add(30.days()).expect("a day"),
    };
    initiatives::set_phases(&operator, initiative.id, &[phase]).await.expect("phases");
    let question = ScopeQuestion { open: true, question: "Où ?".into(), reason: String::new() };
    initiatives::set_scope(&operator, initiative.id, &[question]).await.expect("scope");
    initiatives::open(&operator, initiative.id).await.expect("opens");
    app.db.close().await;
}
