### Ouvrir un baromètre, écrire son protocole, le figer.

## Commencer

begin-title = Ouvrir un baromètre
begin-lead = Cochez les services à faire juger. Le modèle écrit les questions pour les usagers, les agents et les élus ; vous pourrez tout changer avant de figer le protocole.
begin-title-proposed = Baromètre · { $initiative }
begin-name = Titre du baromètre
begin-units = Services de la collectivité
begin-units-hint = Chaque service coché lira d'abord ses propres résultats.
begin-services = Autres services à juger
begin-services-hint = Un par ligne.
begin-services-missing = Il n'y a aucun service à juger. Cochez-en un, ou écrivez son nom.
begin-send = Créer le baromètre
begin-done = Le baromètre est créé avec { $judged } services et { $questions } questions. Relisez-les, puis figez le protocole.
block-barometer = Baromètre de satisfaction
block-barometer-empty = Un baromètre demande aux usagers, aux agents et aux élus ce qu'ils pensent des mêmes services, puis mesure si cela change.
block-answer = Répondre : { $wave }

## Page du baromètre

barometer-lead = Nous demandons ce que vous pensez de { $count ->
    [one] un service
   *[other] { $count } services
}, aux usagers, aux agents et aux élus, et nous publions les réponses.
barometer-coming = Ce baromètre se prépare. Les questions seront publiées ici avant que quiconque réponde.
barometer-services = Services jugés
barometer-who = À qui l'on demande
frame-flow-public = Toute personne qui veut répondre. Ces réponses sont comptées ; elles ne représentent pas toute la population.
frame-survey-public = Des personnes tirées d'une liste. Leurs réponses estiment ce que pense toute la population, avec une marge d'erreur.
frame-quotas-public = Des personnes choisies par quotas. Leurs réponses estiment ce que pense toute la population ; la marge d'erreur repose sur un modèle.
protocol-why = Les questions, l'échelle et la façon de lire les résultats sont fixées avant la première réponse. Rien n'en change ensuite sans une nouvelle version.
protocol-in-force = Lire le protocole en vigueur : version { $number }, figée le { $date }
protocol-none = Aucun protocole n'est encore figé.
protocol-fingerprint = Empreinte SHA-256 :
breaks-title = Où les séries repartent
breaks-lead = Quand une question change, ses résultats d'avant et d'après ne se comparent plus.
break-since = Version { $number }, depuis le { $date }
break-word = La série repart
tool-draft = Continuer le protocole, version { $number }
tool-version = Changer le protocole : ouvrir une version
tool-wave = Préparer une vague
version-opened = Une nouvelle version est ouverte avec les mêmes questions. Changez ce qui doit l'être, puis figez-la.

## Protocole figé

protocol-title = Protocole, version { $number }
protocol-frozen-on = Figé le { $date } : rien n'en change plus.
protocol-download = Télécharger ce protocole (JSON)
protocol-document = Le document dont l'empreinte est prise
protocol-schema = Lire le schéma du fichier
protocol-changes = Ce qui change depuis la version précédente
protocol-strata = { $count ->
    [one] Une strate
   *[other] { $count } strates
}
stratum-told = { $name } : { $size } personnes
scale-counts = compte comme satisfait
scale-apart = compté à part

## Brouillon

