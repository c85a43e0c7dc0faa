### Ce que chacun lit : le budget, un projet, le bulletin, le reçu, les résultats, la réalisation.

## Le budget

steps-name = Les étapes du budget
gesture-idea = Proposer une idée
gesture-vote = Voter
gesture-receipt = Vérifier mon bulletin
gesture-results = Résultats du vote
gesture-works = Où en sont les projets
projects-title = Les projets
projects-empty-title = Pas encore de projet
projects-empty-text = Les idées deviendront des projets ; chacun sera étudié par un service, avec un coût et une raison que tout le monde lira.
group-admissible = Admissibles
group-won = Retenus par le vote
group-lost = Non retenus par le vote
group-study = À l'étude
group-refused = Non admissibles
group-merged = Réunis à d'autres
group-withdrawn = Retirés
rules-title = Les règles, dites d'avance
amount-title = Montant
criteria-title = Ce qu'un projet doit respecter
tools-title = Pour l'équipe

## Un projet

reason-title = La raison
merged-into = Il est porté désormais par :
sources-title = Les idées dont il vient
sources-empty = Il ne vient d'aucune idée déposée sur le site.
knots-title = Ce qui a été dit, ce qui a été fait
facts-title = En bref
fact-cost = Coût
fact-place = Lieu
fact-envelope = Enveloppe
fact-delay = Délai
fact-unit = Service
project-point = Ouvrir sur une carte ({ $point })

## Voter

field-email = Votre adresse électronique
field-email-hint = Vous y recevrez un code. L'adresse n'est pas conservée : il n'en reste qu'une empreinte.
field-code = Votre code
field-code-hint = Huit lettres et chiffres, par exemple ABCD-2345.
field-number = Votre numéro
field-number-hint = Tel qu'il est écrit sur votre carte ou votre courrier.
field-name = Votre nom et vos prénoms
field-name-hint = Tels qu'ils sont au registre. Majuscules, accents et ordre ne comptent pas.
field-birth = Votre date de naissance
field-age = J'ai { $age } ans ou plus, et je vote pour moi.
code-send = Recevoir un code
code-sent = Un code est parti à { $email }. Il vaut jusqu'à demain soir.
code-subject = Votre code pour voter : { $budget }
code-letter =
    Voici votre code pour voter au budget participatif « { $budget } » :

    { $code }

    Il vaut jusqu'à demain soir et sert une fois. Si vous n'avez rien demandé, n'en faites rien.
code-letter-voted =
    Quelqu'un a demandé un code de vote pour cette adresse. Un bulletin a déjà été déposé avec elle au budget participatif « { $budget } » : une adresse, un bulletin.

    Pour changer d'avis, servez-vous du reçu de votre bulletin.
who-send = Ouvrir mon bulletin
ballot-title = Votre bulletin
ballot-read = Lire le projet
ballot-send = Relire mon bulletin
ballot-total = Recalculer
review-title = Relisez votre bulletin
review-lead = Voici ce que dit votre bulletin. Il n'est pas encore dans l'urne.
review-send = Déposer mon bulletin
review-back = Corriger
total-approval = { $chosen ->
    [0] Vous n'avez choisi aucun projet, sur { $most } au plus. Un bulletin blanc compte.
    [one] Vous avez choisi un projet, sur { $most } au plus.
   *[other] Vous avez choisi { $chosen } projets, sur { $most } au plus.
}
total-knapsack = Vos choix coûtent { $spent } ; il reste { $left }.
total-points = Il vous reste { $left } points sur { $most }.
total-ranked = { $chosen ->
    [one] Vous avez classé un projet, sur { $most } au plus.
   *[other] Vous avez classé { $chosen } projets, sur { $most } au plus.
}
total-grades = { $chosen ->
    [one] Vous avez donné une mention à un projet.
   *[other] Vous avez donné une mention à { $chosen } projets.
}
tally-chosen = Projets choisis : { $chosen }, sur { $most } au plus.
tally-many = Vous avez choisi { $chosen } projets : { $most } au plus. Décochez-en.
tally-dear = Vos choix coûtent { $spent } : c'est { $left } de trop. Décochez un projet.
tally-points-over = C'est { $left } points de trop, sur { $most }.
said-legend = Si vous voulez bien
said-why = Pour savoir si le résultat sert tout le monde. Rien n'est obligatoire, rien n'est dans le fichier publié, et ce que moins de cinq personnes ont dit de même est effacé à la fermeture de l'urne.
said-nothing = Je préfère ne pas le dire
field-said-age = Votre âge
field-said-zone = Votre quartier
said-of-oneself = Vous avez dit :
age-under-18 = Moins de 18 ans
age-18-29 = 18 à 29 ans
age-30-44 = 30 à 44 ans
age-45-59 = 45 à 59 ans
age-60-74 = 60 à 74 ans
age-75-over = 75 ans et plus
channel-online = En ligne
channel-paper = Sur papier
rank = rang { $rank }
rank-none = Non classé
grade-none = Sans mention
grade-0 = À rejeter
grade-1 = Passable
grade-2 = Bien
grade-3 = Très bien
said-chosen = Choisi
said-points = { $points ->
    [one] Un point
   *[other] { $points } points
}

