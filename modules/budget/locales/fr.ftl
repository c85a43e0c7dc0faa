### Ce que dit ce module, en commun à ses pages. Une section par sujet, les deux langues dans le même ordre.

## Étapes

step-ideas = Idées
step-study = Instruction
step-vote = Vote
step-count = Dépouillement
step-works = Réalisation
from-to = du { $first } au { $last }
now-open = En ce moment : { $step }, { $days }.
next-step = Ensuite : { $step }, { $days }.
nothing-open = Rien n'est ouvert aujourd'hui.

## Projets

project-study = À l'étude
project-admissible = Admissible
project-refused = Non admissible
project-merged = Réuni à un autre
project-withdrawn = Retiré
project-won = Retenu par le vote
project-lost = Non retenu par le vote
verdict-admissible = Admissible : il peut se faire
verdict-refused = Non admissible
verdict-merged = Réuni à un autre projet
project-number = Projet n° { NUMBER($number, useGrouping: "false") }
source = { NUMBER($number, useGrouping: "false") }. { $title }
said-with-cost = { $state } · { $cost }
too-dear-reason = Règle dite d'avance : ce projet coûte { $cost }, plus que son enveloppe de { $amount }. Il n'est donc pas admissible.

## Réalisation

stage-planned = Inscrit
stage-designed = Conception
stage-tendered = Marché
stage-built = Chantier
stage-delivered = Livré
stage-stopped = Arrêté
stage-none = Pas encore commencé
line-voted = Voté
line-committed = Engagé
line-spent = Payé

## Règles, dites d'avance

who-email = On vote avec un code reçu à son adresse électronique. Une adresse, un bulletin : une adresse ne prouve pas une identité.
who-letter = On vote avec un code reçu par courrier. Un code, un bulletin.
who-number = On vote avec son numéro sur le registre. Un numéro, un bulletin.
who-birth = On vote avec son nom et sa date de naissance, tels qu'ils sont au registre. Une personne, un bulletin.
rule-age = On vote à partir de { $age } ans, au dernier jour du vote.
how-approval = { $most ->
    [one] Choisissez un projet.
   *[other] Choisissez jusqu'à { $most } projets.
}
how-knapsack = Choisissez les projets que vous voulez, tant que leur coût total tient dans { $amount }.
how-points = Partagez { $most } points entre les projets, comme vous voulez.
how-ranked = Classez jusqu'à { $most } projets : 1 pour celui que vous préférez.
how-grades = Donnez une mention aux projets que vous voulez ; ne rien donner vaut « à rejeter ».
rule-greedy = Sont retenus les projets les plus soutenus, l'un après l'autre, tant qu'ils tiennent dans le budget.
rule-knapsack = Est retenu l'ensemble de projets qui tient dans le budget et rassemble le plus de soutiens.
rule-equal-shares = Parts égales : chaque bulletin dispose de la même part du budget, et un projet est retenu quand celles et ceux qui l'ont choisi peuvent le payer ensemble.
rule-phragmen = Phragmén : l'argent arrive au même rythme pour chaque bulletin ; un projet est retenu dès que celles et ceux qui l'ont choisi peuvent le payer.
rule-majority-judgment = Jugement majoritaire : sont retenus les projets dont la mention médiane est la meilleure, tant qu'ils tiennent dans le budget.
completion-none = Ce que les parts égales ne dépensent pas n'est pas dépensé.
completion-greedy = Ce qui reste va aux projets les plus soutenus qui tiennent encore.
completion-add1 = Tant qu'il reste de l'argent, la part de chacun est augmentée d'un euro et l'on recommence.
completion-add1u = Tant qu'il reste de l'argent, la part de chacun est augmentée d'un euro et l'on recommence ; le reste va aux projets les plus soutenus qui tiennent encore.
rule-envelopes = Aucune enveloppe n'est dépassée, et ce qu'une enveloppe ne dépense pas ne passe pas à une autre.
ties-votes-cost = À égalité exacte : le plus de voix, puis le moins cher, puis le plus petit numéro.
ties-number = À égalité exacte : le plus petit numéro.
rule-too-dear = Un projet qui coûte plus que son enveloppe n'est pas admissible.
rule-withdrawn = Un projet retiré reste visible avec la raison ; les bulletins qui le nomment comptent pour leurs autres projets.
rule-mind = Vous pouvez changer d'avis jusqu'à la fin du vote, avec le reçu de votre bulletin. Un bulletin de papier ne se change pas.
rule-once = On vote une fois, en ligne ou sur papier : c'est la même liste.
rule-secret = Le vote est secret : la liste dit qui a voté, l'urne dit ce qui est voté, et rien ne relie les deux.

