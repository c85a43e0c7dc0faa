## La démonstration

demonstration-title = Un territoire au travail
demonstration-notice = Ce site est une démonstration : les communes existent, le reste est inventé.
demonstration-lead = Trois démarches à trois moments de leur vie, un baromètre à sa deuxième vague, dix personnes dont vous pouvez prendre la place. Écrivez, décidez, effacez : rien ne sort de cette machine.
demonstration-population-source = Insee, populations légales, édition 2026
demonstration-initiatives = Quatre démarches, une seule boucle
demonstration-closed = Close
demonstration-open = Ouverte
demonstration-numbers = { $said ->
    [one] { $said } contribution
   *[other] { $said } contributions
} · { $answered ->
    [0] aucune réponse encore
    [one] { $answered } réponse motivée
   *[other] { $answered } réponses motivées
} · { $decisions ->
    [0] pas encore de décision
    [one] { $decisions } décision
   *[other] { $decisions } décisions
} · { $commitments ->
    [0] pas encore d'engagement
    [one] { $commitments } engagement
   *[other] { $commitments } engagements
}
demonstration-roles-title = Prendre la place de quelqu'un
demonstration-roles-text = Chaque bouton vous connecte comme cette personne. Le lien « Changer de rôle », en haut de chaque page, vous ramène ici.
demonstration-try = À essayer.
demonstration-enter = Entrer comme { $name }
demonstration-try-inhabitant = Dites ce que vous voyez au bord de la Morge, puis gardez le code de suivi.
demonstration-try-agent = Ouvrez votre file, puis saisissez une feuille de papier pour quelqu'un.
demonstration-try-ambassador = Relisez les thèmes de la démarche sur les courriers et ce qu'ils ont changé.
demonstration-try-facilitator = Regroupez les paroles de la Morge, fusionnez deux doublons, importez un fichier.
demonstration-try-manager = Répondez à la contribution qui attend depuis le plus longtemps.
demonstration-try-elected-official = Comparez les options pour l'école, puis préparez une décision.
demonstration-try-union-representative = Lisez l'essai en cours et joignez l'avis de votre comité.
demonstration-try-partner-delegate = Rendez compte d'un engagement de votre organisme.
demonstration-try-administrator = Donnez un rôle, changez la couleur du site, regardez les tâches.
demonstration-try-dpo = Vérifiez le journal, exportez les données d'une personne, effacez-la.
demonstration-trace-title = Que devient une parole ?
demonstration-trace-text = Une lettre d'eau incompréhensible, il y a près d'un an : voici tout ce qui en a découlé, jusqu'à la mesure.
demonstration-trace-link = Suivre cette contribution
demonstration-import-title = Avec vos propres mots
demonstration-import-text = Une démarche se remplit aussi d'un fichier : CSV, XLSX ou JSON lines, compressé ou non. En animateur, choisissez les colonnes, lisez ce qui sera refusé et pourquoi, puis confirmez. Les 2 149 réponses libres du Grand Débat tiennent en une minute ; la ligne de commande fait de même :
demonstration-import-link = Importer un fichier par le site

## arpent demo

demo-loading = Le territoire se remplit
demo-loaded = Démonstration déjà chargée dans { $folder } ; --fresh la recommence.
demo-ready =
    Le territoire de démonstration est à cette adresse :

        { $address }

    Les courriels qu'il envoie sont dans { $mail }.
    Ctrl-C pour arrêter.
demo-not-empty = La base { $address } contient autre chose que la démonstration.
demo-not-empty-next = Donnez une base vide, ou un dossier avec --data-dir.
demo-other-port = Le port { $wanted } est pris : voici le { $port }.
demo-no-port = Aucun port libre n'a été trouvé à partir de { $wanted }.
demo-no-port-next = Donnez-en un avec --listen, par exemple 127.0.0.1:9090.
