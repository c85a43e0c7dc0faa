//! Answering, by every channel.

use arpent_barometer::commands::waves::close;
use arpent_barometer::domain::answer::Reply;
use arpent_barometer::domain::template;
use arpent_barometer::domain::wave::Mode;
use arpent_barometer::store::{points, sheets};
use arpent_commons::store::contributions::{self, Filter};
use arpent_core::{Id, Role};
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;
use jiff::SignedDuration;
use uuid::Uuid;

use crate::pdf;
use crate::town::{Town, each};
use crate::wave::{PUBLIC, WAVE};

/// A place named by someone who likes signs; a poster prints them as they are.
const PLACE_NAME: &str = "Accueil #set *de* $Voiron$ @ici";

const SEEN: [(&str, &str); 3] = [("_seen", "use_dechets"), ("_seen", "sat_dechets"), ("_seen", "imp_dechets")];

/// Sends one screen, with the secret the page before carried.
async fn screen(browser: &mut Browser, address: &str, before: &Answer, step: &str, fields: &[(&str, &str)]) -> Answer {
    let secret = before.hidden("_k");
    let mut all = vec![("_k", secret.as_str()), ("_step", step), ("_lang", "fr"), ("_go", "next")];
    // What comes later in a form stands for itself: a test may press another button.
    all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
    all.extend_from_slice(fields);
    browser.post(address, &all).await
}

/// The public questionnaire from its first page to its end, with a word to add.
pub async fn answer_all(browser: &mut Browser, address: &str, comment: &str) -> Answer {
    let page = browser.get(address).await.ok();
    let page = screen(browser, address, &page, "0", &[("_go", "begin")]).await.ok();
    let first = [SEEN[0], SEEN[2], ("use_dechets", "1"), ("imp_dechets", "4")];
    let page = screen(browser, address, &page, "0", &first).await.ok();
    page.says("êtes-vous satisfait");
    let page =
        screen(browser, address, &page, "0", &[&first[..], &[SEEN[1], ("sat_dechets", "2")]].concat()).await.ok();
    page.says("Transports et mobilité");
    let seen = [("_seen", "use_mobilite"), ("_seen", "imp_mobilite"), ("use_mobilite", "0"), ("imp_mobilite", "?")];
    let page = screen(browser, address, &page, "1", &seen).await.ok();
    let page = screen(browser, address, &page, "2", &[("_seen", "use_accueil")]).await.ok();
    let page = screen(browser, address, &page, "3", &[("_seen", "globale_0_10"), ("globale_0_10", "7")]).await.ok();
    let page = screen(browser, address, &page, "4", &[("_seen", "age"), ("age", "75+")]).await.ok();
    let end = [("_seen", "verbatim"), ("verbatim", comment), ("_go", "send")];
    screen(browser, address, &page, "5", &end).await.ok()
}

#[tokio::test]
async fn someone_answers_one_service_a_screen_and_is_counted_once() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.browser();
        browser.get(PUBLIC).await.ok().says("seule la semaine est gardée").says("Commencer");
        let thanks = answer_all(&mut browser, PUBLIC, "").await;
        thanks.says("Votre réponse est enregistrée");
        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 1);
        let answer = &all[0];
        assert_eq!(answer.mode, Mode::Web);
        assert_eq!(answer.week.to_string(), "2026-11-02");
        assert_eq!(answer.replies.0.get("sat_dechets"), Some(&Reply::Number(2)));
        assert_eq!(answer.replies.0.get("imp_mobilite"), None, "not knowing leaves no trace");
        assert_eq!(answer.replies.0.get("age"), Some(&Reply::Text("75+".to_owned())));
        assert_eq!(answer.id.uuid().get_version_num(), 4);

        // Sent again, as by a double click or a retry: the same answer, and its page says so.
        let page = browser.get(PUBLIC).await.ok();
        page.says("déjà enregistrée");
        let again = [("_k", thanks_secret(&browser)), ("_step", "5".to_owned()), ("_go", "send".to_owned())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post(PUBLIC, &again).await.ok().says("Elle compte une fois");
        assert_eq!(town.answers(&wave).await.len(), 1);
        assert!(page.queries() <= 10, "{} queries", page.queries());
    }
}

