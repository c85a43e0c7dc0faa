### Opening a barometer, writing its protocol, freezing it.

## Beginning

begin-title = Open a barometer
begin-lead = Tick the services to be judged. The template writes the questions for users, staff and elected officials; you can change everything before the protocol is frozen.
begin-title-proposed = Barometer · { $initiative }
begin-name = Title of the barometer
begin-units = Services of the authority
begin-units-hint = Each service ticked reads its own results first.
begin-services = Other services to be judged
begin-services-hint = One per line.
begin-services-missing = There is no service to be judged. Tick one, or write its name.
begin-send = Create the barometer
begin-done = The barometer is created with { $judged } services and { $questions } questions. Read them, then freeze the protocol.
block-barometer = Satisfaction barometer
block-barometer-empty = A barometer asks users, staff and elected officials what they think of the same services, then measures whether it changes.
block-answer = Answer: { $wave }

## Page of the barometer

barometer-lead = We ask users, staff and elected officials what they think of { $count ->
    [one] one service
   *[other] { $count } services
}, and we publish the answers.
barometer-coming = This barometer is being prepared. The questions will be published here before anyone answers.
barometer-services = Services judged
barometer-who = Who is asked
frame-flow-public = Anyone who wishes to answer. These answers are counted; they do not stand for the whole population.
frame-survey-public = People drawn from a list. Their answers estimate what the whole population thinks, with a margin of error.
frame-quotas-public = People chosen by quotas. Their answers estimate what the whole population thinks; the margin of error rests on a model.
protocol-why = The questions, the scale and the way results are read are settled before the first answer. Nothing of them changes afterwards without a new version.
protocol-in-force = Read the protocol in force: version { $number }, frozen on { $date }
protocol-none = No protocol is frozen yet.
protocol-fingerprint = SHA-256 fingerprint:
breaks-title = Where series begin anew
breaks-lead = When a question changes, its results before and after can no longer be compared.
break-since = Version { $number }, since { $date }
break-word = The series begins anew
tool-draft = Go on with the protocol, version { $number }
tool-version = Change the protocol: open a version
tool-wave = Prepare a wave
version-opened = A new version is open with the same questions. Change what must change, then freeze it.

## Frozen protocol

protocol-title = Protocol, version { $number }
protocol-frozen-on = Frozen on { $date }: nothing of it changes any more.
protocol-download = Download this protocol (JSON)
protocol-document = The document the fingerprint was taken of
protocol-schema = Read the schema of the file
protocol-changes = What changed since the version before
protocol-strata = { $count ->
    [one] One stratum
   *[other] { $count } strata
}
stratum-told = { $name }: { $size } people
scale-counts = counts as satisfied
scale-apart = counted apart

## Draft

draft-title = Protocol in preparation
draft-lead = Version { $number }. Each part is saved by itself; nobody is asked anything before the protocol is frozen.
draft-ready-word = Ready
draft-ready = Nothing prevents this protocol from being frozen. Read the preview and the expected precision before you do.
draft-faults = { $count ->
    [one] One point is left to mend before freezing
   *[other] { $count } points are left to mend before freezing
}
draft-mend = Mend
draft-before = Before freezing
draft-freeze = Read again and freeze the protocol
draft-save = Save in the draft
draft-saved = It is saved in the draft.
draft-added = It is added to the draft.
draft-removed = It is removed from the draft.
back-to-draft = Back to the protocol
record-code = Code in files:
part-populations = Populations
part-populations-lead = Who is asked, and how answers come: a flow of volunteers, or a survey with its strata.
part-services = Services
part-services-lead = What is judged, who runs it, where people are received, and the threshold under which someone acts.
part-languages = Languages
part-languages-lead = The languages in which one may answer.
part-scale = Scale
part-scale-lead = The levels of satisfaction, the same for all services.
part-questions = Questions
part-questions-lead = What is asked, in order, to whom and when.
part-margins = Margins
part-margins-lead = What the census knows of the population, so that answers stand for it.
part-rules = Rules of reading
part-rules-lead = What is published and what is called a change, settled before looking.
part-empty = There is nothing here yet. Add what is needed below.
count-populations = { $count ->
    [0] No population
    [one] One population
   *[other] { $count } populations
}
count-services = { $count ->
    [0] No service
    [one] One service
   *[other] { $count } services
}
count-languages = { $count ->
    [one] One language
   *[other] { $count } languages
}
count-levels = { $count ->
    [one] One level of satisfaction
   *[other] { $count } levels of satisfaction
}
count-questions = { $count ->
    [0] No question
    [one] One question
   *[other] { $count } questions
}
count-margins = { $count ->
    [0] No table of margins
    [one] One table of margins
   *[other] { $count } tables of margins
}
line-open = Change
line-up = Move up
line-down = Move down
line-remove = Remove
add-services = Services to add
add-services-hint = One per line. The questions of the template come with each; removing a service removes its questions.
add-services-send = Add these services
add-question = Question to add
add-question-hint = Write it as it will be read. You will then say how it is answered, and by whom.
add-question-send = Add this question
add-population = Population to add
add-population-send = Add this population

