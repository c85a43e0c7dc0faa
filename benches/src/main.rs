#![doc = include_str!("../README.md")]
#![expect(clippy::print_stdout, reason = "measures are printed")]

mod barometer;
mod load;
mod map;
mod participatory_budget;
mod seed;
mod server;
mod survey;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};
use load::{Seen, read, visit};
use seed::Seed;
use server::{Server, binary, command, run_watched};

/// Contributions loaded before a page is asked for.
const LOADED: usize = 100_000;
/// Contributions of the démarche whose list is asked for.
const LISTED: usize = 900;
/// Lines of the export.
const EXPORTED: usize = 250_000;

/// What may be measured.
const SUBJECTS: [&str; 9] =
    ["web", "writes", "import", "export", "start", "survey", "participatory-budget", "barometer", "map"];

fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let all = wanted.is_empty();
    let wants = |subject: &str| all || wanted.iter().any(|word| word == subject);
    if let [survey::ALONE, task] = wanted.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return survey::alone(task);
    }
    if let Some(unknown) = wanted.iter().find(|word| !SUBJECTS.contains(&word.as_str())) {
        bail!("unknown subject `{unknown}`: {}", SUBJECTS.join(", "));
    }
    println!("Linux, {} processors seen; figures of one run.", std::thread::available_parallelism()?);
    if wants("survey") {
        survey::all()?;
    }
    if wants("participatory-budget") {
        participatory_budget::all()?;
    }
    if !all && wanted.iter().all(|word| word == "survey" || word == "participatory-budget") {
        return Ok(());
    }
    let binary = binary()?;
    if wants("web") || wants("start") || wants("writes") {
        pages(&binary, wants("web"), wants("writes"))?;
    }
    if wants("import") {
        import(&binary)?;
    }
    if wants("export") {
        export(&binary)?;
    }
    if wants("barometer") {
        barometer::run(&binary)?;
    }
    if wants("map") {
        map::run(&binary)?;
    }
    Ok(())
}

/// A folder of its own, removed with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("arpent-bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

fn pages(binary: &Path, web: bool, writes: bool) -> Result<()> {
    let folder = Folder::new("pages")?;
    let started = Instant::now();
    let (slug, ids, cookies) = runtime()?.block_on(async {
        let seed = Seed::open(&folder.0).await?;
        let listed = seed.initiative("Liste").await?;
        let ids = seed.contributions(&listed, LISTED).await?;
        let rest = seed.initiative("Reste").await?;
        seed.contributions(&rest, LOADED - LISTED).await?;
        let cookies = seed.sessions(64).await?;
        seed.close().await;
        anyhow::Ok((listed.slug, ids, cookies))
    })?;
    let seeding = started.elapsed().as_secs_f64();
    println!("\n{LOADED} contributions loaded in SQLite in {seeding:.1} s ({:.0}/s)", LOADED as f64 / seeding);
    let server = Server::start(binary, &folder.0)?;
    println!("start to first page, with them: {:.0} ms (goal ≤ 1000)", server.first_page.as_secs_f64() * 1_000.0);
    if web {
        let list = format!("{}/demarches/{slug}/contributions", server.url);
        page(&server, &format!("list of {LISTED} contributions, first page of 20"), &list, 6_000)?;
        page(&server, "list of 900 contributions, all 900 on the page", &format!("{list}?par=900"), 400)?;
        page(&server, "page of one contribution", &format!("{}/contributions/{}", server.url, ids[7]), 6_000)?;
        page(&server, "home", &server.url, 6_000)?;
        let (now, peak) = server.memory()?;
        println!("resident {now:.0} MB, peak {peak:.0} MB (goal ≤ 150)");
        println!(
            "peers, from the project's dossier: adhocracy+ list of 500 ideas 176 ms CPU and 106 queries, one idea 88 ms and 57 queries, 172 MB a worker; Decidim list of 900 proposals 7.2–7.5 s before its fix of 2024"
        );
    }
    if writes {
        supports(&server, &ids, &cookies)?;
    }
    Ok(())
}