draft-title = Protocole en préparation
draft-lead = Version { $number }. Chaque partie s'enregistre seule ; rien n'est demandé à personne avant que le protocole soit figé.
draft-ready-word = Prêt
draft-ready = Rien n'empêche de figer ce protocole. Relisez l'aperçu et la précision attendue avant de le faire.
draft-faults = { $count ->
    [one] Un point reste à corriger avant de figer
   *[other] { $count } points restent à corriger avant de figer
}
draft-mend = Corriger
draft-before = Avant de figer
draft-freeze = Relire et figer le protocole
draft-save = Enregistrer dans le brouillon
draft-saved = C'est enregistré dans le brouillon.
draft-added = C'est ajouté au brouillon.
draft-removed = C'est retiré du brouillon.
back-to-draft = Revenir au protocole
record-code = Code dans les fichiers :
part-populations = Populations
part-populations-lead = À qui l'on demande, et comment viennent les réponses : un flux de volontaires, ou une enquête avec ses strates.
part-services = Services
part-services-lead = Ce que l'on juge, qui le gère, où l'on y est reçu, et le seuil sous lequel on s'en saisit.
part-languages = Langues
part-languages-lead = Les langues dans lesquelles on peut répondre.
part-scale = Échelle
part-scale-lead = Les degrés de satisfaction, les mêmes pour tous les services.
part-questions = Questions
part-questions-lead = Ce que l'on demande, dans l'ordre, à qui et quand.
part-margins = Marges
part-margins-lead = Ce que le recensement sait de la population, pour que les réponses la représentent.
part-rules = Règles de lecture
part-rules-lead = Ce que l'on publie et ce que l'on appelle un changement, décidé avant de regarder.
part-empty = Il n'y a encore rien ici. Ajoutez ce qu'il faut ci-dessous.
count-populations = { $count ->
    [0] Aucune population
    [one] Une population
   *[other] { $count } populations
}
count-services = { $count ->
    [0] Aucun service
    [one] Un service
   *[other] { $count } services
}
count-languages = { $count ->
    [one] Une langue
   *[other] { $count } langues
}
count-levels = { $count ->
    [one] Un degré de satisfaction
   *[other] { $count } degrés de satisfaction
}
count-questions = { $count ->
    [0] Aucune question
    [one] Une question
   *[other] { $count } questions
}
count-margins = { $count ->
    [0] Aucune table de marges
    [one] Une table de marges
   *[other] { $count } tables de marges
}
line-open = Modifier
line-up = Monter
line-down = Descendre
line-remove = Retirer
add-services = Services à ajouter
add-services-hint = Un par ligne. Les questions du modèle sont ajoutées avec chacun ; retirer un service retire ses questions.
add-services-send = Ajouter ces services
add-question = Question à ajouter
add-question-hint = Écrivez-la comme elle sera lue. Vous direz ensuite comment on y répond, et qui.
add-question-send = Ajouter cette question
add-population = Population à ajouter
add-population-send = Ajouter cette population

## Champs

