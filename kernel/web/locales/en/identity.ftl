### Signing in, one's account, one's data.

## Signing in

email = E-mail address
password = Password
password-absent = If you have not chosen one, ask for a link: it comes to your mailbox.
sign-in-lead = Reading and contributing need no account. An account lets you find what you said and act in your role.
sign-in-new = No account yet? Ask for a sign-in link: it opens one on your first visit.
link-ask = Send me a sign-in link
link-sent-title = Look in your mailbox
link-sent-lead = If this address can receive mail, a sign-in link will be there within a minute.
link-sent-next = It is good for thirty minutes and works once. If it does not come, look among unwanted mail.
link-sent-demo = In the demonstration no mail is sent: the message is written in the data folder, under “mail”.
link-sent-again = Back to signing in
link-title = Enter the site
link-lead = This link opens the account of { $email }.
link-use = Enter with this link
signed-out = You are signed out.

## One's account

account-title = My account
account-lead = You are signed in as { $email }.
account-name-title = My name
account-name = Displayed name
account-name-hint = It goes with what you say in your name. A first name is enough.
account-name-save = Save my name
account-renamed = Your name is saved.
account-roles-title = My roles
account-roles-none = You take part as an inhabitant. Other roles are given by the person who runs the site.
scope-instance = On the whole site
scope-initiative = In one initiative
scope-organisation = In one organisation
period-from = Since { $from }
period-from-to = From { $from } to { $to }
role-is-over = Ended
sessions-title = My sessions
sessions-lead = These are the devices where your account is open. Close those you do not recognise.
session-this-one = This one
session-seen = Seen { $when }
session-opened = Opened { $when }
session-close = Close this session
session-closed = The session is closed.
sessions-close-others = Close all other sessions
sessions-closed = The other sessions are closed.
device-unknown = Device not recognised
password-lead = A password is not required: the link by mail is enough. Changing it closes your other sessions.
password-first = Choose a password
password-new = New password
password-present = Present password
password-hint = At least { $shortest } characters, for instance four words in a row.
password-save = Save the password
password-changed = Your password is saved. Your other sessions are closed.

## One's data

my-data-lead = Everything the site keeps about you can be taken away or erased.
my-data-more = What is kept, why, and for how long
my-data-export = Take my data away (JSON file)
my-data-erase = Erase my data
erase-title = Erase my data
erase-lead = This cannot be undone: your account and everything that names you leave the site.
erase-goes = What goes
erase-goes-account = Your name, your address, your password, your roles and your sessions.
erase-goes-contact = The addresses left to be kept informed, and whatever ties your words to your name.
erase-stays = What stays
erase-stays-words = What you said publicly, without your name: answers and decisions rest on it.
erase-stays-journal = The journal of acts, which holds numbers only.
erase-confirm = I understand that this cannot be undone
erase-unconfirmed = Tick the box to say you understand that this cannot be undone.
erased = Your data is erased. Your account no longer exists.
