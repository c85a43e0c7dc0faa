## Importer un fichier

import-title = Importer un fichier de contributions
import-lead = Un tableau CSV, Excel ou OpenDocument, ou un fichier JSON ligne à ligne. Rien n'est importé avant que vous ayez tout relu.
import-file = Le fichier
import-file-hint = Une ligne par contribution, les noms des colonnes sur la première ligne. Le fichier est oublié après l'import, ou au bout d'un jour.
import-file-missing = Choisissez un fichier.
import-look = Regarder ce qu'il contient
import-before = Imports précédents
import-check-title = Relire avant d'importer
import-nothing-yet = Rien n'est encore importé de « { $file } ».
import-same = Ce même fichier a déjà été importé le { $when }. Les lignes déjà importées ne créeront rien de nouveau.
import-good = { $count ->
    [0] Aucune ligne ne peut être importée en l'état.
    [one] Une ligne peut être importée.
   *[other] { $count } lignes peuvent être importées.
}
import-same-lines = { $count ->
    [one] Une ligne répète une autre ligne du fichier : elle comptera une fois.
   *[other] { $count } lignes répètent d'autres lignes du fichier : elles compteront une fois.
}
import-faulty = { $count ->
    [one] Une ligne est à corriger ; elle sera laissée de côté.
   *[other] { $count } lignes sont à corriger ; elles seront laissées de côté.
}
import-themes = { $count ->
    [one] Le fichier nomme un thème.
   *[other] Le fichier nomme { $count } thèmes.
}
import-confirm = { $count ->
    [one] Importer cette ligne
   *[other] Importer ces { $count } lignes
}
import-give-up = Ne rien importer et oublier ce fichier
import-columns = Ce que contient chaque colonne
import-columns-text = Nous l'avons deviné d'après les noms des colonnes. Corrigez si besoin, puis regardez de nouveau.
import-no-column = Aucune colonne
import-others = Ce que le fichier ne dit pas
import-default-capacity = À quel titre parlent les personnes, si le fichier ne le dit pas
import-default-area = De quelle commune, si le fichier ne le dit pas
import-create-themes = Créer les thèmes nommés dans le fichier et inconnus ici
import-look-again = Regarder de nouveau
import-first = { $count ->
    [one] La première ligne
   *[other] Les { $count } premières lignes
}
import-errors = { $count ->
    [one] Une ligne à corriger
   *[other] { $count } lignes à corriger
}
import-errors-text = Corrigez-les dans votre fichier et envoyez-le de nouveau : ce qui est déjà importé ne le sera pas deux fois.
import-errors-download = Télécharger la liste
import-error-line = Ligne
import-error-column = Colonne
import-error-reason = Ce qui ne va pas
import-error-cell = Ce qu'on y lit
import-running = Import en cours
import-running-text = Vous pouvez quitter cette page, l'import continue.
import-refresh = Voir où il en est
import-done = Import terminé
import-failed = L'import s'est arrêté
import-failed-text = Ce qui a été importé est conservé. Reprendre ne créera rien deux fois.
import-go-on = Reprendre l'import
import-another = Importer un autre fichier
import-read = { $count ->
    [0] Aucune ligne lue pour l'instant.
    [one] Une ligne lue.
   *[other] { $count } lignes lues.
}
import-created = { $count ->
    [0] Aucune contribution créée.
    [one] Une contribution créée.
   *[other] { $count } contributions créées.
}
import-again = { $count ->
    [one] Une ligne était déjà importée ou répétée.
   *[other] { $count } lignes étaient déjà importées ou répétées.
}
import-refused = { $count ->
    [one] Une ligne laissée de côté.
   *[other] { $count } lignes laissées de côté.
}
import-state-pending = à relire
import-state-running = en cours
import-state-done = terminé
import-state-failed = arrêté
import-state-forgotten = Fichier oublié sans être importé
import-no-text = Dites quelle colonne contient les paroles.
import-started = Cet import est déjà confirmé.
import-forgotten = Ce fichier a été oublié : il n'était gardé qu'un jour. Envoyez-le de nouveau.

## Ce que peut contenir une colonne

import-target-text = Ce qui a été dit
import-target-title = Titre
import-target-theme = Thème
import-target-capacity = À quel titre
import-target-area = Commune, par son nom ou son code INSEE
import-target-place = Lieu, en quelques mots
import-target-said-on = Jour où cela a été dit
import-target-email = Adresse électronique
import-target-reference = Numéro ou référence de la feuille

## Noms que l'on donne aux colonnes, séparés par des virgules

