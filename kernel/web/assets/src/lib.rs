//! arpent-assets
