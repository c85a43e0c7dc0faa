## The programme

programme-title = What is looked for
programme-new = Ask people to fill this layer
programme-edit = Edit the inventory
programme-lead = An inventory asks what people see: trees, gardens, species, problems, memories. Peers confirm; a team decides when they do not agree.
programme-purpose = What is looked for, why, and what does not belong here
programme-purpose-hint = Everyone reads it before observing.
programme-fields = What is asked beside the place and the name, one question per line
programme-fields-hint = “Girth (cm) : number”, “State : good, middling, bad”, “Smell”. Eight at most.
programme-sensitive = Names that are always sensitive, one per line
programme-sensitive-hint = An observation whose name holds one of them is shown in the middle of a square, never at its place.
programme-cell = Side of a square for what is sensitive, in metres
programme-needed = Agreeing voices to confirm
programme-force = Agreeing voices to confirm without waiting
programme-against = Voices against that are tolerated
programme-days-least = Days open at least
programme-days-most = Days after which the team is called
programme-save = Save the inventory
programme-saved = The inventory is saved.
programme-rule = An observation is confirmed by { $needed } agreeing voices after { $days-least } days, or by { $force } at once; { $against } voice against is tolerated. After { $days-most } days, or if voices differ, the team decides.
programme-blur = What is sensitive is shown in the middle of a square of { $metres } metres, for everyone but those who validate.
fields-too-many = { $most } questions at most: they are answered standing in the street.
blur-problem = The side of a square goes from { $least } to { $most } metres.
thresholds-problem = Check these numbers: one voice at least, forcing asks for no fewer than confirming, and the team is called after the days it stays open, within a year.

## Observing

observe-title = Tell what I saw: { $layer }
observe-what = What it is
observe-what-hint = “Lime tree”, “Nesting box”, “Broken bench”, “The wash house stood here”.
observe-place = Where: latitude, longitude
observe-place-hint = As on a phone: 48.5834, 7.7451. Or put the point on the map.
observe-photo = Photograph
observe-photo-hint = The date, place and owner it holds are erased before it is kept.
observe-photo-alt = What the photograph shows
observe-sensitive = Do not show the exact place
observe-sensitive-hint = For a nest, a rare plant: everyone will see a square of the map.
observe-send = Send my observation
answer-number = A number.
answer-none = I do not know
answer-problem = “{ $question }”: give a number, or one of the answers offered.
seen-on = Seen on
seen-on-problem = This day has not come yet.
photo-too-large = The photograph is larger than 12 MB. Choose a lighter one.
photo-not-an-image = This file is not a JPEG, PNG or WebP photograph.
photo-damaged = This photograph is damaged. Choose another one.

## Following one's observation

observation-title = Your observation
observation-lead = Thank you. Your observation is on the map, to be confirmed by others.
observation-keep = Keep this code: it lets you follow it and take it back.
observation-blurred = shown to all in the middle of a square only
observation-state = Where it stands
observation-see = See it as everyone does
observation-another = Send another one
observation-take-back = Take my observation back
observation-taken-back = Your observation is removed, with its photograph and its place.

## Voices of peers

peers-title = What others say
peers-count = { $yes } saw it too, { $no } do not agree.
vote-yes = I saw it too
vote-no = It is not that
vote-yours-yes = You said you saw it too. You may change your mind.
vote-yours-no = You said it is not that. You may change your mind.
vote-how = To give your voice, sign in. Nobody confirms her own observation.
vote-kept = Your voice is counted.
vote-too-late = This observation is already decided: your voice changes nothing any more. You may report it.
own-observation = Nobody confirms what she observed herself. Someone else will.
decided-by-peers = by peers
decided-by-validator = by the team
decided-on = Decided { $by }, { $when }.

## Reporting

report-act = Report an error
report-title = Report: { $title }
report-lead = The team will read and decide. What you write is not published.
report-ground = What is wrong
report-text = Say more
report-text-hint = For instance since when, or which the other place is.
report-send = Send my report
report-sent = Your report is sent to the team.
ground-problem = Choose what is wrong.

## Deciding

to-decide-title = Observations to decide
to-decide-lead = Voices that differ, observations left without enough voices, reports. The oldest first.
to-decide-none-title = Nothing waits
to-decide-none-text = When voices differ or an error is reported, you will see it here.
to-decide-count = { $count ->
    [one] One observation or report to decide
   *[other] { $count } observations or reports to decide
}
decide-title = Decide
decide-reason = Why
decide-reason-hint = Required to set aside: whoever observed will read it.
decide-keep = Keep on the map
decide-refuse = Set aside from the map
decided = It is decided.
escalated-said = Voices differ, or too few came in time: it is for you to decide.
escalated-short = Voices to settle
sensitive-said = Sensitive: everyone sees the middle of a square, not the place.
sensitive-exact = You validate, you see the exact place: { $place }.
sensitive-show = Show the exact place to all
sensitive-hide = Show a square only
sensitive-changed = It is changed.

## Without a network

notebook-title = My observations kept on this device
notebook-none = Nothing waits: all that you told has left.
notebook-one = One observation waits on this device. It will leave by itself when the network is back, if this page is open.
notebook-many = { $n } observations wait on this device. They will leave by themselves when the network is back, if this page is open.
notebook-kept = No network: your observation is kept on this device, with its photo. You may tell another.
notebook-sent = “{ $title }” has left. Note its code, below.
notebook-sent-title = Gone a moment ago: keep their codes
notebook-refused = The site could not take it. Correct it, or write to the team of the démarche.
notebook-correct = Correct
notebook-remove = Erase from this device
notebook-again = Try now
notebook-ready = This page also opens without a network on this device.
notebook-unready = Without a network, this device cannot open this page again: keep it open.
