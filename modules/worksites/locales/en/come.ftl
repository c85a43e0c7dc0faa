## The page of a worksite

led-by = Led by { $name }
open-map = Open the place in your map
team = For the team
when-to-come = When to come
no-shift = No shift is to come.
to-agenda = Put in your calendar
covered-title = You are covered
covered-text = When you come to help, you are an occasional collaborator of the public service: the authority answers for what happens to you. Its insurer, { $insurer }, was told.
covered-short = Whoever comes to help is an occasional collaborator of the public service: the authority answers for what happens to them, and its insurer was told.
covered-by = Deliberation: { $deliberation }, { $day }.
safety-by = Safety on the spot: { $who }.
what-was-done = What was done
done-label = Done:
why-cancelled = It is cancelled.
back-to-worksite = Back to the worksite

## Signing up

sign-up = Sign up
sign-up-title = Sign up, { $when }
sign-up-lead = No account is needed. You receive a code: with it you see your place again, or give it back.
sign-up-name = Your name
sign-up-name-hint = A first name is enough. Only the team reads it.
sign-up-band = Your age
sign-up-band-hint = Under 18, the consent of a parent or guardian is needed, on paper or through a link.
band-adult = 18 or more
band-minor = Under 18
band-missing = Say whether you are 18 or more.
sign-up-email = E-mail
sign-up-email-hint = To tell you if the shift is cancelled.
sign-up-phone = Telephone
sign-up-phone-hint = If you have no e-mail: we call you if it is cancelled.
sign-up-guardian = E-mail of a parent or guardian, if you are under 18
sign-up-guardian-hint = They receive the link to give their consent. Without an e-mail, you show it to them.
sign-up-kept = Your name and contact details are erased 90 days after the shift; you can have them erased before.
sign-up-send = Sign me up
sign-up-taken = Your place is kept. Keep your code.
sign-up-waits = You are on the waiting list. Keep your code.
sign-up-needs-consent = Your place is kept. The consent of a parent or guardian is missing.
sign-up-closed = Nobody signs up for this shift any more: it is past, cancelled, or not published yet. Look at the other shifts.
no-minors = This shift is for adults only. Look at the other shifts of the worksite.
ratio-reached = There must be one adult for at most { $ratio } minors: { $adults ->
    [0] no adult comes
    [one] one adult comes
   *[other] { $adults } adults come
} for { $minors ->
    [0] no minor
    [one] one minor
   *[other] { $minors } minors
}. Come with an adult who signs up first, or choose another shift.

## A place

seat-title = Your place
seat-confirmed = Place confirmed
seat-consent = Waiting for the consent of a guardian
seat-waiting = Waiting list
seat-given = Place given back
seat-before = { $count ->
    [0] You are the first person waiting.
    [one] One person is waiting before you.
   *[other] { $count } people are waiting before you.
}
seat-for = In the name of { $name }.
seat-where = To be found again here: { $address }
seat-qr = Code to show on arrival
seat-keep = Write this code down or print this page: it is used on arrival.
seat-change = If something changes
seat-give-back = Give my place back
seat-give-back-hint = It will go to the first person who waits.
seat-given-back = Your place is given back. Thank you for saying so.
already-given-back = This place was already given back.
seat-forget = Erase my name and contact details
seat-forgotten = Your name and contact details are erased.
seat-nameless = No name

## The consent of a guardian

consent-wanted = The consent of a parent or guardian is missing
consent-how = Show this link or this code to whoever holds parental authority: giving consent takes a minute. It can be done on paper too.
consent-qr = Link for the parent or guardian
consent-print = Print the consent form
consent-title = Consent of a parent or guardian
consent-child = { $name } wishes to come and help. Your consent is needed.
consent-child-nameless = Someone under 18 wishes to come and help. Your consent is needed.
guardian-name = Your name
guardian-signed = Who signed the form
guardian-phone = Telephone during the shift
guardian-phone-hint = The team calls you if something happens. Erased 90 days after.
guardian-phone-missing = Give a telephone: the team must be able to reach you during the shift.
guardian-consents = I hold parental authority and I agree that they take part in this shift
consents-missing = Tick this box if you give your consent. If not, close this page: nothing is recorded.
consent-send = Give my consent
consent-given = Your consent is recorded. Thank you.
consent-kept = Your name and telephone are read by the team only and erased 90 days after the shift.
consent-known = The consent is recorded. You have nothing else to do.
consent-on-line = Give consent on line
consent-date = Date and signature
consent-paper-words = I hold parental authority and I agree that this person takes part in the shift above.
consent-paper-give = To be handed to the team at the beginning of the shift.
consent-paper-title = Note a consent received on paper
consent-paper-lead = Consent for { $name }. Keep the paper with the attendance sheet.
consent-paper-send = Note the consent
consent-noted = The consent is noted.
consent-lacks = The consent of a parent or guardian is missing: have the paper form filled and note it, or have the link opened. They do not begin before.
consent-not-needed = No consent is awaited for this place.

