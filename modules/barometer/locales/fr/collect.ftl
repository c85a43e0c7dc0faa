### Recueillir les réponses : affiches, bornes, feuilles, entretiens, invitations, fichiers.

choose-one = Choisissez dans la liste.

## Où l'on répond

collect-title = Recueillir les réponses
collect-lead = Chaque lieu, chaque affiche, chaque borne a son adresse : vous saurez d'où viennent les réponses, jamais de qui.
collect-public = Le lien pour tout le monde
collect-public-text = À mettre sur votre site, dans une lettre, dans le magazine.
collect-not-open = Cette vague n'est pas ouverte : personne ne peut répondre pour l'instant.
collect-counts = Ce qui est arrivé
collect-complete = { $count ->
    [0] Aucune réponse complète.
    [one] Une réponse complète.
   *[other] { $count } réponses complètes.
}
collect-under-way = { $count ->
    [0] Aucune en cours.
    [one] Une en cours, qui ne compte pas encore.
   *[other] { $count } en cours, qui ne comptent pas encore.
}
collect-population = Population
collect-mode = Comment
collect-n = Réponses complètes
collect-live-stop = Ne plus tenir ces nombres à jour
collect-live-on = Tenir ces nombres à jour
quotas-title = Quotas
quotas-rule = Une réponse au-delà d'un quota est gardée et compte : elle est signalée ici, et les poids ramènent chaque groupe à sa part.
quota-who = Qui
quota-filled = Réponses
quota-state = Où en est le quota
quota-of = { $n } sur { $expected }
quota-full = Quota atteint
quota-left = { $count ->
    [one] Il en manque une
   *[other] Il en manque { $count }
}
quota-beyond = { $count ->
    [one] Quota atteint, une réponse au-delà
   *[other] Quota atteint, { $count } réponses au-delà
}
collect-ways = Autres façons de recueillir
collect-paper = Imprimer des feuilles
collect-keying = Saisir des feuilles
collect-interview = Mener un entretien
collect-invite = Inviter par courriel
collect-import = Importer un fichier de réponses
mode-web = Lien public
mode-qr = Affiche
mode-embedded = Bouton sur un autre site
mode-kiosk = Borne
mode-paper = Papier
mode-phone = Téléphone
mode-face = Face à face
mode-invited = Invitation
mode-import = Fichier
points-title = Affiches, bornes et boutons
points-none = Aucune encore. La première affiche se crée ci-dessous : elle s'imprime avec son code à photographier.
points-new = Ajouter un lieu de réponse
point-kind = Ce que c'est
point-kind-poster = Une affiche, avec un code à photographier
point-kind-kiosk = Une borne, une tablette à l'accueil
point-kind-embedded = Un bouton sur un autre site
point-kind-poster-short = Affiche
point-kind-kiosk-short = Borne
point-kind-embedded-short = Bouton
point-population = Qui y répond
point-service = Sur quel service
point-all-services = Tous les services
point-place = Le lieu
point-place-hint = Par exemple : accueil de la mairie de Voiron. Il est gardé avec les réponses.
point-title = Son nom, pour vous
point-title-hint = Le lieu, si vous n'écrivez rien.
point-create = Créer ce lieu de réponse
point-created = Le lieu de réponse est créé.
point-print = Imprimer l'affiche
point-open = Ouvrir la borne
point-see = Ouvrir la page
point-snippet = Le code à coller dans votre page
point-close = Fermer
point-closed = Fermé
poster-title = Votre avis sur nos services
poster-scan = Photographiez ce code avec votre téléphone
poster-or = ou tapez cette adresse
poster-text = Quelques minutes, sans nom, sans compte. Les résultats seront publics.
poster-until = Jusqu'au { $day }
poster-print = Imprimer cette page
button-words = Donnez votre avis sur nos services

## Le papier

