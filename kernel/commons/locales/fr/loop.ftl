### La seconde moitié de la boucle : concevoir, essayer, décider, s'engager, clore, mesurer à nouveau, suivre.

## Ce qui ne va pas dans un champ

loop-amount-problem = Écrivez un nombre entier, de 0 à { $most }.
loop-points-problem = C'est trop long : { $most } lignes au plus, une idée par ligne.
loop-margin-problem = Donnez le plus petit écart qui compte, dans l'unité de l'indicateur, zéro compris.
loop-n-problem = Il faut au moins une observation.
loop-successes-problem = Ce nombre doit être compris entre zéro et le nombre d'observations.
loop-kind-problem = Cet indicateur ne se note pas ainsi : une part se compte, une moyenne se calcule.
loop-number-problem = Écrivez un nombre, par exemple 12,4. L'écart type ne peut pas être négatif.
loop-period-problem = La période doit finir après avoir commencé, et au plus tard aujourd'hui.
loop-threshold-problem = Pour une part, écrivez un pourcentage entre 0 et 100. Pour une moyenne, écrivez un nombre.
loop-end-problem = L'essai doit finir après avoir commencé.
loop-day-problem = Écrivez une date complète : jour, mois et année.
loop-met-problem = Les documents partent avant la séance, et la séance a eu lieu au plus tard aujourd'hui.
loop-opinion-problem = Pour un avis, dites s'il est favorable ou non. Une information ou un débat n'en ont pas.
loop-votes-problem = Un nombre de voix ne peut pas être négatif.
loop-examined-problem = Cochez au moins une option : on décide entre des options examinées.
loop-chosen-problem = Une option choisie doit d'abord avoir été examinée.
loop-due-problem = L'échéance doit être à venir.
loop-taken = Il en existe déjà un avec ce titre dans la démarche. Changez le titre, ou ouvrez celui qui existe.
loop-repeated = Ce texte est déjà enregistré ici : il ne l'a pas été une seconde fois.
loop-closed = Cette démarche est close : on n'y ajoute plus d'option ni d'essai. Les mesures et les comptes rendus continuent.
loop-choice-problem = Choisissez dans la liste.

## Refus

option-decided = Une décision publiée a examiné cette option : elle ne change plus, pour que chacun lise ce qui a été comparé. Écrivez une autre option, ou corrigez la décision.
option-elsewhere = L'un de ces éléments n'appartient pas à cette démarche.
measure-taken = Une mesure du même nom et de la même période existe déjà pour cet indicateur. Pour la rectifier, ouvrez-la et corrigez-la.
measure-corrected-first = Quelqu'un a corrigé cette valeur juste avant vous. Relisez-la, puis corrigez la nouvelle si besoin.
experiment-frozen = Cet essai est autorisé : son hypothèse, son seuil et sa taille sont figés, pour que le résultat ne puisse pas leur être ajusté. Pour essayer autre chose, écrivez un autre essai.
experiment-begun = Cet essai a commencé sans être autorisé. Un seuil se fixe avant le début : repoussez la date de début, puis faites-le autoriser.
experiment-not-authorised = Cet essai n'est pas autorisé : son résultat ne prouverait rien. Faites-le autoriser avant de commencer.
experiment-too-early = Cet essai n'est pas fini. Lire le résultat avant la fin et s'arrêter quand il plaît fausserait le verdict.
decision-no-mandate = Pour décider au nom de cette organisation, il faut un mandat « décider » en cours aujourd'hui. Une personne qui administre le site peut l'enregistrer.
decision-immutable = Cette décision est publiée : elle ne change plus. Pour la corriger, ouvrez une nouvelle version ; celle-ci restera lisible.
decision-still-draft = Cette décision est encore un brouillon : modifiez-la directement.
decision-corrected-first = Une correction de cette décision est déjà ouverte. Reprenez-la plutôt que d'en ouvrir une autre.
gate-departs = { $count ->
    [one] Le choix s'écarte du verdict d'un essai : dites pourquoi.
   *[other] Le choix s'écarte du verdict de { $count } essais : dites pourquoi.
}
gate-opinion = Une option choisie touche à l'organisation du travail : joignez l'avis daté des représentants du personnel.
gate-review = Donnez une date de réexamen à venir.
commitment-before-decision = Un engagement exécute une décision publiée. Celle-ci est encore un brouillon.
commitment-no-mandate = Pour engager cette organisation, il faut un mandat « s'engager » en cours aujourd'hui. Une personne qui administre le site peut l'enregistrer.
report-no-mandate = Rend compte la personne qui a signé, ou quelqu'un qui a mandat de son organisation.
commitment-already-withdrawn = Cet engagement a été retiré. Il reste visible avec sa raison.
commitment-no-metric = Cet engagement ne nomme aucun indicateur : il n'y a rien à comparer.
comparison-problem = Choisissez deux mesures différentes de l'indicateur de cet engagement.
gate-unanswered = { $count ->
    [one] Une contribution n'a pas encore sa réponse définitive.
   *[other] { $count } contributions n'ont pas encore leur réponse définitive.
}
gate-decision = Aucune décision n'est publiée. Publiez-la, ou dites ici pourquoi il n'y en a pas.
closing-not-open = Cette démarche n'est pas ouverte : elle est encore en préparation, ou déjà close.

