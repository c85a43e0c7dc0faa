## Meetings

meetings-title = Meetings
meetings-lead = Public meetings, workshops, outings, stands, work days: where people talk to each other. You can sign up without an account.
meetings-next = Next meetings
meetings-all = All meetings
meetings-coming = To come
meetings-past = Past
meetings-none-coming = No meeting is announced for now. The team that runs the process announces them here; you can follow their dates in your calendar.
meetings-subscribe = Put the meetings in your calendar
meetings-calendar = Meetings: { $site }

meeting-kind-public-meeting = Public meeting
meeting-kind-workshop = Workshop
meeting-kind-outing = Outing
meeting-kind-stand = Stand
meeting-kind-worksite = Work day
meeting-kind-other = Meeting
meeting-state-draft = in preparation
meeting-state-announced = announced
meeting-state-held = held
meeting-state-cancelled = cancelled
sign-up-state-confirmed = Seat confirmed
sign-up-state-waiting = Waiting list
sign-up-state-cancelled = Seat given back

meeting-when = { $day }, from { $start } to { $end }
meeting-when-days = from { $start } to { $end }
meeting-of = Process:
meeting-open-map = open on a map
meeting-open-to-all = Open to everyone, without a limit of seats.
meeting-free = { $free ->
    [one] One seat is left of { $seats }.
   *[other] { $free } seats are left of { $seats }.
}
meeting-full = { $waiting ->
    [0] The { $seats } seats are taken. You can sign up on the waiting list.
    [one] The { $seats } seats are taken. One person is waiting; you can sign up after her.
   *[other] The { $seats } seats are taken. { $waiting } people are waiting; you can sign up after them.
}
meeting-by-invitation = By invitation. You can sign up on the waiting list, in case seats become free.
meeting-called-off = Cancelled: { $title }
meeting-why-cancelled = This meeting is cancelled.
meeting-to-agenda = Put it in your calendar
meeting-team = For the team

meeting-new = Prepare a meeting
meeting-new-lead = It stays in preparation until you announce it.
meeting-edit = Edit the meeting
meeting-edit-lead = If the day, the hour or the place changes, each person who signed up and left an address is told.
meeting-save-draft = Save the meeting
meeting-save = Save the changes
meeting-prepared = The meeting is prepared. Read it again, then announce it.
meeting-saved = The meeting is saved.
meeting-announce = Announce the meeting
meeting-announce-hint = Everyone will see it and can sign up.
meeting-announced = The meeting is announced.
meeting-hold = Say that the meeting took place
meeting-held = Noted: the meeting took place.
meeting-cancel = Cancel the meeting
meeting-cancel-lead = { $count ->
    [0] Nobody has signed up.
    [one] One person has signed up. If she left an address, she receives a message with your reason.
   *[other] { $count } people have signed up. Those who left an address receive a message with your reason; the others are on the page “Who signed up”, with their number.
}
meeting-cancel-reason = Why it will not take place
meeting-cancel-submit = Cancel and tell everyone
meeting-cancelled = The meeting is cancelled. Those who signed up are told.

meeting-kind = Kind of meeting
meeting-day = Day
meeting-start = Begins
meeting-end = Ends
meeting-place = Place
meeting-place-hint = The room, the address, how to come in.
meeting-area = Commune or district
meeting-seats = Number of seats
meeting-seats-hint = Leave 0 if there is no limit.
meeting-guest-seats = Seats kept for people you invite
meeting-guest-seats-hint = Taken out of the number of seats. You give them yourself, by name, on the page “Who signed up”.
meeting-point = Point on the map
meeting-point-hint = Latitude then longitude, for example 45.3642, 5.5901. Everyone can open it on a phone.
meeting-agenda = Programme
meeting-agenda-hint = What will be done there, one thing per line.

meeting-hour-problem = Write an hour, for example 18:30.
meeting-end-problem = The end must come after the beginning.
meeting-seats-problem = Write a whole number, from 0 to { $most }.
meeting-guest-seats-problem = Keep at most as many seats as the meeting has.
point-format = Write the latitude then the longitude, parted by a comma: 45.3642, 5.5901.
meeting-initiative-closed = This process is closed: no meeting is prepared in it any more.
meeting-not-open = This process is not open. Open it first; then announce the meeting.
meeting-over = This meeting took place or is cancelled: it no longer changes. You can prepare another one.
meeting-past = The hour of this meeting has passed. Change its day, then announce it.
meeting-not-begun = This meeting has not begun. Come back when it begins.
meeting-state-refused = The meeting changed meanwhile. Reload the page to see where it stands.