## On arrival

desk-title = Welcome people
desk-of = Welcome, { $when }
desk-present = { $count ->
    [0] Nobody has arrived yet.
    [one] One person has arrived.
   *[other] { $count } people have arrived.
}
desk-code = The person's code
desk-code-hint = Eight letters and figures, as written on their page.
desk-code-unknown = This code is not that of a place of this shift. Check the letters, or look for the name below.
desk-check-in = Note the arrival
desk-print = Print the attendance sheet
desk-guests = Who signed up
desk-nobody = Nobody has signed up for now.
desk-contact = Contact
desk-guardian = Guardian: { $guardian }
desk-came = Arrival
desk-came-at = at { $hour }
desk-is-here = Is here
mark-present = Note their arrival
mark-absent = Absent after all
seat-present = Noted: { $name } is here.
seat-absent = Noted: { $name } is not here.
came-anyway = This place was given back. Have the person sign up again, or count them in the debrief.
adults-lacking = { $count ->
    [one] One adult is lacking for the minors who signed up: someone gave their place back. Add an adult of the team, or tell the families.
   *[other] { $count } adults are lacking for the minors who signed up: people gave their places back. Add adults of the team, or tell the families.
}
sheet-title = Attendance, { $when }
sheet-how = Print this page. Empty lines are for those who come without signing up.
sheet-signature = Signature
sheet-kept = Sheet kept by the organiser with the insurance file, then destroyed.

## Columns of tables

column-worksite = Worksite
column-day = Day
column-part = Weekday or weekend
column-start = Begins
column-end = Ends
column-state = State
column-capacity = Places
column-signed = Signed up
column-waiting = Waiting
column-came = Came
column-quantity = Quantity done
column-unit = Unit
column-address = Address
column-order = Order
column-came-at = Arrival
column-half = Half-day
column-lent = Booked

## Letters

mail-seat-subject = Your place is kept: { $title }
mail-seat-text =
    Hello,

    Your place is kept:

    { $title }
    { $when }
    { $place }

    To see it again, or give it back if you cannot come:

    { $link }

    (code { $code })
mail-waiting-subject = You are on the waiting list: { $title }
mail-waiting-text =
    Hello,

    Every place is taken:

    { $title }
    { $when }
    { $place }

    If a place becomes free for you, you will receive a message. Your rank is here:

    { $link }

    (code { $code })
mail-promoted-subject = A place became free for you: { $title }
mail-promoted-text =
    Hello,

    A place became free, it is yours:

    { $title }
    { $when }
    { $place }

    If you can no longer come, give it back here: someone else is waiting for it.

    { $link }

    (code { $code })
mail-moved-subject = A change: { $title }
mail-moved-text =
    Hello,

    The shift in which you have a place has changed. From now on:

    { $title }
    { $when }
    { $place }

    You are still signed up. If it no longer suits you, give your place back here:

    { $link }
mail-off-subject = Cancelled: { $title }
mail-off-text =
    Hello,

    This worksite will not take place:

    { $title }
    { $when }

    { $reason }

    You have nothing to do.
mail-guardian-subject = Your consent for { $name }
mail-guardian-text =
    Hello,

    { $name } wishes to come and help at a participatory worksite and is under 18. Your consent is needed:

    { $title }
    { $when }
    { $place }

    To read what will be done there and give your consent:

    { $link }

    If you do not agree, you have nothing to do: without your consent, { $name } cannot take part.
