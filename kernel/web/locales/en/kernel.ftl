## Refusals: what, why, what next

error-sign-in = You need to sign in
error-sign-in-why = This page is for people who have an account, or your session has ended.
error-sign-in-next = Sign in, and you will come back here.
error-typed = What you had written
error-typed-text = Nothing is lost: your words are here. Keep them aside, to put them back in the form.
error-typed-part = Text { $number }
error-forbidden = This page is not open to your account
error-forbidden-why = Your role does not allow this, or not in this process. These roles do:
error-forbidden-next = If you think this is a mistake, write to the person who runs the site.
error-not-found = This page does not exist
error-not-found-why = The address is incomplete or old, or the page was removed.
error-not-found-next = Check the address, or search for a word of what you expected.
error-invalid = Something needs correcting
error-invalid-why = Nothing was saved: here is what is missing or wrong.
error-invalid-next = Go back to the previous page: what you wrote is still there.
error-conflict = Someone saved before you
error-conflict-why = This record changed while you were writing. Nothing was overwritten.
error-conflict-next = Read what is saved, then take up your text again.
error-gate = Not possible yet
error-gate-why = Here is everything that is missing, and who can do it.
error-gate-next = Follow each link, then come back.
error-rule = This is not possible
error-rule-next = Go back to the previous page.
error-too-many = Too many attempts in a row
error-too-many-why = { $seconds ->
    [one] To protect the site, wait one second before trying again.
   *[other] To protect the site, wait { $seconds } seconds before trying again.
}
error-too-many-next = Nothing is lost: go back to the previous page and try again a little later.
error-internal = The site could not answer
error-internal-why = It is on our side. What you had already sent, and received a reference for, is kept.
error-internal-next = Try again in a moment. If it lasts, write to us with the reference below.
error-not-kept = The site cannot keep anything for the moment
error-not-kept-why = It is on our side: its disk is full or no longer answers. What you have just sent was not kept; what you received a reference for is.
error-not-kept-next = Keep your words aside and try again later. The person who hosts the site is told by its technical log.

## Roles

role-inhabitant = inhabitant
role-agent = agent
role-ambassador = ambassador
role-facilitator = facilitator
role-manager = head of service
role-elected-official = elected official
role-union-representative = staff representative
role-partner-delegate = partner's delegate
role-administrator = administrator
role-dpo = data protection officer

## As what one signs

signs-inhabitant = inhabitant
signs-agent = service in charge
signs-ambassador = ambassadors' group
signs-facilitator = facilitation team
signs-manager = head of service
signs-elected-official = elected office
signs-union-representative = staff representation
signs-partner-delegate = partner's delegation
signs-administrator = site administration
signs-dpo = data protection

## Account

email-problem = This e-mail address is not complete. Write it like this example: first.last@example.org
email-taken = An account already exists with this address.
password-wrong = The address or the password is not right. You can also ask for a sign-in link.
password-problem = Choose a password of at least { $shortest } characters, for instance several words in a row.
password-present-wrong = This is not your present password.
person-name-problem = Write a name of at most { $longest } characters.
grant-period-problem = The end must come after the beginning.
login-link-used = This link was already used, or is more than thirty minutes old. Ask for another one.
login-mail-subject = Your sign-in link to { $site }
login-mail-text =
    Hello,

    Here is your sign-in link. It is good for thirty minutes and works once:

    { $link }

    If you did not ask for it, do nothing: nobody can sign in without this message.

## Settings

settings-name-problem = Give this site a name of at most { $longest } characters.
settings-colour-problem = Write a colour like #1f5c4d: a hash, then six digits or letters from a to f.

## Refusals decided before the request is read

error-cross-site = This request comes from another site
error-cross-site-why = To protect you, another site can do nothing here in your name. Nothing was saved.
error-cross-site-next = Come back to this site and start again from its page.
error-too-large = This is too large to send
error-too-large-why = What was sent is larger than 64 MB. Nothing was saved.
error-too-large-next = Choose a lighter file, or send it in several parts.
error-too-slow = The site takes too long to answer
error-too-slow-why = Many people may be here. We do not know whether what you sent was saved.
error-too-slow-next = Wait a moment, then try again: the same thing sent twice is never counted twice.
error-unreadable = We did not understand this request
error-unreadable-why = The address or the form is incomplete. Nothing was saved.
error-unreadable-next = Go back to the previous page and start again from its form.

## What is sent

form-unreadable = The sending stopped on its way. Try again; what you wrote is still on the previous page.
day-unreadable = This date is not complete. Write it like 2026-11-23.
