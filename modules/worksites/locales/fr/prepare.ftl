## Préparer un chantier

worksite-new = Préparer un chantier
worksite-new-lead = Il reste en préparation jusqu'à ce que vous le publiiez. Il faudra une séance, et la fiche d'assurance et de délibération.
worksite-edit = Modifier le chantier
worksite-save-draft = Enregistrer le chantier
worksite-prepared = Le chantier est préparé. Remplissez la fiche d'assurance, ajoutez une séance, puis publiez-le.
worksite-title = Titre
worksite-lead = Qui le mène
lead-other = Une autre organisation, à nommer ci-dessous
worksite-lead-name = Son nom, si elle n'est pas dans la liste
lead-missing = Choisissez qui mène le chantier dans la liste, ou écrivez son nom.
worksite-place = Lieu du rendez-vous
worksite-place-hint = Une adresse, ou ce qui permet de le trouver.
worksite-point = Point sur la carte
worksite-point-hint = Latitude, puis longitude : 45.3641, 5.5925.
point-problem = Écrivez deux nombres, la latitude puis la longitude : 45.3641, 5.5925.
worksite-work = Ce que nous ferons
worksite-work-hint = Les gestes, et à quoi cela servira.
worksite-bring = À apporter
worksite-bring-hint = Vêtements, eau, repas ; dites aussi ce que nous prêtons.
worksite-access = Accessibilité
worksite-access-hint = Comment on vient, ce que l'on peut faire assis, en fauteuil, sans porter.
initiative-closed = Cette démarche est close : on n'y prépare plus de chantier.
initiative-not-open = La démarche n'est pas ouverte. Ouvrez-la d'abord : le chantier se publie ensuite.
worksite-is-cancelled = Ce chantier est annulé : il ne change plus. Préparez-en un autre.
already-published = Ce chantier est déjà publié.
publish = Publier le chantier
publish-hint = Chacun le verra et pourra s'inscrire.
published = Le chantier est publié. Chacun peut s'inscrire.

## Fiche d'assurance et de délibération

cover-title = Assurance et délibération
cover-lead = Le chantier ne se publie pas tant que cette fiche n'est pas remplie.
cover-law = Qui vient aider est collaborateur occasionnel du service public : la collectivité répond de ce qui lui arrive, même sans faute. Prévenez votre assureur de la date et des gestes ; la délibération les nomme.
cover-insurer = Assureur prévenu
cover-contract = Contrat
cover-contract-hint = Son numéro. Il n'est pas publié.
cover-deliberation = Délibération
cover-deliberation-hint = Qui a voté, et sa référence : conseil municipal, n° 2026-41.
cover-day = Date de la délibération
deliberation-to-come = La délibération doit avoir été votée : sa date ne peut pas être à venir.
cover-safety = Qui répond de la sécurité sur place
cover-safety-hint = Une fonction, et un téléphone de service. C'est publié.
cover-save = Enregistrer la fiche
cover-saved = La fiche est enregistrée.
gate-insurer = Dites quel assureur a été prévenu.
gate-contract = Donnez le numéro du contrat d'assurance.
gate-deliberation = Donnez la référence de la délibération.
gate-deliberated-on = Donnez la date de la délibération.
gate-safety = Dites qui répond de la sécurité sur place.
gate-shift = Ajoutez au moins une séance à venir.

## Séances

shift-new = Ajouter une séance
shift-new-lead = Quelques heures d'un même jour. Sur un chantier à Strasbourg, deux personnes sont venues en semaine, vingt-deux se sont inscrites le samedi.
shift-add = Ajouter la séance
shift-added = La séance est ajoutée.
shift-edit = Modifier la séance
shift-edit-lead = Si le jour ou l'heure change, chaque personne inscrite qui a laissé une adresse est prévenue, et le matériel réservé suit la séance.
shift-day = Jour
shift-start = Début
shift-end = Fin
shift-capacity = Places
shift-capacity-hint = Pour les personnes qui s'inscrivent, équipe non comprise. Au-delà, elles attendent dans l'ordre.
shift-leaders = Adultes de l'équipe
shift-leaders-hint = Présents quoi qu'il arrive.
shift-ratio = Mineurs au plus pour un adulte
shift-ratio-hint = Les adultes de l'équipe et les adultes inscrits comptent. 0 si la séance est réservée aux adultes.
shift-end-problem = La fin doit venir après le début, le même jour.
shift-past-problem = Ce moment est déjà passé. Choisissez un jour à venir.
shift-over = Cette séance est passée ou annulée : elle ne change plus.
capacity-taken = { $count ->
    [one] Une personne a déjà une place : gardez au moins une place.
   *[other] { $count } personnes ont déjà une place : gardez au moins { $count } places.
}
minors-come = { $count ->
    [one] Un mineur a déjà une place : la séance ne peut plus être réservée aux adultes.
   *[other] { $count } mineurs ont déjà une place : la séance ne peut plus être réservée aux adultes.
}

## Annuler