## Refus

choose-one = Choisissez dans la liste.
envelopes-missing = Donnez un montant, ou une ligne par enveloppe.
envelopes-problem = Ligne { NUMBER($line, useGrouping: "false") } : écrivez « nom ; montant », un nom différent par ligne, un montant en euros.
envelope-used = Des projets sont dans l'enveloppe « { $name } » : gardez-la sous ce nom.
days-problem = Donnez un premier et un dernier jour, dans l'ordre, et pas avant l'étape précédente.
most-problem = Donnez un nombre entre 1 et 1 000.
min-age-problem = Donnez un âge entre 0 et 99 ans.
zones-problem = Donnez au plus { $most } quartiers, un par ligne, chacun d'un nom court et différent.
rule-problem = Cette règle ne sait pas lire ces bulletins : le jugement majoritaire veut des mentions, Phragmén et l'ensemble le plus soutenu veulent des projets choisis.
rule-divided = L'ensemble le plus soutenu ne se cherche que dans un budget sans enveloppes. Choisissez une autre règle.
budget-changed = Quelqu'un a changé ce budget pendant que vous l'aviez sous les yeux. Relisez-le, puis recommencez.
budget-frozen = Le vote est ouvert ou passé : la règle, les projets et leurs coûts ne changent plus.
vote-not-over = Le dernier jour du vote n'est pas passé : personne ne ferme l'urne avant.
vote-not-open = Le vote n'est pas ouvert aujourd'hui. Les jours du vote sont sur la page du budget.
vote-opens = Le vote n'est pas encore ouvert. Il commence { $date }.
vote-not-closed = Le vote n'est pas clos : fermez l'urne avant de dépouiller.
gate-unstudied = { $count ->
    [one] Un projet attend encore un avis.
   *[other] { $count } projets attendent encore un avis.
}
gate-too-dear = { $count ->
    [one] Un projet admissible coûte plus que son enveloppe.
   *[other] { $count } projets admissibles coûtent plus que leur enveloppe.
}
gate-few-projects = Il faut au moins deux projets admissibles.
gate-not-the-days = Aujourd'hui n'est pas un jour de vote : corrigez les dates, ou attendez.
gate-no-voters = La liste des électeurs est vide.
cost-problem = Donnez le coût en euros, par exemple 12 500 ou 12 500,50.
into-problem = Choisissez le projet qui porte désormais celui-ci.
point-problem = Donnez une latitude puis une longitude, par exemple 45.3654, 5.5921.
project-changed = Quelqu'un a changé ce projet pendant que vous l'aviez sous les yeux. Relisez-le, puis recommencez.
already-counted = Le dépouillement est fait : un projet retenu qui ne se fera pas se dit à l'étape de réalisation.
not-a-winner = Ce projet n'est pas parmi les retenus.
amount-problem = Donnez un montant en euros ; un signe moins corrige un montant entré avant.
list-closed = La liste des électeurs est close.
other-access = Les électeurs de ce budget ne sont pas connus de cette façon.
letters-problem = Donnez un nombre entre 1 et { $most }.
column-problem = Le fichier n'a pas de colonne de ce nom. Recopiez l'en-tête tel qu'il est écrit.
file-missing = Choisissez un fichier.
file-problem = Ce fichier ne se lit pas comme un tableau ({ $detail }). Enregistrez-le en CSV, puis recommencez.
code-unsent = Le courriel n'est pas parti. Vérifiez l'adresse, ou réessayez dans quelques minutes.
bar-code = Ce code n'est pas le bon, ou il n'est plus valable. Relisez-le, ou demandez-en un autre.
bar-list = Nous ne trouvons personne de ce nom ou de ce numéro sur la liste. Vérifiez ce que vous avez écrit, ou adressez-vous à un bureau de vote.
bar-voted = Cette personne a déjà voté, en ligne ou sur papier. Une personne, un bulletin.
bar-young = Vous n'avez pas encore l'âge de voter pour ce budget.
age-missing = Cochez la case si vous avez l'âge de voter.
fault-unknown = Le projet n° { NUMBER($number, useGrouping: "false") } n'est pas, ou n'est plus, parmi les projets soumis au vote.
fault-too-many = { $extra ->
    [one] Vous avez choisi un projet de trop : { $most } au plus. Décochez-en un.
   *[other] Vous avez choisi { $extra } projets de trop : { $most } au plus. Décochez-en.
}
fault-too-dear = Vos choix dépassent le budget de { $over }. Décochez un projet.
fault-points = { $extra ->
    [one] Vous avez donné un point de trop : il y en a { $most }.
   *[other] Vous avez donné { $extra } points de trop : il y en a { $most }.
}
fault-unreadable = Ce que vous avez écrit pour le projet n° { NUMBER($number, useGrouping: "false") } ne se lit pas.
fault-same-rank = Deux projets ont le rang { $rank }. Donnez-leur des rangs différents.
receipt-unknown = Aucun bulletin ne s'ouvre avec ce reçu. Il a seize lettres et chiffres.
paper-stays = Un bulletin de papier ne se change pas : la feuille est dans l'urne.
sheet-unknown = Aucune feuille n'a ce numéro.
sheet-settled = Cette feuille est déjà lue deux fois et comptée : elle ne se saisit pas une fois de plus.
sheet-another = Vous avez déjà saisi cette feuille. Une autre personne doit faire l'autre lecture.
sheets-columns = Le fichier doit avoir deux colonnes : le numéro de la feuille, puis les projets.
sheets-waiting = { $count ->
    [one] Une feuille attend encore sa deuxième lecture.
   *[other] { $count } feuilles attendent encore leur deuxième lecture.
}
count-gap = Feuilles lues : { $sheets }. Émargements sur papier : { $struck }. Dites d'où vient l'écart : la raison sera publiée.
count-moved = Quelque chose a changé pendant le dépouillement : une feuille saisie, ou un autre dépouillement. Recommencez.
count-failed = Le dépouillement n'a pas pu se faire. Rien n'est perdu : réessayez, ou écrivez à l'administrateur.
count-running = Un dépouillement est déjà en cours. Attendez qu'il finisse : il n'y en a jamais deux à la fois.
key-broken = La clé de signature du site ne se lit pas. Rien n'est publié ; écrivez à l'administrateur.

