### Les mots dont les dates ont besoin.

time = { $hour } h { $minute }
time-hour = { $hour } h
date-at-time = { $date } à { $time }

today = aujourd'hui
yesterday = hier
tomorrow = demain
in-days = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
}
days-ago = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
