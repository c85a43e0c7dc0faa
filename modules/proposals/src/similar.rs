//! Which contributions of a démarche say nearly the same thing: an index per démarche, kept in memory, brought up to date
//! when its contributions change, bounded, and computed away from the threads that answer.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock, Weak};

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::store::contributions::{self, Said, Stamp};
use arpent_core::{Chance, Id};
use arpent_similar_texts::{GroupOptions, Index, Match, group};
use arpent_store::StoreError;
use arpent_web::Caller;

/// Démarches held at once; the least recently asked for makes room.
const MOST: usize = 8;
/// Below, two texts merely share words.
pub const NEAR: f32 = 0.4;
/// From there on, two people most likely said the same thing.
pub const DOUBLE: f32 = 0.6;

type Texts = Index<Id<Contribution>>;

/// One démarche's index, as of a stamp.
struct Known {
    stamp: Stamp,
    versions: Vec<(Id<Contribution>, i64)>,
    index: Texts,
}

type Shared = Arc<RwLock<Known>>;

/// Whose index, of which démarche: the owner is the application, of which several may live in one process, as in tests.
type Place = (Weak<dyn Chance>, Id<Initiative>, Shared);

static KNOWN: LazyLock<Mutex<Vec<Place>>> = LazyLock::new(Mutex::default);

/// The contributions nearest to a text, at most `k`, best first.
///
/// # Errors
/// The database does not answer.
pub async fn near(
    caller: &Caller,
    initiative: Id<Initiative>,
    text: &str,
    k: usize,
    least: f32,
) -> Result<Vec<Match<Id<Contribution>>>, StoreError> {
    let text = text.to_owned();
    ask(caller, initiative, move |index| index.nearest(&text, k, least)).await
}

/// Pairs that most likely say the same thing, the surest first, each once.
///
/// # Errors
/// The database does not answer.
pub async fn doubles(caller: &Caller, initiative: Id<Initiative>, most: usize) -> Result<Vec<Pair>, StoreError> {
    let texts = contributions::texts(&caller.db, initiative).await?;
    let ids: Vec<Id<Contribution>> = texts.iter().map(|said| said.id).collect();
    ask(caller, initiative, move |index| pairs(index, &ids, most)).await
}

/// Two contributions and how near they are.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// One of them.
    pub first: Id<Contribution>,
    /// The other.
    pub second: Id<Contribution>,
    /// From 0 to 1.
    pub score: f32,
}

/// Texts looked at for doubles: the latest ones, which nobody has sorted yet.
const LOOKED_AT: usize = 3_000;
/// Neighbours looked at for each.
const NEIGHBOURS: usize = 3;

fn pairs(index: &Texts, ids: &[Id<Contribution>], most: usize) -> Vec<Pair> {
    let latest = &ids[ids.len().saturating_sub(LOOKED_AT)..];
    let mut pairs: Vec<Pair> = latest
        .iter()
        .flat_map(|id| index.nearest_to(*id, NEIGHBOURS).into_iter().map(move |found| (*id, found)))
        .filter(|(_, found)| found.score >= DOUBLE)
        .map(|(id, found)| Pair { first: id.min(found.id), second: id.max(found.id), score: found.score })
        .collect();
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.first, a.second).cmp(&(b.first, b.second))));
    pairs.dedup_by_key(|pair| (pair.first, pair.second));
    pairs.truncate(most);
    pairs
}

/// Contributions that speak of the same thing.
#[derive(Debug, Clone)]
pub struct Group {
    /// The sentence nearest to all of them: someone wrote it, nobody made it up.
    pub title: String,
    /// Words that they use and the others do not.
    pub keywords: Vec<String>,
    /// Its members, the most central first.
    pub members: Vec<Id<Contribution>>,
}

/// Groups proposed among these contributions, the largest first.
///
/// # Errors
/// The database does not answer.
pub async fn groups(
    caller: &Caller,
    initiative: Id<Initiative>,
    among: Vec<Id<Contribution>>,
    most: usize,
) -> Result<Vec<Group>, StoreError> {
    let mut texts = contributions::texts(&caller.db, initiative).await?;
    let wanted: HashSet<Id<Contribution>> = among.into_iter().collect();
    texts.retain(|said| wanted.contains(&said.id));
    away(move || grouped(&texts, most)).await
}

fn grouped(texts: &[Said], most: usize) -> Vec<Group> {
    let texts: Vec<(Id<Contribution>, &str)> = texts.iter().map(|said| (said.id, said.text.as_str())).collect();
    let proposed = group(&texts, &GroupOptions::default()).groups.into_iter().take(most);
    proposed.map(|theme| Group { title: theme.title, keywords: theme.keywords, members: theme.members }).collect()
}

async fn ask<T: Send + 'static>(
    caller: &Caller,
    initiative: Id<Initiative>,
    question: impl FnOnce(&Texts) -> T + Send + 'static,
) -> Result<T, StoreError> {
    let known = up_to_date(caller, initiative).await?;
    away(move || question(&known.read().unwrap_or_else(PoisonError::into_inner).index)).await
}

