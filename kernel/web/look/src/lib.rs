//! arpent-look
