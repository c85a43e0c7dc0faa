//! Builds `web/` with node and esbuild, or takes the folder `WEB_DIST`, and writes the table of `src/lib.rs`.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Done<T> = Result<T, Box<dyn Error>>;

/// What esbuild reads: a change in one of them rebuilds.
const SOURCES: [&str; 6] = ["build.mjs", "css", "package.json", "package-lock.json", "src", "static"];
/// Left in `node_modules`: the lock file it was installed from.
const STAMP: &str = "node_modules/.installed-lock.json";

fn main() -> Done<()> {
    println!("cargo::rerun-if-env-changed=WEB_DIST");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let dist = match env::var_os("WEB_DIST") {
        Some(folder) => given(&folder),
        None => bundle(&out)?,
    };
    fs::write(out.join("table.rs"), table(&dist, &out)?)?;
    Ok(())
}

fn given(folder: &std::ffi::OsStr) -> PathBuf {
    let dist = PathBuf::from(folder);
    println!("cargo::rerun-if-changed={}", dist.display());
    dist
}

fn bundle(out: &Path) -> Done<PathBuf> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../web").canonicalize()?;
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", web.join(source).display());
    }
    install(&web)?;
    let dist = out.join("dist");
    run(Command::new("node").arg("build.mjs").arg(&dist).current_dir(&web))?;
    Ok(dist)
}

/// `npm ci` only when the lock file is not the one installed: nothing is asked of the network otherwise.
fn install(web: &Path) -> Done<()> {
    let lock = fs::read(web.join("package-lock.json"))?;
    if fs::read(web.join(STAMP)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(web))?;
    fs::write(web.join(STAMP), lock)?;
    Ok(())
}

fn run(command: &mut Command) -> Done<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| {
        format!(
            "`{name}` could not be started ({error}). Install Node.js 20 or later with npm, or set WEB_DIST to a \
             folder made elsewhere by `node build.mjs FOLDER` in web/."
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("`{command:?}` failed in web/:\n{}", String::from_utf8_lossy(&output.stderr)).into())
}

fn table(dist: &Path, out: &Path) -> Done<String> {
    let manifest = fs::read_to_string(dist.join("manifest.json"))
        .map_err(|error| format!("{} holds no manifest.json written by web/build.mjs: {error}", dist.display()))?;
    let names: std::collections::BTreeMap<String, String> = serde_json::from_str(&manifest)?;
    let mut rust = String::from("static TABLE: &[Asset] = &[\n");
    for (name, file) in &names {
        entry(&mut rust, name, file, &fs::read(dist.join(file))?, out)?;
    }
    rust.push_str("];\n");
    Ok(rust)
}

fn entry(rust: &mut String, name: &str, file: &str, raw: &[u8], out: &Path) -> Done<()> {
    let content_type = content_type(name)?;
    let keep = |suffix: &str, bytes: &[u8]| -> Done<String> {
        let path = out.join(format!("{file}{suffix}"));
        fs::write(&path, bytes)?;
        Ok(format!("include_bytes!({:?})", path.display().to_string()))
    };
    let (raw, brotli, gzip) = (keep("", raw)?, keep(".br", &brotli(raw)?)?, keep(".gz", &gzip(raw)?)?);
    writeln!(
        rust,
        "    Asset {{ name: {name:?}, url: {url:?}, content_type: {content_type:?}, raw: {raw}, brotli: {brotli}, \
         gzip: {gzip}, etag: {etag:?} }},",
        url = format!("/assets/{file}"),
        etag = format!("\"{file}\""),
    )?;
    Ok(())
}

fn content_type(name: &str) -> Done<&'static str> {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml"),
        Some("webmanifest") => Ok("application/manifest+json"),
        _ => Err(format!("{name}: say its content type in kernel/web/assets/build.rs").into()),
    }
}

fn brotli(raw: &[u8]) -> Done<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &raw[..], &mut packed, &brotli::enc::BrotliEncoderParams::default())?;
    Ok(packed)
}

fn gzip(raw: &[u8]) -> Done<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(raw)?;
    Ok(writer.finish()?)
}
