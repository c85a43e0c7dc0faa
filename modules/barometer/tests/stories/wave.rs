//! What the stories of collection need of the town: a wave that is open, its addresses, its answers.

use arpent_barometer::commands::protocols::{begin, freeze};
use arpent_barometer::commands::waves::{self, NewWave};
use arpent_barometer::domain::protocol::Protocol;
use arpent_barometer::domain::wave::Wave;
use arpent_barometer::store::answers::{self, AnswerRow};
use arpent_core::Id;
use jiff::civil::date;
use uuid::Uuid;

use crate::town::{Town, protocol};

/// Where everyone answers.
pub const PUBLIC: &str = "/b/nos-services-1";
/// Where those who collect work.
pub const WAVE: &str = "/barometres/nos-services/vagues/1";

impl Town {
    /// A wave of the template's protocol, open.
    pub async fn wave(&self) -> Wave {
        self.wave_of(&protocol(), false).await
    }

    /// A wave of a protocol, open; paper keyed twice or once.
    pub async fn wave_of(&self, protocol: &Protocol, double_entry: bool) -> Wave {
        let caller = self.house.operator();
        let title = "Nos services";
        let (_, version) = begin(&caller, self.initiative.id, title, "nos-services", protocol).await.expect("begun");
        freeze(&caller, version, "", &[]).await.expect("frozen");
        let new = NewWave {
            protocol: version,
            title: "Automne 2026".to_owned(),
            opens: date(2026, 11, 2),
            closes: date(2026, 11, 30),
            double_entry,
        };
        let wave = waves::prepare(&caller, &new).await.expect("prepared");
        waves::open(&caller, wave.id).await.expect("open");
        arpent_barometer::store::waves::by_id(&self.house.app.db, wave.id).await.expect("read").expect("there")
    }

    /// The complete answers of a wave.
    pub async fn answers(&self, wave: &Wave) -> Vec<AnswerRow> {
        answers::complete(&self.house.app.db, wave.id, Id::from_uuid(Uuid::nil()), 10_000).await.expect("answers")
    }
}
