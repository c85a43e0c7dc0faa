//! Addresses looked for: where they are asked, and what is answered, in the shape of the *Base adresse nationale* (BAN):
//! `GET {base}/search/?q=…` answers a GeoJSON collection of points, each with its `label` and its `context`.

use std::net::{IpAddr, Ipv4Addr};

use arpent_documents::contours::Place;
use serde::Deserialize;

/// Longest address looked for, in characters: BAN's own limit.
pub const LONGEST: usize = 200;
/// Shortest that a geocoder is asked for: BAN's own limit.
pub const SHORTEST: usize = 3;
/// Places taken from one answer.
pub const MOST: usize = 5;
/// Longest name taken from an answer, in characters.
const LABEL: usize = 160;
/// A point of GeoJSON: longitude, then latitude; perhaps an altitude.
const COORDINATES: std::ops::RangeInclusive<usize> = 2..=3;

/// A place that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its name: "12 Quai des Pêcheurs 67000 Strasbourg".
    pub label: String,
    /// Where that is, or what it is.
    pub context: String,
    /// Its point.
    pub at: Place,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    geometry: Point,
    properties: Properties,
}

#[derive(Deserialize)]
struct Point {
    coordinates: Vec<f64>,
}

#[derive(Deserialize)]
struct Properties {
    label: String,
    #[serde(default)]
    context: String,
}

/// Reads an answer; `None` for one that is no such collection. What is off the Earth is left out.
pub fn read(answer: &str) -> Option<Vec<Found>> {
    let collection: Collection = serde_json::from_str(answer).ok()?;
    Some(collection.features.into_iter().filter_map(found).take(MOST).collect())
}

fn found(feature: Feature) -> Option<Found> {
    let coordinates = feature.geometry.coordinates;
    let [longitude, latitude] = *coordinates.first_chunk::<2>().filter(|_| COORDINATES.contains(&coordinates.len()))?;
    let there = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    let label = plain(&feature.properties.label);
    (there && !label.is_empty()).then(|| Found {
        label,
        context: plain(&feature.properties.context),
        at: Place { latitude, longitude },
    })
}

fn plain(words: &str) -> String {
    words.split(char::is_control).flat_map(str::chars).take(LABEL).collect::<String>().trim().to_owned()
}

/// Where a geocoder is asked, as an administrator types it: `https://host/path`, without anything that would lead a
/// request elsewhere (an account, a query, a number for a host). Kept without its last slash.
pub fn parse_base(typed: &str) -> Option<String> {
    let rest = typed.trim().strip_prefix("https://")?.trim_end_matches('/');
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/:".contains(c);
    let host = rest.split('/').next()?;
    let name = host.split(':').next()?;
    let named = name.contains('.') && name.rsplit('.').next()?.chars().all(|c| c.is_ascii_alphabetic());
    let sound = rest.chars().all(plain) && named && !rest.contains("/..") && host.matches(':').count() <= 1;
    sound.then(|| format!("https://{rest}"))
}

/// Whether an address is one of the open Internet: neither this machine, nor its network, nor what clouds tell their own
/// machines (RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => {
            let [a, b, ..] = four.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let reserved = a == 0 || a >= 240 || (a, b) == (198, 18) || (a, b) == (198, 19);
            let near = four.is_loopback() || four.is_private() || four.is_link_local();
            !(near || shared || reserved || four.is_multicast() || four.is_documentation())
        }
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => is_public(IpAddr::V4(four)),
            None if six.segments()[..6] == [0x64, 0xff9b, 0, 0, 0, 0] => {
                let [.., high, low] = six.segments();
                is_public(IpAddr::V4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))))
            }
            None => (six.segments()[0] & 0xe000) == 0x2000,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[7.7553,48.5817]},
         "properties":{"label":"12 Quai des Pêcheurs 67000 Strasbourg","context":"67, Bas-Rhin, Grand Est","score":0.97}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[7.7553,480.5]},"properties":{"label":"Nulle part"}}]}"#;

    #[test]
    fn an_answer_of_the_national_base_is_read_and_what_is_off_the_earth_left_out() {
        let found = read(ANSWER).expect("an answer");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].label, "12 Quai des Pêcheurs 67000 Strasbourg");
        assert_eq!(found[0].at, Place { latitude: 48.5817, longitude: 7.7553 });
        assert_eq!(read("<html>"), None);
        assert_eq!(read(r#"{"features":[]}"#), Some(vec![]));
    }

    #[test]
    fn only_a_name_over_https_is_a_geocoder() {
        assert_eq!(
            parse_base(" https://data.geopf.fr/geocodage/ ").as_deref(),
            Some("https://data.geopf.fr/geocodage")
        );
        for address in [
            "http://data.geopf.fr",
            "https://169.254.169.254/latest",
            "https://localhost/",
            "https://a@b.fr",
            "https://b.fr/?x=",
            "https://b.fr/#x",
            "https://b.fr/../x",
            "https://[::1]/",
            "",
        ] {
            assert_eq!(parse_base(address), None, "{address}");
        }
    }

    #[test]
    fn neither_this_machine_nor_its_network_is_the_internet() {
        for near in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
        ] {
            assert!(!is_public(near.parse().expect("an address")), "{near}");
        }
        for far in ["185.75.143.12", "2001:660::1", "64:ff9b::b94b:8f0c"] {
            assert!(is_public(far.parse().expect("an address")), "{far}");
        }
    }
}
