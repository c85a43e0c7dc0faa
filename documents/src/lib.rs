//! arpent-documents
