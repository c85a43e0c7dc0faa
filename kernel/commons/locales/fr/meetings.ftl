## Les rencontres

meetings-title = Rencontres
meetings-lead = Réunions, ateliers, sorties, stands, chantiers : là où l'on se parle. Vous pouvez vous inscrire sans compte.
meetings-next = Prochaines rencontres
meetings-all = Toutes les rencontres
meetings-coming = À venir
meetings-past = Passées
meetings-none-coming = Aucune rencontre n'est annoncée pour l'instant. L'équipe qui anime la démarche les annonce ici ; vous pouvez suivre leurs dates dans votre agenda.
meetings-subscribe = Mettre les rencontres dans votre agenda
meetings-calendar = Rencontres : { $site }

meeting-kind-public-meeting = Réunion publique
meeting-kind-workshop = Atelier
meeting-kind-outing = Sortie
meeting-kind-stand = Stand
meeting-kind-worksite = Chantier
meeting-kind-other = Rencontre
meeting-state-draft = en préparation
meeting-state-announced = annoncée
meeting-state-held = tenue
meeting-state-cancelled = annulée
sign-up-state-confirmed = Place confirmée
sign-up-state-waiting = Liste d'attente
sign-up-state-cancelled = Place rendue

meeting-when = { $day }, de { $start } à { $end }
meeting-when-days = du { $start } au { $end }
meeting-of = Démarche :
meeting-open-map = ouvrir sur une carte
meeting-open-to-all = Ouverte à toutes et à tous, sans limite de places.
meeting-free = { $free ->
    [one] Il reste une place sur { $seats }.
   *[other] Il reste { $free } places sur { $seats }.
}
meeting-full = { $waiting ->
    [0] Les { $seats } places sont prises. Vous pouvez vous inscrire sur la liste d'attente.
    [one] Les { $seats } places sont prises. Une personne attend ; vous pouvez vous inscrire à la suite.
   *[other] Les { $seats } places sont prises. { $waiting } personnes attendent ; vous pouvez vous inscrire à la suite.
}
meeting-by-invitation = Sur invitation. Vous pouvez vous inscrire sur la liste d'attente, au cas où des places se libèrent.
meeting-called-off = Annulée : { $title }
meeting-why-cancelled = Cette rencontre est annulée.
meeting-to-agenda = Mettre dans votre agenda
meeting-team = Pour l'équipe

meeting-new = Préparer une rencontre
meeting-new-lead = Elle reste en préparation jusqu'à ce que vous l'annonciez.
meeting-edit = Modifier la rencontre
meeting-edit-lead = Si le jour, l'heure ou le lieu change, chaque personne inscrite qui a laissé une adresse est prévenue.
meeting-save-draft = Enregistrer la rencontre
meeting-save = Enregistrer les changements
meeting-prepared = La rencontre est préparée. Relisez-la, puis annoncez-la.
meeting-saved = La rencontre est enregistrée.
meeting-announce = Annoncer la rencontre
meeting-announce-hint = Chacun la verra et pourra s'inscrire.
meeting-announced = La rencontre est annoncée.
meeting-hold = Dire que la rencontre a eu lieu
meeting-held = C'est noté : la rencontre a eu lieu.
meeting-cancel = Annuler la rencontre
meeting-cancel-lead = { $count ->
    [0] Personne n'est inscrit.
    [one] Une personne est inscrite. Si elle a laissé une adresse, elle reçoit un message avec votre raison.
   *[other] { $count } personnes sont inscrites. Celles qui ont laissé une adresse reçoivent un message avec votre raison ; les autres sont sur la page « Personnes inscrites », avec leur numéro.
}
meeting-cancel-reason = Pourquoi elle n'aura pas lieu
meeting-cancel-submit = Annuler et prévenir
meeting-cancelled = La rencontre est annulée. Les personnes inscrites sont prévenues.

