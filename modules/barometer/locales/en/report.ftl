### The report of a wave and the poster of a place, as accessible PDF.

report-link = Download the report to print (accessible PDF)
report-link-text = Everything in one document: the summary, the tables, the charts, the method and its limits.
report-title = Report: { $wave }
report-subject = { $barometer }. Answers collected from { $from } to { $to }.
report-unpublished = Before publication: do not pass this document on.
report-page = Page
report-page-of = of

## What the reader must know first

report-brief = In short
report-online = These figures can also be read online:
report-promise = What is promised
report-decides = Who decides: { $who }
report-answers = Who answers: { $who }
report-asked = What was asked, and of whom
report-asked-lead = Each person said whether they were satisfied with { $services ->
    [one] 1 service
   *[other] { $services } services
}, on this scale: { $levels }.
report-asked-protocol = The questions, the people asked and the rules of reading were settled before the first answer, in protocol no. { $protocol }. The questions are at the end of this document.
report-who = Who answered
report-kind-of-figure = What the figures are worth
report-read = How to read these figures
report-read-satisfied = Those who answer { $levels } count as satisfied. “Does not know” is counted apart, never in the base.
report-read-interval = “61% (58 to 64), 812 answers” means: by these 812 answers, 61% are satisfied; in the whole population, the share is probably between 58 and 64%. This is the confidence interval, at { $level }.
report-read-flow = A flow of volunteers has no interval: it describes those who answered, and nobody else.
report-read-hidden = A figure that would rest on too few answers is not given: the reason is written in its place, here as online.

## The results

report-distribution = { $population }: what was answered, in % of answers with an opinion
report-shares = { $population }: share of satisfied people, service by service
report-answers-head = Answers
report-dont-know = Does not know
report-figure = Chart. { $sentence }. The same figures are in the table that follows.
report-change-interval = { $change } (from { $low } to { $high }).
report-estimated = { $change }. Estimated difference: { $points } (from { $low } to { $high }).
report-first = First measure
report-gaps-table = Share of satisfied people, by who judges
report-tied = Tied with: { $services }.
report-drivers-table = What goes with the overall mark, service by service

## The end

report-questions = The questions asked
report-question = Question
report-expected = Expected answer
report-asked-to = Asked of
report-published-at = Results published on { $day }.

## Refusals


## The poster

poster-pdf = Poster as PDF
poster-alt = Code to photograph, which leads to { $address }
