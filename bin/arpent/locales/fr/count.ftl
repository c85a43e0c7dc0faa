### La commande count : un budget participatif compté depuis son fichier ; ce qu'elle refuse, et pourquoi.

count-unreadable = Le fichier { $file } n'a pas pu être lu.
count-unreadable-next = Vérifiez son chemin et que vous avez le droit de le lire.
count-faulty = Le fichier { $file } ne peut pas être compté ; rien n'a été écrit.
count-faulty-next = Corrigez le fichier aux endroits nommés, puis recommencez. Le format est décrit dans docs/count.md.
count-warned = À savoir avant de publier { $file } :
count-more-faults = … et { $count } autres.
count-refused = Ces bulletins ne peuvent pas être comptés ainsi ; rien n'a été écrit.
count-refused-next = arpent count --help donne les règles et leurs options.
count-unwritable = Le fichier { $file } n'a pas pu être écrit.
count-unwritable-next = Choisissez un dossier où vous avez le droit d'écrire.
count-key = La clef { $file } ne peut pas signer.
count-key-next = Donnez une clef Ed25519 en PKCS#8 DER : openssl genpkey -algorithm ed25519 -outform DER -out clef.der
count-ties = L'ordre des égalités { $given } ne peut pas être lu.
count-ties-next = Écrivez id, votes-cost-id, ou le chemin d'un fichier qui nomme chaque projet une fois, un identifiant par ligne.
count-envelope = L'enveloppe « { $name } » ne nomme aucun projet de ce fichier.
count-envelope-next = Donnez le nom d'une catégorie, ou une valeur d'une colonne des projets (un quartier), tel qu'il est écrit dans le fichier.
count-amount = Le montant { $amount } est trop précis pour ce fichier.
count-amount-next = Ses montants ont { $decimals } décimales au plus.
count-written = Procès-verbal écrit dans { $file }. Chacun peut le vérifier avec checker/check.py.
count-agrees = Le procès-verbal { $file } dit exactement ce que ce dépouillement a donné.
count-signed = Sa signature est bonne, avec la clef publique { $key }.
count-unsigned = Aucune signature : le fichier { $file } n'est pas là.
count-differs = Le procès-verbal { $file } ne dit pas ce que ce dépouillement a donné.
count-differs-in = Ces parties diffèrent : { $names }.
count-differs-form = Ce n'est pas un procès-verbal de dépouillement.
count-differs-next = Vérifiez le fichier des bulletins, la règle, les égalités et les enveloppes ; les options doivent être celles de la page des résultats.
count-forged = La signature n'est pas celle de ce procès-verbal.
count-forged-next = Téléchargez à nouveau les deux fichiers ; s'ils restent en désaccord, l'un des deux a été changé.
count-other-key = Le procès-verbal est signé par une autre clef, { $key }.

## Ce qui ne va pas dans un fichier

count-at-line = ligne { $line } : { $said }
count-at-cell = ligne { $line }, colonne { $column } : { $said }
count-says-too-large = c'est plus que ce qu'Arpent compte.
count-says-encoding = le texte n'est pas en UTF-8.
count-says-section = la section { $section } manque.
count-says-repeated = la section { $section } est donnée deux fois.
count-says-outside = cette ligne vient avant toute section.
count-says-column = la section { $section } n'a pas de colonne « { $name } ».
count-says-entry = la section META ne donne pas « { $key } ».
count-says-empty = « { $name } » est vide.
count-says-not-a-number = « { $text } » n'est pas un nombre.
count-says-negative = « { $text } » est négatif.
count-says-amount = « { $text } » est trop grand ou trop précis.
count-says-vote-type = « { $text } » n'est pas une façon de voter connue (approval, choose-1, ordinal, cumulative, scoring).
count-says-duplicate = le projet « { $id } » est déjà donné à la ligne { $first }.
count-says-unknown-project = le projet « { $id } » n'existe pas dans ce fichier.
count-says-points = le bulletin nomme { $projects } projets et donne { $points } points.
count-says-twice = le projet « { $id } » est nommé deux fois.
count-says-approved-twice = le projet « { $id } » est choisi deux fois ; il compte une fois.
count-says-several = { $choices } projets sont choisis, un seul devait l'être ; tous comptent.
count-says-count = META annonce { $key } = { $said }, le fichier en contient { $found } ; c'est le contenu qui compte.

