//! Results from answers to public page: who reads what when, one cube for every output, signals that become challenges.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod followed;
mod outputs;
#[path = "../support/pdf.rs"]
mod pdf;
mod report;
#[path = "../support/mod.rs"]
mod support;
mod town;

use std::collections::{BTreeMap, BTreeSet};

use arpent_barometer::domain::cube::{Cube, Reading};
use arpent_barometer::domain::question::Aspect;
use arpent_core::{Role, Scope};
use arpent_web::testkit::Browser;
use axum::http::StatusCode;
use town::{RESULTS, Town, each};

/// A first wave published, a second read and published by those who run it.
async fn published(town: &Town) -> Browser {
    let mut facilitator = town.browser(Role::Facilitator).await;
    for wave in [1, 2] {
        let results = format!("/barometres/services/vagues/{wave}/resultats");
        facilitator.submit(&format!("{results}/calculer"), &[]).await.ok();
        facilitator.submit(&format!("{results}/publier"), &[]).await.ok();
    }
    facilitator
}

#[tokio::test]
async fn results_are_read_inside_then_published() {
    for town in each().await {
        let mut public = town.house.browser();
        public.get(RESULTS).await.is(StatusCode::NOT_FOUND);
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{RESULTS}/publier"), &[]).await.is(StatusCode::CONFLICT);
        facilitator.submit(&format!("{RESULTS}/calculer"), &[]).await.ok().says("Avant publication");
        for output in ["", ".json", ".csv", ".sav", ".xml", "/rapport.pdf"] {
            public.get(&format!("{RESULTS}{output}")).await.is(StatusCode::NOT_FOUND);
        }
        public.get("/api/v1/barometers/services/waves/2").await.is(StatusCode::NOT_FOUND);
        facilitator.submit(&format!("{RESULTS}/publier"), &[]).await.ok();
        let page = public.get(RESULTS).await.ok();
        page.says("En progrès : mobilite (+10,5 points)").says("En recul : habitat (−8,3 points)");
        page.says("Pour 8 services, on ne peut pas dire que cela a changé").does_not_say("Avant publication");
        assert!(page.queries() <= 10, "{} queries", page.queries());
        for (path, words) in [
            ("/services/mobilite", "S'en sont servis"),
            ("/ecarts", "Agents jugent mieux"),
            ("/priorites", "Son ellipse touche une ligne"),
            ("/carte?service=habitat", "On ne peut pas dire que cela diffère"),
            ("/populations/usagers", "Toute la population"),
            ("/populations/usagers?groupe=commune~38563", "38563"),
            ("/paroles", "Personne n'a écrit pendant cette vague"),
            ("/methode", "1 078"),
            ("/donnees", "distribution"),
        ] {
            let page = public.get(&format!("{RESULTS}{path}")).await.ok();
            assert!(page.queries() <= 10, "{path}: {} queries", page.queries());
            let found = page.words().replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
            assert!(found.contains(&words.to_lowercase()), "{path} does not say {words}: {found}");
        }
        public.get(&format!("{RESULTS}?lang=en")).await.ok().says("Better: mobilite");
        // The only stratum of the elected counts all of them, though no answer names it.
        facilitator.get("/barometres/services/vagues/2").await.ok().says("Élus Conseil 38");
    }
}

