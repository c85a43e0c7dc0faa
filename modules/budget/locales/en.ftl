### What this module says, shared by its pages. One section a subject, both languages in the same order.

## Steps

step-ideas = Ideas
step-study = Study
step-vote = Vote
step-count = Count
step-works = Works
from-to = from { $first } to { $last }
now-open = Now: { $step }, { $days }.
next-step = Next: { $step }, { $days }.
nothing-open = Nothing is open today.

## Projects

project-study = Being studied
project-admissible = Admissible
project-refused = Not admissible
project-merged = Joined to another
project-withdrawn = Withdrawn
project-won = Funded by the vote
project-lost = Not funded by the vote
verdict-admissible = Admissible: it can be done
verdict-refused = Not admissible
verdict-merged = Joined to another project
project-number = Project no. { NUMBER($number, useGrouping: "false") }
source = { NUMBER($number, useGrouping: "false") }. { $title }
said-with-cost = { $state } · { $cost }
too-dear-reason = Rule stated beforehand: this project costs { $cost }, more than its envelope of { $amount }. It is therefore not admissible.

## Works

stage-planned = Planned
stage-designed = Design
stage-tendered = Tender
stage-built = Building
stage-delivered = Delivered
stage-stopped = Stopped
stage-none = Not begun yet
line-voted = Voted
line-committed = Committed
line-spent = Paid

## Rules, stated beforehand

who-email = One votes with a code received by e-mail. One address, one ballot: an address does not prove an identity.
who-letter = One votes with a code received by post. One code, one ballot.
who-number = One votes with one's number in the register. One number, one ballot.
who-birth = One votes with one's name and date of birth, as they are in the register. One person, one ballot.
rule-age = One votes from the age of { $age }, on the last day of the vote.
how-approval = { $most ->
    [one] Choose one project.
   *[other] Choose up to { $most } projects.
}
how-knapsack = Choose the projects you want, as long as their total cost fits in { $amount }.
how-points = Share { $most } points between projects, as you like.
how-ranked = Rank up to { $most } projects: 1 for the one you prefer.
how-grades = Give a grade to the projects you want; giving none means “reject”.
rule-greedy = The most supported projects are kept, one after the other, as long as they fit in the budget.
rule-knapsack = The set of projects that fits in the budget and gathers the most support is kept.
rule-equal-shares = Equal Shares: each ballot has the same share of the budget, and a project is kept when those who chose it can pay for it together.
rule-phragmen = Phragmén: money comes in at the same pace for each ballot; a project is kept as soon as those who chose it can pay for it.
rule-majority-judgment = Majority judgment: the projects with the best median grade are kept, as long as they fit in the budget.
completion-none = What Equal Shares does not spend is not spent.
completion-greedy = What is left goes to the most supported projects that still fit.
completion-add1 = As long as money is left, everyone's share grows by one euro and the count begins again.
completion-add1u = As long as money is left, everyone's share grows by one euro and the count begins again; the rest goes to the most supported projects that still fit.
rule-envelopes = No envelope is exceeded, and what one does not spend does not go to another.
ties-votes-cost = Exact ties: most votes, then the cheaper, then the smaller number.
ties-number = Exact ties: the smaller number.
rule-too-dear = A project that costs more than its envelope is not admissible.
rule-withdrawn = A withdrawn project stays visible with the reason; ballots that name it count for their other projects.
rule-mind = You may change your mind until the vote ends, with the receipt of your ballot. A paper ballot is not changed.
rule-once = One votes once, on line or on paper: the list is the same.
rule-secret = The vote is secret: the list says who voted, the box says what was voted, and nothing ties one to the other.

## Refusals

choose-one = Choose from the list.
envelopes-missing = Give an amount, or one line for each envelope.
envelopes-problem = Line { NUMBER($line, useGrouping: "false") }: write “name; amount”, a different name on each line, an amount in euros.
envelope-used = Projects are in the envelope “{ $name }”: keep it under this name.
days-problem = Give a first and a last day, in order, and not before the previous step.
most-problem = Give a number between 1 and 1,000.
min-age-problem = Give an age between 0 and 99.
zones-problem = Give at most { $most } zones, one a line, each with a short name of its own.
rule-problem = This rule cannot read such ballots: majority judgment wants grades, Phragmén and the most supported set want chosen projects.
rule-divided = The most supported set is only found in a budget without envelopes. Choose another rule.
budget-changed = Someone changed this budget while you had it before you. Read it again, then start over.
budget-frozen = The vote is open or over: the rule, the projects and their costs do not change any more.
vote-not-over = The last day of the vote is not past: nobody closes the box before.
vote-not-open = The vote is not open today. Its days are on the page of the budget.
vote-opens = The vote is not open yet. It begins on { $date }.
vote-not-closed = The vote is not closed: close the box before counting.
gate-unstudied = { $count ->
    [one] One project still waits for an opinion.
   *[other] { $count } projects still wait for an opinion.
}
gate-too-dear = { $count ->
    [one] One admissible project costs more than its envelope.
   *[other] { $count } admissible projects cost more than their envelope.
}
gate-few-projects = At least two admissible projects are needed.
gate-not-the-days = Today is not a day of the vote: correct the dates, or wait.
gate-no-voters = The list of voters is empty.
cost-problem = Give the cost in euros, for instance 12,500 without comma: 12500 or 12500.50.
into-problem = Choose the project that carries this one from now on.
point-problem = Give a latitude then a longitude, for instance 45.3654, 5.5921.
project-changed = Someone changed this project while you had it before you. Read it again, then start over.
already-counted = The count is done: a project that won and will not be built is said so at the works step.
not-a-winner = This project is not among those kept.
amount-problem = Give an amount in euros; a minus sign corrects an amount entered before.
list-closed = The list of voters is closed.
other-access = The voters of this budget are not known in this way.
letters-problem = Give a number between 1 and { $most }.
column-problem = The file has no column of this name. Copy the heading as it is written.
file-missing = Choose a file.
file-problem = This file does not read as a table ({ $detail }). Save it as CSV, then start over.
code-unsent = The e-mail did not leave. Check the address, or try again in a few minutes.
bar-code = This code is not the right one, or is no longer valid. Read it again, or ask for another.
bar-list = We find nobody of this name or number on the list. Check what you wrote, or go to a polling booth.
bar-voted = This person has already voted, on line or on paper. One person, one ballot.
bar-young = You are not old enough yet to vote on this budget.
age-missing = Tick the box if you are old enough to vote.
fault-unknown = Project no. { NUMBER($number, useGrouping: "false") } is not, or is no longer, among the projects voted on.
fault-too-many = { $extra ->
    [one] You chose one project too many: { $most } at most. Untick one.
   *[other] You chose { $extra } projects too many: { $most } at most. Untick some.
}
fault-too-dear = Your choices exceed the budget by { $over }. Untick a project.
fault-points = { $extra ->
    [one] You gave one point too many: there are { $most }.
   *[other] You gave { $extra } points too many: there are { $most }.
}
fault-unreadable = What you wrote for project no. { NUMBER($number, useGrouping: "false") } cannot be read.
fault-same-rank = Two projects have rank { $rank }. Give them different ranks.
receipt-unknown = No ballot opens with this receipt. It has sixteen letters and figures.
paper-stays = A paper ballot cannot be changed: the sheet is in the box.
sheet-unknown = No sheet has this number.
sheet-settled = This sheet was read twice and counted: it is not keyed once more.
sheet-another = You keyed this sheet already. Someone else must do the other reading.
sheets-columns = The file must have two columns: the number of the sheet, then the projects.
sheets-waiting = { $count ->
    [one] One sheet still waits for its second reading.
   *[other] { $count } sheets still wait for their second reading.
}
count-gap = Sheets read: { $sheets }. People struck off on paper: { $struck }. Say where the gap comes from: the reason will be published.
count-moved = Something changed during the count: a sheet keyed, or another count. Start over.
count-failed = The count could not be done. Nothing is lost: try again, or write to the administrator.
count-running = A count is already under way. Wait until it ends: there are never two at once.
key-broken = The signing key of the site cannot be read. Nothing is published; write to the administrator.

## On shared pages

tab-budget = Budget
block-title = Participatory budget
block-none = This démarche has no participatory budget.
block-begin = Prepare a participatory budget
home-waiting = { $count ->
    [one] A participatory budget project waits for your service's opinion
   *[other] { $count } participatory budget projects wait for your service's opinion
}
trace-won = Project kept by the vote: { $title }
trace-lost = Project voted on, not kept: { $title }
trace-admissible = Admissible project: { $title }
trace-study = Project being studied: { $title }
trace-refused = Project not admissible: { $title }
trace-merged = Project joined to another: { $title }
trace-withdrawn = Project withdrawn: { $title }
trace-link = Read the project's page

## What the template of the initiative provides for

plan-none = No budget is being prepared.
plan-draft = Being prepared: amounts, calendar and rules remain to be published.
plan-published = Published: ideas and study by services.
plan-voting = The vote is open.
plan-closed = The vote is closed: counting remains.
plan-counted = The vote is counted: chosen projects are being carried out.
plan-open = Open the participatory budget

## On the map of the process

placed-one = Participatory budget project
placed-many = Participatory budget projects
placed-reached = { $said }. Step: { $stage }
