### What everyone reads: the budget, a project, the ballot, the receipt, results, works.

## The budget

steps-name = The steps of the budget
gesture-idea = Suggest an idea
gesture-vote = Vote
gesture-receipt = Check my ballot
gesture-results = Results of the vote
gesture-works = How far the projects are
projects-title = Projects
projects-empty-title = No project yet
projects-empty-text = Ideas will become projects; a service will study each, with a cost and a reason that everyone will read.
group-admissible = Admissible
group-study = Being studied
group-refused = Not admissible
group-merged = Joined to others
group-withdrawn = Withdrawn
rules-title = The rules, stated beforehand
amount-title = Amount
criteria-title = What a project must respect
tools-title = For the team

## A project

reason-title = The reason
merged-into = It is now carried by:
sources-title = The ideas it comes from
sources-empty = It comes from no idea left on the site.
knots-title = What was said, what was done
facts-title = In short
fact-cost = Cost
fact-place = Place
fact-envelope = Envelope
fact-delay = Time needed
fact-unit = Service

## Voting

field-email = Your e-mail address
field-email-hint = You will receive a code there. The address is not kept: only a fingerprint of it stays.
field-code = Your code
field-code-hint = Eight letters and figures, for instance ABCD-2345.
field-number = Your number
field-number-hint = As it is written on your card or your letter.
field-name = Your surname and given names
field-name-hint = As they are in the register. Capitals, accents and order do not count.
field-birth = Your date of birth
field-age = I am { $age } or older, and I vote for myself.
code-send = Receive a code
code-sent = A code has left for { $email }. It is valid until tomorrow evening.
code-subject = Your code to vote: { $budget }
code-letter =
    Here is your code to vote in the participatory budget “{ $budget }”:

    { $code }

    It is valid until tomorrow evening and serves once. If you asked for nothing, ignore it.
code-letter-voted =
    Someone asked for a voting code for this address. A ballot was already cast with it in the participatory budget “{ $budget }”: one address, one ballot.

    To change your mind, use the receipt of your ballot.
who-send = Open my ballot
ballot-title = Your ballot
ballot-read = Read the project
ballot-send = Read my ballot again
ballot-total = Count again
review-title = Read your ballot again
review-lead = This is what your ballot says. It is not in the box yet.
review-send = Cast my ballot
review-back = Correct
total-approval = { $chosen ->
    [0] You chose no project, of { $most } at most. A blank ballot counts.
    [one] You chose one project, of { $most } at most.
   *[other] You chose { $chosen } projects, of { $most } at most.
}
total-knapsack = Your choices cost { $spent }; { $left } is left.
total-points = You have { $left } points left of { $most }.
total-ranked = { $chosen ->
    [one] You ranked one project, of { $most } at most.
   *[other] You ranked { $chosen } projects, of { $most } at most.
}
total-grades = { $chosen ->
    [one] You gave a grade to one project.
   *[other] You gave a grade to { $chosen } projects.
}
rank = rank { $rank }
rank-none = Not ranked
grade-none = No grade
grade-0 = Reject
grade-1 = Fair
grade-2 = Good
grade-3 = Very good
said-chosen = Chosen
said-points = { $points ->
    [one] One point
   *[other] { $points } points
}

## Receipt

field-receipt = The receipt of your ballot
field-receipt-hint = Sixteen letters and figures, in four groups.
receipt-lead = Your receipt opens your ballot, and yours alone. Nobody else has it.
receipt-send = Open my ballot
receipt-title = Your ballot is in the box
receipt-in-box = Your ballot is in the box, as you filled it in.
receipt-code = Your receipt
receipt-keep = Write it down or photograph it: it alone lets you check your ballot or change your mind. We cannot find it again.
receipt-says = What your ballot says
receipt-blank = It is blank: it counts among the ballots, for no project.
change-title = Change my mind
change-send = Replace my ballot
ballot-changed = Your ballot is replaced. Your receipt stays the same.

## Results

counted-at = Count no. { NUMBER($number, useGrouping: "false") }, { $date }, { $role }.
results-later = A later count corrects it.
results-later-link = Read the one that stands
results-reason = Reason given:
results-won = { $winners ->
    [0] No project is kept, out of { $ballots }.
    [one] One project is kept, out of { $ballots }.
   *[other] { $winners } projects are kept, out of { $ballots }.
}
ballots-of = { $count ->
    [0] no ballot
    [one] one ballot
   *[other] { $count } ballots
}
results-spent = They cost { $cost }, for a budget of { $amount }.
results-blank = Blank ballots: { $blank }. Paper ballots counted: { $paper }. Spoiled paper ballots, not counted: { $spoiled }.
results-represented = { $share } of the ballots chose at least one project that is kept.
results-gap = Paper sheets read: { $sheets }. People struck off on paper: { $struck }. The reason for the gap is given above.
results-winners = Projects kept
results-none = No project is kept.
won-free = Kept: it costs nothing
won-rule = Kept by the rule
won-completion = Kept with what was left
won-comparison = Kept by the last comparison
voters-of = { $count ->
    [0] No vote
    [one] One vote
   *[other] { $count } votes
}
results-rounds = The count, purchase by purchase
results-rounds-text = Each ballot pays its share of the projects it chose. Amounts are rounded here; the transcript gives exact fractions.
round = { $people ->
    [one] “{ $title }” ({ $cost }) cost { $price } to the only person who chose it.
   *[other] “{ $title }” ({ $cost }) cost at most { $price } to each of its { $people } people.
}
in-euros = €{ $amount }
results-ties = Exact ties
tie = Between projects { $all }, tied, no. { NUMBER($first, useGrouping: "false") } came first, by the rule stated beforehand.
results-losers = The others, and what they lacked
results-all = Every project is kept.
needed-both = { $people ->
    [one] It lacked one person who would have chosen it alone, or a cost of { $cost } at most.
   *[other] It lacked { $people } people who would have chosen it alone, or a cost of { $cost } at most.
}
needed-people = { $people ->
    [one] It lacked one person who would have chosen it alone.
   *[other] It lacked { $people } people who would have chosen it alone.
}
needed-cost = It would have been kept if it had cost { $cost } at most.
needed-nothing = Neither more votes nor a lower cost, within what was tried, would have kept it.
lost-to = It lost to projects: { $numbers }.
results-others = The same ballots, other rules
results-others-text = The rule was stated beforehand: only its result stands. This is what others would have given.
others-rule = Rule
others-winners = Kept
others-cost = Cost
others-represented = Ballots served
others-same = The same.
others-differ = Less: { $less }; more: { $more }.
rule-short-greedy = Most supported first
rule-short-knapsack = The most supported set
rule-short-equal-shares = Equal Shares
rule-short-phragmen = Phragmén
rule-short-majority-judgment = Majority judgment
results-again = Count again
results-again-text = The published file is the one that was counted: ballots in an order drawn at random, without receipts or names. On any machine, with the Arpent program, it gives the same projects.
results-file = Download the ballots (Pabulib format)
results-type = Type, in the folder of the file:
results-transcript = Compare with the transcript, exact fractions included
results-hash = SHA-256 of the file:
results-earlier = Earlier counts
results-number = Count no. { NUMBER($number, useGrouping: "false") }

## Works

works-empty-title = No project kept yet
works-empty-text = After the count, each project kept will have its step, its service and its amounts here.
works-summary = { $total ->
    [one] One project kept; delivered: { $delivered }; paid so far: { $spent }.
   *[other] { $total } projects kept; delivered: { $delivered }; paid so far: { $spent }.
}
works-latest = { $date }: { $text }
works-leads = Service in charge
