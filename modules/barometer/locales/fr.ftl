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
