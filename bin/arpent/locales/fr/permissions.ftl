## docs/permissions.md

permissions-title = Qui peut ouvrir quoi
permissions-text = Chaque adresse du site, demandée par le public puis par une personne de chaque rôle. « oui » : la porte s'ouvre ; « non » : elle est refusée ; « connexion » : il faut d'abord se connecter. Derrière la porte, la commande vérifie encore que le rôle vaut pour cette démarche, ce jour-là, et que la personne a le mandat. Un test refait cette visite à chaque changement ; cette page est ce qu'il a vu.
permissions-route = Adresse
permissions-open = oui
permissions-shut = non
permissions-sign-in = connexion
permissions-public = public
permissions-inhabitant = habitant·e
permissions-agent = agent·e
permissions-ambassador = ambassadeur·rice
permissions-facilitator = facilitateur·rice
permissions-manager = responsable
permissions-elected-official = élu·e
permissions-union-representative = syndicat
permissions-partner-delegate = partenaire
permissions-administrator = administration
permissions-dpo = DPO
