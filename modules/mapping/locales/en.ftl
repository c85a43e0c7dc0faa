### The map, its list and what one reads of a place. One section per subject, both languages in the same order.

## The map

map-title = Map
map-of-territory = Map of the territory
map-lead = Everything the map shows is also in the list below, with the same filters.
map-equal = Read the same as a list
moves-title = Move around the map
move-closer = Closer
move-further = Further
move-west = West
move-north = North
move-south = South
move-east = East
move-all = See everything
group-title = { $count } places: come closer
groups-title = { $count ->
    [one] One group of places to open
   *[other] { $count } groups of places to open
}
group-there = { $count } places { $side }: closer
side-north-west = to the north-west
side-north = to the north
side-north-east = to the north-east
side-west = to the west
side-middle = in the middle
side-east = to the east
side-south-west = to the south-west
side-south = to the south
side-south-east = to the south-east
said-here = { $count ->
    [one] One contribution drawn here
   *[other] { $count } contributions drawn here, the latest first
}
say-here = Say something of this place
see-on-map = See on the map
block-title = On the map
block-open = Open the map and its list
trace-zone = This place lies in: { $name }
trace-zone-link = See this zone

## Filtering

filter-words = Words
filter-layer = Layer
filter-form = Form
filter-day = On the date of
filter-day-hint = Empty: today.
filter-every-day = Also show what no longer holds, or not yet
filter-order = Order of the list
filter-all = All
filter-apply = Apply the filters
order-latest = Latest first
order-name = By name
order-size = Largest first

## The list

objects-count = { $count ->
    [0] No place
    [one] One place
   *[other] { $count } places
}
objects-none-filtered = No place matches these filters.
objects-all = Show everything
objects-none-title = The map is waiting for its first places
objects-none-text = Zones, ways and points will be shown here as soon as a layer receives some.
export-label = Take these places away:

## Layers

layers-title = Layers
layers-none = No layer yet. The team of the démarche will open one.
act-add = Add a place
act-observe = Tell what I saw
source-said = Source: { $source }.
who-adds-said = Who adds: { $who }
layer-see = See the layer
layer-zoning-said = A contribution that gives a place says in which zone of this layer it lies.
zones-sum = { $count ->
    [one] One zone holds today: { $area }.
   *[other] { $count } zones hold today; their areas add up to { $area }.
}
zones-union = Together they cover { $area }: what overlaps ({ $shared }) is counted once.

## A place

place-said = Position: { $place } (latitude, longitude).
within = This place lies in:
history-title = What followed
state-pending = To be confirmed
state-published = Confirmed, on the map
state-refused = Set aside
state-removed = Taken off the map

## Measures and days

hectares = { $number } ha
square-metres = { $number } m²
kilometres = { $number } km
metres = { $number } m
days-between = from { $from } to { $to }
days-since = since { $from }
days-until = until { $to }

## Columns

column-name = Name
column-description = Description
column-kind = Sort
column-layer = Layer
column-source = Source
column-from = First day
column-to = Last day
column-days = Period
column-form = Form
column-size = Area or length
column-place = Position
column-hectares = Hectares
column-metres = Metres

## Codes

form-point = Point
form-line = Line
form-zone = Zone
who-adds-staff = the team of the démarche
who-adds-accounts = anyone who has an account
who-adds-everyone = everyone, with or without an account
ground-wrong = What is said is not true
ground-gone = It is no longer there
ground-off-charter = It does not belong here
ground-double = It is there twice

## What is wrong

form-too-old = This form is incomplete. Reload the page; what you wrote will come back.
changed-meanwhile = Someone saved before you: nothing was overwritten. Open the page again, read it, then make your change.
days-problem = The last day comes before the first. Correct one of them.
points-missing = Say where: type coordinates, put points on the map or choose a commune.
points-unreadable = Line { $line }: two numbers are needed, latitude then longitude, for example 48.58, 7.75.
points-off-the-earth = Line { $line }: these numbers are not a latitude and a longitude. A latitude goes from -90 to 90.
points-lambert = Line { $line }: these numbers are in Lambert-93. As latitude and longitude this point is { $place }: copy this value if it is the right place.
points-too-many = More than { $most } points. Import a file instead.
shape-nothing = No coordinates.
shape-off-the-earth = The coordinates cannot be read as a latitude and a longitude.
shape-no-length = A line needs two different points.
shape-mixed = Several points or several sorts of shapes at once: separate them, one shape per place.
shape-not-a-surface = A zone needs at least three points that are not in a line.
shape-crossing = The outline crosses itself near latitude { $latitude } and longitude { $longitude }. Put the points back in order around it.

## What the template of the initiative provides for

plan-perimeter-none = No layer is open: the perimeter remains to be drawn or imported.
plan-perimeter-begin = Open a layer for the perimeter
plan-perimeter-empty = The layer is open; nothing is drawn in it yet.
plan-perimeter = { $layers ->
    [one] One layer
   *[other] { $layers } layers
}, { $objects ->
    [one] one shape.
   *[other] { $objects } shapes.
}
plan-inventory-none = No inventory is open: trees, gardens, species, memories.
plan-inventory-begin = Open an inventory layer
plan-inventory = { $inventories ->
    [one] One inventory
   *[other] { $inventories } inventories
}, { $observations ->
    [0] no observation.
    [one] one observation.
   *[other] { $observations } observations.
}
