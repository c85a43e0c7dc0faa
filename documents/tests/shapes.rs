//! Files of places as people send them.

use arpent_documents::contours::Fault;
use arpent_documents::shapes::{Format, Frame, Limits, Shape, ShapeFault, ShapesError, Written, read};

fn features(features: &str) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
}

fn feature(name: &str, geometry: &str) -> String {
    format!("{{\"type\":\"Feature\",\"properties\":{{\"Nom\":\"{name}\",\"annee\":2013}},\"geometry\":{geometry}}}")
}

fn polygon(points: &str) -> String {
    format!("{{\"type\":\"Polygon\",\"coordinates\":[[{points}]]}}")
}

fn read_text(text: &str, name: &str) -> Result<arpent_documents::shapes::Reading, ShapesError> {
    read(text.as_bytes(), name, &Limits::default())
}

#[test]
fn a_faulty_feature_is_named_and_stops_no_other() {
    let tie = polygon("[7.70,48.57],[7.72,48.58],[7.72,48.57],[7.70,48.58],[7.70,48.57]");
    let sound = polygon("[7.70,48.57],[7.72,48.57],[7.72,48.58],[7.70,48.58],[7.70,48.57]");
    let file = features(&[feature("Noeud", &tie), feature("Parc", &sound), feature("Rien", "null")].join(","));
    let items = read_text(&file, "zones.geojson").expect("read").items;
    assert!(matches!(items[0].shape, Err(ShapeFault::Zone(Fault::Crossing(at))) if (at.longitude - 7.71).abs() < 1e-9));
    assert_eq!((items[1].title.as_str(), items[1].number), ("Parc", 2));
    assert!((items[1].shape.as_ref().expect("sound").square_metres().expect("an area") / 10_000.0 - 164.1).abs() < 0.1);
    assert_eq!(items[1].from.map(|day| day.to_string()).as_deref(), Some("2013-01-01"));
    assert_eq!(items[2].shape, Err(ShapeFault::Nothing));
}

#[test]
fn lambert_93_is_seen_and_read_as_converted() {
    let point = "{\"type\":\"Point\",\"coordinates\":[1050196.09,6841825.12]}";
    let reading = read_text(&features(&feature("Gare", point)), "a.json").expect("read");
    assert_eq!(reading.frame, Frame::Lambert93);
    let Ok(Shape::Point(at)) = &reading.items[0].shape else { panic!("no point") };
    assert!((at.latitude - 48.5818).abs() < 1e-6 && (at.longitude - 7.7506).abs() < 1e-6);
    let table = "nom;x;y\nGare;1050196,09;6841825,12\n";
    let reading = read_text(table, "a.csv").expect("read");
    assert_eq!((reading.frame, reading.items[0].title.as_str()), (Frame::Lambert93, "Gare"));
}

#[test]
fn swapped_axes_are_seen_and_read_the_right_way() {
    let point = "{\"type\":\"Point\",\"coordinates\":[48.5818,7.7506]}";
    let reading = read_text(&features(&feature("Gare", point)), "a.json").expect("read");
    assert!(matches!(reading.frame, Frame::Swapped(at) if (at.latitude - 7.7506).abs() < 1e-9));
    assert_eq!(reading.items[0].shape, Shape::point(48.5818, 7.7506));
}

#[test]
fn a_table_names_the_line_of_each_fault() {
    let table =
        "Nom,Latitude,Longitude,Catégorie\nTilleul,48.58,7.75,arbre\nChêne,,,arbre\nIf,quarante-huit,7.7,arbre\n";
    let items = read_text(table, "arbres.csv").expect("read").items;
    assert_eq!((items[0].title.as_str(), items[0].kind.as_str(), items[0].number), ("Tilleul", "arbre", 2));
    assert_eq!((items[1].number, &items[1].shape), (3, &Err(ShapeFault::Nothing)));
    assert_eq!((items[2].number, &items[2].shape), (4, &Err(ShapeFault::OffTheEarth)));
    assert_eq!(read_text("a;b\n1;2\n", "a.csv"), Err(ShapesError::NoCoordinates));
}

#[test]
fn a_phone_s_track_is_read_with_its_words() {
    let file = "<?xml version='1.0'?><gpx version='1.1'><wpt lat='48.58' lon='7.75'><name>Arbre &amp; banc</name></wpt>\
        <trk><name>Boucle</name><trkseg><trkpt lat='48.58' lon='7.75'><ele>140</ele></trkpt><trkpt lat='48.59' lon='7.75'/>\
        </trkseg></trk></gpx>";
    let items = read_text(file, "sortie.gpx").expect("read").items;
    assert_eq!((items[0].title.as_str(), &items[0].shape), ("Arbre & banc", &Shape::point(48.58, 7.75)));
    assert!((items[1].shape.as_ref().expect("a line").metres().expect("a length") - 1_112.0).abs() < 1.0);
    assert_eq!(read_text("<html><body>", "a.gpx").err(), Some(ShapesError::NotGpx));
}

fn whole(format: Format, places: &[Written<'_>]) -> String {
    let written = places.iter().enumerate().map(|(rank, one)| format.place(one, rank == 0));
    format!("{}{}{}", format.head(), written.collect::<String>(), format.tail())
}

#[test]
fn what_leaves_comes_back_the_same() {
    let zone = Shape::zone(&[[7.70, 48.57], [7.72, 48.57], [7.72, 48.58]]).expect("a zone");
    let point = Shape::point(48.58, 7.75).expect("a point");
    let place = |title, shape| Written {
        id: "1".to_owned(),
        title,
        text: "Au bord <du> canal",
        kind: "jardin",
        source: "Ville",
        from: None,
        to: None,
        shape,
        more: vec![],
    };
    let items =
        read_text(&whole(Format::GeoJson, &[place("Un", &zone), place("Deux", &point)]), "a.json").expect("read").items;
    assert_eq!((items[0].shape.clone(), items[1].shape.clone()), (Ok(zone.clone()), Ok(point.clone())));
    assert_eq!((items[0].text.as_str(), items[0].kind.as_str()), ("Au bord <du> canal", "jardin"));
    let items =
        read_text(&whole(Format::Gpx, &[place("Deux", &point), place("Un", &zone)]), "a.gpx").expect("read").items;
    assert_eq!((items[0].title.as_str(), items[0].text.as_str()), ("Deux", "Au bord <du> canal"));
    assert_eq!(items[1].shape.as_ref().map(|shape| shape.strokes()[0].len()), Ok(4));
}

#[test]
fn what_is_too_large_or_no_file_of_places_is_refused_by_name() {
    let limits = Limits { max_bytes: 100, ..Limits::default() };
    assert_eq!(read(&[b' '; 101], "a.json", &limits), Err(ShapesError::TooLarge { most: 100 }));
    assert_eq!(read_text("{\"type\":\n", "a.json"), Err(ShapesError::NotJson { line: 2 }));
    assert_eq!(read_text("{\"type\":\"Topology\"}", "a.json"), Err(ShapesError::NotGeoJson));
    assert_eq!(read_text("", "a.csv"), Err(ShapesError::Empty));
    let many = format!("lat,lon\n{}", "48,7\n".repeat(3));
    let few = Limits { max_items: 2, ..Limits::default() };
    assert_eq!(read(many.as_bytes(), "a.csv", &few), Err(ShapesError::TooMany { most: 2 }));
    let far = features(&feature("Loin", "{\"type\":\"Point\",\"coordinates\":[1900000,4200000]}"));
    assert!(matches!(read_text(&far, "a.json"), Err(ShapesError::Outside(_))));
}