meeting-came = Who came
meeting-came-total = { $total ->
    [one] One person, those who had not signed up included.
   *[other] { $total } people, those who had not signed up included.
}
meeting-came-few = Fewer than five people.
meeting-came-hint = Counts under 5 are not shown, nor those that would give them away.
meeting-count-hidden = under 5, or not shown

## Signing up

sign-up-title = Sign up
sign-up-lead = Without an account. You receive a code: it shows your seat, and lets you give it back.
sign-up-name = Name
sign-up-name-hint = The one you wish to give; a first name is enough.
sign-up-email = E-mail address
sign-up-email-hint = To confirm your seat, and tell you if the meeting changes.
sign-up-phone = Telephone
sign-up-phone-hint = If you prefer to be called.
sign-up-phone-problem = This number is not complete. Write it with its digits, for example 06 12 34 56 78.
sign-up-capacity = You come as
sign-up-kept = Your name and your addresses are read by the team of the meeting only, and erased three months after.
sign-up-submit = Book my seat
sign-up-wait = Put me on the waiting list
sign-up-taken = Your seat is booked. Keep this code.
sign-up-waits = All seats are taken: you are on the waiting list. Keep this code.
sign-up-closed = This meeting no longer takes anyone: it is over, cancelled, or not announced yet.
sign-up-given-back = This seat was already given back. To come after all, sign up again.
sign-up-came-anyway = This seat had been given back. Count this person with those who came without signing up.

seat-title = Your seat
seat-for = For { $name }
seat-before = { $before ->
    [0] You are the first person waiting.
    [one] One person is waiting before you.
   *[other] { $before } people are waiting before you.
}
seat-where = Find your seat at this address: { $address }
seat-qr = Code of your seat, to show at the door
seat-keep = Write this code down or print this page: it is your only proof if you left no address.
seat-change = If you change your mind
seat-give-back = Give my seat back
seat-give-back-hint = The first person waiting takes it and is told.
seat-give-back-guest = It goes back to the team, who can invite someone else.
seat-invited = you are invited
seat-given-back = Your seat is given back. Thank you for telling us.
seat-forget = Erase my name and my addresses
seat-forgotten = Your name and your addresses are erased. Your seat stays with this code.
seat-mark-present = Note that this person is here
seat-mark-absent = Not here after all
seat-present = { $name }: noted, here.
seat-absent = { $name }: noted, not here.
seat-nameless = Name erased

## The door of a meeting

desk-title = Welcome people
desk-present = { $count ->
    [0] Nobody is here yet.
    [one] One person is here.
   *[other] { $count } people are here.
}
desk-code = Code shown
desk-code-hint = Type the eight signs. Or read the square code with the camera of this phone, and open the address it shows.
desk-code-unknown = No seat of this meeting has this code. Check it, or look for the name in the list.
desk-check-in = Note that she is here
desk-invited = invited
desk-print = Print the attendance sheet
desk-guests = People expected
desk-nobody = Nobody has signed up for now. They come here in order.
desk-state = Seat
desk-contact = Contact
desk-came-at = came at { $hour }
desk-is-here = Is here
desk-walk-ins = Came without signing up
desk-walk-ins-lead = Count them without naming them. The latest count saved is the one that stands.
desk-count = Save the count
desk-counted = The count is saved.

door-filter = Search for a name
door-here = { $name }: came, noted at { $hour }.
door-away = { $name }: noted, not here after all.
door-many = { $n } people are here.
door-waiting = Not sent yet: { $n }. They are kept on this phone and will leave as soon as the network is back.
door-sent = Everyone who came is recorded.
door-ready = This page also works without a network.
door-unready = This page needs the network: this browser does not keep it.
door-unlisted = This code is not in the list kept on this phone. The coming is noted; the code will be checked when the network is back.
door-refused = Not taken, code { $code }:
door-signed-out = Your session is over. Sign in again: what waits will leave then.
door-gone = Nothing of this meeting is kept on this phone any more.
door-kept-title = On this phone
door-kept = Names and codes of the people expected are kept on this phone, without addresses or numbers, from a day before the meeting to a day after.
door-let-go = Erase from this phone

