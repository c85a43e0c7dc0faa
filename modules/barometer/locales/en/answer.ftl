### Answering the questionnaire: every screen, from the welcome to the thanks.

## The welcome

answer-lead = { $who } asks for your opinion, to learn what works and what must change.
answer-one-service = A few questions about: { $service }.
answer-minutes = { $minutes ->
    [one] One minute is enough.
   *[other] About { $minutes } minutes.
}
answer-skip = You may skip a question, or answer that you do not know.
answer-whom = This questionnaire is meant for: { $population }.
answer-until = You may answer until { $day }.
answer-kept = What is kept
answer-kept-text = Your answers, with nothing that says who you are: no name, no address, no device. Of the date, only the week is kept. Your answers are saved at each screen; you may come back from this device.
answer-kept-invited = Your answers, with nothing that says who you are. We will know that you answered, so as not to remind you, but not what you answered: nothing ties one to the other. Of the date, only the week is kept.
answer-kept-kiosk = Your answers, with nothing that says who you are: no name, no address. Of the date, only the week is kept. Nothing of them stays on the screen for the next person.
answer-kept-words = If you write a few words at the end, they leave your answers and become a public contribution, without a name. Avoid naming anyone.
answer-begin = Begin
answer-begun = You had begun. Your answers are here.
answer-go-on = Go on where I was
answer-someone-else = Someone else answers on this device
answer-usual = Back to the usual version
answer-easy = Read the easy-to-read version
language-fr = Français
language-en = English
language-ar = العربية
language-es = Español
language-it = Italiano
language-pt = Português
language-tr = Türkçe
language-uk = Українська

## The screens

answer-whole = On the whole
answer-profile = Who answers
answer-end = Before sending
answer-end-text = Once sent, your answer cannot be changed: nothing would allow finding it again.
answer-next = Continue
answer-back = Go back
answer-send = Send my answer
answer-saved = Your answers are saved when you go to the next screen.
answer-missing = Answer this question, or say that you do not know.
answer-not-a-number = Write a whole number, in figures.
answer-outside-scale = This answer is not offered. Choose another one.
answer-too-long = { $over ->
    [one] Remove one character.
   *[other] Remove { $over } characters.
}

## The end

answer-thanks = Thank you
answer-thanks-text = Your answer is saved. It will count with all the others.
answer-thanks-again = Your answer was already saved. It counts once.
answer-words-kept = Your words have become a contribution
answer-words-follow = It will receive an answer. Keep this code to follow it: nothing else finds it.
answer-words-lost = Your answer counts, but the initiative no longer takes contributions. Here are your words, so that you may keep them.
answer-follow = Follow my contribution
answer-what-next = Results will be public, with their margin of uncertainty and what will be decided.
answer-results = See this barometer and its results

## What is not open

answer-early = This questionnaire is not open yet
answer-early-why = It will open on { $day }.
answer-closed = This questionnaire is closed
answer-closed-why = This wave of the barometer is over: no answer is kept any more. What you had sent to the end was counted.
answer-again = You have already answered
answer-again-why = Thank you: one answer per invitation is enough. Nothing allows finding yours to change it.
answer-unknown = This link is no longer the right one
answer-unknown-why = It is incomplete, or a later letter replaced it. Use the link of the last letter you received.

## The kiosk

kiosk-again = Start again
kiosk-next = Next person
kiosk-idle = Still there?
kiosk-idle-text = Touch the screen to go on. Otherwise the questionnaire starts again for the next person.
tablet-resume = An answer was cut short on this tablet.
tablet-resume-text = If it was yours, go on where you were. What came before is kept and will not be shown.
tablet-resume-on = Go on with my answer
tablet-resume-not = It was not me
tablet-thanks = Your answer is saved on this tablet. It will leave as soon as possible and count with all the others.
tablet-codes = Your words have become a contribution. Keep this code to follow it:
tablet-waiting = Answers waiting to be sent: { $n }.
tablet-sent = Last sent: { $n }.
tablet-none = Nothing sent yet.
tablet-aside = Answers the server could not take, kept on this tablet: { $n }. Tell whoever collects the answers.
tablet-ready = This tablet also works without a network.
tablet-unready = This tablet needs the network: keep this page open.
tablet-closed = The wave is closed, or this tablet is: no more answers are taken.

## The letters of invitation

mail-invite-subject = Your opinion: { $title }
mail-invite-text =
    Hello { $name },

    { $site } invites you to answer the questionnaire “{ $title }”.

    Your personal link, not to be passed on:
    { $link }

    You may answer until { $closes }. A few minutes are enough.

    This link serves once. We will know that you answered, so as not to remind you, but not what you answered: nothing ties one to the other. Your address will be erased thirty days after the end.
mail-remind-subject = A few days left: { $title }
mail-remind-text =
    Hello { $name },

    You have not answered the questionnaire “{ $title }” of { $site } yet. Your opinion counts as much as anyone's.

    Your new personal link (the one in the previous letter no longer works):
    { $link }

    You may answer until { $closes }. If you have already answered, thank you: ignore this letter.
