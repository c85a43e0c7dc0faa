## Fields

field-title = Title
field-text = Text
field-summary = Summary
field-purpose = Purpose
field-promise = Promise
field-who-decides = Who decides
field-who-answers = Who answers
field-sponsor = Who carries it

text-missing = Write something here: this field is needed.
text-too-long = { $over ->
    [one] This is one character too long: { $max } at most.
   *[other] This is { $over } characters too long: { $max } at most.
}
choice-missing = Choose an answer.
reason-missing = Give the reason: the person who wrote will read it.
nothing-chosen = Nothing is ticked. Tick at least one contribution.
date-problem = This date is not complete. Write it like 2026-11-23.
date-in-future = This date has not come yet.
delay-problem = Give a number of days, from 1 to { $longest }.
period-problem = The end comes before the beginning.
point-problem = This point is not on the map. Choose a commune instead.
form-too-old = This form is incomplete. Reload the page; what you wrote will come back.
name-taken = This name is already taken.
title-taken = A process already has this title.
theme-taken = A theme already has this title in this process.

## Refusals

initiative-not-open = This process does not take contributions at the moment. Its page says why, and what comes next.
initiative-not-ready = Before opening, at least one phase with its dates and one scope question are needed.
initiative-already-open = This process is already open or closed.
theme-not-empty = Contributions are classified under this theme. Move them first.
answer-one-initiative = One answer cannot be about several processes.
no-mandate-to-speak = Speaking for this organisation takes a current mandate. You can send the same thing in your own name.
cannot-merge = These two contributions cannot be merged: one already is, or they are not from the same process.
not-merged = This contribution is not merged.

## Letters

mail-receipt-subject = Your contribution has arrived: { $initiative }
mail-receipt-text =
    Hello,

    We have received your contribution no. { $number }:

    { $text }

    A reasoned answer will be given within { $days } days. You can follow what becomes of it here:

    { $link }

    or with the code { $code }, from the page "Follow my contribution".

    You will receive only one more message: the answer.
answer-cost = Estimated cost: { $amount }.
answer-by = Planned for { $day }.
mail-answer-subject = Answer to your contribution: { $initiative }
mail-answer-text =
    Hello,

    Here is the answer to your contribution "{ $title }".

    { $status }

    { $reason }

    Everything that follows, up to the decision and its effects:

    { $link }

    (code { $code })

## Answers

answer-retained = Retained
answer-partly-retained = Retained in part
answer-set-aside = Set aside
answer-out-of-scope = Out of scope
answer-under-study = Under study

## Where a contribution comes from

channel-web = on the site
channel-paper = on paper
channel-oral = said aloud
channel-outing = during an outing
channel-kiosk = at a kiosk
channel-import = from a file

capacity-inhabitant = inhabitant
capacity-user = service user
capacity-association = association
capacity-agent = public agent
capacity-union = union
capacity-elected = elected official

college-inhabitant = Inhabitants
college-user = Service users
college-association = Associations
college-agent = Public agents
college-union = Unions
college-elected = Elected officials

ground-names-a-person = It names a person
ground-unlawful = Insulting, discriminatory or threatening words
ground-advertising = Advertising
ground-off-topic = Nothing to do with the process
ground-checked = Read, nothing to say

## The process

state-draft = in preparation
state-open = open
state-closed = closed

promise-inform = Inform
promise-consult = Consult
promise-concert = Concert
promise-co-build = Co-build
promise-co-decide = Co-decide

step-hear = Hear
step-understand = Understand
step-design = Design
step-try = Try
step-decide = Decide
step-commit = Commit
step-measure = Measure again

organisation-commune = Commune
organisation-epci = Inter-municipal body
organisation-departement = Département
organisation-region = Region
organisation-state = State
organisation-social-security = Social security
organisation-operator = Public operator
organisation-chamber = Chamber
organisation-association = Association
organisation-union = Union
organisation-firm = Firm
organisation-users-collective = Users' collective

power-observe = observe
power-speak = speak
power-commit = commit
power-sign = sign
power-decide = decide

membership-user = service user
membership-agent = public agent
membership-elected = elected official
membership-union-representative = staff representative
membership-delegate = delegate
membership-facilitator = facilitator
membership-association = member of an association