fn thanks_secret(browser: &Browser) -> String {
    browser.cookie("_k").expect("the device remembers").to_owned()
}

#[tokio::test]
async fn leaving_and_coming_back_resumes_and_an_answer_under_way_does_not_count() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.browser();
        let page = browser.get(PUBLIC).await.ok();
        let first = [SEEN[0], SEEN[2], ("use_dechets", "0"), ("imp_dechets", "1")];
        screen(&mut browser, PUBLIC, &page, "0", &first).await.ok().says("Transports et mobilité");
        assert!(town.answers(&wave).await.is_empty());
        let back = browser.get(PUBLIC).await.ok();
        back.says("Vous aviez commencé").says("Reprendre");
        assert_eq!(back.hidden("_step"), "1");
        let before = screen(&mut browser, PUBLIC, &back, "1", &[("_go", "back")]).await.ok();
        assert!(before.text().contains("value=\"0\" checked"), "what was answered is shown again");
        // Another device knows nothing of it, cookies or not.
        let mut other = town.house.browser();
        other.get(PUBLIC).await.ok().does_not_say("Vous aviez commencé");
    }
}

#[tokio::test]
async fn an_answer_outside_its_scale_is_refused_at_its_question_and_nothing_typed_is_lost() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.browser();
        let page = browser.get(PUBLIC).await.ok();
        let wrong = [SEEN[0], SEEN[2], ("use_dechets", "1"), ("imp_dechets", "7")];
        let refused = screen(&mut browser, PUBLIC, &page, "0", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Cette réponse n'est pas proposée");
        assert!(refused.text().contains("value=\"1\" checked"));
        assert!(town.answers(&wave).await.is_empty());
    }
}

#[tokio::test]
async fn words_leave_the_answer_and_become_a_contribution_to_follow() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.sign_in_as(Role::Agent).await;
        let thanks = answer_all(&mut browser, PUBLIC, "Le bus passe trop tôt le dimanche.").await;
        thanks.says("sont devenus une contribution");
        let filter = Filter { limit: 10, ..Filter::of(town.initiative.id) };
        let said = contributions::list(&town.house.app.db, &filter).await.expect("listed");
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].contribution.text, "Le bus passe trop tôt le dimanche.");
        assert_eq!(said[0].contribution.person, None, "whoever is signed in answers as nobody");
        assert_eq!(said[0].contribution.keyed_by, None);
        let kept = serde_json::to_string(&town.answers(&wave).await[0].replies).expect("JSON");
        assert!(!kept.contains("dimanche"), "the words are not in the answer: {kept}");
    }
}

#[tokio::test]
async fn the_language_and_the_way_back_keep_what_was_answered() {
    for town in each().await {
        town.wave().await;
        let mut browser = town.house.browser();
        let page = browser.get(PUBLIC).await.ok();
        let fields = [SEEN[0], SEEN[2], ("use_dechets", "1"), ("_to", "lang-en")];
        let english = screen(&mut browser, PUBLIC, &page, "0", &fields).await.ok();
        english.says("Continue").does_not_say("Continuer");
        assert!(english.text().contains("value=\"1\" checked"));
        assert_eq!(english.hidden("_lang"), "en");
    }
}

#[tokio::test]
async fn a_wave_that_closes_meanwhile_says_so_and_keeps_nothing_more() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.browser();
        let page = browser.get(PUBLIC).await.ok();
        close(&town.house.operator(), wave.id).await.expect("closed");
        let first = [SEEN[0], SEEN[2], ("use_dechets", "0")];
        let refused = screen(&mut browser, PUBLIC, &page, "0", &first).await.is(StatusCode::CONFLICT);
        refused.says("plus aucune réponse n'est gardée");
        let counts = arpent_barometer::store::answers::counts(&town.house.app.db, wave.id).await.expect("counts");
        assert!(counts.is_empty());
        browser.get(PUBLIC).await.ok().says("Ce questionnaire est fermé");
    }
}

