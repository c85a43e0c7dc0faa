//! Alerts: what calls for someone is raised once, and told once, in one letter.

use std::collections::{BTreeMap, BTreeSet};

use arpent_core::{Event, Id};
use arpent_store::jobs::NewJob;
use arpent_store::{Author, Tx};
use arpent_web::app::App;
use arpent_web::identity::{actor_of, store as accounts};
use arpent_web::mail::Letter;
use arpent_web::{Caller, Lang, Refusal};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan as _};
use serde_json::json;

use super::scope;
use crate::HANDLE;
use crate::domain::answer::Reply;
use crate::domain::marks::Marks;
use crate::domain::protocol::{PopulationKind, Protocol};
use crate::domain::question::{Aspect, Kind};
use crate::domain::signal::{Evidence, Raising, SignalKind, WeekOfMarks};
use crate::domain::wave::{Wave, WaveState, week};
use crate::jobs::WATCH;
use crate::store::answers::{self, Placed};
use crate::store::barometers::{self, BarometerRow};
use crate::store::{protocols, signals, waves};
use crate::texts::Texts;

/// Places are looked at this often while a wave is open, whether or not someone answered: a look that an answer asked for
/// would keep its hour.
const EVERY: SignedDuration = SignedDuration::from_mins(30);
/// Answers read at once.
const PAGE: i64 = 1_000;

/// Raises what is new of these signals and tells those who handle them, in one letter each. Says how many are new.
pub(super) async fn raise(
    tx: &Tx,
    caller: &Caller,
    (row, wave, protocol): (&BarometerRow, &Wave, &Protocol),
    all: &[Raising],
) -> Result<usize, Refusal> {
    let mut new = Vec::new();
    for one in all {
        if signals::raise(tx, caller.id(), wave.id, one, caller.now()).await? {
            new.push(one);
        }
    }
    if !new.is_empty() {
        tell(tx, caller, (row, wave, protocol), &new).await?;
    }
    Ok(new.len())
}

/// One letter for each person who may say what becomes of them.
async fn tell(
    tx: &Tx,
    caller: &Caller,
    (row, wave, protocol): (&BarometerRow, &Wave, &Protocol),
    new: &[&Raising],
) -> Result<(), Refusal> {
    let link = caller.absolute(&format!("/barometres/{}/signaux", row.slug));
    let mut told = BTreeSet::new();
    for role in caller.policy.roles(HANDLE) {
        for account in accounts::holders(tx, role, caller.now()).await? {
            let actor = actor_of(tx, account.person).await?;
            let may = caller.policy.allows(&actor, HANDLE, scope(row.initiative), caller.now());
            if !may || !told.insert(account.person) {
                continue;
            }
            let t = Texts::new(Lang::parse(&account.language).unwrap_or_default());
            let letter = Letter {
                to: account.email.clone(),
                subject: t.mail_signals_subject(new.len(), row.title.as_str()),
                text: t.mail_signals_text(lines(t, protocol, new), link.as_str(), account.name.as_str(), &*wave.title),
            };
            tx.enqueue(letter.job(caller, None)).await?;
        }
    }
    Ok(())
}

/// What is new, one line each.
fn lines(t: Texts, protocol: &Protocol, new: &[&Raising]) -> String {
    let line = |one: &&Raising| {
        let service = protocol.service(&one.item).map_or(&*one.item, |service| service.name.say(t.lang().code()));
        format!("- {}", title(t, one.kind, service, &one.place))
    };
    new.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A signal in a few words.
pub(crate) fn title(t: Texts, kind: SignalKind, service: &str, place: &str) -> String {
    match kind {
        SignalKind::UnderThreshold => t.signal_under(service),
        SignalKind::Falling => t.signal_falling(service),
        SignalKind::BadRun => t.signal_bad_run(place, service),
    }
}

/// Looks at the places of a wave, and asks for the next look while it is open.
pub(crate) async fn watch(app: &App, wave: Id<Wave>) -> Result<(), Refusal> {
    let Some(wave) = waves::by_id(&app.db, wave).await? else { return Ok(()) };
    let (Some(row), Some(version)) =
        (barometers::by_id(&app.db, wave.barometer).await?, protocols::by_id(&app.db, wave.protocol).await?)
    else {
        return Ok(());
    };
    let caller = app.caller(arpent_core::Actor::public(), Lang::Fr);
    let found = bad_runs(&caller, &wave, &version.protocol).await?;
    let tx = app.db.begin(machine(&caller)).await?;
    let raised = raise(&tx, &caller, (&row, &wave, &version.protocol), &found).await?;
    if wave.state == WaveState::Open {
        look_later(&tx, &caller, &wave).await?;
    }
    if raised == 0 {
        return Ok(tx.keep_house("places were looked at, and nothing calls for someone").await?);
    }
    let event = Event::new("signals.raised", "wave", wave.id).within(row.initiative);
    Ok(tx.commit(event.with("signals", raised)).await?)
}

fn machine(caller: &Caller) -> Author {
    Author { person: None, role: "system", at: caller.now() }
}

/// Asks for the next look.
pub(super) async fn look_later(tx: &Tx, caller: &Caller, wave: &Wave) -> Result<(), Refusal> {
    let job = NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: WATCH,
        payload: json!({ "wave": wave.id }),
        unique_key: None,
        run_at: caller.now().checked_add(EVERY).unwrap_or(jiff::Timestamp::MAX),
    };
    Ok(tx.enqueue(job).await?)
}