## Courriel de clôture

mail-closed-subject = La démarche est close : { $initiative }
mail-closed-text =
    Bonjour,

    La démarche « { $initiative } » est close. Vous y aviez dit : « { $title } ».

    Chaque contribution a reçu sa réponse. Voici ce que la vôtre est devenue, jusqu'à la décision, aux engagements et aux mesures :

    { $link }

    Le code { $code } ouvre la même page.

    Nous n'écrirons plus à ce sujet ; la page, elle, continue d'être mise à jour.

## Options

option-description = Ce que l'on ferait
option-cost = Coût, en mots
option-cost-euros = Coût, en euros
option-delay = Délai, en mots
option-delay-days = Délai, en jours
option-staff = Qui cela mobilise
option-advantages = Avantages
option-limits = Limites

## Indicateurs

metric-method = Comment on mesure

## Essais

experiment-hypothesis = Hypothèse
experiment-threshold = Seuil à atteindre
experiment-min-n = Nombre d'observations nécessaire
experiment-rule = Règle du verdict
experiment-start = Premier jour
experiment-end = Dernier jour
experiment-place = Lieu

## Décisions

decision-question = Question à trancher
decision-choice = Ce que nous décidons
decision-reasons = Pourquoi
decision-departs = Pourquoi nous nous écartons d'un verdict
decision-legal-base = Base légale
decision-cost = Coût, en mots
decision-review = Date de réexamen

## Chiffres et verdicts

unit-points = points
verdict-met = atteint
verdict-not-met = manqué
verdict-not-conclusive = non concluant
verdict-too-few = trop peu d'observations
verdict-above = Entre { $low } et { $high }, au-dessus du seuil de { $threshold } : { $verdict }
verdict-below = Entre { $low } et { $high }, en dessous du seuil de { $threshold } : { $verdict }
verdict-astride = Entre { $low } et { $high }, de part et d'autre du seuil de { $threshold } : { $verdict }
verdict-too-few-sentence = { $n } observations, il en fallait { $min } : trop peu pour conclure
change-improved = c'est mieux
change-unchanged = inchangé
change-worse = c'est moins bien
change-not-conclusive = on ne peut pas dire
change-improved-sentence = L'écart est compris entre { $low } et { $high } : c'est mieux
change-unchanged-sentence = L'écart est compris entre { $low } et { $high } : rien n'a changé d'assez grand pour compter
change-worse-sentence = L'écart est compris entre { $low } et { $high } : c'est moins bien
change-not-conclusive-sentence = L'écart est compris entre { $low } et { $high } : on ne peut pas dire que cela a changé
change-too-few-sentence = { $n } observations d'un côté, il en fallait { $min } : on ne peut pas dire si cela a changé
figure-n = n = { $n }
figure-precision = n = { $n } · intervalle à 95 % : de { $low } à { $high }
figure-with-interval = { $value } ({ $low } à { $high })
figure-period = du { $from } au { $to }
figure-what = Ce qui est mesuré
figure-verdict = Ce que l'on peut dire
figure-threshold = Seuil
figure-result = Résultat
figure-measure = Mesure
figure-first-measure = Première mesure
figure-table = Voir les chiffres
figure-source = Source :
signed-otherwise = le site

## Formulaires

loop-whole-problem = Écrivez un nombre entier, par exemple 9500.
choose-one = Choisir dans la liste
choose-none = Aucun
correction-reason = Pourquoi cette correction
correction-reason-hint = La raison est publiée à côté de la nouvelle valeur ; l'ancienne reste lisible.
corrected-because = Corrigé parce que :
values-before = Valeurs d'avant
any-state = Tous les états
any-organisation = Toutes les organisations
any-initiative = Toutes les démarches
filter-state = État
filter-organisation = Organisation
filter-initiative = Démarche
at-least = au moins { $value }
at-most = au plus { $value }
aim-up = Plus, c'est mieux
aim-down = Moins, c'est mieux
sample-n = Nombre d'observations
sample-successes = Dont, répondant au critère
sample-successes-hint = Comptez les personnes ou les cas, pas un pourcentage.
sample-mean = Moyenne
sample-sd = Écart type
sample-sd-hint = Il dit si les valeurs sont serrées ou dispersées ; sans lui, pas de marge d'erreur.

## Pages des options

options-title = Options et décisions
options-lead = Ce que l'on pourrait faire, ce qui a été essayé, ce que les représentants ont dit, et ce qui a été décidé.
options-compared = Options comparées
options-empty-title = Les options viendront ici
options-empty = Quand ce qui a été dit sera compris, l'équipe écrira ici des façons d'agir, avec leur coût, leur délai et les contributions sur lesquelles elles s'appuient.
option-new = Écrire une option
option-new-title = Écrire une option
option-new-lead = Une façon d'agir, assez précise pour être comparée aux autres. Vous choisirez ensuite les contributions sur lesquelles elle s'appuie.
option-edit = Modifier l'option
option-edit-title = Modifier « { $title } »
option-save = Enregistrer l'option
option-saved = L'option est enregistrée.
option-chosen = Option choisie
option-head = Option
option-was-chosen = Cette option a été choisie.
option-was-not-chosen = Cette option a été examinée et n'a pas été choisie.
option-cost-short = Coût
option-delay-short = Délai
option-cost-hint = Par exemple : 9 500 euros la première année, puis 2 000 euros par an.
option-cost-euros-hint = Le nombre seul, pour comparer les options.
option-points-hint = Une idée par ligne.
option-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
option-themes = Thèmes
option-themes-hint = L'option s'appuie sur toutes les contributions de ces thèmes.
option-contributions = Contributions
option-rests-on = S'appuie sur
option-rests-on-nothing = Rien n'est encore relié : une option devrait dire de quelles paroles elle vient.
option-rests-on-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
option-rests-on-themes = { $count ->
    [one] { $count } thème
   *[other] { $count } thèmes
}
option-count-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
option-count-themes = { $count ->
    [one] { $count } thème
   *[other] { $count } thèmes
}
option-rests-on-both = { $contributions } et { $themes }
option-choose-roots = Choisir sur quoi elle s'appuie
option-roots-title = Sur quoi s'appuie « { $title } »
option-roots-lead = Cochez les thèmes et les contributions d'où vient cette option. Leurs auteurs le verront dans le fil de leur contribution.
option-every-theme = Toutes les contributions
option-filter-theme = Montrer les contributions du thème
option-filter = Afficher
option-save-roots = Enregistrer ces liens

## Pages des essais

experiments-title = Essais
experiment-new = Écrire un essai
experiment-new-title = Écrire un essai
experiment-new-lead = Dites ce que vous attendez avant de commencer. Une fois l'essai autorisé, plus rien ne change : c'est ce qui rend son résultat crédible.
experiment-edit = Modifier l'essai
experiment-edit-title = Modifier « { $title } »
experiment-save = Enregistrer l'essai
experiment-saved = L'essai est enregistré.
experiment-option = Option essayée
experiment-no-option = Aucune option en particulier
experiment-hypothesis-hint = Si nous faisons ceci, alors cela changera d'autant.
experiment-metric = Ce qui est mesuré
experiment-aim = Le sens souhaité
experiment-threshold-hint = Pour une part, un pourcentage : 65. Pour une moyenne, dans l'unité de l'indicateur : 13.
experiment-min-n-hint = En dessous, on ne conclut pas.
experiment-rule-hint = Laissez vide pour la règle habituelle : l'intervalle à 95 % doit être tout entier du bon côté du seuil.
experiment-usual-rule = L'intervalle à 95 % doit être tout entier du bon côté du seuil ; tout entier de l'autre côté, c'est manqué ; entre les deux, on ne conclut pas.
experiment-touches-work = L'essai touche à l'organisation du travail des agents
experiment-touches-work-hint = L'avis des représentants du personnel devra précéder la décision.
experiment-touches-work-short = Organisation du travail
experiment-touches-work-yes = Touchée : l'avis des représentants du personnel doit précéder la décision.
experiment-touches-work-no = Non touchée.
experiment-user-metric = Ce que cela doit changer pour les usagers
experiment-agent-metric = Ce que cela doit changer pour les agents
experiment-authorise = Autoriser l'essai
experiment-authorise-hint = Hypothèse, seuil, taille et dates sont figés aussitôt.
experiment-authorised = Autorisé
experiment-authorised-done = L'essai est autorisé. Plus rien n'en changera.
experiment-enter-result = Saisir le résultat
experiment-correct-result = Corriger le résultat
experiment-result-title = Résultat de « { $title } »
experiment-result-lead = Comptez comme il était prévu. Le verdict se calcule seul, par l'intervalle.
experiment-result-text = Ce que l'on en retient
experiment-result-save = Enregistrer le résultat
experiment-result-saved = Le résultat est enregistré.
experiment-no-result-yet = Le résultat n'est pas encore connu.
experiment-found = Ce que l'on a trouvé
experiment-frozen-title = Ce qui était figé avant le début
experiment-expected-title = Ce qui est attendu
experiment-state-draft = En préparation
experiment-state-authorised = Autorisé, à venir
experiment-state-running = En cours
experiment-state-ended = Terminé, résultat attendu
experiment-state-judged = Terminé

## Pages des consultations

consultations-title = Représentants du personnel et instances
consultation-new = Enregistrer une consultation
consultation-new-title = Enregistrer une consultation
consultation-new-lead = Ce qui a été dit est recopié tel quel et ne sera plus retouché.
consultation-save = Enregistrer la consultation
consultation-saved = La consultation est enregistrée.
consultation-kind = Ce qui était demandé
consultation-information = Information
consultation-opinion = Avis
consultation-debate = Débat
consultation-favourable = Avis favorable
consultation-unfavourable = Avis défavorable
consultation-no-opinion = Aucun : information ou débat
consultation-body = Instance
consultation-body-hint = Par exemple : comité social territorial de l'agglomération.
consultation-subject = Objet
consultation-sent = Documents envoyés le
consultation-met = Séance du
consultation-opinion-given = Avis rendu
consultation-unanimous = L'avis est unanime
consultation-was-unanimous = à l'unanimité
consultation-was-divided = avis partagé
consultation-text = Ce qui a été dit
consultation-text-hint = Recopiez le procès-verbal.
consultation-in-favour = Voix pour : { $name }
consultation-against = Voix contre : { $name }
consultation-abstained = Abstentions : { $name }
consultation-votes = { $favour } pour, { $against } contre, { $abstained } abstention
consultation-voter = Organisation
votes-for = Pour
votes-against = Contre
votes-abstained = Abstention
consultation-note = Ce texte n'est pas retouché. Enregistré par :

## Pages des décisions

