//! A printed document read back.

use lopdf::Document;

/// The words of every page, in the order in which they are drawn, plain spaces between them; the file must say that it is
/// accessible.
pub fn words(bytes: &[u8]) -> String {
    let pdf = Document::load_mem(bytes).expect("a PDF");
    let catalog = pdf.catalog().expect("a catalogue");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang") && catalog.has(b"Outlines"), "tagged");
    let metadata = catalog.get_deref(b"Metadata", &pdf).and_then(|one| one.as_stream()).expect("metadata");
    let metadata = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
    assert!(String::from_utf8_lossy(&metadata).contains("pdfuaid:part"), "it declares PDF/UA");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    plain(&pdf.extract_text(&pages).expect("its text"))
}

/// The same words with plain spaces and apostrophes.
pub fn plain(text: &str) -> String {
    text.replace('’', "'")
        .split(|letter: char| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
