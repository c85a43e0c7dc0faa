## Trouver un lieu

find-label = Chercher une adresse ou un lieu
find-optional = facultatif
find-hint = Une rue, une commune, un lieu de la carte. La recherche est faite par ce site : votre appareil n'appelle personne d'autre.
find-seek = Chercher
find-count = { $count ->
    [0] Rien de ce nom. Essayez le nom de la commune, ou posez le point sur la carte.
    [one] Un lieu trouvé. Choisissez-le :
   *[other] { $count } lieux trouvés. Choisissez le vôtre :
}
find-silent = La recherche d'adresses ne répond pas pour l'instant : seuls les lieux connus de ce site sont montrés.
found-commune = Commune

## Montrer où, dans un formulaire

question-title = Montrer l'endroit sur la carte
question-hint = Un point, un chemin ou une zone. Au doigt, à la souris ou au clavier, ou en tapant les coordonnées.
question-form = Ce que vous dessinez
question-points-hint = Elles s'écrivent seules quand vous dessinez. Vous pouvez aussi les taper : latitude puis longitude, 48.5834, 7.7451. Pour une zone, tournez autour.
question-outline = Ou reprendre un tracé de la carte
question-outline-none = Aucun
question-outline-pick = Reprendre ce tracé
drawing-remove = Retirer le dernier point
drawn-point = Point sur la carte : { $place }
drawn-shape = { $form } sur la carte : { $size }, autour de { $place }

## Recherche d'adresses, pour l'administration

geocoder-title = Recherche d'adresses
geocoder-lead = Sans adresse ici, on cherche parmi les communes et les lieux de ce site, et rien ne sort. Avec un géocodeur, c'est ce serveur qui l'interroge : il ne voit ni les visiteurs ni leur adresse, seulement les mots cherchés.
geocoder-label = Adresse du géocodeur
geocoder-hint = De la forme de la Base adresse nationale : https://data.geopf.fr/geocodage. Vide : aucune recherche au dehors.
geocoder-house = La personne qui exploite ce serveur a désigné un géocodeur de la maison : c'est lui qui est interrogé.
geocoder-save = Enregistrer la recherche d'adresses
geocoder-saved = La recherche d'adresses est enregistrée.
geocoder-problem = Il faut l'adresse d'un hôte d'Internet en https, sans paramètre : https://data.geopf.fr/geocodage.
