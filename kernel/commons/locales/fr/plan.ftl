### Ce que le modèle d'une démarche prévoit.

plan-title = Ce que le modèle prévoit
plan-lead = Pour vous qui conduisez cette démarche : ce qui est fait, ce qui reste. Rien n'oblige à tout prendre.
plan-workshops-none = Aucune rencontre n'est annoncée.
plan-workshops-begin = Annoncer une rencontre
plan-workshops-past = { $past ->
    [one] Une rencontre a eu lieu ; aucune n'est annoncée.
   *[other] { $past } rencontres ont eu lieu ; aucune n'est annoncée.
}
plan-workshops = { $past ->
    [0] Aucune rencontre n'a encore eu lieu
    [one] Une rencontre a eu lieu
   *[other] { $past } rencontres ont eu lieu
} ; { $coming ->
    [one] une est à venir.
   *[other] { $coming } sont à venir.
}
