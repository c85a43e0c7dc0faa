## Importing a file

import-title = Import a file of contributions
import-lead = A CSV, Excel or OpenDocument table, or a JSON file line by line. Nothing is imported before you have read it all again.
import-file = The file
import-file-hint = One line per contribution, the names of the columns on the first line. The file is forgotten after the import, or after a day.
import-file-missing = Choose a file.
import-look = See what it holds
import-before = Previous imports
import-check-title = Read again before importing
import-nothing-yet = Nothing of “{ $file }” is imported yet.
import-same = This very file was already imported on { $when }. Lines already imported will create nothing new.
import-good = { $count ->
    [0] No line can be imported as it is.
    [one] One line can be imported.
   *[other] { $count } lines can be imported.
}
import-same-lines = { $count ->
    [one] One line repeats another line of the file: it will count once.
   *[other] { $count } lines repeat other lines of the file: they will count once.
}
import-faulty = { $count ->
    [one] One line needs correcting; it will be left aside.
   *[other] { $count } lines need correcting; they will be left aside.
}
import-themes = { $count ->
    [one] The file names one theme.
   *[other] The file names { $count } themes.
}
import-confirm = { $count ->
    [one] Import this line
   *[other] Import these { $count } lines
}
import-give-up = Import nothing and forget this file
import-columns = What each column holds
import-columns-text = We guessed from the names of the columns. Correct where needed, then look again.
import-no-column = No column
import-others = What the file does not say
import-default-capacity = In which capacity people speak, if the file does not say
import-default-area = Of which municipality, if the file does not say
import-create-themes = Create the themes named in the file and unknown here
import-look-again = Look again
import-first = { $count ->
    [one] The first line
   *[other] The first { $count } lines
}
import-errors = { $count ->
    [one] One line to correct
   *[other] { $count } lines to correct
}
import-errors-text = Correct them in your file and send it again: what is already imported will not be imported twice.
import-errors-download = Download the list
import-error-line = Line
import-error-column = Column
import-error-reason = What is wrong
import-error-cell = What it reads
import-running = Import under way
import-running-text = You can leave this page, the import goes on.
import-refresh = See how far it is
import-done = Import finished
import-failed = The import stopped
import-failed-text = What was imported is kept. Going on will create nothing twice.
import-go-on = Go on with the import
import-another = Import another file
import-read = { $count ->
    [0] No line read yet.
    [one] One line read.
   *[other] { $count } lines read.
}
import-created = { $count ->
    [0] No contribution created.
    [one] One contribution created.
   *[other] { $count } contributions created.
}
import-again = { $count ->
    [one] One line was already imported or repeated.
   *[other] { $count } lines were already imported or repeated.
}
import-refused = { $count ->
    [one] One line left aside.
   *[other] { $count } lines left aside.
}
import-state-pending = to read again
import-state-running = under way
import-state-done = finished
import-state-failed = stopped
import-state-forgotten = File forgotten without being imported
import-no-text = Say which column holds the words.
import-started = This import is already confirmed.
import-forgotten = This file was forgotten: it was kept for a day only. Send it again.

## What a column may hold

import-target-text = What was said
import-target-title = Title
import-target-theme = Theme
import-target-capacity = In which capacity
import-target-area = Municipality, by its name or INSEE code
import-target-place = Place, in a few words
import-target-said-on = Day it was said
import-target-email = E-mail address
import-target-reference = Number or reference of the sheet

## Names people give to columns, separated by commas

import-column-text = text, answer, response, contribution, comment, proposal, verbatim, description, message
import-column-title = title, subject, heading
import-column-theme = theme, topic, category, question
import-column-capacity = capacity, profile, who
import-column-area = municipality, town, city, insee code
import-column-place = place, location, address, street
import-column-said-on = said on, date, day
import-column-email = email, e-mail, mail
import-column-reference = reference, external id, identifier, number

## Words people use to say who speaks

import-capacity-inhabitant = inhabitant, resident, citizen, neighbour
import-capacity-user = user, parent, customer
import-capacity-association = association, charity, group
import-capacity-agent = agent, staff, employee, professional
import-capacity-union = union, trade union
import-capacity-elected = elected, elected official, mayor, councillor

## What is wrong in a cell

import-fault-missing = There is no text. Write what was said, or take the line out.
import-fault-too-long = It is too long for one contribution. Split it into several lines.
import-fault-capacity-unknown = This word does not say in which capacity one speaks. Write inhabitant, user, association, agent, union or elected.
import-fault-area-unknown = This municipality is not of the territory. Check its name or INSEE code.
import-fault-date-unreadable = This date cannot be read. Write it like 23/11/2026.
import-fault-date-to-come = This date has not come yet.
import-fault-email-unreadable = This e-mail address is not complete.
import-fault-reference-twice = Another line has the same reference and says something else. Give each its own reference.

## What is wrong in a line

line-too-few-cells = Cells are missing on this line.
line-too-many-cells = This line has more cells than there are columns. A semicolon or a comma may be one too many.
line-too-long = This line is oversized. A quotation mark may be opened and never closed.
line-quote-not-closed = A quotation mark opened here is never closed.
line-not-text = This line holds unreadable characters. Save the file as UTF-8.
line-not-an-object = This line is not a JSON object.
line-unknown-column = This line has a column that the first ones do not have.
line-column-twice = This line gives the same column twice.
line-formula-error = A formula of the spreadsheet failed in this cell.

## What is wrong in the file

file-unreadable = This file could not be read ({ $detail }). Save it as CSV and try again.
table-empty = This file is empty.
table-too-large = This file is too big: 50 megabytes at most. Split it.
table-expands-too-much = This file is compressed and becomes oversized once opened. Split it.
table-encrypted = This file is protected by a password. Save it without one, then try again.
table-damaged = This file is damaged. Open it, save it again, then try again.
table-no-header = The first line holds only numbers: the names of the columns are missing.
table-header-missing = A column has no name on the first line.
table-header-duplicate = Two columns have the same name.
table-too-many-columns = There are too many columns: 500 at most.
table-too-many-lines = There are too many lines: one million at most.
table-too-many-cells = The sheet is too wide. Copy the useful lines to a new sheet.
table-sheet-unknown = The workbook has no such sheet.
table-encoding-unknown = This SPSS file is written in an unknown encoding: its accents would be wrong. Save it in UTF-8 from SPSS, or as CSV, then try again.
table-unreadable = The file could not be read to the end. Try again.
found-pdf = This is a PDF document, not a table. Copy the table to a spreadsheet and save it as CSV or XLSX.
found-text-document = This is a text document, not a table. Copy the table to a spreadsheet.
found-old-office = This is an old spreadsheet format (.xls). Open it and save it as XLSX or CSV.
found-image = This is an image, not a table.
found-html = This is a web page saved under the name of a spreadsheet. Open it in a spreadsheet and save as XLSX.
found-xml = This is an XML file, not a table. Save as CSV or XLSX.
found-json = This is a JSON file in one piece. Put one object per line.
found-archive = This is an archive of several files. Send the table alone.
found-binary = This file is not text.
