## Les contours des communes, pour qui administre

contours-title = Contours des communes
contours-text = Avec leurs contours, les communes apparaissent sur les cartes telles qu'elles sont. Sans eux, la carte est schématique : une case par commune.
contours-none-yet = Aucune commune n'a encore de contour.
contours-some = { $count ->
    [one] Une commune sur { $total } a son contour.
   *[other] { $count } communes sur { $total } ont leur contour.
}
contours-missing = Il manque : { $names }. La carte reste schématique tant qu'il en manque une.
contours-kept-from = { $source } (fichier apporté le { $day })
contours-file = Fichier GeoJSON, en WGS 84
contours-file-hint = Par exemple l'extrait « communes » d'Admin Express (IGN), ou celui de geo.api.gouv.fr. 16 Mo au plus. Rien n'est gardé avant que vous confirmiez.
contours-source = D'où il vient, et de quelle année
contours-source-hint = Par exemple « IGN, Admin Express 2026 ». C'est écrit sous chaque carte.
contours-look = Regarder ce que le fichier contient
contours-file-missing = Choisissez un fichier.
contours-remove = Retirer tous les contours
contours-remove-text = Les cartes redeviennent schématiques. Les contours pourront être apportés de nouveau.
contours-removed = { $count ->
    [0] Il n'y avait aucun contour.
    [one] Un contour est retiré. Les cartes sont de nouveau schématiques.
   *[other] { $count } contours sont retirés. Les cartes sont de nouveau schématiques.
}
contours-kept = { $count ->
    [one] Un contour est gardé.
   *[other] { $count } contours sont gardés.
}
field-surface = Superficie
surface = { $km2 } km²

contours-check-title = Ce que le fichier contient
contours-check-lead = Rien n'est encore gardé de { $file }.
contours-recognised = { $count ->
    [0] Aucune commune n'est reconnue avec un contour sain.
    [one] Une commune est reconnue.
   *[other] { $count } communes sont reconnues.
}
contours-replaced = { $count ->
    [one] L'une d'elles a déjà un contour, qui sera remplacé.
   *[other] { $count } d'entre elles ont déjà un contour, qui sera remplacé.
}
contours-confirm = { $count ->
    [one] Garder ce contour
   *[other] Garder ces { $count } contours
}
contours-give-up = Ne rien garder
contours-map = Communes reconnues
contours-map-note = Les superficies sont calculées d'après les contours, sur l'ellipsoïde WGS 84.
contours-aside = { $count ->
    [one] Un objet du fichier est laissé de côté
   *[other] { $count } objets du fichier sont laissés de côté
}
contours-rank = Objet n° { $rank }
contours-rank-named = Objet n° { $rank }, { $said }
contours-unknown = Aucune commune du territoire n'a ce code Insee ni ce nom. Si elle en fait partie, ajoutez-la d'abord à la liste des communes.
contours-unknown-nameless = Aucune propriété ne dit quelle commune c'est. Donnez-lui une propriété « code » (code Insee) ou « nom ».
contours-twice = La même commune est déjà décrite plus haut dans le fichier. Gardez un seul objet par commune.
contour-not-a-surface = Ce n'est pas une surface fermée. Un contour est un polygone, ou plusieurs.
contour-crossing = Le contour se coupe lui-même près du point { $latitude } N, { $longitude } E. Dans QGIS, « Réparer les géométries » le corrige ; enregistrez de nouveau le fichier.
contours-still-without = { $count ->
    [one] Une commune restera sans contour
   *[other] { $count } communes resteront sans contour
}
contours-still-without-text = La carte reste schématique tant qu'une commune n'a pas le sien : { $names }.

contours-no-communes = Il n'y a encore aucune commune à qui donner un contour. Importez d'abord leur liste : arpent import COMMUNES.csv --communes.
contours-none-known = Aucune commune de ce fichier n'est dans la liste du territoire. Vérifiez que c'est le bon fichier, et que chaque objet a une propriété « code » (code Insee) ou « nom ».
contours-too-large = Ce fichier dépasse { $most } Mo. Gardez-y seulement les communes du territoire, ou simplifiez les contours, puis recommencez.
contours-too-many-points = Ce fichier a plus de { $most } points. Gardez-y seulement les communes du territoire, ou simplifiez les contours, puis recommencez.
contours-not-json = Ce fichier n'est pas du GeoJSON : la lecture s'arrête à la ligne { NUMBER($line, useGrouping: "false") }. Si c'est un Shapefile ou une archive, ouvrez-le dans QGIS et enregistrez la couche au format GeoJSON.
contours-not-a-collection = Ce fichier est du JSON, mais pas une collection d'objets (« FeatureCollection »). Dans QGIS, enregistrez toute la couche des communes au format GeoJSON.
contours-empty = Ce fichier ne contient aucun objet. Vérifiez que la couche n'était pas filtrée quand vous l'avez enregistrée.
contours-lambert-93 = Les coordonnées sont en mètres, en Lambert-93 ; une carte du site les attend en degrés. Dans QGIS, enregistrez la couche en choisissant le système « EPSG:4326 – WGS 84 », puis recommencez.
contours-outside = Ces coordonnées ne sont pas des degrés de longitude et de latitude (par exemple { $longitude } ; { $latitude }). Enregistrez la couche dans le système « EPSG:4326 – WGS 84 », puis recommencez.
contours-swapped = La latitude est écrite avant la longitude (par exemple { $longitude } ; { $latitude }), alors que le GeoJSON demande l'inverse. Enregistrez de nouveau la couche au format GeoJSON « RFC 7946 », qui les remet dans l'ordre.

map-sentence-contours = Chaque commune a la teinte du nombre de contributions qui en viennent ; la liste qui suit dit la même chose.
map-source-contours = Contributions publiées, au { $day } : plus c'est foncé, plus il y en a. Les nombres de 1 à 4 sont masqués. Contours : { $source }.