#[tokio::test]
async fn before_publication_an_agent_reads_her_own_services_only() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{RESULTS}/calculer"), &[]).await.ok();
        let mut agent = town.agent().await;
        let page = agent.get(RESULTS).await.ok();
        page.says("piscine").does_not_say("habitat");
        agent.get(&format!("{RESULTS}/services/habitat")).await.is(StatusCode::NOT_FOUND);
        agent.get(&format!("{RESULTS}.json")).await.is(StatusCode::NOT_FOUND);
        agent.get(&format!("{RESULTS}.csv")).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_agent_reads_her_own_service_first_in_a_space_of_her_own() {
    for town in each().await {
        let (mut agent, mut other) = (town.agent().await, town.other_agent().await);
        agent.get("/").await.ok().does_not_say("Les résultats de votre service");
        agent.get("/mes-services").await.ok().says("Rien pour l'instant");
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{RESULTS}/calculer"), &[]).await.ok();

        agent.get("/").await.ok().says("avant leur publication : piscine").does_not_say("mediatheque");
        other.get("/").await.ok().says("avant leur publication : mediatheque").does_not_say("piscine");
        let page = agent.get("/mes-services").await.ok();
        page.says("Avant publication").says("piscine").says("Part de satisfaits").does_not_say("mediatheque");
        let service = page.addresses().into_iter().find(|one| one.contains("/services/piscine")).expect("in detail");
        agent.get(&service).await.ok().says("Les services");
        other.get("/mes-services").await.ok().does_not_say("piscine");
        other.get(&service).await.is(StatusCode::NOT_FOUND);
        town.house.browser().get("/").await.ok().does_not_say("votre service");
        town.house.browser().get("/mes-services").await.is(StatusCode::SEE_OTHER);

        facilitator.submit(&format!("{RESULTS}/publier"), &[]).await.ok();
        agent.get("/").await.ok().does_not_say("avant leur publication");
        agent.get("/mes-services").await.ok().says("piscine").does_not_say("Avant publication");
        let home = agent.get("/").await.ok();
        assert!(home.queries() <= 16, "{} queries", home.queries());
    }
}

/// Computing two waves costs seconds: whatever only reads what is published reads the same town.
#[tokio::test]
async fn what_is_published_says_the_same_on_every_page_and_in_every_file() {
    for town in each().await {
        published(&town).await;
        no_two_outputs_lead_to_a_hidden_figure(&town).await;
        the_map_says_of_each_commune_what_the_cube_says_and_nothing_of_a_hidden_one(&town).await;
        a_group_of_a_population_has_its_page_and_a_hidden_group_has_no_figure(&town).await;
        every_figure_has_its_sentence_and_its_table_and_none_a_style_of_its_own(&town).await;
        the_method_says_who_answered_beside_who_lives_there(&town).await;
        report::the_report_says_what_the_pages_say_in_both_languages(&town).await;
        outputs::the_published_figures_leave_for_statistical_programs_and_nothing_more(&town).await;
        outputs::the_codebook_says_what_was_asked_in_each_language_and_counts_nobody(&town).await;
        outputs::only_those_who_collect_take_the_answers_and_the_journal_says_so(&town).await;
        outputs::what_repeats_the_figures_gives_the_published_ones(&town).await;
    }
}

/// The strata of communes.
fn strata() -> BTreeMap<String, String> {
    support::users("2").into_iter().map(|line| (line["commune"].clone(), line["strate"].clone())).collect()
}

async fn no_two_outputs_lead_to_a_hidden_figure(town: &Town) {
    let stratum_of = strata();
    let mut public = town.house.browser();
    let document = public.get(&format!("{RESULTS}.json")).await.ok();
    let api = public.get("/api/v1/barometers/services/waves/2").await.ok();
    assert_eq!(document.body, api.body, "one document");
    let cube: Cube = serde_json::from_slice(&document.body).expect("a cube");
    let csv = public.get(&format!("{RESULTS}.csv")).await.ok().text();
    assert_eq!(csv.lines().count(), cube.cells.len() + 1, "a line for each figure, and the header");
    let hidden = |reading: &Reading| matches!(reading, Reading::Withheld { .. });
    let count = |reading: &Reading| match reading {
        Reading::Shown(shown) => shown.n,
        Reading::Counted { n } => *n,
        Reading::Withheld { .. } => 0,
    };
    let mut any = false;
    for service in support::SERVICES {
        let total = count(cube.reading("usagers", Aspect::Satisfaction, service).expect("a figure"));
        let by = |variable: &'static str| cube.by("usagers", Aspect::Satisfaction, service, variable);
        let unknown: BTreeSet<&str> = by("commune").filter(|(_, one)| hidden(one)).map(|one| one.0).collect();
        any |= !unknown.is_empty();
        let known: u64 = by("commune").map(|(_, one)| count(one)).sum();
        assert!(unknown.is_empty() || unknown.len() >= 2, "{service}: {unknown:?} is the total less the others");
        assert!(unknown.is_empty() || total - known >= 10, "{service}: {unknown:?} share {}", total - known);
        // A stratum is a total of communes: none of its communes is left alone behind it.
        for (stratum, reading) in by("stratum").filter(|(_, one)| !hidden(one)) {
            let inside = unknown.iter().filter(|one| stratum_of[**one] == stratum).count();
            let shown: u64 =
                by("commune").filter(|(one, _)| stratum_of[*one] == stratum).map(|(_, one)| count(one)).sum();
            let left = count(reading) - shown;
            assert!(inside == 0 || (inside >= 2 && left >= 10), "{service}, {stratum}: {inside} share {left}");
        }
        let page = public.get(&format!("{RESULTS}/services/{service}")).await.ok();
        let text = page.words();
        let said = text.matches("Trop peu de réponses pour publier").count() + text.matches("Masqué pour").count();
        let groups = cube.variables.iter().flat_map(|one| {
            cube.by("usagers", Aspect::Satisfaction, service, &one.code).map(|(_, reading)| hidden(reading))
        });
        assert!(said >= groups.filter(|hidden| *hidden).count(), "the page says each hidden figure as such");
    }
    assert!(any, "some communes are too small to be shown");
    for cell in &cube.cells {
        assert!(hidden(&cell.reading) || count(&cell.reading) >= 10, "{cell:?}");
    }
}