## Reçu

field-receipt = Le reçu de votre bulletin
field-receipt-hint = Seize lettres et chiffres, en quatre groupes.
receipt-lead = Votre reçu ouvre votre bulletin, et lui seul. Personne d'autre ne l'a.
receipt-send = Ouvrir mon bulletin
receipt-title = Votre bulletin est dans l'urne
receipt-in-box = Votre bulletin est dans l'urne, tel que vous l'avez rempli.
receipt-code = Votre reçu
receipt-keep = Notez-le ou photographiez-le : lui seul permet de vérifier votre bulletin ou de changer d'avis. Nous ne pouvons pas le retrouver.
receipt-says = Ce que dit votre bulletin
receipt-blank = Il est blanc : il compte parmi les bulletins, pour aucun projet.
receipt-paper-title = Votre feuille
paper-counted = Elle est lue deux fois, par deux personnes, et comptée.
paper-spoiled = Elle est lue et ne compte pas : signée, illisible ou contraire à la règle.
paper-waits = Elle est lue une fois ; la deuxième lecture, par une autre personne, est à venir.
paper-unread = Elle n'est pas encore lue. Revenez après le dernier jour du vote.
change-title = Changer d'avis
change-send = Remplacer mon bulletin
ballot-changed = Votre bulletin est remplacé. Votre reçu reste le même.

## Résultats

