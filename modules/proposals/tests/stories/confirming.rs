//! An address left without an account: a code shows whose it is, and nothing but a receipt goes there before.

use arpent_commons::commands::addresses::{self, Asked, Confirmed};
use arpent_commons::commands::answers;
use arpent_commons::commands::closing::{self, Ending};
use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit};
use arpent_commons::domain::contribution::{AnswerStatus, Channel, NewAnswer};
use arpent_commons::store::contributions::{self, Contact};
use arpent_core::{Actor, Role};
use arpent_web::{Caller, Lang};
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::{Town, each, each_as_on_line};

const WORDS: &str = "Un banc à l'ombre près du vieux pont";
const ADDRESS: &str = "lea@exemple.fr";
const REASON: &str = "Deux bancs seront posés en mars.";

/// Whoever has no account.
fn anyone(town: &Town) -> Caller {
    town.house.app.caller(Actor::public(), Lang::Fr)
}

async fn said_by(caller: &Caller, new: NewContribution) -> Submitted {
    submit(caller, &new).await.expect("accepted")
}

/// Léa says something and leaves an address, without an account.
async fn lea(town: &Town) -> Submitted {
    let new = NewContribution { email: ADDRESS.to_owned(), ..town.words(WORDS) };
    said_by(&anyone(town), new).await
}

async fn contact(town: &Town, said: &Submitted) -> Contact {
    contributions::contact(&town.house.app.db, said.id).await.expect("reads").expect("a code")
}

/// The six digits of every letter to an address.
async fn codes(town: &Town, to: &str) -> Vec<String> {
    let letters = town.house.letters().await;
    let digits = |text: &str| {
        let line = text.lines().find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
        line.map(ToOwned::to_owned)
    };
    letters.iter().filter(|letter| letter.to == to).filter_map(|letter| digits(&letter.text)).collect()
}

/// The only code sent to Léa.
async fn code(town: &Town) -> String {
    let sent = codes(town, ADDRESS).await;
    assert_eq!(sent.len(), 1, "one code");
    sent[0].clone()
}

/// Six digits that are not these.
fn other_than(code: &str) -> String {
    let (first, rest) = code.split_at(1);
    format!("{}{rest}", if first == "7" { "8" } else { "7" })
}

async fn answered(town: &Town, said: &Submitted) {
    let given = NewAnswer::new(AnswerStatus::Retained, REASON);
    answers::give(&town.house.operator(), &[said.id], &given, &[]).await.expect("answered");
}

/// How many letters say the reason.
async fn told(town: &Town) -> usize {
    town.house.letters().await.iter().filter(|letter| letter.text.contains(REASON)).count()
}

fn receipt(said: &Submitted) -> String {
    format!("/merci/{}", said.code)
}

#[tokio::test]
async fn the_answer_waits_for_the_code_and_leaves_once_it_is_typed() {
    for town in each().await {
        let said = lea(&town).await;
        let mut phone = town.house.browser();
        let page = phone.get(&receipt(&said)).await.ok();
        page.says("Confirmez votre adresse").says("Le code à six chiffres reçu à l…@exemple.fr");
        let html = page.text();
        assert!(html.contains("inputmode=\"numeric\"") && html.contains("autocomplete=\"one-time-code\""));
        let follow = format!("/suivi/{}", said.code);
        phone.get(&follow).await.ok().says("Votre adresse n'est pas confirmée");

        answered(&town, &said).await;
        assert_eq!(told(&town).await, 0, "nothing more to an address that may be someone else's");
        phone.get(&follow).await.ok().says(REASON);

        let digits = code(&town).await;
        let typed = format!("{} {}", &digits[..3], &digits[3..]);
        let act = format!("{}/confirmer", receipt(&said));
        let done = phone.submit(&act, &[("number", typed.as_str())]).await.ok();
        done.says("Votre adresse est confirmée. La réponse à votre contribution est déjà donnée");
        done.says("Adresse confirmée").does_not_say("Confirmez votre adresse");
        assert_eq!(told(&town).await, 1, "the answer leaves");
        phone.submit(&act, &[("number", digits.as_str())]).await.ok().says("Votre adresse est confirmée");
        assert_eq!(told(&town).await, 1, "pressed twice, told once");
        phone.get(&follow).await.ok().does_not_say("n'est pas confirmée");
    }
}

