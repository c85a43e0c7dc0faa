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
