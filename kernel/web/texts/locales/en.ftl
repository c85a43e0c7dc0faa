### The words that dates need.

time = { $hour }:{ $minute }
time-hour = { $hour }:00
date-at-time = { $date } at { $time }

today = today
yesterday = yesterday
tomorrow = tomorrow
in-days = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
