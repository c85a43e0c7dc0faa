//! A wave of 20,000 answers arriving from tablets, telephones and paper while the results of the wave before are read.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use arpent_barometer::commands::answering::Door;
use arpent_barometer::commands::points::NewPoint;
use arpent_barometer::commands::waves::NewWave;
use arpent_barometer::commands::{points, protocols, results, sheets, tablet, waves};
use arpent_barometer::domain::answer::{Replies, Reply};
use arpent_barometer::domain::protocol::{Protocol, Service};
use arpent_barometer::domain::template::{self, USERS};
use arpent_barometer::domain::wave::{Mode, ProtocolVersion, Wave};
use arpent_barometer::domain::wording::Wording;
use arpent_barometer::store;
use arpent_core::{Clock as _, Id, Role, SystemClock};
use arpent_web::Caller;
use jiff::ToSpan as _;

use crate::load::{read, visit};
use crate::seed::Seed;
use crate::server::Server;
use crate::{Folder, runtime, say};

/// Answers of the wave.
const ANSWERS: usize = 20_000;
/// Of these, by tablet, in batches; by telephone; on paper.
const TABLETS: usize = 8_000;
const BATCH: usize = 20;
const PHONES: usize = 10_000;
const PAPER: usize = ANSWERS - TABLETS - PHONES;
/// Answers of the wave before.
const BEFORE: usize = 3_000;
/// Readers of the results, pages a second.
const READERS: usize = 10;
const SLUG: &str = "nos-services";

/// What the people of the load need to know.
struct Town {
    tablet: String,
    sheets: Vec<String>,
    cookies: Vec<String>,
}

/// Runs the load; `ARPENT_BENCH_MINUTES` shortens the ten minutes, which makes it harder.
pub fn run(binary: &Path) -> Result<()> {
    let minutes: usize = std::env::var("ARPENT_BENCH_MINUTES").ok().and_then(|typed| typed.parse().ok()).unwrap_or(10);
    let folder = Folder::new("barometer")?;
    let town = runtime()?.block_on(prepare(&folder.0))?;
    let server = Server::start(binary, &folder.0)?;
    println!(
        "\n{ANSWERS} answers in {minutes} minutes: {TABLETS} from tablets, {PHONES} from telephones, {PAPER} on paper"
    );
    let seconds = minutes * 60;
    let started = Instant::now();
    let cpu = server.cpu()?;
    let pace = |count: usize| Some(count as f64 / seconds as f64);
    let batches = TABLETS / BATCH;
    let readings = READERS * seconds;
    let [tablets, phones, paper, pages] = std::thread::scope(|scope| {
        let runs = [
            scope.spawn(|| visit(4, batches, pace(batches), &|agent, n| batch(&server, &town, agent, n))),
            scope.spawn(|| visit(16, PHONES, pace(PHONES), &|agent, n| phone(&server, agent, n))),
            scope.spawn(|| visit(4, PAPER, pace(PAPER), &|agent, n| sheet(&server, &town, agent, n))),
            scope.spawn(|| visit(8, readings, pace(readings), &|agent, n| page(&server.url, agent, n))),
        ];
        runs.map(|run| run.join().unwrap_or_else(|_| bail!("a visitor gave up")))
    });
    say("batches of a tablet", &tablets?);
    say("telephones, three exchanges each", &phones?);
    say("sheets of paper keyed", &paper?);
    say("results read meanwhile (goal: under 200 ms)", &pages?);
    let took = started.elapsed().as_secs_f64();
    let (_, peak) = server.memory()?;
    println!("  {took:.0} s, {:.0} s of processor, peak memory {peak:.0} MB", server.cpu()? - cpu);
    drop(server);
    let kept = runtime()?.block_on(count(&folder.0))?;
    println!("  {kept} complete answers kept of {ANSWERS} sent: {} lost", i64::try_from(ANSWERS)? - kept);
    Ok(())
}

/// Two waves of ten services: the first published, the second open.
async fn prepare(data: &Path) -> Result<Town> {
    let seed = Seed::open(data).await?;
    let caller = seed.caller();
    let initiative = seed.initiative("Nos services").await?;
    let service = |n: usize| Service {
        code: format!("service{n}"),
        name: Wording::french(format!("Service {n}")),
        unit: None,
        places: Vec::new(),
        threshold: None,
    };
    let protocol = template::protocol(&(1..=10).map(service).collect::<Vec<_>>());
    let (_, version) = refused(protocols::begin(caller, initiative.id, "Nos services", SLUG, &protocol).await)?;
    refused(protocols::freeze(caller, version, "", &[]).await)?;
    let first = wave(caller, version, "Avant").await?;
    fill(caller, &first, &protocol).await?;
    refused(waves::close(caller, first.id).await)?;
    let first = store::waves::by_id(&caller.db, first.id).await?.context("a wave")?;
    refused(results::compute(caller, &first).await)?;
    refused(results::publish(caller, &first).await)?;
    let second = wave(caller, version, "Maintenant").await?;
    let kiosk = NewPoint {
        kind: "kiosk".to_owned(),
        population: USERS.to_owned(),
        service: String::new(),
        place: "Accueil".to_owned(),
        title: String::new(),
    };
    let point = refused(points::open(caller, &second, &protocol, &kiosk).await)?;
    let codes = print(caller, &second, &protocol).await?;
    let cookies = seed.sessions_of(8, Role::Agent).await?;
    seed.close().await;
    Ok(Town { tablet: format!("/b/{}/lot", point.code), sheets: codes, cookies })
}

fn refused<T>(outcome: Result<T, arpent_web::Refusal>) -> Result<T> {
    outcome.map_err(|refusal| anyhow::anyhow!("refused: {refusal}"))
}

