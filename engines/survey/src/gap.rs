//! Gaps between populations drawn independently, finite ones included.
