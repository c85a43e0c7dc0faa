//! Minutes are the same bytes for the same count, and an independent program agrees with them and only with them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use arpent_participatory_budget::transcript::transcript;
use arpent_participatory_budget::{
    Comparison, Completion, Envelope, Options, Rule, Satisfaction, Ties, VoteType, count, pabulib,
};
use num_bigint::BigInt;

use crate::examples::{GRADES, VILLAGE};

fn checker() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("checker/check.py")
}

fn python() -> bool {
    let found = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        println!("python3 is absent: minutes are not recounted by the independent checker");
    }
    found
}

/// The digest as the checker's own language gives it, so that no other code of ours is needed here.
fn sha256(path: &Path) -> String {
    let script = "import hashlib,sys;print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())";
    let output = Command::new("python3").args(["-c", script]).arg(path).output().expect("python3");
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn checked(folder: &Path, minutes: &[u8], file: &Path, every_step: bool) -> Output {
    let path = folder.join("minutes.json");
    fs::write(&path, minutes).expect("writes");
    let more = every_step.then_some("--every-step");
    Command::new("python3").arg(checker()).arg(path).arg(file).args(more).output().expect("python3")
}

/// A folder of the test's own, in the build folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn options(election: &arpent_participatory_budget::Election) -> Vec<Options> {
    let approvals = election.vote_type() == VoteType::Approval;
    let satisfactions: &[Satisfaction] =
        if approvals { &[Satisfaction::Cost, Satisfaction::Cardinality] } else { &[Satisfaction::Points] };
    let mut all = Vec::new();
    for satisfaction in satisfactions.iter().copied() {
        all.push(Options::new(Rule::Greedy { satisfaction }));
        for completion in [Completion::NONE, Completion::GREEDY, Completion::add1(), Completion::add1u()] {
            all.push(Options::new(Rule::EqualShares { satisfaction, completion }));
        }
    }
    all.extend(satisfactions.iter().map(|one| Options::new(Rule::Knapsack { satisfaction: *one })));
    all.push(Options::new(if approvals { Rule::Phragmen } else { Rule::MajorityJudgment }));
    let mut capped = all[1].clone().ties(Ties::VotesCostId);
    let projects = (0..election.projects().len()).step_by(2).collect();
    capped.envelopes.push(Envelope { name: "even".to_owned(), cap: election.budget() / 3, projects });
    capped.comparison = Some(Comparison::ApprovedWinners);
    let explicit = all[3].clone().ties(Ties::Explicit((0..election.projects().len()).rev().collect()));
    all.extend([capped, explicit]);
    all
}

#[test]
fn an_independent_program_agrees_with_every_rule() {
    if !python() {
        return;
    }
    let folder = folder("minutes");
    for (name, text) in [("village", VILLAGE), ("grades", GRADES)] {
        let file = folder.join(format!("{name}.pb"));
        fs::write(&file, text).expect("writes");
        let election = pabulib::read(text.as_bytes()).expect("reads");
        for options in options(&election) {
            let outcome = count(&election, &options).expect("counts");
            let minutes = transcript(&election, &options, &outcome, &sha256(&file));
            let output = checked(&folder, &minutes, &file, true);
            assert!(output.status.success(), "{name}, {options:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn an_independent_program_agrees_on_real_elections() {
    let Some(data) = crate::references::folder().filter(|_| python()) else { return };
    let folder = folder("real-minutes");
    for name in ["Netherlands_Assen_2024.pb", "Worldwide_Mechanical_Turk_Utilities_7.pb"] {
        let file = data.join(name);
        let election = pabulib::read(&fs::read(&file).expect("reads")).expect("is read");
        for options in options(&election) {
            let outcome = count(&election, &options).expect("counts");
            let minutes = transcript(&election, &options, &outcome, &sha256(&file));
            let output = checked(&folder, &minutes, &file, false);
            assert!(output.status.success(), "{name}, {options:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn a_changed_price_is_found_out() {
    if !python() {
        return;
    }
    let folder = folder("changed-minutes");
    let file = folder.join("village.pb");
    fs::write(&file, VILLAGE).expect("writes");
    let election = pabulib::read(VILLAGE.as_bytes()).expect("reads");
    let rule = Rule::EqualShares { satisfaction: Satisfaction::Cost, completion: Completion::add1u() };
    let options = Options::new(rule);
    let mut outcome = count(&election, &options).expect("counts");
    let honest = transcript(&election, &options, &outcome, &sha256(&file));
    assert_eq!(honest, transcript(&election, &options, &count(&election, &options).expect("again"), &sha256(&file)));
    let rho = outcome.rounds[0].rho.as_rational().clone();
    outcome.rounds[0].rho =
        (rho + num_rational::BigRational::new(BigInt::from(1), BigInt::from(10_u64.pow(15)))).into();
    let forged = checked(&folder, &transcript(&election, &options, &outcome, &sha256(&file)), &file, false);
    assert!(!forged.status.success());
    assert!(String::from_utf8_lossy(&forged.stderr).contains("DIFFERS: price of"));
    outcome.winners.pop();
    assert!(
        !checked(&folder, &transcript(&election, &options, &outcome, &sha256(&file)), &file, false).status.success()
    );
}
