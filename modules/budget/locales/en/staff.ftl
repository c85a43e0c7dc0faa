### What those who prepare, study, hold a booth, count and build read.

## Preparing

tool-prepare = Amounts, days and rules
tool-new = Make a project of one or several ideas
tool-study = Projects to study
tool-voters = Voters
tool-strike = Strike off at the booth
tool-sheets = Paper sheets
tool-keying = Key the sheets
tool-count = Count
act-publish = Publish the budget
act-open = Open the vote
act-close = Close the box
prepare-title = Prepare the participatory budget
prepare-lead = Everything written here is read on the budget's page. The rule no longer changes once the vote is open.
prepare-days = The steps
prepare-rules = The vote and its rule
prepare-rules-text = Choose before the vote: the database itself refuses to change the rule afterwards.
prepare-send = Save the budget
prepare-done = The budget is saved.
publish-done = The budget is published.
open-done = The vote is open. The rule, the projects and their costs do not change any more.
close-done = The box is closed.
field-title = Title
field-text = What this budget is for
field-envelopes = Amount, or envelopes
field-envelopes-hint = An amount in euros. For several envelopes, by district or theme: “name; amount”, one a line.
field-criteria = What a project must respect
field-criteria-hint = One sentence a line.
field-from = First day
field-to = Last day
field-most = Number of projects or points
field-most-hint = How many projects one may choose or rank, or how many points one shares. Without effect for other ballots.
field-min-age = Minimum age
field-min-age-hint = In years, on the last day of the vote. Empty: none.
field-ages = Ask for the age bracket on the ballot, without insisting
field-zones = Neighbourhoods offered on the ballot, without insisting
field-zones-hint = One a line; empty: nothing is asked. Age and neighbourhood serve to say what the outcome does for each group of five people or more.
field-ballot = On the ballot, one
choice-ballot-approval = chooses projects, up to a number
choice-ballot-knapsack = chooses projects, as long as the money lasts
choice-ballot-points = shares points
choice-ballot-ranked = ranks projects
choice-ballot-grades = gives grades
field-rule = The projects kept are found by
choice-rule-greedy = the most supported first
choice-rule-knapsack = the most supported set that fits
choice-rule-equal-shares = Equal Shares
choice-rule-phragmen = Phragmén's rule
choice-rule-majority-judgment = majority judgment
field-completion = With Equal Shares, what is left
choice-completion-none = is not spent
choice-completion-greedy = goes to the most supported
choice-completion-add1 = raises everyone's share, euro by euro
choice-completion-add1u = raises everyone's share, then goes to the most supported
field-ties = Exact ties
choice-ties-votes-cost = most votes, then the cheaper, then the smaller number
choice-ties-number = the smaller number
field-access = One votes with
choice-access-email = a code received by e-mail
choice-access-letter = a code received by post
choice-access-number = a number of a register
choice-access-birth = one's name and date of birth, in a register

## Projects and study

new-lead = Ideas stay as they were said; the project brings them together and quotes them.
new-send = Create the project
new-done = The project is created. Give it to a service.
field-project-title = Title of the project
field-project-text = What it is
field-project-place = Where
field-project-point = Point on the map
field-project-point-hint = Latitude, longitude, as a map copies them: 45.3654, 5.5921. The published file carries them.
edit-project = Change this project
edit-project-lead = Say better what it is, as long as nobody votes. What was said of it stays.
edit-project-send = Save the project
edit-project-done = The project is changed.
field-sources = The ideas it comes from
field-sources-hint = Several ideas may make one project.
idea-carried = Already carried by a project
study-lead = Say of each project whether it can be done, at what cost, in what time, and why: everyone will read it.
study-empty-title = Nothing waits for an opinion
study-empty-text = When an idea becomes a project, it arrives here.
study-mine = For your service
study-others = For others
study-late = Project no. { NUMBER($number, useGrouping: "false") }: an opinion was expected by { $when }.
study-title = Give an opinion
study-of = Opinion on “{ $title }”
study-send = Publish the opinion
judged = The opinion is published.
judged-too-dear = The project costs more than its envelope: by the rule stated beforehand, it is not admissible. The reason says so.
field-verdict = This project is
field-cost = Cost, in euros
field-cost-hint = Exact, to the cent if needed. Required for an admissible project.
field-delay = Time needed
field-delay-hint = For instance: six months after the vote.
field-into = Project that carries it from now on
field-into-none = None
field-reason = Reason
field-reason-hint = For whoever had the idea: what makes the project possible, or what prevents it.
field-due = Opinion expected by
field-unit-none = No service
assign-title = Give to a service
assign-send = Give the project
assigned = The project is given.
withdraw-title = Withdraw this project
withdraw-reason = Reason
withdraw-send = Withdraw the project
withdrawn = The project is withdrawn. It stays visible with the reason.

## Voters

