### What this module says, shared by its pages. One section per subject, both languages in the same order.

## Gestures

contribute = Say what I see, what I suggest
read-contributions = Read the contributions
go-on = Continue
go-back = Back to the previous screen
correct = Correct
menu-queue = My queue

## Counting, naming

waiting = Waiting for an answer
number-short = no. { NUMBER($number, useGrouping: "false") }
number-long = Contribution no. { NUMBER($number, useGrouping: "false") }
list-count = { $count ->
    [0] No contribution
    [one] One contribution
   *[other] { $count } contributions
}
supports-count = { $count ->
    [0] Nobody supports it yet
    [one] One support
   *[other] { $count } supports
}
comments-count = { $count ->
    [0] Comments
    [one] One comment
   *[other] { $count } comments
}
late-count = { $count ->
    [one] One answer is later than was promised.
   *[other] { $count } answers are later than was promised.
}
hidden-tag = Hidden
merged-into = It says the same thing as this one, which is studied for both:

## Promise

promise-kept = The answer has been given.
promise-late = { $days ->
    [one] One day late: the answer was promised for { $date }.
   *[other] { $days } days late: the answer was promised for { $date }.
}
promise-today = The answer is promised for today.
promise-in = { $days ->
    [one] Answer promised for tomorrow, { $date }.
   *[other] Answer promised in { $days } days, on { $date }.
}

## What is wrong

form-too-old = This form is incomplete. Reload the page; what you wrote will come back.
date-to-come = This date has not come yet.
nothing-chosen = Nothing is ticked. Tick at least one line.
capacity-missing = Say in which capacity you speak: voices are counted by group, so that none drowns another.
channel-problem = Choose where it comes from: paper, said aloud, outing or kiosk.
reason-missing = Give the reason: the person who wrote will read it.
status-missing = Choose what becomes of this contribution.
