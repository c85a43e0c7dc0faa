### What leaves with people: files for statistics and archives, protected answers.

data-for-spreadsheet = for a spreadsheet.
data-for-statistics = for SPSS, R, PSPP, Stata or jamovi, with the words behind each code.
data-for-programs = for a program: the whole document, at full precision.
data-for-archives = for an archive: what was asked, of whom, how, in each language (DDI-Codebook 2.5 standard).
data-answers = The answers themselves
data-not-published = Answers one by one are not published, even without a name. By counting them one would find every figure hidden here because too few people answered, and sometimes a person. The files above therefore hold the published figures and nothing else.
data-take-lead = You run the collection: you may take the answers away, with their weights and all that repeats each figure. No name, and neither place nor week in the files of answers. Keep them on a protected computer, do not pass them on; the journal notes that you took them.
data-take = Take the protected answers away
data-columns = What each column holds
data-level = Share of “{ $level }”.
state-shown = Published
state-counted = Only counted: too few answers for an estimate
ddi-about = Satisfaction with public services: { $services }.
ddi-open = Published figures: Licence Ouverte 2.0.
ddi-not-published = Individual answers: not published, because counting them would give the hidden figures back. Their variables are described here.
ddi-file-figures = One line for each published figure.
ddi-file-answers = { $population }: one line for each complete answer. This file is not published.
ddi-asked-when = Asked if { $question } is { $codes }.
ddi-weight = Weight: how many people the answer stands for
dossier-readme =
    This folder holds answers, one a line. They carry no name, but counting small groups may let someone be recognised: keep it on a protected computer, do not pass it on, erase it after use.

    reponses-*.sav: the answers of each population, for SPSS, R (haven), PSPP or jamovi. The variable weight weights them.
    codebook.xml: what each variable means (DDI-Codebook 2.5).
    cube.json: the results as they were computed.
    reprise.json and tables/: what repeats every figure, without the database, with the command
      arpent survey reprise.json --output report.json
    The fingerprint of each table is checked before computing. The tables also hold the place, and the pseudonym that ties a person of a panel from wave to wave: changes cannot be computed without it.
