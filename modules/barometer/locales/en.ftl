### What this module says, shared by its pages. One section per subject, both languages in the same order.

## Names

barometer = Barometer
barometers = Barometers
wave = Wave
waves = Waves
protocol = Protocol
population-users = Users
population-agents = Staff
population-elected = Elected officials

## The template's scale

level-1 = Not at all satisfied
level-2 = Rather not satisfied
level-3 = Rather satisfied
level-4 = Very satisfied
level-9 = I do not know
importance-low = Not important
importance-high = Very important
overall-low = Not at all satisfied
overall-high = Entirely satisfied

## The template's questions

ask-used = { $service }: have you used it in the last twelve months?
ask-satisfied = { $service }: are you satisfied with it?
ask-important = { $service }: does it matter to you?
ask-perceived = { $service }: from where you stand, is the service satisfactory?
ask-mirror = { $service }: in your opinion, what share of users say they are satisfied?
ask-overall = All in all, what mark would you give the public services of the area?
ask-sex = You are
ask-age = Your age
ask-comment = Anything to add?
sex-f = A woman
sex-h = A man
age-between = { $from } to { $to }
age-from = { $from } or over
service-waste = Waste collection
service-mobility = Transport
service-desk = Front desk

## List

barometers-lead = What users, staff and elected officials think of the same services, wave after wave.
barometers-empty = No barometer is open yet. A facilitator begins one from the page of a process.

## Refusals

title-taken = A barometer already has this name. Choose another one.
protocol-frozen = This protocol is frozen: nothing of it changes any more. Open a new version.
protocol-changed = Someone changed this protocol while you had it before your eyes. Read it again, then start over.
protocol-faults = { $count ->
    [one] One point is left to mend before the protocol can be frozen.
   *[other] { $count } points are left to mend before the protocol can be frozen.
}
protocol-not-frozen = This protocol is not frozen. Freeze it before you prepare a wave: questions no longer change once answers have come.
break-without-words = Say in one sentence what changes and breaks the series: it will be shown on the curves.
draft-already-open = A version is already being prepared. Freeze it before you open another.
wave-days-order = The wave ends before it begins. Change one of the two dates.
wave-moved = This wave is no longer at this step. Reload the page.