worksite-cancel = Annuler tout le chantier
worksite-cancel-lead = { $count ->
    [0] Aucune séance n'est à venir.
    [one] La séance à venir est annulée.
   *[other] Les { $count } séances à venir sont annulées.
}
worksite-cancel-send = Annuler le chantier et prévenir
worksite-called-off = Le chantier est annulé. Chaque adresse reçoit un message, le matériel est libre.
shift-cancel = Annuler la séance
shift-cancel-send = Annuler la séance et prévenir
shift-called-off = La séance est annulée. Chaque adresse reçoit un message, le matériel est libre.
cancel-reason = Pourquoi
weather = À cause de la météo, nous ne pouvons pas travailler en sécurité.
cancel-told = { $count ->
    [0] Personne n'est inscrit.
    [one] Une personne est inscrite. Elle reçoit un seul message avec votre raison, ou vous l'appelez si elle n'a laissé qu'un téléphone. Le matériel réservé est rendu.
   *[other] { $count } personnes sont inscrites. Chaque adresse reçoit un seul message avec votre raison ; les personnes qui n'ont laissé qu'un téléphone sont dans une liste à appeler. Le matériel réservé est rendu.
}
calls-title = Personnes à appeler
calls-left = { $count ->
    [one] Une personne n'a laissé qu'un téléphone : appelez-la.
   *[other] { $count } personnes n'ont laissé qu'un téléphone : appelez-les.
}
calls-none = Personne à appeler : chacun a une adresse, ou n'a rien laissé.
calls-not-off = Cette séance n'est pas annulée : il n'y a personne à prévenir.
calls-silent = { $count ->
    [one] Une personne n'a laissé ni adresse ni téléphone : elle lira l'annulation avec son code.
   *[other] { $count } personnes n'ont laissé ni adresse ni téléphone : elles liront l'annulation avec leur code.
}
call-note = C'est fait, je l'ai appelée
call-noted = C'est noté : { $name } est au courant.
call-done = appelée

## Matériel

stock-title = Matériel de prêt
stock-lead = Ce que la collectivité prête aux chantiers, par demi-journée. Rien ne se prête deux fois au même moment.
stock-none-title = Rien à prêter pour l'instant
stock-none-text = Notez ce que vous avez : brouettes, gants, bêches, barnums. Les chantiers pourront le réserver.
stock-count = { $count ->
    [0] aucun
   *[other] { $count } en tout
}
stock-lent-title = Qui a quoi
stock-lent-none = Rien n'est réservé à partir d'aujourd'hui.
item-new = Ajouter du matériel
item-name = Matériel
item-name-hint = Brouettes, gants de taille M.
item-quantity = Combien en tout
item-kept = Où il est rangé
item-kept-hint = Un dépôt, une salle, et qui a la clé.
item-save = Enregistrer ce matériel
item-saved = C'est enregistré.
item-exists = Ce matériel est déjà dans la liste. Ouvrez-le pour changer sa quantité.
item-missing = Choisissez un matériel de la liste.
stock-lent = { $lent } sont réservés { $when } : gardez-en au moins autant, ou faites rendre d'abord.
materials-title = Réserver du matériel
materials-of = Matériel de la séance du { $when }
materials-lead = La séance prend : { $halves }.
materials-had = Réservé pour cette séance
materials-none = Rien n'est réservé pour cette séance.
stock-book = Réserver
stock-empty = Il n'y a rien à prêter : la personne qui tient le matériel l'ajoute d'abord.
stock-item = Matériel
stock-choice = { $item } ({ $left } libres sur { $quantity })
stock-quantity = Combien
stock-booked = C'est réservé.
stock-give-back = Rendre
stock-given-back = C'est rendu : d'autres peuvent le prendre.
stock-too-few = { $item } : il n'y en a que { $quantity }. Demandez-en moins.
stock-who = { $quantity } pour « { $worksite } »
stock-lacking = { $item }, { $half } : { $left ->
    [0] il n'en reste aucun
    [one] il en reste un
   *[other] il en reste { $left }
} sur { $quantity }. Déjà pris : { $who }. Demandez-en moins, choisissez une autre séance, ou voyez avec ces chantiers.

## Bilan

debrief-write = Écrire le bilan
debrief-correct = Corriger le bilan
debrief-lead = Il est publié avec le chantier, sauf l'incident. N'y nommez personne.
debrief-due = Bilan à écrire avant le { $day } au soir.
debrief-late = Le bilan devait être écrit avant le { $day } au soir : il est en retard.
debrief-adults = Adultes venus
debrief-adults-hint = Équipe non comprise ; inscrits ou non.
debrief-minors = Moins de 18 ans venus
debrief-quantity = Combien a été fait
debrief-quantity-hint = Un nombre : 120, 1 700, 12,5.
quantity-problem = Écrivez un nombre : 120, 1 700, 12,5.
debrief-unit = De quoi
debrief-unit-hint = m² de massif, arbres plantés, mètres de haie.
debrief-done = Ce qui a été fait
debrief-incident = Incident
debrief-incident-hint = Ce qui s'est mal passé, sans nom. L'équipe seule le lit. Un accident se déclare aussi à l'assureur.
debrief-reason = Pourquoi le corriger
debrief-send = Publier le bilan
debrief-sent = Le bilan est publié.
debrief-too-soon = Le bilan s'écrit quand la séance est finie, et si elle a eu lieu.
debrief-overtaken = Quelqu'un a écrit ce bilan avant vous. Rouvrez la page : partez du sien.
incident-told = Incident noté, lu par l'équipe seule : { $text }
photos-title = Ajouter une photographie
photo = Photographie
photo-hint = JPEG, PNG ou WebP. Le lieu et la date cachés dans le fichier sont effacés.
photo-alt = Ce qu'elle montre
photo-alt-hint = Pour qui ne la voit pas.
photo-law = Montrez l'ouvrage plutôt que les personnes : un visage ne se publie qu'avec l'accord de la personne, ou de son responsable.
photo-send = Publier la photographie
photo-added = La photographie est publiée.
photo-missing = Choisissez une photographie.
photo-too-large = Cette photographie est trop lourde. Choisissez-en une de moins de 12 Mo.
photo-not-an-image = Ce fichier n'est pas une photographie. Choisissez un fichier JPEG, PNG ou WebP.
photo-damaged = Cette photographie ne se lit pas jusqu'au bout. Envoyez-la de nouveau, ou une autre.