/// Runs a computation on a thread that may take its time.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| StoreError::Unreadable { column: "similar texts".to_owned(), value: error.to_string() })
}

async fn up_to_date(caller: &Caller, initiative: Id<Initiative>) -> Result<Shared, StoreError> {
    let stamp = contributions::stamp(&caller.db, initiative).await?;
    let owner = Arc::downgrade(&caller.chance);
    let held = held(&owner, initiative);
    if let Some(known) = &held
        && known.read().unwrap_or_else(PoisonError::into_inner).stamp == stamp
    {
        return Ok(Arc::clone(known));
    }
    let texts = contributions::texts(&caller.db, initiative).await?;
    away(move || match held {
        Some(known) => {
            refresh(&mut known.write().unwrap_or_else(PoisonError::into_inner), &texts, stamp);
            known
        }
        None => hold(owner, initiative, build(&texts, stamp)),
    })
    .await
}

/// The index of a démarche, moved to the end of the row: the first of the row is the next to leave.
fn held(owner: &Weak<dyn Chance>, initiative: Id<Initiative>) -> Option<Shared> {
    let mut all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let place = all.iter().position(|(known_owner, known, _)| known_owner.ptr_eq(owner) && *known == initiative)?;
    let known = all.remove(place);
    let shared = Arc::clone(&known.2);
    all.push(known);
    Some(shared)
}

fn hold(owner: Weak<dyn Chance>, initiative: Id<Initiative>, known: Known) -> Shared {
    let mut all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let shared = Arc::new(RwLock::new(known));
    all.push((owner, initiative, Arc::clone(&shared)));
    if all.len() > MOST {
        all.remove(0);
    }
    shared
}

fn whole(said: &Said) -> String {
    // A title made of the first words would count them twice.
    let begins = said.title.trim_end_matches('…');
    if said.text.starts_with(begins) { said.text.clone() } else { format!("{} {}", said.title, said.text) }
}

fn build(texts: &[Said], stamp: Stamp) -> Known {
    let written: Vec<(Id<Contribution>, String)> = texts.iter().map(|said| (said.id, whole(said))).collect();
    let index = Index::build(written.iter().map(|(id, text)| (*id, text.as_str())));
    Known { stamp, versions: versions(texts), index }
}

fn versions(texts: &[Said]) -> Vec<(Id<Contribution>, i64)> {
    let mut versions: Vec<_> = texts.iter().map(|said| (said.id, said.version)).collect();
    versions.sort_unstable();
    versions
}

/// Takes out what is gone, puts in what is new or edited; the rest is left alone.
fn refresh(known: &mut Known, texts: &[Said], stamp: Stamp) {
    let fresh = versions(texts);
    for (id, version) in &known.versions {
        if fresh.binary_search(&(*id, *version)).is_err() {
            known.index.remove(*id);
        }
    }
    for said in texts {
        if known.versions.binary_search(&(said.id, said.version)).is_err() {
            known.index.insert(said.id, &whole(said));
        }
    }
    (known.versions, known.stamp) = (fresh, stamp);
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn said(number: u128, text: &str, version: i64) -> Said {
        Said { id: Id::from_uuid(Uuid::from_u128(number)), title: text.to_owned(), text: text.to_owned(), version }
    }

    fn nearest(known: &Known, text: &str) -> Option<Id<Contribution>> {
        known.index.nearest(text, 1, 0.3).first().map(|found| found.id)
    }

    #[test]
    fn an_index_follows_what_was_said_edited_and_hidden() {
        let (bench, fountain) = (said(1, "Un banc sous le tilleul", 1), said(2, "Une fontaine près du marché", 1));
        let mut known = build(&[bench.clone(), fountain.clone()], Stamp::default());
        assert_eq!(nearest(&known, "banc tilleul"), Some(bench.id));

        let edited = said(1, "Un abri pour les vélos", 2);
        refresh(&mut known, &[edited.clone(), said(3, "Un passage piéton", 1)], Stamp::default());
        assert_eq!(nearest(&known, "abri vélos"), Some(edited.id));
        assert_eq!(nearest(&known, "passage piéton").map(|id| id.uuid().as_u128()), Some(3));
        assert_eq!(nearest(&known, "fontaine du marché"), None);
    }

    #[test]
    fn each_pair_is_proposed_once_the_surest_first() {
        let texts =
            [said(1, "Un banc sous le tilleul", 1), said(2, "Un banc sous le tilleul", 1), said(3, "La piscine", 1)];
        let known = build(&texts, Stamp::default());
        let ids: Vec<_> = texts.iter().map(|said| said.id).collect();
        let found: Vec<(u128, u128)> = pairs(&known.index, &ids, 10)
            .iter()
            .map(|p| (p.first.uuid().as_u128(), p.second.uuid().as_u128()))
            .collect();
        assert_eq!(found, [(1, 2)]);
    }
}