/// One page: at full speed, then at half of it.
fn page(server: &Server, name: &str, address: &str, visits: usize) -> Result<()> {
    let go = |agent: &ureq::Agent, _: usize| read(agent, address);
    visit(8, visits / 10, None, &go)?;
    let cpu = server.cpu()?;
    let full = visit(8, visits, None, &go)?;
    let cpu = (server.cpu()? - cpu) / visits as f64 * 1_000.0;
    let half = visit(8, visits / 2, Some(full.rate / 2.0), &go)?;
    let queries =
        ureq::get(address).call()?.headers().get("x-arpent-queries").and_then(|v| v.to_str().ok()).map(str::to_owned);
    println!("{name}");
    say("full speed, 8 visitors", &full);
    say("half load, 8 visitors", &half);
    println!("  CPU {cpu:.2} ms a page, {} queries (goal ≤ 10)", queries.as_deref().unwrap_or("?"));
    Ok(())
}

fn say(how: &str, seen: &Seen) {
    println!(
        "  {how}: {:.0} answers/s, p50 {:.1} ms, p99 {:.1} ms ({} answers)",
        seen.rate, seen.p50, seen.p99, seen.answers
    );
}

/// Each visit is a support that did not exist, acknowledged once durable.
fn supports(server: &Server, ids: &[String], cookies: &[String]) -> Result<()> {
    let go = |agent: &ureq::Agent, n: usize| {
        let (id, cookie) = (&ids[n / cookies.len() % ids.len()], &cookies[n % cookies.len()]);
        let address = format!("{}/contributions/{id}/soutenir", server.url);
        let answer = agent.post(&address).header("cookie", cookie).send_form([("support", "true")])?;
        if answer.status() != 303 {
            bail!("{address} answered {}", answer.status());
        }
        Ok(())
    };
    let seen = visit(64, 12_000, None, &go)?;
    println!("supports, each durable before it is acknowledged (goal ≥ 1000/s)");
    say("64 people at once", &seen);
    Ok(())
}

fn import(binary: &Path) -> Result<()> {
    println!("\nimport by the command line");
    for lines in [10_000, LOADED] {
        let folder = Folder::new(&format!("import-{lines}"))?;
        let slug = runtime()?.block_on(async {
            let seed = Seed::open(&folder.0).await?;
            let initiative = seed.initiative("Import").await?;
            seed.close().await;
            anyhow::Ok(initiative.slug)
        })?;
        let file = folder.0.join("lignes.csv");
        let mut text = String::from("identifiant;texte\n");
        for n in 0..lines {
            use std::fmt::Write as _;
            writeln!(text, "{n};\"{}\"", seed::words(n))?;
        }
        std::fs::write(&file, text)?;
        let path = file.display().to_string();
        let (seconds, peak) = run_watched(command(
            binary,
            &folder.0,
            &["import", &path, "--initiative", &slug, "--text", "texte", "--id", "identifiant", "--yes"],
        ))?;
        println!("  {lines} lines: {seconds:.1} s, {:.0} lines/s, peak memory {peak:.0} MB", lines as f64 / seconds);
    }
    Ok(())
}

fn export(binary: &Path) -> Result<()> {
    let folder = Folder::new("export")?;
    let slug = runtime()?.block_on(async {
        let seed = Seed::open(&folder.0).await?;
        let initiative = seed.initiative("Export").await?;
        seed.contributions(&initiative, EXPORTED).await?;
        seed.close().await;
        anyhow::Ok(initiative.slug)
    })?;
    let server = Server::start(binary, &folder.0)?;
    read(&ureq::Agent::new_with_defaults(), &format!("{}/demarches/{slug}/contributions", server.url))?;
    let (_, before) = server.memory()?;
    let started = Instant::now();
    let address = format!("{}/demarches/{slug}/contributions.csv", server.url);
    let mut answer = ureq::get(&address).call()?;
    let bytes = std::io::copy(&mut answer.body_mut().as_reader(), &mut std::io::sink())?;
    let seconds = started.elapsed().as_secs_f64();
    let (_, after) = server.memory()?;
    println!(
        "\nexport of {EXPORTED} lines as CSV, streamed: {seconds:.1} s, {:.0} MB sent, peak memory +{:.0} MB (goal ≤ 50)",
        bytes as f64 / 1e6,
        after - before
    );
    Ok(())
}
