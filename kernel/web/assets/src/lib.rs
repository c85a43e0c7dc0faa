#![doc = include_str!("../README.md")]

/// A file of the browser side, ready to be sent.
#[derive(Debug)]
pub struct Asset {
    /// Name in the sources, `app.css`: what a template asks for.
    pub name: &'static str,
    /// Address with the hash of the content, `/assets/app.1A2B3C4D.css`.
    pub url: &'static str,
    /// Value of the `Content-Type` header.
    pub content_type: &'static str,
    /// The bytes as built.
    pub raw: &'static [u8],
    /// The same in brotli, for `Content-Encoding: br`.
    pub brotli: &'static [u8],
    /// The same in gzip, for the clients that know only that.
    pub gzip: &'static [u8],
    /// Value of the `ETag` header, quotes included.
    pub etag: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// Every file, in the order of their names: for tests that weigh pages and list what is sent.
pub const fn all() -> &'static [Asset] {
    TABLE
}

/// Address of a file by its source name. An unknown name gives an address that answers 404, which the tests that
/// follow every address of every page see.
pub fn url(name: &str) -> &'static str {
    TABLE.iter().find(|asset| asset.name == name).map_or("/assets/unknown", |asset| asset.url)
}

/// The file at an address (`/assets/app.1A2B3C4D.css`), if the build made one.
pub fn find(path: &str) -> Option<&'static Asset> {
    TABLE.iter().find(|asset| asset.url == path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str) -> usize {
        find(url(name)).expect("built").brotli.len()
    }

    #[test]
    fn style_and_script_of_a_page_stay_light() {
        assert!(weight("app.css") <= 10_000, "{} bytes of style", weight("app.css"));
        assert!(weight("app.js") <= 3_000, "{} bytes of script", weight("app.js"));
        assert!(weight("kiosk.js") <= 4_000, "{} bytes of script for a tablet", weight("kiosk.js"));
        assert!(weight("kiosk-worker.js") <= 1_000, "{} bytes of worker", weight("kiosk-worker.js"));
    }

    #[test]
    fn addresses_change_with_the_content_and_lead_back_to_the_file() {
        for asset in all() {
            let stem = asset.name.split('.').next().expect("a name");
            assert!(
                asset.url.starts_with(&format!("/assets/{stem}.")) && !asset.url.ends_with(&format!("/{}", asset.name))
            );
            assert_eq!(find(asset.url).expect("in the table").name, asset.name);
        }
        assert!(find(url("missing.css")).is_none());
    }

    #[test]
    fn no_file_calls_another_host() {
        for asset in all().iter().filter(|asset| asset.content_type.starts_with("text/")) {
            // The name of SVG's namespace looks like an address; no browser opens it.
            let text = String::from_utf8_lossy(asset.raw).replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http://") && !text.contains("https://"), "{} names a host", asset.name);
        }
    }
}
