### Collecting answers: posters, kiosks, sheets, interviews, invitations, files.

choose-one = Choose from the list.

## Where people answer

collect-title = Collect answers
collect-lead = Each place, each poster, each kiosk has its address: you will know where answers come from, never from whom.
collect-public = The link for everyone
collect-public-text = For your site, a letter, the magazine.
collect-not-open = This wave is not open: nobody can answer for now.
collect-counts = What has come
collect-complete = { $count ->
    [0] No complete answer.
    [one] One complete answer.
   *[other] { $count } complete answers.
}
collect-under-way = { $count ->
    [0] None under way.
    [one] One under way, which does not count yet.
   *[other] { $count } under way, which do not count yet.
}
collect-population = Population
collect-mode = How
collect-n = Complete answers
collect-live-stop = Stop keeping these numbers up to date
collect-live-on = Keep these numbers up to date
quotas-title = Quotas
quotas-rule = An answer beyond a quota is kept and counts: it is told here, and weights bring each group back to its share.
quota-who = Who
quota-filled = Answers
quota-state = Where the quota stands
quota-of = { $n } of { $expected }
quota-full = Quota full
quota-left = { $count ->
    [one] One is missing
   *[other] { $count } are missing
}
quota-beyond = { $count ->
    [one] Quota full, one answer beyond
   *[other] Quota full, { $count } answers beyond
}
collect-ways = Other ways to collect
collect-paper = Print sheets
collect-keying = Key sheets
collect-interview = Interview someone
collect-invite = Invite by e-mail
collect-import = Import a file of answers
mode-web = Public link
mode-qr = Poster
mode-embedded = Button on another site
mode-kiosk = Kiosk
mode-paper = Paper
mode-phone = Telephone
mode-face = Face to face
mode-invited = Invitation
mode-import = File
points-title = Posters, kiosks and buttons
points-none = None yet. The first poster is made below: it prints with its code to photograph.
points-new = Add a place to answer
point-kind = What it is
point-kind-poster = A poster, with a code to photograph
point-kind-kiosk = A kiosk, a tablet at the desk
point-kind-embedded = A button on another site
point-kind-poster-short = Poster
point-kind-kiosk-short = Kiosk
point-kind-embedded-short = Button
point-population = Who answers there
point-service = About which service
point-all-services = All services
point-place = The place
point-place-hint = For instance: front desk of the town hall. It is kept with the answers.
point-title = Its name, for you
point-title-hint = The place, if you write nothing.
point-create = Create this place to answer
point-created = The place to answer is created.
point-print = Print the poster
point-open = Open the kiosk
point-see = Open the page
point-snippet = The code to paste in your page
point-close = Close
point-closed = Closed
poster-title = Your opinion about our services
poster-scan = Photograph this code with your telephone
poster-or = or type this address
poster-text = A few minutes, no name, no account. Results will be public.
poster-until = Until { $day }
poster-print = Print this page
button-words = Give your opinion about our services

## Paper

sheets-title = Paper sheets
sheets-lead = Each sheet bears its code: keyed twice by mistake, it counts once.
sheets-counts = { $printed ->
    [0] No sheet printed.
    [one] One sheet printed, { $keyed } keyed.
   *[other] { $printed } sheets printed, { $keyed } keyed.
}
sheets-count = How many sheets
sheets-count-problem = A number from 1 to { $most }.
sheets-create = Prepare these sheets
sheets-print = { $count ->
    [one] One sheet to print
   *[other] { $count } sheets to print
}
sheet-code = Sheet
sheet-intro = Tick what matches your opinion. You may leave a question aside. This sheet does not say who you are: do not write your name on it.
keying-title = Key a sheet
keying-code = The code of the sheet
keying-code-hint = Eight characters, top right: ABCD-2345.
keying-find = Open this sheet
keying-unknown = No sheet of this wave has this code. Read it again: no O, I, L, 0 or 1.
keying-of = Sheet { $code }
keying-second = Second keying: read the sheet without looking at the first one.
keying-save = Save this sheet
keying-counted = This sheet already counts
keying-counted-text = Keying it again would change nothing. Take the next one.
keying-another = You have already keyed this sheet
keying-another-text = This wave asks for two keyings by two people. A colleague must do the second.
keying-differ = The two keyings differ
keying-differ-text = Take the sheet again and answer the questions below anew: your reading settles.
keying-first-said = First keying
keying-second-said = Second keying
keying-third-said = On the sheet
keying-nothing = No answer
keying-settle = Settle
keying-done-counted = Sheet { $code } counted. Next sheet.
keying-done-waits = Sheet { $code } saved. Another person will do the second keying.
keying-words-code = Its words have become a contribution, to be followed with the code { $code }.

## The interview

interview-title = Interview someone
interview-lead = The same questionnaire, on one page. Read the questions as they are written.
interview-mode = How
interview-stratum = Which group this person belongs to
interview-stratum-none = She does not say
interview-full = These groups have enough answers
interview-full-text = Rather look for someone of another group. Someone who wishes to answer answers all the same: the answer is kept and counts.
interview-wanted = Who is still missing
interview-only-if = To be asked only if the answer to “{ $question }” calls for it.
interview-send = Save and go to the next person
interview-done = Answer saved. Next person.

## Invitations

invitations-title = Invite by e-mail
invitations-lead = Each person receives a personal link. You will know who answered, to remind the others; nothing in the database ties a person to an answer.
invitations-invited = On the list
invitations-sent = Letters sent
invitations-answered = Have answered
invitations-answered-hint = counted in groups of five at least
invitations-bounced = Letters returned
invitations-add = Add a list
invitations-file = The file
invitations-file-hint = CSV or Excel. A column for the address; if possible the name, the language, the stratum.
invitations-file-missing = Choose a file.
invitations-no-email = No column seems to hold e-mail addresses. Call it “email”.
invitations-column-email = email, e-mail, mail, email address
invitations-column-name = name, full name
invitations-column-language = language, lang
invitations-column-stratum = stratum, group
invitations-import = Add these people
invitations-added = { $count ->
    [0] Nobody new was added.
    [one] One person added.
   *[other] { $count } people added.
}
invitations-already = { $count ->
    [one] One person was there already.
   *[other] { $count } people were there already.
}
invitations-left-email = Line { $line }: the address is missing or is not one.
invitations-left-stratum = Line { $line }: this stratum is not in the protocol.
invitations-send = { $count ->
    [one] Send one letter
   *[other] Send { $count } letters
}
invitations-send-none = All letters are sent.
invitations-remind = Remind those who have not answered
invitations-remind-hint = Each reminder bears a new link; the one in the previous letter no longer works.
invitations-asked = The letters are leaving.
invitations-bounces = Letters returned
invitations-bounces-hint = Paste the addresses your mail system returned: they will not be reminded.
invitations-bounces-save = Note these returns
invitations-bounces-saved = { $count ->
    [0] None of these addresses is on the list.
    [one] One address noted.
   *[other] { $count } addresses noted.
}
invitations-returned = letter returned
invitations-list = The people invited
invitations-person = Person
invitations-state = Where she stands
invitations-state-waiting = to be written to
invitations-state-sent = letter sent on { $day }
invitations-state-reminded = { $count ->
    [one] reminded once
   *[other] reminded { $count } times
}
invitations-state-answered = has answered
invitations-forgotten = address erased
invitations-kept = Addresses are erased thirty days after the end of the wave.
