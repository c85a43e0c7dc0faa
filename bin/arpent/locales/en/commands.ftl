## What is wrong: what, why, what next

unexpected = Arpent could not finish.
unexpected-next = arpent doctor examines the installation and says how to mend it.
refused = This is not possible.
refused-next = Correct it, then run the command again.
folder-not-writable = The folder { $folder } cannot be written.
folder-not-writable-next = Give another one with ARPENT_DATA_DIR, or let the account that runs Arpent write in this one.
folder-in-use = Another Arpent process uses the folder { $folder }.
folder-in-use-next = Stop it first (Ctrl-C, or systemctl stop arpent), then run again.
database-unreachable = The database { $address } does not answer.
database-silent = No answer in ten seconds.
database-file-next = Check the path and the rights of the file; arpent doctor examines it, arpent restore puts a copy back.
database-server-next = Check that PostgreSQL is running, and the address, name and password in ARPENT_DATABASE_URL.
database-missing = There is no database at { $file }.
database-missing-next = arpent serve or arpent migrate creates it; ARPENT_DATA_DIR and ARPENT_DATABASE_URL say where it is.
schema-failed = The schema of { $address } could not be brought up to date; nothing was changed halfway.
schema-failed-next = If the database comes from a later version of Arpent, take that version; otherwise put the latest copy back with arpent restore.
port-taken = The address { $address } cannot be opened.
port-taken-next = Another program may be using it: choose another port with ARPENT_LISTEN, for instance 127.0.0.1:8081.

## Server

serve-ready =
    The site answers at { $base } (local address { $listen }).
    Ctrl-C to stop: requests under way are finished first.
migrate-done = The schema of { $address } is up to date.

## Copies

backup-file-exists = { $file } already exists.
backup-file-exists-next = Give a new name: a copy never overwrites another.
backup-postgres = This database is a PostgreSQL, which has its own tool.
backup-postgres-next = pg_dump --format=custom --file=COPY "$ARPENT_DATABASE_URL"
backup-failed = The copy { $file } could not be written.
backup-failed-next = Check the space and the rights of the folder it goes to.
backup-done = Copy written: { $file } ({ $kibibytes } KiB). It holds uploaded files too.
restore-postgres-next = pg_restore --clean --dbname="$ARPENT_DATABASE_URL" COPY, the site being stopped.
restore-exists = There is already a database at { $file }.
restore-exists-next = Add --force: it will be kept aside, not erased.
restore-unreadable = { $file } cannot be read.
restore-unreadable-next = Check the path and the rights of the file.
restore-unsound = { $file } is not a sound copy: nothing was replaced.
restore-unsound-next = Try an older copy.
restore-hint = Stop the site and put the latest copy back: arpent restore COPY --force.
restore-done = { $file } is in place; its journal has { $lines ->
    [one] one line
   *[other] { $lines } lines
}, and the chain holds.
restore-kept = The replaced database is kept: { $file }

## Journal

journal-read = { $lines ->
    [one] One line read.
   *[other] { $lines } lines read.
}
journal-head = Hash of the last line, to write down elsewhere: { $hash }
journal-sound = The chain holds: no line changed, removed or added.
journal-changed = Line { $line } was changed.
journal-removed-one = Line { $line } was removed.
journal-removed = Lines { $from } to { $to } were removed.
journal-inserted = Line { $line } does not follow the one before: one of the two was added or replaced.
journal-cut = The end was cut: the last line is { $last }, there were { $head }.
journal-head-replaced = The recorded head is not the hash of the last line.
journal-head-unknown = The hash given is that of no line: this journal is not, or no longer, the one that produced it.
journal-fault-next = Keep this database as it is to examine it, and compare it with the latest copy.

## Accounts

admin-account-created = Account opened for { $email }.
admin-granted = Role given: { $role }.
admin-no-account = No account has the address { $email }.
admin-no-account-next = arpent admin list gives the accounts; arpent admin create-account opens one.
admin-link =
    Login link, good for thirty minutes, once:
    { $link }

## Exports

export-unwritable = { $file } cannot be written.
export-unwritable-next = Give a new name in a folder that can be written: an export overwrites nothing.

## Imports

no-initiative = No démarche is called { $slug } in addresses.
no-initiative-next = The name is the end of the address of its page: /demarches/NAME
import-unreadable = { $file } cannot be read.
import-unreadable-next = Check the path and the rights of the file.
import-format-next = Save it as CSV, XLSX, ODS, SPSS or JSON lines, then run again.
import-no-text = No column says what people said.
import-no-text-next = Name it with --text, for instance --text "Answer".
import-no-column = There is no column { $name }. The columns of this file:
import-no-column-next = Write the name as in the file, between quotes if it holds spaces.
import-columns = What each column holds:
import-checked = { $good ->
    [one] One line ready
   *[other] { $good } lines ready
}, { $same ->
    [0] none twice in the file
    [one] one twice in the file
   *[other] { $same } twice in the file
}, { $faulty ->
    [0] none to mend
    [one] one to mend
   *[other] { $faulty } to mend
}; { $themes ->
    [0] no theme named
    [one] one theme named
   *[other] { $themes } themes named
}.
import-faulty-line = line { NUMBER($line, useGrouping: "false") }: { $reason }
import-faulty-cell = line { NUMBER($line, useGrouping: "false") }, column "{ $column }": { $reason } [{ $cell }]
import-confirm = Import the lines that are ready? yes or no:
import-not-done = Nothing was imported. Run again with --yes to import the lines that are ready.
import-under-way = Import
import-done = { $created ->
    [0] No contribution created
    [one] One contribution created
   *[other] { $created } contributions created
}, { $again ->
    [0] none already there
    [one] one already there
   *[other] { $again } already there
}, { $refused ->
    [0] no line refused
    [one] one line refused
   *[other] { $refused } lines refused
}, { $themes ->
    [0] no theme created
    [one] one theme created
   *[other] { $themes } themes created
}.
import-commune-code = code insee, insee, code, commune code
import-commune-name = name, commune, nom, municipality
import-commune-population = population municipale, population, inhabitants
import-no-commune-name = No column gives the names of the communes. The columns of this file:
import-no-commune-name-next = Name the columns "code insee", "name" and "population".
import-communes-done = { $count ->
    [one] One commune recorded.
   *[other] { $count } communes recorded.
}
import-contours-confirm = Keep these contours? yes or no:
import-contours-not-done = Nothing was kept. Run again with --yes to keep these contours.
import-charter-done = The charter is open, as a draft: { $articles ->
    [one] one article
   *[other] { $articles } articles
}, { $parts ->
    [one] one part
   *[other] { $parts } parts
}.
import-charter-next = Follow the form of demo/charter/biodiversite.toml.
import-no-barometer = No barometer is called { $slug } in addresses.
import-no-barometer-next = The name is the end of the address of its page: /barometres/NAME
import-no-wave = This barometer has no wave { $number }. Its waves:
import-no-wave-next = Prepare it on the page of the barometer, or give another number with --wave.
import-no-population = The protocol has no population { $code }. Its populations:
import-no-population-next = Give one of them with --population.
import-answers-confirm = Import these answers? yes or no:
import-answers-not-done = Nothing was imported. Run it again with --yes to import these answers.
import-answers-faulty = { $count ->
    [one] Nothing was imported: one line is to be mended.
   *[other] Nothing was imported: { $count } lines are to be mended.
}
import-answers-faulty-next = Mend them, or run it again with --without-faulty to import the others without them.
