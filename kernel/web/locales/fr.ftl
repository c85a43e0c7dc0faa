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