decisions-title = Décisions
decision-new = Préparer une décision
decision-new-title = Préparer une décision
decision-new-lead = Un brouillon, vu seulement par ceux qui préparent ou décident. Publiée, la décision ne changera plus.
decision-edit = Modifier le brouillon
decision-edit-title = Modifier « { $title } »
decision-save-draft = Enregistrer le brouillon
decision-drafted = Le brouillon est enregistré.
decision-draft = Brouillon, vu seulement par ceux qui préparent ou décident.
decision-draft-tag = Brouillon
decision-publish = Décider et publier
decision-publish-hint = Vous signez au nom de votre organisation. Ce texte ne changera plus ; une correction sera une nouvelle version.
decision-published = La décision est publiée.
decision-examined = Options examinées
decision-chosen = Options choisies
decision-chosen-hint = Aucune case cochée : tout est écarté, et les raisons le disent.
decision-choice-hint = En clair, pour quelqu'un qui n'a rien suivi.
decision-reasons-hint = Ce qui a pesé, y compris ce qui a été dit contre.
decision-experiments-hint = Ceux qui portent sur une option examinée sont joints d'office.
decision-departs-hint = Nécessaire si l'on garde une option dont l'essai n'a pas convaincu, ou si l'on écarte une option dont l'essai a réussi.
decision-legal-base-hint = Délibération, arrêté, article.
decision-organisation = Organisation qui décide
decision-evidence = Ce que les essais ont montré
decision-voices = Les voix sur lesquelles elle s'appuie
decision-dissent = Ceux qui ne sont pas d'accord
dissent-organisation = Désaccord { $line } : organisation
dissent-words = Désaccord { $line } : ses mots
decision-facts = En pratique
decision-cost-sum = Les options choisies totalisent { $sum } ; la décision retient { $cost }.
decision-signed = Décidé le { $day } par { $name } ({ $role }). Organisation : { $organisation }.
decision-replaced = Une version corrigée remplace cette décision.
decision-see-new = Lire la version en vigueur
decision-correct = Corriger par une nouvelle version
decision-correct-title = Corriger « { $title } »
decision-correct-lead = La version publiée reste lisible et dira qu'elle est remplacée, quand la nouvelle sera publiée à son tour.
decision-correct-open = Ouvrir une nouvelle version
decision-correction-opened = La nouvelle version est ouverte, en brouillon.
decision-versions = Versions
decision-version = Version { $number }
decision-this-one = celle que vous lisez
voices-title = Les voix de la décision
voices-lead = Contributions sur lesquelles s'appuie la décision :
voices-csv-college = À quel titre
voices-csv-count = Contributions
voices-total = Ensemble
voices-hidden = masqué
voices-note = Les nombres qui permettraient de reconnaître quelques personnes sont masqués, ici comme dans le fichier.
voices-read = Lire chaque contribution
voices-download = Télécharger le tableau (CSV)
voices-each = Chaque contribution

## Pages des engagements et des mesures

