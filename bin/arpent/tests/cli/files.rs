//! Files in, files out: looked at first, imported once, handed out as the site does.

use std::fs;

use crate::initiative::{SLUG, open_initiative};
use crate::tools::{Folder, Said};

const FILE: &str =
    "Fiche;Réponse;Jour\n1;Un banc à l’ombre;2026-05-02\n2;Une fontaine;31 février\n3;Des arbres;2026-05-03\n";

fn prepared() -> Folder {
    let folder = Folder::with_administrator();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(open_initiative(&folder));
    fs::write(folder.path("reponses.csv"), FILE).expect("writes");
    folder
}

fn import(folder: &Folder, more: &[&str]) -> Said {
    let usual = ["import", "reponses.csv", "--initiative", SLUG, "--said-on", "Jour", "--id", "Fiche"];
    folder.run(&[&usual[..], more].concat())
}

fn exported(folder: &Folder) -> String {
    let said = folder.run(&["export", "--initiative", SLUG]);
    assert!(said.well, "{}", said.text);
    said.text
}

#[test]
fn nothing_is_imported_until_confirmed() {
    let folder = prepared();
    let said = import(&folder, &[]);
    assert!(said.well && said.text.contains("Rien n’a été importé"), "{}", said.text);
    assert!(!exported(&folder).contains("fontaine"));
}

#[test]
fn a_line_to_mend_is_named_with_its_column_and_the_others_are_imported_once() {
    let folder = prepared();
    let said = import(&folder, &["--yes"]);
    assert!(said.well && said.text.contains("ligne 3, colonne « Jour »"), "{}", said.text);
    assert!(said.text.contains("2 contributions créées"), "{}", said.text);
    let again = import(&folder, &["--yes"]);
    assert!(again.text.contains("Aucune contribution créée, 2 déjà là"), "{}", again.text);
    let csv = exported(&folder);
    assert!(csv.contains("Un banc à l’ombre") && csv.contains("Des arbres"), "{csv}");
    assert!(!csv.contains("Une fontaine"), "{csv}");
}

#[test]
fn a_column_that_is_not_there_is_said_with_those_that_are() {
    let said = import(&prepared(), &["--text", "Verbatim"]);
    assert!(!said.well && said.text.contains("Fiche · Réponse · Jour"), "{}", said.text);
}

#[test]
fn an_unknown_initiative_is_said() {
    let said = prepared().run(&["import", "reponses.csv", "--initiative", "les-arbres"]);
    assert!(!said.well && said.text.contains("Aucune démarche ne s’appelle les-arbres"), "{}", said.text);
}

#[test]
fn everything_public_fits_in_a_folder_and_overwrites_nothing() {
    let folder = prepared();
    import(&folder, &["--yes"]);
    assert!(folder.run(&["export", "--all", "--output", "ouvert"]).well);
    for format in ["csv", "xlsx", "jsonl"] {
        let file = folder.path(&format!("ouvert/{SLUG}/contributions.{format}"));
        assert!(fs::metadata(&file).expect("is there").len() > 100, "{}", file.display());
    }
    let openapi = fs::read_to_string(folder.path("ouvert/openapi.json")).expect("is there");
    assert!(openapi.contains("\"openapi\": \"3.1"), "{openapi}");
    assert!(!folder.run(&["export", "--all", "--output", "ouvert"]).well);
}

#[test]
fn a_person_receives_what_is_held_about_her() {
    let folder = prepared();
    let said = folder.run(&["export", "--person", "claire@exemple.fr"]);
    assert!(said.well && said.text.contains("\"email\": \"claire@exemple.fr\""), "{}", said.text);
    let unknown = folder.run(&["export", "--person", "personne@exemple.fr"]);
    assert!(!unknown.well && unknown.text.contains("arpent admin list"), "{}", unknown.text);
}

#[test]
fn communes_are_recorded_from_their_file() {
    let folder = prepared();
    fs::write(folder.path("communes.csv"), "code_insee,nom,population\n38563,Voiron,21604\n").expect("writes");
    let said = folder.run(&["import", "communes.csv", "--communes"]);
    assert!(said.well && said.text.contains("Une commune enregistrée"), "{}", said.text);
}

/// Two neighbours; the first one twice as high.
const CONTOURS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"INSEE_COM":"38563","NOM":"VOIRON"},"geometry":{"type":"Polygon","coordinates":
[[[5.5,45.3],[5.6,45.3],[5.6,45.5],[5.5,45.5],[5.5,45.3]]]}},
{"type":"Feature","properties":{"INSEE_COM":"38999","NOM":"AILLEURS"},"geometry":{"type":"Polygon","coordinates":
[[[5.6,45.3],[5.7,45.3],[5.7,45.4],[5.6,45.4],[5.6,45.3]]]}}]}"#;

#[test]
fn contours_are_looked_at_then_kept_with_the_area_they_enclose() {
    let folder = prepared();
    fs::write(folder.path("contours.geojson"), CONTOURS).expect("writes");
    let early = folder.run(&["import", "contours.geojson", "--contours"]);
    assert!(!early.well && early.text.contains("arpent import COMMUNES.csv --communes"), "{}", early.text);
    fs::write(folder.path("communes.csv"), "code_insee,nom,population\n38563,Voiron,21604\n").expect("writes");
    assert!(folder.run(&["import", "communes.csv", "--communes"]).well);
    let looked = folder.run(&["import", "contours.geojson", "--contours"]);
    assert!(looked.well && looked.text.contains("Rien n’a été gardé"), "{}", looked.text);
    assert!(looked.text.contains("Voiron") && looked.text.contains("174,"), "{}", looked.text);
    assert!(looked.text.contains("n° 2, AILLEURS (38999)"), "{}", looked.text);
    let kept = folder.run(&["import", "contours.geojson", "--contours", "--yes", "--source", "IGN 2026"]);
    assert!(kept.well && kept.text.contains("Un contour est gardé"), "{}", kept.text);
}

#[test]
fn contours_in_the_projection_of_the_state_are_refused_with_what_to_do() {
    let folder = prepared();
    fs::write(folder.path("communes.csv"), "code_insee,nom,population\n38563,Voiron,21604\n").expect("writes");
    assert!(folder.run(&["import", "communes.csv", "--communes"]).well);
    let metres = CONTOURS.replace("5.5,", "902000.5,").replace("5.6,", "903000.5,").replace("5.7,", "904000.5,");
    let metres = metres.replace("45.", "6476000.");
    fs::write(folder.path("lambert.geojson"), metres).expect("writes");
    let said = folder.run(&["import", "lambert.geojson", "--contours", "--yes"]);
    assert!(!said.well && said.text.contains("Lambert-93") && said.text.contains("EPSG:4326"), "{}", said.text);
}
