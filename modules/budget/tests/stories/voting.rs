//! Voting: with a letter, an address, a register; once; with a receipt.

use arpent_budget::commands::ballots::cast;
use arpent_budget::commands::projects::withdraw;
use arpent_budget::domain::ballot::Marks;
use arpent_budget::domain::groups::Said;
use arpent_budget::domain::voter::Claim;
use arpent_budget::store::{ballots, voters};
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, draft, each, receipt};

const PROJECTS: [(&str, &str); 4] =
    [("Dix bancs", "4000"), ("Un ponton", "3000"), ("Une fontaine", "3500"), ("Un pré", "800")];

#[tokio::test]
async fn someone_votes_on_a_phone_reads_her_ballot_again_and_checks_it_with_her_receipt() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("10 000"), &PROJECTS, 2).await;
        let mut phone = town.house.browser();
        phone.get(&format!("{PLACE}/voter")).await.ok().says("Un code, un bulletin").says("J'ai 11 ans ou plus");
        let entering = [("code", codes[0].to_lowercase()), ("age", "true".to_owned())];
        let entering: Vec<(&str, &str)> = entering.iter().map(|(name, value)| (*name, value.as_str())).collect();
        phone
            .post(&format!("{PLACE}/voter"), &entering[..1])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Cochez la case");
        let ballot = phone.post(&format!("{PLACE}/voter"), &entering).await.ok();
        ballot.says("jusqu'à 3 projets").says("2. Un ponton").says("3 000 €");
        let code = ballot.hidden("code");

        let act = format!("{PLACE}/bulletin");
        let all = [
            ("code", code.as_str()),
            ("age", "true"),
            ("m_1", "1"),
            ("m_2", "1"),
            ("m_3", "1"),
            ("m_4", "1"),
            ("_go", "check"),
        ];
        let refused = phone.post(&act, &all).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("un projet de trop");
        let two = [("code", code.as_str()), ("age", "true"), ("m_2", "1"), ("m_4", "1"), ("_go", "check")];
        let review = phone.post(&act, &two).await.ok();
        review.says("pas encore dans l'urne").says("2. Un ponton").does_not_say("1. Dix bancs");
        let drawn = review.hidden("_receipt");
        let send = [
            ("code", code.as_str()),
            ("age", "true"),
            ("_receipt", &drawn),
            ("m_2", "1"),
            ("m_4", "1"),
            ("_go", "send"),
        ];
        let cast = phone.submit(&act, &send).await.ok();
        cast.says("tel que vous l'avez rempli").says("Un ponton");
        let code = receipt(&cast);
        // A button pressed twice: the browser drops the first answer, and the receipt is not lost.
        assert_eq!(receipt(&phone.submit(&act, &send).await.ok()), code);
        assert_eq!(ballots::count(&town.house.app.db, town.budget().await.id).await.expect("counted"), 1);

        let mut other = town.house.browser();
        let opened = other.submit(&format!("{PLACE}/recu"), &[("receipt", &code.to_lowercase())]).await.ok();
        opened.says("dans l'urne").says("Un ponton");
        other
            .post(&format!("{PLACE}/recu"), &[("receipt", "ABCD-2345-ABCD-2345")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        other
            .submit(&format!("{PLACE}/recu/{code}"), &[("m_1", "1")])
            .await
            .ok()
            .says("Votre bulletin est remplacé")
            .says("Dix bancs");
        town.vote(&codes[0], &[3]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("a déjà voté");
        town.closed().await;
        other.post(&format!("{PLACE}/recu/{code}"), &[("m_2", "1")]).await.is(StatusCode::CONFLICT);
        other.get(&format!("{PLACE}/recu/{code}")).await.ok().says("Dix bancs");
        other.get(&format!("{PLACE}/voter")).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn two_people_with_one_code_at_the_same_instant_leave_one_ballot() {
    for town in each().await {
        let (budget, codes) = town.voting(&draft("10 000"), &PROJECTS, 1).await;
        let claim = Claim::Letter(codes[0].clone());
        let (one, two) = (Marks([(1, 1)].into()), Marks([(2, 1)].into()));
        let caller = town.house.app.caller(arpent_core::Actor::public(), arpent_web::Lang::Fr);
        let said = Said::default();
        let (first, second) = tokio::join!(
            cast(&caller, &budget, &claim, (&one, &said, "")),
            cast(&caller, &budget, &claim, (&two, &said, ""))
        );
        assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1, "{first:?} {second:?}");
        assert_eq!(ballots::count(&town.house.app.db, budget.id).await.expect("counted"), 1);
        assert_eq!(voters::turnout(&town.house.app.db, budget.id).await.expect("counted").online, 1);
    }
}

#[tokio::test]
async fn a_code_sent_to_an_address_opens_one_ballot() {
    for town in each().await {
        let by_email = arpent_budget::commands::budgets::Draft { access: "email".into(), ..draft("10 000") };
        let budget = town.prepared(&by_email, &PROJECTS).await;
        arpent_budget::commands::budgets::open(&town.house.operator(), &budget, PLACE).await.expect("open");
        let mut browser = town.house.browser();
        let asked = browser.post(&format!("{PLACE}/voter/code"), &[("email", "Lea+vote@exemple.fr")]).await.ok();
        asked.says("Un code est parti");
        let code = code_in(&town.house.app.config.data_dir.join("mail"));
        let who = [("email", "lea+vote@exemple.fr"), ("code", "ABCD-2345"), ("age", "true")];
        browser
            .post(&format!("{PLACE}/voter"), &who)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("n'est pas le bon");
        let who =
            [("email", "lea@exemple.fr"), ("code", code.as_str()), ("age", "true"), ("m_1", "1"), ("_go", "send")];
        browser.submit(&format!("{PLACE}/bulletin"), &who).await.ok().says("dans l'urne");
        browser.submit(&format!("{PLACE}/bulletin"), &who).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(ballots::count(&town.house.app.db, budget.id).await.expect("counted"), 1);
    }
}

/// The code of the only letter written.
fn code_in(folder: &std::path::Path) -> String {
    let files = std::fs::read_dir(folder).expect("letters").map(|file| file.expect("a file").path());
    let letters = files.filter(|path| path.extension().is_some_and(|end| end == "eml"));
    let text = letters.map(|path| std::fs::read_to_string(path).expect("a letter")).last().expect("one letter");
    let code = text.split_whitespace().find(|word| word.len() == 9 && word.as_bytes()[4] == b'-');
    code.expect("a code").to_owned()
}

#[tokio::test]
async fn a_register_leaves_hashes_and_lets_only_those_of_age_vote() {
    for town in each().await {
        let by_birth = arpent_budget::commands::budgets::Draft { access: "birth".into(), ..draft("10 000") };
        town.prepared(&by_birth, &PROJECTS).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let csv = "NOM;PRENOM;NE LE\nMartin;Léa;01/05/1990\nPetit;Noé;16/11/2015\nGrand;Zoé;15/11/2015\nSans;Date;\n";
        let columns = [("first", "nom"), ("second", "prenom"), ("birth", "ne le")];
        let address = format!("{PLACE}/electeurs/registre");
        let wrong = facilitator.upload(&address, &columns[..1], ("file", "r.csv", csv.as_bytes())).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("pas de colonne de ce nom");
        let read = facilitator.upload(&address, &columns, ("file", "r.csv", csv.as_bytes())).await.ok();
        read.says("Une ligne n'a pas pu l'être : 5").says("Sur la liste : 2");
        let budget = town.budget().await;
        arpent_budget::commands::budgets::open(&town.house.operator(), &budget, PLACE).await.expect("open");

        let mut browser = town.house.browser();
        let act = format!("{PLACE}/bulletin");
        let who = [("name", "léa MARTIN"), ("birth", "1990-05-01"), ("m_1", "1"), ("_go", "send")];
        browser.submit(&act, &who).await.ok().says("dans l'urne");
        let young = [("name", "Noé Petit"), ("birth", "2015-11-16"), ("m_1", "1"), ("_go", "send")];
        browser.submit(&act, &young).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Nous ne trouvons personne");
        let of_age = [("name", "Zoé Grand"), ("birth", "2015-11-15"), ("m_1", "1"), ("_go", "send")];
        browser.submit(&act, &of_age).await.ok().says("dans l'urne");
    }
}

#[tokio::test]
async fn a_ballot_on_a_withdrawn_project_counts_for_its_others() {
    for town in each().await {
        let (budget, codes) = town.voting(&draft("10 000"), &PROJECTS, 3).await;
        town.vote(&codes[0], &[1, 4]).await.ok();
        town.vote(&codes[1], &[1]).await.ok();
        withdraw(&town.house.operator(), &budget, 1, "Le terrain est vendu.").await.expect("withdrawn");
        town.house.browser().get(&format!("{PLACE}/projets/1")).await.ok().says("Retiré").says("Le terrain est vendu.");
        town.vote(&codes[2], &[1]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("n'est plus");
        town.closed().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let results = town.count(&mut facilitator, &[]).await;
        // What nobody chose comes last, and is kept when it fits.
        results.says("3 projets sont retenus, sur 2 bulletins").says("4. Un pré").says("Bulletins blancs : 1");
        results.does_not_say("1. Dix bancs");
    }
}

#[tokio::test]
async fn each_kind_of_ballot_is_filled_in_and_kept_as_typed() {
    let kinds = [
        ("knapsack", "greedy", vec![("m_1", "1"), ("m_2", "1")], "Vos choix coûtent 7 000 € ; il reste 3 000 €"),
        ("points", "equal_shares", vec![("m_1", "2"), ("m_2", "1"), ("m_3", "0")], "2 points"),
        ("ranked", "equal_shares", vec![("m_3", "1"), ("m_1", "2")], "rang 1"),
        ("grades", "majority_judgment", vec![("m_1", "3"), ("m_2", "0")], "Très bien"),
    ];
    for (kind, rule, filled, says) in kinds {
        for town in each().await {
            let settled =
                arpent_budget::commands::budgets::Draft { ballot: kind.into(), rule: rule.into(), ..draft("10 000") };
            let (_, codes) = town.voting(&settled, &PROJECTS, 1).await;
            let mut fields = vec![("code", codes[0].as_str()), ("age", "true"), ("_go", "send")];
            fields.extend(filled.iter().copied());
            let mut browser = town.house.browser();
            browser.submit(&format!("{PLACE}/bulletin"), &fields).await.ok().says("dans l'urne").says(says);
            town.closed().await;
            let mut facilitator = town.browser(Role::Facilitator).await;
            town.count(&mut facilitator, &[]).await.says("sur un bulletin");
        }
    }
}
