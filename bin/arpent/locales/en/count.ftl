### The command count: a participatory budget counted from its file; what it refuses, and why.

count-unreadable = The file { $file } could not be read.
count-unreadable-next = Check its path and that you may read it.
count-faulty = The file { $file } cannot be counted; nothing was written.
count-faulty-next = Mend the file at the places named, then start over. The format is described in docs/count.md.
count-warned = Worth knowing before { $file } is published:
count-more-faults = … and { $count } more.
count-refused = These ballots cannot be counted so; nothing was written.
count-refused-next = arpent count --help gives the rules and their options.
count-unwritable = The file { $file } could not be written.
count-unwritable-next = Choose a folder you may write to.
count-key = The key { $file } cannot sign.
count-key-next = Give an Ed25519 key in PKCS#8 DER: openssl genpkey -algorithm ed25519 -outform DER -out key.der
count-ties = The order of ties { $given } cannot be read.
count-ties-next = Write id, votes-cost-id, or the path of a file that names each project once, one identifier a line.
count-envelope = The envelope “{ $name }” names no project of this file.
count-envelope-next = Give the name of a category, or a value of a column of the projects (a district), as the file writes it.
count-amount = The amount { $amount } is too precise for this file.
count-amount-next = Its amounts have { $decimals } decimals at most.
count-written = Minutes written to { $file }. Anyone can check them with checker/check.py.
count-agrees = The minutes { $file } say exactly what this count gave.
count-signed = Their signature is good, with the public key { $key }.
count-unsigned = No signature: the file { $file } is not there.
count-differs = The minutes { $file } do not say what this count gave.
count-differs-in = These parts differ: { $names }.
count-differs-form = These are not minutes of a count.
count-differs-next = Check the file of ballots, the rule, the order of ties and the envelopes; options must be those of the results page.
count-forged = The signature is not that of these minutes.
count-forged-next = Download both files again; if they still disagree, one of them was changed.
count-other-key = The minutes are signed by another key, { $key }.

## What is wrong with a file

count-at-line = line { $line }: { $said }
count-at-cell = line { $line }, column { $column }: { $said }
count-says-too-large = this is more than Arpent counts.
count-says-encoding = the text is not UTF-8.
count-says-section = the section { $section } is missing.
count-says-repeated = the section { $section } is given twice.
count-says-outside = this line comes before any section.
count-says-column = the section { $section } has no column “{ $name }”.
count-says-entry = the section META does not give “{ $key }”.
count-says-empty = “{ $name }” is empty.
count-says-not-a-number = “{ $text }” is not a number.
count-says-negative = “{ $text }” is negative.
count-says-amount = “{ $text }” is too large or too precise.
count-says-vote-type = “{ $text }” is not a known way to vote (approval, choose-1, ordinal, cumulative, scoring).
count-says-duplicate = the project “{ $id }” is already given on line { $first }.
count-says-unknown-project = the project “{ $id }” does not exist in this file.
count-says-points = the ballot names { $projects } projects and gives { $points } points.
count-says-twice = the project “{ $id }” is named twice.
count-says-approved-twice = the project “{ $id }” is chosen twice; it counts once.
count-says-several = { $choices } projects are chosen where one was to be; all of them count.
count-says-count = META announces { $key } = { $said }, the file holds { $found }; what it holds is what counts.

## What a rule refuses

count-says-needs-approvals = this rule needs approval ballots.
count-says-needs-points = this rule needs points, ranks or grades.
count-says-tie-order = the order of ties must name each project once.
count-says-increment = the step cannot be zero.
count-says-knapsack = the exact solution would need too much memory.
count-says-knapsack-envelopes = the largest total knows no envelope; take another rule.

## The outcome

count-head = Budget { $budget }; { $projects } projects; { $voters } ballots.
count-rule = Rule: { $rule }.
count-gain-cost = what it costs
count-gain-cardinality = one, whatever its cost
count-gain-points = the points given
count-rule-votes = the projects with most votes, while they fit the budget
count-rule-greedy = the projects that bring most per euro (a project is worth { $gain }), while they fit the budget
count-rule-knapsack = the set of projects that brings most (a project is worth { $gain })
count-rule-phragmen = Phragmén's sequential rule
count-rule-judgment = majority judgment, while projects fit the budget
count-rule-shares = equal shares (a project is worth { $gain }); { $follows }
count-completion-none = what is left is not spent
count-completion-greedy = what is left funds the next projects that fit
count-completion-add1 = shares are raised step by step while the budget suffices
count-completion-add1u = shares are raised step by step while the budget suffices, then what is left funds the next projects that fit
count-winners = { $count ->
    [0] No project is funded; { $cost } are spent.
    [one] One project is funded, for { $cost }:
   *[other] { $count } projects are funded, for { $cost }:
}
count-winner = { $rank }. { $name }: { $cost }, { $votes ->
    [0] no vote
    [one] one vote
   *[other] { $votes } votes
}
count-step-free = at no cost
count-step-completion = completion
count-step-comparison = preferred in the comparison
count-step-shares = supporters who pay for it: { $supporters }, { $price } at most each; left with nothing: { $exhausted }
count-endowment = Share of each person: { $endowment }.
count-raised = Share of each person: { $endowment }, after { $steps } raises of { $increment }; { $why }
count-stop-overspent = the next one would overspend the budget.
count-stop-exhausted = no supported project fits what is left.
count-stop-everything = no supported project is left to fund.
count-tie = An exact tie, which the announced order ended in favour of the first: { $projects }.
count-replaced = Comparison: { $greedy } people prefer the outcome by number of votes, { $rule } that of the rule; the former is kept.
count-kept = Comparison: { $rule } people prefer the outcome of the rule, { $greedy } that by number of votes; the rule is followed.
count-reached = People who see at least one of their choices funded: { $represented } of { $voters } ({ $share }). Funded among one person's choices: { $spend } on average.
count-losers = Projects that are not funded, and what they would have needed:
count-loser = - { $name }: { $cost }, { $votes ->
    [0] no vote
    [one] one vote
   *[other] { $votes } votes
}; { $needs }
count-would-cost = a cost of { $cost } at most
count-would-votes = { $count ->
    [one] one more person choosing it alone
   *[other] { $count } more people choosing it alone
}
count-lost-to = came behind { $projects }
count-nothing-helps = neither a lower cost nor more votes would have done
count-beside = The same ballots by other rules:
count-one-beside = - { $rule }: { $winners ->
    [one] one project
   *[other] { $winners } projects
} for { $cost }, { $common } of them funded here; { $share } of people see at least one choice funded
