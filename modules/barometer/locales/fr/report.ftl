### Le rapport d'une vague et l'affiche d'un lieu, en PDF accessible.

report-link = Télécharger le rapport à imprimer (PDF accessible)
report-link-text = Tout tient dans un document : le résumé, les tableaux, les graphiques, la méthode et ses limites.
report-title = Rapport : { $wave }
report-subject = { $barometer }. Réponses recueillies du { $from } au { $to }.
report-unpublished = Avant publication : ne diffusez pas ce document.
report-page = Page
report-page-of = sur

## Ce que le lecteur doit savoir d'abord

report-brief = En bref
report-online = Ces chiffres se lisent aussi en ligne :
report-promise = Ce qui est promis
report-decides = Qui décide : { $who }
report-answers = Qui répond : { $who }
report-asked = Ce qui a été demandé, et à qui
report-asked-lead = Chaque personne a dit si elle était satisfaite de { $services ->
    [one] 1 service
   *[other] { $services } services
}, sur cette échelle : { $levels }.
report-asked-protocol = Les questions, les personnes interrogées et les règles de lecture ont été fixées avant la première réponse, dans le protocole n° { $protocol }. Les questions sont à la fin de ce document.
report-who = Qui a répondu
report-kind-of-figure = Ce que valent les chiffres
report-read = Comment lire ces chiffres
report-read-satisfied = Sont comptés satisfaits ceux qui répondent : { $levels }. « Ne sait pas » est compté à part, jamais dans la base.
report-read-interval = « 61 % (58 à 64), 812 réponses » veut dire : selon ces 812 réponses, 61 % sont satisfaits ; dans toute la population, la part est sans doute entre 58 et 64 %. C'est l'intervalle de confiance, à { $level }.
report-read-flow = Un flux de volontaires n'a pas d'intervalle : il décrit ceux qui ont répondu, et personne d'autre.
report-read-hidden = Un chiffre qui reposerait sur trop peu de réponses n'est pas donné : la raison est écrite à sa place, ici comme en ligne.

## Les résultats

report-distribution = { $population } : ce qui a été répondu, en % des réponses exprimées
report-shares = { $population } : part de satisfaits, service par service
report-answers-head = Réponses
report-dont-know = Ne sait pas
report-figure = Graphique. { $sentence }. Les mêmes chiffres sont dans le tableau qui suit.
report-change-interval = { $change } (de { $low } à { $high }).
report-estimated = { $change }. Écart estimé : { $points } (de { $low } à { $high }).
report-first = Première mesure
report-gaps-table = Part de satisfaits, selon qui juge
report-tied = À égalité avec : { $services }.
report-drivers-table = Ce qui va avec la note d'ensemble, service par service

## La fin

report-questions = Les questions posées
report-question = Question
report-expected = Réponse attendue
report-asked-to = Posée à
report-published-at = Résultats publiés le { $day }.

## Refus


## L'affiche

poster-pdf = Affiche en PDF
poster-alt = Code à photographier, qui mène à { $address }