#[tokio::test]
async fn a_signal_arrives_once_and_becomes_a_challenge_or_is_set_aside() {
    for town in each().await {
        let mut facilitator = published(&town).await;
        facilitator.submit(&format!("{RESULTS}/publier"), &[]).await.ok();
        let page = facilitator.get("/barometres/services/signaux").await.ok();
        page.says("habitat : en recul");
        assert_eq!(page.words().matches("habitat : en recul").count(), 1, "it arrives once");
        let signal = page.addresses().into_iter().find(|one| one.starts_with("/signaux/")).expect("a signal");
        let refused = facilitator.submit(&signal, &[("outcome", "dismiss"), ("reason", " ")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        let words = "Réparer ce que les usagers du service disent.";
        facilitator.submit(&signal, &[("outcome", "challenge"), ("words", words)]).await.ok();
        let page = facilitator.get("/barometres/services/signaux").await.ok();
        let challenge = page.addresses().into_iter().find(|one| one.starts_with("/contributions/"));
        assert!(challenge.is_some(), "the challenge is a contribution of the démarche");
        facilitator.submit(&signal, &[("outcome", "dismiss"), ("reason", "Trop tard")]).await.is(StatusCode::CONFLICT);
        let mut public = town.house.browser();
        public.get("/barometres/services/signaux").await.is(StatusCode::SEE_OTHER);
        let mut other = town.house.sign_in_on(Role::Agent, Scope::Instance).await;
        other.get("/barometres/services/signaux").await.is(StatusCode::FORBIDDEN);
    }
}

/// The lines of the table of a page, by the text of their head.
fn table(page: &str) -> BTreeMap<String, String> {
    let rows = page.split("<tr><th scope=\"row\">").skip(1);
    let text =
        |html: &str| html.split('<').map(|part| part.split('>').next_back().unwrap_or_default()).collect::<String>();
    rows.filter_map(|row| row.split("</tr>").next()?.split_once("</th>"))
        .map(|(head, rest)| (text(head), text(rest).replace(['\u{a0}', '\u{202f}'], " ")))
        .collect()
}

async fn the_map_says_of_each_commune_what_the_cube_says_and_nothing_of_a_hidden_one(town: &Town) {
    let mut public = town.house.browser();
    let cube: Cube = serde_json::from_slice(&public.get(&format!("{RESULTS}.json")).await.ok().body).expect("a cube");
    let page = public.get(&format!("{RESULTS}/carte?service=habitat")).await.ok();
    let html = page.text();
    let lines = table(&html);
    let communes = cube.communes().expect("communes");
    assert_eq!(lines.len(), communes.groups.len(), "a line for each commune");
    let mut kinds = [0; 3];
    for (code, cell) in cube.cells_by("usagers", Aspect::Satisfaction, "habitat", &communes.code) {
        let line = &lines[code];
        match (&cell.reading, cell.modelled) {
            (Reading::Shown(shown), None) => {
                kinds[0] += 1;
                assert!(line.contains("De ses propres réponses") && line.contains(&format!("{} réponses", shown.n)));
            }
            (Reading::Counted { n }, Some(modelled)) => {
                kinds[1] += 1;
                assert!(line.contains("Modélisé") && line.contains(&format!("{n} réponses")), "{line}");
                let (low, high) = modelled.interval;
                assert!(0.0 <= low && low < modelled.value && modelled.value < high && high <= 1.0);
            }
            (Reading::Withheld { .. }, None) => {
                kinds[2] += 1;
                assert!(line.contains("Rien n’est publié") && !line.contains('%'), "{line}");
            }
            other => panic!("{code}: {other:?}"),
        }
    }
    assert!(kinds.iter().all(|kind| *kind > 0), "all three kinds: {kinds:?}");
    assert_eq!(html.matches("tile vh\" fill=\"url(#hatch)\"").count(), kinds[2], "each hidden commune is hatched");
    public.get(&format!("{RESULTS}/carte?service=unknown")).await.ok().says("dechets");
}

async fn a_group_of_a_population_has_its_page_and_a_hidden_group_has_no_figure(town: &Town) {
    let mut public = town.house.browser();
    let cube: Cube = serde_json::from_slice(&public.get(&format!("{RESULTS}.json")).await.ok().body).expect("a cube");
    let age = public.get(&format!("{RESULTS}/populations/usagers?groupe=age~18-24")).await.ok();
    let shown = cube.by("usagers", Aspect::Satisfaction, "eau", "age").find(|(value, _)| *value == "18-24");
    let n = shown.and_then(|(_, reading)| reading.shown()).expect("a figure").n;
    age.says("Enquête").says(&format!("{n} réponses"));
    let hidden = |value: &str| {
        let of =
            |cell: &arpent_barometer::domain::cube::Cell| cell.group.as_ref().is_some_and(|group| group.value == value);
        cube.cells.iter().filter(|cell| of(cell)).all(|cell| matches!(cell.reading, Reading::Withheld { .. }))
    };
    let communes = &cube.communes().expect("communes").groups;
    let small = communes.iter().find(|group| hidden(&group.code)).expect("a commune too small for any figure");
    let page = public.get(&format!("{RESULTS}/populations/usagers?groupe=commune~{}", small.code)).await.ok();
    page.says("Aucun chiffre de ce groupe");
    assert!(!page.text().contains("<figure class=\"chart"), "nothing is drawn of it");
    public.get(&format!("{RESULTS}/populations/inconnue")).await.is(StatusCode::NOT_FOUND);
    public.get(&format!("{RESULTS}/populations/elus")).await.ok().says("Élus");
}

async fn every_figure_has_its_sentence_and_its_table_and_none_a_style_of_its_own(town: &Town) {
    let mut public = town.house.browser();
    for (path, kinds) in [
        ("", &["stacked", "intervals"][..]),
        ("/services/mobilite", &["history", "stacked", "intervals abreast"]),
        ("/ecarts", &["intervals abreast"]),
        ("/priorites", &["matrix", "intervals"]),
        ("/populations/agents", &["stacked", "intervals"]),
    ] {
        let html = public.get(&format!("{RESULTS}{path}")).await.ok().text();
        for kind in kinds {
            assert!(html.contains(&format!("<figure class=\"chart {kind}\"")), "{path} has no {kind}");
        }
        for figure in html.split("<figure class=\"chart").skip(1) {
            let figure = figure.split("</figure>").next().unwrap_or_default();
            assert!(figure.contains("role=\"img\" aria-label=\"") && !figure.contains("aria-label=\"\""), "{path}");
            assert!(figure.contains("<table>") && figure.contains("class=\"source\""), "{path}");
            assert!(!figure.contains("style="), "{path}");
        }
    }
    let gaps = public.get(&format!("{RESULTS}/ecarts")).await.ok();
    assert_eq!(
        gaps.text().matches("class=\"square\"").count() - 1,
        support::SERVICES.len(),
        "elected officials, a square"
    );
    let service = public.get(&format!("{RESULTS}/services/mobilite")).await.ok();
    assert!(service.text().contains("class=\"line\""), "two waves that may be compared are joined");
}

async fn the_method_says_who_answered_beside_who_lives_there(town: &Town) {
    let page = town.house.browser().get(&format!("{RESULTS}/methode")).await.ok();
    let lines = table(&page.text());
    let young = &lines["18-24"];
    assert!(young.contains("fois la moyenne") && young.contains('%'), "{young}");
    assert!(!lines.contains_key("38563"), "a margin with small categories is left out whole");
}
