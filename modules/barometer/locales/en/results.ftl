### What the results of a wave, its signals and the refusals of the computation say. One section for each page.

## Readings

variable-stratum = Stratum
variable-place = Place
estimate-with = { $share } ({ $low } to { $high })
estimate-n = { $estimate }, { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
reading-counted = { $n } answers: too few for an estimate
withheld-few = Too few answers to publish
withheld-protects = Hidden so that no other figure can be found by subtraction
withheld-pooled = Published only for this population as a whole
points = { $value } points
change-up = ↑ Better: { $points } since wave { $since }
change-down = ↓ Worse: { $points } since wave { $since }
change-undetected = One cannot say that it changed since wave { $since }
change-cut = Not compared with wave { $since }: { $why }
cut-season = it is another season
cut-mode = answers did not come the same ways
cut-declared = the question changed
nature-flow = Flow of volunteers: these figures describe those who answered, without a margin of error
nature-survey = Survey: each figure comes with its confidence interval
nature-quota = Survey by quotas: intervals suppose a model
summary-answers = { $population }: { $n } answers. { $nature }.
summary-up = Better: { $services }.
summary-down = Worse: { $services }.
summary-still = { $count ->
    [one] For one service, one cannot say that it changed.
   *[other] For { $count } services, one cannot say that it changed.
}
summary-cut = This wave is not compared with the one before for every service: each break is explained.

## Figures

figure-source = { $wave }. { $nature }. Protocol { $hash }.
figure-source-word = Source:
figure-table = See the figures
figure-unit = % of answers with an opinion; { $n } answers; “does not know” apart
figure-distribution = { $population }: what was answered
figure-shares = { $population }: share of satisfied people
figure-gaps = { $names } judge the same services
satisfied = Share of satisfied people
satisfied-unit = % satisfied, with confidence interval
wave-before = Wave before
this-wave = This wave
verdict = What may be said
service = Service
population = Population
rank = Rank

## Page of the wave

results-title = Results: { $wave }
results-preview-word = Before publication
results-preview = These results are not published. You read them before everyone; do not pass them on.
wave-results = See the results
results-nothing = The answers of this wave have not been read yet. It takes a few seconds.
results-compute = Compute the results again
results-publish = Publish the results
results-computed = Results computed from { $n } answers.
results-published = { $raised ->
    [0] Results published. No signal.
    [one] Results published. One service calls for action: see the signals.
   *[other] Results published. { $raised } signals call for action.
}
results-silent = Without a published figure
results-by-service = Service by service
results-more = Further
results-back = All results of the wave
results-sheet = Results

## One's own services

mine-title = What is said of your service
mine-lead = Here you read the results of your unit's services before they are published.
mine-none = Nothing yet. Once a wave is closed and computed, what it says of your service will come here.
mine-satisfied = Share of satisfied people: { $said }.
mine-more = Read in detail
mine-waiting = The results of your service are here, before publication: { $services }

## Page of a service

measure-usage = Used it
measure-importance = Find it important
measure-mirror = Share of satisfied users they imagine
history-title = Wave after wave
history-cut = Series break.
groups-title = By who answers
groups-lead = Users only. A group that is too small is hidden, and another with it so that it cannot be found.

## Gaps

gaps-title = Gaps between users, agents and elected officials
gaps-lead = The same services, judged from each place. A gap is announced only where chance is not enough to explain it.
gaps-none = Gaps need a survey of users and of another population.
gap-whole = { $own }, over all services: { $points } compared with users (from { $low } to { $high }), { $n } answers.
gap-agreement = Agreement on the order of services (Spearman): { $rho }. 1 means the same order, 0 no link.
gap-pooled = This population has too few answers to be shown service by service.
gap-better = { $own } judge better: { $points } (from { $low } to { $high })
gap-worse = { $own } judge worse: { $points } (from { $low } to { $high })
gap-same = { $own }: no established gap, { $points } (from { $low } to { $high })

## Priorities

priorities-title = Priorities
priorities-lead = What many find important and too few are satisfied with comes first.
priorities-none = This needs a survey of users, with the question of importance.
priorities-caption = Rating: share that finds it important × share not satisfied. Services said to be tied cannot be told apart; their order does not count.
find-important = Find it important
rating = Rating
rating-with = { $value } ({ $low } to { $high })
reading = Reading
tied = Tied with
quadrant-unsure = Too uncertain to place
quadrant-concentrate = Important and not satisfying: first
quadrant-keep-up = Important and satisfying: keep up
quadrant-low = Less important, not satisfying
quadrant-enough = Less important, satisfying
drivers-title = What goes with the overall mark
drivers-explained = Together, these services go with { $share } of the differences in the mark, among { $n } people who judged all of them. This does not say what causes the mark.
driver-part = Share of what is explained
driver-share = { $value } ({ $low } to { $high })
driver-rank = { $rank } (between { $from } and { $to })

## Method

method-title = Method and limits
method-lead = How these figures were made, and what they do not say.
method-modes = How answers came
method-weights = How answers were weighted
method-rules = Rules set before looking
method-limits = Limits
method-proof = Check
method-protocol-hash = SHA-256 of the frozen protocol:
method-cube-hash = SHA-256 of the results:
answers-n = { $n } complete answers.
answers-of = { $n } complete answers, for { $size } people.
answers-few = Fewer than { $least } complete answers.
method-margin = { $variable }: { $source }, { $year }
weights-margins = { $count ->
    [one] Answers count more or less, so as to resemble the territory on one criterion.
   *[other] Answers count more or less, so as to resemble the territory on { $count } criteria at once.
}
weights-span = An answer stands for { $low } to { $high } people.
weights-effective = Weighting has a price: { $n } answers tell as much as { $effective } drawn at random (design effect { $deff }).
weights-trimmed = { $count } extreme weights were brought within limits; { $moved } of the total weight changed hands.
weights-lonely = { $count ->
    [one] One stratum has a single answer: its uncertainty is borrowed from the others.
   *[other] { $count } strata have a single answer: their uncertainty is borrowed from the others.
}
method-rule-suppress = No figure under { $n } answers, and enough others hidden so that it cannot be found.
method-rule-estimate = No survey estimate under { $n } answers; only how many there are.
method-rule-pool = A population of agents or elected officials with fewer than { $n } answers is shown only as a whole.
method-rule-confidence = Confidence intervals at { $level }.
method-rule-change = An arrow only if the change reaches { $points } points, if chance does not explain it (at most { $share } false announcements, Benjamini and Hochberg), in the same season, by the same ways, without a break.
method-rule-trim = No weight above { $times } times the median.
limit-flow = A flow of volunteers says nothing of those who did not answer; so it has no margin of error.
limit-non-response = Weighting corrects age, sex and the other criteria named, not what those who never answer think.
limit-mode = People answer a little differently in writing, by telephone or at a kiosk.
limit-drivers = What goes with a mark is not what causes it.
limit-elected = Agents and elected officials are few: their intervals take the size of their population into account.
result-mode-web = Site
result-mode-qr = Poster
result-mode-embedded = Button on another site
result-mode-kiosk = Kiosk
result-mode-paper = Paper
result-mode-phone = Telephone
result-mode-face = Face to face
result-mode-invited = Personal invitation
result-mode-import = File
result-mode-other = Other ways

## Data

data-title = Data
data-lead = One line for each published figure. These files, these pages and the API are cut from the same document, suppressed once: none of them lets anyone find a hidden figure. Licence Ouverte 2.0.
data-column = Column
data-meaning = What it holds
data-wave = Number of the wave.
data-population = Code of the population.
data-nature = flow: volunteers, without a margin of error; survey: survey; quota: survey by quotas.
data-aspect = satisfaction, usage, importance, mirror (share of satisfied users imagined, from 0 to 100), overall (overall mark).
data-service = Code of the service; empty for the whole.
data-variable = Variable of breakdown; empty for the whole population.
data-group = Category of that variable.
data-state = shown: published; counted: counted only; too_few, protects, pooled: hidden, and why.
data-n = Answers with an opinion.
data-value = Share from 0 to 1, or mean.
data-low = Lower bound of the confidence interval; empty for a flow.
data-high = Upper bound.
data-distribution = Share of each level, from the worst to the best, separated by a space.
data-dont-know = Share of “does not know” among those who answered.
data-modelled = Modelled figure of a commune where too few people answered for an estimate (Fay and Herriot, 1979).
data-modelled-low = Low bound of the interval of this modelled figure.
data-modelled-high = Its high bound.

## Signals

signals-title = Signals
signals-lead = What stays under its threshold or falls beyond chance. Each signal arrives once; someone says what becomes of it.
signals-none = No signal is waiting.
signals-waiting = To settle
signals-settled = Already settled
signals-count = { $count ->
    [one] One signal of the barometer calls for action
   *[other] { $count } signals of the barometer call for action
}
signal-under = { $service }: under the threshold
signal-falling = { $service }: falling
signal-bad-run = { $service }: repeated bad marks, { $place }
signal-marks = { $bad } bad marks out of { $n } in the week of { $week }. The protocol holds { $usual } of unsatisfied people for ordinary; a wave where all is ordinary would raise such an alert, anywhere, in { $risk } of cases at most.
mail-signals-subject = { $count ->
    [one] A signal to settle: { $title }
   *[other] { $count } signals to settle: { $title }
}
mail-signals-text =
    Hello { $name },

    The barometer calls for someone ({ $wave }):

    { $lines }

    Read what it rests on, then say what becomes of it:
    { $link }

    Each signal is told once only.
signal-share = { $share } satisfied, of { $n } answers by volunteers.
signal-share-with = { $share } satisfied (from { $low } to { $high }), of { $n } answers.
signal-threshold = The protocol expects at least { $threshold }.
signal-change = { $points } points since the wave before, more than chance.
signal-challenged = Became a challenge of the démarche
signal-dismissed = Set aside: { $reason }
signal-offered = { $title }. { $evidence } ({ $barometer }, { $wave })
signal-make = Make it a challenge
signal-make-send = Create the challenge
signal-words = The challenge, in words that everyone will read
signal-words-hint = It becomes a contribution of the démarche: options, a decision, commitments may rest on it.
signal-aside = Set it aside
signal-aside-send = Set this signal aside
signal-reason = Why
signal-challenge-done = The challenge is created.
signal-dismiss-done = The signal is set aside, with your reason.

## Refusals

results-wave-open = The wave is not closed. Close it first: results on the way would tell who has just answered.
results-no-answer = Nobody has answered to the end yet: there is nothing to compute.
results-not-computed = The results are not computed yet. Compute them, read them again, then publish.
signal-settled = Someone already said what becomes of this signal. Reload the page.
refused-unequal = Margins do not describe the same population: “{ $first }” totals { $first-total } people and “{ $second }” { $second-total }. Correct the table of margins in a new version of the protocol.
refused-empty-merge = Margin “{ $margin }”: category “{ $category }” counts { $target } people in the population and no answer. Merge it with “{ $other }”, or collect answers.
refused-empty = Margin “{ $margin }”: category “{ $category }” counts { $target } people in the population and no answer. Collect answers or remove this margin.
refused-unexpected = Margin “{ $margin }”: { $answers } answers hold category “{ $category }”, which the table of margins does not know. Correct these answers or add the category.
refused-missing = Margin “{ $margin }”: { $units } answers say nothing to this question. Complete them, or remove this margin from the protocol.
refused-unsettled = Margins contradict one another: weighting does not reach “{ $category }” of “{ $margin }”. Check that all are of the same year.
refused-too-many = A stratum has { $sampled } answers for { $population } people. Correct the size of the stratum in the protocol.
refused-stratum = Some answers have no stratum, or one that the protocol does not know. Complete them in the file and import them again.
refused-weight = Answer { $row } has a weight of { $weight }. A weight is always positive: correct the file.
refused-off-scale = Question “{ $column }” received { $value }, which is not on its scale.
refused-scale = The scale of satisfaction does not allow this computation: at most half of its levels may count as satisfied, and it needs at least two levels.
refused-otherwise = The computation stopped: { $why }. Pass this sentence on to whoever administers the site.

# A service followed by a metric of the démarche.
follow-item = Follow with a metric
follow-hint = A commitment may name this metric: each published wave will measure it, and say whether it moved.
follow-see = The metric that follows this service
follow-done = The metric is created; published waves are measured in it.
follow-flow = A flow of volunteers has no margin of error: no commitment can be judged by it. Follow a surveyed population.
follow-metric = Share of satisfied people, { $population }: { $service }
follow-method = Barometer, at each published wave: weighted share of satisfied people among those who have an opinion. The number of observations is the effective sample size.
follow-source = Barometer { $barometer }, protocol { $sha256 }
follow-weighted = { $n ->
    [one] { $n } opinion, weighted; counted for what it would be worth in a simple draw.
   *[other] { $n } opinions, weighted; counted for what they would be worth in a simple draw.
}
