## Lire

state-draft = En préparation
state-in-force = En vigueur
state-past = Remplacée
suggestions = Propositions de changement
supports = Soutien aux signataires
compare-with = Comparer avec la version { $number }
no-article = Aucun article n'est encore écrit. L'équipe d'animation écrit, chacun propose : cette page les montrera au fur et à mesure.
propose = Proposer d'autres mots
behind = { $count ->
    [one] Ce qui est derrière cet article : une contribution
   *[other] Ce qui est derrière cet article : { $count } contributions
}
contribution-numbered = Contribution n° { NUMBER($number, useGrouping: "false") } : { $title }
subs-title = Ce qui est demandé à chacun
no-sub = Aucun volet n'est encore écrit : on ne sait pas encore ce qui sera demandé à qui.
sub-rule = { $minimum ->
    [0] { $count } actions proposées, à choisir librement
    [one] Une action au moins, à choisir parmi { $count }
   *[other] { $minimum } actions au moins, à choisir parmi { $count }
}
sub-open-to-people = Se signe aussi en son nom
versions-title = Versions
published-on = Publiée le { $day }
read-version = Lire la version { $number }

## Comparer

compare-title = De la version { $from } à la version { $to }
compare-lead = Pour chaque article, le texte d'avant, puis ce qui change : barré, ce qui disparaît ; souligné, ce qui arrive.
compare-nothing = Rien n'a changé entre ces deux versions.
compare-added = Nouveau
compare-removed = Retiré
compare-changed = Modifié
compare-same = Inchangés

## Proposer

suggestion-new = Proposer d'autres mots : { $article }
suggestion-lead = Voici le paragraphe. Écrivez-le comme vous le voudriez, et dites pourquoi. Vous recevrez un code pour suivre ce que devient votre proposition, et une réponse avec ses raisons.
suggestion-proposed = Le paragraphe comme vous l'écririez
suggestion-proposed-hint = Changez, ajoutez, retirez : ce qui diffère sera montré mot à mot.
suggestion-why = Pourquoi
suggestion-capacity = À quel titre parlez-vous ?
suggestion-email = Votre adresse électronique
suggestion-email-hint = Pour recevoir la réponse. Elle n'est jamais publiée.
suggestion-send = Envoyer ma proposition
suggestion-sent = Votre proposition est arrivée : contribution n° { NUMBER($number, useGrouping: "false") }. Votre code de suivi : { $code }.
in-whose-name = Au nom de qui parlez-vous ?
own-name = En mon nom
suggestion-title = Charte, version { $version }, article « { $article } »
suggestion-words = Je propose d'écrire : « { $proposed } » Parce que : { $why }
suggestion-unchanged = Ces mots sont ceux du texte. Changez-en au moins un.
suggestion-version-past = Cette version a été remplacée. Faites votre proposition sur la version en vigueur, ou sur celle qui se prépare.
suggestions-lead = Chacun peut proposer d'autres mots pour un paragraphe. Chaque proposition reçoit une réponse et sa raison ; une version n'est publiée que lorsque toutes en ont une.
suggestions-none-title = Aucune proposition pour l'instant
suggestions-none-text = Sous chaque paragraphe de la charte, « Proposer d'autres mots » ouvre un formulaire. Il ne faut pas de compte.
suggestion-numbered = Proposition n° { NUMBER($number, useGrouping: "false") }
suggestion-of = Proposition n° { NUMBER($number, useGrouping: "false") }, { $who }
suggestion-waits = En attente de réponse
suggestion-taken = Reprise dans la version { $version }
title-of-version = { $title }, version { $version }
suggestion-changes = Ce qui changerait
suggestion-because = Pourquoi
suggestion-argue = Arguments pour et contre
suggestion-answer = La réponse
answer-title = Répondre
answer-again = Répondre de nouveau
answer-status = Ce que devient cette proposition
answer-reason = Pourquoi
answer-reason-hint = La personne qui a proposé lira cette raison, et chacun avec elle.
answer-send = Envoyer la réponse
answered = La réponse est donnée.
take-up-title = Porter cette proposition dans la version en préparation
take-up-theirs = Reprendre ces mots tels quels
take-up-ours = L'article les reprend autrement
taken-up = La version en préparation reprend cette proposition.
suggestion-not-accepted = Seule une proposition retenue, en entier ou en partie, peut entrer dans le texte, et une seule fois.
paragraph-changed = Ce paragraphe a changé depuis la proposition, ou n'est plus dans le texte. Ouvrez l'article, écrivez-y ce qui est retenu, puis choisissez « L'article les reprend autrement ».

## Signataires et bilan

who-signed = Qui a signé
kind-count = { $kind } : { $count }
filter-all = Toutes
filter-name = Nom
filter-list = Liste
filter-signed = Ont signé cette version
filter-before = Ont signé la précédente, pas encore celle-ci
filter-taken-back = Ont retiré leur signature
filter-apply = Montrer
register-found = { $count ->
    [0] Aucun nom dans cette liste
    [one] Un nom dans cette liste
   *[other] { $count } noms dans cette liste
}
register-none = Personne ne correspond.
register-all = Voir tous les signataires
read-list = Lire la liste
balance-title = Bilan des actions
balance-of = Bilan des actions, { $charter }
balance-print = Télécharger le bilan à imprimer
balance-lead = { $reports ->
    [one] Un compte rendu
   *[other] { $reports } comptes rendus
}, { $signatures ->
    [one] un signataire.
   *[other] { $signatures } signataires.
}
balance-tellers = En { NUMBER($year, useGrouping: "false") }, { $told ->
    [one] un signataire
   *[other] { $told } signataires
} de la version en vigueur sur { $total } { $told ->
    [one] a raconté
   *[other] ont raconté
} ce qui a été fait.
balance-source = Quantités telles que les signataires les racontent ; personne ne les a recomptées sur place.
balance-none-title = Aucune action n'est encore racontée
balance-none-text = Chaque année, chaque signataire dit ce qu'il a fait, où et combien. Les quantités s'ajouteront ici, action par action.
balance-figure = Ce qui a été fait, en { $unit }
balance-unit = { $reports ->
    [one] { $unit } · un compte rendu avec une quantité · { $years }
   *[other] { $unit } · { $reports } comptes rendus avec une quantité · { $years }
}
balance-export = Emporter le tableau :
balance-no-unit = unités non précisées
balance-unmeasured = Raconté sans quantité
balance-in-year = { $action }, { NUMBER($year, useGrouping: "false") }
balance-table = Toutes les actions, année par année
figure-table = Voir les chiffres
figure-source-word = Source :
column-quantity = Quantité
column-unit = De quoi
column-measured = Comptes rendus avec une quantité
column-reports = Comptes rendus
