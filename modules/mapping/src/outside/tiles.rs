//! A base map in one file that whoever runs the server puts in the data folder (PMTiles, version 3): its images under our
//! maps, its bytes for the maps of others.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use std::time::UNIX_EPOCH;

use axum::body::Bytes;
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, Compression, NoCache, PmtResult, TileCoord, TileType,
};

/// Where they lie, in the data folder.
const FOLDER: &str = "fonds-de-carte";
/// How their names end.
const END: &str = ".pmtiles";
/// Files kept open at once: one, and another while the administrator changes her mind.
const MOST_OPEN: usize = 4;

static OPEN: LazyLock<RwLock<HashMap<PathBuf, Arc<Archive>>>> = LazyLock::new(RwLock::default);

/// Why a file is no base map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// It is not there, or is no such file.
    Unreadable,
    /// Its tiles are not images that every browser shows.
    NotImages,
}

/// A file, open.
pub(crate) struct Archive {
    path: PathBuf,
    /// Changes with the file.
    tag: String,
    length: u64,
    reader: AsyncPmTilesReader<OnDisk, NoCache>,
}

/// Where a file is put to be chosen.
pub(crate) fn folder(data: &Path) -> PathBuf {
    data.join(FOLDER)
}

/// Names of the files of the data folder, in order.
pub(crate) fn files(data: &Path) -> Vec<String> {
    let found = fs::read_dir(folder(data)).into_iter().flatten().flatten();
    let names = found.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| is_name(name)).collect();
    names.sort();
    names
}

/// A plain name, which leads to no other folder.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_. ".contains(c);
    name.ends_with(END) && !name.starts_with('.') && name.chars().all(plain)
}

/// Opens a file of the data folder; the same one while it has not changed.
pub(crate) async fn open(data: &Path, name: &str) -> Result<Arc<Archive>, Unusable> {
    if !is_name(name) {
        return Err(Unusable::Unreadable);
    }
    let path = folder(data).join(name);
    let (tag, length) = tagged(&path).map_err(|_| Unusable::Unreadable)?;
    let kept = OPEN.read().unwrap_or_else(PoisonError::into_inner).get(&path).map(Arc::clone);
    if let Some(kept) = kept.filter(|kept| kept.tag == tag) {
        return Ok(kept);
    }
    let reader = AsyncPmTilesReader::try_from_source(OnDisk(path.clone())).await.map_err(|_| Unusable::Unreadable)?;
    let archive = Arc::new(Archive { path: path.clone(), tag, length, reader });
    if archive.content_type().is_none() {
        return Err(Unusable::NotImages);
    }
    let mut open = OPEN.write().unwrap_or_else(PoisonError::into_inner);
    if open.len() >= MOST_OPEN {
        open.clear();
    }
    open.insert(path, Arc::clone(&archive));
    Ok(archive)
}

fn tagged(path: &Path) -> io::Result<(String, u64)> {
    let known = fs::metadata(path)?;
    let changed = known.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Ok((format!("{changed:x}-{:x}", known.len()), known.len()))
}

impl Archive {
    /// The image of a tile; none where the map has none.
    pub(crate) async fn tile(&self, zoom: u8, x: u32, y: u32) -> Option<Bytes> {
        let at = TileCoord::new(zoom, x, y).ok()?;
        let read = self.reader.get_tile(at).await;
        read.inspect_err(|error| tracing::warn!(%error, path = %self.path.display(), "a tile could not be read"))
            .ok()?
    }

    /// What its images are; none for what is no image.
    pub(crate) fn content_type(&self) -> Option<&'static str> {
        let header = self.reader.get_header();
        match header.tile_type {
            _ if !matches!(header.tile_compression, Compression::None | Compression::Unknown) => None,
            TileType::Png => Some("image/png"),
            TileType::Jpeg => Some("image/jpeg"),
            TileType::Webp => Some("image/webp"),
            TileType::Avif => Some("image/avif"),
            _ => None,
        }
    }

    /// Its closest zoom.
    pub(crate) fn closest(&self) -> u8 {
        self.reader.get_header().max_zoom
    }

    /// Changes with the file: part of its addresses.
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// Its bytes.
    pub(crate) const fn length(&self) -> u64 {
        self.length
    }

    /// Some of its bytes, fewer at its end.
    pub(crate) async fn bytes(&self, offset: u64, length: usize) -> io::Result<Bytes> {
        read(self.path.clone(), offset, length).await
    }
}

/// Opened for each reading: a file replaced or removed meanwhile harms nothing.
struct OnDisk(PathBuf);

impl AsyncBackend for OnDisk {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        Ok(BackendResponse::new(read(self.0.clone(), offset, length).await?))
    }
}

async fn read(path: PathBuf, offset: u64, length: usize) -> io::Result<Bytes> {
    let reading = tokio::task::spawn_blocking(move || {
        let mut file = File::open(path)?;
        // What is asked is bounded by what there is: a damaged directory does not ask for gigabytes.
        let there = file.metadata()?.len().saturating_sub(offset).min(length as u64);
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = Vec::with_capacity(usize::try_from(there).unwrap_or(0));
        file.take(there).read_to_end(&mut bytes)?;
        Ok(Bytes::from(bytes))
    });
    reading.await.unwrap_or_else(|_| Err(io::Error::other("reading was given up")))
}
