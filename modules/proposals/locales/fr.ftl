### Ce que dit ce module, en commun à ses pages. Une section par sujet, les deux langues dans le même ordre.

## Gestes

contribute = Dire ce que je vois, ce que je propose
read-contributions = Lire les contributions
go-on = Continuer
go-back = Revenir à l'écran précédent
correct = Corriger
menu-queue = Ma file

## Compter, nommer

waiting = En attente de réponse
number-short = n° { NUMBER($number, useGrouping: "false") }
number-long = Contribution n° { NUMBER($number, useGrouping: "false") }
list-count = { $count ->
    [0] Aucune contribution
    [one] Une contribution
   *[other] { $count } contributions
}
supports-count = { $count ->
    [0] Personne ne la soutient encore
    [one] Un soutien
   *[other] { $count } soutiens
}
comments-count = { $count ->
    [0] Commentaires
    [one] Un commentaire
   *[other] { $count } commentaires
}
late-count = { $count ->
    [one] Une réponse est en retard sur ce qui avait été promis.
   *[other] { $count } réponses sont en retard sur ce qui avait été promis.
}
hidden-tag = Masquée
merged-into = Elle dit la même chose que celle-ci, qui est étudiée pour les deux :

## Promesse

promise-kept = La réponse est donnée.
promise-late = { $days ->
    [one] En retard d'un jour : la réponse était promise pour le { $date }.
   *[other] En retard de { $days } jours : la réponse était promise pour le { $date }.
}
promise-today = La réponse est promise pour aujourd'hui.
promise-in = { $days ->
    [one] Réponse promise pour demain, { $date }.
   *[other] Réponse promise dans { $days } jours, le { $date }.
}

## Ce qui ne va pas

form-too-old = Ce formulaire est incomplet. Rechargez la page ; ce que vous avez écrit y reviendra.
date-to-come = Cette date n'est pas encore passée.
nothing-chosen = Rien n'est coché. Cochez au moins une ligne.
capacity-missing = Dites à quel titre vous parlez : les voix sont comptées par groupe, pour qu'aucun n'en couvre un autre.
channel-problem = Choisissez d'où cela vient : papier, de vive voix, sortie ou borne.
reason-missing = Donnez la raison : la personne qui a écrit la lira.
status-missing = Choisissez ce que devient cette contribution.
