### The second half of the loop: design, try, decide, commit, close, measure again, follow.

## What is wrong in a field

loop-amount-problem = Write a whole number, from 0 to { $most }.
loop-points-problem = Too long: { $most } lines at most, one idea a line.
loop-margin-problem = Give the smallest change that matters, in the metric's unit; zero is allowed.
loop-n-problem = At least one observation is needed.
loop-successes-problem = This number must be between zero and the number of observations.
loop-kind-problem = This metric is not noted that way: a share is counted, a mean is computed.
loop-number-problem = Write a number, for instance 12.4. The standard deviation cannot be negative.
loop-period-problem = The period must end after it began, and today at the latest.
loop-threshold-problem = For a share, write a percentage between 0 and 100. For a mean, write a number.
loop-end-problem = The experiment must end after it began.
loop-day-problem = Write a full date: day, month and year.
loop-met-problem = Documents are sent before the meeting, and the meeting was held today at the latest.
loop-opinion-problem = For an opinion, say whether it is favourable. Information and debates have none.
loop-votes-problem = A number of votes cannot be negative.
loop-examined-problem = Tick at least one option: one decides among options that were examined.
loop-chosen-problem = An option that is chosen must have been examined first.
loop-due-problem = The due date must be to come.
loop-taken = There is one with this title in the démarche already. Change the title, or open the one that exists.
loop-repeated = This text is already recorded here: it was not recorded a second time.
loop-closed = This démarche is closed: no option or experiment is added to it. Measures and reports go on.
loop-choice-problem = Choose from the list.

## Refusals

option-decided = A published decision examined this option: it no longer changes, so that everyone reads what was compared. Write another option, or correct the decision.
option-elsewhere = One of these does not belong to this démarche.
measure-taken = A measure with the same name and period already exists for this metric. To rectify it, open it and correct it.
measure-corrected-first = Someone corrected this value just before you. Read it again, then correct the new one if needed.
experiment-frozen = This experiment is authorised: its hypothesis, threshold and size are frozen, so that they cannot be fitted to the result. To try something else, write another experiment.
experiment-begun = This experiment began without being authorised. A threshold is set before the start: move the first day, then have it authorised.
experiment-not-authorised = This experiment is not authorised: its result would prove nothing. Have it authorised before it begins.
experiment-too-early = This experiment is not over. Reading the result before the end and stopping when it pleases would distort the verdict.
decision-no-mandate = To decide in this organisation's name, a "decide" mandate valid today is needed. Someone who administers the site can record it.
decision-immutable = This decision is published: it no longer changes. To correct it, open a new version; this one will stay readable.
decision-still-draft = This decision is still a draft: change it directly.
decision-corrected-first = A correction of this decision is already open. Take it up rather than opening another one.
gate-departs = { $count ->
    [one] The choice departs from the verdict of one experiment: say why.
   *[other] The choice departs from the verdict of { $count } experiments: say why.
}
gate-opinion = An option chosen changes how work is organised: attach the dated opinion of the staff representatives.
gate-review = Give a review date to come.
commitment-before-decision = A commitment carries out a published decision. This one is still a draft.
commitment-no-mandate = To commit this organisation, a "commit" mandate valid today is needed. Someone who administers the site can record it.
report-no-mandate = The person who signed reports, or someone mandated by her organisation.
commitment-already-withdrawn = This commitment was withdrawn. It stays visible with its reason.
commitment-no-metric = This commitment names no metric: there is nothing to compare.
comparison-problem = Choose two different measures of this commitment's metric.
gate-unanswered = { $count ->
    [one] One contribution does not have its final answer yet.
   *[other] { $count } contributions do not have their final answer yet.
}
gate-decision = No decision is published. Publish it, or say here why there is none.
closing-not-open = This démarche is not open: it is still being prepared, or already closed.

## Closing mail

mail-closed-subject = The démarche is closed: { $initiative }
mail-closed-text =
    Hello,

    The démarche "{ $initiative }" is closed. You had said there: "{ $title }".

    Every contribution received its answer. Here is what became of yours, down to the decision, the commitments and the measures:

    { $link }

    The code { $code } opens the same page.

    We shall not write about it again; the page itself goes on being updated.

## Options

option-description = What would be done
option-cost = Cost, in words
option-cost-euros = Cost, in euros
option-delay = Delay, in words
option-delay-days = Delay, in days
option-staff = Who it takes
option-advantages = Advantages
option-limits = Limits

## Metrics

metric-method = How it is measured

## Experiments

experiment-hypothesis = Hypothesis
experiment-threshold = Threshold to reach
experiment-min-n = Observations needed
experiment-rule = Rule of the verdict
experiment-start = First day
experiment-end = Last day
experiment-place = Place

## Decisions

decision-question = Question to settle
decision-choice = What we decide
decision-reasons = Why
decision-departs = Why we depart from a verdict
decision-legal-base = Legal base
decision-cost = Cost, in words
decision-review = Review date
