## Preparing a worksite

worksite-new = Prepare a worksite
worksite-new-lead = It stays in preparation until you publish it. It will need a shift, and the insurance and deliberation sheet.
worksite-edit = Change the worksite
worksite-save-draft = Save the worksite
worksite-prepared = The worksite is prepared. Fill the insurance sheet, add a shift, then publish it.
worksite-title = Title
worksite-lead = Who leads it
lead-other = Another organisation, to be named below
worksite-lead-name = Its name, if it is not in the list
lead-missing = Choose who leads the worksite in the list, or write its name.
worksite-place = Meeting place
worksite-place-hint = An address, or what makes it easy to find.
worksite-point = Point on the map
worksite-point-hint = Latitude, then longitude: 45.3641, 5.5925.
point-problem = Write two numbers, latitude then longitude: 45.3641, 5.5925.
worksite-work = What we will do
worksite-work-hint = The gestures, and what they are for.
worksite-bring = What to bring
worksite-bring-hint = Clothes, water, a meal; say also what we lend.
worksite-access = Accessibility
worksite-access-hint = How one gets there, what can be done seated, in a wheelchair, without carrying.
initiative-closed = This process is closed: no worksite is prepared in it any more.
initiative-not-open = The process is not open. Open it first: the worksite is published afterwards.
worksite-is-cancelled = This worksite is cancelled: it does not change any more. Prepare another one.
already-published = This worksite is already published.
publish = Publish the worksite
publish-hint = Everyone will see it and be able to sign up.
published = The worksite is published. Everyone can sign up.

## Insurance and deliberation sheet

cover-title = Insurance and deliberation
cover-lead = The worksite is not published while this sheet is not filled.
cover-law = Whoever comes to help is an occasional collaborator of the public service: the authority answers for what happens to them, even without fault. Tell your insurer the date and the gestures; the deliberation names them.
cover-insurer = Insurer that was told
cover-contract = Contract
cover-contract-hint = Its number. It is not published.
cover-deliberation = Deliberation
cover-deliberation-hint = Who voted, and its reference: town council, no. 2026-41.
cover-day = Day of the deliberation
deliberation-to-come = The deliberation must have been voted: its day cannot be to come.
cover-safety = Who answers for safety on the spot
cover-safety-hint = A function, and a work telephone. It is published.
cover-save = Save the sheet
cover-saved = The sheet is saved.
gate-insurer = Say which insurer was told.
gate-contract = Give the number of the insurance contract.
gate-deliberation = Give the reference of the deliberation.
gate-deliberated-on = Give the day of the deliberation.
gate-safety = Say who answers for safety on the spot.
gate-shift = Add at least one shift to come.

## Shifts

shift-new = Add a shift
shift-new-lead = A few hours of one day. On a worksite in Strasbourg, two people came on the weekday and twenty-two signed up for the Saturday.
shift-add = Add the shift
shift-added = The shift is added.
shift-edit = Change the shift
shift-edit-lead = If the day or the hour changes, everyone who signed up and left an address is told, and the booked materials follow the shift.
shift-day = Day
shift-start = Begins
shift-end = Ends
shift-capacity = Places
shift-capacity-hint = For those who sign up, team left out. Beyond, they wait in order.
shift-leaders = Adults of the team
shift-leaders-hint = There whatever happens.
shift-ratio = Most minors for one adult
shift-ratio-hint = Adults of the team and adults who signed up count. 0 for adults only.
shift-end-problem = The end must come after the beginning, on the same day.
shift-past-problem = This moment is already past. Choose a day to come.
shift-over = This shift is past or cancelled: it does not change any more.
capacity-taken = { $count ->
    [one] One person already has a place: keep at least one place.
   *[other] { $count } people already have a place: keep at least { $count } places.
}
minors-come = { $count ->
    [one] One minor already has a place: the shift can no longer be for adults only.
   *[other] { $count } minors already have a place: the shift can no longer be for adults only.
}

## Calling off

