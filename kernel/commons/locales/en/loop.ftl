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

## Figures and verdicts

unit-points = points
verdict-met = met
verdict-not-met = not met
verdict-not-conclusive = not conclusive
verdict-too-few = too few observations
verdict-above = Between { $low } and { $high }, above the threshold of { $threshold }: { $verdict }
verdict-below = Between { $low } and { $high }, below the threshold of { $threshold }: { $verdict }
verdict-astride = Between { $low } and { $high }, on both sides of the threshold of { $threshold }: { $verdict }
verdict-too-few-sentence = { $n } observations, { $min } were needed: too few to conclude
change-improved = better
change-unchanged = unchanged
change-worse = worse
change-not-conclusive = cannot be told
change-improved-sentence = The difference lies between { $low } and { $high }: it is better
change-unchanged-sentence = The difference lies between { $low } and { $high }: nothing changed enough to matter
change-worse-sentence = The difference lies between { $low } and { $high }: it is worse
change-not-conclusive-sentence = The difference lies between { $low } and { $high }: one cannot say that it changed
change-too-few-sentence = { $n } observations on one side, { $min } were needed: one cannot say whether it changed
figure-n = n = { $n }
figure-precision = n = { $n } · 95% interval: { $low } to { $high }
figure-with-interval = { $value } ({ $low } to { $high })
figure-period = from { $from } to { $to }
figure-what = What is measured
figure-verdict = What can be said
figure-threshold = Threshold
figure-result = Result
figure-measure = Measure
figure-first-measure = First measure
figure-table = See the figures
figure-source = Source:
signed-otherwise = the site

## Forms

loop-whole-problem = Write a whole number, for instance 9500.
choose-one = Choose from the list
choose-none = None
correction-reason = Why this correction
correction-reason-hint = The reason is published beside the new value; the old one stays readable.
corrected-because = Corrected because:
values-before = Earlier values
any-state = Every state
any-organisation = Every organisation
any-initiative = Every démarche
filter-state = State
filter-organisation = Organisation
filter-initiative = Démarche
at-least = at least { $value }
at-most = at most { $value }
aim-up = More is better
aim-down = Less is better
sample-n = Number of observations
sample-successes = Of which, meeting the criterion
sample-successes-hint = Count people or cases, not a percentage.
sample-mean = Mean
sample-sd = Standard deviation
sample-sd-hint = It says whether values are close or scattered; without it there is no margin of error.

## Pages of options

options-title = Options and decisions
options-lead = What could be done, what was tried, what representatives said, and what was decided.
options-compared = Options compared
options-empty-title = Options will come here
options-empty = Once what was said is understood, the team will write ways of acting here, with their cost, their delay and the contributions they rest on.
option-new = Write an option
option-new-title = Write an option
option-new-lead = A way of acting, precise enough to be compared with others. You will then choose the contributions it rests on.
option-edit = Edit the option
option-edit-title = Edit "{ $title }"
option-save = Save the option
option-saved = The option is saved.
option-chosen = Option chosen
option-head = Option
option-was-chosen = This option was chosen.
option-was-not-chosen = This option was examined and not chosen.
option-cost-short = Cost
option-delay-short = Delay
option-cost-hint = For instance: 9,500 euros the first year, then 2,000 euros a year.
option-cost-euros-hint = The number alone, to compare options.
option-points-hint = One idea a line.
option-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
option-themes = Themes
option-themes-hint = The option rests on every contribution of these themes.
option-contributions = Contributions
option-rests-on = Rests on
option-rests-on-nothing = Nothing is linked yet: an option should say which words it comes from.
option-rests-on-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
option-rests-on-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
option-count-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
option-count-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
option-rests-on-both = { $contributions } and { $themes }
option-choose-roots = Choose what it rests on
option-roots-title = What "{ $title }" rests on
option-roots-lead = Tick the themes and contributions this option comes from. Their authors will see it in the thread of their contribution.
option-every-theme = Every contribution
option-filter-theme = Show the contributions of the theme
option-filter = Show
option-save-roots = Save these links

## Pages of experiments

