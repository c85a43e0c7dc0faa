## La page d'un chantier

led-by = Mené par { $name }
open-map = Ouvrir le lieu dans votre carte
team = Pour l'équipe
when-to-come = Quand venir
no-shift = Aucune séance n'est à venir.
to-agenda = Mettre dans votre agenda
covered-title = Vous êtes couverte, couvert
covered-text = En venant aider, vous êtes collaborateur occasionnel du service public : la collectivité répond de ce qui vous arrive. Son assureur, { $insurer }, est prévenu.
covered-short = Qui vient aider est collaborateur occasionnel du service public : la collectivité répond de ce qui lui arrive, et son assureur est prévenu.
covered-by = Délibération : { $deliberation }, { $day }.
safety-by = Sécurité sur place : { $who }.
what-was-done = Ce qui a été fait
done-label = Fait :
why-cancelled = C'est annulé.
back-to-worksite = Revenir au chantier

## S'inscrire

sign-up = S'inscrire
sign-up-title = S'inscrire, { $when }
sign-up-lead = Pas besoin de compte. Vous recevez un code : il permet de revoir votre place, ou de la rendre.
sign-up-name = Votre nom
sign-up-name-hint = Un prénom suffit. L'équipe seule le lit.
sign-up-band = Votre âge
sign-up-band-hint = À moins de 18 ans, il faut l'accord d'un responsable, sur papier ou par un lien.
band-adult = 18 ans ou plus
band-minor = Moins de 18 ans
band-missing = Dites si vous avez 18 ans ou plus.
sign-up-email = Courriel
sign-up-email-hint = Pour vous prévenir si la séance est annulée.
sign-up-phone = Téléphone
sign-up-phone-hint = Si vous n'avez pas de courriel : nous vous appelons en cas d'annulation.
sign-up-guardian = Courriel d'un responsable, si vous avez moins de 18 ans
sign-up-guardian-hint = Elle ou il reçoit le lien pour donner son accord. Sans courriel, vous le lui montrez.
sign-up-kept = Votre nom et vos coordonnées sont effacés 90 jours après la séance ; vous pouvez les faire effacer avant.
sign-up-send = M'inscrire
sign-up-taken = Votre place est réservée. Gardez votre code.
sign-up-waits = Vous êtes sur la liste d'attente. Gardez votre code.
sign-up-needs-consent = Votre place est gardée. Il manque l'accord d'un responsable.
sign-up-closed = On ne s'inscrit plus à cette séance : elle est passée, annulée, ou pas encore publiée. Regardez les autres séances.
no-minors = Cette séance est réservée aux adultes. Regardez les autres séances du chantier.
ratio-reached = Il faut un adulte pour { $ratio } mineurs au plus : { $adults ->
    [0] aucun adulte ne vient
    [one] un adulte vient
   *[other] { $adults } adultes viennent
} pour { $minors ->
    [0] aucun mineur
    [one] un mineur
   *[other] { $minors } mineurs
}. Venez avec un adulte qui s'inscrit d'abord, ou choisissez une autre séance.

## Une place

seat-title = Votre place
seat-confirmed = Place confirmée
seat-consent = En attente de l'accord d'un responsable
seat-waiting = Liste d'attente
seat-given = Place rendue
seat-before = { $count ->
    [0] Vous êtes la première personne en attente.
    [one] Une personne attend avant vous.
   *[other] { $count } personnes attendent avant vous.
}
seat-for = Au nom de { $name }.
seat-where = À retrouver ici : { $address }
seat-qr = Code à montrer à l'arrivée
seat-keep = Notez ce code ou imprimez cette page : il sert à l'arrivée.
seat-change = Si quelque chose change
seat-give-back = Rendre ma place
seat-give-back-hint = Elle ira à la première personne qui attend.
seat-given-back = Votre place est rendue. Merci de l'avoir dit.
already-given-back = Cette place a déjà été rendue.
seat-forget = Effacer mon nom et mes coordonnées
seat-forgotten = Votre nom et vos coordonnées sont effacés.
seat-nameless = Sans nom

## L'accord d'un responsable

