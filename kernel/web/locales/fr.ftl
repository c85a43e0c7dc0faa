### Les textes communs à toutes les pages. Une section par sujet, les deux langues dans le même ordre.
### Espaces et apostrophes simples : la typographie française est posée à l'affichage.

## Cadre de la page

skip-link = Aller au contenu
menu = Menu
search = Rechercher
back-home = Retour à l'accueil
language-switch = Langue de la page

## Compte

sign-in = Se connecter
sign-out = Se déconnecter

## Gestes

yes = Oui
no = Non
cancel = Annuler
save = Enregistrer

## Nombres

results-count = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}

## Pied de page

footer = À propos de ce site
demonstration = Ceci est une démonstration sur un territoire imaginaire. Rien de ce que vous écrivez n'engage personne.
demonstration-roles = Changer de rôle
accessibility = Accessibilité
personal-data = Données personnelles
sources-licences = Sources et licences
source-code = Code source et version
powered-by = Ce site utilise Arpent, logiciel libre au service de la participation.

## Chemin, messages, état

breadcrumb = Vous êtes ici
home = Accueil
close = Fermer
more-information = À savoir
success = C'est fait
attention = Attention
refusal = Refusé
reader-waiting = { $count ->
    [one] { $count } chose vous attend
   *[other] { $count } choses vous attendent
}
offline-kept = La connexion est coupée. Ce que vous avez écrit est toujours sur cette page ; réessayez dans un instant.
end-of-list = C'est le bout de la liste.

## Formulaires

optional = facultatif
errors-title = { $count ->
    [one] Une réponse est à revoir
   *[other] { $count } réponses sont à revoir
}
error-prefix = À revoir :
step-of = Étape { $step } sur { $total }
characters-left = Caractères restants :
draft-promise = Ce que vous écrivez est gardé sur cet appareil jusqu'à l'envoi.
draft-saved = Brouillon gardé sur cet appareil à { $time }.
draft-restored = Voici votre brouillon, retrouvé sur cet appareil.
draft-cleared = Le brouillon est effacé de cet appareil.
draft-clear = Effacer le brouillon
choose = Choisir
file-keep = Fichier déjà joint :

## Le fil

step-done = Fait
step-here = Vous êtes ici
step-next = À venir
step-stopped = Arrêté
chosen-option = Option choisie
promise-title = Ce que nous vous promettons
promise-open = Ce qui est ouvert
promise-closed = Ce qui ne l'est pas
promise-decides = Qui décide
promise-answer = Quand vous aurez une réponse

## Listes et chiffres

pages-of-list = Pages de la liste
previous-page = Page précédente
next-page = Page suivante
page-number = Page { $number }
keys-hint = Touches j et k : aller d'une ligne à l'autre.
keys-turn-off = Ne plus utiliser les touches
keys-turn-on = Utiliser les touches
figure-table = Voir les chiffres
figure-source = Source :
conflict-title = Quelqu'un a enregistré avant vous
conflict-text = Rien n'a été écrasé. Voici ce qui sépare ce qui est enregistré de ce que vous avez écrit : barré, ce que votre texte retire ; souligné, ce qu'il ajoute. Relisez votre texte, puis enregistrez.
conflict-same = Quelqu'un a enregistré la même chose que vous.
removed-words = Retiré :
added-words = Ajouté :
comments-for = Pour
comments-against = Contre
reference-code = Votre référence
follow-link = Suivre ce que devient votre contribution

## Pages d'erreur

error-next = Ce que vous pouvez faire
error-reference = Référence à donner si vous nous écrivez :