experiments-title = Experiments
experiment-new = Write an experiment
experiment-new-title = Write an experiment
experiment-new-lead = Say what you expect before beginning. Once the experiment is authorised nothing changes any more: that is what makes its result credible.
experiment-edit = Edit the experiment
experiment-edit-title = Edit "{ $title }"
experiment-save = Save the experiment
experiment-saved = The experiment is saved.
experiment-option = Option tested
experiment-no-option = No option in particular
experiment-hypothesis-hint = If we do this, then that will change by so much.
experiment-metric = What is measured
experiment-aim = The way wanted
experiment-threshold-hint = For a share, a percentage: 65. For a mean, in the metric's unit: 13.
experiment-min-n-hint = Below it, nothing is concluded.
experiment-rule-hint = Leave empty for the usual rule: the whole 95% interval must lie on the good side of the threshold.
experiment-usual-rule = The whole 95% interval must lie on the good side of the threshold; wholly on the other side, it is not met; in between, nothing is concluded.
experiment-touches-work = The experiment changes how agents' work is organised
experiment-touches-work-hint = The opinion of staff representatives will have to come before the decision.
experiment-touches-work-short = Organisation of work
experiment-touches-work-yes = Changed: the opinion of staff representatives must come before the decision.
experiment-touches-work-no = Not changed.
experiment-user-metric = What it should change for users
experiment-agent-metric = What it should change for agents
experiment-authorise = Authorise the experiment
experiment-authorise-hint = Hypothesis, threshold, size and dates are frozen at once.
experiment-authorised = Authorised
experiment-authorised-done = The experiment is authorised. Nothing of it will change any more.
experiment-enter-result = Enter the result
experiment-correct-result = Correct the result
experiment-result-title = Result of "{ $title }"
experiment-result-lead = Count as was planned. The verdict computes itself, by the interval.
experiment-result-text = What is made of it
experiment-result-save = Save the result
experiment-result-saved = The result is saved.
experiment-no-result-yet = The result is not known yet.
experiment-found = What was found
experiment-frozen-title = What was frozen before the start
experiment-expected-title = What is expected
experiment-state-draft = Being prepared
experiment-state-authorised = Authorised, to come
experiment-state-running = Under way
experiment-state-ended = Over, result awaited
experiment-state-judged = Over

## Pages of consultations

consultations-title = Staff representatives and bodies
consultation-new = Record a consultation
consultation-new-title = Record a consultation
consultation-new-lead = What was said is copied as it is and will not be retouched.
consultation-save = Save the consultation
consultation-saved = The consultation is recorded.
consultation-kind = What was asked
consultation-information = Information
consultation-opinion = Opinion
consultation-debate = Debate
consultation-favourable = Favourable opinion
consultation-unfavourable = Unfavourable opinion
consultation-no-opinion = None: information or debate
consultation-body = Body
consultation-body-hint = For instance: social committee of the authority.
consultation-subject = Subject
consultation-sent = Documents sent on
consultation-met = Meeting of
consultation-opinion-given = Opinion given
consultation-unanimous = The opinion is unanimous
consultation-was-unanimous = unanimously
consultation-was-divided = divided opinion
consultation-text = What was said
consultation-text-hint = Copy the minutes.
consultation-in-favour = Votes for: { $name }
consultation-against = Votes against: { $name }
consultation-abstained = Abstentions: { $name }
consultation-votes = { $favour } for, { $against } against, { $abstained } abstaining
consultation-voter = Organisation
votes-for = For
votes-against = Against
votes-abstained = Abstaining
consultation-note = This text is not retouched. Recorded by:

## Pages of decisions

decisions-title = Decisions
decision-new = Prepare a decision
decision-new-title = Prepare a decision
decision-new-lead = A draft, seen only by those who prepare or decide. Once published, the decision will not change any more.
decision-edit = Edit the draft
decision-edit-title = Edit "{ $title }"
decision-save-draft = Save the draft
decision-drafted = The draft is saved.
decision-draft = Draft, seen only by those who prepare or decide.
decision-draft-tag = Draft
decision-publish = Decide and publish
decision-publish-hint = You sign in your organisation's name. This text will not change any more; a correction will be a new version.
decision-published = The decision is published.
decision-examined = Options examined
decision-chosen = Options chosen
decision-chosen-hint = No box ticked: everything is set aside, and the reasons say so.
decision-choice-hint = In plain words, for someone who followed nothing.
decision-reasons-hint = What weighed, including what was said against.
decision-experiments-hint = Those that test an examined option join by themselves.
decision-departs-hint = Needed when an option is kept though its trial did not convince, or set aside though it succeeded.
decision-legal-base-hint = Deliberation, order, article.
decision-organisation = Organisation that decides
decision-evidence = What the experiments showed
decision-voices = The voices it rests on
decision-dissent = Those who do not agree
dissent-organisation = Dissent { $line }: organisation
dissent-words = Dissent { $line }: in its words
decision-facts = In practice
decision-cost-sum = The options chosen add up to { $sum }; the decision retains { $cost }.
decision-signed = { $name } ({ $role }), with the power to decide for { $organisation }, on { $day }
decision-replaced = A corrected version replaces this decision.
decision-see-new = Read the version in force
decision-correct = Correct by a new version
decision-correct-title = Correct "{ $title }"
decision-correct-lead = The published version stays readable and will say it is replaced, once the new one is published in its turn.
decision-correct-open = Open a new version
decision-correction-opened = The new version is open, as a draft.
decision-versions = Versions
decision-version = Version { $number }
decision-this-one = the one you are reading
voices-title = The voices of the decision
voices-lead = Contributions on which the decision rests:
voices-csv-college = In which capacity
voices-csv-count = Contributions
voices-total = All
voices-hidden = hidden
voices-note = Numbers that would let a few people be recognised are hidden, here as in the file.
voices-read = Read each contribution
voices-download = Download the table (CSV)
voices-each = Each contribution

