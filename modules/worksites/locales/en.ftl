### What this module says, common to its pages. One section per subject, both languages in the same order.

## Worksites

tab-worksites = Worksites
worksites = Participatory worksites
worksites-lead = A few hours of planting, clearing, mending together. You can sign up without an account.
worksites-all = Every worksite
worksites-others = Being prepared, or without a shift
coming = To come
past = Past
none-coming = No worksite is announced for now. The team of the process announces them here.
subscribe = Put worksites in your calendar
calendar-name = Participatory worksites: { $site }
called-off = Cancelled: { $title }
state-draft = being prepared
state-published = published
state-cancelled = cancelled
export-label = The same data, for a spreadsheet:

## Shifts

shift-when = { $day }, from { $start } to { $end }
part-weekday = on a weekday
part-weekend = at the weekend
shift-planned = planned
shift-cancelled = cancelled
half-morning = { $day }, morning
half-afternoon = { $day }, afternoon
seats-free = { $free ->
    [one] One place left out of { $seats }.
   *[other] { $free } places left out of { $seats }.
}
seats-full = { $waiting ->
    [0] Every place ({ $seats }) is taken. You can join the waiting list.
    [one] Every place ({ $seats }) is taken. One person is waiting; you can join after them.
   *[other] Every place ({ $seats }) is taken. { $waiting } people are waiting; you can join after them.
}
minors-none = Adults only.
minors-ratio = Under-18s come with the consent of a parent or guardian: at most { $ratio } for one adult.
minors-rule = { $left ->
    [0] Under-18s come with the consent of a parent or guardian: at most { $ratio } for one adult. There is no place left for them until one more adult signs up.
    [one] Under-18s come with the consent of a parent or guardian: at most { $ratio } for one adult. There is one place left for them.
   *[other] Under-18s come with the consent of a parent or guardian: at most { $ratio } for one adult. { $left } more may come.
}
shift-signed = { $count ->
    [0] Nobody had signed up
    [one] One person signed up
   *[other] { $count } people signed up
}
shift-came = { $count ->
    [0] nobody came
    [one] one person came
   *[other] { $count } people came
}
habit = { $mean ->
    [0] Past shifts { $part } ({ $shifts }): nobody on average.
    [one] Past shifts { $part } ({ $shifts }): one person signed up on average.
   *[other] Past shifts { $part } ({ $shifts }): { $mean } people signed up on average.
}

## For the team, on its home page

home-debriefs = Debrief to write: { $title }
home-calls = { $count ->
    [one] One person to call: { $title } is cancelled
   *[other] { $count } people to call: { $title } is cancelled
}

## What is wrong

form-too-old = This form stayed open for too long. Load the page again and start over.
range-problem = Write a number between { $least } and { $most }.
save = Save the changes
saved = Saved.

## What the template of the initiative provides for

plan-none = No worksite is being prepared.
plan-begin = Prepare a worksite
plan-shifts = { $coming ->
    [0] No shift to come
    [one] One shift to come
   *[other] { $coming } shifts to come
}, { $told ->
    [0] none has its debrief yet.
    [one] one has its debrief.
   *[other] { $told } have their debrief.
}

## On the map of the process

placed-one = Participatory worksite
placed-next = Next shift: { $when }
placed-last = Last shift: { $when }
