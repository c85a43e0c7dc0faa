//! The documented run of a whole wave.
