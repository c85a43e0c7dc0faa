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
group-won = Funded by the vote
group-lost = Not funded by the vote
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
project-point = Open on a map ({ $point })

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
tally-chosen = Projects chosen: { $chosen }, at most { $most }.
tally-many = You have chosen { $chosen } projects: at most { $most }. Take some off.
tally-dear = Your choices cost { $spent }: that is { $left } too much. Take a project off.
tally-points-over = That is { $left } points too many, out of { $most }.
said-legend = If you are willing
said-why = To see whether the outcome serves everyone. Nothing is required, nothing is in the published file, and what fewer than five people said alike is erased when the ballot box closes.
said-nothing = I would rather not say
field-said-age = Your age
field-said-zone = Your neighbourhood
said-of-oneself = You said:
age-under-18 = Under 18
age-18-29 = 18 to 29
age-30-44 = 30 to 44
age-45-59 = 45 to 59
age-60-74 = 60 to 74
age-75-over = 75 and over
channel-online = On line
channel-paper = On paper
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
receipt-paper-title = Your sheet
paper-counted = It was read twice, by two people, and counted.
paper-spoiled = It was read and does not count: signed, illegible or against the rule.
paper-waits = It was read once; the second reading, by someone else, is to come.
paper-unread = It has not been read yet. Come back after the last day of the vote.
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
results-rounds-open = { $count ->
    [one] Read the one purchase
   *[other] Read the { $count } purchases
}
round = { $people ->
    [one] “{ $title }” ({ $cost }) cost { $price } to the only person who chose it.
   *[other] “{ $title }” ({ $cost }) cost at most { $price } to each of its { $people } people.
}
in-euros = €{ $amount }
results-ties = Exact ties
tie = Between projects { $all }, tied, no. { NUMBER($first, useGrouping: "false") } came first, by the rule stated beforehand.
results-losers = The others, and what they lacked
results-all = Every project is kept.
project-head = Project
votes-head = Votes
figure-table = See the figures
figure-source-word = Source:
figure-source = count no. { NUMBER($number, useGrouping: "false") }, file { $hash }…
figure-says = { $label }: { $shown }
figure-won = { $votes }, funded
figure-votes = The votes of each project
figure-votes-unit = ballots that name it · n = { $ballots } ballots
figure-rules = How many ballots each rule serves
figure-share-unit = % of ballots that chose at least one funded project · n = { $ballots } ballots
group-of = { $label }, n = { $people }
groups-title = What the outcome does for each group
groups-text = From what voters chose to say of themselves, and from how they voted. A group of fewer than five people is never shown. None of this is in the published file: crossed with the ballots, it could point at someone.
groups-channel = By way of voting
groups-age = By age
groups-zone = By neighbourhood
groups-rules = Compare with the other rules
group-head = Group
group-unsaid = Not said
group-hidden = fewer than five people: not shown
group-cell = { $share } · { $each } funded projects a ballot
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
others-each = Funded projects a ballot
others-ours = { $rule } (the rule of the vote)
disputed-title = The projects that not all rules fund
disputed-none = All the rules fund the same projects.
disputed-kept = Funded
disputed-not = no
rule-short-greedy = Most supported first
rule-short-knapsack = The most supported set
rule-short-equal-shares = Equal Shares
rule-short-phragmen = Phragmén
rule-short-majority-judgment = Majority judgment
results-again = Count again
results-again-text = The published file is the one that was counted: ballots in an order drawn at random, without receipt or name. On any machine, with the Arpent program, it gives the same projects; the signed transcript proves it fraction by fraction.
results-file = Download the ballots (Pabulib format)
results-type = Type, in the folder of the file:
results-transcript = Download the transcript, exact fractions included
results-signature = and its signature
results-check = To compare your count with it and verify the signature, type:
results-key = Public key of the site (Ed25519):
results-key-text = It signs every count of this site. Keep it, or compare it with someone else's: a transcript that was altered no longer verifies.
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