## Sur les pages communes

tab-budget = Budget
block-title = Budget participatif
block-none = Cette démarche n'a pas de budget participatif.
block-begin = Préparer un budget participatif
home-waiting = { $count ->
    [one] Un projet de budget participatif attend l'avis de votre service
   *[other] { $count } projets de budget participatif attendent l'avis de votre service
}
trace-won = Projet retenu au vote : { $title }
trace-lost = Projet soumis au vote, non retenu : { $title }
trace-admissible = Projet admissible : { $title }
trace-study = Projet à l'étude : { $title }
trace-refused = Projet non admissible : { $title }
trace-merged = Projet réuni à un autre : { $title }
trace-withdrawn = Projet retiré : { $title }
trace-link = Lire la page du projet

## Ce que le modèle de la démarche prévoit

plan-none = Aucun budget n'est préparé.
plan-draft = En préparation : montants, calendrier et règles restent à publier.
plan-published = Publié : idées et instruction des services.
plan-voting = Le vote est ouvert.
plan-closed = Le vote est fermé : il reste à compter.
plan-counted = Le vote est compté : les projets retenus se réalisent.
plan-open = Ouvrir le budget participatif

## Sur la carte de la démarche

placed-one = Projet du budget participatif
placed-many = Projets du budget participatif
# « Retenu par le vote. Étape : Conception »
placed-reached = { $said }. Étape : { $stage }
