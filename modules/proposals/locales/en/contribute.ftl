## Contributing, one screen per question

contribute-closed = This process is not taking contributions at the moment
contribute-closed-text = What was said can still be read, with the answers. The process's page says what comes next.
contribute-words = What do you see, what do you suggest?
contribute-words-hint = A few sentences are enough, in your own words. A fact, a place, an idea.
contribute-title = A title
contribute-title-hint = Without a title, the first words will stand for it.
contribute-place = Which place are you speaking of?
contribute-area = Municipality
contribute-everywhere = Everywhere, or I do not know
contribute-where = The place, in a few words
contribute-where-hint = For instance: in front of the school, at the end of the bridge, coach line 3.
contribute-voice = In which capacity do you speak?
contribute-voice-as = I speak as
contribute-voice-hint = Voices are counted by group, so that none drowns another.
contribute-organisation = In whose name
contribute-own-name = In my own name
contribute-photo = A photograph
contribute-photo-hint = The place and date recorded by the phone are erased. Avoid faces and number plates.
contribute-photo-alt = What the photograph shows, for those who do not see it
contribute-photo-kept = Your photograph is kept until you send.
contribute-photo-remove = Take this photograph away
contribute-email = Your e-mail address
contribute-email-hint = To receive the answer. It serves nothing else and is never shown. Without an address, a code will let you follow.
contribute-email-hint-code = To be sent the answer, once you have confirmed it with a code we send there. It serves nothing else and is never shown. Without an address, another code lets you follow.
contribute-no-email = None: you will follow with the code
contribute-without-name = Do not attach this contribution to my account
contribute-without-name-hint = It will not appear among your data; you will follow it with the code.
contribute-review = Read again, then send
contribute-public = Everyone will read your words, the place and the capacity in which you speak. Your name and address are not shown.
contribute-send = Send my contribution
review-words = What you say
review-place = The place
review-voice = In which capacity
review-email = Where to answer you
promise-read = Every contribution is read by a person.
promise-answered = { $days ->
    [one] You will have an answer, with its reason, within a day.
   *[other] You will have an answer, with its reason, within { $days } days.
}
promise-no-account = No account is needed. A code will let you follow what becomes of what you said.

capacity-inhabitant-hint = I live here.
capacity-user-hint = I use this service, this street, this place.
capacity-association-hint = I speak for an association.
capacity-agent-hint = I work there, for the authority or a public service.
capacity-union-hint = I speak for a trade union.
capacity-elected-hint = I hold an elected office.

## The photograph

photo-too-large = This photograph is too heavy: 12 megabytes at most. Choose a smaller one.
photo-not-an-image = This file is not a photograph. Choose a JPEG, PNG or WebP image.
photo-damaged = This photograph is damaged and cannot be read. Choose another one.

## What others already said

near-title = What others already said
near-found = { $count ->
    [one] Someone said something close:
   *[other] { $count } contributions say something close:
}
near-none = Nobody has said this here yet.
near-review-title = Others said something close
near-review-text = You can support one of them rather than write your own. If yours says something else, send it: both will be read.
near-support = Support this one instead
near-read = Read it and support it
new-window = (in a new window)

## After sending

thanks-title = Your contribution has arrived
thanks-lead = It is contribution no. { NUMBER($number, useGrouping: "false") } of the process “{ $title }”.
thanks-next = What happens now
thanks-received = Received and published
thanks-received-text = Everyone can already read it.
thanks-studied = Read and studied
thanks-answered = Answered, with the reason
thanks-answered-text = By { $date } at the latest. You will be told once.
thanks-answered-page = By { $date } at the latest. You will read it on the follow-up page.
thanks-email = Two messages will follow the receipt at { $email }, no more: the answer, then the end of the process.
thanks-email-to-confirm = A receipt has left for { $email }. Until it is confirmed, nothing else is sent there.
thanks-no-email = You left no address: keep the code, it opens the follow-up page.
thanks-read = See my contribution
thanks-again = Write another one
address-title = Confirm your address
address-why = We sent a code there, with your receipt. It shows that the address is yours: the answer will be sent there, and to nobody else. Your contribution is recorded whether you confirm or not.
address-code = The six-digit code received at { $email }
address-code-hint = It is good for twenty-four hours. You can come back later with the link of the message.
address-confirm = Confirm this address
address-confirmed = Address confirmed
address-confirmed-now = Your address is confirmed: the answer will be sent there.
address-confirmed-answered = Your address is confirmed. Your contribution has its answer already: it is on its way to you, and can be read on the follow-up page.
address-again = Send me another code
address-again-hint = Nothing arrives? Look among unwanted messages. Another code replaces the one before.
address-code-sent = A code has just left. Only the last one is good.
address-code-on-its-way = A code left less than a minute ago: give it time to arrive. Then you can ask for another one.
address-correct = Mistyped address? Correct it
address-right = The right address
address-correct-send = Send the receipt and a code to this address
slip-title = Your slip
slip-print = Print the slip
slip-where = To know what becomes of it: { $address }
slip-promise = The answer is promised for { $date } at the latest.
slip-secret = This code opens the follow-up of your contribution. Keep it to yourself.
slip-how = Print this page or write the code down.
qr-follow = Follow this contribution

## Keying a sheet

paper-title = Key what was said on paper or aloud
paper-lead = Copy the words as they were said. The contribution is worth as much as those of the site, and carries the mark of where it came from.
paper-channel = Where it comes from
paper-day = The day it was said
paper-text = What was said
paper-text-hint = Without correcting or summing up. Only take out people's names.
paper-email = E-mail address left on the sheet
paper-email-hint = It will receive the answer. Without an address, the answer will be on the list to print.
paper-send = Save and key the next one
paper-stop = I have finished
paper-keyed = The sheet is saved as no. { NUMBER($number, useGrouping: "false") }.
paper-code = Code to write on the stub:
