## Suivre une démarche depuis son agenda ou son lecteur de flux

subscribe-title = Suivre cette démarche
subscribe-agenda = Mettre ses dates dans votre agenda
subscribe-agenda-hint = Donnez l'adresse de ce lien à votre agenda : les dates s'y tiendront à jour.
subscribe-news = Recevoir ses nouvelles (flux Atom)
subscribe-news-title = Nouvelles : { $title }
agenda-review = Réexamen de la décision : { $title }
agenda-due = Échéance d'un engagement : { $text }
news-opened = La démarche est ouverte : { $title }
news-closed = La démarche est close : { $title }
news-option = Une option est proposée : { $title }
news-verdict = Un essai est jugé : { $title } ({ $word })
news-decision = Une décision est prise : { $title }
news-decision-corrected = Une décision est corrigée : { $title }
news-commitment = Un engagement est pris : { $text }
news-due = Échéance : { $day }
news-measure = Une mesure est publiée : { $metric }, { $label }
