### Ce que disent les résultats d'une vague, ses signaux et les refus du calcul. Une section par page.

## Lectures

variable-stratum = Strate
variable-place = Lieu
estimate-with = { $share } ({ $low } à { $high })
estimate-n = { $estimate }, { $n ->
    [one] 1 réponse
   *[other] { $n } réponses
}
reading-counted = { $n } réponses : trop peu pour une estimation
withheld-few = Trop peu de réponses pour publier
withheld-protects = Masqué pour qu'on ne retrouve pas un autre chiffre par soustraction
withheld-pooled = Publié seulement pour l'ensemble de cette population
points = { $value } points
change-up = ↑ En progrès : { $points } depuis la vague { $since }
change-down = ↓ En recul : { $points } depuis la vague { $since }
change-undetected = On ne peut pas dire que cela a changé depuis la vague { $since }
change-cut = Pas de comparaison avec la vague { $since } : { $why }
cut-season = ce n'est pas la même saison
cut-mode = les réponses ne sont pas venues par les mêmes moyens
cut-declared = la question a changé
nature-flow = Flux de volontaires : ces chiffres décrivent ceux qui ont répondu, sans marge d'erreur
nature-survey = Enquête : chaque chiffre est donné avec son intervalle de confiance
nature-quota = Enquête par quotas : les intervalles supposent un modèle
summary-answers = { $population } : { $n } réponses. { $nature }.
summary-up = En progrès : { $services }.
summary-down = En recul : { $services }.
summary-still = { $count ->
    [one] Pour un service, on ne peut pas dire que cela a changé.
   *[other] Pour { $count } services, on ne peut pas dire que cela a changé.
}
summary-cut = Cette vague ne se compare pas à la précédente pour tous les services : chaque coupure est expliquée.

## Figures

figure-source = { $wave }. { $nature }. Protocole { $hash }.
figure-source-word = Source :
figure-table = Voir les chiffres
figure-unit = % des réponses exprimées ; { $n } réponses ; « ne sait pas » à part
figure-distribution = { $population } : ce qui a été répondu
figure-shares = { $population } : part de satisfaits
figure-gaps = { $names } jugent les mêmes services
satisfied = Part de satisfaits
satisfied-unit = % de satisfaits, avec intervalle de confiance
wave-before = Vague précédente
this-wave = Cette vague
verdict = Ce qu'on peut en dire
service = Service
population = Population
rank = Rang

## Page de la vague

results-title = Résultats : { $wave }
results-preview-word = Avant publication
results-preview = Ces résultats ne sont pas publiés. Vous les lisez avant tout le monde ; ne les diffusez pas.
wave-results = Voir les résultats
results-nothing = Les réponses de cette vague n'ont pas encore été lues. Le calcul dure quelques secondes.
results-compute = Recalculer les résultats
results-publish = Publier les résultats
results-computed = Résultats calculés sur { $n } réponses.
results-published = { $raised ->
    [0] Résultats publiés. Aucun signal.
    [one] Résultats publiés. Un service appelle une suite : voyez les signaux.
   *[other] Résultats publiés. { $raised } signaux appellent une suite.
}
results-silent = Sans chiffre publié
results-by-service = Service par service
results-more = Aller plus loin
results-back = Tous les résultats de la vague
results-sheet = Résultats

## Ses propres services

mine-title = Ce qui est dit de votre service
mine-lead = Vous lisez ici, avant leur publication, les résultats des services de votre unité.
mine-none = Rien pour l'instant. Quand une vague sera close et calculée, ce qu'elle dit de votre service viendra ici.
mine-satisfied = Part de satisfaits : { $said }.
mine-more = Lire en détail
mine-waiting = Les résultats de votre service sont là, avant leur publication : { $services }

## Page d'un service

measure-usage = S'en sont servis
measure-importance = Le trouvent important
measure-mirror = Part de satisfaits qu'ils imaginent chez les usagers
history-title = Vague après vague
history-cut = Rupture de série.
groups-title = Selon qui répond
groups-lead = Usagers seulement. Un groupe trop petit est masqué, et un autre avec lui pour qu'on ne puisse pas le retrouver.

