## Classer

classify-title = Classer les contributions
classify-lead = Un thème rassemble ce qui parle de la même chose. Une personne choisit, et le dit en quelques phrases.
classify-tick = Contributions à classer
classify-empty = Tout est classé ici.
classify-theme = Mettre ce qui est coché sous le thème
classify-new-theme = Un nouveau thème
classify-new-title = Titre du nouveau thème
classify-new-hint = Ce dont on parle, en quelques mots. Laissez vide si vous avez choisi un thème qui existe.
classify-send = Classer ce qui est coché
classify-done = { $count ->
    [one] Une contribution est classée.
   *[other] { $count } contributions sont classées.
}
themes-title = Thèmes
themes-empty = Aucun thème pour l'instant.
theme-edit = Renommer ou décrire
theme-edit-title = Renommer ou décrire un thème
theme-title = Titre
theme-summary = Ce qui a été dit, en quelques phrases
theme-summary-hint = Chacun le lira : les accords, les désaccords, ce qui surprend.
theme-save = Enregistrer le thème
theme-saved = Le thème est enregistré.
theme-remove = Supprimer ce thème vide
theme-removed = Le thème est supprimé.
groups-see = Voir des groupes proposés
groups-title = Groupes proposés
groups-lead = Ces contributions se ressemblent par leurs mots. Le titre est une phrase que quelqu'un a écrite. Gardez, renommez, ou laissez : rien n'est classé sans vous.
groups-by-hand = Classer à la main
groups-empty = Rien à proposer : ce qui reste sans thème ne se ressemble pas assez.
groups-where = Sous quel thème
groups-accept = { $count ->
    [one] Classer cette contribution
   *[other] Classer ces { $count } contributions
}

## Doublons

doubles-title = Doublons
doubles-lead = Quand deux contributions disent la même chose, l'une est étudiée pour les deux. Chacune garde ses mots, son code et sa réponse ; la réunion se défait.
doubles-empty = Aucun doublon à proposer.
doubles-near = Mots communs : { $near }
merge-reason = Pourquoi
merge-into = Réunir la n° { NUMBER($merged, useGrouping: "false") } à la n° { NUMBER($kept, useGrouping: "false") }
merge-done = Les deux contributions sont réunies. Vous pouvez les séparer plus bas.
merges-title = Contributions réunies
unmerge = Séparer
unmerge-done = Les deux contributions sont séparées.

## Confier

assign-title = Confier aux services
assign-one-title = Confier la contribution n° { NUMBER($number, useGrouping: "false") }
assign-lead = Confier un thème, c'est confier ses contributions présentes et à venir. Une contribution confiée seule suit son propre chemin.
assign-themes = Thèmes
assign-waiting = Contributions que personne ne tient
assign-all-held = Chaque contribution sans réponse est tenue par un service.
assign-held-by = tenu par { $holder }
assign-nobody-holds = personne ne le tient
assign-unit = Service
assign-no-unit = Aucun service
assign-person = Personne
assign-whole-unit = Tout le service
assign-due = À répondre avant le
assign-due-hint = Vide : le jour promis à chaque auteur.
assign-note = Note entre collègues
assign-note-hint = Jamais publiée. Sans nom d'habitant.
assign-send = Confier
assign-nobody = Choisissez un service ou une personne.
assign-done = { $count ->
    [one] C'est confié.
   *[other] { $count } lignes sont confiées.
}
handed-back = rendue : { $note }

## Ma file

queue-title = Ma file
queue-count = { $count ->
    [one] Une contribution attend votre réponse.
   *[other] { $count } contributions attendent votre réponse.
}
queue-empty-title = Rien ne vous attend
queue-empty-text = Ce qui sera confié à votre service apparaîtra ici, la plus ancienne promesse d'abord.
queue-empty-gesture = Voir les démarches
queue-studied = À l'étude
queue-tick = Répondre en même temps que d'autres :
queue-bulk = Répondre à ce qui est coché
queue-next = Suivante

## Répondre

answer-page-title = Répondre à la contribution n° { NUMBER($number, useGrouping: "false") }
answer-write = Votre réponse
answer-status = Que devient cette contribution ?
answer-reason = Pourquoi
answer-reason-hint = La personne qui a écrit lira ces mots : dites ce qui sera fait, ou pourquoi cela ne l'est pas.
answer-cost = Ce que cela coûte
answer-cost-hint = En euros, si vous le savez. Exemple : 12 500
answer-cost-problem = Écrivez un montant en euros, par exemple 12 500 ou 12 500,50.
answer-by = Prévu pour le
answer-by-hint = Si vous le savez : le jour où ce sera fait.
answer-links = Ce à quoi la réponse renvoie
answer-link-option = Option :
answer-link-decision = Décision :
answer-send = Donner cette réponse
answer-send-next = Donner cette réponse et passer à la suivante
answers-given = { $count ->
    [one] La réponse est donnée, et la personne prévenue si elle a laissé une adresse.
   *[other] { $count } réponses sont données, et chaque personne prévenue si elle a laissé une adresse.
}
answer-retained-hint = Ce qu'elle demande sera fait.
answer-partly-retained-hint = Une partie sera faite : dites laquelle.
answer-set-aside-hint = Cela ne sera pas fait : dites pourquoi.
answer-out-of-scope-hint = Cela ne dépend pas de cette démarche : dites de qui cela dépend.
answer-under-study-hint = Ce n'est pas une fin : dites qui regarde, et jusqu'à quand.
bulk-title = { $count ->
    [one] Répondre à une contribution
   *[other] Donner la même réponse à { $count } contributions
}
bulk-about = { $count ->
    [one] La contribution concernée
   *[other] Les { $count } contributions concernées
}
bulk-look = Relire avant de donner
bulk-look-again = Relire de nouveau
bulk-preview = Ce que chaque personne lira
bulk-give = { $count ->
    [one] Donner cette réponse
   *[other] Donner ces { $count } réponses
}
hand-back-title = Ce n'est pas pour mon service
hand-back-note = Pourquoi, et pour qui ce serait
hand-back-send = Rendre aux animateurs
hand-back-done = La contribution est rendue à la personne qui anime la démarche.
