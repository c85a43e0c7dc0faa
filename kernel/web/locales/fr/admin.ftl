### Administrer le site.

admin-title = Administration

## Tâches

jobs-title = Tâches
jobs-lead = Ce que le site fait en différé : courriers, exports, rappels. Une tâche qui échoue est reprise huit fois, de plus en plus tard, puis attend ici.
jobs-failed-count = { $count ->
    [one] { $count } tâche a échoué
   *[other] { $count } tâches ont échoué
}
jobs-queued-count = { $count ->
    [0] Rien n'attend
    [one] { $count } tâche attend
   *[other] { $count } tâches attendent
}
jobs-none = Aucune tâche
jobs-none-text = Les courriers et les exports demandés apparaîtront ici.
job-queued = En attente
job-running = En cours
job-failed = Échouée
job-done = Faite
job-kind-mail = Envoyer un courrier
job-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
job-asked = Demandée { $when }
job-next = Prochain essai { $when }
job-error = Dernière erreur :
job-retry = Essayer de nouveau
job-retried = La tâche est reprise.

## Journal

journal-title = Journal
journal-lead = Qui a fait quoi, quand, sur quoi. Chaque ligne est liée à la précédente : une ligne changée, retirée ou ajoutée se voit.
journal-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
journal-verify = Vérifier toute la chaîne
journal-export = Emporter ces lignes (CSV)
journal-subject = Fiche
journal-subject-hint = L'identifiant d'une fiche ou d'une personne, pour ne voir que ce qui la concerne.
journal-subject-problem = Cet identifiant n'est pas complet. Copiez-le depuis une ligne du journal.
journal-filter = Montrer ces lignes
journal-none = Aucune ligne ne concerne cette fiche.
journal-number = Ligne
journal-when = Quand
journal-who = Qui, à quel titre
journal-what = Ce qui s'est passé
journal-about = Sur quoi
journal-older = Lignes plus anciennes
role-public = le public
role-system = le site lui-même
verification-title = Vérification du journal
verification-holds = La chaîne tient : { $lines } lues, aucune anomalie.
verification-broken = La chaîne ne tient pas : { $lines } lues. Voici ce qui a été trouvé.
verification-next = Comparez avec une sauvegarde antérieure, et prévenez la personne qui héberge le site.
verification-head = Empreinte de la dernière ligne, à garder ailleurs comme preuve :
fault-changed = La ligne { $seq } a été changée.
fault-removed = Les lignes { $from } à { $to } ont été retirées.
fault-inserted = La ligne { $seq } a été ajoutée, ou celle d'avant remplacée.
fault-cut = Le journal s'arrête à la ligne { $last }, il devrait aller jusqu'à la ligne { $head }.
fault-head = La dernière ligne n'est pas celle qui avait été enregistrée.

## Comptes et rôles

accounts-title = Comptes
accounts-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
accounts-words = Nom ou adresse
accounts-all-roles = Tous
role = Rôle
account-new-title = Ouvrir un compte
account-new-lead = La personne entrera avec un lien envoyé à son adresse. Aucun mot de passe ne vous passe entre les mains.
account-new-save = Ouvrir ce compte
account-created = Le compte est ouvert.
account-opened = Compte ouvert { $when }
account-roles = Rôles
account-no-role = Cette personne participe comme habitante ou habitant.
role-give = Donner un rôle
role-given = Le rôle est donné.
role-end = Terminer ce rôle
role-ended = Le rôle est terminé.
grant-scope = Où
grant-scope-id = Identifiant de la démarche ou de l'organisation
grant-scope-id-hint = Inutile pour un rôle sur tout le site.
grant-from = À partir du
grant-to = Jusqu'au
grant-to-hint = Ce jour compris. Sans date, le rôle dure jusqu'à ce qu'on le termine.
grant-role-problem = Choisissez un rôle dans la liste.
grant-scope-problem = Donnez l'identifiant de la démarche ou de l'organisation, tel qu'il apparaît dans l'adresse de sa page ou dans le journal.
grant-day-problem = Donnez un jour, comme 2026-11-30.

## Réglages

settings-title = Réglages
settings-name = Nom du site
settings-name-hint = Celui de la collectivité ou de sa plateforme de participation.
settings-colour = Couleur de la collectivité
settings-colour-hint = Un dièse et six chiffres ou lettres, comme #1f5c4d. Les autres couleurs en sont tirées, toujours lisibles.
settings-contact = Qui répond
settings-contact-hint = La personne ou le service à qui écrire au sujet du site, et la personne chargée de la protection des données.
settings-contact-problem = Restez sous { $longest } caractères.
settings-try = Voir ce que donne cette couleur
settings-save = Enregistrer les réglages
settings-saved = Les réglages sont enregistrés.
preview-title = Ce que donne cette couleur
preview-kept = Cette couleur se lit bien partout, elle est gardée telle quelle.
preview-corrected = Telle quelle, cette couleur ne se lirait pas toujours. La teinte est gardée ; la clarté est ajustée pour les textes et les boutons.
preview-drawing = Un lien et un bouton, sur page claire puis sur page sombre
preview-button = Envoyer
preview-contrasts = Contrastes obtenus
preview-what = Éléments
preview-light = Page claire
preview-dark = Page sombre
preview-needed = Minimum
pair-text-on-brand = Texte sur la couleur
pair-link = Lien dans un texte
pair-text-on-fill = Texte d'un bouton
pair-shape = Trait ou forme

## Demandes des personnes

people-title = Données d'une personne
people-door = Emporter ou effacer, à sa demande
people-lead = Une personne demande ce que le site garde à son sujet, ou demande à être effacée. Vérifiez d'abord que la demande vient bien d'elle.
people-email = Son adresse électronique
people-find = Voir ce qui est gardé
people-unknown = Le site ne garde rien à cette adresse. Vérifiez-la avec la personne.
people-without-account = Aucun compte n'a cette adresse : elle a été laissée avec une contribution. L'effacer la retire, avec les courriels envoyés ; ce qui a été dit reste, sans elle.
people-held = Ce que le site garde au sujet de { $name }
people-room = Partie du site
people-what = Nature
people-count = Nombre
people-export = Emporter ses données (fichier JSON)
people-confirm = La demande vient bien de cette personne, et je comprends que c'est définitif
people-erase = Effacer les données de cette personne
people-erased = { $count ->
    [one] C'est fait : { $count } fiche effacée ou rendue anonyme.
   *[other] C'est fait : { $count } fiches effacées ou rendues anonymes.
}