## Écarts

gaps-title = Écarts entre usagers, agents et élus
gaps-lead = Les mêmes services, jugés de chaque place. Un écart n'est annoncé que si le hasard des réponses ne suffit pas à l'expliquer.
gaps-none = Il faut une enquête auprès des usagers et d'une autre population pour mesurer des écarts.
gap-whole = { $own }, sur l'ensemble des services : { $points } par rapport aux usagers (de { $low } à { $high }), { $n } réponses.
gap-agreement = Accord sur l'ordre des services (Spearman) : { $rho }. 1 veut dire le même ordre, 0 aucun rapport.
gap-pooled = Cette population compte trop peu de réponses pour être montrée service par service.
gap-better = { $own } jugent mieux : { $points } (de { $low } à { $high })
gap-worse = { $own } jugent moins bien : { $points } (de { $low } à { $high })
gap-same = { $own } : pas d'écart établi, { $points } (de { $low } à { $high })

## Priorités

priorities-title = Priorités
priorities-lead = Ce que beaucoup trouvent important et dont trop peu sont satisfaits vient en tête.
priorities-none = Il faut une enquête auprès des usagers, avec la question d'importance.
priorities-caption = Indice : part qui trouve important × part d'insatisfaits. Les services dits à égalité ne se distinguent pas ; leur ordre ne compte pas.
find-important = Trouvent important
rating = Indice
rating-with = { $value } ({ $low } à { $high })
reading = Lecture
tied = À égalité avec
quadrant-unsure = Trop incertain pour le placer
quadrant-concentrate = Important et peu satisfaisant : à traiter d'abord
quadrant-keep-up = Important et satisfaisant : à maintenir
quadrant-low = Moins important, peu satisfaisant
quadrant-enough = Moins important, satisfaisant
drivers-title = Ce qui va avec la note d'ensemble
drivers-explained = Ensemble, ces services vont avec { $share } des différences de note, chez { $n } personnes qui les ont tous jugés. Cela ne dit pas ce qui cause la note.
driver-part = Part de ce qui est expliqué
driver-share = { $value } ({ $low } à { $high })
driver-rank = { $rank } (entre { $from } et { $to })

## Méthode

method-title = Méthode et limites
method-lead = Comment ces chiffres ont été faits, et ce qu'ils ne disent pas.
method-modes = Comment les réponses sont venues
method-weights = Comment les réponses ont été redressées
method-rules = Règles fixées avant de regarder
method-limits = Limites
method-proof = Vérifier
method-protocol-hash = Empreinte SHA-256 du protocole figé :
method-cube-hash = Empreinte SHA-256 des résultats :
answers-n = { $n } réponses complètes.
answers-of = { $n } réponses complètes, pour { $size } personnes.
answers-few = Moins de { $least } réponses complètes.
method-margin = { $variable } : { $source }, { $year }
weights-margins = { $count ->
    [one] Les réponses comptent plus ou moins, de façon à ressembler au territoire sur un critère.
   *[other] Les réponses comptent plus ou moins, de façon à ressembler au territoire sur { $count } critères à la fois.
}
weights-span = Une réponse représente de { $low } à { $high } personnes.
weights-effective = Ce redressement a un prix : { $n } réponses renseignent autant que { $effective } tirées au hasard (effet de plan { $deff }).
weights-trimmed = { $count } poids extrêmes ont été ramenés dans les limites ; { $moved } du poids total a changé de mains.
weights-lonely = { $count ->
    [one] Une strate n'a qu'une réponse : son incertitude est empruntée aux autres.
   *[other] { $count } strates n'ont qu'une réponse : leur incertitude est empruntée aux autres.
}
method-rule-suppress = Aucun chiffre sous { $n } réponses, et assez d'autres masqués pour qu'on ne le retrouve pas.
method-rule-estimate = Aucune estimation d'enquête sous { $n } réponses ; seulement leur nombre.
method-rule-pool = Une population d'agents ou d'élus de moins de { $n } réponses n'est montrée que dans son ensemble.
method-rule-confidence = Intervalles de confiance à { $level }.
method-rule-change = Une flèche seulement si le changement atteint { $points } points, si le hasard ne l'explique pas (au plus { $share } de fausses annonces, Benjamini et Hochberg), à la même saison, par les mêmes moyens, sans rupture.
method-rule-trim = Aucun poids au-dessus de { $times } fois la médiane.
limit-flow = Un flux de volontaires ne dit rien de ceux qui n'ont pas répondu ; il n'a donc pas de marge d'erreur.
limit-non-response = Le redressement corrige l'âge, le sexe et les autres critères cités, pas ce que pensent ceux qui ne répondent jamais.
limit-mode = On répond un peu autrement par écrit, au téléphone ou sur une borne.
limit-drivers = Ce qui va avec une note n'est pas ce qui la cause.
limit-elected = Agents et élus sont peu nombreux : leurs intervalles tiennent compte de la taille de leur population.
result-mode-web = Site
result-mode-qr = Affiche
result-mode-embedded = Bouton sur un autre site
result-mode-kiosk = Borne
result-mode-paper = Papier
result-mode-phone = Téléphone
result-mode-face = Face à face
result-mode-invited = Invitation personnelle
result-mode-import = Fichier
result-mode-other = Autres moyens

