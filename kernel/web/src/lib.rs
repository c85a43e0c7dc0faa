//! arpent-web