meeting-kind = Sorte de rencontre
meeting-day = Jour
meeting-start = Début
meeting-end = Fin
meeting-place = Lieu
meeting-place-hint = La salle, l'adresse, comment y entrer.
meeting-area = Commune ou quartier
meeting-seats = Nombre de places
meeting-seats-hint = Laissez 0 s'il n'y a pas de limite.
meeting-guest-seats = Places gardées pour des personnes invitées
meeting-guest-seats-hint = Prises sur le nombre de places. Vous les donnez vous-même, par leur nom, sur la page « Personnes inscrites ».
meeting-point = Point sur la carte
meeting-point-hint = La latitude puis la longitude, par exemple 45.3642, 5.5901. Chacun peut l'ouvrir sur son téléphone.
meeting-agenda = Programme
meeting-agenda-hint = Ce qui s'y fera, une chose par ligne.

meeting-hour-problem = Écrivez une heure, par exemple 18:30.
meeting-end-problem = La fin doit venir après le début.
meeting-seats-problem = Écrivez un nombre entier, de 0 à { $most }.
meeting-guest-seats-problem = Gardez au plus le nombre de places de la rencontre.
point-format = Écrivez la latitude puis la longitude, séparées par une virgule : 45.3642, 5.5901.
meeting-initiative-closed = Cette démarche est close : on n'y prépare plus de rencontre.
meeting-not-open = Cette démarche n'est pas ouverte. Ouvrez-la d'abord ; vous annoncerez la rencontre ensuite.
meeting-over = Cette rencontre a eu lieu ou est annulée : elle ne change plus. Vous pouvez en préparer une autre.
meeting-past = L'heure de cette rencontre est passée. Changez son jour, puis annoncez-la.
meeting-not-begun = Cette rencontre n'a pas commencé. Revenez à l'heure du début.
meeting-state-refused = La rencontre a changé entre-temps. Rechargez la page pour voir où elle en est.

meeting-came = Qui est venu
meeting-came-total = { $total ->
    [one] Une personne, en comptant celles qui n'étaient pas inscrites.
   *[other] { $total } personnes, en comptant celles qui n'étaient pas inscrites.
}
meeting-came-few = Moins de cinq personnes.
meeting-came-hint = Les nombres inférieurs à 5 ne sont pas montrés, ni ceux qui les feraient deviner.
meeting-count-hidden = moins de 5, ou non montré

## S'inscrire

sign-up-title = S'inscrire
sign-up-lead = Sans compte. Vous recevez un code : il montre votre place, et permet de la rendre.
sign-up-name = Nom
sign-up-name-hint = Celui que vous voulez donner ; un prénom suffit.
sign-up-email = Adresse électronique
sign-up-email-hint = Pour confirmer votre place, et vous prévenir si la rencontre change.
sign-up-phone = Téléphone
sign-up-phone-hint = Si vous préférez que l'on vous appelle.
sign-up-phone-problem = Ce numéro n'est pas complet. Écrivez-le avec ses chiffres, par exemple 06 12 34 56 78.
sign-up-capacity = Vous venez en tant que
sign-up-kept = Votre nom et vos coordonnées sont lus par l'équipe de la rencontre seulement, et effacés trois mois après.
sign-up-submit = Réserver ma place
sign-up-wait = M'inscrire sur la liste d'attente
sign-up-taken = Votre place est réservée. Gardez ce code.
sign-up-waits = Toutes les places sont prises : vous êtes sur la liste d'attente. Gardez ce code.
sign-up-closed = Cette rencontre ne prend plus d'inscription : elle est passée, annulée, ou pas encore annoncée.
sign-up-given-back = Cette place est déjà rendue. Pour revenir, inscrivez-vous de nouveau.
sign-up-came-anyway = Cette place avait été rendue. Comptez cette personne avec celles qui sont venues sans s'inscrire.

seat-title = Votre place
seat-for = Au nom de { $name }
seat-before = { $before ->
    [0] Vous êtes la première personne en attente.
    [one] Une personne attend avant vous.
   *[other] { $before } personnes attendent avant vous.
}
seat-where = Retrouvez votre place à cette adresse : { $address }
seat-qr = Code de votre place, à montrer à l'entrée
seat-keep = Notez ce code ou imprimez cette page : c'est votre seule preuve si vous n'avez pas laissé d'adresse.
seat-change = Changer d'avis
seat-give-back = Rendre ma place
seat-give-back-hint = La première personne en attente la prend et en est prévenue.
seat-give-back-guest = Elle revient à l'équipe, qui peut inviter quelqu'un d'autre.
seat-invited = vous êtes invitée ou invité
seat-given-back = Votre place est rendue. Merci de l'avoir dit.
seat-forget = Effacer mon nom et mes coordonnées
seat-forgotten = Votre nom et vos coordonnées sont effacés. Votre place reste à ce code.
seat-mark-present = Noter que cette personne est là
seat-mark-absent = Finalement absente
seat-present = { $name } : c'est noté, présente.
seat-absent = { $name } : c'est noté, absente.
seat-nameless = Nom effacé

