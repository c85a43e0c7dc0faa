### Running the site.

admin-title = Administration

## Jobs

jobs-title = Jobs
jobs-lead = What the site does later: mail, exports, reminders. A job that fails is tried eight times, later and later, then waits here.
jobs-failed-count = { $count ->
    [one] { $count } job failed
   *[other] { $count } jobs failed
}
jobs-queued-count = { $count ->
    [0] Nothing is waiting
    [one] { $count } job is waiting
   *[other] { $count } jobs are waiting
}
jobs-none = No job
jobs-none-text = Mail and exports asked for will appear here.
job-queued = Waiting
job-running = Under way
job-failed = Failed
job-done = Done
job-kind-mail = Send a letter
job-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
job-asked = Asked for { $when }
job-next = Next attempt { $when }
job-error = Last error:
job-retry = Try again
job-retried = The job is being tried again.

## Journal

journal-title = Journal
journal-lead = Who did what, when, to what. Each line is tied to the one before: a line changed, removed or added shows.
journal-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
journal-verify = Verify the whole chain
journal-export = Take these lines away (CSV)
journal-subject = Record
journal-subject-hint = The identifier of a record or a person, to see only what concerns it.
journal-subject-problem = This identifier is not complete. Copy it from a line of the journal.
journal-filter = Show these lines
journal-none = No line concerns this record.
journal-number = Line
journal-when = When
journal-who = Who, as whom
journal-what = What happened
journal-about = To what
journal-older = Older lines
role-public = the public
role-system = the site itself
verification-title = Verification of the journal
verification-holds = The chain holds: { $lines } read, nothing wrong.
verification-broken = The chain does not hold: { $lines } read. This is what was found.
verification-next = Compare with an earlier backup, and tell the person who hosts the site.
verification-head = Fingerprint of the last line, to keep elsewhere as a proof:
fault-changed = Line { $seq } was changed.
fault-removed = Lines { $from } to { $to } were removed.
fault-inserted = Line { $seq } was added, or the one before it replaced.
fault-cut = The journal stops at line { $last }; it should go on to line { $head }.
fault-head = The last line is not the one that had been recorded.

## Accounts and roles

accounts-title = Accounts
accounts-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
accounts-words = Name or address
accounts-all-roles = All
role = Role
account-new-title = Open an account
account-new-lead = The person will enter with a link sent to her address. No password passes through your hands.
account-new-save = Open this account
account-created = The account is open.
account-opened = Account opened { $when }
account-roles = Roles
account-no-role = This person takes part as an inhabitant.
role-give = Give a role
role-given = The role is given.
role-end = End this role
role-ended = The role is ended.
grant-scope = Where
grant-scope-id = Identifier of the initiative or organisation
grant-scope-id-hint = Not needed for a role on the whole site.
grant-from = From
grant-to = Until
grant-to-hint = This day included. Without a date, the role lasts until it is ended.
grant-role-problem = Choose a role in the list.
grant-scope-problem = Give the identifier of the initiative or organisation, as it appears in the address of its page or in the journal.
grant-day-problem = Give a day, such as 2026-11-30.

## Settings

settings-title = Settings
settings-name = Name of the site
settings-name-hint = That of the authority or of its participation platform.
settings-colour = Colour of the authority
settings-colour-hint = A hash sign and six digits or letters, such as #1f5c4d. The other colours come from it, always legible.
settings-contact = Who answers
settings-contact-hint = The person or service to write to about the site, and the person in charge of data protection.
settings-contact-problem = Stay under { $longest } characters.
settings-try = See what this colour gives
settings-save = Save the settings
settings-saved = The settings are saved.
preview-title = What this colour gives
preview-kept = This colour reads well everywhere; it is kept as it is.
preview-corrected = As it is, this colour would not always be legible. Its hue is kept; its lightness is adjusted for texts and buttons.
preview-drawing = A link and a button, on a light page then on a dark page
preview-button = Send
preview-contrasts = Contrasts obtained
preview-what = Elements
preview-light = Light page
preview-dark = Dark page
preview-needed = Minimum
pair-text-on-brand = Text on the colour
pair-link = Link in a text
pair-text-on-fill = Text of a button
pair-shape = Line or shape

## People's requests

people-title = A person's data
people-door = Hand over or erase, on her request
people-lead = A person asks what the site keeps about her, or asks to be erased. First make sure that the request is hers.
people-email = Her e-mail address
people-find = See what is kept
people-unknown = The site keeps nothing at this address. Check it with the person.
people-without-account = No account has this address: it was left with a contribution. Erasing removes it, with the e-mails sent; what was said stays, without it.
people-held = What the site keeps about { $name }
people-room = Part of the site
people-what = Kind
people-count = Number
people-export = Take her data away (JSON file)
people-confirm = The request is this person's own, and I understand that this cannot be undone
people-erase = Erase this person's data
people-erased = { $count ->
    [one] Done: { $count } record erased or made anonymous.
   *[other] Done: { $count } records erased or made anonymous.
}
