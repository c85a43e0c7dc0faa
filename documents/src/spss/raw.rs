//! Numbers and bytes of a system file, of either order.

use std::io::{self, BufRead, Read};

/// Reads what a file really holds: nothing is reserved on the word of a count.
pub struct Raw<R> {
    inner: R,
    big: bool,
    /// Bytes read so far.
    pub position: u64,
}

impl<R: BufRead> Raw<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, big: false, position: 0 }
    }

    pub fn set_order(&mut self, big: bool) {
        self.big = big;
    }

    pub fn big(&self) -> bool {
        self.big
    }

    pub fn into_inner(self) -> R {
        self.inner
    }

    /// So many bytes, or the error of a file that ends before.
    pub fn bytes(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.inner.by_ref().take(count as u64).read_to_end(&mut bytes)?;
        self.position += bytes.len() as u64;
        if bytes.len() == count { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    fn array<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.inner.read_exact(&mut bytes)?;
        self.position += N as u64;
        Ok(bytes)
    }

    pub fn element(&mut self) -> io::Result<[u8; 8]> {
        self.array()
    }

    pub fn int(&mut self) -> io::Result<i32> {
        self.array().map(|bytes| int(bytes, self.big))
    }

    pub fn long(&mut self) -> io::Result<i64> {
        let bytes = self.array()?;
        Ok(if self.big { i64::from_be_bytes(bytes) } else { i64::from_le_bytes(bytes) })
    }

    pub fn float(&mut self) -> io::Result<f64> {
        self.array().map(|bytes| float(bytes, self.big))
    }

    /// A count that must not be negative.
    pub fn count(&mut self) -> io::Result<usize> {
        usize::try_from(self.int()?).map_err(|_| io::ErrorKind::InvalidData.into())
    }
}

pub fn int(bytes: [u8; 4], big: bool) -> i32 {
    if big { i32::from_be_bytes(bytes) } else { i32::from_le_bytes(bytes) }
}

pub fn float(bytes: [u8; 8], big: bool) -> f64 {
    if big { f64::from_be_bytes(bytes) } else { f64::from_le_bytes(bytes) }
}
