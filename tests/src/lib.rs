//! arpent-stories
