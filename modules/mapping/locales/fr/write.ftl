## Écrire une couche

layer-new = Ouvrir une couche
layer-edit = Modifier la couche
layer-name = Nom de la couche
layer-name-hint = Ce qu'elle rassemble : « Périmètres du parc », « Jardins partagés ».
layer-text = Ce qu'elle montre, en quelques phrases
layer-who-adds = Qui peut y ajouter des lieux
layer-zoning = Les contributions disent dans quelle zone de cette couche elles se trouvent
layer-zoning-hint = Pour des secteurs ou des quartiers.
layer-sign = Signe sur la carte
sign-0 = Rond
sign-1 = Carré
sign-2 = Triangle
sign-3 = Losange
sign-4 = Croix
layer-save = Enregistrer la couche
layer-added = La couche est ouverte. Ajoutez-y des lieux, ou importez un fichier.
layer-saved = La couche est enregistrée.
layer-is-inventory = Cette couche est remplie par les observations de son inventaire : dites ce que vous avez vu.
source = Source
source-hint = D'où cela vient, et de quelle date : « Délibération du 27 mai 2013 ».
from = Premier jour
from-hint = Vide : depuis toujours. Ce qui ne vaut plus reste visible à sa date.
to = Dernier jour
who-adds-problem = Choisissez qui peut ajouter des lieux.

## Dessiner un lieu

object-new = Ajouter un lieu
object-new-lead = Un point, un chemin ou une zone. La surface est calculée, jamais saisie.
object-new-send = Ajouter ce lieu
object-added = Le lieu est sur la carte.
object-edit = Modifier ce lieu
object-edit-lead = Pour garder la trace d'un changement de périmètre, choisissez plutôt « Dessiner ce qui suit ».
object-edit-send = Enregistrer le lieu
object-saved = Le lieu est enregistré.
object-follow = Dessiner ce qui suit
object-follow-lead = Le tracé d'avant reste, et finit la veille du premier jour de celui-ci.
object-follow-send = Enregistrer la suite
object-followed = La suite est enregistrée ; le tracé d'avant reste visible à sa date.
object-remove = Retirer de la carte
object-removed = Le lieu est retiré de la carte. Vous pouvez le remettre.
object-put-back-act = Remettre sur la carte
object-put-back = Le lieu est de nouveau sur la carte.
object-title = Nom
object-title-missing = Donnez un nom à ce lieu : c'est lui qu'on lira dans la liste.
object-kind = Sorte de lieu
object-kind-hint = « Secteur », « Zone inondable », « Jardins », « Sentier ».
object-text = Ce qu'il faut en savoir
object-source-hint = Vide : la source de la couche.
object-where = Où
object-form = Forme
object-points = Coordonnées, un point par ligne
object-points-hint = Latitude puis longitude, comme sur un téléphone : 48.5834, 7.7451. Pour une zone, tournez autour ; elle se ferme seule.
object-area = Ou prendre le contour d'une commune
object-area-hint = Le contour choisi remplace les coordonnées.
object-area-none = Aucune
observation-not-redrawn = On ne redessine pas ce que quelqu'un a observé. Tranchez l'observation, ou signalez-la.
follow-day-problem = Indiquez le premier jour de la suite, après le premier jour du tracé d'avant.
drawing-help = Carte de dessin. Flèches : déplacer le viseur ; Entrée : poser un point ; Retour arrière : retirer le dernier ; plus et moins : rapprocher, éloigner.
drawing-help-point = Carte de dessin. Flèches : déplacer le viseur ; Entrée : poser le point ; plus et moins : rapprocher, éloigner.
drawing-here = Prendre ma position
drawing-lost = Votre position n'est pas disponible. Posez le point sur la carte, ou tapez-la.
drawing-put = Point { $n } posé
drawing-removed = Point { $n } retiré

## Importer

