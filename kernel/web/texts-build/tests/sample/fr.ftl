-commune = Le Breuil-sur-Seize

welcome = Bienvenue à { -commune } !
contribution-send = Envoyer ma contribution
    .hint = N'oubliez pas votre adresse : elle reste privée
    .label = Envoyer
yield = Céder
contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
asked = { $name } demande : « { $question } »
same = Contact
letter = { $age } { $building } { $code } { $distance } { $entrance } { $floor } { $type }
several-lines =
    Une ligne `a` [b] <c>
    et une autre
