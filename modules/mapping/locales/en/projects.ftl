## Projects

projects-title = Projects
projects-lead = { $count ->
    [one] One project; { $voted } voted.
   *[other] { $count } projects; { $voted } voted in all.
}
projects-none-title = No project yet
projects-none-text = A place of the map becomes a project when the team opens its sheet: its stage, its money, its photographs.
projects-see = See the projects and their money
total = Total

## A sheet

project-see = See the project's sheet
project-place = See the place on the map
project-owner-said = Carried by: { $owner }
project-money = The money
project-no-money = No budget line yet.
project-steps = How far it went
project-no-step = No step was told yet.
project-photos = Before, after
project-follow = Tell me at each step
project-leave = Tell me no longer
project-follow-how = To be told by e-mail at each step, sign in.
project-followed = You will receive a letter at each step.
project-left = You will no longer receive letters about this project.
mail-step-subject = { $title }: a step
mail-step-text =
    Hello,

    You follow the project “{ $title }”. On { $day }: { $stage }.

    { $text }

    The sheet, and how to stop these letters: { $link }

## Writing a sheet

project-write = Write the project's sheet
project-open = Open a project sheet
project-write-title = Project sheet: { $title }
project-write-lead = This place has no sheet yet. Say who carries the project; the rest comes after.
project-owner = Who carries it
project-owner-hint = The service, the elected official, the association.
project-actions = What it carries out
project-actions-hint = The orientations or actions of the charter that it serves.
project-save = Save the sheet
project-saved = The sheet is saved.
project-not-observed = A place that someone observed does not become a project: draw the project on another layer.
project-step-title = Tell a step
project-stage = Stage
project-step-text = What happened
project-step-day = When
project-step-send = Tell this step, by letter too
project-stepped = The step is told; those who follow the project receive a letter.
project-photo-add = Add this photograph
project-photo-added = The photograph is added.
project-photo-remove = Remove this photograph
project-photo-removed = The photograph is removed.
photo-before = Before
photo-after = After
photo-moment = Taken
stage-problem = Choose how far the project went.

## Budget lines

line-label = What for
line-voted = Voted
line-committed = Committed
line-spent = Spent
line-deliberation = Council decision
line-hint = In euros: 38375 or 1234.50.
line-deliberation-hint = Number and date: “2013-214, 27 May 2013”.
line-told = { $voted } voted, { $committed } committed, { $spent } spent
line-add = Add this line
line-save = Save this line
line-saved = The line is saved.
line-edit = Edit
line-remove = Remove
line-removed = The line is removed.
lines-too-many = { $most } lines at most on a sheet: group the smallest ones.
amount-problem = Give an amount in euros, for example 38375 or 1234.50.
committed-problem = No more is committed than was voted. If the vote changed, first correct the amount voted and its decision.
spent-problem = No more is spent than was committed.

## Stages

stage-idea = Proposed
stage-study = Under study
stage-voted = Voted
stage-works = Works
stage-done = Done
stage-stopped = Given up
