### Ce que lisent celles et ceux qui préparent, étudient, tiennent un bureau, dépouillent, réalisent.

## Préparer

tool-prepare = Montants, dates et règles
tool-new = Faire un projet d'une ou plusieurs idées
tool-study = Projets à étudier
tool-voters = Électeurs
tool-strike = Émarger au bureau de vote
tool-sheets = Feuilles de papier
tool-keying = Saisir les feuilles
tool-count = Dépouiller
act-publish = Publier le budget
act-open = Ouvrir le vote
act-close = Fermer l'urne
prepare-title = Préparer le budget participatif
prepare-lead = Tout ce qui est écrit ici se lit sur la page du budget. La règle ne change plus dès que le vote est ouvert.
prepare-days = Les étapes
prepare-rules = Le vote et sa règle
prepare-rules-text = Choisissez avant le vote : la base de données elle-même refuse de changer la règle ensuite.
prepare-send = Enregistrer le budget
prepare-done = Le budget est enregistré.
publish-done = Le budget est publié.
open-done = Le vote est ouvert. La règle, les projets et leurs coûts ne changent plus.
close-done = L'urne est fermée.
field-title = Titre
field-text = À quoi sert ce budget
field-envelopes = Montant, ou enveloppes
field-envelopes-hint = Un montant en euros. Pour plusieurs enveloppes, par quartier ou par thème : « nom ; montant », une par ligne.
field-criteria = Ce qu'un projet doit respecter
field-criteria-hint = Une phrase par ligne.
field-from = Premier jour
field-to = Dernier jour
field-most = Nombre de projets ou de points
field-most-hint = Combien de projets on peut choisir ou classer, ou combien de points on partage. Sans effet pour les autres bulletins.
field-min-age = Âge minimum
field-min-age-hint = En années, au dernier jour du vote. Vide : aucun.
field-ages = Demander la tranche d'âge sur le bulletin, sans obligation
field-zones = Quartiers proposés sur le bulletin, sans obligation
field-zones-hint = Un par ligne ; vide : rien n'est demandé. Âge et quartier servent à dire ce que le résultat fait pour chaque groupe de cinq personnes ou plus.
field-ballot = Sur le bulletin, on
choice-ballot-approval = choisit des projets, jusqu'à un nombre
choice-ballot-knapsack = choisit des projets, tant que l'argent suffit
choice-ballot-points = partage des points
choice-ballot-ranked = classe des projets
choice-ballot-grades = donne des mentions
field-rule = Les projets retenus sont trouvés par
choice-rule-greedy = les plus soutenus d'abord
choice-rule-knapsack = l'ensemble le plus soutenu qui tient
choice-rule-equal-shares = les parts égales
choice-rule-phragmen = la règle de Phragmén
choice-rule-majority-judgment = le jugement majoritaire
field-completion = Avec les parts égales, ce qui reste
choice-completion-none = n'est pas dépensé
choice-completion-greedy = va aux plus soutenus
choice-completion-add1 = augmente la part de chacun, euro par euro
choice-completion-add1u = augmente la part de chacun, puis va aux plus soutenus
field-ties = À égalité exacte
choice-ties-votes-cost = le plus de voix, puis le moins cher, puis le plus petit numéro
choice-ties-number = le plus petit numéro
field-access = On vote avec
choice-access-email = un code reçu par courriel
choice-access-letter = un code reçu par courrier
choice-access-number = un numéro de registre
choice-access-birth = son nom et sa date de naissance, dans un registre

## Projets et instruction