guests-title = Who signed up
guests-open = Sign-ups and addresses
guests-no-contact = neither address nor number
guests-unbounded = { $taken ->
    [0] Nobody has signed up. The number of seats has no limit.
    [one] One person has signed up. The number of seats has no limit.
   *[other] { $taken } people have signed up. The number of seats has no limit.
}
guests-seats = { $taken ->
    [0] No seat is taken of { $seats }.
    [one] One seat is taken of { $seats }.
   *[other] { $taken } seats are taken of { $seats }.
}
guests-kept = { $kept ->
    [one] One seat is kept for a person you invite; given: { $taken }.
   *[other] { $kept } seats are kept for people you invite; given: { $taken }.
}
guests-waiting = { $waiting ->
    [one] One person is waiting.
   *[other] { $waiting } people are waiting.
}

invite-title = Invite someone
invite-lead = { $free ->
    [0] The seats kept are all given. To keep others, edit the meeting.
    [one] One kept seat is left. The person receives a code, as if she had signed up.
   *[other] { $free } kept seats are left. The person receives a code, as if she had signed up.
}
invite-lead-unbounded = The person receives a code, as if she had signed up.
invite-no-seat-kept = No seat is kept for people you invite. To keep some, edit the meeting.
invite-email-hint = To write to her. Without an address, give her the code yourself.
invite-capacity = She comes as
invite-submit = Invite
invite-written = { $name } has a seat. A message is sent to her.
invite-noted = { $name } has a seat. Give her this code: { $code }
guest-seats-taken = { $kept ->
    [0] No seat is kept for people you invite. Edit the meeting to keep some.
    [one] The kept seat is already given. Edit the meeting to keep others.
   *[other] The { $kept } kept seats are already given. Edit the meeting to keep others.
}

sheet-title = Attendance sheet: { $title }
sheet-how = Print this page. The last lines are for those who come without having signed up.
sheet-signature = Signature
sheet-kept = This sheet is destroyed three months after the meeting.

## Notes of the tables

notes-title = Write down what is said
notes-lead = Each note bears a code, to hand to whoever spoke: she will find her words again. Read again, a note becomes a contribution of the process, or stays a note of the meeting.
notes-none = Nothing is written down yet.
notes-by-table = What is written down, table by table
notes-public = { $count ->
    [one] One note
   *[other] { $count } notes
}
notes-team = the team
notes-waiting = { $count ->
    [one] One note waits to be read again.
   *[other] { $count } notes wait to be read again.
}
notes-who-checks = The team that runs the process reads them again.
notes-check-title = The notes ticked are faithful
notes-check-lead = Compare with the sheet; correct if you must. Untick those you will read again later.
notes-propose = Make them contributions
notes-stay-notes = Keep them as notes
notes-proposed = { $count ->
    [one] One note became a contribution. It keeps its table and its code.
   *[other] { $count } notes became contributions. They keep their table and their code.
}
notes-stay = { $count ->
    [one] One note was read again; it stays a note of the meeting.
   *[other] { $count } notes were read again; they stay notes of the meeting.
}
notes-none-chosen = No note is ticked, or someone read them again before you. Open the page of notes again.
home-notes = { $count ->
    [one] One note to read again: { $title }
   *[other] { $count } notes to read again: { $title }
}
note-text = What was said
note-text-hint = In the person's words, without her name.
note-capacity = Who speaks
note-table = Table
note-table-hint = Its number or its name.
note-facilitator = Who runs the table
note-facilitator-hint = This name is shown with the notes of the table.
note-keep = Keep this note
note-kept = Noted. Code to hand over: { $code }
note-state-to-check = to read again
note-state-kept = note of the meeting
note-correct = Correct
note-correct-lead = The person's words, as they are on the sheet.
note-correct-save = Save the correction
note-corrected = The note is corrected.
note-checked-already = This note was read again: it no longer changes here. The contribution it became is corrected on its page.
note-transcribed = Written down by { $by }.
note-checked = Read again by { $by }.
note-follow-title = Your words, at the meeting
note-follow-waits = Your words are written down. The team reads them again, then makes them a contribution of the process: this same page will then show what becomes of it.
note-follow-stays = Your words were read again and stay a note of the meeting: they can be read on its page.
table-named = Table { $table }
table-unnamed = Without a table
table-held-by = run by { $name }
table-photo-alt = Sheet: { $table }
sheet-photo-title = The sheet of a table
sheet-photo-lead = Photograph the sheet: the team reads the notes again beside it. Only the team sees it, and it is erased three months after the meeting.
sheet-photo = Photograph of the sheet
sheet-photo-hint = JPEG, PNG or WebP, 12 MB at most. A new one replaces the old one.
sheet-tables = Tables already noted:
sheet-save = Save the sheet
sheet-kept-table = The sheet of table { $table } is saved.
photo-too-large = This photograph is larger than 12 MB. Choose a lighter one.
photo-not-an-image = This file is not a JPEG, PNG or WebP image.
photo-damaged = This photograph cannot be read to its end. Take it again.
stubs-title = Print the stubs
stubs-how = Print, cut, hand each its own.
stub-of = No. { $number }: { $title }
stub-where = Follow what becomes of your words: { $address }
stub-qr = Address to follow this contribution

