### What the template of an initiative provides for.

plan-title = What the template provides for
plan-lead = For you who run this initiative: what is done, what remains. Nothing obliges you to take it all.
plan-workshops-none = No meeting is announced.
plan-workshops-begin = Announce a meeting
plan-workshops-past = { $past ->
    [one] One meeting took place; none is announced.
   *[other] { $past } meetings took place; none is announced.
}
plan-workshops = { $past ->
    [0] No meeting took place yet
    [one] One meeting took place
   *[other] { $past } meetings took place
}; { $coming ->
    [one] one is to come.
   *[other] { $coming } are to come.
}
