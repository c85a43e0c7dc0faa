## La liste

list-title = Contributions
list-none-title = Personne n'a encore rien dit ici
list-none-text = Les premières paroles ouvrent le chemin aux autres. La vôtre sera lue par une personne et recevra une réponse.
list-none-filtered = Aucune contribution ne répond à ces choix.
list-all = Voir toutes les contributions
filter-text = Mots
filter-theme = Thème
filter-area = Commune
filter-answer = Réponse
filter-capacity = Qui parle
filter-channel = D'où cela vient
filter-order = Ordre
filter-all = Tous
filter-no-theme = Sans thème
filter-waiting = En attente de réponse
filter-apply = Montrer
order-latest = Les plus récentes
order-oldest = Les plus anciennes
order-number = Par numéro
theme-with-count = { $title } ({ $count })
export-label = Réutiliser ces données :
export-dictionary = ce que contient chaque colonne
tool-paper = Saisir une feuille
tool-import = Importer un fichier
tool-classify = Classer par thème
tool-doubles = Chercher les doublons
tool-assign-all = Confier aux services

## Une contribution

said-by = dite { $channel }
theme-label = Thème :
signed = { $when }, { $who }
answer-title = La réponse
answers-before = Les réponses précédentes
hidden-notice = Cette contribution a été masquée le { $when }. { $ground }.
merged-title = { $count ->
    [one] Une autre contribution dit la même chose
   *[other] { $count } autres contributions disent la même chose
}
share-title = Partager
share-link = Lien de cette page
share-qr = Ce dessin mène à la même page : pour une affiche ou un courrier.
qr-contribution = Lire cette contribution
tool-answer = Répondre
tool-assign = Confier
tool-edit = Corriger le texte
tool-moderate = Modérer
assigned-to = Confiée à

## Soutenir

supports-title = Soutiens
supports-gathered = { $count ->
    [one] dont un recueilli hors du site
   *[other] dont { $count } recueillis hors du site
}
support-give = Je soutiens
support-withdraw = Retirer mon soutien
support-sign-in = Se connecter pour soutenir
gathered-add = Ajouter des soutiens recueillis hors du site
gathered-count = Combien de personnes
gathered-channel = Où elles ont été comptées
gathered-day = Le jour
gathered-send = Ajouter ces soutiens
gathered-count-problem = Donnez un nombre de personnes, de 1 à { $most }.
gathered-done = Ces soutiens sont ajoutés.

## Commenter

comments-empty = Personne n'a encore commenté. Un argument, pour ou contre, aide à décider.
comments-neutral = Questions et précisions
comments-side-empty = Rien encore de ce côté.
comment-title = Ajouter un argument
comment-alignment = Votre argument est
comment-for = pour
comment-against = contre
comment-neutral = ni pour ni contre : une question, une précision
comment-text = Votre argument
comment-send = Envoyer mon argument
comment-sign-in = Se connecter pour commenter
comment-reply = Répondre à
comment-reply-text = Votre réponse
comment-reply-send = Envoyer ma réponse
comment-take-back = Reprendre ce commentaire
comment-taken-back = Votre commentaire est retiré.
comment-too-late = Ce commentaire ne peut plus être repris : d'autres l'ont peut-être lu. La personne qui anime la démarche peut le masquer, en disant pourquoi.
comment-no-reply = On ne peut pas répondre à ce commentaire.
comment-withdrawn = Commentaire repris par son auteur.
comment-hidden = Commentaire masqué. { $reason }
comment-erased-author = Personne qui a quitté le site

## Corriger, modérer

edit-title = Corriger la contribution n° { NUMBER($number, useGrouping: "false") }
edit-lead = Le texte corrigé remplace l'ancien. Ce qui a déjà été répondu reste.
edit-send = Enregistrer le texte corrigé
edit-done = Le texte corrigé est enregistré.
moderation-title = Modérer la contribution n° { NUMBER($number, useGrouping: "false") }
moderation-lead = Rien ne disparaît sans trace : la personne qui a écrit lira votre raison, et chacun verra qu'une contribution a été masquée.
moderation-ground = Motif
moderation-ground-missing = Choisissez un motif.
moderation-reason = Raison
moderation-reason-hint = Une phrase qui dit ce qui pose problème et ce que la personne peut faire.
moderation-hide = Masquer
moderation-publish = Montrer de nouveau
moderation-done = C'est fait, et noté au journal.

## Sur la page de la démarche

block-title = Ce qui a été dit
block-empty = Personne n'a encore rien dit. Les premières paroles ouvrent le chemin.
block-latest = Dernières contributions
trace-assigned = Confiée au service { $unit }
trace-comments = Lire les commentaires

## Données ouvertes

export-sheet = Contributions
dictionary-title = Ce que contient chaque colonne
dictionary-lead = Les contributions publiées de cette démarche, sans rien qui nomme leur auteur.
dictionary-column = Colonne
dictionary-code = Nom pour les programmes
dictionary-meaning = Sens
dictionary-licence = Ces données peuvent être réutilisées librement (Licence Ouverte 2.0), en citant la collectivité et la date.
column-number = Numéro
column-number-meaning = Numéro de la contribution dans la démarche.
column-title = Titre
column-title-meaning = Titre donné, ou premiers mots.
column-text = Texte
column-text-meaning = Ce qui a été dit, tel quel.
column-capacity = À quel titre
column-capacity-meaning = Habitante ou habitant, usagère ou usager, association, agente ou agent, syndicat, élue ou élu.
column-organisation = Organisation
column-organisation-meaning = Organisation au nom de laquelle on parle.
column-commune = Commune
column-commune-meaning = Commune dont on parle.
column-insee = Code INSEE
column-insee-meaning = Code officiel géographique de la commune.
column-place = Lieu
column-place-meaning = Endroit, en quelques mots.
column-latitude = Latitude
column-latitude-meaning = En degrés, WGS 84.
column-longitude = Longitude
column-longitude-meaning = En degrés, WGS 84.
column-channel = D'où cela vient
column-channel-meaning = Site, papier, de vive voix, sortie, borne, fichier.
column-said-on = Dite le
column-said-on-meaning = Jour où cela a été dit.
column-received-at = Reçue le
column-received-at-meaning = Moment de l'enregistrement. Heure de Paris ; temps universel pour les programmes.
column-theme = Thème
column-theme-meaning = Thème sous lequel une personne l'a classée.
column-answer = Réponse
column-answer-meaning = Retenue, retenue en partie, écartée, hors périmètre, à l'étude ; vide sans réponse.
column-answer-reason = Raison de la réponse
column-answer-reason-meaning = Pourquoi, dans les mots de la collectivité.
column-answer-cost = Coût annoncé
column-answer-cost-meaning = Ce que cela coûterait, en euros, selon la réponse.
column-answer-by = Prévu pour
column-answer-by-meaning = Le jour annoncé par la réponse.
column-answered-at = Répondue le
column-answered-at-meaning = Moment de la réponse.
column-supports = Soutiens
column-supports-meaning = Soutiens sur le site et recueillis ailleurs.
column-comments = Commentaires
column-comments-meaning = Commentaires publiés.
column-merged-into = Réunie à
column-merged-into-meaning = Numéro de celle qui dit la même chose et qui est étudiée pour les deux.
column-address = Adresse
column-address-meaning = Page de la contribution.
