//! The barometer: its protocol is frozen, waves are asked, their answers brought in, their results published.

use anyhow::{Context as _, Result, anyhow};
use arpent_barometer::commands::waves::NewWave;
use arpent_barometer::commands::{imports, protocols, results, waves};
use arpent_barometer::domain::protocol::Protocol;
use arpent_barometer::domain::wave::Wave;
use arpent_barometer::store::{self, barometers::BarometerRow};
use arpent_documents::tables::{Limits, Reader};
use arpent_web::Caller;

use super::Replay;
use crate::demonstration::schema::{self, ANSWERS, Barometer, InitiativeFile, PROTOCOL};

impl Replay<'_> {
    pub(super) async fn freeze(&self, file: &InitiativeFile, told: &Barometer) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let protocol: Protocol = serde_json::from_str(PROTOCOL).context("barometer/protocol.json")?;
        let begun = protocols::begin(&by, self.initiative(file)?, &told.title, &told.slug, &protocol).await;
        let (_, version) = self.allowed(begun)?;
        self.allowed(protocols::freeze(&by, version, "", &[]).await).map(drop)
    }

    pub(super) async fn ask(&self, told: &Barometer, told_wave: &schema::Wave) -> Result<()> {
        let (by, row) = self.barometer(told).await?;
        let versions = store::protocols::of_barometer(&self.app.db, row.id).await?;
        let version = versions.first().ok_or_else(|| anyhow!("no protocol"))?;
        let new = NewWave {
            protocol: version.id,
            title: told_wave.title.clone(),
            opens: self.day(told_wave.opens_day),
            closes: self.day(told_wave.closes_day),
            double_entry: false,
        };
        let wave = self.allowed(waves::prepare(&by, &new).await)?;
        self.allowed(waves::open(&by, wave.id).await)
    }

    pub(super) async fn collect(&self, told: &Barometer, told_wave: &schema::Wave) -> Result<()> {
        let (by, row) = self.barometer(told).await?;
        let wave = self.wave(&row, told_wave).await?;
        let protocol = self.protocol(&wave).await?;
        let last = told.wave.last().is_some_and(|last| last.number == told_wave.number);
        // Agents and elected officials were asked in the last wave only.
        for (population, name, content, waves_in) in ANSWERS.into_iter().filter(|(.., waves)| last || waves.is_some()) {
            let reader = || Reader::open(content.as_bytes(), name, &Limits::default());
            let headers = reader()?.headers().to_vec();
            let mut mapping = imports::guess(&protocol, population, &headers);
            let column = waves_in.and_then(|column| headers.iter().position(|header| header == column));
            mapping.filter = column.map(|column| (column, wave.number.to_string()));
            self.allowed(imports::bring_in(&by, &wave, &protocol, reader()?, &mapping, |_| ()).await)?;
        }
        self.allowed(waves::close(&by, wave.id).await)
    }

    pub(super) async fn publish(&self, told: &Barometer, told_wave: &schema::Wave) -> Result<()> {
        let (by, row) = self.barometer(told).await?;
        let wave = self.wave(&row, told_wave).await?;
        self.allowed(results::compute(&by, &wave).await)?;
        self.allowed(results::publish(&by, &wave).await).map(drop)
    }

    async fn barometer(&self, told: &Barometer) -> Result<(Caller, BarometerRow)> {
        let row = store::barometers::by_slug(&self.app.db, &told.slug).await?;
        Ok((self.acting(&told.by).await?, row.ok_or_else(|| anyhow!("no barometer {}", told.slug))?))
    }

    async fn wave(&self, row: &BarometerRow, told: &schema::Wave) -> Result<Wave> {
        let wave = store::waves::by_number(&self.app.db, row.id, told.number).await?;
        wave.ok_or_else(|| anyhow!("no wave {}", told.number))
    }

    async fn protocol(&self, wave: &Wave) -> Result<Protocol> {
        let version = store::protocols::by_id(&self.app.db, wave.protocol).await?;
        Ok(version.ok_or_else(|| anyhow!("no protocol"))?.protocol)
    }
}