## Minutes

minutes-title = Minutes
minutes-write = Write the minutes
minutes-correct = Correct the minutes
minutes-lead = Once published, they no longer change: a correction is a new version, the old one stays readable. Name nobody there without her consent.
minutes-reason = Why correct them
minutes-publish = Publish the minutes
minutes-published = The minutes are published.
minutes-before = Earlier versions
minutes-overtaken = Someone published a version before you. Open the page again: start from hers.

## What came out of it

outputs-title = What came out of it
came-out-of = Came out of the meeting:
output-add = Say what came out of it
output-lead = An option, a decision, a commitment, a version of a charter born of this meeting. Its page will name the meeting.
output-none-to-link = Nothing of this process is there to link yet: no option, decision, commitment or charter.
output-record = What came out of it
output-submit = Link to the meeting
output-choice = { $kind }: { $title }
output-added = Linked: its page names the meeting.
output-remove = Remove this link
output-removed = The link is removed.
output-elsewhere = Choose in the list what came out of this meeting.
output-kind-option = Option
output-kind-decision = Decision
output-kind-commitment = Commitment
output-kind-charter = Charter
output-kind-project = Project

## Letters about meetings

mail-seat-subject = Your seat is booked: { $title }
mail-seat-text =
    Hello,

    Your seat is booked:

    { $title }
    { $when }
    { $place }

    To see it again, or give it back if you cannot come:

    { $link }

    (code { $code })
mail-waiting-subject = You are on the waiting list: { $title }
mail-waiting-text =
    Hello,

    All seats are taken:

    { $title }
    { $when }
    { $place }

    { $before ->
        [0] You are the first person waiting.
        [one] One person is waiting before you.
       *[other] { $before } people are waiting before you.
    } If a seat comes free for you, you will receive a message.

    { $link }

    (code { $code })
mail-promoted-subject = A seat came free for you: { $title }
mail-promoted-text =
    Hello,

    A seat came free, it is yours:

    { $title }
    { $when }
    { $place }

    If you can no longer come, give it back here: someone else is waiting for it.

    { $link }

    (code { $code })
mail-invited-subject = You are invited: { $title }
mail-invited-text =
    Hello,

    A seat is kept for you:

    { $title }
    { $when }
    { $place }

    To see it again, or give it back if you cannot come:

    { $link }

    (code { $code })
mail-moved-subject = Change: { $title }
mail-moved-text =
    Hello,

    The meeting you signed up for has changed. From now on:

    { $title }
    { $when }
    { $place }

    Your sign-up still holds. If it no longer suits you, give your seat back here:

    { $link }
mail-called-off-subject = Cancelled: { $title }
mail-called-off-text =
    Hello,

    This meeting will not take place:

    { $title }
    { $when }

    { $reason }

    There is nothing you need to do.