/// Marks of a week, at a place, on a service: bad ones, and all.
type Weeks = BTreeMap<(String, String, Date), (u64, u64)>;

/// What this week's marks and last week's say, place by place.
async fn bad_runs(caller: &Caller, wave: &Wave, protocol: &Protocol) -> Result<Vec<Raising>, Refusal> {
    let users = protocol.populations.iter().find(|one| one.kind == PopulationKind::Users);
    let Some(users) = users.map(|one| one.code.as_str()) else { return Ok(Vec::new()) };
    let weeks = gather(caller, wave, protocol, users).await?;
    let places: BTreeSet<&str> = weeks.keys().map(|(place, ..)| place.as_str()).collect();
    let tests = places.len().max(1) * protocol.services.len().max(1) * weeks_of(wave);
    let Some(test) = Marks::of(&protocol.rules, u64::try_from(tests).unwrap_or(u64::MAX)) else {
        return Ok(Vec::new());
    };
    let calls = weeks.iter().filter(|(_, (bad, all))| test.call(*bad, *all));
    let raising = |((place, service, week), (bad, all)): (&(String, String, Date), &(u64, u64))| Raising {
        kind: SignalKind::BadRun,
        item: service.clone(),
        population: users.to_owned(),
        place: place.clone(),
        evidence: Evidence {
            share: 1.0 - *bad as f64 / *all as f64,
            interval: None,
            n: *all,
            threshold: None,
            change: None,
            marks: Some(WeekOfMarks {
                bad: *bad,
                week: *week,
                usual: protocol.rules.bad_usual,
                risk: protocol.rules.bad_false_alarm,
            }),
        },
    };
    Ok(calls.map(raising).collect())
}

/// Weeks of a wave, the first and the last being whole.
fn weeks_of(wave: &Wave) -> usize {
    let days = (week(wave.closes) - week(wave.opens)).get_days();
    usize::try_from(days / 7 + 1).unwrap_or(1).max(1)
}

async fn gather(caller: &Caller, wave: &Wave, protocol: &Protocol, users: &str) -> Result<Weeks, Refusal> {
    let asked: Vec<(&str, &str)> = protocol
        .services
        .iter()
        .filter_map(|service| {
            let question = protocol.about(&service.code, Aspect::Satisfaction, users)?;
            (question.kind == Kind::Scale).then_some((service.code.as_str(), question.code.as_str()))
        })
        .collect();
    let today = caller.today();
    let since = week(today.checked_sub(7.days()).unwrap_or(today));
    let mut weeks = Weeks::new();
    let mut after = Id::from_uuid(uuid::Uuid::nil());
    loop {
        let page = answers::placed(&caller.db, (wave.id, since), after, PAGE).await?;
        for one in page.iter().filter(|one| one.population == users) {
            count(&mut weeks, protocol, &asked, one);
        }
        match page.last() {
            Some(last) => after = last.id,
            None => return Ok(weeks),
        }
    }
}

/// "Does not know" is no mark.
fn count(weeks: &mut Weeks, protocol: &Protocol, asked: &[(&str, &str)], one: &Placed) {
    for (service, question) in asked {
        let Some(Reply::Number(level)) = one.replies.0.get(*question) else { continue };
        if !protocol.scale.levels.iter().any(|known| known.value == *level) {
            continue;
        }
        let (bad, all) = weeks.entry((one.place.clone(), (*service).to_owned(), one.week)).or_default();
        *bad += u64::from(*level < protocol.scale.satisfied_from);
        *all += 1;
    }
}
