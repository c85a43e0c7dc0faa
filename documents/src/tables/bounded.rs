//! A reader that stops at a limit and says which.

use std::io::{self, Read};

use super::TableError;

/// Passes bytes through until one more than allowed has come.
pub struct Bounded<R> {
    inner: R,
    left: u64,
    reached: TableError,
}

impl<R: Read> Bounded<R> {
    /// Allows `max` bytes; the next one fails with `reached`.
    pub fn new(inner: R, max: u64, reached: TableError) -> Self {
        Self { inner, left: max, reached }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(Reached(self.reached.clone()))),
        }
        Ok(count)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Reached(TableError);

/// The limit behind an error, through whatever decoder passed it on.
pub fn reached(error: &io::Error) -> Option<TableError> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = error.get_ref().map(|cause| cause as _);
    while let Some(current) = cause {
        if let Some(Reached(limit)) = current.downcast_ref() {
            return Some(limit.clone());
        }
        if let Some(inner) = current.downcast_ref::<io::Error>() {
            return reached(inner);
        }
        cause = current.source();
    }
    None
}
