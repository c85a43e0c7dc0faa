### Ce qu'on regarde dans les résultats : figures, carte, populations, paroles. Une section par page.

## Figures

figure-answered = Ce qui a été répondu
figure-unit-opinion = % des réponses exprimées ; « ne sait pas » à part
population-n = { $population } ({ $n } réponses)
figure-history = { $population } : part de satisfaits, vague après vague
figure-groups = Part de satisfaits : { $variable }
matrix-title = Ce qui compte et ce qui satisfait
matrix-unit = moyennes des notes données ; { $n } réponses ; ellipses à { $level }
matrix-importance = Plus important →
matrix-satisfaction = Plus satisfaisant →
matrix-certain = Placé sans doute
matrix-uncertain = Son ellipse touche une ligne : trop incertain
matrix-mean-importance = Importance moyenne
matrix-mean-satisfaction = Satisfaction moyenne
matrix-rule = Chaque numéro est un service, et son rang dans la liste ci-dessous. L'ellipse dit où il peut se trouver, compte tenu du hasard des réponses. Les deux lignes passent par la moyenne des services : un service est dit « important » à droite de la ligne, « satisfaisant » au-dessus, et seulement si son ellipse ne la touche pas.
corner-keep-up = À maintenir
corner-concentrate = À traiter d'abord
corner-low = Moins urgent
corner-enough = Moins important
priorities-order = Dans quel ordre
drivers-figure = Part de chaque service dans ce qui va avec la note
drivers-unit = % de ce qui est expliqué ; { $n } réponses ; entre les traits, 95 % des tirages
driver-apart = Se distingue des autres
driver-tied = Ne se distingue pas d'un autre : l'ordre ne compte pas
driver-rank-tied = { $rank } ; à égalité avec { $others }

## Population

population-whole = Toute la population
population-everyone = Toute la population
population-group = Montrer
population-overall = Note d'ensemble, sur 10 : { $mean }.
population-nothing = Aucun chiffre de ce groupe ne peut être publié : trop peu de réponses, ou un autre groupe se retrouverait par soustraction.
population-measures = Usage, importance, regard sur les usagers

## Carte

commune = Commune
map-title = Carte des communes
map-lead = Le même service, commune par commune. Une différence n'est dite que si l'intervalle de la commune ne contient pas le chiffre de l'ensemble.
map-show = Montrer
map-whole = Ensemble du territoire : { $said }.
map-caption = { $service } : part de satisfaits par commune
map-note = Une case par commune, la plus peuplée au milieu : les places sont schématiques. « ≈ » : chiffre modélisé.
map-note-contours = Contours : { $sources }. « ≈ » : chiffre modélisé.
map-sentence = Le tableau qui suit donne le chiffre de chaque commune, son intervalle et d'où il vient.
map-below = Au-dessous de l'ensemble
map-even = On ne peut pas dire que cela diffère
map-above = Au-dessus de l'ensemble
map-hidden = Masqué : trop peu de réponses, ou pour protéger une autre commune
map-hidden-short = masqué
map-nobody = Personne n'a répondu
map-how = D'où vient le chiffre
map-how-direct = De ses propres réponses
map-how-model = Modélisé
map-model-note = Une commune où trop peu de gens ont répondu pour une estimation a un chiffre modélisé : ses propres réponses, et ce que disent les autres communes selon leur taille, chacune pesant ce qu'elle sait (méthode de Fay et Herriot, 1979). Les communes de même taille s'y ressemblent donc. Son intervalle compte ce que le modèle ignore.
map-how-hidden = Rien n'est publié
map-against = Par rapport à l'ensemble
map-table = Les communes, une par une
map-chance = Sur { $count } communes et des intervalles à { $level }, une ou deux peuvent sortir du lot par hasard : ne lisez pas une commune seule. Une commune masquée n'entre dans aucun calcul des autres.
map-of-service = Ce service sur la carte des communes

## Paroles

voices-title = Ce que les gens écrivent
voices-lead = Ce qui a été écrit pendant la vague, dans le questionnaire ou sur la page de la démarche. Ces mots ne sont pas des chiffres : ils disent pourquoi, pas combien.
voices-count = { $n ->
    [0] Aucune parole
    [one] Une parole
   *[other] { $n } paroles
}
voices-search = Chercher dans les mots
voices-by-theme = Thème
voices-every-theme = Tous les thèmes
voices-no-theme = Pas encore classées
voices-theme = { $title } ({ $n })
voices-apply = Chercher
voices-words = Mots qui reviennent, et combien de personnes les emploient :
voices-open = Voir ce qu'il en advient
voices-alike = { $n ->
    [one] Une autre personne l'a dit presque dans les mêmes mots
   *[other] { $n } autres personnes l'ont dit presque dans les mêmes mots
}
voices-none-title = Personne n'a encore écrit
voices-none = Ce que les gens écrivent à la fin du questionnaire paraîtra ici, sans leur nom, et chacun pourra suivre la réponse qui lui est faite.
voices-none-after-title = Personne n'a écrit pendant cette vague
voices-none-after = Elle est fermée. Ce que les gens écriront à la suivante paraîtra sur sa page, sans leur nom.
voices-none-found = Aucune parole ne correspond.
voices-all = Revenir à toutes les paroles
voices-masked = Les numéros, les adresses et les noms qui suivent « M. » ou « Mme » sont masqués. À côté d'une parole, on ne lit jamais plus de deux choses de son auteur, et seulement si d'autres les partagent.
mask-address = [adresse masquée]
mask-number = [numéro masqué]
mask-name = [nom masqué]
answer-words-masked = Un numéro, une adresse ou un nom a été masqué, parce que vos mots sont publics.

## Méthode

balance-title = Qui a répondu, et qui vit là
balance-answers = Part des réponses
balance-people = Part de la population
balance-weight = Ce que compte une réponse
balance-counts = { $times } fois la moyenne
balance-note = Avant que les autres critères ne s'en mêlent. Un critère dont un groupe compte trop peu de réponses n'est pas montré.