## Pages of commitments and measures

commitments-title = Commitments
commitments-and-measures = Commitments and measures
commitments-lead = Who committed to what, by when, and what was done.
commitments-of-initiative-lead = What each one committed to do, and what the measures say of it.
commitments-count = { $count ->
    [0] No commitment matches.
    [one] { $count } commitment
   *[other] { $count } commitments
}
commitments-empty-title = Commitments will come here
commitments-empty = After a decision, each organisation says here what it will do, by when, and the measure that should move.
commitment-of = Commitment: { $organisation }
commitment-new = Take a commitment
commitment-new-title = Take a commitment
commitment-new-lead = To carry out the decision "{ $decision }". You sign in your organisation's name; the text will not change any more.
commitment-organisation = Organisation that commits
commitment-organisation-hint = Those you are mandated to commit today.
commitment-text = What we shall do
commitment-text-hint = Precise enough for one to say whether it is done.
commitment-due = Due on
commitment-metric = Metric that should move
commitment-expected = Change expected
commitment-expected-hint = For instance: from 54% to 70%.
commitment-expected-value = Value expected
commitment-before = Starting measure
commitment-before-hint = The one the next will be compared with.
commitment-after = Later measure
commitment-after-hint = Without a choice, the latest measure taken since the signature.
commitment-save = Sign the commitment
commitment-saved = The commitment is taken.
commitment-signed = Signed by { $holder } ({ $role }), mandated by { $organisation }, on { $day }
commitment-decision = Decision carried out
commitment-moved = What moved
commitment-not-measured-again = The second measure is not taken yet.
commitment-thread = What happened
commitment-taken = Commitment taken
commitment-withdrawn = Commitment withdrawn
commitment-state-announced = Announced
commitment-state-in-progress = In progress
commitment-state-done = Done
commitment-state-overdue = Overdue, without news
commitment-state-withdrawn = Withdrawn
due-on = due on { $day }
due-past = was due on { $day }
expected-value = value expected: { $value }
margin-words = Below { $margin }, a difference does not count; at least { $min } observations are needed on each side.
report-new = Report
report-title = Report
report-save = Publish the report
report-saved = The report is published.
report-state = Where it stands
report-state-in-progress = In progress
report-state-done = Done
report-in-progress = Report: in progress
report-done = Report: done
report-text = What happened
report-text-hint = What is done, what is not, what stood in the way.
report-proof = To check:
report-proof-label = Where to check it
report-proof-hint = A document, a page, a place.
report-awaited = Report awaited
report-silent-until = Without a report after { $day }, the commitment is said to be overdue.
withdraw-open = Withdraw the commitment
withdraw-title = Withdraw the commitment
withdraw-lead = The commitment stays visible, with your reason.
withdraw-reason = Why you withdraw it
withdraw-save = Withdraw the commitment
withdraw-saved = The commitment is withdrawn. It stays visible with its reason.
compare-open = Name the measures to compare
compare-title = Measures to compare
compare-lead = Two measures of the same metric.
compare-save = Compare these measures
compare-saved = The measures to compare are recorded.
metrics-title = Metrics
metrics-empty = No metric is set yet. Here one chooses what will be measured, before and after.
metric-new = Set a metric
metric-new-title = Set a metric
metric-new-lead = What will be measured before and after, in the same way.
metric-save = Save the metric
metric-saved = The metric is saved.
metric-field-title = What is measured
metric-title-hint = For instance: share of people who understand the letter.
metric-kind = How it is noted
metric-kind-proportion = A share: so many cases out of so many observations
metric-kind-mean = A mean: minutes, euros, kilometres
metric-unit = Unit
metric-unit-hint = %, min, cars a morning.
metric-margin = Smallest change that matters
metric-margin-hint = Below it, nobody would see the difference. For a share, in points: 5.
metric-min-n-hint = On each side of a comparison. Without an answer: 30.
metric-reword = Say this metric better
metric-reword-title = Say "{ $title }" better
metric-reword-lead = The unit, the direction and the thresholds do not change: measures were taken with them.
measures-title = Measures
measures-empty-title = No measure yet
measures-empty = The first measure will come here with its number of observations, its period, its source and its interval.
measure-new = Enter a measure
measure-new-title = Enter a measure
measure-save = Save the measure
measure-saved = The measure is saved.
measure-label = Name of the measure
measure-label-hint = Before, after, first week.
measure-from = First day observed
measure-to = Last day observed
measure-source = Source
measure-source-hint = Where, by whom, with what.
measure-method = What is particular to this measure
measure-correct = Correct this value
measure-correct-title = Correct the measure "{ $label }"
measure-correct-lead = The earlier value stays readable, struck through, with your reason.
measure-correct-save = Save the correction
measure-replaced = corrected since
learnings-title = What is remembered
learning-label = What you remember, in one or two sentences
learning-save = Add
learning-saved = It is noted.

