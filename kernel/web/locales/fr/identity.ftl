### Se connecter, son compte, ses données.

## Se connecter

email = Adresse électronique
password = Mot de passe
password-absent = Si vous n'en avez pas choisi, demandez un lien : il arrive dans votre boîte aux lettres.
sign-in-lead = Lire et contribuer ne demandent pas de compte. Un compte sert à retrouver ce que vous avez dit et à agir dans votre rôle.
sign-in-new = Pas encore de compte ? Demandez un lien de connexion : il l'ouvre à votre première visite.
link-ask = Recevoir un lien de connexion
link-sent-title = Regardez votre boîte aux lettres
link-sent-lead = Si cette adresse peut recevoir du courrier, un lien de connexion y arrive dans la minute.
link-sent-next = Il est valable trente minutes et ne sert qu'une fois. S'il n'arrive pas, regardez dans les courriers indésirables.
link-sent-demo = Dans la démonstration, aucun courrier ne part : le message est écrit dans le dossier des données, sous « mail ».
link-sent-again = Revenir à la connexion
link-title = Entrer sur le site
link-lead = Ce lien ouvre le compte de { $email }.
link-use = Entrer avec ce lien
signed-out = Votre session est fermée.

## Son compte

account-title = Mon compte
account-lead = Votre adresse de connexion : { $email }.
account-name-title = Mon nom
account-name = Nom affiché
account-name-hint = Il accompagne ce que vous dites en votre nom. Un prénom suffit.
account-name-save = Enregistrer mon nom
account-renamed = Votre nom est enregistré.
account-roles-title = Mes rôles
account-roles-none = Vous participez comme habitante ou habitant. Les autres rôles sont donnés par la personne qui administre le site.
scope-instance = Sur tout le site
scope-initiative = Dans une démarche
scope-organisation = Dans une organisation
period-from = Depuis le { $from }
period-from-to = Du { $from } au { $to }
role-is-over = Terminé
sessions-title = Mes connexions
sessions-lead = Voici les appareils où votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas.
session-this-one = Celui-ci
session-seen = Vu { $when }
session-opened = Ouvert { $when }
session-close = Fermer cette connexion
session-closed = La connexion est fermée.
sessions-close-others = Fermer toutes les autres connexions
sessions-closed = Les autres connexions sont fermées.
device-unknown = Appareil non reconnu
password-lead = Un mot de passe n'est pas obligatoire : le lien par courrier suffit. Le changer ferme vos autres connexions.
password-first = Choisir un mot de passe
password-new = Nouveau mot de passe
password-present = Mot de passe actuel
password-hint = Au moins { $shortest } caractères, par exemple quatre mots à la suite.
password-save = Enregistrer le mot de passe
password-changed = Votre mot de passe est enregistré. Vos autres connexions sont fermées.

## Ses données

my-data-lead = Tout ce que le site garde à votre sujet peut être emporté ou effacé.
my-data-more = Ce qui est gardé, pourquoi, combien de temps
my-data-export = Emporter mes données (fichier JSON)
my-data-erase = Effacer mes données
erase-title = Effacer mes données
erase-lead = C'est définitif : votre compte et tout ce qui vous nomme disparaissent du site.
erase-goes = Ce qui disparaît
erase-goes-account = Votre nom, votre adresse, votre mot de passe, vos rôles et vos connexions.
erase-goes-contact = Les adresses laissées pour recevoir les réponses, et tout ce qui relie vos mots à votre nom.
erase-stays = Ce qui reste
erase-stays-words = Ce que vous avez dit publiquement, sans votre nom : des réponses et des décisions s'appuient dessus.
erase-stays-journal = Le journal des actes, qui ne contient que des numéros.
erase-confirm = Je comprends que c'est définitif
erase-unconfirmed = Cochez la case pour dire que vous comprenez que c'est définitif.
erased = Vos données sont effacées. Votre compte n'existe plus.