commitments-title = Engagements
commitments-and-measures = Engagements et mesures
commitments-lead = Qui s'est engagé à quoi, pour quand, et ce qui a été fait.
commitments-of-initiative-lead = Ce que chacun s'est engagé à faire, et ce que les mesures en disent.
commitments-count = { $count ->
    [0] Aucun engagement ne correspond.
    [one] { $count } engagement
   *[other] { $count } engagements
}
commitments-empty-title = Les engagements viendront ici
commitments-empty = Après une décision, chaque organisation dit ici ce qu'elle fera, pour quand, et la mesure qui devrait bouger.
commitment-of = Engagement : { $organisation }
commitment-new = Prendre un engagement
commitment-new-title = Prendre un engagement
commitment-new-lead = Pour exécuter la décision « { $decision } ». Vous signez au nom de votre organisation ; le texte ne changera plus.
commitment-organisation = Organisation qui s'engage
commitment-organisation-hint = Celles pour lesquelles vous avez aujourd'hui le mandat de vous engager.
commitment-text = Ce que nous ferons
commitment-text-hint = Assez précis pour que l'on puisse dire si c'est fait.
commitment-due = Échéance
commitment-metric = Indicateur qui devrait bouger
commitment-expected = Changement attendu
commitment-expected-hint = Par exemple : passer de 54 % à 70 %.
commitment-expected-value = Valeur attendue
commitment-before = Mesure de départ
commitment-before-hint = Celle à laquelle on comparera la suivante.
commitment-after = Mesure d'arrivée
commitment-after-hint = Sans choix, la dernière mesure prise depuis la signature.
commitment-save = Signer l'engagement
commitment-saved = L'engagement est pris.
commitment-signed = Signé le { $day } par { $holder } ({ $role }). Organisation : { $organisation }.
commitment-decision = Décision exécutée
commitment-moved = Ce qui a bougé
commitment-not-measured-again = La seconde mesure n'est pas encore prise.
commitment-thread = Suivi
commitment-taken = Engagement pris
commitment-withdrawn = Engagement retiré
commitment-state-announced = Annoncé
commitment-state-in-progress = En cours
commitment-state-done = Fait
commitment-state-overdue = En retard, sans nouvelles
commitment-state-withdrawn = Retiré
due-on = échéance : { $day }
due-past = échéance passée : { $day }
expected-value = valeur attendue : { $value }
margin-words = En dessous de { $margin }, un écart ne compte pas ; il faut au moins { $min } observations de chaque côté.
report-new = Rendre compte
report-title = Rendre compte
report-save = Publier le compte rendu
report-saved = Le compte rendu est publié.
report-state = Où en est-on
report-state-in-progress = En cours
report-state-done = Fait
report-in-progress = Compte rendu : en cours
report-done = Compte rendu : fait
report-text = Ce qui s'est passé
report-text-hint = Ce qui est fait, ce qui ne l'est pas, ce qui a gêné.
report-proof = À vérifier :
report-proof-label = Où le vérifier
report-proof-hint = Un document, une page, un lieu.
report-awaited = Compte rendu attendu
report-silent-until = Sans compte rendu après le { $day }, l'engagement est dit en retard.
withdraw-open = Retirer l'engagement
withdraw-title = Retirer l'engagement
withdraw-lead = L'engagement reste visible, avec votre raison.
withdraw-reason = Pourquoi vous le retirez
withdraw-save = Retirer l'engagement
withdraw-saved = L'engagement est retiré. Il reste visible avec sa raison.
compare-open = Nommer les mesures à comparer
compare-title = Mesures à comparer
compare-lead = Deux mesures du même indicateur.
compare-save = Comparer ces mesures
compare-saved = Les mesures à comparer sont enregistrées.
metrics-title = Indicateurs
metrics-empty = Aucun indicateur n'est encore posé. On choisit ici ce que l'on mesurera, avant et après.
metric-new = Poser un indicateur
metric-new-title = Poser un indicateur
metric-new-lead = Ce que l'on mesurera avant et après, de la même façon.
metric-save = Enregistrer l'indicateur
metric-saved = L'indicateur est enregistré.
metric-field-title = Ce qui est mesuré
metric-title-hint = Par exemple : part des personnes qui comprennent la lettre.
metric-kind = Comment cela se note
metric-kind-proportion = Une part : tant de cas sur tant d'observations
metric-kind-mean = Une moyenne : des minutes, des euros, des kilomètres
metric-unit = Unité
metric-unit-hint = %, min, voitures par matin.
metric-margin = Plus petit écart qui compte
metric-margin-hint = En dessous, personne ne verrait la différence. Pour une part, en points : 5.
metric-min-n-hint = De chaque côté d'une comparaison. Sans réponse : 30.
metric-reword = Mieux dire cet indicateur
metric-reword-title = Mieux dire « { $title } »
metric-reword-lead = L'unité, le sens et les seuils ne changent pas : des mesures ont été prises avec eux.
measures-title = Mesures
measures-empty-title = Pas encore de mesure
measures-empty = La première mesure viendra ici avec son nombre d'observations, sa période, sa source et son intervalle.
measure-new = Saisir une mesure
measure-new-title = Saisir une mesure
measure-save = Enregistrer la mesure
measure-saved = La mesure est enregistrée.
measure-label = Nom de la mesure
measure-label-hint = Avant, après, première semaine.
measure-from = Premier jour observé
measure-to = Dernier jour observé
measure-source = Source
measure-source-hint = Où, par qui, avec quoi.
measure-method = Particularités de cette mesure
measure-correct = Corriger cette valeur
measure-correct-title = Corriger la mesure « { $label } »
measure-correct-lead = La valeur d'avant reste lisible, barrée, avec votre raison.
measure-correct-save = Enregistrer la correction
measure-replaced = corrigée depuis
learnings-title = Ce que l'on retient
learning-label = Ce que vous retenez, en une ou deux phrases
learning-save = Ajouter
learning-saved = C'est noté.

## Clôture

