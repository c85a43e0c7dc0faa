## The list

list-title = Contributions
list-none-title = Nobody has said anything here yet
list-none-text = The first words open the way for others. Yours will be read by a person and will be answered.
list-none-filtered = No contribution matches these choices.
list-all = See all contributions
filter-text = Words
filter-theme = Theme
filter-area = Municipality
filter-answer = Answer
filter-capacity = Who speaks
filter-channel = Where it comes from
filter-order = Order
filter-all = All
filter-no-theme = Without a theme
filter-waiting = Waiting for an answer
filter-apply = Show
order-latest = Latest first
order-oldest = Oldest first
order-number = By number
theme-with-count = { $title } ({ $count })
export-label = Reuse these data:
export-dictionary = what each column holds
tool-paper = Key a sheet
tool-import = Import a file
tool-classify = Classify by theme
tool-doubles = Look for doubles
tool-assign-all = Give to the services

## A contribution

said-by = said { $channel }
theme-label = Theme:
signed = { $when }, { $who }
answer-title = The answer
answers-before = The answers before
hidden-notice = This contribution was hidden on { $when }. { $ground }.
merged-title = { $count ->
    [one] Another contribution says the same
   *[other] { $count } other contributions say the same
}
share-title = Share
share-link = Link to this page
share-qr = This drawing leads to the same page: for a poster or a letter.
qr-contribution = Read this contribution
tool-answer = Answer
tool-assign = Assign
tool-edit = Correct the text
tool-moderate = Moderate
assigned-to = Given to

## Supporting

supports-title = Supports
supports-gathered = { $count ->
    [one] one of them counted away from the site
   *[other] { $count } of them counted away from the site
}
support-give = I support it
support-withdraw = Take my support back
support-sign-in = Sign in to support
gathered-add = Add supports counted away from the site
gathered-count = How many people
gathered-channel = Where they were counted
gathered-day = The day
gathered-send = Add these supports
gathered-count-problem = Give a number of people, from 1 to { $most }.
gathered-done = These supports are added.

## Commenting

comments-empty = Nobody has commented yet. An argument, for or against, helps to decide.
comments-neutral = Questions and details
comments-side-empty = Nothing on this side yet.
comment-title = Add an argument
comment-alignment = Your argument is
comment-for = for
comment-against = against
comment-neutral = neither for nor against: a question, a detail
comment-text = Your argument
comment-send = Send my argument
comment-sign-in = Sign in to comment
comment-reply = Reply to
comment-reply-text = Your reply
comment-reply-send = Send my reply
comment-take-back = Take this comment back
comment-taken-back = Your comment is taken back.
comment-too-late = This comment can no longer be taken back: others may have read it. The person who runs the process can hide it, saying why.
comment-no-reply = This comment cannot be replied to.
comment-withdrawn = Comment taken back by its author.
comment-hidden = Hidden comment. { $reason }
comment-erased-author = Someone who left the site

## Correcting, moderating

edit-title = Correct contribution no. { NUMBER($number, useGrouping: "false") }
edit-lead = The corrected text replaces the old one. What was already answered stays.
edit-send = Save the corrected text
edit-done = The corrected text is saved.
moderation-title = Moderate contribution no. { NUMBER($number, useGrouping: "false") }
moderation-lead = Nothing vanishes without a trace: the person who wrote will read your reason, and everyone will see that a contribution was hidden.
moderation-ground = Ground
moderation-ground-missing = Choose a ground.
moderation-reason = Reason
moderation-reason-hint = One sentence that says what is wrong and what the person can do.
moderation-hide = Hide
moderation-publish = Show again
moderation-done = It is done, and noted in the journal.

## On the process's page

block-title = What was said
block-empty = Nobody has said anything yet. The first words open the way.
block-latest = Latest contributions
trace-assigned = Given to the { $unit } service
trace-comments = Read the comments

## Open data

export-sheet = Contributions
dictionary-title = What each column holds
dictionary-lead = The published contributions of this process, with nothing that names their authors.
dictionary-column = Column
dictionary-code = Name for programs
dictionary-meaning = Meaning
dictionary-licence = These data may be freely reused (Licence Ouverte 2.0), quoting the authority and the date.
column-number = Number
column-number-meaning = Number of the contribution in the process.
column-title = Title
column-title-meaning = Title given, or first words.
column-text = Text
column-text-meaning = What was said, as it was.
column-capacity = Capacity
column-capacity-meaning = Inhabitant, user, association, staff member, trade union, elected official.
column-organisation = Organisation
column-organisation-meaning = Organisation in whose name one speaks.
column-commune = Municipality
column-commune-meaning = Municipality one speaks of.
column-insee = INSEE code
column-insee-meaning = Official geographic code of the municipality.
column-place = Place
column-place-meaning = The place, in a few words.
column-latitude = Latitude
column-latitude-meaning = In degrees, WGS 84.
column-longitude = Longitude
column-longitude-meaning = In degrees, WGS 84.
column-channel = Where it comes from
column-channel-meaning = Site, paper, said aloud, outing, kiosk, file.
column-said-on = Said on
column-said-on-meaning = The day it was said.
column-received-at = Received at
column-received-at-meaning = When it was recorded. Paris time; universal time for programs.
column-theme = Theme
column-theme-meaning = Theme under which a person classified it.
column-answer = Answer
column-answer-meaning = Retained, retained in part, set aside, out of scope, under study; empty without an answer.
column-answer-reason = Reason of the answer
column-answer-reason-meaning = Why, in the authority's words.
column-answer-cost = Announced cost
column-answer-cost-meaning = What it would cost, in euros, as the answer says.
column-answer-by = Planned for
column-answer-by-meaning = The day announced by the answer.
column-answered-at = Answered at
column-answered-at-meaning = When it was answered.
column-supports = Supports
column-supports-meaning = Supports on the site and counted elsewhere.
column-comments = Comments
column-comments-meaning = Published comments.
column-merged-into = Joined to
column-merged-into-meaning = Number of the one that says the same and is studied for both.
column-address = Address
column-address-meaning = The contribution's page.