## Fields

field-name = Name
french-missing = Write it in French: it is the reference language.
number-within = Write a number from { $least } to { $most }.
number-whole = Write a whole number from { $least } to { $most }.
line-missing = Line { $line }, "{ $text }": a part is missing. Separate them with semicolons.
line-not-a-number = Line { $line }, "{ $text }": a number is expected.
line-twice = Line { $line }, "{ $text }": this code is already taken above.
population-who = Who
population-how = How answers come
population-kind = Side of the comparison
kind-users = Users
kind-agents = Staff
kind-elected = Elected officials
kind-other = Another population
frame-label = How they are reached
frame-flow = Flow of volunteers
frame-flow-hint = Counts and shares, no margin of error.
frame-survey = Survey from a list or by quotas
frame-survey-hint = Estimates with their margin of error.
frame-strata = Strata
frame-strata-hint = One per line: code ; name ; size. A table copied from a spreadsheet will do.
frame-expected = Expected answers
frame-expected-hint = To announce the precision before money is spent.
frame-quotas = Answers come by quotas
frame-wanted = Quotas: how many answers of whom
frame-wanted-hint = One per line: profile question, or “stratum” for a stratum; code; answers wanted. For instance: age ; 75+ ; 40.
strata-missing = A survey has at least one stratum. Write its code, name and size.
frame-survey-told = { $strata ->
    [one] Survey of { $people } people, one stratum
   *[other] Survey of { $people } people, { $strata } strata
}
frame-expected-told = { $answers } answers expected
service-unit = Service of the authority
service-unit-hint = It reads its results before the others.
service-no-unit = None
service-places = Places
service-places-hint = One per line: code ; name.
service-threshold = Threshold, in % satisfied
service-threshold-hint = Under it, a signal is raised and someone says what becomes of it.
languages-label = Languages of the questionnaire
languages-hint = A question without a translation is read in French.
languages-french = French is always there: tick it.
scale-levels = Levels, from the worst to the best
scale-levels-hint = One per line: value ; words in each language. An even number avoids the middle.
scale-satisfied = Counts as satisfied from the value
scale-satisfied-hint = This level and those above.
scale-not-a-level = It is the value of no level.
scale-unknown = "I do not know"
scale-unknown-hint = Value ; words in each language. Counted apart, never in the base.
question-group-words = The words
question-group-answer = The answer
question-group-who = Who, and about what
question-group-when = When
question-words = Question
question-easy = Easy version
question-hint = Help under the question
question-kind = It is answered by
question-kind-scale = a level of the scale
question-kind-yes-no = yes or no
question-kind-choice = one choice of a list
question-kind-choices = several choices of a list
question-kind-number = a mark or a number
question-kind-percent = a share in %
question-kind-text = a few words
question-choices = Choices offered
question-choices-hint = One per line: code ; words in each language.
question-min = Smallest number
question-max = Largest number
question-low = What the smallest means
question-high = What the largest means
question-ends-hint = In each language, separated by semicolons.
question-longest = Length of free words, in characters
question-longest-hint = These words leave the answer at once: they become a contribution of the process.
question-required = It must be answered to go on
question-two-choices = Offer at least two choices.
question-max-under-min = The largest number must be above the smallest.
question-asked-to = Asked to
question-nobody = Tick at least one population.
question-service = About
question-no-service = No service in particular
question-aspect = What will be read from it
question-aspect-hint = Results bring questions together by this role.
aspect-usage = Use of the service
aspect-satisfaction = Satisfaction
aspect-importance = Importance
aspect-mirror = Mirror: share of satisfied users one imagines
aspect-overall = Overall satisfaction
aspect-recommendation = Recommendation
aspect-profile = Profile of the person
aspect-comment = Free comment
aspect-other = Other
question-show-if = Asked only if one answered
question-always = Always asked
question-show-is = with one of these codes
question-show-is-hint = Separated by semicolons: 1 for yes, 0 for no, the value of a level, the code of a choice.
question-no-answer = Say which answer makes this question asked.
condition-said = Only if one answers "{ $answers }" to: { $question }
rules-small = Small numbers
rules-doubt = Uncertainty and change
rules-weights = Weights
rules-signals = Signals
rule-suppress = No figure under
rule-suppress-hint = answers. Small counts are protected; 5 is usual.
rule-estimate = No estimate under
rule-estimate-hint = answers: only counts.
rule-pool = A population is pooled under
rule-pool-hint = answers.
rule-confidence = Level of confidence, in %
rule-confidence-hint = 95 is usual.
rule-discovery = Share of false alarms allowed, in %
rule-discovery-hint = Among the changes announced together (Benjamini and Hochberg, 1995).
rule-change = Smallest change that deserves an arrow, in points
rule-change-hint = Below it one writes "no detectable change".
rule-trim-above = Weights capped at
rule-trim-above-hint = times the median weight.
rule-trim-below = Weights raised to
rule-trim-below-hint = times the median weight.
rule-bad-usual = Ordinary share of unsatisfied people at a place, in %
rule-bad-usual-hint = Below it nobody is told.
rule-bad-alarming = Share of unsatisfied people that calls someone, in %
rule-bad-alarming-hint = A week of bad marks at a place is compared with both shares.
rule-bad-false = Risk of a false alarm that is accepted, in %
rule-bad-false-hint = For the whole wave: all places, services and weeks together (Wald's test, 1945).
rule-bad-run = Bad marks, at least
rule-bad-run-hint = In one week, at one place; no alert below.
rule-told-suppress = No figure is published under { $count } answers.
rule-told-estimate = Under { $count } answers, one counts without estimating.
rule-told-pool = A population with fewer than { $count } answers is read only pooled.
rule-told-confidence = Intervals are given at { $level }%.
rule-told-change = A change is announced only if it reaches { $change } points and the share of false alarms stays under { $discovery }%.
rule-told-trim = No weight is above { $above } times the median weight, nor under { $below } times.
rule-told-bad-run = A place is told when its marks of a week point to { $alarming } % of unsatisfied people rather than { $usual } %, with at least { $count } bad marks and a risk of a false alarm of at most { $risk } % for the whole wave.
language-de = Deutsch
language-ru = Русский
language-zh = 中文
language-br = Brezhoneg
language-co = Corsu
language-eu = Euskara
language-oc = Occitan

## What prevents freezing

fault-no-population = Nobody is asked: add a population.
fault-no-service = No service is judged: add one.
fault-no-question = There is no question: add one.
fault-twice = The code { $code } is used twice. Remove one of them.
fault-bad-code = The code "{ $code }" has other signs than small letters, digits, "-" and "_". Remove it and start over.
fault-no-words = "{ $code }" has no French words.
fault-unknown = "{ $question }" names { $names }, which does not exist or comes later.
fault-nothing-to-choose = "{ $question }" leaves nothing to choose.
fault-scale = The scale has fewer than two levels, or none counts as satisfied.
fault-margin-question = The table of margins "{ $variable }" is about no profile question.
fault-margin-cells = "{ $question }" and its table of margins do not have the same categories: { $missing }.
fault-margin-totals = The margins of { $population } do not add up to the same total ({ $totals }). Weighting is impossible while they differ.
fault-strata = The survey of { $population } has no stratum, or an empty one.
fault-quota = The quota “{ $quota }” of { $population } is about nobody: check the question or the stratum, the code and the number.
fault-bad-marks = The share of unsatisfied people held for ordinary must be smaller than the one that calls someone.

## What changes from a version to the next

difference-added = Question added: { $question }
difference-removed = Question removed: { $question }
difference-reworded = Question reworded ({ $language }):
difference-answered = It is no longer answered in the same way: { $question }
difference-asked = Asked to others, or under another condition: { $question }
difference-order = The order of the questions changes.
difference-scale = The scale of satisfaction changes.
difference-service-added = Service added: { $service }
difference-service-removed = Service removed: { $service }
difference-service-changed = Name, places or threshold changed: { $service }
difference-population-added = Population added: { $population }
difference-population-removed = Population removed: { $population }
difference-population-changed = Name, frame or strata changed: { $population }
difference-margin = The margins change: { $variable }
difference-rules = The rules of reading change.
difference-quotas = The quotas changed.
difference-languages = The languages of the questionnaire change.

## Freezing

freeze-title = Freeze the protocol, version { $number }
freeze-lead = Once frozen, version { $number } changes no more, for anyone. Waves may then follow it, and everyone may read it.
freeze-what = What will no longer change
freeze-after = To change something afterwards you will open a new version, and the break will show on the curves. Have you read the expected precision?
freeze-changes = What changes since the version before
freeze-broken = Questions whose series begins anew
freeze-broken-hint = Those the change touches are ticked. Untick one whose meaning did not change: a misspelling mended, for instance.
freeze-note = What breaks the series, in one sentence
freeze-note-hint = It will be shown on the curves. Needed as soon as one series begins anew.
freeze-send = Freeze version { $number }
freeze-done = Version { $number } is frozen. You may prepare a wave.

## Preview

preview-title = Preview of the questionnaire
preview-lead = On a phone and on paper, for each population and in each language.
preview-population = Population
preview-language = Language
preview-version = Version
preview-usual = Usual
preview-easy = Easy to read
preview-support = On
preview-phone = A phone
preview-paper = Paper
preview-show = See the preview
preview-paper-hint = Print this page to read the sheet as it will be.
preview-frozen = Preview: nothing is kept
preview-about-you = To finish

## Precision

precision-title = Expected precision
precision-why = What the wave will let one say, and what it will not, before anything is printed or sent.
precision-usage = Share of people who use a service, in %
precision-usage-hint = For questions asked only to those who use it.
precision-design = Design effect
precision-design-hint = What weighting will cost: 1 for a simple draw, 1.3 to 1.6 after margins by commune.
precision-compute = Compute again
precision-lead = With { $answers } answers out of { $people } people, a share is known within { $points }, at worst.
precision-points = ± { $points } points
precision-none = no answer
precision-by-service = By service
precision-by-stratum = By stratum
precision-service = Service
precision-stratum = Stratum
precision-people = People
precision-answers = Expected answers
precision-half-width = Margin
precision-everyone = Margin, asked to all
precision-users = Margin, asked to its users
precision-flow = { $name }: a flow of volunteers has no margin of error.
precision-unplanned = { $name }: say how many answers you expect to know the precision.
precision-settle = Settle the populations
precision-too-many = You expect { $asked } answers, but there are only { $people } people. Mend the expected answers of the population.
precision-impossible = The precision cannot be computed with these numbers. Check the strata and the expected answers.
precision-method = Half-width of the interval for a share of 50%, the least favourable case, with the finite population correction. Answers are shared between strata by their size.

## File

file-title = Protocol as a file
file-lead = Keep this protocol, share it with another authority, or start from another's.
file-export = Download the draft (JSON)
file-import-title = Bring in a file
file-import-lead = The file takes the place of the whole draft. Download the draft first if you want to keep it.
file-label = Protocol file
file-hint = A JSON file, as the one downloaded here.
file-send = Replace the draft
protocol-file-missing = Choose a file.
protocol-file-refused = This file is not a protocol. At "{ $path }": { $reason }. Mend it and start over; the draft did not change.
protocol-file-done = { $count ->
    [0] The draft is replaced; nothing prevents freezing it.
    [one] The draft is replaced; one point is left to mend.
   *[other] The draft is replaced; { $count } points are left to mend.
}