closing-title = Clore la démarche
closing-missing = Ce n'est pas encore possible. Voici tout ce qui manque
closing-who = Peut le faire : { $role }.
closing-ready = Tout est prêt
closing-ready-text = Chaque contribution a sa réponse, et la décision est publiée.
closing-closed = La démarche est close
closing-waiting = Contributions sans réponse définitive
closing-promised = Réponse promise avant le { $day }
closing-merged = Fusionnée : la personne qui l'a écrite attend aussi sa réponse.
closing-hidden = Masquée : la personne qui l'a écrite attend aussi sa réponse.
closing-act = Clore
closing-act-text = Plus personne ne pourra contribuer. Chaque personne qui a laissé une adresse est prévenue une fois ; pour les autres, les réponses s'impriment.
closing-words = Le mot de la fin
closing-words-hint = Ce qui a changé, ce qui n'a pas changé, quand on en reparlera.
closing-no-decision = Pourquoi aucune décision n'a été prise
closing-no-decision-hint = À remplir seulement s'il n'y en a pas.
closing-button = Clore la démarche
closing-done = La démarche est close. Chacun est prévenu.
paper-title = Réponses à remettre sur papier
paper-lead = Une réponse par personne qui n'a pas laissé d'adresse électronique. Imprimez, remettez, cochez.
paper-waiting = { $count ->
    [one] Une réponse est à remettre sur papier
   *[other] { $count } réponses sont à remettre sur papier
}
paper-count = { $count ->
    [0] Aucune réponse
    [one] { $count } réponse
   *[other] { $count } réponses
}
paper-every = montrer aussi celles déjà remises
paper-only-waiting = ne montrer que celles à remettre
paper-empty-title = Rien à remettre
paper-empty = Toutes les réponses données à ce jour ont été envoyées ou remises.
paper-follow = Pour lire toute la suite, tapez ce code à l'adresse
paper-hand-over = Remise à la personne
paper-handed-over = Remise le { $day }
paper-save = Noter comme remises
paper-noted = { $count ->
    [0] Rien n'était coché.
    [one] Une réponse est notée comme remise.
   *[other] { $count } réponses sont notées comme remises.
}

## Que devient ma contribution ?

follow-title = Suivre ma contribution
follow-lead = Tapez le code de votre reçu : huit lettres et chiffres, comme ABCD-2345.
follow-code = Votre code
follow-code-hint = Les espaces, le tiret et les majuscules n'ont pas d'importance.
follow-button = Voir ce qu'elle devient
follow-unreadable = Un code a huit lettres et chiffres, sans O, I, L, ni 0, ni 1. Vérifiez votre reçu.
follow-unknown = Aucune contribution ne porte ce code. Vérifiez chaque signe sur votre reçu.
follow-lost = Vous n'avez plus votre code ?
follow-lost-text = S'il vous a été envoyé par courriel, il est dans le premier message. Sinon, l'équipe peut vous le redonner à l'accueil : dites où et quand vous avez contribué.
trace-title = Que devient ma contribution ?
trace-number = Contribution n° { $number }
trace-code = Code
trace-private = Cette page s'ouvre avec votre code seulement. Elle n'est pas référencée par les moteurs de recherche.
trace-answered = Votre réponse : { $answer }.
trace-not-answered = Votre réponse est promise avant le { $day }.
trace-said = Vous avez dit
trace-hidden = Masquée aux autres lecteurs
trace-checked = Relue par l'équipe
trace-merged = Rapprochée de la contribution n° { $number }
trace-merged-text = Une autre personne disait presque la même chose. Les deux sont suivies ensemble ; votre réponse vous reste propre.
trace-understood = Lue et classée
trace-theme = Avec d'autres, elle forme le thème « { $theme } ».
trace-answer = Réponse : { $answer }
trace-answer-replaced = Cette réponse a été remplacée depuis.
trace-answer-promised = Réponse motivée
trace-answer-late = Réponse motivée, en retard
trace-before = promise avant le { $day }
trace-option = Une option en est née
trace-option-direct = Elle s'appuie sur ce que vous avez dit.
trace-option-theme = Elle s'appuie sur le thème où votre contribution est classée.
trace-tried = Essayé
trace-trying = Essai en cours
trace-to-try = Essai à venir
trace-until = jusqu'au { $day }
trace-decided = Décidé
trace-decider = { $name } ({ $role }), { $organisation }
trace-committed = Une organisation s'est engagée
trace-see-commitment = Suivre cet engagement
trace-done = C'est fait, d'après le compte rendu du { $day }.
trace-other-commitments = { $count ->
    [one] Un autre engagement exécute cette décision
   *[other] { $count } autres engagements exécutent cette décision
}
trace-see-commitments = Les lire tous
trace-awaited = À faire
trace-measured = Mesuré à nouveau : { $word }
trace-see-measure = Voir la mesure
trace-learnt = Ce que l'on en retient
trace-closed = La démarche est close
trace-review = Réexamen de la décision
trace-review-text = On regardera si la décision a tenu ses promesses.
