### What everyone may read: search, accessibility, data, licences.

## Search

search-words = What you are looking for
search-hint = One word or several, with or without accents.
search-kind = Among
kind-all = Everything
kind-initiative = Initiatives
kind-contribution = Contributions
kind-proposal = Proposals
kind-decision = Decisions
kind-commitment = Commitments
kind-meeting = Meetings
kind-charter = Charters
kind-worksite = Participatory worksites
kind-measure = Measures
kind-option = Options
search-none = Nothing matches all of these words
search-none-next = Try fewer words, or another word for the same thing.

## Accessibility

access-lead = { $site } wants this site to serve everyone, with or without a mouse, with or without a screen.
access-state = State of conformity
access-state-text = No complete audit against the French accessibility standard (RGAA 4) has been made of this site yet. It is therefore declared non-conforming, as the law asks, although every page passes automatic checks.
access-done = What is done
access-done-keyboard = Everything can be done with the keyboard, and the visible mark follows.
access-done-script = Everything works without scripts, on a narrow screen as on one enlarged four times.
access-done-contrast = Contrasts are computed for each colour chosen, on light and dark pages.
access-done-words = Colours always come with a word and a shape, charts with a table.
access-done-paper = What is done online can be done on paper or at the counter.
access-known = What is not
access-known-text = Texts and files brought by others may not be accessible. Ask for another version: it is owed to you.
access-contact = Reporting an obstacle
access-contact-text = Tell us the page, what you wanted to do and what prevented it. We answer and offer another way.
contact-missing = The authority has not yet said who answers questions about this site. Ask at its front desk.
access-appeal = If no answer comes
access-appeal-text = You may write to the Défenseur des droits, or meet its delegate near you. It is free.

## Personal data

privacy-lead = This is what { $site } keeps about you, why, for how long, and what you may ask for.
privacy-why = Why
privacy-why-text = To gather what people say, to answer them, and to show what decisions rest on. This is a task in the public interest (GDPR, article 6.1.e). Nothing is sold, nothing is given to others, no visit is measured.
privacy-covered = What may name you
privacy-covered-text = All of this can be taken away and erased on your request.
privacy-proof = What stays as proof
privacy-proof-text = Numbers, never a name: they prove that an act took place without saying who you are once your data is erased.
privacy-long = For how long
privacy-long-session = A session: thirty days at most, or until you close it.
privacy-long-link = A sign-in link: thirty minutes.
privacy-long-mail = A letter sent by the site: thirty days after it was sent.
privacy-long-account = Your account: until you erase it.
privacy-long-address = The address of your device on the network: never written, held a few minutes in memory to slow abuse down.
privacy-cookies = Cookies
privacy-cookies-text = Three, all necessary: your session, the language chosen, and the message shown after an act. None follows you, so no consent is asked.
privacy-rights = Your rights
privacy-rights-text = See, correct, take away, erase, object: you do it yourself from your account, or you ask.
privacy-rights-account = Open my account
privacy-contact = Who answers:
privacy-appeal = If the answer does not suit you, you may turn to the CNIL, the French data-protection authority.
kept-person = Your displayed name
kept-account = Your address, your language, the fingerprint of your password
kept-session = Your sessions: device, opening, last visit
kept-login-link = The sign-in links asked for your address
kept-role-grant = Your roles and their dates
kept-job = The letters the site sends you
kept-search-doc = The text of what you said, so that it can be found
kept-search-index = The search index of that text
kept-file = The photographs and files you attached, without the place or date they were taken
kept-journal = The journal of acts
kept-membership = Your place in an organisation or a service
kept-mandate = The mandates an organisation gave you
kept-contribution = What you said, and how
kept-contribution-contact = The address left to follow your contribution
kept-moderation = Moderation decisions and their reason
kept-answer = Answers given in the authority's name
kept-proposals-comment = Your comments
kept-proposals-support = Your supports
kept-proposals-gathered = The supports gathered elsewhere than on the site, and by whom
kept-proposals-assignment = What was handed to a service or a person, and by whom
kept-proposals-import = The files imported, and by whom
kept-measure = Measures and their source
kept-experiment = Experiments and who authorised them
kept-experiment-result = The result of each experiment
kept-consultation = The opinions of staff representatives and of other bodies
kept-decision = Decisions, their reasons and who took them
kept-decision-dissent = The disagreements joined to a decision
kept-commitment = Commitments and who signed them
kept-commitment-report = The reports of a commitment
kept-commitment-withdrawal = The withdrawal of a commitment and its reason
kept-commitment-comparison = What moved, from one measure to the next
kept-learning = What was learnt
kept-closing = The closing words of a démarche

## Sources and licences

sources-data = The data
sources-insee = Names, codes and populations of communes: INSEE, official geographic code and legal populations, Open Licence 2.0.
sources-contributions = What people say belongs to them. Published contributions can be reused under the Open Licence 2.0, without names.
sources-software = The software
sources-arpent = Arpent is free software, under the European Union Public Licence (EUPL 1.2).
sources-parts = It rests on free software, all under compatible licences. The whole list, with exact versions, is in the source code:
sources-rust = Rust libraries:
sources-npm = Browser tools:
sources-drawings = The drawings
sources-drawings-text = The lines of the band are drawn by the site itself from the list of communes. Pages call no other site and use no remote font.

## Source code

code-version = This site runs Arpent, version { $version }.
code-licence = Under the EUPL 1.2 you may use, study, modify and redistribute it.
code-ask = You have a right to the source code of the version that runs here, changes included: ask whoever answers for the site.
code-api = Description of the programming interface (OpenAPI)

## Problems of the programming interface

problems-title = Problems returned to programs
problems-lead = A refused call returns an RFC 9457 document. Its “type” leads here; “title”, “detail” and “next” are written for people, in the language asked for.
problems-rule-why = A rule of the domain says no. Its code is the last word of “type”; “detail” explains it.
problems-rule-next = Read “detail”: it says what to do. Trying again unchanged will not help.
problems-invalid-next = Each entry of “errors” names a field, a stable code, and says how to correct it.
problems-too-many-why = To protect the site, calls are limited per minute, per address and per account.
problems-too-many-next = Wait for the number of seconds given by the Retry-After header.
