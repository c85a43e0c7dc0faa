## arpent doctor : ce qui a été examiné

doctor-sound = Tout va bien.
doctor-attention = { $count ->
    [one] Le site peut servir. Un point mérite un regard.
   *[other] Le site peut servir. { $count } points méritent un regard.
}
doctor-danger = { $count ->
    [one] Un point est à corriger avant de servir.
   *[other] { $count } points sont à corriger avant de servir.
}
doctor-folder = Le dossier { $folder } peut être écrit.
doctor-folder-missing = Le dossier { $folder } n'existe pas.
doctor-folder-missing-next = arpent serve ou arpent migrate le crée ; ARPENT_DATA_DIR dit où il est.
doctor-space = { $mebibytes } Mio libres sur le disque.
doctor-space-next = Libérez de la place, ou déplacez le dossier avec ARPENT_DATA_DIR : sans place, une contribution ne peut plus être gardée.
doctor-database = La base { $address } répond.
doctor-database-next = Tant que la base ne répond pas, le reste ne peut pas être examiné.
doctor-unreadable = La base ne peut pas être lue : { $error }
doctor-integrity = Le fichier est entier et ses références tiennent.
doctor-damaged = Le fichier est abîmé : { $faults }
doctor-schema = Le schéma est à jour.
doctor-schema-behind = { $steps ->
    [one] Une étape du schéma n'est pas appliquée.
   *[other] { $steps } étapes du schéma ne sont pas appliquées.
}
doctor-schema-behind-next = Faites une copie (arpent backup), puis arpent migrate.
doctor-schema-newer = La base vient d'une version plus récente d'Arpent.
doctor-schema-newer-next = Installez cette version : celle-ci pourrait mal lire ce qu'elle ne connaît pas.
doctor-journal = Le journal tient : { $lines } lignes, tête { $head }.
doctor-journal-faults = { $faults ->
    [one] Le journal a un défaut.
   *[other] Le journal a { $faults } défauts.
}
doctor-journal-next = arpent journal verify les nomme un par un.
doctor-clock = L'horloge dit { $now }.
doctor-clock-behind = L'horloge dit { $now }, mais le journal contient des faits plus récents.
doctor-clock-behind-next = Mettez la machine à l'heure (timedatectl set-ntp true) : les délais promis sont comptés avec elle.
doctor-jobs = Aucune tâche n'a échoué.
doctor-jobs-failed = { $failed ->
    [one] Une tâche a échoué pour de bon.
   *[other] { $failed } tâches ont échoué pour de bon.
}
doctor-jobs-failed-next = La page Administration, Tâches, dit pourquoi et permet de les relancer.
doctor-no-administrator = Personne n'administre ce site.
doctor-no-administrator-next = arpent admin create-account --email vous@exemple.fr --name "Votre nom" --role administrator
doctor-administrators = { $count ->
    [one] Une personne administre ce site.
   *[other] { $count } personnes administrent ce site.
}
doctor-address = L'adresse publique est { $address }.
doctor-address-local = L'adresse publique est { $address } : seule cette machine la connaît.
doctor-address-local-next = Pour ouvrir le site, mettez un serveur mandataire en https devant, et son adresse dans ARPENT_BASE_URL.
doctor-address-clear = L'adresse publique { $address } n'est pas chiffrée : les mots de passe passeraient en clair.
doctor-address-clear-next = Mettez un serveur mandataire en https devant (Caddy, nginx), et son adresse dans ARPENT_BASE_URL.
doctor-address-unreadable = L'adresse publique { $address } n'est pas comprise.
doctor-address-unreadable-next = Écrivez-la dans ARPENT_BASE_URL comme https://participation.exemple.fr
doctor-mail = Le relais de courrier { $relay } répond.
doctor-mail-folder = Aucun relais de courrier : les lettres sont écrites dans le dossier mail et personne ne les reçoit.
doctor-mail-folder-next = Donnez un relais dans ARPENT_SMTP_URL, par exemple smtps://compte:secret@relais.exemple.fr
doctor-mail-unreadable = L'adresse du relais de courrier { $relay } n'est pas comprise.
doctor-mail-unreadable-next = Écrivez-la dans ARPENT_SMTP_URL comme smtps://compte:secret@relais.exemple.fr
doctor-mail-silent = Le relais de courrier { $relay } ne répond pas : { $error }
doctor-mail-silent-next = Vérifiez l'adresse et le port, et que le pare-feu laisse sortir. Les lettres attendent et repartiront.