## Home

menu-initiatives = Processes
menu-follow = Follow my contribution
home-title = What is being built here
home-lead = What is being discussed, what was decided because of you, and the answer given to every word.
home-now = What is being decided now
home-now-empty = No process is open today. The next one will be announced here, with its dates and its promise.
home-decided = What was decided because of you
home-follow = Have you already said something?
home-follow-text = With the code of your receipt, read what became of your contribution.
home-say = Say what you see
home-for-you = For you
home-promise = What we promise you
home-promise-1 = Before asking for your opinion, we say what is open, what is not, and who will decide.
home-promise-2 = Every contribution receives a reasoned answer, by an announced date.
home-promise-3 = Every decision shows the voices and the measures it rests on.
initiatives-title = Processes
initiatives-empty = No process yet. The first one will appear here with its purpose, its dates and its promise.
initiatives-empty-staff = Prepare a process
said-answered = { $said ->
    [0] No contribution yet
    [one] One contribution, { $answered ->
        [0] waiting for its answer
       *[other] answered
    }
   *[other] { $said } contributions, { $answered } of them with their final answer
}
chain-line = { $said ->
    [one] One voice
   *[other] { $said } voices
} → { $options ->
    [one] one option
   *[other] { $options } options
} → { $decisions ->
    [one] one decision
   *[other] { $decisions } decisions
} → { $commitments ->
    [0] no commitment yet
    [one] one commitment
   *[other] { $commitments } commitments
}
until = until { $day }
opened-on = opened on { $day }
closed-on = closed on { $day }

## Page of a process

tab-presentation = Presentation
tab-contributions = Contributions
tab-options = Options and decisions
tab-commitments = Commitments and measures
tab-closing = Closing
initiative-loop = Where the process stands
you-are-here = you are here
phase-dates = from { $start } to { $end }
phase-done = done
phase-coming = to come
initiative-scope = What is open, what is not
scope-open = Open to discussion
scope-closed = Already settled
initiative-who = Who decides, who answers
initiative-who-decides = Who decides
initiative-who-answers = Who answers
initiative-sponsor = Carried by
initiative-delay = You will have a reasoned answer within { $days } days.
initiative-next = Next date
initiative-partners = With
initiative-themes = What was said
initiative-map = Where people speak from
map-title = Contributions by commune
map-sentence = Each tile is a commune; its tone says how many contributions come from it.
map-source = Published contributions, on { $day }. Counts from 1 to 4 are hidden.
map-hidden = fewer than 5
initiative-edit = Edit the process
initiative-edit-title = Edit "{ $title }"
initiative-new-title = Prepare a process
templates-title = Begin from a template
templates-hint = It fills in the form, the scope sheet and the phases. You then change whatever you like.
templates-chosen = template chosen
initiative-open-act = Open the process
initiative-open-hint = It becomes visible to all, and everyone can contribute.
initiative-prepared = The process is ready. Nobody but the team sees it yet.
initiative-saved = Saved.
initiative-opened = The process is open.
initiative-closing-words = What we keep from it
page-in-english = This process is presented in French.

field-title-en = Title in English
field-purpose-en = Purpose in English
field-promise-level = How far we commit ourselves
field-answer-delay = Days before an answer
field-next-day = Next date: the day
field-next-text = Next date: what happens
field-phases = Phases
field-phase-title = Title of the phase
field-phase-text = What happens then
field-phase-start = First day
field-phase-end = Last day
field-scope-question = Question
field-scope-reason = Reason
field-scope-open = It is open to discussion
field-purpose-hint = Two sentences: what is sought, for whom.
field-promise-hint = What you will do with what is said, and what you will not.
initiative-phases-title = Dates of the phases
initiative-scope-title = Scope: open, closed
initiative-scope-hint = An empty line is not kept.

suppressed = fewer than 5

## Address left

address-forget = Forget my e-mail address
address-forget-hint = We erase the address you left and the messages sent to it. What you said stays, and this code still opens this page.
address-forgotten = Your address is forgotten. Keep your code to come back here.
print-too-long = This document is longer than what may be printed at once. Read it on screen.
print-late = The document took too long to prepare. Try again in a minute.
