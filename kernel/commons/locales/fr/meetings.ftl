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
   *[other] { $count } personnes sont inscrites. Celles qui ont laissé une adresse reçoivent un message avec votre raison ; les autres sont sur la page d'accueil de la rencontre, avec leur numéro.
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
meeting-agenda = Programme
meeting-agenda-hint = Ce qui s'y fera, une chose par ligne.

meeting-hour-problem = Écrivez une heure, par exemple 18:30.
meeting-end-problem = La fin doit venir après le début.
meeting-seats-problem = Écrivez un nombre entier, de 0 à { $most }.
meeting-initiative-closed = Cette démarche est close : on n'y prépare plus de rencontre.
meeting-not-open = Cette démarche n'est pas ouverte. Ouvrez-la d'abord ; vous annoncerez la rencontre ensuite.
meeting-over = Cette rencontre a eu lieu ou est annulée : elle ne change plus. Vous pouvez en préparer une autre.
meeting-past = L'heure de cette rencontre est passée. Changez son jour, puis annoncez-la.
meeting-not-begun = Cette rencontre n'a pas commencé. Revenez à l'heure du début.
meeting-state-refused = La rencontre a changé entre-temps. Rechargez la page pour voir où elle en est.

meeting-came = Qui est venu
meeting-came-total = { $total } personnes, en comptant celles qui n'étaient pas inscrites.
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
desk-code-hint = Tapez les huit signes, ou lisez le code carré avec un téléphone : il ouvre la page de la place.
desk-code-unknown = Aucune place de cette rencontre n'a ce code. Vérifiez-le, ou cherchez le nom dans la liste.
desk-check-in = Noter la présence
desk-print = Imprimer la feuille d'émargement
desk-guests = Personnes inscrites
desk-nobody = Personne n'est inscrit pour l'instant. Les inscriptions arrivent ici dans l'ordre.
desk-state = Place
desk-contact = Coordonnées
desk-came = Venue
desk-came-at = arrivée à { $hour }
desk-is-here = Est là
desk-walk-ins = Venus sans s'inscrire
desk-walk-ins-lead = Comptez-les sans les nommer. Le dernier compte enregistré est celui qui vaut.
desk-count = Enregistrer le compte
desk-counted = Le compte est enregistré.

sheet-title = Feuille d'émargement : { $title }
sheet-how = Imprimez cette page. Les dernières lignes sont pour qui vient sans s'être inscrit.
sheet-signature = Signature
sheet-kept = Cette feuille est détruite trois mois après la rencontre.

## Les notes des tables

notes-title = Noter ce qui se dit
notes-lead = Chaque note devient une contribution de la démarche, avec son code : remettez-le à qui a parlé, elle suivra ce que ses mots deviennent.
notes-none = Rien n'est encore noté.
notes-public = { $count ->
    [0] Ce qui a été noté
    [one] Une parole notée
   *[other] { $count } paroles notées
}
note-text = Ce qui a été dit
note-text-hint = Avec les mots de la personne, sans son nom.
note-capacity = Qui parle
note-table = Table
note-table-hint = Son numéro ou son nom.
note-facilitator = Qui note
note-keep = Garder cette note
note-kept = C'est noté : contribution n° { $number }. Code à remettre : { $code }
note-at-table = table { $table }
note-by = notée par { $name }
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