new-lead = Les idées restent telles qu'elles ont été dites ; le projet les réunit et les cite.
new-send = Créer le projet
new-done = Le projet est créé. Confiez-le à un service.
field-project-title = Titre du projet
field-project-text = Ce que c'est
field-project-place = Où
field-project-point = Point sur la carte
field-project-point-hint = Latitude, longitude, telles qu'une carte les copie : 45.3654, 5.5921. Le fichier publié les reprend.
edit-project = Modifier ce projet
edit-project-lead = Mieux dire ce que c'est, tant que personne ne vote. Ce qui a été dit de lui reste.
edit-project-send = Enregistrer le projet
edit-project-done = Le projet est modifié.
field-sources = Les idées dont il vient
field-sources-hint = Plusieurs idées peuvent faire un projet.
idea-carried = Déjà portée par un projet
study-lead = Dire de chaque projet s'il peut se faire, à quel coût, dans quel délai, et pourquoi : tout le monde le lira.
study-empty-title = Rien n'attend d'avis
study-empty-text = Quand une idée devient un projet, il arrive ici.
study-mine = Pour votre service
study-others = Pour les autres
study-late = Projet n° { NUMBER($number, useGrouping: "false") } : un avis était attendu pour le { $when }.
study-title = Donner un avis
study-of = Avis sur « { $title } »
study-send = Publier l'avis
judged = L'avis est publié.
judged-too-dear = Le projet coûte plus que son enveloppe : par la règle dite d'avance, il est non admissible. La raison le dit.
field-verdict = Ce projet est
field-cost = Coût, en euros
field-cost-hint = Exact, au centime si besoin. Obligatoire pour un projet admissible.
field-delay = Délai
field-delay-hint = Par exemple : six mois après le vote.
field-into = Projet qui le porte désormais
field-into-none = Aucun
field-reason = Raison
field-reason-hint = Pour qui a eu l'idée : ce qui rend le projet possible, ou ce qui l'empêche.
field-due = Avis attendu pour le
field-unit-none = Aucun service
assign-title = Confier à un service
assign-send = Confier le projet
assigned = Le projet est confié.
withdraw-title = Retirer ce projet
withdraw-reason = Raison du retrait
withdraw-send = Retirer le projet
withdrawn = Le projet est retiré. Il reste visible avec la raison.

## Électeurs

turnout = Sur la liste : { $listed }. Ont voté en ligne : { $online }. Ont émargé sur papier : { $paper }.
voters-hashed = De chaque électeur, il n'est gardé qu'une empreinte, faite avec une clé qui est détruite au premier dépouillement. Jusque-là, qui aurait la base et la clé pourrait chercher si un nom qu'il connaît a voté, jamais ce qu'il a voté.
voters-by-email = La liste se fait d'elle-même : y entre qui demande un code.
field-count = Nombre de lettres
letters-as = Sous quelle forme
letters-page = Une page à imprimer, un talon par lettre
letters-csv = Un fichier CSV pour l'imprimeur
letters-once = Ces codes ne sont montrés que cette fois : il n'en reste que des empreintes.
letters-send = Créer les codes
letters-title = Codes à envoyer par courrier
letter-text = Votre code pour voter au budget participatif :
csv-code = code
csv-address = adresse
field-register = Registre
register-hint = CSV, tableur ou JSON. Le fichier n'est pas gardé.
register-send = Lire le registre
register-done = Ajoutés : { $added }. Déjà là : { $already }. Trop jeunes, laissés de côté : { $young }.
register-left = { $count ->
    [one] Les autres lignes sont lues. Une ligne n'a pas pu l'être :
   *[other] Les autres lignes sont lues. { $count } lignes n'ont pas pu l'être :
}
column-number = En-tête de la colonne du numéro
column-name = En-tête de la colonne du nom
column-given = En-tête de la colonne des prénoms, s'ils sont à part
column-birth = En-tête de la colonne de la date de naissance
strike-lead = Émargez avant de donner une feuille. La liste est celle du vote en ligne : personne ne vote deux fois.
shown-code = Code de la lettre présentée
shown-email = Adresse électronique présentée
shown-number = Numéro présenté
shown-name = Nom et prénoms de la personne
shown-birth = Sa date de naissance
strike-send = Émarger
struck = C'est émargé. Donnez une feuille.
struck-code = Le code { $code } est émargé. Donnez une feuille.

## Feuilles

