//! Files of contours as administrators send them: sound ones come back the same, each wrong one is told by name.

#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on panics, which is how a test fails")]

use arpent_documents::contours::{Contour, ContoursError, Fault, Limits, Misplaced, Place, Ring, read, write};
use proptest::prelude::*;

fn file(features: &str) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)
}

fn feature(properties: &str, ring: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#)
}

const RING: &str = "[[5.5,45.3],[5.6,45.3],[5.6,45.4],[5.5,45.4],[5.5,45.3]]";

fn refused(text: &str) -> ContoursError {
    read(text.as_bytes(), &Limits::default()).unwrap_err()
}

#[test]
fn codes_and_names_are_found_under_the_names_files_give_them() {
    let properties = [
        (r#"{"code":"38565","nom":"Voreppe"}"#, Some("38565"), Some("Voreppe")),
        (r#"{"INSEE_COM":"2A004","NOM_COM":"Ajaccio"}"#, Some("2A004"), Some("Ajaccio")),
        (r#"{"code_insee":1004,"libgeo":"Ambérieu"}"#, Some("01004"), Some("Ambérieu")),
        (r#"{"codgeo":"38565 "}"#, Some("38565"), None),
        (r#"{"code":"CC du Lac","NAME":" La Buisse "}"#, None, Some("La Buisse")),
        ("{}", None, None),
        ("null", None, None),
    ];
    for (properties, code, name) in properties {
        let read = read(file(&feature(properties, RING)).as_bytes(), &Limits::default()).unwrap();
        assert_eq!((read[0].code.as_deref(), read[0].name.as_deref()), (code, name), "{properties}");
    }
}

#[test]
fn a_file_that_begins_with_a_mark_is_read() {
    let marked = format!("\u{feff}{}", file(&feature("{}", RING)));
    assert!(read(marked.as_bytes(), &Limits::default()).is_ok());
}

#[test]
fn what_is_not_a_collection_of_features_is_told_by_name() {
    assert_eq!(refused("PK\u{3}\u{4}"), ContoursError::NotJson { line: 1 });
    assert_eq!(refused("{\n\"type\": oui}"), ContoursError::NotJson { line: 2 });
    for text in ["{}", "[]", "12", r#"{"type":"Point","coordinates":[5,45]}"#, r#"{"type":"FeatureCollection"}"#] {
        assert_eq!(refused(text), ContoursError::NotACollection, "{text}");
    }
    assert_eq!(refused(&file("")), ContoursError::Empty);
}

#[test]
fn coordinates_that_are_not_wgs84_are_told_by_name() {
    let metres = "[[902000,6476000],[903000,6476000],[903000,6477000],[902000,6476000]]";
    assert_eq!(refused(&file(&feature("{}", metres))), ContoursError::Misplaced(Misplaced::Lambert93));
    let turned = "[[45.3,5.5],[45.3,5.6],[45.4,5.6],[45.3,5.5]]";
    let swapped = refused(&file(&feature("{}", turned)));
    assert!(matches!(swapped, ContoursError::Misplaced(Misplaced::Swapped(_))), "{swapped:?}");
    let far = "[[1900000,4200000],[1900001,4200000],[1900001,4200001],[1900000,4200000]]";
    let far = refused(&file(&feature("{}", far)));
    assert!(matches!(far, ContoursError::Misplaced(Misplaced::Outside(_))), "{far:?}");
}

#[test]
fn one_unsound_feature_leaves_the_others_alone() {
    let tie = "[[5.5,45.3],[5.6,45.4],[5.6,45.3],[5.5,45.4],[5.5,45.3]]";
    let point = r#"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5.5,45.3]}}"#;
    let nothing = r#"{"type":"Feature","properties":{},"geometry":null}"#;
    let short = feature("{}", "[[5.5],[5.6,45.3],[5.6,45.4]]");
    let all = [feature("{}", RING), feature("{}", tie), point.into(), nothing.into(), short].join(",");
    let read = read(file(&all).as_bytes(), &Limits::default()).unwrap();
    assert!(read[0].contour.is_ok());
    let Err(Fault::Crossing(Place { latitude, longitude })) = read[1].contour else { panic!("{:?}", read[1]) };
    assert!((latitude - 45.35).abs() < 1e-6 && (longitude - 5.55).abs() < 1e-6);
    assert!(read[2..].iter().all(|feature| feature.contour == Err(Fault::NotASurface)));
    assert_eq!(read.iter().map(|feature| feature.rank).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}

#[test]
fn a_file_over_the_limits_is_refused_before_it_costs_anything() {
    let text = file(&feature("{}", RING));
    let small = Limits { max_bytes: 20, ..Limits::default() };
    assert_eq!(read(text.as_bytes(), &small), Err(ContoursError::TooLarge { most: 20 }));
    let few = Limits { max_points: 4, ..Limits::default() };
    assert_eq!(read(text.as_bytes(), &few), Err(ContoursError::TooManyPoints { most: 4 }));
}

#[test]
fn a_ring_of_a_hundred_thousand_points_is_checked_in_a_moment() {
    let turn = |step: i32| f64::from(step) / 100_000.0 * std::f64::consts::TAU;
    let ring: Ring = (0..100_000).map(|step| [5.5 + turn(step).cos() / 10.0, 45.3 + turn(step).sin() / 10.0]).collect();
    let begun = std::time::Instant::now();
    assert!(Contour::new(&[vec![ring]]).is_ok());
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

/// A star-shaped ring around a point of the mainland: never meets itself.
fn ring(west: f64, south: f64, turn: f64) -> impl Strategy<Value = Ring> {
    prop::collection::vec(0.2..1.0_f64, 3..40).prop_map(move |lengths| {
        let count = lengths.len() as f64;
        let at = |(rank, length): (usize, &f64)| {
            let (sin, cos) = (rank as f64 / count * std::f64::consts::TAU * turn).sin_cos();
            [west + cos * length * 0.04, south + sin * length * 0.04]
        };
        lengths.iter().enumerate().map(at).collect()
    })
}

fn commune() -> impl Strategy<Value = (String, String, Vec<Vec<Ring>>)> {
    let place = (-4.0..8.0_f64, 43.0..50.0_f64, prop::bool::ANY);
    let parts = place.prop_flat_map(|(x, y, back)| {
        let turn = if back { -1.0 } else { 1.0 };
        (ring(x, y, turn), ring(x + 0.2, y, turn))
    });
    ("[0-9]{5}", "[A-ZÉÀ][a-zéèç' \"-]{1,20}[a-z]", parts, prop::bool::ANY).prop_map(
        |(code, name, (one, two), both)| {
            let surfaces = if both { vec![vec![one], vec![two]] } else { vec![vec![one]] };
            (code, name, surfaces)
        },
    )
}

proptest! {
    #[test]
    fn a_file_written_is_read_back_the_same(communes in prop::collection::vec(commune(), 1..6)) {
        let known: Vec<_> = communes
            .iter()
            .map(|(code, name, surfaces)| (code, name, Contour::new(surfaces).unwrap()))
            .collect();
        let text = write(known.iter().map(|(code, name, contour)| (Some(code.as_str()), name.as_str(), contour)));
        let read = read(text.as_bytes(), &Limits::default()).unwrap();
        prop_assert_eq!(read.len(), known.len());
        for (feature, (code, name, contour)) in read.iter().zip(&known) {
            prop_assert_eq!(feature.code.as_ref(), Some(*code));
            prop_assert_eq!(feature.name.as_deref(), Some(name.trim()));
            prop_assert_eq!(feature.contour.as_ref(), Ok(contour));
            prop_assert_eq!(Contour::from_geojson(&contour.to_geojson()), Some(contour.clone()));
        }
    }

    #[test]
    fn whatever_the_bytes_reading_returns(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn whatever_the_coordinates_reading_returns(numbers in prop::collection::vec(prop::num::f64::ANY, 0..24)) {
        let positions: Vec<String> = numbers
            .chunks(2)
            .map(|pair| format!("[{}]", pair.iter().map(|n| format!("{:e}", if n.is_finite() { *n } else { 0.0 })).collect::<Vec<_>>().join(",")))
            .collect();
        let text = file(&feature("{}", &format!("[{}]", positions.join(","))));
        let _ = read(text.as_bytes(), &Limits::default());
    }
}