#[tokio::test]
async fn an_answer_given_after_the_code_leaves_at_once() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        let confirmed = addresses::confirm(&anyone(&town), &said.code, &digits).await.expect("confirmed");
        assert_eq!(confirmed, Confirmed::Now);
        answered(&town, &said).await;
        assert_eq!(told(&town).await, 1);
    }
}

#[tokio::test]
async fn the_right_code_pressed_twice_at_once_confirms_and_tells_once() {
    for town in each().await {
        let said = lea(&town).await;
        answered(&town, &said).await;
        let digits = code(&town).await;
        let caller = anyone(&town);
        let press = || addresses::confirm(&caller, &said.code, &digits);
        let (one, other) = tokio::join!(press(), press());
        let both = [one.expect("confirmed"), other.expect("confirmed")];
        assert!(both.contains(&Confirmed::WithAnswer) && both.contains(&Confirmed::Already), "{both:?}");
        assert_eq!(told(&town).await, 1);
    }
}

#[tokio::test]
async fn five_wrong_codes_end_it_and_another_one_is_asked_for() {
    for town in each().await {
        let said = lea(&town).await;
        let first = code(&town).await;
        let mut phone = town.house.browser();
        let act = format!("{}/confirmer", receipt(&said));
        let wrong = other_than(&first);
        let unreadable = phone.post(&act, &[("number", "12 34")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        unreadable.says("Écrivez les six chiffres reçus");
        for left in ["4 essais", "3 essais", "2 essais", "un essai"] {
            let refused = phone.post(&act, &[("number", wrong.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            refused.says("Ce n'est pas le dernier code").says(left);
            assert!(refused.text().contains("href=\"#number\""), "said at its field");
        }
        let last = phone.post(&act, &[("number", wrong.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        last.says("c'était le cinquième essai");
        let late = phone.post(&act, &[("number", first.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        late.says("a été essayé cinq fois");

        town.house.pass(SignedDuration::from_mins(2));
        let again = format!("{}/autre-code", receipt(&said));
        phone.submit(&again, &[]).await.ok().says("Un code vient de partir");
        let second = codes(&town, ADDRESS).await.into_iter().find(|code| *code != first).expect("another code");
        phone.post(&act, &[("number", first.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        phone.submit(&act, &[("number", second.as_str())]).await.ok().says("Votre adresse est confirmée");
    }
}

#[tokio::test]
async fn a_code_is_good_for_a_day() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        town.house.pass(SignedDuration::from_hours(24));
        let act = format!("{}/confirmer", receipt(&said));
        let late = town.house.browser().post(&act, &[("number", digits.as_str())]).await;
        late.is(StatusCode::UNPROCESSABLE_ENTITY).says("plus de vingt-quatre heures");
        assert!(contact(&town, &said).await.is_to_confirm());
    }
}

#[tokio::test]
async fn the_code_of_another_contribution_confirms_nothing() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        let new = NewContribution { email: "zoe@exemple.fr".to_owned(), ..town.words("Des vélos en libre-service") };
        let other = said_by(&anyone(&town), new).await;
        let act = format!("{}/confirmer", receipt(&other));
        let refused = town.house.browser().post(&act, &[("number", digits.as_str())]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce n'est pas le dernier code");
        assert!(contact(&town, &said).await.is_to_confirm() && contact(&town, &other).await.is_to_confirm());
    }
}

#[tokio::test]
async fn codes_leave_at_a_pace_and_no_more_than_five_in_a_day() {
    for town in each().await {
        let said = lea(&town).await;
        let mut phone = town.house.browser();
        let again = format!("{}/autre-code", receipt(&said));
        phone.submit(&again, &[]).await.ok().says("il y a moins d'une minute");
        assert_eq!(codes(&town, ADDRESS).await.len(), 1, "pressed too early, sent once");
        for sent in 2..=5 {
            town.house.pass(SignedDuration::from_mins(2));
            phone.submit(&again, &[]).await.ok().says("Un code vient de partir");
            assert_eq!(codes(&town, ADDRESS).await.len(), sent);
        }
        town.house.pass(SignedDuration::from_mins(2));
        let refused = phone.post(&again, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Cinq codes sont déjà partis aujourd'hui");
        town.house.pass(SignedDuration::from_hours(24));
        phone.submit(&again, &[]).await.ok().says("Un code vient de partir");
    }
}

#[tokio::test]
async fn a_mistyped_address_is_corrected_until_it_is_confirmed() {
    for town in each().await {
        let said = lea(&town).await;
        let first = code(&town).await;
        let mut phone = town.house.browser();
        let act = format!("{}/adresse", receipt(&said));
        let refused = phone.post(&act, &[("email", "lea@")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("n'est pas complète");
        assert!(refused.text().contains("<details open"), "what is wrong is in sight");
        phone.submit(&act, &[("email", "lea.martin@exemple.fr")]).await.ok().says("Un code vient de partir");
        let sent = codes(&town, "lea.martin@exemple.fr").await;
        assert_eq!(sent.len(), 1, "the receipt leaves again, with a code");
        let confirm = format!("{}/confirmer", receipt(&said));
        phone.post(&confirm, &[("number", first.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        phone.submit(&confirm, &[("number", sent[0].as_str())]).await.ok().says("Votre adresse est confirmée");
        phone.submit(&act, &[("email", "autre@exemple.fr")]).await.ok().says("Votre adresse est confirmée");
        assert_eq!(contact(&town, &said).await.reachable(), Some("lea.martin@exemple.fr"));
        let asked = addresses::send_again(&anyone(&town), &said.code).await.expect("nothing to send");
        assert_eq!(asked, Asked::Confirmed);
    }
}

#[tokio::test]
async fn an_address_that_is_known_needs_no_code() {
    for town in each().await {
        let (person, own) = town.house.person("Inès").await;
        let actor = arpent_web::identity::actor_of(&town.house.app.db, person).await.expect("her rights");
        let ines = town.house.app.caller(actor, Lang::Fr);
        let agent = town.house.caller_as(Role::Agent).await;
        let hers = NewContribution { email: own.clone(), author: Author::Caller, ..town.words("Un hamac") };
        let paper = NewContribution { channel: Channel::Paper, email: ADDRESS.to_owned(), ..town.words("Un auvent") };
        for (caller, new) in [(&ines, hers.clone()), (&agent, paper)] {
            let said = said_by(caller, new).await;
            assert!(contact(&town, &said).await.reachable().is_some());
        }
        assert!(codes(&town, &own).await.is_empty() && codes(&town, ADDRESS).await.is_empty());
        let others = NewContribution { email: ADDRESS.to_owned(), submission: "another".to_owned(), ..hers };
        let said = said_by(&ines, others).await;
        assert!(contact(&town, &said).await.is_to_confirm(), "signed in, she may still mistype another address");
    }
}

#[tokio::test]
async fn the_end_is_told_to_those_who_confirmed_and_printed_for_the_others() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        addresses::confirm(&anyone(&town), &said.code, &digits).await.expect("confirmed");
        let new = NewContribution { email: "zoe@exemple.fr".to_owned(), ..town.words("Des vélos") };
        let other = said_by(&anyone(&town), new).await;
        answered(&town, &said).await;
        answered(&town, &other).await;
        let reason = "Rien n'est à décider.".to_owned();
        let ending = Ending { words: "Merci.".to_owned(), no_decision_reason: reason };
        closing::close(&town.house.operator(), town.initiative.id, &ending).await.expect("closed");
        let letters = town.house.letters().await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.subject.contains("close")).collect();
        assert_eq!(told.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), [ADDRESS]);
        let on_paper = arpent_commons::store::closing::on_paper(&town.house.app.db, town.initiative.id, false, (9, 0));
        let (slips, _) = on_paper.await.expect("reads");
        assert_eq!(slips.iter().map(|slip| slip.id).collect::<Vec<_>>(), [other.id]);
    }
}

#[tokio::test]
async fn an_address_nobody_confirms_is_forgotten_after_thirty_days() {
    for town in each().await {
        let said = lea(&town).await;
        let kept =
            said_by(&anyone(&town), NewContribution { email: "zoe@exemple.fr".to_owned(), ..town.words("Des vélos") })
                .await;
        let digits = codes(&town, "zoe@exemple.fr").await;
        addresses::confirm(&anyone(&town), &kept.code, &digits[0]).await.expect("confirmed");
        town.house.pass(SignedDuration::from_hours(24 * 29));
        town.house.work().await;
        assert!(contact(&town, &said).await.email.is_some());
        town.house.pass(SignedDuration::from_hours(25));
        town.house.work().await;
        assert_eq!(contact(&town, &said).await.email, None);
        assert_eq!(contact(&town, &kept).await.reachable(), Some("zoe@exemple.fr"));
        let page = town.house.browser().get(&receipt(&said)).await.ok();
        page.says("Vous n'avez pas laissé d'adresse").does_not_say("Confirmez votre adresse");
        let confirm = format!("{}/confirmer", receipt(&said));
        town.house.browser().post(&confirm, &[("number", "123456")]).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn what_is_kept_of_a_code_is_given_and_erased_with_its_address() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        let rows = arpent_commons::store::addresses::sent(&town.house.app.db, said.id).await.expect("reads");
        assert!(rows.is_some());
        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", ADDRESS)]).await.ok().json();
        let given = &copy["commons"]["contributions"][0];
        assert!(given["email_code_sent_at"].is_string() && given["email_confirmed_at"].is_null());
        assert!(!copy.to_string().contains(&digits), "the code is in the letter only");
        dpo.submit("/admin/personnes/effacer", &[("email", ADDRESS), ("confirm", "true")]).await.ok();
        let rows = arpent_commons::store::addresses::sent(&town.house.app.db, said.id).await.expect("reads");
        assert!(rows.is_none());
        assert_eq!(contact(&town, &said).await.email, None);
    }
}

#[tokio::test]
async fn forgetting_an_unproven_address_leaves_its_owners_letters_alone() {
    for town in each().await {
        let said = lea(&town).await;
        let digits = code(&town).await;
        addresses::confirm(&anyone(&town), &said.code, &digits).await.expect("confirmed");
        answered(&town, &said).await;
        let stranger = NewContribution { email: ADDRESS.to_owned(), ..town.words("Tout autre chose") };
        let other = said_by(&anyone(&town), stranger).await;
        let mut browser = town.house.browser();
        browser.submit(&format!("/suivi/{}/oublier", other.code), &[]).await.ok().says("Votre adresse est oubliée");
        assert_eq!(contact(&town, &other).await.email, None);
        assert_eq!(told(&town).await, 1, "her answer still leaves");
    }
}

#[tokio::test]
async fn codes_are_tried_at_the_pace_of_follow_codes() {
    for town in each_as_on_line().await {
        let said = lea(&town).await;
        let wrong = other_than(&code(&town).await);
        let act = format!("{}/confirmer", receipt(&said));
        let mut script = town.house.browser().from_address(9);
        for _ in 0..20 {
            script.post(&act, &[("number", wrong.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        script.post(&act, &[("number", wrong.as_str())]).await.is(StatusCode::TOO_MANY_REQUESTS);
    }
}
