## Reading

state-draft = Being written
state-in-force = In force
state-past = Replaced
suggestions = Proposed changes
supports = Support for signatories
compare-with = Compare with version { $number }
no-article = No article is written yet. Facilitators write, everyone proposes: this page will show them as they come.
propose = Propose other words
behind = { $count ->
    [one] What is behind this article: one contribution
   *[other] What is behind this article: { $count } contributions
}
contribution-numbered = Contribution no. { NUMBER($number, useGrouping: "false") }: { $title }
subs-title = What each is asked
no-sub = No part is written yet: what will be asked of whom is not known.
sub-rule = { $minimum ->
    [0] { $count } actions, to choose freely
    [one] At least one action, out of { $count }
   *[other] At least { $minimum } actions, out of { $count }
}
sub-open-to-people = May be signed in one's own name
versions-title = Versions
published-on = Published on { $day }
read-version = Read version { $number }

## Comparing

compare-title = From version { $from } to version { $to }
compare-lead = For each article, the text before, then what changes: struck through, what goes; underlined, what comes.
compare-nothing = Nothing changed between these two versions.
compare-added = New
compare-removed = Removed
compare-changed = Changed
compare-same = Unchanged

## Proposing

suggestion-new = Propose other words: { $article }
suggestion-lead = Here is the paragraph. Write it as you would have it, and say why. You will receive a code to follow what becomes of your proposal, and an answer with its reasons.
suggestion-proposed = The paragraph as you would write it
suggestion-proposed-hint = Change, add, take away: what differs will be shown word by word.
suggestion-why = Why
suggestion-capacity = In which capacity do you speak?
suggestion-email = Your e-mail address
suggestion-email-hint = To receive the answer. It is never published.
suggestion-send = Send my proposal
suggestion-sent = Your proposal has arrived: contribution no. { NUMBER($number, useGrouping: "false") }. Your follow code: { $code }.
in-whose-name = In whose name do you speak?
own-name = In my own name
suggestion-title = Charter, version { $version }, article "{ $article }"
suggestion-words = I propose to write: "{ $proposed }" Because: { $why }
suggestion-unchanged = These words are those of the text. Change at least one.
suggestion-version-past = This version was replaced. Make your proposal on the version in force, or on the one being written.
suggestions-lead = Anyone may propose other words for a paragraph. Each proposal receives an answer with its reason; a version is published only when all have one.
suggestions-none-title = No proposal yet
suggestions-none-text = Under each paragraph of the charter, "Propose other words" opens a form. No account is needed.
suggestion-numbered = Proposal no. { NUMBER($number, useGrouping: "false") }
suggestion-of = Proposal no. { NUMBER($number, useGrouping: "false") }, { $who }
suggestion-waits = Waiting for an answer
suggestion-taken = Taken up in version { $version }
title-of-version = { $title }, version { $version }
suggestion-changes = What would change
suggestion-because = Why
suggestion-argue = Arguments for and against
suggestion-answer = The answer
answer-title = Answer
answer-again = Answer again
answer-status = What becomes of this proposal
answer-reason = Why
answer-reason-hint = Whoever proposed will read this reason, and everyone with her.
answer-send = Send the answer
answered = The answer is given.
take-up-title = Bring this proposal into the version being written
take-up-theirs = Take these words as they are
take-up-ours = The article takes them up in other words
taken-up = The version being written takes up this proposal.
suggestion-not-accepted = Only a proposal that was retained, wholly or in part, may enter the text, and only once.
paragraph-changed = This paragraph has changed since the proposal, or is no longer in the text. Open the article, write what was retained, then choose "The article takes them up in other words".

## Signatories and balance

who-signed = Who signed
kind-count = { $kind }: { $count }
filter-all = All
filter-name = Name
filter-list = List
filter-signed = Signed this version
filter-before = Signed the previous one, not this one yet
filter-taken-back = Took their signature back
filter-apply = Show
register-found = { $count ->
    [0] No name in this list
    [one] One name in this list
   *[other] { $count } names in this list
}
register-none = Nobody matches.
register-all = See all signatories
read-list = Read the list
balance-title = What was done
balance-of = What was done, { $charter }
balance-print = Download the balance to print
balance-lead = { $reports ->
    [one] One report
   *[other] { $reports } reports
}, { $signatures ->
    [one] one signatory.
   *[other] { $signatures } signatories.
}
balance-tellers = In { NUMBER($year, useGrouping: "false") }, { $told ->
    [one] one signatory
   *[other] { $told } signatories
} of the version in force out of { $total } { $told ->
    [one] told
   *[other] told
} what was done.
balance-source = Quantities as signatories tell them; nobody counted them again on the spot.
balance-none-title = No action has been told yet
balance-none-text = Each year, each signatory says what it did, where and how much. Quantities will add up here, action by action.
balance-figure = What was done, in { $unit }
balance-unit = { $reports ->
    [one] { $unit } · one report with a quantity · { $years }
   *[other] { $unit } · { $reports } reports with a quantity · { $years }
}
balance-export = Take the table away:
balance-no-unit = units not stated
balance-unmeasured = Told without a quantity
balance-in-year = { $action }, { NUMBER($year, useGrouping: "false") }
balance-table = Every action, year by year
figure-table = See the figures
figure-source-word = Source:
column-quantity = Quantity
column-unit = Of what
column-measured = Reports with a quantity
column-reports = Reports