worksite-cancel = Cancel the whole worksite
worksite-cancel-lead = { $count ->
    [0] No shift is to come.
    [one] The shift to come is cancelled.
   *[other] The { $count } shifts to come are cancelled.
}
worksite-cancel-send = Cancel the worksite and tell everyone
worksite-called-off = The worksite is cancelled. Each address receives a message, the materials are free.
shift-cancel = Cancel the shift
shift-cancel-send = Cancel the shift and tell everyone
shift-called-off = The shift is cancelled. Each address receives a message, the materials are free.
cancel-reason = Why
weather = Because of the weather, we cannot work safely.
cancel-told = { $count ->
    [0] Nobody has signed up.
    [one] One person has signed up. They receive one message with your reason, or you call them if they left a telephone only. Booked materials are given back.
   *[other] { $count } people have signed up. Each address receives one message with your reason; those who left a telephone only are in a list to call. Booked materials are given back.
}
calls-title = People to call
calls-left = { $count ->
    [one] One person left a telephone only: call them.
   *[other] { $count } people left a telephone only: call them.
}
calls-none = Nobody to call: everyone has an address, or left nothing.
calls-not-off = This shift is not cancelled: there is nobody to tell.
calls-silent = { $count ->
    [one] One person left neither address nor telephone: they will read the cancellation with their code.
   *[other] { $count } people left neither address nor telephone: they will read the cancellation with their code.
}
call-note = Done, I called them
call-noted = Noted: { $name } knows.
call-done = called

## Materials

stock-title = Materials to lend
stock-lead = What the authority lends to worksites, by half-day. Nothing is lent twice at the same time.
stock-none-title = Nothing to lend for now
stock-none-text = Write down what you have: wheelbarrows, gloves, spades, tents. Worksites will be able to book it.
stock-count = { $count ->
    [0] none
   *[other] { $count } in all
}
stock-lent-title = Who has what
stock-lent-none = Nothing is booked from today on.
item-new = Add materials
item-name = Materials
item-name-hint = Wheelbarrows, gloves of size M.
item-quantity = How many in all
item-kept = Where they are kept
item-kept-hint = A depot, a room, and who has the key.
item-save = Save these materials
item-saved = Saved.
item-exists = These materials are already in the list. Open them to change their number.
item-missing = Choose materials in the list.
stock-lent = { $lent } are booked { $when }: keep at least as many, or have some given back first.
materials-title = Book materials
materials-of = Materials of the shift of { $when }
materials-lead = The shift takes: { $halves }.
materials-had = Booked for this shift
materials-none = Nothing is booked for this shift.
stock-book = Book
stock-empty = There is nothing to lend: whoever keeps the materials adds them first.
stock-item = Materials
stock-choice = { $item } ({ $left } free out of { $quantity })
stock-quantity = How many
stock-booked = Booked.
stock-give-back = Give back
stock-given-back = Given back: others can take them.
stock-too-few = { $item }: there are only { $quantity }. Ask for fewer.
stock-who = { $quantity } for “{ $worksite }”
stock-lacking = { $item }, { $half }: { $left ->
    [0] none is left
    [one] one is left
   *[other] { $left } are left
} out of { $quantity }. Already taken: { $who }. Ask for fewer, choose another shift, or speak with these worksites.

## Debrief

debrief-write = Write the debrief
debrief-correct = Correct the debrief
debrief-lead = It is published with the worksite, except the incident. Name nobody in it.
debrief-due = Debrief to write before the evening of { $day }.
debrief-late = The debrief was to be written before the evening of { $day }: it is late.
debrief-adults = Adults who came
debrief-adults-hint = Team left out; signed up or not.
debrief-minors = Under-18s who came
debrief-quantity = How much was done
debrief-quantity-hint = A number: 120, 1700, 12.5.
quantity-problem = Write a number: 120, 1700, 12.5.
debrief-unit = Of what
debrief-unit-hint = m² of beds, trees planted, metres of hedge.
debrief-done = What was done
debrief-incident = Incident
debrief-incident-hint = What went wrong, without a name. Only the team reads it. An accident is also declared to the insurer.
debrief-reason = Why correct it
debrief-send = Publish the debrief
debrief-sent = The debrief is published.
debrief-too-soon = The debrief is written once the shift is over, and if it took place.
debrief-overtaken = Someone wrote this debrief before you. Open the page again: start from theirs.
incident-told = Incident noted, read by the team only: { $text }
photos-title = Add a photograph
photo = Photograph
photo-hint = JPEG, PNG or WebP. The place and date hidden in the file are erased.
photo-alt = What it shows
photo-alt-hint = For those who do not see it.
photo-law = Show the work rather than people: a face is published only with the consent of the person, or of their guardian.
photo-send = Publish the photograph
photo-added = The photograph is published.
photo-missing = Choose a photograph.
photo-too-large = This photograph is too heavy. Choose one of less than 12 MB.
photo-not-an-image = This file is not a photograph. Choose a JPEG, PNG or WebP file.
photo-damaged = This photograph cannot be read to the end. Send it again, or another one.
