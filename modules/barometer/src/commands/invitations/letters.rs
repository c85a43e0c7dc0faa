//! Letters, written in memory and sent at once.

use arpent_core::chance::secret;
use arpent_core::{Event, Id};
use arpent_store::jobs::NewJob;
use arpent_store::{Author, StoreError};
use arpent_texts::date;
use arpent_web::app::App;
use arpent_web::mail::{self, Letter};
use arpent_web::module::JobError;
use arpent_web::{Caller, Lang, Refusal};
use jiff::civil::Date;
use serde_json::json;

use super::{KEPT, Round};
use crate::domain::collection::{Invite, Purpose, key, shuffle};
use crate::domain::wave::{Wave, WaveState};
use crate::jobs::FORGET;
use crate::store::barometers::{self, BarometerRow};
use crate::store::invitations::{self, Invitation, Pass};
use crate::store::waves;
use crate::texts::Texts;

/// Letters of one pair of transactions.
const BATCH: i64 = 200;

/// Sends everything that a round has to send.
pub(crate) async fn send(app: &App, wave: Id<Wave>, round: Round) -> Result<(), JobError> {
    let Some(wave) = waves::by_id(&app.db, wave).await? else { return Ok(()) };
    let Some(row) = barometers::by_id(&app.db, wave.barometer).await? else { return Ok(()) };
    if wave.state != WaveState::Open {
        return Ok(());
    }
    let today = app.clock.today();
    loop {
        let batch = match round {
            Round::First => invitations::to_send(&app.db, wave.id, BATCH).await?,
            Round::Reminder => invitations::to_remind(&app.db, wave.id, today, BATCH).await?,
        };
        if batch.is_empty() {
            return Ok(());
        }
        send_batch(app, (&row, &wave), round, &batch, today).await?;
    }
}

async fn send_batch(
    app: &App,
    (row, wave): (&BarometerRow, &Wave),
    round: Round,
    batch: &[Invitation],
    today: Date,
) -> Result<(), JobError> {
    let mint = || Invite { mark: secret(&*app.chance), pass: secret(&*app.chance) };
    let minted: Vec<(&Invitation, Invite)> = batch.iter().map(|one| (one, mint())).collect();
    keep_passes(app, wave, &minted).await?;
    keep_marks(app, wave, round, &minted, today).await?;
    let mut returned = Vec::new();
    for (one, invite) in &minted {
        let Some(to) = one.email.clone() else { continue };
        if let Err(error) = mail::post(app, letter(app, (row, wave), round, one, invite, to)).await {
            returned.push((one.id, error.to_string()));
        }
    }
    note_returned(app, &returned, batch.len()).await
}

/// The rights to answer, in an order drawn at random.
async fn keep_passes(app: &App, wave: &Wave, minted: &[(&Invitation, Invite)]) -> Result<(), StoreError> {
    let pass = |(one, invite): &(&Invitation, Invite)| Pass {
        hash: key(&wave.salt, Purpose::Pass, &invite.pass),
        wave: wave.id,
        population: one.population.clone(),
        stratum: one.stratum.clone(),
    };
    let mut passes: Vec<Pass> = minted.iter().map(pass).collect();
    shuffle(&*app.chance, &mut passes);
    let tx = app.db.begin(machine(app)).await?;
    for pass in &passes {
        invitations::add_pass(&tx, pass).await?;
    }
    tx.keep_house("a right to answer is written apart from whoever receives it").await
}

/// Written before the letters leave: a process that dies between the two forgets a letter rather than sends two.
async fn keep_marks(
    app: &App,
    wave: &Wave,
    round: Round,
    minted: &[(&Invitation, Invite)],
    today: Date,
) -> Result<(), StoreError> {
    let tx = app.db.begin(machine(app)).await?;
    for (one, invite) in minted {
        let hash = key(&wave.salt, Purpose::Mark, &invite.mark);
        match round {
            Round::First => invitations::sent(&tx, one.id, &hash, today).await?,
            Round::Reminder => invitations::reminded(&tx, one.id, &hash, today).await?,
        }
    }
    let event = Event::new("invitations.sent", "wave", wave.id).with("invitations", minted.len());
    tx.commit(event.with("round", round.code())).await
}

/// One letter that cannot leave is noted on its invitation; when none could, the relay is at fault: they wait for the next
/// attempt.
async fn note_returned(app: &App, returned: &[(Id<Invitation>, String)], all: usize) -> Result<(), JobError> {
    let Some((_, error)) = returned.first() else { return Ok(()) };
    let relay_down = returned.len() == all && all > 1;
    let tx = app.db.begin(machine(app)).await?;
    for (one, why) in returned {
        if relay_down {
            invitations::take_back(&tx, *one).await?;
        } else {
            invitations::returned(&tx, *one, &why.chars().take(200).collect::<String>()).await?;
        }
    }
    tx.keep_house("a letter that did not leave").await?;
    if relay_down { Err(error.clone().into()) } else { Ok(()) }
}

fn letter(
    app: &App,
    (row, wave): (&BarometerRow, &Wave),
    round: Round,
    one: &Invitation,
    invite: &Invite,
    to: String,
) -> Letter {
    let lang = Lang::parse(&one.language).unwrap_or_default();
    let t = Texts::new(lang);
    let link = app.absolute(&format!("/b/{}-{}/{}", row.slug, wave.number, invite.code()));
    let (closes, name) = (date(lang, wave.closes), one.name.as_str());
    let (title, site) = (row.title.as_str(), app.settings.current().name.clone());
    let (subject, text) = match round {
        Round::First => (t.mail_invite_subject(title), t.mail_invite_text(closes, link, name, site, title)),
        Round::Reminder => (t.mail_remind_subject(title), t.mail_remind_text(closes, link, name, site, title)),
    };
    Letter { to, subject, text }
}

/// Asks for the addresses of a wave to be forgotten, thirty days from now.
pub(crate) async fn forget_later(caller: &Caller, wave: Id<Wave>) -> Result<(), Refusal> {
    let tx = caller.db.begin(Author { person: None, role: "system", at: caller.now() }).await?;
    let job = NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: FORGET,
        payload: json!({ "wave": wave }),
        unique_key: Some(format!("barometer-forget-{wave}")),
        run_at: caller.now().checked_add(KEPT).unwrap_or(jiff::Timestamp::MAX),
    };
    tx.enqueue(job).await?;
    Ok(tx.keep_house("addresses will be forgotten").await?)
}

fn machine(app: &App) -> Author {
    Author { person: None, role: "system", at: app.clock.now() }
}