## Closing

closing-title = Close the démarche
closing-missing = It is not possible yet. Here is everything that is missing
closing-who = Can do it: { $role }.
closing-ready = Everything is ready
closing-ready-text = Every contribution has its answer, and the decision is published.
closing-closed = The démarche is closed
closing-waiting = Contributions without a final answer
closing-promised = promised before { $day }
closing-merged = Merged: the person who wrote it awaits her answer too.
closing-hidden = Hidden: the person who wrote it awaits her answer too.
closing-act = Close
closing-act-text = Nobody will be able to contribute any more. Everyone who left an address is told once; for the others, the answers are printed.
closing-words = Last words
closing-words-hint = What changed, what did not, when it will be talked about again.
closing-no-decision = Why no decision was taken
closing-no-decision-hint = To fill in only when there is none.
closing-button = Close the démarche
closing-done = The démarche is closed. Everyone is told.
paper-title = Answers to hand over on paper
paper-lead = One answer for each person who left no e-mail address. Print, hand over, tick.
paper-waiting = { $count ->
    [one] One answer is to be handed over on paper
   *[other] { $count } answers are to be handed over on paper
}
paper-count = { $count ->
    [0] No answer
    [one] { $count } answer
   *[other] { $count } answers
}
paper-every = show those already handed over too
paper-only-waiting = show only those to hand over
paper-empty-title = Nothing to hand over
paper-empty = Every answer given so far was sent or handed over.
paper-follow = To read all that follows, type this code at
paper-hand-over = Handed over
paper-handed-over = Handed over on { $day }
paper-save = Note as handed over
paper-noted = { $count ->
    [0] Nothing was ticked.
    [one] One answer is noted as handed over.
   *[other] { $count } answers are noted as handed over.
}

## What becomes of my contribution?

follow-title = Follow my contribution
follow-lead = Type the code of your receipt: eight letters and digits, like ABCD-2345.
follow-code = Your code
follow-code-hint = Spaces, the dash and capitals do not matter.
follow-button = See what becomes of it
follow-unreadable = A code has eight letters and digits, without O, I, L, 0 or 1. Check your receipt.
follow-unknown = No contribution bears this code. Check each sign on your receipt.
follow-lost = You no longer have your code?
follow-lost-text = If it was sent to you by e-mail, it is in the first message. Otherwise the team can give it to you again at the front desk: say where and when you contributed.
trace-title = What becomes of my contribution?
trace-number = Contribution no. { $number }
trace-code = Code
trace-private = This page opens with your code only. Search engines do not list it.
trace-answered = Your answer: { $answer }.
trace-not-answered = Your answer is promised before { $day }.
trace-said = You said
trace-hidden = Hidden from other readers
trace-checked = Read again by the team
trace-merged = Brought together with contribution no. { $number }
trace-merged-text = Someone else said nearly the same. Both are followed together; your answer remains your own.
trace-understood = Read and classified
trace-theme = With others, it forms the theme "{ $theme }".
trace-answer = Answer: { $answer }
trace-answer-replaced = This answer was replaced since.
trace-answer-promised = Reasoned answer
trace-answer-late = Reasoned answer, late
trace-before = promised before { $day }
trace-option = An option came of it
trace-option-direct = It rests on what you said.
trace-option-theme = It rests on the theme your contribution is classified under.
trace-tried = Tried
trace-trying = Experiment under way
trace-to-try = Experiment to come
trace-until = until { $day }
trace-decided = Decided
trace-decider = { $name } ({ $role }), { $organisation }
trace-committed = An organisation committed itself
trace-see-commitment = Follow this commitment
trace-done = It is done, according to the report of { $day }.
trace-other-commitments = { $count ->
    [one] Another commitment carries out this decision
   *[other] { $count } other commitments carry out this decision
}
trace-see-commitments = Read them all
trace-awaited = To be done
trace-measured = Measured again: { $word }
trace-see-measure = See the measure
trace-learnt = What is remembered
trace-closed = The démarche is closed
trace-review = Review of the decision
trace-review-text = Whether the decision kept its promises will be looked at.