#[tokio::test]
async fn a_protocol_changed_meanwhile_does_not_reach_who_is_answering() {
    for town in each().await {
        let wave = town.wave().await;
        let mut browser = town.house.browser();
        let page = browser.get(PUBLIC).await.ok();
        let caller = town.house.operator();
        let db = &town.house.app.db;
        let row = arpent_barometer::store::barometers::by_slug(db, "nos-services").await.expect("read").expect("there");
        let next = arpent_barometer::commands::protocols::open_version(&caller, &row).await.expect("a draft");
        let mut changed = template::protocol(&template::example_services());
        changed.questions.retain(|question| question.code != "use_dechets" && question.code != "sat_dechets");
        arpent_barometer::commands::protocols::save(&caller, next, 1, &changed).await.expect("saved");
        let begun = screen(&mut browser, PUBLIC, &page, "0", &[("_go", "begin")]).await.ok();
        begun.says("vous en êtes-vous servi");
        // Frozen meanwhile, it concerns the next wave: this answer is kept as it was asked.
        arpent_barometer::commands::protocols::freeze(&caller, next, "", &[]).await.expect("frozen");
        answer_all(&mut browser, PUBLIC, "").await.says("Votre réponse est enregistrée");
        let answers = town.answers(&wave).await;
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].replies.0.get("sat_dechets"), Some(&Reply::Number(2)));
    }
}

#[tokio::test]
async fn a_poster_and_a_kiosk_each_have_their_address_and_a_kiosk_forgets() {
    for town in each().await {
        let wave = town.wave().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let page = facilitator.get(&format!("{WAVE}/collecte")).await.ok();
        page.says("Aucune encore");
        assert!(page.queries() <= 12, "{} queries", page.queries());
        for kind in ["poster", "kiosk", "embedded"] {
            let fields = [("kind", kind), ("population", "usagers"), ("service", ""), ("place", PLACE_NAME)];
            facilitator.submit(&format!("{WAVE}/collecte/points"), &fields).await.ok().says(PLACE_NAME);
        }
        let all = points::of_wave(&town.house.app.db, wave.id).await.expect("points");
        let of = |kind: &str| all.iter().find(|point| point.kind.code() == kind).expect("a point");
        let poster = facilitator.get(&format!("{WAVE}/affiches/{}", of("poster").id)).await.ok();
        poster.says("Photographiez ce code");
        assert!(poster.text().contains("<svg"));
        poster_for_the_printer(&town, of("poster")).await;

        let kiosk = format!("/b/{}", of("kiosk").code);
        let mut tablet = town.house.browser();
        answer_all(&mut tablet, &kiosk, "Trop d'attente.").await.says("Personne suivante");
        assert!(tablet.cookie("_k").is_none(), "nothing is left on the tablet");
        let next = tablet.get(&kiosk).await.ok();
        next.does_not_say("déjà").does_not_say("Vous aviez commencé");
        let answer = &town.answers(&wave).await[0];
        assert_eq!((answer.mode, answer.place.as_deref()), (Mode::Kiosk, Some(PLACE_NAME)));

        let poster = of("poster");
        let close = format!("{WAVE}/collecte/points/{}/fermer", poster.id);
        facilitator.submit(&close, &[]).await.ok().says("Fermé");
        tablet.get(&format!("/b/{}", poster.code)).await.ok().says("Ce questionnaire est fermé");
    }
}