field-name = Nom
french-missing = Écrivez-le en français : c'est la langue de référence.
number-within = Écrivez un nombre de { $least } à { $most }.
number-whole = Écrivez un nombre entier de { $least } à { $most }.
line-missing = Ligne { $line }, « { $text } » : il manque une partie. Séparez-les par des points-virgules.
line-not-a-number = Ligne { $line }, « { $text } » : on attend un nombre.
line-twice = Ligne { $line }, « { $text } » : ce code est déjà pris plus haut.
population-who = Qui
population-how = Comment viennent les réponses
population-kind = Place dans la comparaison
kind-users = Usagers
kind-agents = Agents
kind-elected = Élus
kind-other = Autre population
frame-label = Mode de recueil
frame-flow = Flux de volontaires
frame-flow-hint = Comptes et parts, sans marge d'erreur.
frame-survey = Enquête sur une liste ou par quotas
frame-survey-hint = Estimations avec leur marge d'erreur.
frame-strata = Strates
frame-strata-hint = Une par ligne : code ; nom ; effectif. Un tableau copié d'un tableur convient.
frame-expected = Réponses attendues
frame-expected-hint = Pour annoncer la précision avant d'engager la dépense.
frame-quotas = Les réponses viennent par quotas
frame-wanted = Quotas : combien de réponses de qui
frame-wanted-hint = Un par ligne : question de profil, ou « stratum » pour une strate ; code ; réponses attendues. Par exemple : age ; 75+ ; 40.
strata-missing = Une enquête a au moins une strate. Écrivez son code, son nom et son effectif.
frame-survey-told = { $strata ->
    [one] Enquête sur { $people } personnes, une strate
   *[other] Enquête sur { $people } personnes, { $strata } strates
}
frame-expected-told = { $answers } réponses attendues
service-unit = Service de la collectivité
service-unit-hint = Il lit ses résultats avant les autres.
service-no-unit = Aucun
service-places = Lieux d'accueil
service-places-hint = Un par ligne : code ; nom.
service-threshold = Seuil d'alerte, en % de satisfaits
service-threshold-hint = Sous ce seuil, un signal est levé et quelqu'un dit ce qu'il devient.
languages-label = Langues du questionnaire
languages-hint = Une question sans traduction est lue en français.
languages-french = Le français est toujours là : cochez-le.
scale-levels = Degrés, du pire au meilleur
scale-levels-hint = Un par ligne : valeur ; libellé dans chaque langue. Un nombre pair évite le milieu.
scale-satisfied = Compte comme satisfait à partir de la valeur
scale-satisfied-hint = Ce degré et les suivants.
scale-not-a-level = Ce n'est la valeur d'aucun degré.
scale-unknown = « Je ne sais pas »
scale-unknown-hint = Valeur ; libellé dans chaque langue. Compté à part, jamais dans la base.
question-group-words = Les mots
question-group-answer = La réponse
question-group-who = Qui, et sur quoi
question-group-when = Quand
question-words = Question
question-easy = Version facile à lire
question-hint = Aide sous la question
question-kind = On y répond par
question-kind-scale = un degré de l'échelle
question-kind-yes-no = oui ou non
question-kind-choice = un choix dans une liste
question-kind-choices = plusieurs choix dans une liste
question-kind-number = une note ou un nombre
question-kind-percent = une part en %
question-kind-text = quelques mots
question-choices = Choix proposés
question-choices-hint = Un par ligne : code ; libellé dans chaque langue.
question-min = Plus petit nombre
question-max = Plus grand nombre
question-low = Ce que veut dire le plus petit
question-high = Ce que veut dire le plus grand
question-ends-hint = Dans chaque langue, séparées par des points-virgules.
question-longest = Longueur des mots libres, en caractères
question-longest-hint = Ces mots quittent la réponse aussitôt : ils deviennent une contribution de la démarche.
question-required = Il faut répondre pour continuer
question-two-choices = Proposez au moins deux choix.
question-max-under-min = Le plus grand nombre doit dépasser le plus petit.
question-asked-to = Posée à
question-nobody = Cochez au moins une population.
question-service = À propos de
question-no-service = Aucun service en particulier
question-aspect = Ce que l'on en lira
question-aspect-hint = Les résultats rapprochent les questions par ce rôle.
aspect-usage = Usage du service
aspect-satisfaction = Satisfaction
aspect-importance = Importance
aspect-mirror = Miroir : part de satisfaits que l'on imagine
aspect-overall = Satisfaction d'ensemble
aspect-recommendation = Recommandation
aspect-profile = Profil de la personne
aspect-comment = Commentaire libre
aspect-other = Autre
question-show-if = Posée seulement si l'on a répondu à
question-always = Toujours posée
question-show-is = par l'un de ces codes
question-show-is-hint = Séparés par des points-virgules : 1 pour oui, 0 pour non, la valeur d'un degré, le code d'un choix.
question-no-answer = Dites quelle réponse fait poser cette question.
condition-said = Seulement si l'on répond « { $answers } » à : { $question }
rules-small = Petits effectifs
rules-doubt = Incertitude et changement
rules-weights = Redressement
rules-signals = Signaux
rule-suppress = Aucun chiffre sous
rule-suppress-hint = réponses. La loi protège les petits effectifs ; 5 est l'usage.
rule-estimate = Pas d'estimation sous
rule-estimate-hint = réponses : seulement des comptes.
rule-pool = Une population est regroupée sous
rule-pool-hint = réponses.
rule-confidence = Niveau de confiance, en %
rule-confidence-hint = 95 est l'usage.
rule-discovery = Part de fausses alertes admise, en %
rule-discovery-hint = Parmi les changements annoncés ensemble (Benjamini et Hochberg, 1995).
rule-change = Plus petit changement qui mérite une flèche, en points
rule-change-hint = En dessous, on écrit « pas de changement décelable ».
rule-trim-above = Poids plafonné à
rule-trim-above-hint = fois le poids médian.
rule-trim-below = Poids relevé à
rule-trim-below-hint = fois le poids médian.
rule-bad-usual = Part d'insatisfaits ordinaire dans un lieu, en %
rule-bad-usual-hint = En dessous, personne n'est prévenu.
rule-bad-alarming = Part d'insatisfaits qui appelle quelqu'un, en %
rule-bad-alarming-hint = Une semaine de mauvaises notes dans un lieu est comparée à ces deux parts.
rule-bad-false = Risque de fausse alerte accepté, en %
rule-bad-false-hint = Pour toute la vague : tous les lieux, tous les services et toutes les semaines ensemble (test de Wald, 1945).
rule-bad-run = Mauvaises notes, au moins
rule-bad-run-hint = En une semaine, dans un même lieu ; en dessous, pas d'alerte.
rule-told-suppress = Aucun chiffre n'est publié sous { $count } réponses.
rule-told-estimate = Sous { $count } réponses, on compte sans estimer.
rule-told-pool = Une population de moins de { $count } réponses n'est lue que regroupée.
rule-told-confidence = Les intervalles sont donnés à { $level } %.
rule-told-change = Un changement n'est annoncé que s'il atteint { $change } points et que la part de fausses alertes reste sous { $discovery } %.
rule-told-trim = Aucun poids ne dépasse { $above } fois le poids médian, ni ne tombe sous { $below } fois.
rule-told-bad-run = Un lieu est signalé quand ses notes d'une semaine désignent { $alarming } % d'insatisfaits plutôt que { $usual } %, avec au moins { $count } mauvaises notes et un risque de fausse alerte d'au plus { $risk } % pour toute la vague.
language-de = Deutsch
language-ru = Русский
language-zh = 中文
language-br = Brezhoneg
language-co = Corsu
language-eu = Euskara
language-oc = Occitan