## L'accueil d'une rencontre

desk-title = Accueillir
desk-present = { $count ->
    [0] Personne n'est encore là.
    [one] Une personne est là.
   *[other] { $count } personnes sont là.
}
desk-code = Code présenté
desk-code-hint = Tapez les huit signes. Ou lisez le code carré avec l'appareil photo de ce téléphone, et ouvrez l'adresse qu'il montre.
desk-code-unknown = Aucune place de cette rencontre n'a ce code. Vérifiez-le, ou cherchez le nom dans la liste.
desk-check-in = Noter la présence
desk-invited = personne invitée
desk-print = Imprimer la feuille d'émargement
desk-guests = Personnes attendues
desk-nobody = Personne n'est inscrit pour l'instant. Les inscriptions arrivent ici dans l'ordre.
desk-state = Place
desk-contact = Coordonnées
desk-came-at = arrivée à { $hour }
desk-is-here = Est là
desk-walk-ins = Venus sans s'inscrire
desk-walk-ins-lead = Comptez-les sans les nommer. Le dernier compte enregistré est celui qui vaut.
desk-count = Enregistrer le compte
desk-counted = Le compte est enregistré.

door-filter = Chercher un nom
door-here = { $name } : arrivée notée à { $hour }.
door-away = { $name } : finalement absente, c'est noté.
door-many = { $n } personnes sont là.
door-waiting = Pas encore envoyées : { $n }. Elles sont gardées sur ce téléphone et partiront dès que le réseau reviendra.
door-sent = Toutes les arrivées sont enregistrées.
door-ready = Cette page fonctionne aussi sans réseau.
door-unready = Cette page a besoin du réseau : ce navigateur ne la garde pas.
door-unlisted = Ce code n'est pas dans la liste gardée sur ce téléphone. L'arrivée est notée ; le code sera vérifié quand le réseau reviendra.
door-refused = Arrivée non retenue, code { $code } :
door-signed-out = Votre session est terminée. Reconnectez-vous : ce qui attend partira ensuite.
door-gone = Plus rien de cette rencontre n'est gardé sur ce téléphone.
door-kept-title = Sur ce téléphone
door-kept = Les noms et les codes des personnes attendues sont gardés sur ce téléphone, sans adresse ni numéro, d'un jour avant la rencontre à un jour après.
door-let-go = Effacer de ce téléphone

guests-title = Personnes inscrites
guests-open = Inscriptions et coordonnées
guests-no-contact = ni adresse ni numéro
guests-unbounded = { $taken ->
    [0] Personne n'est inscrit. Le nombre de places n'est pas limité.
    [one] Une personne est inscrite. Le nombre de places n'est pas limité.
   *[other] { $taken } personnes sont inscrites. Le nombre de places n'est pas limité.
}
guests-seats = { $taken ->
    [0] Aucune place prise sur { $seats }.
    [one] Une place prise sur { $seats }.
   *[other] { $taken } places prises sur { $seats }.
}
guests-kept = { $kept ->
    [one] Une place est gardée pour une personne invitée ; données : { $taken }.
   *[other] { $kept } places sont gardées pour des personnes invitées ; données : { $taken }.
}
guests-waiting = { $waiting ->
    [one] Une personne attend.
   *[other] { $waiting } personnes attendent.
}

