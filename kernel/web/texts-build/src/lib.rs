#![doc = include_str!("../README.md")]

mod code;
mod name;
mod problem;
mod references;
mod source;
mod text;

use std::{env, fs, path::Path, process};

pub use problem::Problem;

/// What a build script writes: the accessors, and the Fluent sources they include.
#[derive(Debug)]
pub struct Generated {
    /// `texts.rs`, the accessors.
    pub code: String,
    /// `texts.fr.ftl`, every French file in one.
    pub french: String,
    /// `texts.en.ftl`, every English file in one.
    pub english: String,
}

/// Writes `texts.rs` into `OUT_DIR` from the language files of a crate; call it from the crate's `build.rs`.
///
/// When the languages do not say the same things, the build stops and names each file and message.
#[expect(clippy::print_stdout, reason = "a build script speaks to Cargo on its standard output")]
pub fn generate(locales_dir: &str) {
    println!("cargo::rerun-if-changed={locales_dir}");
    let written =
        compile(Path::new(locales_dir)).and_then(|generated| write(&generated).map_err(|problem| vec![problem]));
    if let Err(problems) = written {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        process::exit(1);
    }
}

/// Reads and checks the language files, and composes the accessors. Fails with every problem found, not only the first.
pub fn compile(locales_dir: &Path) -> Result<Generated, Vec<Problem>> {
    let french = source::read(locales_dir, "fr")?;
    let english = source::read(locales_dir, "en")?;
    let texts = text::pair(&french, &english)?;
    Ok(Generated { code: code::compose(&texts), french: french.joined(), english: english.joined() })
}

fn write(generated: &Generated) -> Result<(), Problem> {
    let out = env::var_os("OUT_DIR").ok_or(Problem::OutsideABuildScript)?;
    let files =
        [("texts.rs", &generated.code), ("texts.fr.ftl", &generated.french), ("texts.en.ftl", &generated.english)];
    for (name, content) in files {
        let path = Path::new(&out).join(name);
        fs::write(&path, content).map_err(|error| Problem::file(&path, &error))?;
    }
    Ok(())
}