counted-at = Dépouillement n° { NUMBER($number, useGrouping: "false") }, { $date }, { $role }.
results-later = Un dépouillement plus récent le corrige.
results-later-link = Lire celui qui vaut
results-reason = Raison donnée :
results-won = { $winners ->
    [0] Aucun projet n'est retenu, sur { $ballots }.
    [one] Un projet est retenu, sur { $ballots }.
   *[other] { $winners } projets sont retenus, sur { $ballots }.
}
ballots-of = { $count ->
    [0] aucun bulletin
    [one] un bulletin
   *[other] { $count } bulletins
}
results-spent = Ils coûtent { $cost }, pour un budget de { $amount }.
results-blank = Bulletins blancs : { $blank }. Bulletins de papier comptés : { $paper }. Bulletins de papier nuls, non comptés : { $spoiled }.
results-represented = { $share } des bulletins ont choisi au moins un projet retenu.
results-gap = Feuilles de papier lues : { $sheets }. Émargements sur papier : { $struck }. La raison de l'écart est donnée plus haut.
results-winners = Les projets retenus
results-none = Aucun projet n'est retenu.
won-free = Retenu : il ne coûte rien
won-rule = Retenu par la règle
won-completion = Retenu avec ce qui restait
won-comparison = Retenu par la comparaison finale
voters-of = { $count ->
    [0] Aucune voix
    [one] Une voix
   *[other] { $count } voix
}
results-rounds = Le dépouillement, achat par achat
results-rounds-text = Chaque bulletin paie sa part des projets qu'il a choisis. Les montants sont arrondis ici ; la transcription donne les fractions exactes.
results-rounds-open = { $count ->
    [one] Lire le seul achat
   *[other] Lire les { $count } achats
}
round = { $people ->
    [one] « { $title } » ({ $cost }) a coûté { $price } à la seule personne qui l'a choisi.
   *[other] « { $title } » ({ $cost }) a coûté au plus { $price } à chacune de ses { $people } personnes.
}
in-euros = { $amount } €
results-ties = Égalités exactes
tie = Entre les projets { $all }, à égalité, le n° { NUMBER($first, useGrouping: "false") } est passé devant, par la règle dite d'avance.
results-losers = Les autres, et ce qui leur a manqué
results-all = Tous les projets sont retenus.
project-head = Projet
votes-head = Voix
figure-table = Voir les chiffres
figure-source-word = Source :
figure-source = dépouillement n° { NUMBER($number, useGrouping: "false") }, fichier { $hash }…
figure-says = { $label } : { $shown }
figure-won = { $votes }, retenu
figure-votes = Les voix de chaque projet
figure-votes-unit = bulletins qui le nomment · n = { $ballots } bulletins
figure-rules = Combien de bulletins chaque règle sert
figure-share-unit = % des bulletins qui ont choisi au moins un projet retenu · n = { $ballots } bulletins
group-of = { $label }, n = { $people }
groups-title = Ce que le résultat fait pour chacun
groups-text = D'après ce que les votants ont bien voulu dire d'eux-mêmes, et la façon dont ils ont voté. Un groupe de moins de cinq personnes n'est jamais montré. Rien de cela n'est dans le fichier publié : croisé avec les bulletins, il pourrait désigner quelqu'un.
groups-channel = Selon la façon de voter
groups-age = Selon l'âge
groups-zone = Selon le quartier
groups-rules = Comparer avec les autres règles
group-head = Groupe
group-unsaid = Non précisé
group-hidden = moins de cinq personnes : non montré
group-cell = { $share } · { $each } projets retenus par bulletin
needed-both = { $people ->
    [one] Il lui a manqué une personne qui n'aurait choisi que lui, ou un coût de { $cost } au plus.
   *[other] Il lui a manqué { $people } personnes qui n'auraient choisi que lui, ou un coût de { $cost } au plus.
}
needed-people = { $people ->
    [one] Il lui a manqué une personne qui n'aurait choisi que lui.
   *[other] Il lui a manqué { $people } personnes qui n'auraient choisi que lui.
}
needed-cost = Il aurait été retenu s'il avait coûté { $cost } au plus.
needed-nothing = Ni plus de voix ni un coût moindre, dans les limites essayées, ne l'auraient fait retenir.
lost-to = Il a perdu face aux projets : { $numbers }.
results-others = Les mêmes bulletins, d'autres règles
results-others-text = La règle était dite d'avance : seul son résultat vaut. Voici ce que d'autres auraient donné.
others-rule = Règle
others-winners = Retenus
others-cost = Coût
others-represented = Bulletins servis
others-each = Projets retenus par bulletin
others-ours = { $rule } (la règle du vote)
disputed-title = Les projets que toutes les règles ne retiennent pas
disputed-none = Toutes les règles retiennent les mêmes projets.
disputed-kept = Retenu
disputed-not = non
rule-short-greedy = Les plus soutenus d'abord
rule-short-knapsack = L'ensemble le plus soutenu
rule-short-equal-shares = Parts égales
rule-short-phragmen = Phragmén
rule-short-majority-judgment = Jugement majoritaire
results-again = Refaire le dépouillement
results-again-text = Le fichier publié est celui qui a été dépouillé : bulletins dans un ordre tiré au sort, sans reçu ni nom. Sur n'importe quelle machine, avec le programme Arpent, il donne les mêmes projets ; la transcription signée le prouve fraction par fraction.
results-file = Télécharger les bulletins (format Pabulib)
results-type = Tapez, dans le dossier du fichier :
results-transcript = Télécharger la transcription, fractions exactes comprises
results-signature = et sa signature
results-check = Pour comparer votre dépouillement avec elle et vérifier la signature, tapez :
results-key = Clé publique du site (Ed25519) :
results-key-text = Elle signe tous les dépouillements de ce site. Gardez-la, ou comparez-la avec celle d'un autre : une transcription retouchée ne se vérifie plus.
results-hash = Empreinte SHA-256 du fichier :
results-earlier = Dépouillements précédents
results-number = Dépouillement n° { NUMBER($number, useGrouping: "false") }

## Réalisation

works-empty-title = Pas encore de projet retenu
works-empty-text = Après le dépouillement, chaque projet retenu aura ici son étape, son service et ses montants.
works-summary = { $total ->
    [one] Un projet retenu ; livrés : { $delivered } ; payé à ce jour : { $spent }.
   *[other] { $total } projets retenus ; livrés : { $delivered } ; payé à ce jour : { $spent }.
}
works-latest = { $date } : { $text }
works-leads = Service qui le mène