async fn wave(caller: &Caller, version: Id<ProtocolVersion>, title: &str) -> Result<Wave> {
    let today = SystemClock.today();
    let new = NewWave {
        protocol: version,
        title: title.to_owned(),
        opens: today,
        closes: today.saturating_add(30.days()),
        double_entry: false,
    };
    let wave = refused(waves::prepare(caller, &new).await)?;
    refused(waves::open(caller, wave.id).await)?;
    store::waves::by_id(&caller.db, wave.id).await?.context("a wave")
}

async fn fill(caller: &Caller, wave: &Wave, protocol: &Protocol) -> Result<()> {
    let door = Door {
        wave: wave.clone(),
        population: USERS.to_owned(),
        mode: Mode::Kiosk,
        place: None,
        service: None,
        stratum: None,
    };
    let replies = |n: usize| {
        let mut replies = Replies::default();
        for service in 1..=10 {
            replies.0.insert(format!("use_service{service}"), Reply::Number(1));
            replies.0.insert(format!("sat_service{service}"), Reply::Number(level(n + service)));
        }
        replies
    };
    for start in (0..BEFORE).step_by(BATCH) {
        let one = |n: usize| tablet::Carried { secret: format!("before {n}"), replies: replies(n), complete: true };
        refused(tablet::take(caller, &door, protocol, (start..start + BATCH).map(one).collect()).await)?;
    }
    Ok(())
}

/// A level of the scale, most of them good.
const fn level(n: usize) -> i64 {
    match n % 7 {
        0 => 1,
        1 => 2,
        2 | 3 => 4,
        _ => 3,
    }
}

async fn print(caller: &Caller, wave: &Wave, protocol: &Protocol) -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for _ in 0..PAPER / 500 {
        let first = refused(sheets::print(caller, wave, protocol, (USERS, "", 500)).await)?;
        codes.extend(store::sheets::from(&caller.db, wave.id, first, 500).await?.into_iter().map(|sheet| sheet.code));
    }
    Ok(codes)
}

fn key(family: usize, n: usize) -> String {
    format!("{:064x}", family * 1_000_000 + n)
}

/// A tablet sends a batch; every tenth is sent twice, as after a time-out.
fn batch(server: &Server, town: &Town, agent: &ureq::Agent, n: usize) -> Result<()> {
    let mut body = String::from("{\"answers\":[");
    for one in 0..BATCH {
        let (comma, key, level) = (if one == 0 { "" } else { "," }, key(1, n * BATCH + one), level(n + one));
        write!(
            body,
            "{comma}{{\"key\":\"{key}\",\"complete\":true,\"replies\":{{\"use_service1\":[\"1\"],\
             \"sat_service1\":[\"{level}\"],\"globale_0_10\":[\"7\"],\"age\":[\"35-49\"]}}}}"
        )?;
    }
    body.push_str("]}");
    let address = format!("{}{}", server.url, town.tablet);
    for _ in 0..=usize::from(n.is_multiple_of(10)) {
        let answer = agent.post(&address).header("content-type", "application/json").send(body.as_str())?;
        is(answer.status().as_u16(), 200, &address)?;
    }
    Ok(())
}

/// Someone reads the first page, answers a screen, and sends.
fn phone(server: &Server, agent: &ureq::Agent, n: usize) -> Result<()> {
    let address = format!("{}/b/{SLUG}-2", server.url);
    read(agent, &address)?;
    let (key, level) = (key(2, n), level(n).to_string());
    let screen = [
        ("_k", key.as_str()),
        ("_step", "0"),
        ("_seen", "use_service1"),
        ("_seen", "sat_service1"),
        ("use_service1", "1"),
        ("sat_service1", level.as_str()),
        ("_go", "next"),
    ];
    is(agent.post(&address).send_form(screen)?.status().as_u16(), 200, &address)?;
    let end = [("_k", key.as_str()), ("_step", "12"), ("_go", "send")];
    is(agent.post(&address).send_form(end)?.status().as_u16(), 200, &address)
}

/// An agent keys a sheet.
fn sheet(server: &Server, town: &Town, agent: &ureq::Agent, n: usize) -> Result<()> {
    let address = format!("{}/barometres/{SLUG}/vagues/2/saisie", server.url);
    let code = town.sheets.get(n).context("a sheet")?;
    let cookie = &town.cookies[n % town.cookies.len()];
    let fields = [("code", code.as_str()), ("use_service1", "1"), ("sat_service1", "3"), ("globale_0_10", "6")];
    is(agent.post(&address).header("cookie", cookie).send_form(fields)?.status().as_u16(), 303, &address)
}

/// Someone reads the results of the wave before.
fn page(server: &str, agent: &ureq::Agent, n: usize) -> Result<()> {
    let below = if n.is_multiple_of(2) { "" } else { "/services/service1" };
    read(agent, &format!("{server}/barometres/{SLUG}/vagues/1/resultats{below}"))
}

fn is(status: u16, wanted: u16, address: &str) -> Result<()> {
    if status == wanted { Ok(()) } else { bail!("{address} answered {status}") }
}

/// The complete answers of the wave, read from the database once the server is gone.
async fn count(data: &Path) -> Result<i64> {
    let seed = Seed::open(data).await?;
    let row = store::barometers::by_slug(&seed.caller().db, SLUG).await?.context("a barometer")?;
    let wave = store::waves::by_number(&seed.caller().db, row.id, 2).await?.context("a wave")?;
    let counts = store::answers::counts(&seed.caller().db, wave.id).await?;
    seed.close().await;
    Ok(counts.iter().filter(|one| one.complete).map(|one| one.n).sum())
}