## Ce qui empêche de figer

fault-no-population = Personne n'est interrogé : ajoutez une population.
fault-no-service = Aucun service n'est jugé : ajoutez-en un.
fault-no-question = Il n'y a aucune question : ajoutez-en une.
fault-twice = Le code { $code } sert deux fois. Retirez l'un des deux.
fault-bad-code = Le code « { $code } » a d'autres signes que des minuscules, des chiffres, « - » et « _ ». Retirez-le et recommencez.
fault-no-words = « { $code } » n'a pas de texte en français.
fault-unknown = « { $question } » renvoie à { $names }, qui n'existe pas ou vient plus loin.
fault-nothing-to-choose = « { $question } » ne laisse rien à choisir.
fault-scale = L'échelle a moins de deux degrés, ou aucun ne compte comme satisfait.
fault-margin-question = La table de marges « { $variable } » ne correspond à aucune question de profil.
fault-margin-cells = « { $question } » et sa table de marges n'ont pas les mêmes catégories : { $missing }.
fault-margin-totals = Les marges de { $population } n'ont pas le même total ({ $totals }). Le redressement est impossible tant qu'elles diffèrent.
fault-strata = L'enquête auprès de { $population } n'a pas de strate, ou une strate est vide.
fault-quota = Le quota « { $quota } » de { $population } ne vise personne : vérifiez la question ou la strate, le code et le nombre.
fault-bad-marks = La part d'insatisfaits tenue pour ordinaire doit être plus petite que celle qui appelle quelqu'un.

## Ce qui change d'une version à l'autre

difference-added = Question ajoutée : { $question }
difference-removed = Question retirée : { $question }
difference-reworded = Question reformulée ({ $language }) :
difference-answered = On n'y répond plus de la même façon : { $question }
difference-asked = Posée à d'autres, ou sous une autre condition : { $question }
difference-order = L'ordre des questions change.
difference-scale = L'échelle de satisfaction change.
difference-service-added = Service ajouté : { $service }
difference-service-removed = Service retiré : { $service }
difference-service-changed = Nom, lieux ou seuil changés : { $service }
difference-population-added = Population ajoutée : { $population }
difference-population-removed = Population retirée : { $population }
difference-population-changed = Nom, recueil ou strates changés : { $population }
difference-margin = Les marges changent : { $variable }
difference-rules = Les règles de lecture changent.
difference-quotas = Les quotas ont changé.
difference-languages = Les langues du questionnaire changent.

## Figer

