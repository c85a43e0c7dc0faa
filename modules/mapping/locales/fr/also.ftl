### Ce qui, dans une démarche, a aussi un lieu : rencontres, chantiers, projets.

also-title = Aussi sur la carte
also-none = Vos filtres ne laissent rien ici.
also-over = { $count ->
    [one] Un lieu passé ou arrêté
   *[other] { $count } lieux passés ou arrêtés
}
also-over-one = passé ou arrêté
also-hide = Ne plus montrer
also-show = Montrer de nouveau
also-hidden = caché
also-hide-box = Ne pas montrer : { $sort }
also-pin = { $sort } : { $title }, { $said }
also-pins-closer = { $count } repères au même endroit : rapprocher
also-pins-listed = { $count } repères au même endroit : lire la liste
also-count = { $sort } : { $count }
