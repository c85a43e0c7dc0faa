### The texts shared by all pages. One section per subject, both languages in the same order.

## Page frame

skip-link = Skip to content
menu = Menu
search = Search
back-home = Back to the home page
language-switch = Language of the page

## Account

sign-in = Sign in
sign-out = Sign out

## Gestures

yes = Yes
no = No
cancel = Cancel
save = Save

## Numbers

results-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

## Footer

footer = About this site
demonstration = This is a demonstration on an imaginary territory. Nothing you write commits anyone.
demonstration-roles = Change role
accessibility = Accessibility
personal-data = Personal data
sources-licences = Sources and licences
source-code = Source code and version
powered-by = This site uses Arpent, free software in the service of participation.

## Path, messages, state

breadcrumb = You are here
home = Home
close = Close
more-information = To know
success = Done
attention = Attention
refusal = Refused
reader-waiting = { $count ->
    [one] { $count } thing is waiting for you
   *[other] { $count } things are waiting for you
}
offline-kept = The connection is down. What you wrote is still on this page; try again in a moment.
end-of-list = This is the end of the list.

## Forms

optional = optional
errors-title = { $count ->
    [one] One answer needs another look
   *[other] { $count } answers need another look
}
error-prefix = To check:
step-of = Step { $step } of { $total }
characters-left = Characters left:
draft-promise = What you write is kept on this device until you send it.
draft-saved = Draft kept on this device at { $time }.
draft-restored = Here is your draft, found again on this device.
draft-cleared = The draft is erased from this device.
draft-clear = Erase the draft
choose = Choose
file-keep = File already attached:

## The thread

step-done = Done
step-here = You are here
step-next = To come
step-stopped = Stopped
chosen-option = Option chosen
promise-title = What we promise you
promise-open = What is open
promise-closed = What is not
promise-decides = Who decides
promise-answer = When you will be answered

## Lists and figures

pages-of-list = Pages of the list
previous-page = Previous page
next-page = Next page
page-number = Page { $number }
keys-hint = Keys j and k: move from one line to the next.
keys-turn-off = Stop using the keys
keys-turn-on = Use the keys
figure-table = See the figures
figure-source = Source:
conflict-title = Someone saved before you
conflict-text = Nothing was overwritten. Here is what separates what is saved from what you wrote: struck through, what your text takes away; underlined, what it adds. Go over your text, then save.
conflict-same = Someone saved the same thing as you.
removed-words = Removed:
added-words = Added:
comments-for = For
comments-against = Against
reference-code = Your reference
follow-link = Follow what becomes of your contribution

## Error pages

error-next = What you can do
error-reference = Reference to give if you write to us:
