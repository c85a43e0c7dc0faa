welcome = Welcome to Le Breuil-sur-Seize!
contribution-send = Send my contribution
    .hint = Do not forget your address: it stays private
    .label = Send
yield = Give way
contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
asked = { $name } asks: “{ $question }”
same = Contact
letter = { $type } { $age } { $building } { $code } { $distance } { $entrance } { $floor }
several-lines =
    One line
    and another