invite-title = Inviter une personne
invite-lead = { $free ->
    [0] Les places gardées sont toutes données. Pour en garder d'autres, modifiez la rencontre.
    [one] Il reste une place gardée. La personne reçoit un code, comme si elle s'était inscrite.
   *[other] Il reste { $free } places gardées. La personne reçoit un code, comme si elle s'était inscrite.
}
invite-lead-unbounded = La personne reçoit un code, comme si elle s'était inscrite.
invite-no-seat-kept = Aucune place n'est gardée pour des personnes invitées. Pour en garder, modifiez la rencontre.
invite-email-hint = Pour lui écrire. Sans adresse, vous lui donnez vous-même son code.
invite-capacity = Elle vient en tant que
invite-submit = Inviter
invite-written = { $name } a sa place. Un message lui est envoyé.
invite-noted = { $name } a sa place. Donnez-lui ce code : { $code }
guest-seats-taken = { $kept ->
    [0] Aucune place n'est gardée pour des personnes invitées. Modifiez la rencontre pour en garder.
    [one] La place gardée est déjà donnée. Modifiez la rencontre pour en garder d'autres.
   *[other] Les { $kept } places gardées sont déjà données. Modifiez la rencontre pour en garder d'autres.
}

sheet-title = Feuille d'émargement : { $title }
sheet-how = Imprimez cette page. Les dernières lignes sont pour qui vient sans s'être inscrit.
sheet-signature = Signature
sheet-kept = Cette feuille est détruite trois mois après la rencontre.

## Les notes des tables

notes-title = Noter ce qui se dit
notes-lead = Chaque note porte un code, à remettre à qui a parlé : elle retrouvera ses mots. Relue, une note devient une contribution de la démarche, ou reste une note de la rencontre.
notes-none = Rien n'est encore noté.
notes-by-table = Ce qui est noté, table par table
notes-public = { $count ->
    [one] Une parole notée
   *[other] { $count } paroles notées
}
notes-team = l'équipe
notes-waiting = { $count ->
    [one] Une note attend d'être relue.
   *[other] { $count } notes attendent d'être relues.
}
notes-who-checks = L'équipe d'animation les relit.
notes-check-title = Les notes cochées sont fidèles
notes-check-lead = Comparez avec la feuille ; corrigez s'il le faut. Décochez celles que vous relirez plus tard.
notes-propose = En faire des contributions
notes-stay-notes = Les garder comme notes
notes-proposed = { $count ->
    [one] Une note est devenue une contribution. Elle garde sa table et son code.
   *[other] { $count } notes sont devenues des contributions. Elles gardent leur table et leur code.
}
notes-stay = { $count ->
    [one] Une note est relue ; elle reste une note de la rencontre.
   *[other] { $count } notes sont relues ; elles restent des notes de la rencontre.
}
notes-none-chosen = Aucune note n'est cochée, ou quelqu'un les a relues avant vous. Rouvrez la page des notes.
home-notes = { $count ->
    [one] Une note à relire : { $title }
   *[other] { $count } notes à relire : { $title }
}
note-text = Ce qui a été dit
note-text-hint = Avec les mots de la personne, sans son nom.
note-capacity = Qui parle
note-table = Table
note-table-hint = Son numéro ou son nom.
note-facilitator = Qui anime la table
note-facilitator-hint = Ce nom est montré avec les notes de la table.
note-keep = Garder cette note
note-kept = C'est noté. Code à remettre : { $code }
note-state-to-check = à relire
note-state-kept = note de la rencontre
note-correct = Corriger
note-correct-lead = Les mots de la personne, tels que sur la feuille.
note-correct-save = Enregistrer la correction
note-corrected = La note est corrigée.
note-checked-already = Cette note a été relue : elle ne change plus ici. La contribution qu'elle est devenue se corrige sur sa page.
note-transcribed = Écrite par { $by }.
note-checked = Relue par { $by }.
note-follow-title = Vos mots, à la rencontre
note-follow-waits = Vos mots sont notés. L'équipe les relit, puis en fait une contribution de la démarche : cette même page montrera alors ce qu'elle devient.
note-follow-stays = Vos mots sont relus et restent une note de la rencontre : ils se lisent sur sa page.
table-named = Table { $table }
table-unnamed = Sans table
table-held-by = animée par { $name }
table-photo-alt = Feuille : { $table }
sheet-photo-title = La feuille d'une table
sheet-photo-lead = Photographiez la feuille : l'équipe y relit les notes. Elle seule la voit, et elle est effacée trois mois après la rencontre.
sheet-photo = Photographie de la feuille
sheet-photo-hint = JPEG, PNG ou WebP, 12 Mo au plus. Une nouvelle remplace l'ancienne.
sheet-tables = Tables déjà notées :
sheet-save = Enregistrer la feuille
sheet-kept-table = La feuille de la table { $table } est enregistrée.
photo-too-large = Cette photographie dépasse 12 Mo. Choisissez-en une plus légère.
photo-not-an-image = Ce fichier n'est pas une image JPEG, PNG ou WebP.
photo-damaged = Cette photographie ne se lit pas jusqu'au bout. Prenez-la de nouveau.
stubs-title = Imprimer les talons
stubs-how = Imprimez, découpez, remettez à chacun le sien.
stub-of = N° { $number } : { $title }
stub-where = Suivez ce que vos mots deviennent : { $address }
stub-qr = Adresse pour suivre cette contribution

## Le compte rendu

minutes-title = Compte rendu
minutes-write = Écrire le compte rendu
minutes-correct = Corriger le compte rendu
minutes-lead = Une fois publié, il ne change plus : une correction est une nouvelle version, l'ancienne reste lisible. N'y nommez personne sans son accord.
minutes-reason = Pourquoi le corriger
minutes-publish = Publier le compte rendu
minutes-published = Le compte rendu est publié.
minutes-before = Versions précédentes
minutes-overtaken = Quelqu'un a publié une version avant vous. Rouvrez la page : partez de la sienne.

## Ce qui en est sorti

outputs-title = Ce qui en est sorti
came-out-of = Issu de la rencontre :
output-add = Dire ce qui en est sorti
output-lead = Une option, une décision, un engagement, une version de charte né de cette rencontre. Sa page nommera la rencontre.
output-none-to-link = Rien de cette démarche n'est encore à relier : ni option, ni décision, ni engagement, ni charte.
output-record = Ce qui en est sorti
output-submit = Relier à la rencontre
output-choice = { $kind } : { $title }
output-added = C'est relié : sa page nomme la rencontre.
output-remove = Retirer ce lien
output-removed = Le lien est retiré.
output-elsewhere = Choisissez dans la liste ce qui est sorti de cette rencontre.
output-kind-option = Option
output-kind-decision = Décision
output-kind-commitment = Engagement
output-kind-charter = Charte
output-kind-project = Projet

## Courriels des rencontres

mail-seat-subject = Votre place est réservée : { $title }
mail-seat-text =
    Bonjour,

    Votre place est réservée :

    { $title }
    { $when }
    { $place }

    Pour la revoir, ou la rendre si vous ne pouvez pas venir :

    { $link }

    (code { $code })
mail-waiting-subject = Vous êtes sur la liste d'attente : { $title }
mail-waiting-text =
    Bonjour,

    Toutes les places sont prises :

    { $title }
    { $when }
    { $place }

    { $before ->
        [0] Vous êtes la première personne en attente.
        [one] Une personne attend avant vous.
       *[other] { $before } personnes attendent avant vous.
    } Si une place se libère pour vous, vous recevrez un message.

    { $link }

    (code { $code })
mail-promoted-subject = Une place s'est libérée pour vous : { $title }
mail-promoted-text =
    Bonjour,

    Une place s'est libérée, elle est à vous :

    { $title }
    { $when }
    { $place }

    Si vous ne pouvez plus venir, rendez-la ici : quelqu'un d'autre l'attend.

    { $link }

    (code { $code })
mail-invited-subject = Vous êtes invitée ou invité : { $title }
mail-invited-text =
    Bonjour,

    Une place est gardée pour vous :

    { $title }
    { $when }
    { $place }

    Pour la revoir, ou la rendre si vous ne pouvez pas venir :

    { $link }

    (code { $code })
mail-moved-subject = Changement : { $title }
mail-moved-text =
    Bonjour,

    La rencontre où vous avez une place a changé. Désormais :

    { $title }
    { $when }
    { $place }

    Votre inscription reste valable. Si cela ne vous convient plus, rendez votre place ici :

    { $link }
mail-called-off-subject = Annulée : { $title }
mail-called-off-text =
    Bonjour,

    Cette rencontre n'aura pas lieu :

    { $title }
    { $when }

    { $reason }

    Vous n'avez rien à faire.
