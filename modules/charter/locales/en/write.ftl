## Opening, naming

open-title = Open a charter
open-lead = A first version opens, to be written in the sight of all.
open-send = Open the charter
opened = The charter is open. Write its first article.
charter-title = Title of the charter
charter-intent = What it is for
charter-intent-hint = In two sentences, without letting anyone believe that it binds.
rename-title = Title and intent
rename-send = Save
renamed = The title and the intent are saved.

## Articles

article-new = Add an article
article-edit = Edit this article
article-lead = Everyone reads the version being written, and may propose other words under each paragraph.
article-orientation = Orientation
article-orientation-hint = The chapter the article belongs to.
article-title = Title of the article
article-text = Text
article-text-hint = A blank line parts two paragraphs.
article-rests-on = Contributions the article rests on
article-rests-on-hint = Their numbers, parted by commas. Each will read on its thread that it led to this article.
article-position = Place in the charter
article-position-hint = Leave empty to put it at the end.
article-save = Save the article
article-saved = The article is saved.
article-remove = Remove this article
article-removed = The article was removed from the version being written.
remove-text = Versions already published keep it.
no-such-contribution = No published contribution has this number: { $numbers }.

## Parts

sub-new = Add a part
sub-edit = Edit this part
sub-lead = A part says to one kind of signatory what it may choose, how many at least, and what it gives up.
sub-title = Title of the part
sub-kind = For whom
sub-kind-missing = Say for whom this part is.
sub-intro = In a few sentences
sub-actions = Actions to choose from
sub-actions-hint = One per line. After a vertical bar, what will show that it was done: "Plant a hedge | photograph, length".
sub-minimum = Actions to choose at least
sub-minimum-problem = A number from 0 to 100.
sub-prohibitions = What one gives up
sub-prohibitions-hint = One line each; every one will have to be accepted.
sub-individuals = People may also sign it in their own name
sub-lines-problem = At most { $count } lines, of { $letters } characters each.
sub-save = Save the part
sub-saved = The part is saved.
sub-remove = Remove this part
sub-removed = The part was removed from the version being written.

## Publishing

open-version = Open a new version
open-version-text = Today's text is taken over, to be changed. No signature passes from one version to the next.
version-opened = A new version is being written.
publish-title = Publish the version being written
publish-lead = A published version does not change any more. Signatories of the last one will be invited to read and sign it, once.
publish-from = First day
publish-to = Last day
publish-deliberation = Deliberation of the council
publish-deliberation-hint = Its date and reference: "deliberation of 19 May 2025, no. 12".
publish-send = Publish for ever
published = The version is published.
period-problem = The last day comes after the first one; both are needed.
gate-no-article = No article is written.
gate-no-sub = No part is written: nobody would know what to sign.
gate-short-menu = { $count ->
    [one] One part asks for more actions than it offers.
   *[other] { $count } parts ask for more actions than they offer.
}
gate-unanswered = { $count ->
    [one] One proposal has no answer.
   *[other] { $count } proposals have no answer.
}

## Evaluating

evaluation-title = Evaluation of the version in force
evaluation-lead = Twelve then six months before the end, the home page recalls it, until the evaluation is written.
evaluation-day = Day of the meeting
evaluation-text = What was found
evaluation-send = Save the evaluation
evaluation-saved = The evaluation is saved.

## Running

steer-suggestions = { $count ->
    [0] Every proposal has an answer
    [one] One proposal without an answer
   *[other] { $count } proposals without an answer
}
steer-pending = { $count ->
    [0] No signature waits for a mandate
    [one] One signature waits
   *[other] { $count } signatures wait
}
steer-requests = { $count ->
    [0] No request for support waits
    [one] One request for support
   *[other] { $count } requests for support
}
steer-invited = { $count ->
    [one] One signatory of the version before invited
   *[other] { $count } signatories of the version before invited
}
steer-left = { $count ->
    [0] All have signed the version in force.
    [one] One has not signed the version in force.
   *[other] { $count } have not signed the version in force.
}
invited-on = Invited on { $day }
invited-not-yet = Invitation not sent yet

## Keying a sheet

paper-title = Key a signature on paper
paper-lead = Copy the sheet as it is. Without the document that gives the mandate, an organisation's signature is kept, and does not count.
paper-signer = Who signed
paper-proof = Document that gives the mandate
paper-proof-hint = "Deliberation of the board of 3 March". Not needed for someone who signs in her own name.
paper-day = Day of the signature
paper-email = E-mail address, for invitations
paper-send = Save the signature
paper-done = The signature is saved.
