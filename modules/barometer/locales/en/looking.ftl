### What one looks at in results: figures, map, populations, words. One section per page.

## Figures

figure-answered = What was answered
figure-unit-opinion = % of answers with an opinion; “does not know” apart
population-n = { $population } ({ $n } answers)
figure-history = { $population }: share of satisfied people, wave after wave
figure-groups = Share of satisfied people: { $variable }
matrix-title = What matters and what satisfies
matrix-unit = means of the marks given; { $n } answers; ellipses at { $level }
matrix-importance = More important →
matrix-satisfaction = More satisfying →
matrix-certain = Placed beyond doubt
matrix-uncertain = Its ellipse touches a line: too uncertain
matrix-mean-importance = Mean importance
matrix-mean-satisfaction = Mean satisfaction
matrix-rule = Each number is a service, and its rank in the list below. The ellipse says where it may be, given the chance of answers. Both lines pass through the mean of the services: a service is called “important” to the right of the line, “satisfying” above it, and only if its ellipse does not touch it.
corner-keep-up = Keep up
corner-concentrate = First
corner-low = Less urgent
corner-enough = Less important
priorities-order = In which order
drivers-figure = Share of each service in what goes with the mark
drivers-unit = % of what is explained; { $n } answers; between the ends of a line, 95% of replicates
driver-apart = Stands apart
driver-tied = Cannot be told apart from another: their order does not count
driver-rank-tied = { $rank }; tied with { $others }

## Population

population-whole = Whole population
population-everyone = Whole population
population-group = Show
population-overall = Overall mark, out of 10: { $mean }.
population-nothing = No figure of this group may be published: too few answers, or another group could be found by subtraction.
population-measures = Use, importance, view of users

## Map

commune = Commune
map-title = Map of communes
map-lead = The same service, commune by commune. A difference is said only if the interval of the commune does not hold the figure of the whole.
map-show = Show
map-whole = Whole territory: { $said }.
map-caption = { $service }: share of satisfied people by commune
map-note = One tile for each commune, the most populated in the middle: places are schematic. “≈”: modelled figure.
map-note-contours = Contours: { $sources }. “≈”: modelled figure.
map-sentence = The table that follows gives the figure of each commune, its interval and where it comes from.
map-below = Below the whole
map-even = One cannot say that it differs
map-above = Above the whole
map-hidden = Hidden: too few answers, or to protect another commune
map-hidden-short = hidden
map-nobody = Nobody answered
map-how = Where the figure comes from
map-how-direct = From its own answers
map-how-model = Modelled
map-model-note = A commune where too few people answered for an estimate has a modelled figure: its own answers, and what the other communes say given their size, each weighing what it knows (method of Fay and Herriot, 1979). Communes of the same size therefore look alike. Its interval counts what the model does not know.
map-how-hidden = Nothing is published
map-against = Compared with the whole
map-table = The communes, one by one
map-chance = Over { $count } communes and intervals at { $level }, one or two may stand out by chance: do not read a commune alone. A hidden commune enters none of the computations of the others.
map-of-service = This service on the map of communes

## Words

voices-title = What people write
voices-lead = What was written during the wave, in the questionnaire or on the page of the process. These words are not figures: they say why, not how many.
voices-count = { $n ->
    [0] No words
    [one] One text
   *[other] { $n } texts
}
voices-search = Search in the words
voices-by-theme = Theme
voices-every-theme = All themes
voices-no-theme = Not sorted yet
voices-theme = { $title } ({ $n })
voices-apply = Search
voices-words = Words that come back, and how many people use them:
voices-open = See what becomes of it
voices-alike = { $n ->
    [one] Another person said it in nearly the same words
   *[other] { $n } other people said it in nearly the same words
}
voices-none-title = Nobody has written yet
voices-none = What people write at the end of the questionnaire will appear here, without their names, and each will be able to follow the answer she is given.
voices-none-after-title = Nobody wrote during this wave
voices-none-after = It is closed. What people write at the next one will appear on its page, without their names.
voices-none-found = No text matches.
voices-all = Back to all texts
voices-masked = Numbers, addresses and the names that follow a title are masked. Beside a text, one never reads more than two things about its author, and only if others share them.
mask-address = [address masked]
mask-number = [number masked]
mask-name = [name masked]
answer-words-masked = A number, an address or a name was masked, because your words are public.

## Method

balance-title = Who answered, and who lives there
balance-answers = Share of answers
balance-people = Share of the population
balance-weight = What an answer counts for
balance-counts = { $times } times the mean
balance-note = Before the other criteria come in. A criterion one of whose groups has too few answers is not shown.
