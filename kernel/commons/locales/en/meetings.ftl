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
   *[other] { $count } people have signed up. Those who left an address receive a message with your reason; the others are on the welcome page of the meeting, with their number.
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
meeting-agenda = Programme
meeting-agenda-hint = What will be done there, one thing per line.

meeting-hour-problem = Write an hour, for example 18:30.
meeting-end-problem = The end must come after the beginning.
meeting-seats-problem = Write a whole number, from 0 to { $most }.
meeting-initiative-closed = This process is closed: no meeting is prepared in it any more.
meeting-not-open = This process is not open. Open it first; then announce the meeting.
meeting-over = This meeting took place or is cancelled: it no longer changes. You can prepare another one.
meeting-past = The hour of this meeting has passed. Change its day, then announce it.
meeting-not-begun = This meeting has not begun. Come back when it begins.
meeting-state-refused = The meeting changed meanwhile. Reload the page to see where it stands.

meeting-came = Who came
meeting-came-total = { $total } people, those who had not signed up included.
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
desk-code-hint = Type its eight signs, or read the square code with a telephone: it opens the page of the seat.
desk-code-unknown = No seat of this meeting has this code. Check it, or look for the name in the list.
desk-check-in = Note that she is here
desk-print = Print the attendance sheet
desk-guests = Those who signed up
desk-nobody = Nobody has signed up for now. They come here in order.
desk-state = Seat
desk-contact = Contact
desk-came = Came
desk-came-at = came at { $hour }
desk-is-here = Is here
desk-walk-ins = Came without signing up
desk-walk-ins-lead = Count them without naming them. The latest count saved is the one that stands.
desk-count = Save the count
desk-counted = The count is saved.

sheet-title = Attendance sheet: { $title }
sheet-how = Print this page. The last lines are for those who come without having signed up.
sheet-signature = Signature
sheet-kept = This sheet is destroyed three months after the meeting.

## Notes of the tables

notes-title = Note what is said
notes-lead = Each note becomes a contribution of the process, with its code: hand it to whoever spoke, she will follow what becomes of her words.
notes-none = Nothing is noted yet.
notes-public = { $count ->
    [0] What was noted
    [one] One thing said, noted
   *[other] { $count } things said, noted
}
note-text = What was said
note-text-hint = In the person's words, without her name.
note-capacity = Who speaks
note-table = Table
note-table-hint = Its number or its name.
note-facilitator = Who notes
note-keep = Keep this note
note-kept = Noted: contribution no. { $number }. Code to hand over: { $code }
note-at-table = table { $table }
note-by = noted by { $name }
stubs-title = Print the stubs
stubs-how = Print, cut, hand each person her own.
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
