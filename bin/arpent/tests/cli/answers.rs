//! Answers to a barometer brought in by command, as the page does.

use std::fs;

use arpent_barometer::commands::{protocols, waves};
use arpent_barometer::domain::template;
use arpent_commons::store::initiatives;

use crate::initiative::{SLUG, application, open_initiative};
use crate::tools::{Folder, Said};

const FILE: &str = "pid,vague,use_mobilite,sat_mobilite,mode\n1,1,1,4,web\n2,1,1,3,papier\n3,2,1,1,web\n4,1,1,7,web\n";

/// A démarche with a barometer called like it, whose first wave is open.
fn prepared() -> Folder {
    let folder = Folder::with_administrator();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        open_initiative(&folder).await;
        let (app, operator) = application(&folder).await;
        let initiative = initiatives::by_slug(&operator.db, SLUG).await.expect("reads").expect("is there");
        let protocol = template::protocol(&template::example_services());
        let begun = protocols::begin(&operator, initiative.id, "Les services", "services", &protocol).await;
        let (_, version) = begun.expect("a barometer");
        protocols::freeze(&operator, version, "", &[]).await.expect("a frozen protocol");
        let today = operator.today();
        let new = waves::NewWave {
            protocol: version,
            title: "Vague 1".to_owned(),
            opens: today,
            closes: today.tomorrow().expect("a day"),
            double_entry: false,
        };
        let wave = waves::prepare(&operator, &new).await.expect("a wave");
        waves::open(&operator, wave.id).await.expect("open");
        app.db.close().await;
    });
    fs::write(folder.path("reponses.csv"), FILE).expect("writes");
    folder
}

fn import(folder: &Folder, more: &[&str]) -> Said {
    let usual = ["import", "reponses.csv", "--barometer", "services", "--wave", "1", "--only", "vague=1"];
    folder.run(&[&usual[..], more].concat())
}

#[test]
fn answers_are_looked_at_then_imported_once() {
    let folder = prepared();
    let users = ["--population", "usagers"];
    let looked = import(&folder, &users);
    assert!(looked.well && looked.text.contains("Rien n’a été importé"), "{}", looked.text);
    assert!(looked.text.contains("2 réponses peuvent être importées"), "{}", looked.text);
    assert!(looked.text.contains("Une ligne d’une autre vague"), "{}", looked.text);
    assert!(looked.text.contains("ligne 5, colonne « sat_mobilite »"), "{}", looked.text);
    let with = |more: &[&str]| import(&folder, &[&users[..], &["--yes"], more].concat());
    let faulty = with(&[]);
    assert!(!faulty.well && faulty.text.contains("--without-faulty"), "{}", faulty.text);
    let done = with(&["--without-faulty"]);
    assert!(done.well && done.text.contains("2 réponses créées"), "{}", done.text);
    let again = with(&["--without-faulty"]);
    assert!(again.text.contains("Aucune réponse créée"), "{}", again.text);
    let journal = folder.run(&["journal", "verify"]);
    assert!(journal.well, "{}", journal.text);
}

#[test]
fn what_is_not_there_is_said_with_what_is() {
    let folder = prepared();
    for (arguments, words) in [
        (["import", "reponses.csv", "--barometer", "ailleurs", "--wave", "1", "--population", "usagers"], "ailleurs"),
        (["import", "reponses.csv", "--barometer", "services", "--wave", "7", "--population", "usagers"], "vague 7"),
        (
            ["import", "reponses.csv", "--barometer", "services", "--wave", "1", "--population", "elfes"],
            "usagers · agents",
        ),
    ] {
        let said = folder.run(&arguments);
        assert!(!said.well && said.text.contains(words), "{words} is not in:\n{}", said.text);
    }
    let alone = folder.run(&["import", "reponses.csv", "--barometer", "services"]);
    assert!(!alone.well && alone.text.contains("--wave"), "{}", alone.text);
}
