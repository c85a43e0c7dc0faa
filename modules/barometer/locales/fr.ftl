### Ce que dit ce module, en commun à ses pages. Une section par sujet, les deux langues dans le même ordre.

## Noms

barometer = Baromètre
barometers = Baromètres
wave = Vague
waves = Vagues
protocol = Protocole
population-users = Usagers
population-agents = Agents
population-elected = Élus

## Échelle du modèle

level-1 = Pas du tout satisfait
level-2 = Plutôt pas satisfait
level-3 = Plutôt satisfait
level-4 = Très satisfait
level-9 = Je ne sais pas
importance-low = Pas important
importance-high = Très important
overall-low = Pas du tout satisfait
overall-high = Tout à fait satisfait

## Questions du modèle

ask-used = { $service } : vous en êtes-vous servi au cours des douze derniers mois ?
ask-satisfied = { $service } : en êtes-vous satisfait ?
ask-important = { $service } : est-ce important pour vous ?
ask-perceived = { $service } : de votre place, le service rendu est-il satisfaisant ?
ask-mirror = { $service } : d'après vous, quelle part des usagers s'en disent satisfaits ?
ask-overall = Dans l'ensemble, quelle note donnez-vous aux services publics du territoire ?
ask-sex = Vous êtes
ask-age = Votre âge
ask-comment = Un mot à ajouter ?
sex-f = Une femme
sex-h = Un homme
age-between = de { $from } à { $to } ans
age-from = { $from } ans ou plus
service-waste = Collecte des déchets
service-mobility = Transports et mobilité
service-desk = Accueil du public

## Liste

barometers-lead = Ce que les usagers, les agents et les élus pensent des mêmes services, vague après vague.
barometers-empty = Aucun baromètre n'est encore ouvert. Une facilitatrice ou un facilitateur en commence un depuis la page d'une démarche.

## Refus

title-taken = Un baromètre porte déjà ce nom. Choisissez-en un autre.
protocol-frozen = Ce protocole est figé : rien n'en change plus. Ouvrez une nouvelle version.
protocol-changed = Quelqu'un a changé ce protocole pendant que vous l'aviez sous les yeux. Relisez-le, puis recommencez.
protocol-faults = { $count ->
    [one] Un point reste à corriger avant de figer le protocole.
   *[other] { $count } points restent à corriger avant de figer le protocole.
}
protocol-not-frozen = Ce protocole n'est pas figé. Figez-le avant de préparer une vague : on ne change plus les questions une fois les réponses reçues.
break-without-words = Dites en une phrase ce qui change et coupe la série : cette phrase sera affichée sur les courbes.
draft-already-open = Une version est déjà en préparation. Figez-la avant d'en ouvrir une autre.
wave-days-order = La vague se termine avant de commencer. Changez l'une des deux dates.
wave-moved = Cette vague n'en est plus à cette étape. Rechargez la page.