sheets-title = Feuilles de papier
sheets-lead = Chaque feuille porte son code : saisie deux fois par erreur, elle compte une fois.
sheets-counts = { $printed ->
    [0] Aucune feuille imprimée.
    [one] Une feuille imprimée, { $keyed } saisie.
   *[other] { $printed } feuilles imprimées, { $keyed } saisies.
}
sheets-count = Combien de feuilles
sheets-count-problem = Un nombre de 1 à { $most }.
sheets-create = Préparer ces feuilles
sheets-print = { $count ->
    [one] Une feuille à imprimer
   *[other] { $count } feuilles à imprimer
}
sheet-code = Feuille
sheet-intro = Cochez ce qui correspond à votre avis. Vous pouvez laisser une question de côté. Cette feuille ne dit pas qui vous êtes : n'y écrivez pas votre nom.
keying-title = Saisir une feuille
keying-code = Le code de la feuille
keying-code-hint = Huit caractères, en haut à droite : ABCD-2345.
keying-find = Ouvrir cette feuille
keying-unknown = Aucune feuille de cette vague n'a ce code. Relisez-le : ni O, ni I, ni L, ni 0, ni 1.
keying-of = Feuille { $code }
keying-second = Deuxième saisie : lisez la feuille sans regarder la première.
keying-save = Enregistrer cette feuille
keying-counted = Cette feuille est déjà comptée
keying-counted-text = La saisir de nouveau ne changerait rien. Passez à la suivante.
keying-another = Vous avez déjà saisi cette feuille
keying-another-text = Cette vague demande deux saisies par deux personnes. Une ou un collègue doit faire la seconde.
keying-differ = Les deux saisies diffèrent
keying-differ-text = Reprenez la feuille et répondez de nouveau aux questions ci-dessous : votre lecture tranchera.
keying-first-said = Première saisie
keying-second-said = Deuxième saisie
keying-third-said = Sur la feuille
keying-nothing = Sans réponse
keying-settle = Trancher
keying-done-counted = Feuille { $code } comptée. Feuille suivante.
keying-done-waits = Feuille { $code } enregistrée. Une autre personne fera la seconde saisie.
keying-words-code = Ses mots sont devenus une contribution, à suivre avec le code { $code }.

## L'entretien

interview-title = Mener un entretien
interview-lead = Le même questionnaire, en une page. Lisez les questions telles qu'elles sont écrites.
interview-mode = Comment
interview-stratum = À quel groupe cette personne appartient
interview-stratum-none = Elle ne le dit pas
interview-full = Ces groupes ont assez de réponses
interview-full-text = Cherchez plutôt quelqu'un d'un autre groupe. Une personne qui tient à répondre répond quand même : sa réponse est gardée et compte.
interview-wanted = Qui manque encore
interview-only-if = À poser seulement si la réponse à « { $question } » l'appelle.
interview-send = Enregistrer et passer à la personne suivante
interview-done = Réponse enregistrée. Personne suivante.

## Les invitations

invitations-title = Inviter par courriel
invitations-lead = Chaque personne reçoit un lien personnel. Vous saurez qui a répondu, pour relancer les autres ; rien, dans la base de données, ne relie une personne à sa réponse.
invitations-invited = Sur la liste
invitations-sent = Lettres parties
invitations-answered = Ont répondu
invitations-answered-hint = compté par groupes d'au moins cinq
invitations-bounced = Lettres revenues
invitations-add = Ajouter une liste
invitations-file = Le fichier
invitations-file-hint = CSV ou Excel. Une colonne pour l'adresse ; si possible le nom, la langue, la strate.
invitations-file-missing = Choisissez un fichier.
invitations-no-email = Aucune colonne ne semble contenir des adresses de courriel. Nommez-la « courriel ».
invitations-column-email = courriel, email, e-mail, mail, adresse électronique, adresse mail
invitations-column-name = nom, prénom nom, nom complet, name, full name
invitations-column-language = langue, language, lang
invitations-column-stratum = strate, stratum, direction, groupe
invitations-import = Ajouter ces personnes
invitations-added = { $count ->
    [0] Personne de nouveau n'a été ajouté.
    [one] Une personne ajoutée.
   *[other] { $count } personnes ajoutées.
}
invitations-already = { $count ->
    [one] Une personne y était déjà.
   *[other] { $count } personnes y étaient déjà.
}
invitations-left-email = Ligne { $line } : l'adresse manque ou n'en est pas une.
invitations-left-stratum = Ligne { $line } : cette strate n'est pas dans le protocole.
invitations-send = { $count ->
    [one] Envoyer une lettre
   *[other] Envoyer { $count } lettres
}
invitations-send-none = Toutes les lettres sont parties.
invitations-remind = Relancer celles et ceux qui n'ont pas répondu
invitations-remind-hint = Chaque relance porte un nouveau lien ; celui de la lettre précédente ne sert plus.
invitations-asked = Les lettres partent.
invitations-bounces = Lettres revenues
invitations-bounces-hint = Collez les adresses que votre messagerie vous a renvoyées : elles ne seront plus relancées.
invitations-bounces-save = Noter ces retours
invitations-bounces-saved = { $count ->
    [0] Aucune de ces adresses n'est sur la liste.
    [one] Une adresse notée.
   *[other] { $count } adresses notées.
}
invitations-returned = lettre revenue
invitations-list = Les personnes invitées
invitations-person = Personne
invitations-state = Où elle en est
invitations-state-waiting = à écrire
invitations-state-sent = lettre partie le { $day }
invitations-state-reminded = { $count ->
    [one] relancée une fois
   *[other] relancée { $count } fois
}
invitations-state-answered = a répondu
invitations-forgotten = adresse effacée
invitations-kept = Les adresses sont effacées trente jours après la fin de la vague.
