## Ouvrir, nommer

open-title = Ouvrir une charte
open-lead = Une première version s'ouvre, à écrire sous les yeux de tous.
open-send = Ouvrir la charte
opened = La charte est ouverte. Écrivez son premier article.
charter-title = Titre de la charte
charter-intent = À quoi elle sert
charter-intent-hint = En deux phrases, sans laisser croire qu'elle oblige.
rename-title = Titre et intention
rename-send = Enregistrer
renamed = Le titre et l'intention sont enregistrés.

## Articles

article-new = Ajouter un article
article-edit = Modifier cet article
article-lead = Chacun lit la version en préparation, et peut proposer d'autres mots sous chaque paragraphe.
article-orientation = Orientation
article-orientation-hint = Le chapitre auquel l'article appartient.
article-title = Titre de l'article
article-text = Texte
article-text-hint = Une ligne vide sépare deux paragraphes.
article-rests-on = Contributions à l'origine de l'article
article-rests-on-hint = Leurs numéros, séparés par des virgules. Chacune verra sur son fil qu'elle a mené à cet article.
article-position = Rang dans la charte
article-position-hint = Laissez vide pour le mettre à la fin.
article-save = Enregistrer l'article
article-saved = L'article est enregistré.
article-remove = Retirer cet article
article-removed = L'article est retiré de la version en préparation.
remove-text = Les versions déjà publiées le gardent.
no-such-contribution = Aucune contribution publiée ne porte ce numéro : { $numbers }.

## Volets

sub-new = Ajouter un volet
sub-edit = Modifier ce volet
sub-lead = Un volet dit à une catégorie de signataires ce qu'elle peut choisir, combien au moins, et à quoi elle renonce.
sub-title = Titre du volet
sub-kind = Pour qui
sub-kind-missing = Dites pour qui est ce volet.
sub-intro = En quelques phrases
sub-actions = Actions proposées
sub-actions-hint = Une par ligne. Après une barre verticale, ce qui montrera qu'elle est faite : « Planter une haie | photo, longueur ».
sub-minimum = Nombre d'actions à choisir au moins
sub-minimum-problem = Un nombre de 0 à 100.
sub-prohibitions = Ce à quoi l'on renonce
sub-prohibitions-hint = Une ligne par renoncement ; chacun devra être accepté.
sub-individuals = Des personnes peuvent aussi le signer en leur nom
sub-lines-problem = { $count } lignes au plus, de { $letters } signes chacune.
sub-save = Enregistrer le volet
sub-saved = Le volet est enregistré.
sub-remove = Retirer ce volet
sub-removed = Le volet est retiré de la version en préparation.

## Publier

open-version = Ouvrir une nouvelle version
open-version-text = Le texte d'aujourd'hui y est repris, pour être changé. Aucune signature ne passe d'une version à l'autre.
version-opened = Une nouvelle version est en préparation.
publish-title = Publier la version en préparation
publish-lead = Une version publiée ne change plus. Les signataires de la précédente seront invités à lire et à signer celle-ci, une fois.
publish-from = Premier jour
publish-to = Dernier jour
publish-deliberation = Délibération du conseil
publish-deliberation-hint = Sa date et sa référence : « délibération du 19 mai 2025, n° 12 ».
publish-send = Publier pour toujours
published = La version est publiée.
period-problem = Le dernier jour vient après le premier ; les deux sont nécessaires.
gate-no-article = Aucun article n'est écrit.
gate-no-sub = Aucun volet n'est écrit : personne ne saurait quoi signer.
gate-short-menu = { $count ->
    [one] Un volet demande plus d'actions qu'il n'en propose.
   *[other] { $count } volets demandent plus d'actions qu'ils n'en proposent.
}
gate-unanswered = { $count ->
    [one] Une proposition n'a pas de réponse.
   *[other] { $count } propositions n'ont pas de réponse.
}

## Évaluer

evaluation-title = Évaluation de la version en vigueur
evaluation-lead = Douze mois puis six mois avant la fin, l'accueil le rappelle, jusqu'à ce que l'évaluation soit écrite.
evaluation-day = Jour de la réunion
evaluation-text = Ce qui a été trouvé
evaluation-send = Enregistrer l'évaluation
evaluation-saved = L'évaluation est enregistrée.

## Conduire

steer-suggestions = { $count ->
    [0] Toutes les propositions ont une réponse
    [one] Une proposition sans réponse
   *[other] { $count } propositions sans réponse
}
steer-pending = { $count ->
    [0] Aucune signature n'attend un mandat
    [one] Une signature en attente
   *[other] { $count } signatures en attente
}
steer-requests = { $count ->
    [0] Aucune demande d'appui en attente
    [one] Une demande d'appui
   *[other] { $count } demandes d'appui
}
steer-invited = { $count ->
    [one] Un signataire de la version précédente invité
   *[other] { $count } signataires de la version précédente invités
}
steer-left = { $count ->
    [0] Tous ont signé la version en vigueur.
    [one] Un n'a pas signé la version en vigueur.
   *[other] { $count } n'ont pas signé la version en vigueur.
}
invited-on = Invitation envoyée le { $day }
invited-not-yet = Invitation pas encore partie

## Saisir une feuille

paper-title = Saisir une signature sur papier
paper-lead = Recopiez la feuille telle qu'elle est. Sans la pièce qui donne le mandat, la signature d'une organisation est gardée, et n'est pas comptée.
paper-signer = Qui a signé
paper-proof = Pièce qui donne le mandat
paper-proof-hint = « Délibération du conseil d'administration du 3 mars ». Inutile pour qui signe en son nom.
paper-day = Jour de la signature
paper-email = Adresse électronique, pour les invitations
paper-send = Enregistrer la signature
paper-done = La signature est enregistrée.
