//! Writes the accessors of the texts in `locales`.

fn main() {
    arpent_texts_build::generate("locales");
}
