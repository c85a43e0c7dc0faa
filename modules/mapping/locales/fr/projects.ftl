## Les projets

projects-title = Projets
projects-lead = { $count ->
    [one] Un projet ; { $voted } votés.
   *[other] { $count } projets ; { $voted } votés en tout.
}
projects-none-title = Aucun projet pour l'instant
projects-none-text = Un lieu de la carte devient un projet quand l'équipe ouvre sa fiche : son étape, son argent, ses photos.
projects-see = Voir les projets et leur argent
total = Total

## Une fiche

project-see = Voir la fiche du projet
project-place = Voir le lieu sur la carte
project-owner-said = Porté par : { $owner }
project-money = L'argent
project-no-money = Aucune ligne de budget pour l'instant.
project-steps = Où il en est
project-no-step = Aucune étape n'est encore dite.
project-photos = Avant, après
project-follow = Me prévenir à chaque étape
project-leave = Ne plus me prévenir
project-follow-how = Pour être prévenue ou prévenu par courriel à chaque étape, connectez-vous.
project-followed = Vous recevrez une lettre à chaque étape.
project-left = Vous ne recevrez plus de lettre pour ce projet.
mail-step-subject = { $title } : une étape
mail-step-text =
    Bonjour,

    Vous suivez le projet « { $title } ». Le { $day } : { $stage }.

    { $text }

    La fiche, et de quoi ne plus recevoir ces lettres : { $link }

## Écrire une fiche

project-write = Écrire la fiche du projet
project-open = Ouvrir une fiche de projet
project-write-title = Fiche de projet : { $title }
project-write-lead = Ce lieu n'a pas encore de fiche. Dites qui porte le projet ; le reste viendra ensuite.
project-owner = Qui le porte
project-owner-hint = Le service, l'élue ou l'élu, l'association.
project-actions = Ce qu'il met en œuvre
project-actions-hint = Les orientations ou les actions de la charte qu'il sert.
project-save = Enregistrer la fiche
project-saved = La fiche est enregistrée.
project-not-observed = Un lieu observé par quelqu'un ne devient pas un projet : dessinez le projet sur une autre couche.
project-step-title = Dire une étape
project-stage = Étape
project-step-text = Ce qui s'est passé
project-step-day = Quand
project-step-send = Dire cette étape et prévenir
project-stepped = L'étape est dite ; les personnes qui suivent le projet reçoivent une lettre.
project-photo-add = Ajouter cette photo
project-photo-added = La photo est ajoutée.
project-photo-remove = Retirer cette photo
project-photo-removed = La photo est retirée.
photo-before = Avant
photo-after = Après
photo-moment = Prise
stage-problem = Choisissez où en est le projet.

## Lignes de budget

line-label = Pour quoi
line-voted = Voté
line-committed = Engagé
line-spent = Dépensé
line-deliberation = Délibération
line-hint = En euros : 38 375 ou 1 234,50.
line-deliberation-hint = Numéro et date : « 2013-214, 27 mai 2013 ».
line-told = { $voted } votés, { $committed } engagés, { $spent } dépensés
line-add = Ajouter cette ligne
line-save = Enregistrer cette ligne
line-saved = La ligne est enregistrée.
line-edit = Modifier
line-remove = Retirer
line-removed = La ligne est retirée.
lines-too-many = { $most } lignes au plus sur une fiche : regroupez les plus petites.
amount-problem = Donnez un montant en euros, par exemple 38 375 ou 1 234,50.
committed-problem = On n'engage pas plus que ce qui est voté. Si le vote a changé, corrigez d'abord le montant voté et sa délibération.
spent-problem = On ne dépense pas plus que ce qui est engagé.

## Étapes

stage-idea = Proposé
stage-study = À l'étude
stage-voted = Voté
stage-works = En travaux
stage-done = Réalisé
stage-stopped = Abandonné
