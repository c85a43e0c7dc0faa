## Contours of communes, for whoever runs the instance

contours-title = Contours of communes
contours-text = With their contours, communes appear on maps as they are. Without them, the map is schematic: one tile per commune.
contours-none-yet = No commune has a contour yet.
contours-some = { $count ->
    [one] One commune out of { $total } has its contour.
   *[other] { $count } communes out of { $total } have their contour.
}
contours-missing = Missing: { $names }. The map stays schematic as long as one is missing.
contours-kept-from = { $source } (file brought on { $day })
contours-file = GeoJSON file, in WGS 84
contours-file-hint = For example the "communes" extract of Admin Express (IGN), or that of geo.api.gouv.fr. 16 MB at most. Nothing is kept before you confirm.
contours-source = Where it comes from, and from which year
contours-source-hint = For example "IGN, Admin Express 2026". It is written under each map.
contours-look = Look at what the file holds
contours-file-missing = Choose a file.
contours-remove = Remove all contours
contours-remove-text = Maps become schematic again. Contours can be brought in again.
contours-removed = { $count ->
    [0] There was no contour.
    [one] One contour is removed. Maps are schematic again.
   *[other] { $count } contours are removed. Maps are schematic again.
}
contours-kept = { $count ->
    [one] One contour is kept.
   *[other] { $count } contours are kept.
}
field-surface = Area
surface = { $km2 } km²

contours-check-title = What the file holds
contours-check-lead = Nothing of { $file } is kept yet.
contours-recognised = { $count ->
    [0] No commune is recognised with a sound contour.
    [one] One commune is recognised.
   *[other] { $count } communes are recognised.
}
contours-replaced = { $count ->
    [one] One of them already has a contour, which will be replaced.
   *[other] { $count } of them already have a contour, which will be replaced.
}
contours-confirm = { $count ->
    [one] Keep this contour
   *[other] Keep these { $count } contours
}
contours-give-up = Keep nothing
contours-map = Communes recognised
contours-map-note = Areas are computed from the contours, on the WGS 84 ellipsoid.
contours-aside = { $count ->
    [one] One feature of the file is left aside
   *[other] { $count } features of the file are left aside
}
contours-rank = Feature no. { $rank }
contours-rank-named = Feature no. { $rank }, { $said }
contours-unknown = No commune of the territory has this Insee code or this name. If it is one of them, add it to the list of communes first.
contours-unknown-nameless = No property says which commune it is. Give it a property "code" (Insee code) or "nom".
contours-twice = The same commune is already described higher up in the file. Keep one feature per commune.
contour-not-a-surface = It is not a closed surface. A contour is a polygon, or several.
contour-crossing = The contour crosses itself near { $latitude } N, { $longitude } E. In QGIS, "Fix geometries" corrects it; save the file again.
contours-still-without = { $count ->
    [one] One commune will be left without a contour
   *[other] { $count } communes will be left without a contour
}
contours-still-without-text = The map stays schematic as long as a commune lacks its own: { $names }.

contours-no-communes = There is no commune yet to give a contour to. Import their list first: arpent import COMMUNES.csv --communes.
contours-none-known = No commune of this file is in the list of the territory. Check that it is the right file, and that each feature has a property "code" (Insee code) or "nom".
contours-too-large = This file is over { $most } MB. Keep only the communes of the territory in it, or simplify the contours, then try again.
contours-too-many-points = This file has more than { $most } points. Keep only the communes of the territory in it, or simplify the contours, then try again.
contours-not-json = This file is not GeoJSON: reading stops at line { NUMBER($line, useGrouping: "false") }. If it is a Shapefile or an archive, open it in QGIS and save the layer as GeoJSON.
contours-not-a-collection = This file is JSON, but not a collection of features ("FeatureCollection"). In QGIS, save the whole layer of communes as GeoJSON.
contours-empty = This file holds no feature. Check that the layer was not filtered when you saved it.
contours-lambert-93 = The coordinates are in metres, in Lambert-93; a map of the site expects degrees. In QGIS, save the layer choosing the system "EPSG:4326 – WGS 84", then try again.
contours-outside = These coordinates are not degrees of longitude and latitude (for example { $longitude }; { $latitude }). Save the layer in the system "EPSG:4326 – WGS 84", then try again.
contours-swapped = The latitude is written before the longitude (for example { $longitude }; { $latitude }), while GeoJSON asks for the reverse. Save the layer again as "RFC 7946" GeoJSON, which puts them in order.

map-sentence-contours = Each commune has the tone of the number of contributions that come from it; the list below says the same.
map-source-contours = Published contributions, on { $day }: the darker, the more. Numbers from 1 to 4 are hidden. Contours: { $source }.