## Données

data-title = Données
data-lead = Une ligne par chiffre publié. Ces fichiers, ces pages et l'API sont découpés dans le même document, masqué une seule fois : aucun ne permet de retrouver un chiffre caché. Licence Ouverte 2.0.
data-column = Colonne
data-meaning = Ce qu'elle contient
data-wave = Numéro de la vague.
data-population = Code de la population.
data-nature = flow : flux de volontaires, sans marge d'erreur ; survey : enquête ; quota : enquête par quotas.
data-aspect = satisfaction, usage, importance, mirror (part de satisfaits imaginée, de 0 à 100), overall (note d'ensemble).
data-service = Code du service ; vide pour l'ensemble.
data-variable = Variable de découpage ; vide pour la population entière.
data-group = Modalité de cette variable.
data-state = shown : publié ; counted : seulement compté ; too_few, protects, pooled : masqué, et pourquoi.
data-n = Réponses exprimées.
data-value = Part de 0 à 1, ou moyenne.
data-low = Borne basse de l'intervalle de confiance ; vide pour un flux.
data-high = Borne haute.
data-distribution = Part de chaque niveau, du pire au meilleur, séparées par une espace.
data-dont-know = Part de « ne sait pas » parmi ceux qui ont répondu.
data-modelled = Chiffre modélisé d'une commune où trop peu de gens ont répondu pour une estimation (Fay et Herriot, 1979).
data-modelled-low = Borne basse de l'intervalle de ce chiffre modélisé.
data-modelled-high = Sa borne haute.

## Signaux

signals-title = Signaux
signals-lead = Ce qui reste sous son seuil ou recule au-delà du hasard. Chaque signal arrive une fois ; quelqu'un dit ce qu'il devient.
signals-none = Aucun signal n'attend.
signals-waiting = À traiter
signals-settled = Déjà traités
signals-count = { $count ->
    [one] Un signal du baromètre attend une suite
   *[other] { $count } signaux du baromètre attendent une suite
}
signal-under = { $service } : sous le seuil
signal-falling = { $service } : en recul
signal-bad-run = { $service } : mauvaises notes à répétition, { $place }
signal-marks = { $bad } mauvaises notes sur { $n } dans la semaine du { $week }. Le protocole tient { $usual } d'insatisfaits pour ordinaire ; une vague où tout serait ordinaire lèverait une telle alerte, où que ce soit, dans { $risk } des cas au plus.
mail-signals-subject = { $count ->
    [one] Un signal à traiter : { $title }
   *[other] { $count } signaux à traiter : { $title }
}
mail-signals-text =
    Bonjour { $name },

    Le baromètre appelle quelqu'un ({ $wave }) :

    { $lines }

    Lisez sur quoi cela repose, puis dites ce que cela devient :
    { $link }

    Chaque signal n'est annoncé qu'une fois.
signal-share = { $share } de satisfaits, sur { $n } réponses de volontaires.
signal-share-with = { $share } de satisfaits (de { $low } à { $high }), sur { $n } réponses.
signal-threshold = Le protocole attend au moins { $threshold }.
signal-change = { $points } points depuis la vague précédente, plus que le hasard.
signal-challenged = Devenu un défi de la démarche
signal-dismissed = Écarté : { $reason }
signal-offered = { $title }. { $evidence } ({ $barometer }, { $wave })
signal-make = En faire un défi
signal-make-send = Créer le défi
signal-words = Le défi, dans les mots que tous liront
signal-words-hint = Il devient une contribution de la démarche : des options, une décision, des engagements peuvent s'appuyer dessus.
signal-aside = L'écarter
signal-aside-send = Écarter ce signal
signal-reason = Pourquoi
signal-challenge-done = Le défi est créé.
signal-dismiss-done = Le signal est écarté, avec votre raison.

## Refus

results-wave-open = La vague n'est pas fermée. Fermez-la d'abord : des résultats intermédiaires diraient qui vient de répondre.
results-no-answer = Personne n'a encore répondu jusqu'au bout : il n'y a rien à calculer.
results-not-computed = Les résultats ne sont pas encore calculés. Calculez-les, relisez-les, puis publiez.
signal-settled = Quelqu'un a déjà dit ce que devient ce signal. Rechargez la page.
refused-unequal = Les marges ne décrivent pas la même population : « { $first } » totalise { $first-total } personnes et « { $second } » { $second-total }. Corrigez la table des marges dans une nouvelle version du protocole.
refused-empty-merge = Marge « { $margin } » : la modalité « { $category } » compte { $target } personnes dans la population et aucune réponse. Regroupez-la avec « { $other } », ou recueillez des réponses.
refused-empty = Marge « { $margin } » : la modalité « { $category } » compte { $target } personnes dans la population et aucune réponse. Recueillez des réponses ou retirez cette marge.
refused-unexpected = Marge « { $margin } » : { $answers } réponses portent la modalité « { $category } », que la table des marges ne connaît pas. Corrigez ces réponses ou ajoutez la modalité.
refused-missing = Marge « { $margin } » : { $units } réponses ne disent rien à cette question. Complétez-les, ou retirez cette marge du protocole.
refused-unsettled = Les marges se contredisent : le redressement n'atteint pas « { $category } » de « { $margin } ». Vérifiez que toutes viennent de la même année.
refused-too-many = Une strate a { $sampled } réponses pour { $population } personnes. Corrigez la taille de la strate dans le protocole.
refused-stratum = Des réponses n'ont pas de strate, ou une strate que le protocole ne connaît pas. Complétez-les dans le fichier et importez-les de nouveau.
refused-weight = La réponse { $row } a un poids de { $weight }. Un poids est toujours positif : corrigez le fichier.
refused-off-scale = La question « { $column } » a reçu { $value }, qui n'est pas sur son échelle.
refused-scale = L'échelle de satisfaction ne permet pas ce calcul : la moitié des niveaux au plus peut compter comme satisfaite, et il en faut au moins deux.
refused-otherwise = Le calcul s'est arrêté : { $why }. Transmettez cette phrase à la personne qui administre le site.

# Un service suivi par un indicateur de la démarche.
follow-item = Suivre par un indicateur
follow-hint = Un engagement pourra nommer cet indicateur : chaque vague publiée le mesurera, et dira s'il a bougé.
follow-see = L'indicateur qui suit ce service
follow-done = L'indicateur est créé ; les vagues publiées y sont mesurées.
follow-flow = Un flux de volontaires n'a pas de marge d'erreur : aucun engagement ne peut être jugé dessus. Suivez une population d'enquête.
follow-metric = Part de satisfaits, { $population } : { $service }
follow-method = Baromètre, à chaque vague publiée : part pondérée des personnes satisfaites parmi celles qui ont un avis. Le nombre d'observations est l'effectif efficace.
follow-source = Baromètre { $barometer }, protocole { $sha256 }
follow-weighted = { $n ->
    [one] { $n } avis, redressé ; compté pour ce qu'il vaudrait dans un tirage simple.
   *[other] { $n } avis, redressés ; comptés pour ce qu'ils vaudraient dans un tirage simple.
}
