## Finding a place

find-label = Look for an address or a place
find-optional = optional
find-hint = A street, a commune, a place of the map. This site does the search: your device calls nobody else.
find-seek = Search
find-count = { $count ->
    [0] Nothing of that name. Try the name of the commune, or put the point on the map.
    [one] One place found. Choose it:
   *[other] { $count } places found. Choose yours:
}
find-silent = The search for addresses does not answer for now: only places known to this site are shown.
found-commune = Commune

## Showing where, in a form

question-title = Show where on the map
question-hint = A point, a path or a zone. With a finger, a mouse or the keyboard, or by typing coordinates.
question-form = What you draw
question-points-hint = They write themselves while you draw. You may also type them: latitude then longitude, 48.5834, 7.7451. For a zone, go around it.
question-outline = Or take an outline of the map
question-outline-none = None
question-outline-pick = Take this outline
drawing-remove = Remove the last point
drawn-point = Point on the map: { $place }
drawn-shape = { $form } on the map: { $size }, around { $place }

## Search for addresses, for administrators

geocoder-title = Search for addresses
geocoder-lead = Without an address here, one looks among the communes and places of this site, and nothing leaves it. With a geocoder, this server asks it: it sees neither visitors nor their address, only the words looked for.
geocoder-label = Address of the geocoder
geocoder-hint = In the shape of the French national address base: https://data.geopf.fr/geocodage. Empty: no search outside.
geocoder-house = Whoever runs this server named a geocoder of the house: that one is asked.
geocoder-save = Save the search for addresses
geocoder-saved = The search for addresses is saved.
geocoder-problem = It takes the address of a host of the Internet in https, without parameters: https://data.geopf.fr/geocodage.
