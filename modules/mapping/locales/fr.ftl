### La carte, sa liste et ce qu'on lit d'un lieu. Une section par sujet, les deux langues dans le même ordre.

## La carte

map-title = Carte
map-of-territory = Carte du territoire
map-lead = Tout ce que montre la carte est aussi dans la liste, plus bas, avec les mêmes filtres.
map-equal = Lire la même chose en liste
moves-title = Se déplacer sur la carte
move-closer = Rapprocher
move-further = Éloigner
move-west = Vers l'ouest
move-north = Vers le nord
move-south = Vers le sud
move-east = Vers l'est
move-all = Tout voir
group-title = { $count } lieux : rapprocher
groups-title = { $count ->
    [one] Un groupe de lieux à ouvrir
   *[other] { $count } groupes de lieux à ouvrir
}
group-there = { $count } lieux { $side } : rapprocher
side-north-west = au nord-ouest
side-north = au nord
side-north-east = au nord-est
side-west = à l'ouest
side-middle = au milieu
side-east = à l'est
side-south-west = au sud-ouest
side-south = au sud
side-south-east = au sud-est
said-here = { $count ->
    [one] Une contribution dessinée ici
   *[other] { $count } contributions dessinées ici, les plus récentes d'abord
}
say-here = Dire quelque chose de cet endroit
see-on-map = Voir sur la carte
block-title = Sur la carte
block-open = Ouvrir la carte et sa liste
trace-zone = Ce lieu est dans : { $name }
trace-zone-link = Voir cette zone

## Filtrer

filter-words = Mots
filter-layer = Couche
filter-form = Forme
filter-day = À la date du
filter-day-hint = Vide : aujourd'hui.
filter-every-day = Montrer aussi ce qui ne vaut plus, ou pas encore
filter-order = Ordre de la liste
filter-all = Tout
filter-apply = Appliquer les filtres
order-latest = Les plus récents
order-name = Par nom
order-size = Les plus grands

## La liste

objects-count = { $count ->
    [0] Aucun lieu
    [one] Un lieu
   *[other] { $count } lieux
}
objects-none-filtered = Aucun lieu ne répond à ces filtres.
objects-all = Tout montrer
objects-none-title = La carte attend ses premiers lieux
objects-none-text = Les zones, chemins et points seront montrés ici dès qu'une couche en recevra.
export-label = Emporter ces lieux :

## Les couches

layers-title = Couches
layers-none = Aucune couche pour l'instant. L'équipe de la démarche en ouvrira une.
act-add = Ajouter un lieu
act-observe = Dire ce que j'ai vu
source-said = Source : { $source }.
who-adds-said = Ajoute : { $who }
layer-see = Voir la couche
layer-zoning-said = Une contribution qui indique un lieu dit dans quelle zone de cette couche elle se trouve.
zones-sum = { $count ->
    [one] Une zone vaut aujourd'hui : { $area }.
   *[other] { $count } zones valent aujourd'hui ; la somme de leurs surfaces est de { $area }.
}
zones-union = Ensemble, elles couvrent { $area } : ce qui se recouvre ({ $shared }) n'est compté qu'une fois.

## Un lieu

place-said = Position : { $place } (latitude, longitude).
within = Ce lieu est dans :
history-title = Ce qui s'est suivi
state-pending = À confirmer
state-published = Confirmée, sur la carte
state-refused = Écartée
state-removed = Retirée de la carte

## Mesures et jours

hectares = { $number } ha
square-metres = { $number } m²
kilometres = { $number } km
metres = { $number } m
days-between = du { $from } au { $to }
days-since = depuis le { $from }
days-until = jusqu'au { $to }

## Colonnes

column-name = Nom
column-description = Description
column-kind = Sorte
column-layer = Couche
column-source = Source
column-from = Premier jour
column-to = Dernier jour
column-days = Période
column-form = Forme
column-size = Surface ou longueur
column-place = Position
column-hectares = Hectares
column-metres = Mètres

## Codes

form-point = Point
form-line = Ligne
form-zone = Zone
who-adds-staff = l'équipe de la démarche
who-adds-accounts = toute personne qui a un compte
who-adds-everyone = tout le monde, avec ou sans compte
ground-wrong = Ce qui est dit est inexact
ground-gone = Cela n'est plus là
ground-off-charter = Cela n'a pas sa place ici
ground-double = C'est un doublon

## Ce qui ne va pas

form-too-old = Ce formulaire est incomplet. Rechargez la page ; ce que vous avez écrit y reviendra.
changed-meanwhile = Quelqu'un a enregistré avant vous : rien n'a été écrasé. Rouvrez la page, relisez, puis reprenez votre modification.
days-problem = Le dernier jour est avant le premier. Corrigez l'un des deux.
points-missing = Indiquez où : tapez des coordonnées, posez des points sur la carte ou choisissez une commune.
points-unreadable = Ligne { $line } : il faut deux nombres, la latitude puis la longitude, par exemple 48.58, 7.75.
points-off-the-earth = Ligne { $line } : ces nombres ne sont pas une latitude et une longitude. Une latitude va de -90 à 90.
points-lambert = Ligne { $line } : ces nombres sont en Lambert-93. En latitude et longitude, ce point est { $place } : copiez cette valeur si c'est bien là.
points-too-many = Plus de { $most } points. Importez plutôt un fichier.
shape-nothing = Aucune coordonnée.
shape-off-the-earth = Les coordonnées ne sont pas lisibles comme une latitude et une longitude.
shape-no-length = Une ligne demande deux points différents.
shape-mixed = Plusieurs points ou plusieurs sortes de formes à la fois : séparez-les, une forme par lieu.
shape-not-a-surface = Une zone demande au moins trois points qui ne sont pas alignés.
shape-crossing = Le contour se croise lui-même près de { $latitude } de latitude et { $longitude } de longitude. Remettez les points dans l'ordre du tour.

## Ce que le modèle de la démarche prévoit

plan-perimeter-none = Aucune couche n'est ouverte : le périmètre reste à tracer ou à importer.
plan-perimeter-begin = Ouvrir une couche pour le périmètre
plan-perimeter-empty = La couche est ouverte ; rien n'y est encore tracé.
plan-perimeter = { $layers ->
    [one] Une couche
   *[other] { $layers } couches
}, { $objects ->
    [one] un tracé.
   *[other] { $objects } tracés.
}
plan-inventory-none = Aucun inventaire n'est ouvert : arbres, jardins, espèces, souvenirs.
plan-inventory-begin = Ouvrir une couche d'inventaire
plan-inventory = { $inventories ->
    [one] Un inventaire
   *[other] { $inventories } inventaires
}, { $observations ->
    [0] aucune observation.
    [one] une observation.
   *[other] { $observations } observations.
}