turnout = On the list: { $listed }. Voted on line: { $online }. Struck off on paper: { $paper }.
voters-hashed = Of each voter only a fingerprint is kept, made with a key that the first count destroys. Until then, whoever had the database and the key could look up whether a name they know has voted, never what was voted.
voters-by-email = The list makes itself: whoever asks for a code enters it.
field-count = Number of letters
letters-as = In what form
letters-page = A page to print, one slip a letter
letters-csv = A CSV file for the printer
letters-once = These codes are shown this once: only fingerprints of them stay.
letters-send = Create the codes
letters-title = Codes to send by post
letter-text = Your code to vote in the participatory budget:
csv-code = code
csv-address = address
field-register = Register
register-hint = CSV, spreadsheet or JSON. The file is not kept.
register-send = Read the register
register-done = Added: { $added }. Already there: { $already }. Too young, left out: { $young }.
register-left = { $count ->
    [one] The other lines are read. One line could not be:
   *[other] The other lines are read. { $count } lines could not be:
}
column-number = Heading of the column of the number
column-name = Heading of the column of the name
column-given = Heading of the column of given names, if they are apart
column-birth = Heading of the column of the date of birth
strike-lead = Strike off before giving a sheet. The list is that of the vote on line: nobody votes twice.
shown-code = Code of the letter shown
shown-email = E-mail address shown
shown-number = Number shown
shown-name = Surname and given names of the person
shown-birth = Her or his date of birth
strike-send = Strike off
struck = Struck off. Give a sheet.
struck-code = Code { $code } is struck off. Give a sheet.

## Sheets

sheets-lead = Each sheet bears a number. It says nothing of who filled it in.
sheets-count = Number of sheets
sheets-send = Prepare the sheets
sheets-again = Print sheets 1 to { NUMBER($last, useGrouping: "false") } again
sheets-tally = Sheets printed: { $printed }. Counted: { $counted }. Spoiled: { $spoiled }. Waiting for another reading: { $waiting }.
sheet-number = Sheet no. { NUMBER($number, useGrouping: "false") }
sheet-note = Tick the projects you choose, then slip the sheet into the box. Do not write your name: a signed sheet is spoiled.
sheets-print-lead = Each sheet has a stub that the voter tears off and keeps. The code of the stub opens the sheet as it was read, and nothing else.
stub-title = Stub of sheet no. { NUMBER($number, useGrouping: "false") }, to tear off and keep
stub-text = With this code, check that your sheet is counted as you filled it in:
sheet-spoiled = spoiled sheet
sheet-nothing = nothing
keying-lead = Each sheet is read twice, by two people who do not see the other reading. If they differ, a third person settles.
keying-number = Number of the sheet
keying-find = Open the sheet
keying-project = Project
keying-first-said = First reading
keying-second-said = Second reading
keying-second = This is the second reading: the first one is not shown to you.
keying-third = The two readings differ. Read the whole sheet: your reading settles.
keying-spoiled = Spoiled sheet: signed, unreadable or against the rule
keying-send = Save my reading
keying-waiting = Waiting for another reading:
keying-many = Many sheets from a file
keying-file = File of readings
keying-file-hint = Two columns: the number of the sheet, then the numbers of the projects separated by spaces (“3:2 7:1” with points, ranks or grades; “null” for a spoiled sheet). The second reading is another file, by another person.
keying-file-send = Read the file
keyed-settled = Sheet no. { NUMBER($number, useGrouping: "false") } is counted.
keyed-differs = The two readings of sheet no. { NUMBER($number, useGrouping: "false") } differ: a third person will settle.
keyed-waits = Sheet no. { NUMBER($number, useGrouping: "false") } waits for someone else's reading.
brought = Sheets settled by this file: { $settled }. Waiting for a second reading: { $waiting }.
brought-differing = { $count ->
    [one] The two readings differ for sheet { $numbers }: a third person will settle.
   *[other] The two readings differ for { $count } sheets: { $numbers }. A third person will settle.
}
brought-left = Line { NUMBER($line, useGrouping: "false") } left out: { $why }
left-unknown = no sheet has this number.
left-twice = the file names this sheet twice.
left-again = sheet already settled, or already read by you.
left-unreadable = the projects cannot be read.

## Counting

count-lead = The count goes step by step, then is published at once, signed, with the file that lets anyone count again.
count-ballots = Ballots on line: { $online }. Paper sheets counted: { $paper }.
count-secret = This first count destroys the key of the list of voters: afterwards, nobody can look up whether a name has voted.
count-again = A count is already published. It stays readable; the new one corrects it and says why.
count-reason = Reason
count-reason-hint = Required to count again, or if sheets and people struck off do not add up. It is published.
count-send = Count and publish
count-begun = The count has begun.
run-waits = The count is about to begin.
run-step = Counting, step { $step } of { $steps }: { $what }.
run-step-1 = Read the box
run-step-2 = Apply the rule
run-step-3 = Try the other rules
run-step-4 = Find what others lacked
run-step-5 = Sign and publish
run-steps = The steps of the count
run-done = The count is published.
run-read = Read the results
run-refresh = See how far it is
run-failed-moved = Something changed during the count: a sheet was keyed, or someone else counted. Nothing is published; start again.
run-failed-sheets = Some sheets still wait for their second reading. Nothing is published; key them, then start again.
run-failed-failed = The count could not be made. Nothing is lost or published: try again, or write to the administrator.
run-failed-refused = The count was not made: whoever asked may no longer count, or a reason is missing. Start again.

## Building

works-title = Follow the works
works-of = Works of “{ $title }”
works-lines = Amounts
works-promises = Commitments taken
promised = { $text } (by { $when })
works-done = Saved, and visible to all.
act-stage = A step is reached
act-stage-send = Publish the step
act-line = An amount is voted, committed or paid
act-line-send = Publish the amount
act-commitment = Tie a commitment
act-commitment-send = Tie the commitment
field-stage = Step
field-day = Day
field-what = What is done
field-kind = Kind
field-amount = Amount, in euros
field-amount-hint = A minus sign corrects an amount entered before.
field-reference = Reference
field-reference-hint = Of the deliberation, the order, the invoice.
field-commitment = Commitment of the démarche
field-commitment-none = Choose a commitment