consent-wanted = Il manque l'accord d'un responsable
consent-how = Montrez ce lien ou ce code à la personne qui a l'autorité parentale : elle donne son accord en une minute. Sur papier, c'est possible aussi.
consent-qr = Lien pour la personne responsable
consent-print = Imprimer le formulaire d'accord
consent-title = Accord d'une personne responsable
consent-child = { $name } souhaite venir aider. Il faut votre accord.
consent-child-nameless = Une personne de moins de 18 ans souhaite venir aider. Il faut votre accord.
guardian-name = Votre nom
guardian-signed = Qui a signé le formulaire
guardian-phone = Téléphone pendant la séance
guardian-phone-hint = L'équipe vous appelle s'il arrive quelque chose. Effacé 90 jours après.
guardian-phone-missing = Donnez un téléphone : l'équipe doit pouvoir vous joindre pendant la séance.
guardian-consents = J'ai l'autorité parentale et j'accepte qu'elle ou il participe à cette séance
consents-missing = Cochez cette case si vous donnez votre accord. Sinon, fermez cette page : rien n'est enregistré.
consent-send = Donner mon accord
consent-given = Votre accord est enregistré. Merci.
consent-kept = Votre nom et votre téléphone sont lus par l'équipe seule et effacés 90 jours après la séance.
consent-known = L'accord est enregistré. Vous n'avez rien d'autre à faire.
consent-on-line = Donner son accord en ligne
consent-date = Date et signature
consent-paper-words = J'ai l'autorité parentale et j'accepte que cette personne participe à la séance ci-dessus.
consent-paper-give = À remettre à l'équipe au début de la séance.
consent-paper-title = Noter un accord reçu sur papier
consent-paper-lead = Accord pour { $name }. Gardez le papier avec la feuille d'émargement.
consent-paper-send = Noter l'accord
consent-noted = L'accord est noté.
consent-lacks = Il manque l'accord d'un responsable : faites remplir le formulaire papier et notez-le, ou faites ouvrir le lien. La personne ne commence pas avant.
consent-not-needed = Aucun accord n'est attendu pour cette place.

## À l'arrivée

desk-title = Accueillir
desk-of = Accueil, { $when }
desk-present = { $count ->
    [0] Personne n'est encore arrivé.
    [one] Une personne est arrivée.
   *[other] { $count } personnes sont arrivées.
}
desk-code = Code de la personne
desk-code-hint = Huit lettres et chiffres, comme ils sont écrits sur sa page.
desk-code-unknown = Ce code n'est pas celui d'une place de cette séance. Vérifiez les lettres, ou cherchez le nom ci-dessous.
desk-check-in = Noter l'arrivée
desk-print = Imprimer la feuille d'émargement
desk-guests = Inscriptions
desk-nobody = Personne n'est inscrit pour l'instant.
desk-contact = Coordonnées
desk-guardian = Responsable : { $guardian }
desk-came = Arrivée
desk-came-at = à { $hour }
desk-is-here = Est là
mark-present = Noter son arrivée
mark-absent = Finalement absente
seat-present = C'est noté : { $name } est là.
seat-absent = C'est noté : { $name } n'est pas là.
came-anyway = Cette place a été rendue. Faites inscrire la personne de nouveau, ou comptez-la dans le bilan.
adults-lacking = { $count ->
    [one] Il manque un adulte pour les mineurs inscrits : quelqu'un a rendu sa place. Ajoutez un adulte de l'équipe, ou prévenez les familles.
   *[other] Il manque { $count } adultes pour les mineurs inscrits : des personnes ont rendu leur place. Ajoutez des adultes de l'équipe, ou prévenez les familles.
}
sheet-title = Émargement, { $when }
sheet-how = Imprimez cette page. Les lignes vides sont pour les personnes venues sans s'inscrire.
sheet-signature = Signature
sheet-kept = Feuille gardée par l'organisateur avec le dossier d'assurance, puis détruite.

## Colonnes des tableaux

column-worksite = Chantier
column-day = Jour
column-part = Semaine ou week-end
column-start = Début
column-end = Fin
column-state = État
column-capacity = Places
column-signed = Inscrits
column-waiting = En attente
column-came = Venus
column-quantity = Quantité faite
column-unit = Unité
column-address = Adresse
column-order = Ordre
column-came-at = Arrivée
column-half = Demi-journée
column-lent = Réservé

## Courriels

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

    Si une place se libère pour vous, vous recevrez un message. Votre rang se lit ici :

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

    La séance où vous avez une place a changé. Désormais :

    { $title }
    { $when }
    { $place }

    Votre inscription reste valable. Si cela ne vous convient plus, rendez votre place ici :

    { $link }
mail-off-subject = Annulé : { $title }
mail-off-text =
    Bonjour,

    Ce chantier n'aura pas lieu :

    { $title }
    { $when }

    { $reason }

    Vous n'avez rien à faire.
mail-guardian-subject = Votre accord pour { $name }
mail-guardian-text =
    Bonjour,

    { $name } souhaite venir aider à un chantier participatif et a moins de 18 ans. Il faut votre accord :

    { $title }
    { $when }
    { $place }

    Pour lire ce qui y sera fait et donner votre accord :

    { $link }

    Si vous n'êtes pas d'accord, vous n'avez rien à faire : sans votre accord, { $name } ne pourra pas participer.
