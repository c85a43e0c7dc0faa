### Ce qui a un lieu dans une démarche.

placed-meeting = Rencontre
# « Annulée : samedi 5 décembre 2026, de 18 h à 20 h. »
placed-stopped = { $state } : { $when }
spot-on-map = Voir sur la carte de la démarche
