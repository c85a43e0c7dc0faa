## Writing a layer

layer-new = Open a layer
layer-edit = Edit the layer
layer-name = Name of the layer
layer-name-hint = What it gathers: “Perimeters of the park”, “Shared gardens”.
layer-text = What it shows, in a few sentences
layer-who-adds = Who may add places to it
layer-zoning = Contributions say in which zone of this layer they lie
layer-zoning-hint = For sectors or neighbourhoods.
layer-sign = Sign on the map
sign-0 = Circle
sign-1 = Square
sign-2 = Triangle
sign-3 = Diamond
sign-4 = Cross
layer-save = Save the layer
layer-added = The layer is open. Add places to it, or import a file.
layer-saved = The layer is saved.
layer-is-inventory = This layer is filled by the observations of its inventory: tell what you saw.
source = Source
source-hint = Where it comes from, and of what date: “Council decision of 27 May 2013”.
from = First day
from-hint = Empty: always. What no longer holds stays visible at its date.
to = Last day
who-adds-problem = Choose who may add places.

## Drawing a place

object-new = Add a place
object-new-lead = A point, a way or a zone. The area is computed, never typed.
object-new-send = Add this place
object-added = The place is on the map.
object-edit = Edit this place
object-edit-lead = To keep the trace of a change of perimeter, rather choose “Draw what follows”.
object-edit-send = Save the place
object-saved = The place is saved.
object-follow = Draw what follows
object-follow-lead = The outline of before stays, and ends the day before the first day of this one.
object-follow-send = Save what follows
object-followed = What follows is saved; the outline of before stays visible at its date.
object-remove = Take off the map
object-removed = The place is off the map. You can put it back.
object-put-back-act = Put back on the map
object-put-back = The place is on the map again.
object-title = Name
object-title-missing = Give this place a name: it is what the list will say.
object-kind = Sort of place
object-kind-hint = “Sector”, “Flood zone”, “Gardens”, “Path”.
object-text = What one should know about it
object-source-hint = Empty: the source of the layer.
object-where = Where
object-form = Form
object-points = Coordinates, one point per line
object-points-hint = Latitude then longitude, as on a phone: 48.5834, 7.7451. For a zone, go around it; it closes by itself.
object-area = Or take the outline of a commune
object-area-hint = The outline chosen replaces the coordinates.
object-area-none = None
observation-not-redrawn = What someone observed is not drawn again. Decide on the observation, or report it.
follow-day-problem = Give the first day of what follows, after the first day of the outline of before.
drawing-help = Drawing map. Arrows: move the sight; Enter: put a point; Backspace: remove the last one; plus and minus: closer, further.
drawing-help-point = Drawing map. Arrows: move the sight; Enter: put the point; plus and minus: closer, further.
drawing-here = Take my position
drawing-lost = Your position is not available. Put the point on the map, or type it.
drawing-put = Point { $n } put
drawing-removed = Point { $n } removed

## Importing

import-title = Import a file of places
import-lead = Nothing is put on the map before you have read it again and confirmed.
import-file = GeoJSON or GPX file, or a table with latitude and longitude
import-file-hint = 16 MB and 20,000 places at most. Columns known: nom, description, type, source, début, fin.
import-look = Look at the file
import-file-missing = Choose a file.
import-check-title = Read again before importing
import-nothing-yet = This is what “{ $file }” holds. Nothing is on the map yet.
import-good = { $count ->
    [0] No place can be imported.
    [one] One place can be imported.
   *[other] { $count } places can be imported.
}
import-faulty = { $count ->
    [one] One other cannot: see why below.
   *[other] { $count } others cannot: see why below.
}
import-lambert = These coordinates are in Lambert-93. The map and the table below show the places once converted to latitude and longitude.
import-lambert-accept = Convert from Lambert-93: the places are where the map shows them
import-swapped = Latitude and longitude seem to be swapped: as they are, these places would be around { $place }. The map and the table below show them put back in order.
import-swapped-accept = Put back in order: the places are where the map shows them
import-conversion-needed = Say whether the places are where the map shows them: without your agreement nothing is converted nor imported.
import-confirm = { $count ->
    [one] Put this place on the map
   *[other] Put these { $count } places on the map
}
import-give-up = Forget this file
import-forgotten = The file is forgotten. Nothing was put on the map.
import-done = { $count ->
    [0] No place added: they were all on the map already.
    [one] One place added to the map.
   *[other] { $count } places added to the map.
}
import-over = This file was already imported or forgotten. Send it again if needed.
import-faults = What cannot be imported
import-number = Line or rank
import-why = Why
import-first = { $count ->
    [one] The first place
   *[other] The first { $count } places
}
import-too-large = The file is larger than { $most } MB. Split it, or simplify its outlines.
import-too-many = The file holds more than { $most } places. Split it.
import-too-many-points = The outlines of the file have more than { $most } points in all. Simplify them, or split the file.
import-not-json = This file begins as GeoJSON and stops being so at line { $line }. Export it again.
import-not-geojson = This file is JSON, not GeoJSON. In your mapping software, export as GeoJSON.
import-not-gpx = This file is not a readable GPX. Export it again from the device or the software.
import-no-coordinates = No column is called latitude and longitude, nor x and y. Name the two columns so.
import-empty = This file holds no place.
import-outside = These coordinates are neither latitudes and longitudes nor Lambert-93. Export the file in WGS 84 (EPSG:4326).
import-not-a-table = This file is neither GeoJSON, nor GPX, nor a readable table.

## Base map

base-title = Base map
base-lead = Maps work without a base map: they show communes and places, and call nobody.
base-choice = Base map
base-none = No base map
base-none-hint = Nothing is asked outside.
base-known-hint = { $credit }. The browser of each visitor asks { $host } for images, which sees its address.
base-file = The file { $name }, served by this site
base-file-hint = Nothing is asked outside.
base-other = Another address of images
base-problem = Choose a base map of this list.
base-file-unreadable = This file is not a readable PMTiles (version 3). Put it in the folder again, whole.
base-file-not-images = This file holds no images: it takes a PMTiles of PNG, JPEG, WebP or AVIF tiles. Convert it, or choose another.
base-folder = A PMTiles file that whoever runs this server puts in { $folder } is offered here. It may weigh gigabytes: it is read by pieces.
base-file-served = Other maps can read this file, by parts, at this address:
base-tiles = Address of the images
base-tiles-hint = For another address: with {"{z}"}, {"{x}"} and {"{y}"}. A path of this site is possible.
base-credit = Credit of the source
base-credit-hint = For a file or another address: written under every map, as the licence asks.
base-save = Save the base map
base-saved = The base map is saved.
tiles-problem = An https address (or a path of this site) is needed, holding {"{z}"}, {"{x}"} and {"{y}"} once each.
credit-problem = Give the mention that the licence of the base map asks for.