sheets-lead = Chaque feuille porte un numéro. Elle ne dit rien de qui l'a remplie.
sheets-count = Nombre de feuilles
sheets-send = Préparer les feuilles
sheets-again = Imprimer à nouveau les feuilles 1 à { NUMBER($last, useGrouping: "false") }
sheets-tally = Feuilles imprimées : { $printed }. Comptées : { $counted }. Nulles : { $spoiled }. En attente d'une autre lecture : { $waiting }.
sheet-number = Feuille n° { NUMBER($number, useGrouping: "false") }
sheet-note = Cochez les projets que vous choisissez, puis glissez la feuille dans l'urne. N'écrivez pas votre nom : une feuille signée est nulle.
sheets-print-lead = Chaque feuille a un talon que l'électeur détache et garde. Le code du talon ouvre la feuille telle qu'elle a été lue, et rien d'autre.
stub-title = Talon de la feuille n° { NUMBER($number, useGrouping: "false") }, à détacher et à garder
stub-text = Avec ce code, vérifiez que votre feuille est comptée comme vous l'avez remplie :
sheet-spoiled = feuille nulle
sheet-nothing = rien
keying-lead = Chaque feuille est lue deux fois, par deux personnes, sans voir l'autre lecture. Si elles diffèrent, une troisième personne tranche.
keying-number = Numéro de la feuille
keying-find = Ouvrir la feuille
keying-project = Projet
keying-first-said = Première lecture
keying-second-said = Deuxième lecture
keying-second = C'est la deuxième lecture : la première ne vous est pas montrée.
keying-third = Les deux lectures diffèrent. Lisez la feuille entière : votre lecture tranche.
keying-spoiled = Feuille nulle : signée, illisible ou contraire à la règle
keying-send = Enregistrer ma lecture
keying-waiting = En attente d'une autre lecture :
keying-many = Plusieurs feuilles d'un fichier
keying-file = Fichier de lectures
keying-file-hint = Deux colonnes : le numéro de la feuille, puis les numéros des projets séparés par des espaces (« 3:2 7:1 » avec des points, des rangs ou des mentions ; « nul » pour une feuille nulle). La deuxième lecture est un autre fichier, d'une autre personne.
keying-file-send = Lire le fichier
keyed-settled = La feuille n° { NUMBER($number, useGrouping: "false") } est comptée.
keyed-differs = Les deux lectures de la feuille n° { NUMBER($number, useGrouping: "false") } diffèrent : une troisième personne tranchera.
keyed-waits = La feuille n° { NUMBER($number, useGrouping: "false") } attend la lecture d'une autre personne.
brought = Feuilles réglées par ce fichier : { $settled }. En attente d'une deuxième lecture : { $waiting }.
brought-differing = { $count ->
    [one] Les deux lectures diffèrent pour la feuille { $numbers } : une troisième personne tranchera.
   *[other] Les deux lectures diffèrent pour { $count } feuilles : { $numbers }. Une troisième personne tranchera.
}
brought-left = Ligne { NUMBER($line, useGrouping: "false") } laissée de côté : { $why }
left-unknown = aucune feuille n'a ce numéro.
left-twice = le fichier nomme deux fois cette feuille.
left-again = feuille déjà réglée, ou déjà lue par vous.
left-unreadable = les projets ne se lisent pas.

## Dépouiller

count-lead = Le dépouillement se fait pas à pas, puis se publie aussitôt, signé, avec le fichier qui permet à chacun de le refaire.
count-ballots = Bulletins en ligne : { $online }. Feuilles de papier comptées : { $paper }.
count-secret = Ce premier dépouillement détruit la clé de la liste des électeurs : ensuite, plus personne ne peut chercher si un nom a voté.
count-again = Un dépouillement est déjà publié. Il reste lisible ; le nouveau le corrige et dit pourquoi.
count-reason = Raison
count-reason-hint = Obligatoire pour dépouiller à nouveau, ou si les feuilles et les émargements ne s'accordent pas. Elle est publiée.
count-send = Dépouiller et publier
count-begun = Le dépouillement a commencé.
run-waits = Le dépouillement va commencer.
run-step = Dépouillement en cours, étape { $step } sur { $steps } : { $what }.
run-step-1 = Lire l'urne
run-step-2 = Appliquer la règle
run-step-3 = Essayer les autres règles
run-step-4 = Chercher ce qui a manqué
run-step-5 = Signer et publier
run-steps = Les étapes du dépouillement
run-done = Le dépouillement est publié.
run-read = Lire les résultats
run-refresh = Voir où il en est
run-failed-moved = Quelque chose a changé pendant le dépouillement : une feuille saisie, ou un autre dépouillement. Rien n'est publié ; recommencez.
run-failed-sheets = Des feuilles attendent encore leur deuxième lecture. Rien n'est publié ; saisissez-les, puis recommencez.
run-failed-failed = Le dépouillement n'a pas pu se faire. Rien n'est perdu ni publié : réessayez, ou écrivez à l'administrateur.
run-failed-refused = Le dépouillement n'a pas été fait : qui l'a demandé ne peut plus dépouiller, ou une raison manque. Recommencez.

## Réaliser

works-title = Suivre la réalisation
works-of = Réalisation de « { $title } »
works-lines = Montants
works-promises = Engagements pris
promised = { $text } (pour le { $when })
works-done = C'est enregistré, et visible de tous.
act-stage = Une étape est atteinte
act-stage-send = Publier l'étape
act-line = Un montant est voté, engagé ou payé
act-line-send = Publier le montant
act-commitment = Relier un engagement
act-commitment-send = Relier l'engagement
field-stage = Étape
field-day = Jour
field-what = Ce qui est fait
field-kind = Nature
field-amount = Montant, en euros
field-amount-hint = Un signe moins corrige un montant entré avant.
field-reference = Référence
field-reference-hint = De la délibération, du bon de commande, de la facture.
field-commitment = Engagement de la démarche
field-commitment-none = Choisissez un engagement