import-column-text = texte, réponse, contribution, parole, avis, commentaire, proposition, verbatim, description, message
import-column-title = titre, objet, sujet, intitulé
import-column-theme = thème, rubrique, catégorie, question
import-column-capacity = à quel titre, titre auquel, qualité, profil, qui
import-column-area = commune, ville, insee, code insee, territoire
import-column-place = lieu, endroit, adresse, quartier, rue
import-column-said-on = dite le, date, jour, recueilli le
import-column-email = courriel, mail, adresse électronique, mél
import-column-reference = référence, identifiant, numéro, n°, numéro de feuille

## Mots que l'on emploie pour dire qui parle

import-capacity-inhabitant = habitant, habitante, habitant·e, riverain, riveraine, citoyen, citoyenne
import-capacity-user = usager, usagère, usager·ère, parent, client, cliente
import-capacity-association = association, asso, collectif
import-capacity-agent = agent, agente, agent·e, professionnel, professionnelle
import-capacity-union = syndicat, syndical, représentant du personnel
import-capacity-elected = élu, élue, élu·e, maire, conseiller, conseillère

## Ce qui ne va pas dans une case

import-fault-missing = Il n'y a pas de texte. Écrivez ce qui a été dit, ou retirez la ligne.
import-fault-too-long = C'est trop long pour une seule contribution. Partagez en plusieurs lignes.
import-fault-capacity-unknown = Ce mot ne dit pas à quel titre on parle. Écrivez habitant, usager, association, agent, syndicat ou élu.
import-fault-area-unknown = Cette commune n'est pas du territoire. Vérifiez son nom ou son code INSEE.
import-fault-date-unreadable = Cette date ne se lit pas. Écrivez-la comme 23/11/2026.
import-fault-date-to-come = Cette date n'est pas encore passée.
import-fault-email-unreadable = Cette adresse électronique n'est pas complète.
import-fault-reference-twice = Une autre ligne porte la même référence et dit autre chose. Donnez une référence à chacune.

## Ce qui ne va pas dans une ligne

line-too-few-cells = Il manque des cases à cette ligne.
line-too-many-cells = Cette ligne a plus de cases que de colonnes. Un point-virgule ou une virgule est peut-être de trop.
line-too-long = Cette ligne est démesurée. Un guillemet ouvert n'est peut-être jamais refermé.
line-quote-not-closed = Un guillemet ouvert ici n'est jamais refermé.
line-not-text = Cette ligne contient des caractères illisibles. Enregistrez le fichier en UTF-8.
line-not-an-object = Cette ligne n'est pas un objet JSON.
line-unknown-column = Cette ligne a une colonne que les premières n'ont pas.
line-column-twice = Cette ligne donne deux fois la même colonne.
line-formula-error = Une formule du tableur est en erreur dans cette case.

## Ce qui ne va pas dans le fichier

file-unreadable = Ce fichier n'a pas pu être lu ({ $detail }). Enregistrez-le en CSV et recommencez.
table-empty = Ce fichier est vide.
table-too-large = Ce fichier est trop gros : 50 mégaoctets au plus. Partagez-le en plusieurs.
table-expands-too-much = Ce fichier est comprimé et devient démesuré une fois ouvert. Partagez-le en plusieurs.
table-encrypted = Ce fichier est protégé par un mot de passe. Enregistrez-le sans, puis recommencez.
table-damaged = Ce fichier est abîmé. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.
table-no-header = La première ligne ne contient que des nombres : il manque les noms des colonnes.
table-header-missing = Une colonne n'a pas de nom sur la première ligne.
table-header-duplicate = Deux colonnes portent le même nom.
table-too-many-columns = Il y a trop de colonnes : 500 au plus.
table-too-many-lines = Il y a trop de lignes : un million au plus.
table-too-many-cells = La feuille est trop étendue. Copiez les lignes utiles dans une feuille neuve.
table-sheet-unknown = Le classeur n'a pas cette feuille.
table-encoding-unknown = Ce fichier SPSS est écrit dans un encodage inconnu : ses accents seraient faux. Enregistrez-le en UTF-8 depuis SPSS, ou en CSV, puis recommencez.
table-unreadable = Le fichier n'a pas pu être lu jusqu'au bout. Recommencez.
found-pdf = C'est un document PDF, pas un tableau. Copiez le tableau dans un tableur et enregistrez-le en CSV ou en XLSX.
found-text-document = C'est un document de texte, pas un tableau. Copiez le tableau dans un tableur.
found-old-office = C'est un ancien format de tableur (.xls). Ouvrez-le et enregistrez-le en XLSX ou en CSV.
found-image = C'est une image, pas un tableau.
found-html = C'est une page web enregistrée sous un nom de tableur. Ouvrez-la dans un tableur et enregistrez en XLSX.
found-xml = C'est un fichier XML, pas un tableau. Enregistrez en CSV ou en XLSX.
found-json = C'est un fichier JSON d'un seul tenant. Mettez un objet par ligne.
found-archive = C'est une archive de plusieurs fichiers. Envoyez le tableau seul.
found-binary = Ce fichier n'est pas du texte.
