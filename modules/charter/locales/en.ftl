### What this module says, common to its pages. One section per subject, both languages in the same order.

## What every page recalls

notice-word = Voluntary commitment
notice-voted = This charter binds only those who choose to sign it. It has no legal effect beyond what the council voted ({ $deliberation }).
notice-draft = This charter will bind only those who choose to sign it. It has no legal effect beyond what the council will vote.
notice-short = Voluntary commitment, without legal effect beyond the council's vote.

## Acts

sign = Sign the charter
sign-again = Sign today's version
read-charter = Read the charter
read-draft = Read the version being written
steer = Run the charter
go-on = Go on
go-back = Back to the step before
correct = Correct

## Counting, naming

signatories = Signatories
signatories-count = { $count ->
    [0] No signatory yet
    [one] One signatory
   *[other] { $count } signatories
}
unnamed-person = Someone who did not wish to be named
version-of = Version { $number }, { $period }
version-draft = Version { $number }, being written
period = from { $from } to { $to }
nothing = Nothing yet
evidence = Evidence expected: { $text }
kind-owner = Owners
kind-designer = Designers
kind-manager = Managers
kind-association = Associations
kind-firm = Firms
kind-school = Schools
kind-resident = Residents
kind-other = Other signatories
support-training = Training
support-advice = Advice
support-award = Award

## On the page of the démarche, at home, on the thread

block-title = The charter
block-none = A charter is written with inhabitants and organisations, then signed freely.
home-suggestions = { $charter }: { $count ->
    [one] one proposal waits for an answer
   *[other] { $count } proposals wait for an answer
}
home-pending = { $charter }: { $count ->
    [one] one signature waits for a mandate
   *[other] { $count } signatures wait for a mandate
}
home-alert = { $charter }: { $text }
alert-word = Its end is near
alert-before = This version ends on { $day }. Less than { $months } months to gather the signatories and write the evaluation.
alert-over = This version ended on { $day } and its evaluation is not written.
trace-article = The article "{ $title }" of the charter rests on what you said
trace-taken = Your words are in the charter: article "{ $title }", version { $version }
trace-draft = This version is still being written.
trace-read = Read the article

## What is wrong

form-too-old = This form is incomplete. Reload the page; what you wrote will come back.
day-to-come = This day is still to come.
no-draft = No version is being written: what is published does not change any more. Open a new version from "Run the charter".
draft-exists = A version is already being written. Finish it before opening another one.
charter-exists = This démarche already has its charter.
capacity-missing = Say in which capacity you speak.
status-missing = Choose what becomes of this proposal.
photo-too-large = This photograph is over 12 megabytes. Choose a lighter one.
photo-not-an-image = This file is no photograph. Choose a JPEG, PNG or WebP image.
photo-damaged = This photograph cannot be read to its end. Choose another one.

## Documents

print-charter = Download the charter to print
print-page = Page
print-page-of = of
certificate-title = Certificate of signature, { $title }
certificate-lead = Signed on { $day } the part "{ $sub }" of the charter ({ $version }).
certificate-qr = Address of the public page of this signature
certificate-get = Download the certificate
certificate-not-signed = This signature does not count yet: it has no certificate. Its page says what is missing.

## Letters

mail-invite-subject = { $charter }: a new version to read and sign
mail-invite-text =
    Hello,

    { $name } signed version { $old } of "{ $title }". Version { $version } has just been published.

    Your signature does not pass from one version to the next: you decide whether to sign again. The text and what changed:

    { $link }

    Your signature of version { $old } stays readable.
mail-remind-subject = { $charter }: what did you do in { NUMBER($year, useGrouping: "false") }?
mail-remind-text =
    Hello,

    { $name } signed "{ $title }". Nothing was told yet about { NUMBER($year, useGrouping: "false") }. A few lines, a place, a quantity, a photograph are enough:

    { $link }
mail-alert-subject = { $title }: its evaluation is to be prepared
mail-alert-text =
    Hello { $name },

    "{ $title }" ends on { $day }. Its evaluation is not written yet: gather the signatories, then say what it found.

    { $link }

## What the template of the initiative provides for

tab-charter = Charter
plan-none = No charter is open.
plan-draft = Version { $version } being written: { $articles ->
    [0] no article
    [one] one article
   *[other] { $articles } articles
}, { $waiting ->
    [0] every proposal has an answer.
    [one] one proposal waits for an answer.
   *[other] { $waiting } proposals wait for an answer.
}
plan-published = { $version }. { $signatories ->
    [0] No signatory yet.
    [one] One signatory.
   *[other] { $signatories } signatories.
}
home-renew = { $charter }: { $name } signed the previous version; read the new one, and sign it if you wish
home-renew-self = { $charter }: you signed the previous version; read the new one, and sign it if you wish
came-out-of = Came out of the meeting:
