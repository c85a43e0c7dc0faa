## Signing

sign-step-1 = Who signs?
sign-step-2 = Which part of the charter is yours?
sign-step-3 = What do you choose to do?
sign-step-4 = In your own words
sign-step-5 = Read again, then sign
sign-who = Who signs
sign-mandated = You hold a mandate to sign for it today.
sign-other = Another organisation
sign-other-hint = Your mandate is not known here yet: the signature will be kept, and counted once it is.
sign-self = In my own name
sign-self-hint = You sign for yourself alone. Your name is published only if you accept it.
sign-organisation = The organisation
sign-not-listed = It is not in the list
sign-other-name = Its name, if it is not in the list
sign-who-missing = Say who signs.
sign-sub = Part of the charter
sign-sub-missing = Choose a part.
sign-actions = Actions chosen
sign-prohibitions = What one gives up
sign-commitments = Commitments of its own
sign-commitments-hint = What you add, one per line. Optional, and published.
sign-reservations = Reservations
sign-reservations-hint = What you do not share in the text. Optional, and published.
sign-public-name = I accept that my name be among the signatories
sign-review-lead = Nothing is signed until you press "Sign".
sign-missing = Still missing:
sign-promise = By signing, you say what you will do; nobody can force you to. You will tell each year what was done.
sign-send = Sign
sign-kept = Each step is kept: you may leave and come back later.
sign-begun = You began a signature, take it up again:
sign-give-up = Give up this signature
sign-given-up = The signature is given up. Nothing of it is kept.
signed = It is signed. Your certificate is ready.
signed-pending = Your signature is kept, but does not count yet: your mandate is not known today.
nothing-to-sign = There is no version to sign today. Read the charter: it says which one is being written.
already-signed = It is signed already. What is signed does not change any more.
signed-already = This organisation or person has already signed this part of this version.
version-past = A new version was published since you began. Read it, then begin again on it.
gate-sub = Choose a part of the charter that is open to whoever signs.
gate-actions = { $held ->
    [0] No action is chosen; { $minimum } are needed.
    [one] Only one action is chosen; { $minimum } are needed.
   *[other] { $held } actions are chosen; { $minimum } are needed.
}
gate-prohibitions = { $count ->
    [one] One thing to give up is not accepted.
   *[other] { $count } things to give up are not accepted.
}

## Signature

signature-title = { $name }, signature of version { $version }
signed-summary = Part "{ $sub }", signed on { $day }. { $version }.
signed-before = Signatory of the version before ({ $version }).
pending-title = This signature is kept, but does not count
pending-text = On the day of the signature, no mandate to sign for this organisation was known here: it was not recorded, or it has ended.
pending-first = Have your mandate recorded, with the decision that gives it, by the administration of the site.
pending-then = Come back to read again and sign: nothing has to be done again.
pending-again = Read again and sign
signature-address = The address of this page
pending-unknown = The organisation is not recorded on the territory: record it, with the mandate of whoever signs, then invite her to sign again.
pending-mandate = No mandate to sign was held on that day: record it, then invite her to sign again.
pending-proof = The sheet was keyed without the document that gives the mandate.

## Signatories

signatories-none-title = Nobody has signed this version yet
signatories-none-text = Each signatory will appear here, with its actions and its reports.
signatories-before = No version is published: there is nothing to sign yet.
signatories-unnamed = { $count ->
    [one] And one person who did not wish to be named.
   *[other] And { $count } people who did not wish to be named.
}
previous-title = Signatories of the version before
previous-tag = Signatory of the version before
previous-text = { $count ->
    [one] One signatory of the version before ({ $version }) is invited to read the new one and sign it, or not.
   *[other] { $count } signatories of the version before ({ $version }) are invited to read the new one and sign it, or not.
}
export-label = Take the list:
column-version = Version
column-name = Signatory
column-sub = Part
column-kind = Kind
column-signed-on = Signed on
column-count = Number of actions
column-actions = Actions
column-commitments = Commitments of its own
column-reservations = Reservations
column-address = Page

## Reports

reports-title = What was done
reports-none = Nothing was told yet. A report is asked for each year.
report-title = Tell a year
report-lead = For an action you chose: what was done, where, how much. Everyone will read it on the page of the signature.
report-item = The action
report-year = The year
report-text = What was done
report-place = Where
report-quantity = How much
report-quantity-hint = A number: 120, or 12.5.
report-unit = Of what: trees, metres of hedge, square metres
report-photo = A photograph
report-photo-hint = Without a face one would recognise. The place and date kept by the phone are erased from it.
report-photo-alt = What the photograph shows
report-send = Publish this report
report-sent = The report is published.
report-no-mandate = Only a signature that counts is told, by whoever holds a mandate to sign or to commit the organisation today, or by the facilitators.
report-item-missing = Choose one of the actions that were signed.
report-year-problem = A year from { NUMBER($first, useGrouping: "false") } to { NUMBER($last, useGrouping: "false") }.
report-quantity-problem = Write a number, such as 120 or 12.5, or leave it empty.

## Support

supports-lead = Signing gives access to support: training, advice, awards.
supports-none = Nothing is offered yet.
support-ask = Ask
support-for = For
support-need = What you need
support-asked = The request is sent.
support-asked-tag = Asked
support-new = Offer support
support-kind = Kind
support-kind-missing = Choose a kind of support.
support-title = Title
support-text = In a few sentences
support-day = The day, if there is one
support-send = Offer this support
support-offered = The support is offered to signatories.
support-close = Done
support-received-title = Support received
support-received = { $kind }: { $title }, on { $day }
support-done = The request was dealt with.

## Taking a signature back

withdraw-title = Take this signature back
withdraw-lead = The signature stays readable, with the day it is taken back; it is counted no more, and has no certificate. You may sign again.
withdraw-why = Why
withdraw-why-hint = If you wish to say it. Everyone will read it.
withdraw-send = Take the signature back
withdrawn-done = The signature is taken back.
withdrawn-on = Signature taken back on { $day }
withdrawn-text = These signatures stay readable, and are counted no more.
withdrawn-one = It stays readable, and is counted no more.
withdrawn-why = Reason given:
withdrawn-tag = Taken back
withdrawn-between = signed on { $signed }, taken back on { $withdrawn }
withdrawn-count = { $count ->
    [one] One signatory took its signature back.
   *[other] { $count } signatories took their signature back.
}
withdraw-no-mandate = A signature is taken back by whoever has a mandate to sign for the organisation today, or by the person herself. Signed on paper, it is taken back by a letter to the facilitation team.
already-withdrawn = This signature is already taken back.
certificate-withdrawn = This signature was taken back: it has no certificate any more.
column-withdrawn-on = Taken back on

## Hiding a report

report-moderate = Moderate this report
report-moderate-lead = Nothing disappears without trace: everyone will see that a report was hidden, and read why. Its quantities leave the balance.
report-ground = Ground
report-ground-missing = Choose a ground.
report-why = Reason
report-why-hint = A sentence that says what is wrong and what the signatory can do.
report-hide = Hide this report
report-show = Show again
report-moderated = Done, and noted in the journal.
report-hidden-tag = Hidden
report-hidden = This report is not shown. { $why }
