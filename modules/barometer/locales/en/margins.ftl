### Margins, and their table.

margins-empty = No margins: answers will not be weighted. Bring in a census table so that they stand for the population.
margin-import = Bring in a table of margins
margin-import-title = Bring in a table of margins
margin-import-lead = One line per category, three columns: variable, modalite, effectif. A variable nobody asked about becomes a profile question; communes are named after their INSEE code.
margin-import-send = Read the table
margin-imported = { $count ->
    [one] One margin is in the draft.
   *[other] { $count } margins are in the draft.
}
margin-file = Table
margin-file-hint = CSV, XLSX or ODS.
margin-file-missing = Choose a file.
margin-file-unreadable = This file is not a table we can read. Save it as CSV or XLSX, with the names of the columns on the first line.
margin-columns-missing = The three columns variable, modalite and effectif are not found. The file has: { $headers }.
margin-population = Population counted
margin-population-missing = Choose a population of the protocol.
margin-source = Source
margin-source-hint = The table and its publisher: "INSEE, census, main population".
margin-source-missing = Say where these figures come from.
margin-year = Year counted
margin-year-hint = The year of the figures, not that of publication.
margin-year-missing = Write the year counted, as 2022.
margin-year-far = The table "{ $variable }" counts the year { $counted }, the protocol is written in { $asked }. Check that there is none closer.
margin-years-differ = The tables do not count the same year: { $years }. Weighting will take them as true together all the same.
margin-cells = Total by category
margin-cells-hint = One per line: code ; total.
margin-told = { $source }, { $year }
margin-size = { $categories } categories, { $people } people
margin-lines-wrong = { $count ->
    [one] One line is to mend; nothing was read
   *[other] { $count } lines are to mend; nothing was read
}
margin-lines-more = { $count ->
    [one] And one other line.
   *[other] And { $count } other lines.
}
margin-line = Line
margin-column = Column
margin-reason = Why
margin-cell = Cell
margin-column-variable = variable
margin-column-category = category
margin-column-total = total
margin-fault-empty = The cell is empty.
margin-fault-number = A number of people is expected, above zero.
margin-fault-code = A variable is written in small letters, digits, "-" and "_".
margin-fault-twice = This category is already counted above.
margin-fault-unreadable = The line has not as many cells as the first one.
