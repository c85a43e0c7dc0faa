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