freeze-title = Figer le protocole, version { $number }
freeze-lead = Une fois figée, la version { $number } ne change plus, pour personne. Les vagues pourront la suivre, et chacun pourra la lire.
freeze-what = Ce qui ne changera plus
freeze-after = Pour changer quelque chose ensuite, vous ouvrirez une nouvelle version, et la rupture se verra sur les courbes. Avez-vous lu la précision attendue ?
freeze-changes = Ce qui change depuis la version précédente
freeze-broken = Questions dont la série repart
freeze-broken-hint = Celles que le changement touche sont cochées. Décochez celle dont le sens n'a pas changé : une faute corrigée, par exemple.
freeze-note = Ce qui coupe la série, en une phrase
freeze-note-hint = Elle sera affichée sur les courbes. Obligatoire dès qu'une série repart.
freeze-send = Figer la version { $number }
freeze-done = La version { $number } est figée. Vous pouvez préparer une vague.

## Aperçu

preview-title = Aperçu du questionnaire
preview-lead = Sur un téléphone et sur papier, pour chaque population et dans chaque langue.
preview-population = Population
preview-language = Langue
preview-version = Version
preview-usual = Habituelle
preview-easy = Facile à lire
preview-support = Support
preview-phone = Téléphone
preview-paper = Papier
preview-show = Voir l'aperçu
preview-paper-hint = Imprimez cette page pour relire la feuille telle qu'elle sera.
preview-frozen = Aperçu : rien n'est enregistré
preview-about-you = Pour finir

## Précision

precision-title = Précision attendue
precision-why = Ce que la vague permettra de dire, et ce qu'elle ne permettra pas, avant d'imprimer ou d'envoyer quoi que ce soit.
precision-usage = Part des personnes qui se servent d'un service, en %
precision-usage-hint = Pour les questions posées seulement à celles qui s'en servent.
precision-design = Effet du plan
precision-design-hint = Ce que coûtera le redressement : 1 pour un tirage simple, 1,3 à 1,6 après des marges par commune.
precision-compute = Recalculer
precision-lead = Avec { $answers } réponses sur { $people } personnes, une part est connue à { $points } près, au pire.
precision-points = ± { $points } points
precision-none = aucune réponse
precision-by-service = Par service
precision-by-stratum = Par strate
precision-service = Service
precision-stratum = Strate
precision-people = Personnes
precision-answers = Réponses attendues
precision-half-width = Marge
precision-everyone = Marge, question posée à tous
precision-users = Marge, posée aux usagers du service
precision-flow = { $name } : un flux de volontaires n'a pas de marge d'erreur.
precision-unplanned = { $name } : dites combien de réponses vous attendez pour connaître la précision.
precision-settle = Régler les populations
precision-too-many = Vous attendez { $asked } réponses, mais il n'y a que { $people } personnes. Corrigez les réponses attendues de la population.
precision-impossible = La précision ne peut pas être calculée avec ces nombres. Vérifiez les strates et les réponses attendues.
precision-method = Demi-largeur de l'intervalle pour une part de 50 %, le cas le moins favorable, avec la correction de population finie. Les réponses sont réparties entre strates selon leur taille.

## Fichier

file-title = Protocole en fichier
file-lead = Gardez ce protocole, partagez-le avec une autre collectivité, ou partez de celui d'une autre.
file-export = Télécharger le brouillon (JSON)
file-import-title = Reprendre un fichier
file-import-lead = Le fichier prend la place de tout le brouillon. Téléchargez d'abord le brouillon si vous voulez le garder.
file-label = Fichier du protocole
file-hint = Un fichier JSON, comme celui que l'on télécharge ici.
file-send = Remplacer le brouillon
protocol-file-missing = Choisissez un fichier.
protocol-file-refused = Ce fichier n'est pas un protocole. À l'endroit « { $path } » : { $reason }. Corrigez-le et recommencez ; le brouillon n'a pas changé.
protocol-file-done = { $count ->
    [0] Le brouillon est remplacé ; rien n'empêche de le figer.
    [one] Le brouillon est remplacé ; un point reste à corriger.
   *[other] Le brouillon est remplacé ; { $count } points restent à corriger.
}