/// The same poster as a file, in both languages of the questionnaire, with the name of the place as it was typed.
async fn poster_for_the_printer(town: &Town, poster: &points::Point) {
    let address = format!("{WAVE}/collecte/points/{}/affiche.pdf", poster.id);
    let file = town.browser(Role::Facilitator).await.get(&address).await.ok();
    let said = pdf::words(&file.body);
    let short = format!("/b/{}", poster.code);
    for words in [PLACE_NAME, "Votre avis sur nos services", "Your opinion about our services", &short] {
        assert!(said.contains(words), "{words} in {said}");
    }
    town.browser(Role::Agent).await.get(&address).await.is(StatusCode::FORBIDDEN);
    town.house.browser().get(&address).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_refused_point_keeps_what_was_typed() {
    for town in each().await {
        town.wave().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let fields = [("kind", "poster"), ("population", "martiens"), ("place", "Ici")];
        let refused = facilitator.post(&format!("{WAVE}/collecte/points"), &fields).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez dans la liste");
        let mut agent = town.browser(Role::Agent).await;
        agent.get(&format!("{WAVE}/collecte")).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_sheet_keyed_twice_by_two_people_counts_once_and_a_third_reading_settles() {
    for town in each().await {
        let protocol = template::protocol(&template::example_services());
        let wave = town.wave_of(&protocol, true).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let fields = [("count", "3"), ("population", "usagers"), ("place", "Marché")];
        facilitator.submit(&format!("{WAVE}/feuilles"), &fields).await.ok().says("3 feuilles à imprimer");
        let first = Id::from_uuid(Uuid::nil());
        let printed = sheets::from(&town.house.app.db, wave.id, first, 10).await.expect("sheets");
        let (mut a, mut b) = (town.browser(Role::Agent).await, town.browser(Role::Agent).await);
        let keying = format!("{WAVE}/saisie");
        let key = |code: &str, mark: &str| {
            vec![("code".to_owned(), code.to_owned()), ("globale_0_10".to_owned(), mark.to_owned())]
        };

        let agreed = &printed[0].code;
        post(&mut a, &keying, key(agreed, "7")).await.says("Une autre personne fera la seconde saisie");
        town.house.pass(SignedDuration::from_secs(30));
        post(&mut a, &keying, key(agreed, "7")).await.says("Vous avez déjà saisi cette feuille");
        assert!(town.answers(&wave).await.is_empty());
        post(&mut b, &keying, key(agreed, "7")).await.says("comptée");
        assert_eq!(town.answers(&wave).await.len(), 1);
        post(&mut b, &keying, key(agreed, "9")).await.says("Cette feuille est déjà comptée");
        assert_eq!(town.answers(&wave).await.len(), 1);

        let disputed = &printed[1].code;
        post(&mut a, &keying, key(disputed, "3")).await;
        post(&mut b, &keying, key(disputed, "8")).await.says("Les deux saisies diffèrent").says("Première saisie");
        post(&mut a, &keying, key(disputed, "8")).await.says("comptée");
        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 2);
        assert!(all.iter().any(|answer| answer.replies.0.get("globale_0_10") == Some(&Reply::Number(8))));
        assert!(all.iter().all(|answer| answer.mode == Mode::Paper));

        let unknown = a.get(&format!("{keying}?code=ABCD-2345")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        unknown.says("Aucune feuille de cette vague n'a ce code");
    }
}

async fn post(browser: &mut Browser, address: &str, fields: Vec<(String, String)>) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.submit(address, &fields).await.ok()
}

#[tokio::test]
async fn an_interviewer_asks_on_one_page_and_goes_on_to_the_next() {
    for town in each().await {
        let wave = town.wave().await;
        let mut agent = town.browser(Role::Agent).await;
        let address = format!("{WAVE}/entretien");
        let page = agent.get(&address).await.ok();
        page.says("À poser seulement si");
        let secret = page.hidden("_k");
        let fields = [
            ("_k", secret.as_str()),
            ("_population", "usagers"),
            ("_mode", "face"),
            ("use_dechets", "1"),
            ("sat_dechets", "4"),
            ("sat_mobilite", "4"),
            ("verbatim", "Merci aux agents."),
        ];
        for _ in 0..2 {
            agent.submit(&address, &fields).await.ok().says("Personne suivante").says("avec le code");
        }
        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 1, "a double click is one answer");
        assert_eq!(all[0].mode, Mode::Face);
        assert_eq!(all[0].replies.0.get("sat_mobilite"), None, "not asked of who did not use it");
    }
}
