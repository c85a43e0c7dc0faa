### Importing a file of answers.

answers-title = Import answers
answers-lead = A CSV, Excel or SPSS table, one line per person, one column per question named by its code. Nothing is imported before you have read everything again.
answers-file = The file
answers-file-missing = Choose a file.
answers-file-forgotten = This file was forgotten. Send it again.
answers-population = Of which population
answers-look = See what it holds
answers-before = Previous files
answers-import-state = Answers are imported into a wave that is open or over, not yet published.
answers-import-over = This import is over. Send the file again to make another one.
answers-check-title = Read again before importing
answers-check-lead = Nothing of “{ $file }” is imported yet.
answers-good = { $count ->
    [0] No answer can be imported as it is.
    [one] One answer can be imported.
   *[other] { $count } answers can be imported.
}
answers-elsewhere = { $count ->
    [one] One line of another wave, left aside.
   *[other] { $count } lines of another wave, left aside.
}
answers-faulty = { $count ->
    [one] One line is to be corrected.
   *[other] { $count } lines are to be corrected.
}
answers-lines-to-mend = { $count ->
    [one] One line is to be corrected. Correct it, or choose to import the others without it.
   *[other] { $count } lines are to be corrected. Correct them, or choose to import the others without them.
}
answers-questions = { $count ->
    [0] No column bears the code of a question.
    [one] One question recognised by its code.
   *[other] { $count } questions recognised by their codes.
}
answers-missing = Questions without a column: { $codes }.
answers-ignored = Columns left aside: { $names }.
answers-without = Import the others without the lines to be corrected
answers-confirm = { $count ->
    [one] Import this answer
   *[other] Import these { $count } answers
}
answers-give-up = Import nothing and forget this file
answers-columns = What the other columns hold
answers-no-column = No column
answers-target-respondent = Who answers, from wave to wave (kept as a pseudonym)
answers-target-stratum = The stratum
answers-target-weight = The design weight, before calibration
answers-target-mode = How the answer came
answers-target-filter = The wave, if the file holds several
answers-filter-value = Only take the lines where it is
answers-column-respondent = pid, respondent, agent_id, elu_id, id
answers-column-stratum = stratum, strate
answers-column-weight = w_base, weight, design weight
answers-column-mode = mode, channel
answers-column-filter = wave
answers-look-again = Look again
answers-errors = { $count ->
    [one] One line to be corrected
   *[other] { $count } lines to be corrected
}
answers-errors-text = Correct them in your file and send it again: what is imported already will not be imported twice.
answers-errors-download = Download the list
answers-error-line = Line
answers-error-column = Column
answers-error-reason = What is wrong
answers-error-cell = What it says
answers-fault-not-a-number = This is not a whole number.
answers-fault-outside-scale = This answer is outside the scale or the list.
answers-fault-weight = The weight must be a number greater than zero.
answers-fault-stratum = This stratum is not in the protocol.
answers-fault-mode = This way of answering is not known.
answers-fault-respondent = The person's identifier is missing.
answers-fault-twice = Another line of the file is by the same person.
answers-fault-nothing = This line answers no question.
answers-done = Import finished
answers-read = { $count ->
    [one] One line read.
   *[other] { $count } lines read.
}
answers-created = { $count ->
    [0] No answer created.
    [one] One answer created.
   *[other] { $count } answers created.
}
answers-again = { $count ->
    [one] One line imported before: nothing new.
   *[other] { $count } lines imported before: nothing new.
}
answers-refused = { $count ->
    [one] One line left aside.
   *[other] { $count } lines left aside.
}
answers-another = Import another file
answers-state-pending = to be read again
answers-state-done = imported
answers-state-forgotten = forgotten
mode-words-web = web, internet, online
mode-words-qr = qr, poster
mode-words-embedded = button, embedded
mode-words-kiosk = kiosk, tablet
mode-words-paper = paper, mail
mode-words-phone = phone, telephone
mode-words-face = face, face to face, interview
mode-words-invited = email, invitation, invited
mode-words-import = file, import
