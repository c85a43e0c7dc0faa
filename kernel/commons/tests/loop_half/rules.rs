//! Its rules.

use crate::kit::{TODAY, option_sheet, rule, towns, unmet};
use arpent_commons::commands::experiments::NewResult;
use arpent_commons::commands::{answers, closing, commitments, decisions, experiments, metrics, options};
use arpent_commons::domain::commitments::{CommitmentState, ReportState};
use arpent_commons::domain::contribution::{AnswerStatus, NewAnswer};
use arpent_commons::domain::decisions::{ConsultationKind, DecisionState, Dissent};
use arpent_commons::domain::initiative::InitiativeState;
use arpent_commons::domain::people::{Capacity, Power};
use arpent_commons::store;
use arpent_core::Role;
use arpent_core::verdict::{Sample, ThresholdVerdict, Verdict};
use arpent_store::{Statement, args};
use arpent_web::Refusal;
use jiff::ToSpan as _;

/// A statement no command holds: what someone with the database in hand would try.
const fn by_hand(sql: &'static str) -> Statement {
    Statement { name: "BY_HAND", sqlite: sql, postgres: sql }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authorised_experiment_refuses_every_change() {
    for town in towns().await {
        let metric = town.share("Compréhension").await;
        let id = town.experiment(metric, None).await;
        let mut sheet = town.experiment_sheet(metric, None);
        sheet.threshold = 0.6;
        experiments::edit(&town.facilitator, id, 1, &sheet).await.expect("still free");
        experiments::authorise(&town.elected, id).await.expect("authorised");
        sheet.threshold = 0.5;
        assert_eq!(rule(experiments::edit(&town.facilitator, id, 3, &sheet).await), "frozen");
        assert_eq!(rule(experiments::authorise(&town.elected, id).await), "frozen");
        let tx = town.house.operator().begin_public().await.expect("a transaction");
        let lower = by_hand("UPDATE experiment SET threshold = 0.1 WHERE id = $1");
        let refused = tx.run(&lower, args![id]).await.expect_err("the database refuses too");
        assert!(refused.to_string().contains("immutable"), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_experiment_is_authorised_before_it_begins_and_read_after_it_ends() {
    for town in towns().await {
        let metric = town.share("Compréhension").await;
        let late = town.experiment(metric, None).await;
        let result = |n| NewResult { sample: Sample::proportion(98, n), text: "Lu.".into(), reason: String::new() };
        assert_eq!(rule(experiments::enter_result(&town.facilitator, late, &result(124)).await), "not-authorised");
        experiments::authorise(&town.elected, late).await.expect("in time");
        assert_eq!(rule(experiments::enter_result(&town.facilitator, late, &result(124)).await), "too-early");
        town.days(20);
        experiments::enter_result(&town.facilitator, late, &result(124)).await.expect("after the end");
        let judged = experiments::get(&town.facilitator, late).await.expect("there");
        assert_eq!(judged.verdict(), Some(ThresholdVerdict::Met));
        let mut begun = town.experiment_sheet(metric, None);
        begun.title = "Trop tard".into();
        begun.start = TODAY;
        let begun = experiments::create(&town.facilitator, town.initiative, &begun).await.expect("written");
        assert_eq!(rule(experiments::authorise(&town.elected, begun).await), "begun");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_result_keeps_the_value_before_and_needs_a_reason() {
    for town in towns().await {
        let metric = town.share("Compréhension").await;
        let option = town.option("Réécrire", &[]).await;
        let id = town.tried(metric, option, Sample::proportion(98, 124)).await;
        let mut correction =
            NewResult { sample: Sample::proportion(80, 124), text: "Recompté.".into(), reason: String::new() };
        let refused = experiments::enter_result(&town.facilitator, id, &correction).await;
        assert!(matches!(refused, Err(Refusal::Invalid(problems)) if problems[0].field == "reason"));
        correction.reason = "Dix-huit feuilles comptées deux fois.".into();
        experiments::enter_result(&town.facilitator, id, &correction).await.expect("corrected");
        let results = store::experiments::results(&town.agent.db, id).await.expect("results");
        assert_eq!(results.iter().map(|r| r.sample.n()).collect::<Vec<_>>(), [124, 124]);
        assert_eq!(results[0].sample, Sample::proportion(80, 124));
        let judged = experiments::get(&town.agent, id).await.expect("there");
        assert_eq!(judged.verdict(), Some(ThresholdVerdict::NotConclusive));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_decides_without_a_mandate_that_day() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let other = town.house.caller_as(Role::ElectedOfficial).await;
        let yesterday = TODAY.yesterday().expect("a day");
        town.mandate(&other, Power::Decide, TODAY.checked_sub(90.days()).expect("a day"), Some(yesterday)).await;
        town.mandate(&other, Power::Sign, TODAY, None).await;
        let sheet = town.decision_sheet(&[option], &[option]);
        let id = decisions::draft(&other, town.initiative, &sheet).await.expect("a draft");
        assert_eq!(rule(decisions::publish(&other, id).await), "no-mandate");
        assert!(matches!(decisions::publish(&town.facilitator, id).await, Err(Refusal::Forbidden { .. })));
        decisions::publish(&town.elected, id).await.expect("she has the power");
        let taken = decisions::get(&town.agent, id).await.expect("public").taken.expect("taken");
        assert_eq!((taken.person, taken.on), (town.elected.actor.person, TODAY));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_decision_never_changes_and_a_correction_is_a_new_version() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let id = town.decided(&[option], &[option]).await;
        let mut sheet = town.decision_sheet(&[option], &[]);
        assert_eq!(rule(decisions::edit(&town.elected, id, 2, &sheet).await), "immutable");
        assert_eq!(rule(decisions::publish(&town.elected, id).await), "immutable");
        let statements = [
            "UPDATE decision SET choice = 'autre' WHERE id = $1",
            "DELETE FROM decision WHERE id = $1",
            "DELETE FROM link WHERE from_id = $1",
            "INSERT INTO decision_dissent (decision, position, text) VALUES ($1, 9, 'après coup')",
        ];
        for sql in statements {
            let tx = town.house.operator().begin_public().await.expect("a transaction");
            let refused = tx.run(&by_hand(sql), args![id]).await.expect_err(sql);
            assert!(refused.to_string().contains("immutable"), "{sql}: {refused}");
        }
        let new = decisions::correct(&town.elected, id, "Le coût était celui de deux ans.").await.expect("opened");
        assert_eq!(rule(decisions::correct(&town.elected, id, "Deux fois").await), "corrected");
        sheet.cost_euros = Some(4_750);
        decisions::edit(&town.elected, new, 1, &sheet).await.expect("a draft changes");
        let read = |id| store::decisions::by_id(&town.agent.db, id);
        assert_eq!(read(id).await.expect("read").expect("there").replaced_by, None, "not before it is published");
        decisions::publish(&town.elected, new).await.expect("published");
        let old = read(id).await.expect("read").expect("the old one stays");
        assert_eq!((old.replaced_by, old.decision.sheet.cost_euros), (Some(new), Some(9_500)));
        let versions = store::decisions::versions(&town.agent.db, id, false).await.expect("versions");
        assert_eq!(versions.iter().map(|v| v.decision.revision).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(rule(options::edit(&town.facilitator, option, 1, &option_sheet("Autre")).await), "decided");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_missing_before_a_decision_is_said_at_once() {
    for town in towns().await {
        let metric = town.share("Compréhension").await;
        let option = town.option("Réécrire", &[]).await;
        let mut trial = town.experiment_sheet(metric, Some(option));
        trial.touches_work = true;
        let trial = experiments::create(&town.facilitator, town.initiative, &trial).await.expect("written");
        experiments::authorise(&town.elected, trial).await.expect("authorised");
        town.days(12);
        let result =
            NewResult { sample: Sample::proportion(38, 52), text: "Trop court.".into(), reason: String::new() };
        experiments::enter_result(&town.facilitator, trial, &result).await.expect("a result");
        let mut sheet = town.decision_sheet(&[option], &[option]);
        sheet.review = town.today();
        let id = decisions::draft(&town.elected, town.initiative, &sheet).await.expect("a draft");
        assert_eq!(
            unmet(decisions::publish(&town.elected, id).await),
            [("departs-from-verdict", 1), ("opinion-before-decision", 1), ("review-to-come", 1)]
        );
        let draft = decisions::get(&town.elected, id).await.expect("hers");
        assert_eq!(draft.sheet.experiments, [trial], "the trial of an examined option joins by itself");
        sheet.review = town.today().checked_add(90.days()).expect("a day");
        sheet.departs_from_verdict = "Les agents le demandent.".into();
        sheet.consultations = vec![town.consulted(ConsultationKind::Information).await];
        decisions::edit(&town.elected, id, draft.version, &sheet).await.expect("changed");
        assert_eq!(unmet(decisions::publish(&town.elected, id).await), [("opinion-before-decision", 1)]);
        sheet.consultations.push(town.consulted(ConsultationKind::Opinion).await);
        sheet.dissent =
            vec![Dissent { person: town.agent.actor.person, organisation: None, text: "Je reste opposée.".into() }];
        decisions::edit(&town.elected, id, draft.version + 1, &sheet).await.expect("changed");
        decisions::publish(&town.elected, id).await.expect("everything holds");
        let published = decisions::get(&town.agent, id).await.expect("public");
        assert_eq!((published.state, published.sheet.dissent.len()), (DecisionState::Published, 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_commits_an_organisation_without_a_mandate() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let new = town.commitment_sheet(decision);
        assert_eq!(rule(commitments::take(&town.elected, &new).await), "no-mandate");
        let id = town.committed(&new).await;
        assert!(matches!(commitments::take(&town.manager, &new).await, Err(Refusal::Invalid(_))), "sent twice");
        let stranger = town.house.caller_as(Role::PartnerDelegate).await;
        let refused = commitments::report(&stranger, id, ReportState::Done, "Fait.", "").await;
        assert_eq!(rule(refused), "no-mandate");
        assert_eq!(rule(commitments::withdraw(&stranger, id, "Non").await), "no-mandate");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_state_of_a_commitment_comes_from_its_reports() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let id = town.committed(&town.commitment_sheet(decision)).await;
        let state = async || commitments::get(&town.agent, id).await.expect("there").state(town.today());
        assert_eq!(state().await, CommitmentState::Announced);
        town.days(10);
        commitments::report(&town.manager, id, ReportState::InProgress, "Sept sur douze.", "").await.expect("said");
        assert_eq!(state().await, CommitmentState::InProgress);
        town.days(90);
        assert_eq!(state().await, CommitmentState::Overdue);
        commitments::report(&town.manager, id, ReportState::Done, "Les douze.", "").await.expect("said");
        assert_eq!(state().await, CommitmentState::Done);
        commitments::withdraw(&town.manager, id, "Plus personne pour les relire.").await.expect("withdrawn");
        assert_eq!(state().await, CommitmentState::Withdrawn);
        assert_eq!(rule(commitments::withdraw(&town.manager, id, "Encore").await), "withdrawn");
        let refused = commitments::report(&town.manager, id, ReportState::Done, "Si.", "").await;
        assert_eq!(rule(refused), "withdrawn");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_measure_says_whether_it_changed_and_a_correction_is_followed() {
    for town in towns().await {
        let metric = town.share("Compréhension").await;
        let before = town.measure(metric, "Avant", Sample::proportion(68, 126)).await;
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let mut new = town.commitment_sheet(decision);
        (new.metric, new.before) = (Some(metric), Some(before));
        let id = town.committed(&new).await;
        let outcome = async || {
            let commitment = commitments::get(&town.agent, id).await.expect("there");
            store::commitments::outcome(&town.agent.db, &commitment).await.expect("read").expect("named").1
        };
        assert!(outcome().await.change.is_none(), "one measure says nothing of a change");
        town.days(60);
        let after = town.measure(metric, "Après", Sample::proportion(101, 130)).await;
        assert_eq!(outcome().await.change.expect("two measures").verdict, Verdict::Improved);
        assert!(matches!(
            metrics::correct(&town.agent, after, Sample::proportion(75, 130), "").await,
            Err(Refusal::Invalid(_))
        ));
        metrics::correct(&town.agent, after, Sample::proportion(75, 130), "Feuilles perdues.")
            .await
            .expect("corrected");
        let corrected = outcome().await;
        assert_eq!(corrected.change.expect("two measures").verdict, Verdict::NotConclusive);
        assert_eq!(corrected.after.expect("after").version, 2);
        let rows = store::commitments::of_initiative(&town.agent.db, town.initiative).await.expect("rows");
        let all = store::commitments::outcomes(&town.agent.db, town.initiative, &rows).await.expect("outcomes");
        assert_eq!(all[0].2.change, corrected.change, "the list says what the page says");
        let history = store::metrics::measures(&town.agent.db, metric).await.expect("measures");
        assert_eq!(history.iter().map(|m| m.current).collect::<Vec<_>>(), [true, false, true]);
        let tx = town.house.operator().begin_public().await.expect("a transaction");
        let refused = tx.run(&by_hand("UPDATE measure SET n = 999 WHERE id = $1"), args![after]).await;
        assert!(refused.is_err_and(|error| error.to_string().contains("immutable")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_who_edit_the_same_option_see_the_difference() {
    for town in towns().await {
        let id = town.option("Réécrire", &[]).await;
        let mut first = option_sheet("Réécrire les lettres");
        options::edit(&town.facilitator, id, 1, &first).await.expect("first");
        first.title = "Refaire les lettres".into();
        first.cost_euros = Some(12_000);
        let Err(Refusal::Conflict(conflict)) = options::edit(&town.agent, id, 1, &first).await else {
            panic!("the second must be shown the difference")
        };
        assert_eq!((conflict.version, conflict.differences.len()), (2, 2));
        assert_eq!(conflict.differences[0].stored, "Réécrire les lettres");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demarche_is_not_closed_while_someone_waits() {
    for town in towns().await {
        let (kept, _) = town.say_to("La lettre de l’eau est illisible.", Capacity::Inhabitant, "a@exemple.fr").await;
        let (doubled, _) = town.say("On ne comprend pas la lettre de l’eau.", Capacity::User).await;
        let ending = closing::Ending { words: "Merci.".into(), no_decision_reason: String::new() };
        assert_eq!(
            unmet(closing::close(&town.facilitator, town.initiative, &ending).await),
            [("everyone-answered", 2), ("decision-or-reason", 1)]
        );
        answers::give(&town.agent, &[kept, doubled], &NewAnswer::new(AnswerStatus::UnderStudy, ""), &[])
            .await
            .expect("under study");
        let explained =
            closing::Ending { no_decision_reason: "Les crédits n’ont pas été votés.".into(), ..ending.clone() };
        let still = unmet(closing::close(&town.facilitator, town.initiative, &explained).await);
        assert_eq!(still, [("everyone-answered", 2)], "under study is not an end");
        answers::give(&town.agent, &[kept, doubled], &NewAnswer::new(AnswerStatus::Retained, "Oui."), &[])
            .await
            .expect("answered");
        closing::close(&town.facilitator, town.initiative, &explained).await.expect("everyone was answered");
        let closed = store::initiatives::by_id(&town.agent.db, town.initiative).await.expect("read").expect("there");
        assert_eq!(closed.state, InitiativeState::Closed);
        let letters = town.house.letters().await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.subject.contains("close")).collect();
        assert_eq!(told.len(), 1);
        assert_eq!(rule(closing::close(&town.facilitator, town.initiative, &explained).await), "not-open");
        let sheet = arpent_commons::domain::options::NewOption { sheet: option_sheet("Après"), ..Default::default() };
        assert_eq!(rule(options::create(&town.facilitator, town.initiative, &sheet).await), "closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_without_an_address_wait_to_be_handed_over() {
    for town in towns().await {
        let (paper, code) = town.say("Le guichet ferme trop tôt.", Capacity::User).await;
        let (mail, _) = town.say_to("Le guichet est loin.", Capacity::User, "b@exemple.fr").await;
        answers::give(
            &town.agent,
            &[paper, mail],
            &NewAnswer::new(AnswerStatus::SetAside, "Cela dépend de l’État."),
            &[],
        )
        .await
        .expect("answered");
        let list =
            async |all| store::closing::on_paper(&town.agent.db, town.initiative, all, (50, 0)).await.expect("list");
        let (slips, total) = list(false).await;
        assert_eq!((slips.iter().map(|s| s.code.clone()).collect::<Vec<_>>(), total), (vec![code], 1));
        closing::handed_over(&town.agent, town.initiative, &[paper]).await.expect("handed over");
        assert_eq!(list(false).await.1, 0);
        assert!(list(true).await.0[0].told_on_paper_at.is_some());
    }
}
