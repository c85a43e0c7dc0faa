## Refus : ce qui se passe, pourquoi, que faire

error-sign-in = Il faut se connecter
error-sign-in-why = Cette page est réservée aux personnes qui ont un compte, ou votre connexion s'est terminée.
error-sign-in-next = Connectez-vous, vous reviendrez ici ensuite.
error-typed = Ce que vous aviez écrit
error-typed-text = Rien n'est perdu : vos mots sont ici. Gardez-les de côté, pour les remettre dans le formulaire.
error-typed-part = Texte { $number }
error-forbidden = Cette page n'est pas ouverte à votre compte
error-forbidden-why = Votre rôle ne permet pas ce geste, ou pas dans cette démarche. Ces rôles le permettent :
error-forbidden-next = Si vous pensez que c'est une erreur, écrivez à la personne qui administre le site.
error-not-found = Cette page n'existe pas
error-not-found-why = L'adresse est incomplète ou ancienne, ou la page a été retirée.
error-not-found-next = Vérifiez l'adresse, ou cherchez un mot de ce que vous attendiez.
error-invalid = Il y a quelque chose à corriger
error-invalid-why = Nous n'avons rien enregistré : voici ce qui manque ou ne va pas.
error-invalid-next = Revenez à la page précédente : ce que vous avez écrit y est encore.
error-conflict = Quelqu'un a enregistré avant vous
error-conflict-why = Cette fiche a changé pendant que vous l'écriviez. Rien n'a été écrasé.
error-conflict-next = Relisez ce qui est enregistré, puis reprenez votre texte.
error-gate = Ce n'est pas encore possible
error-gate-why = Voici tout ce qui manque, et qui peut le faire.
error-gate-next = Suivez chaque lien, puis revenez.
error-rule = Ce geste n'est pas possible
error-rule-next = Revenez à la page précédente.
error-too-many = Trop d'essais à la suite
error-too-many-why = { $seconds ->
    [one] Pour protéger le site, attendez une seconde avant de recommencer.
   *[other] Pour protéger le site, attendez { $seconds } secondes avant de recommencer.
}
error-too-many-next = Rien n'est perdu : revenez à la page précédente, puis recommencez un peu plus tard.
error-internal = Le site n'a pas pu répondre
error-internal-why = C'est de notre côté. Ce que vous aviez déjà envoyé et dont vous avez reçu la référence est conservé.
error-internal-next = Recommencez dans un instant. Si cela dure, écrivez-nous en donnant la référence ci-dessous.
error-not-kept = Le site ne peut rien enregistrer pour le moment
error-not-kept-why = C'est de notre côté : son disque est plein ou ne répond plus. Ce que vous venez d'envoyer n'a pas été gardé ; ce dont vous avez reçu la référence l'est.
error-not-kept-next = Gardez vos mots de côté et recommencez plus tard. La personne qui héberge le site est prévenue par son journal technique.

## Rôles

role-inhabitant = habitante ou habitant
role-agent = agente ou agent
role-ambassador = ambassadrice ou ambassadeur
role-facilitator = facilitatrice ou facilitateur
role-manager = responsable de service
role-elected-official = élue ou élu
role-union-representative = représentante ou représentant du personnel
role-partner-delegate = déléguée ou délégué d'un partenaire
role-administrator = administratrice ou administrateur
role-dpo = déléguée ou délégué à la protection des données

## Au titre de quoi l'on signe : un nom suit souvent, et la fonction n'a pas de genre

signs-inhabitant = habitante ou habitant
signs-agent = service en charge
signs-ambassador = groupe d'ambassade
signs-facilitator = équipe d'animation
signs-manager = responsable de service
signs-elected-official = mandat électif
signs-union-representative = représentation du personnel
signs-partner-delegate = délégation de l'organisme
signs-administrator = administration du site
signs-dpo = protection des données

## Compte

email-problem = Cette adresse électronique n'est pas complète. Écrivez-la comme dans cet exemple : prenom.nom@exemple.fr
email-taken = Un compte existe déjà avec cette adresse.
password-wrong = L'adresse ou le mot de passe n'est pas le bon. Vous pouvez aussi demander un lien de connexion.
password-problem = Choisissez un mot de passe d'au moins { $shortest } caractères, par exemple plusieurs mots à la suite.
password-present-wrong = Ce n'est pas votre mot de passe actuel.
person-name-problem = Écrivez un nom, de { $longest } caractères au plus.
grant-period-problem = La fin doit venir après le début.
login-link-used = Ce lien a déjà servi, ou il date de plus de trente minutes. Demandez-en un autre.
login-mail-subject = Votre lien de connexion à { $site }
login-mail-text =
    Bonjour,

    Voici votre lien de connexion. Il est valable trente minutes et ne sert qu'une fois :

    { $link }

    Si vous ne l'avez pas demandé, ne faites rien : personne ne peut entrer sans ce message.

## Réglages

settings-name-problem = Donnez un nom à ce site, de { $longest } caractères au plus.
settings-colour-problem = Écrivez une couleur comme #1f5c4d : un dièse, puis six chiffres ou lettres de a à f.

## Refus décidés avant la lecture de la demande

error-cross-site = Cette demande vient d'un autre site
error-cross-site-why = Pour vous protéger, un autre site ne peut rien faire ici en votre nom. Rien n'a été enregistré.
error-cross-site-next = Revenez sur ce site et recommencez depuis sa page.
error-too-large = C'est trop lourd pour être envoyé
error-too-large-why = L'envoi dépasse 64 Mo. Rien n'a été enregistré.
error-too-large-next = Choisissez un fichier plus léger, ou partagez-le en plusieurs envois.
error-too-slow = Le site met trop de temps à répondre
error-too-slow-why = Il y a peut-être beaucoup de monde. Nous ne savons pas si votre envoi a été enregistré.
error-too-slow-next = Attendez un instant, puis recommencez : un même envoi n'est jamais compté deux fois.
error-unreadable = Nous n'avons pas compris cette demande
error-unreadable-why = L'adresse ou le formulaire est incomplet. Rien n'a été enregistré.
error-unreadable-next = Revenez à la page précédente et recommencez depuis son formulaire.

## Ce qui est envoyé

form-unreadable = L'envoi s'est interrompu en chemin. Recommencez ; ce que vous avez écrit est encore sur la page précédente.
day-unreadable = Cette date n'est pas complète. Écrivez-la comme 2026-11-23.
