## Le programme

programme-title = Ce qui est cherché
programme-new = Demander aux gens de remplir cette couche
programme-edit = Modifier l'inventaire
programme-lead = Un inventaire demande ce que les gens voient : arbres, jardins, espèces, problèmes, souvenirs. Leurs pairs confirment ; une équipe tranche quand ils ne sont pas d'accord.
programme-purpose = Ce qui est cherché, pourquoi, et ce qui n'a pas sa place ici
programme-purpose-hint = Chacun le lit avant d'observer.
programme-fields = Ce qui est demandé en plus du lieu et du nom, une question par ligne
programme-fields-hint = « Circonférence (cm) : nombre », « État : bon, moyen, mauvais », « Odeur ». Huit au plus.
programme-sensitive = Noms toujours sensibles, un par ligne
programme-sensitive-hint = Une observation dont le nom contient l'un d'eux est montrée au centre d'un carreau, jamais à sa place.
programme-cell = Côté d'un carreau pour ce qui est sensible, en mètres
programme-needed = Avis concordants pour confirmer
programme-force = Avis concordants pour confirmer sans attendre
programme-against = Avis contraires tolérés
programme-days-least = Jours d'ouverture au moins
programme-days-most = Jours au bout desquels l'équipe est appelée
programme-save = Enregistrer l'inventaire
programme-saved = L'inventaire est enregistré.
programme-rule = Une observation est confirmée par { $needed } avis concordants au bout de { $days-least } jours, ou par { $force } tout de suite ; { $against } avis contraire est toléré. Au bout de { $days-most } jours, ou si les avis divergent, l'équipe tranche.
programme-blur = Ce qui est sensible est montré au centre d'un carreau de { $metres } mètres de côté, pour tout le monde sauf les personnes qui valident.
fields-too-many = { $most } questions au plus : on y répond debout, dans la rue.
blur-problem = Le côté d'un carreau va de { $least } à { $most } mètres.
thresholds-problem = Vérifiez ces nombres : un avis au moins, forcer n'en demande pas moins que confirmer, et l'équipe est appelée après la durée d'ouverture, dans l'année.

## Observer

observe-title = Dire ce que j'ai vu : { $layer }
observe-what = Ce que c'est
observe-what-hint = « Tilleul », « Nichoir », « Banc cassé », « Là se tenait le lavoir ».
observe-place = Où : latitude, longitude
observe-place-hint = Comme sur un téléphone : 48.5834, 7.7451. Ou posez le point sur la carte.
observe-photo = Photo
observe-photo-hint = La date, le lieu et le propriétaire qu'elle contient sont effacés avant qu'elle soit gardée.
observe-photo-alt = Ce que montre la photo
observe-sensitive = Ne pas montrer le lieu exact
observe-sensitive-hint = Pour un nid, une plante rare : tout le monde verra un carreau de la carte.
observe-send = Envoyer mon observation
answer-number = Un nombre.
answer-none = Je ne sais pas
answer-problem = « { $question } » : donnez un nombre, ou l'une des réponses proposées.
seen-on = Vu le
seen-on-problem = Ce jour n'est pas encore passé.
photo-too-large = La photo dépasse 12 Mo. Choisissez-en une plus légère.
photo-not-an-image = Ce fichier n'est pas une photo JPEG, PNG ou WebP.
photo-damaged = Cette photo est abîmée. Choisissez-en une autre.

## Suivre son observation

observation-title = Votre observation
observation-lead = Merci. Votre observation est sur la carte, à confirmer par d'autres.
observation-keep = Gardez ce code : il vous permet de la suivre et de la reprendre.
observation-blurred = montré à tous au centre d'un carreau seulement
observation-state = Où elle en est
observation-see = La voir comme tout le monde
observation-another = En envoyer une autre
observation-take-back = Reprendre mon observation
observation-taken-back = Votre observation est retirée, avec sa photo et son lieu.

## Avis des pairs

peers-title = Ce qu'en disent les autres
peers-count = { $yes } l'ont vu aussi, { $no } ne sont pas d'accord.
vote-yes = Je l'ai vu aussi
vote-no = Ce n'est pas cela
vote-yours-yes = Vous avez dit l'avoir vu aussi. Vous pouvez changer d'avis.
vote-yours-no = Vous avez dit que ce n'est pas cela. Vous pouvez changer d'avis.
vote-how = Pour donner votre avis, connectez-vous. On ne confirme pas sa propre observation.
vote-kept = Votre avis est compté.
vote-too-late = Cette observation est déjà tranchée : votre avis n'y change plus rien. Vous pouvez la signaler.
own-observation = On ne confirme pas ce qu'on a observé soi-même. Une autre personne le fera.
decided-by-peers = par ses pairs
decided-by-validator = par l'équipe
decided-on = Tranchée { $by }, { $when }.

## Signaler

report-act = Signaler une erreur
report-title = Signaler : { $title }
report-lead = L'équipe lira et tranchera. Ce que vous écrivez n'est pas publié.
report-ground = Ce qui ne va pas
report-text = Dites-en plus
report-text-hint = Par exemple depuis quand, ou quel est l'autre lieu.
report-send = Envoyer mon signalement
report-sent = Votre signalement est envoyé à l'équipe.
ground-problem = Choisissez ce qui ne va pas.

## Trancher

to-decide-title = Observations à trancher
to-decide-lead = Avis qui divergent, observations restées sans assez d'avis, signalements. Les plus anciennes d'abord.
to-decide-none-title = Rien n'attend
to-decide-none-text = Quand des avis divergeront ou qu'une erreur sera signalée, vous le verrez ici.
to-decide-count = { $count ->
    [one] Une observation ou un signalement à trancher
   *[other] { $count } observations ou signalements à trancher
}
decide-title = Trancher
decide-reason = Pourquoi
decide-reason-hint = Obligatoire pour écarter : la personne qui a observé la lira.
decide-keep = Garder sur la carte
decide-refuse = Écarter de la carte
decided = C'est tranché.
escalated-said = Les avis divergent, ou trop peu sont venus à temps : à vous de trancher.
escalated-short = Avis à départager
sensitive-said = Sensible : tout le monde voit le centre d'un carreau, pas le lieu.
sensitive-exact = Vous validez, vous voyez le lieu exact : { $place }.
sensitive-show = Montrer le lieu exact à tous
sensitive-hide = Ne montrer qu'un carreau
sensitive-changed = C'est changé.

## Sans réseau

notebook-title = Mes observations gardées sur cet appareil
notebook-none = Rien n'attend : tout ce que vous avez dit est parti.
notebook-one = Une observation attend sur cet appareil. Elle partira seule au retour du réseau, si cette page est ouverte.
notebook-many = { $n } observations attendent sur cet appareil. Elles partiront seules au retour du réseau, si cette page est ouverte.
notebook-kept = Pas de réseau : votre observation est gardée sur cet appareil, avec sa photo. Vous pouvez en dire une autre.
notebook-sent = « { $title } » est partie. Notez son code, plus bas.
notebook-sent-title = Parties à l'instant : gardez leur code
notebook-refused = Le site n'a pas pu la prendre. Corrigez-la, ou écrivez à l'équipe de la démarche.
notebook-correct = Corriger
notebook-remove = Effacer de cet appareil
notebook-again = Essayer maintenant
notebook-ready = Cette page s'ouvre aussi sans réseau sur cet appareil.
notebook-unready = Sans réseau, cet appareil ne pourra pas rouvrir cette page : gardez-la ouverte.