import-title = Importer un fichier de lieux
import-lead = Rien n'est mis sur la carte avant que vous ayez relu et confirmé.
import-file = Fichier GeoJSON, GPX, ou tableau avec latitude et longitude
import-file-hint = 16 Mo et 20 000 lieux au plus. Colonnes reconnues : nom, description, type, source, début, fin.
import-look = Regarder le fichier
import-file-missing = Choisissez un fichier.
import-check-title = Relire avant d'importer
import-nothing-yet = Voici ce que contient « { $file } ». Rien n'est encore sur la carte.
import-good = { $count ->
    [0] Aucun lieu ne peut être importé.
    [one] Un lieu peut être importé.
   *[other] { $count } lieux peuvent être importés.
}
import-faulty = { $count ->
    [one] Un autre ne le peut pas : voyez pourquoi plus bas.
   *[other] { $count } autres ne le peuvent pas : voyez pourquoi plus bas.
}
import-lambert = Ces coordonnées sont en Lambert-93. La carte et le tableau ci-dessous montrent les lieux une fois convertis en latitude et longitude.
import-lambert-accept = Convertir depuis le Lambert-93 : les lieux sont bien là où la carte les montre
import-swapped = La latitude et la longitude semblent inversées : tels quels, ces lieux seraient autour de { $place }. La carte et le tableau ci-dessous les montrent remis dans l'ordre.
import-swapped-accept = Remettre dans l'ordre : les lieux sont bien là où la carte les montre
import-conversion-needed = Dites si les lieux sont bien là où la carte les montre : sans votre accord, rien n'est converti ni importé.
import-confirm = { $count ->
    [one] Mettre ce lieu sur la carte
   *[other] Mettre ces { $count } lieux sur la carte
}
import-give-up = Oublier ce fichier
import-forgotten = Le fichier est oublié. Rien n'a été mis sur la carte.
import-done = { $count ->
    [0] Aucun lieu ajouté : ils étaient déjà tous sur la carte.
    [one] Un lieu ajouté à la carte.
   *[other] { $count } lieux ajoutés à la carte.
}
import-over = Ce fichier a déjà été importé ou oublié. Envoyez-le de nouveau si besoin.
import-faults = Ce qui ne peut pas être importé
import-number = Ligne ou rang
import-why = Pourquoi
import-first = { $count ->
    [one] Le premier lieu
   *[other] Les { $count } premiers lieux
}
import-too-large = Le fichier dépasse { $most } Mo. Découpez-le, ou simplifiez ses contours.
import-too-many = Le fichier contient plus de { $most } lieux. Découpez-le.
import-too-many-points = Les contours du fichier ont plus de { $most } points en tout. Simplifiez-les, ou découpez le fichier.
import-not-json = Ce fichier commence comme un GeoJSON et s'arrête d'en être un à la ligne { $line }. Exportez-le de nouveau.
import-not-geojson = Ce fichier est du JSON, pas du GeoJSON. Dans votre logiciel de cartographie, exportez en GeoJSON.
import-not-gpx = Ce fichier n'est pas un GPX lisible. Exportez-le de nouveau depuis l'appareil ou le logiciel.
import-no-coordinates = Aucune colonne ne s'appelle latitude et longitude, ni x et y. Nommez les deux colonnes ainsi.
import-empty = Ce fichier ne contient aucun lieu.
import-outside = Ces coordonnées ne sont ni des latitudes et longitudes, ni du Lambert-93. Exportez le fichier en WGS 84 (EPSG:4326).
import-not-a-table = Ce fichier n'est ni un GeoJSON, ni un GPX, ni un tableau lisible.

## Fond de carte

base-title = Fond de carte
base-lead = Les cartes fonctionnent sans fond : elles montrent les communes et les lieux, et n'appellent personne.
base-choice = Fond de carte
base-none = Aucun fond
base-none-hint = Rien n'est demandé au dehors.
base-known-hint = { $credit }. Le navigateur de chaque visiteur demande des images à { $host }, qui voit passer son adresse.
base-file = Le fichier { $name }, servi par ce site
base-file-hint = Rien n'est demandé au dehors.
base-other = Une autre adresse d'images
base-problem = Choisissez un fond de cette liste.
base-file-unreadable = Ce fichier n'est pas un PMTiles lisible (version 3). Déposez-le de nouveau dans le dossier, entier.
base-file-not-images = Ce fichier ne contient pas d'images : il faut un PMTiles de tuiles PNG, JPEG, WebP ou AVIF. Convertissez-le, ou choisissez-en un autre.
base-folder = Un fichier PMTiles déposé par la personne qui exploite ce serveur dans { $folder } est proposé ici. Il peut peser des gigaoctets : il est lu par morceaux.
base-file-served = D'autres cartes peuvent lire ce fichier, par parties, à cette adresse :
base-tiles = Adresse des images
base-tiles-hint = Pour une autre adresse : avec {"{z}"}, {"{x}"} et {"{y}"}. Un chemin de ce site est possible.
base-credit = Mention de la source
base-credit-hint = Pour un fichier ou une autre adresse : écrite sous chaque carte, comme la licence le demande.
base-save = Enregistrer le fond de carte
base-saved = Le fond de carte est enregistré.
tiles-problem = Il faut une adresse en https (ou un chemin de ce site) qui contient {"{z}"}, {"{x}"} et {"{y}"}, une fois chacun.
credit-problem = Indiquez la mention que demande la licence du fond.
