//! Sample sizes and expected precision before a wave is paid for.