## Ce qu'une règle refuse

count-says-needs-approvals = cette règle demande des bulletins par approbation.
count-says-needs-points = cette règle demande des points, des rangs ou des notes.
count-says-tie-order = l'ordre des égalités doit nommer chaque projet une fois.
count-says-increment = le pas ne peut pas être nul.
count-says-knapsack = la solution exacte demanderait trop de mémoire.
count-says-knapsack-envelopes = le plus grand total ne connaît pas les enveloppes ; prenez une autre règle.

## Le résultat

count-head = Budget { $budget } ; { $projects } projets ; { $voters } bulletins.
count-rule = Règle : { $rule }.
count-gain-cost = ce qu'il coûte
count-gain-cardinality = un, quel que soit son coût
count-gain-points = les points donnés
count-rule-votes = les projets qui ont le plus de voix, tant qu'ils entrent dans le budget
count-rule-greedy = les projets qui apportent le plus par euro (un projet vaut { $gain }), tant qu'ils entrent dans le budget
count-rule-knapsack = l'ensemble de projets qui apporte le plus (un projet vaut { $gain })
count-rule-phragmen = la règle séquentielle de Phragmén
count-rule-judgment = le jugement majoritaire, tant que les projets entrent dans le budget
count-rule-shares = parts égales (un projet vaut { $gain }) ; { $follows }
count-completion-none = ce qui reste n'est pas dépensé
count-completion-greedy = ce qui reste finance les projets suivants qui y entrent
count-completion-add1 = les parts sont relevées pas à pas tant que le budget suffit
count-completion-add1u = les parts sont relevées pas à pas tant que le budget suffit, puis ce qui reste finance les projets suivants qui y entrent
count-winners = { $count ->
    [0] Aucun projet n'est retenu ; { $cost } sont dépensés.
    [one] Un projet retenu, pour { $cost } :
   *[other] { $count } projets retenus, pour { $cost } :
}
count-winner = { $rank }. { $name } : { $cost }, { $votes ->
    [0] aucune voix
    [one] une voix
   *[other] { $votes } voix
}
count-step-free = sans coût
count-step-completion = complément
count-step-comparison = préféré à la comparaison
count-step-shares = soutiens qui le paient : { $supporters }, chacun { $price } au plus ; n'ont ensuite plus rien : { $exhausted }
count-endowment = Part de chaque personne : { $endowment }.
count-raised = Part de chaque personne : { $endowment }, après { $steps } relèvements de { $increment } ; { $why }
count-stop-overspent = le suivant dépasserait le budget.
count-stop-exhausted = plus aucun projet soutenu n'entre dans ce qui reste.
count-stop-everything = il n'y a plus de projet soutenu à financer.
count-tie = Égalité exacte, que l'ordre annoncé a départagée au profit du premier : { $projects }.
count-replaced = Comparaison : { $greedy } personnes préfèrent le résultat par nombre de voix, { $rule } celui de la règle ; le premier est retenu.
count-kept = Comparaison : { $rule } personnes préfèrent le résultat de la règle, { $greedy } celui par nombre de voix ; la règle est suivie.
count-reached = Personnes qui voient aboutir au moins un de leurs choix : { $represented } sur { $voters } ({ $share }). Projets financés parmi les choix d'une personne : { $spend } en moyenne.
count-losers = Projets non retenus, et ce qu'il leur aurait fallu :
count-loser = - { $name } : { $cost }, { $votes ->
    [0] aucune voix
    [one] une voix
   *[other] { $votes } voix
} ; { $needs }
count-would-cost = coûter { $cost } au plus
count-would-votes = { $count ->
    [one] une personne de plus, qui ne choisirait que lui
   *[other] { $count } personnes de plus, qui ne choisiraient que lui
}
count-lost-to = passé derrière { $projects }
count-nothing-helps = ni moins coûter ni plus de voix n'y aurait suffi
count-beside = Les mêmes bulletins, par d'autres règles :
count-one-beside = - { $rule } : { $winners ->
    [one] un projet
   *[other] { $winners } projets
} pour { $cost }, dont { $common } retenus ici ; { $share } des personnes voient aboutir au moins un choix
