## Classifying

classify-title = Classify contributions
classify-lead = A theme gathers what speaks of the same thing. A person chooses, and says so in a few sentences.
classify-tick = Contributions to classify
classify-empty = Everything is classified here.
classify-theme = Put what is ticked under the theme
classify-new-theme = A new theme
classify-new-title = Title of the new theme
classify-new-hint = What it is about, in a few words. Leave empty if you chose a theme that exists.
classify-send = Classify what is ticked
classify-done = { $count ->
    [one] One contribution is classified.
   *[other] { $count } contributions are classified.
}
themes-title = Themes
themes-empty = No theme for now.
theme-edit = Rename or describe
theme-edit-title = Rename or describe a theme
theme-title = Title
theme-summary = What was said, in a few sentences
theme-summary-hint = Everyone will read it: agreements, disagreements, what surprises.
theme-save = Save the theme
theme-saved = The theme is saved.
theme-remove = Remove this empty theme
theme-removed = The theme is removed.
groups-see = See proposed groups
groups-title = Proposed groups
groups-lead = These contributions resemble each other by their words. The title is a sentence someone wrote. Keep, rename or leave: nothing is classified without you.
groups-by-hand = Classify by hand
groups-empty = Nothing to propose: what is left without a theme is not alike enough.
groups-where = Under which theme
groups-accept = { $count ->
    [one] Classify this contribution
   *[other] Classify these { $count } contributions
}

## Doubles

doubles-title = Doubles
doubles-lead = When two contributions say the same, one is studied for both. Each keeps its words, its code and its answer; the joining can be undone.
doubles-empty = No double to propose.
doubles-near = Words in common: { $near }
merge-reason = Why
merge-into = Join no. { NUMBER($merged, useGrouping: "false") } to no. { NUMBER($kept, useGrouping: "false") }
merge-done = The two contributions are joined. You can separate them below.
merges-title = Joined contributions
unmerge = Separate
unmerge-done = The two contributions are separated.

## Assigning

assign-title = Give to the services
assign-one-title = Assign contribution no. { NUMBER($number, useGrouping: "false") }
assign-lead = Giving a theme gives its contributions, present and to come. A contribution given by itself follows its own way.
assign-themes = Themes
assign-waiting = Contributions that nobody holds
assign-all-held = Every contribution without an answer is held by a service.
assign-held-by = held by { $holder }
assign-nobody-holds = nobody holds it
assign-unit = Service
assign-no-unit = No service
assign-person = Person
assign-whole-unit = The whole service
assign-due = To answer before
assign-due-hint = Empty: the day promised to each author.
assign-note = Note between colleagues
assign-note-hint = Never published. Without inhabitants' names.
assign-send = Assign
assign-nobody = Choose a service or a person.
assign-done = { $count ->
    [one] It is given.
   *[other] { $count } lines are given.
}
handed-back = given back: { $note }

## My queue

queue-title = My queue
queue-count = { $count ->
    [one] One contribution is waiting for your answer.
   *[other] { $count } contributions are waiting for your answer.
}
queue-empty-title = Nothing is waiting for you
queue-empty-text = What is given to your service will appear here, the oldest promise first.
queue-empty-gesture = See the processes
queue-studied = Under study
queue-tick = Answer together with others:
queue-bulk = Answer what is ticked
queue-next = Next

## Answering

answer-page-title = Answer contribution no. { NUMBER($number, useGrouping: "false") }
answer-write = Your answer
answer-status = What becomes of this contribution?
answer-reason = Why
answer-reason-hint = The person who wrote will read these words: say what will be done, or why it will not.
answer-cost = What it costs
answer-cost-hint = In euros, if you know. Example: 12,500 is typed 12500
answer-cost-problem = Write an amount in euros, for instance 12500 or 12500.50.
answer-by = Planned for
answer-by-hint = If you know: the day it will be done.
answer-links = What the answer refers to
answer-link-option = Option:
answer-link-decision = Decision:
answer-send = Give this answer
answer-send-next = Give this answer and go to the next one
answers-given = { $count ->
    [one] The answer is given, and the person told if she left an address.
   *[other] { $count } answers are given, and each person told if she left an address.
}
answer-retained-hint = What it asks for will be done.
answer-partly-retained-hint = Part of it will be done: say which.
answer-set-aside-hint = It will not be done: say why.
answer-out-of-scope-hint = It does not depend on this process: say on whom it depends.
answer-under-study-hint = This is not an end: say who is looking, and until when.
bulk-title = { $count ->
    [one] Answer one contribution
   *[other] Give the same answer to { $count } contributions
}
bulk-about = { $count ->
    [one] The contribution concerned
   *[other] The { $count } contributions concerned
}
bulk-look = Read again before giving
bulk-look-again = Read again once more
bulk-preview = What each person will read
bulk-give = { $count ->
    [one] Give this answer
   *[other] Give these { $count } answers
}
hand-back-title = This is not for my service
hand-back-note = Why, and for whom it would be
hand-back-send = Give back to the facilitators
hand-back-done = The contribution is given back to the person who runs the process.
