## The demonstration

demonstration-title = A territory at work
demonstration-notice = This site is a demonstration. The communes exist; the people, the words, the figures and the decisions you read are invented, and written in French.
demonstration-lead = Three démarches at three moments of their life, a barometer at its second wave, ten people whose place you can take. Write, decide, erase: nothing leaves this machine.
demonstration-population-source = Insee, legal populations, 2026 edition
demonstration-initiatives = Four démarches, one loop
demonstration-closed = Closed
demonstration-open = Open
demonstration-numbers = { $said ->
    [one] { $said } contribution
   *[other] { $said } contributions
} · { $answered ->
    [0] no answer yet
    [one] { $answered } reasoned answer
   *[other] { $answered } reasoned answers
} · { $decisions ->
    [0] no decision yet
    [one] { $decisions } decision
   *[other] { $decisions } decisions
} · { $commitments ->
    [0] no commitment yet
    [one] { $commitments } commitment
   *[other] { $commitments } commitments
}
demonstration-roles-title = Take someone's place
demonstration-roles-text = Each button signs you in as this person. The link "Change role", on top of every page, brings you back here.
demonstration-try = To try.
demonstration-enter = Enter as { $name }
demonstration-try-inhabitant = Say what you see by the Morge, then keep the follow code.
demonstration-try-agent = Open your queue, then key a paper sheet for someone.
demonstration-try-ambassador = Read the themes of the démarche about letters again, and what they changed.
demonstration-try-facilitator = Group what was said about the Morge, merge two doubles, import a file.
demonstration-try-manager = Answer the contribution that has waited longest.
demonstration-try-elected-official = Compare the options for the school, then prepare a decision.
demonstration-try-union-representative = Read the experiment under way and attach your committee's opinion.
demonstration-try-partner-delegate = Report on a commitment of your organisation.
demonstration-try-administrator = Give a role, change the colour of the site, look at the jobs.
demonstration-try-dpo = Verify the journal, export a person's data, erase her.
demonstration-trace-title = What becomes of a word said?
demonstration-trace-text = A water letter nobody understood, almost a year ago: here is all that came of it, down to the measure.
demonstration-trace-link = Follow this contribution
demonstration-import-title = With your own words
demonstration-import-text = A démarche is also filled from a file: CSV, XLSX or JSON lines, compressed or not. As the facilitator, choose the columns, read what will be refused and why, then confirm. The 2,149 free answers of the Grand Débat take a minute; the command line does the same:
demonstration-import-link = Import a file through the site

## arpent demo

demo-loading = The territory fills
demo-loaded = Demonstration already loaded in { $folder }; --fresh starts it again.
demo-ready =
    The demonstration territory is at this address:

        { $address }

    The mail it sends is in { $mail }.
    Ctrl-C to stop.
demo-not-empty = The database { $address } holds something other than the demonstration.
demo-not-empty-next = Give an empty database, or a folder with --data-dir.
demo-other-port = Port { $wanted } is taken: here is { $port }.
demo-no-port = No free port was found from { $wanted } on.
demo-no-port-next = Give one with --listen, for instance 127.0.0.1:9090.
