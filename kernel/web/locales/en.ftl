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
