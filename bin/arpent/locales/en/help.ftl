## Help of the command line: a message per command, an attribute per argument

help-usage = Usage:
help-commands = Commands:
help-command-name = COMMAND
help-options = Options:
help-arguments = Arguments:
help-common-options = Common options:
help-default = { $value } by default

help = Arpent: building public policies with those who live by them.
    .help = This help
    .version = The version
    .data-dir = Folder of the SQLite database, of mail not sent, of replaced databases
    .database-url = Database: a file, or postgres://user@host/name
    .listen = Address and port of the server
    .base-url = Public address of the site, with which links in mail begin
    .smtp-url = Mail relay, smtp(s)://user:secret@host; without one, letters stay in the folder
    .mail-from = Sender of mail
    .trust-proxy = A proxy in front writes X-Forwarded-For
    .metrics-token = Secret shown by the collector of /metrics
    .limits-loosened = Multiplies the rate limits, for load measures
    .log = Technical log: text or json
    .log-level = What the technical log keeps: error, warn, info, debug; info for serve, warn elsewhere
    .lang = Language of the command line: fr or en
help-serve = Serve the site
help-demo = Show a demonstration territory at work
    .fresh = Start again from nothing
    .database = An empty PostgreSQL database, instead of a file
help-migrate = Bring the schema of the database up to date
help-doctor = Say what is wrong and how to mend it
help-backup = Copy the database while the site serves (SQLite)
    .file = File to write; it must not exist
help-restore = Put a copy back, once checked
    .file = File written by arpent backup
    .force = Replace the database that is there, which is kept aside
help-admin = Accounts and roles
help-admin-create-account = Open an account and give a login link
    .email = E-mail address
    .name = Name as shown
    .role = Role on the whole site; repeat for several
help-admin-grant = Give a role to an account
    .email = E-mail address of the account
    .role = Role on the whole site; repeat for several
help-admin-link = Give a login link for an account
    .email = E-mail address of the account
help-admin-list = List accounts and their roles
help-export = Hand out data: what is public, or to a person what is hers
    .person = Everything about the person with this address, as JSON
    .initiative = The contributions of a démarche, by its name in addresses
    .all = Everything public, in a folder given by --output
    .format = csv, xlsx or jsonl
    .output = File or folder to write; the standard output without one
help-import = Bring a file in: what people said elsewhere, answers to a barometer, a charter, or the communes of the territory and their contours
    .file = CSV, XLSX, ODS, SPSS or JSON lines, compressed or not
    .initiative = The démarche, by its name in addresses
    .communes = The file lists communes: INSEE code, name, population
    .contours = The file holds the contours of the communes (GeoJSON, WGS 84)
    .charter = The file holds the charter of the démarche (TOML), such as demo/charter/biodiversite.toml: it opens as a draft, nothing is published
    .source = Where the contours come from, written under each map; the name of the file otherwise
    .text = Column of what was said
    .title = Column of the title
    .theme = Column of the theme
    .capacity = Column saying in which capacity one speaks
    .area = Column of the commune
    .place = Column of the place
    .said-on = Column of the day
    .email = Column of the e-mail address
    .reference = Column that tells one line from another
    .known-themes = Do not create the themes the file names
    .barometer = The file holds answers to this barometer, named by the end of its address
    .wave = Number of the wave
    .population = Code of the population that answers
    .only = Only the lines of which this column says so: a file may hold several waves
    .respondent = Column that says who answers, from wave to wave; kept as a pseudonym
    .stratum = Column of the stratum
    .weight = Column of the weight before margins
    .without-faulty = Leave the lines to mend aside
    .yes = Import without asking
help-journal = Read the journal
help-journal-verify = Check that no line of the journal was changed, removed or added
    .head = A hash written down elsewhere, through which the chain must pass
help-openapi = Write the description of the API (OpenAPI 3.1)
help-survey = Compute a whole survey from its plan: weights, shares, intervals, changes, gaps
    .plan = The plan, in TOML, or the file reprise.json of a barometer's wave
    .tables = A table the plan names, and its file (CSV, XLSX, ODS, SPSS): NAME=FILE
    .output = Where to write the whole report, in JSON at full precision
    .schema = Write the JSON schema of a plan
help-count = Count a participatory budget from its Pabulib file: winners, ties, reasons, minutes that can be checked
    .file = The file of the election (.pb)
    .rule = The rule: equal-shares, greedy, knapsack, phragmen or majority-judgment
    .satisfaction = What a project is worth to who chose it: cost, cardinality or points; left out cost, or points where there are some
    .completion = What follows equal shares: none, greedy, add1 or add1u
    .increment = The step by which each share is raised; left out one unit of the currency
    .not-exhaustive = Go on raising when no project fits what is left
    .integral = Start from a whole share, rounded down
    .ties = Who wins a tie: id, votes-cost-id, or a file of identifiers, one a line
    .envelopes = A cap for a category or a district: NAME=AMOUNT
    .comparison = Keep the outcome by number of votes if more people prefer it: approved or represented
    .explain = Say of each project that is not funded what it would have needed
    .compare = Show the outcome of other rules on the same ballots
    .json = Write the whole outcome as JSON
    .transcript = Where to write the minutes, which anyone can check
    .sign-key = An Ed25519 key (PKCS#8 DER) that signs the minutes

## What an option expects

value-folder = FOLDER
value-url = URL
value-address = ADDRESS
value-secret = SECRET
value-format = FORMAT
value-level = LEVEL
value-language = LANGUAGE
value-file = FILE
value-email = EMAIL
value-name = NAME
value-role = ROLE
value-slug = NAME
value-column = COLUMN
value-hash = HASH
value-rule = RULE
value-gain = WORTH
value-completion = COMPLETION
value-amount = AMOUNT
value-ties = ORDER
value-envelope = NAME=AMOUNT
value-comparison = PREFERENCE
value-table = NAME=FILE

## What was typed is wrong

usage-unknown = There is no option { $argument }.
usage-unknown-command = There is no command { $command }.
usage-missing = { $argument } is missing.
usage-conflict = { $argument } does not go with another option given.
usage-value = { $value } does not suit { $argument }: { $accepted }.
usage-next = arpent --help gives the commands; arpent COMMAND --help, their options.
