### Ce que dit ce module, en commun à ses pages. Une section par sujet, les deux langues dans le même ordre.

## Les chantiers

tab-worksites = Chantiers
worksites = Chantiers participatifs
worksites-lead = On plante, on nettoie, on répare ensemble, quelques heures. Vous pouvez vous inscrire sans compte.
worksites-all = Tous les chantiers
worksites-others = En préparation, ou sans séance
coming = À venir
past = Passés
none-coming = Aucun chantier n'est annoncé pour l'instant. L'équipe de la démarche les annonce ici.
subscribe = Mettre les chantiers dans votre agenda
calendar-name = Chantiers participatifs : { $site }
called-off = Annulé : { $title }
state-draft = en préparation
state-published = publié
state-cancelled = annulé
export-label = Les mêmes données, dans un tableur :

## Les séances

shift-when = { $day }, de { $start } à { $end }
part-weekday = en semaine
part-weekend = le week-end
shift-planned = prévue
shift-cancelled = annulée
half-morning = { $day } au matin
half-afternoon = { $day } après-midi
seats-free = { $free ->
    [one] Il reste une place sur { $seats }.
   *[other] Il reste { $free } places sur { $seats }.
}
seats-full = { $waiting ->
    [0] Toutes les places ({ $seats }) sont prises. Vous pouvez vous inscrire sur la liste d'attente.
    [one] Toutes les places ({ $seats }) sont prises. Une personne attend ; vous pouvez vous inscrire à la suite.
   *[other] Toutes les places ({ $seats }) sont prises. { $waiting } personnes attendent ; vous pouvez vous inscrire à la suite.
}
minors-none = Réservé aux adultes.
minors-ratio = Les moins de 18 ans viennent avec l'accord d'un responsable : { $ratio } au plus pour un adulte.
minors-rule = { $left ->
    [0] Les moins de 18 ans viennent avec l'accord d'un responsable : { $ratio } au plus pour un adulte. Il n'y a plus de place pour eux tant qu'un adulte de plus ne s'inscrit pas.
    [one] Les moins de 18 ans viennent avec l'accord d'un responsable : { $ratio } au plus pour un adulte. Il reste une place pour eux.
   *[other] Les moins de 18 ans viennent avec l'accord d'un responsable : { $ratio } au plus pour un adulte. Il peut en venir encore { $left }.
}
shift-signed = { $count ->
    [0] Personne ne s'était inscrit
    [one] Une personne inscrite
   *[other] { $count } personnes inscrites
}
shift-came = { $count ->
    [0] personne n'est venu
    [one] une personne est venue
   *[other] { $count } personnes sont venues
}
habit = { $mean ->
    [0] Séances passées { $part } ({ $shifts }) : personne en moyenne.
    [one] Séances passées { $part } ({ $shifts }) : une personne inscrite en moyenne.
   *[other] Séances passées { $part } ({ $shifts }) : { $mean } personnes inscrites en moyenne.
}

## Pour l'équipe, à son accueil

home-debriefs = Bilan à écrire : { $title }
home-calls = { $count ->
    [one] Une personne à appeler : { $title } est annulé
   *[other] { $count } personnes à appeler : { $title } est annulé
}

## Ce qui ne va pas

form-too-old = Ce formulaire est resté ouvert trop longtemps. Rechargez la page et recommencez.
range-problem = Écrivez un nombre entre { $least } et { $most }.
save = Enregistrer les changements
saved = C'est enregistré.

## Ce que le modèle de la démarche prévoit

plan-none = Aucun chantier n'est préparé.
plan-begin = Préparer un chantier
plan-shifts = { $coming ->
    [0] Aucune séance à venir
    [one] Une séance à venir
   *[other] { $coming } séances à venir
}, { $told ->
    [0] aucune n'a encore son bilan.
    [one] une a son bilan.
   *[other] { $told } ont leur bilan.
}

## Sur la carte de la démarche

placed-one = Chantier participatif
placed-next = Prochaine séance : { $when }
placed-last = Dernière séance : { $when }
