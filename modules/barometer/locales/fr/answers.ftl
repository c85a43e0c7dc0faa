### Importer un fichier de réponses.

answers-title = Importer des réponses
answers-lead = Un tableau CSV, Excel ou SPSS, une ligne par personne, une colonne par question nommée par son code. Rien n'est importé avant que vous ayez tout relu.
answers-file = Le fichier
answers-file-missing = Choisissez un fichier.
answers-file-forgotten = Ce fichier a été oublié. Envoyez-le de nouveau.
answers-population = De quelle population
answers-look = Regarder ce qu'il contient
answers-before = Fichiers précédents
answers-import-state = On importe des réponses dans une vague ouverte ou terminée, pas encore publiée.
answers-import-over = Cet import est terminé. Envoyez le fichier de nouveau pour en faire un autre.
answers-check-title = Relire avant d'importer
answers-check-lead = Rien n'est encore importé de « { $file } ».
answers-good = { $count ->
    [0] Aucune réponse ne peut être importée en l'état.
    [one] Une réponse peut être importée.
   *[other] { $count } réponses peuvent être importées.
}
answers-elsewhere = { $count ->
    [one] Une ligne d'une autre vague, laissée de côté.
   *[other] { $count } lignes d'une autre vague, laissées de côté.
}
answers-faulty = { $count ->
    [one] Une ligne est à corriger.
   *[other] { $count } lignes sont à corriger.
}
answers-lines-to-mend = { $count ->
    [one] Une ligne est à corriger. Corrigez-la, ou choisissez d'importer les autres sans elle.
   *[other] { $count } lignes sont à corriger. Corrigez-les, ou choisissez d'importer les autres sans elles.
}
answers-questions = { $count ->
    [0] Aucune colonne ne porte le code d'une question.
    [one] Une question reconnue par son code.
   *[other] { $count } questions reconnues par leur code.
}
answers-missing = Questions sans colonne : { $codes }.
answers-ignored = Colonnes laissées de côté : { $names }.
answers-without = Importer les autres sans les lignes à corriger
answers-confirm = { $count ->
    [one] Importer cette réponse
   *[other] Importer ces { $count } réponses
}
answers-give-up = Ne rien importer et oublier ce fichier
answers-columns = Ce que contiennent les autres colonnes
answers-no-column = Aucune colonne
answers-target-respondent = Qui répond, d'une vague à l'autre (gardé sous un pseudonyme)
answers-target-stratum = La strate
answers-target-weight = Le poids de sondage, avant calage
answers-target-mode = Comment la réponse est venue
answers-target-filter = La vague, si le fichier en contient plusieurs
answers-filter-value = Ne prendre que les lignes où elle vaut
answers-column-respondent = pid, respondent, répondant, identifiant, agent_id, elu_id, id
answers-column-stratum = strate, stratum, direction
answers-column-weight = w_base, poids, weight, poids de sondage
answers-column-mode = mode, canal
answers-column-filter = wave, vague
answers-look-again = Regarder de nouveau
answers-errors = { $count ->
    [one] Une ligne à corriger
   *[other] { $count } lignes à corriger
}
answers-errors-text = Corrigez-les dans votre fichier et envoyez-le de nouveau : ce qui est déjà importé ne le sera pas deux fois.
answers-errors-download = Télécharger la liste
answers-error-line = Ligne
answers-error-column = Colonne
answers-error-reason = Ce qui ne va pas
answers-error-cell = Ce qu'on y lit
answers-fault-not-a-number = Ce n'est pas un nombre entier.
answers-fault-outside-scale = Cette réponse est hors de l'échelle ou de la liste.
answers-fault-weight = Le poids doit être un nombre plus grand que zéro.
answers-fault-stratum = Cette strate n'est pas dans le protocole.
answers-fault-mode = Ce mode de recueil n'est pas connu.
answers-fault-respondent = Il manque l'identifiant de la personne.
answers-fault-twice = Une autre ligne du fichier est de la même personne.
answers-fault-nothing = Cette ligne ne répond à aucune question.
answers-done = Import terminé
answers-read = { $count ->
    [one] Une ligne lue.
   *[other] { $count } lignes lues.
}
answers-created = { $count ->
    [0] Aucune réponse créée.
    [one] Une réponse créée.
   *[other] { $count } réponses créées.
}
answers-again = { $count ->
    [one] Une ligne déjà importée : rien de nouveau.
   *[other] { $count } lignes déjà importées : rien de nouveau.
}
answers-refused = { $count ->
    [one] Une ligne laissée de côté.
   *[other] { $count } lignes laissées de côté.
}
answers-another = Importer un autre fichier
answers-state-pending = à relire
answers-state-done = importé
answers-state-forgotten = oublié
mode-words-web = web, internet, en ligne, online
mode-words-qr = qr, affiche, poster
mode-words-embedded = bouton, site
mode-words-kiosk = borne, tablette, kiosk
mode-words-paper = papier, courrier, paper
mode-words-phone = telephone, tel, phone
mode-words-face = face_a_face, face a face, entretien, face
mode-words-invited = courriel, invitation, email
mode-words-import = fichier, import
