## arpent doctor: what was looked at

doctor-sound = All is well.
doctor-attention = { $count ->
    [one] The site can serve. One point deserves a look.
   *[other] The site can serve. { $count } points deserve a look.
}
doctor-danger = { $count ->
    [one] One point is to be mended before serving.
   *[other] { $count } points are to be mended before serving.
}
doctor-folder = The folder { $folder } can be written.
doctor-folder-missing = The folder { $folder } does not exist.
doctor-folder-missing-next = arpent serve or arpent migrate creates it; ARPENT_DATA_DIR says where it is.
doctor-space = { $mebibytes } MiB free on the disk.
doctor-space-next = Free some space, or move the folder with ARPENT_DATA_DIR: without space, no contribution can be kept.
doctor-database = The database { $address } answers.
doctor-database-next = While the database does not answer, nothing else can be examined.
doctor-unreadable = The database cannot be read: { $error }
doctor-integrity = The file is whole and its references hold.
doctor-damaged = The file is damaged: { $faults }
doctor-schema = The schema is up to date.
doctor-schema-behind = { $steps ->
    [one] One step of the schema is not applied.
   *[other] { $steps } steps of the schema are not applied.
}
doctor-schema-behind-next = Take a copy (arpent backup), then arpent migrate.
doctor-schema-newer = The database comes from a later version of Arpent.
doctor-schema-newer-next = Install that version: this one could misread what it does not know.
doctor-journal = The journal holds: { $lines } lines, head { $head }.
doctor-journal-faults = { $faults ->
    [one] The journal has one fault.
   *[other] The journal has { $faults } faults.
}
doctor-journal-next = arpent journal verify names them one by one.
doctor-clock = The clock says { $now }.
doctor-clock-behind = The clock says { $now }, but the journal holds later facts.
doctor-clock-behind-next = Set the machine's clock (timedatectl set-ntp true): promised delays are counted with it.
doctor-jobs = No job has failed.
doctor-jobs-failed = { $failed ->
    [one] One job has failed for good.
   *[other] { $failed } jobs have failed for good.
}
doctor-jobs-failed-next = The page Administration, Jobs, says why and lets them be tried again.
doctor-no-administrator = Nobody administers this site.
doctor-no-administrator-next = arpent admin create-account --email you@example.org --name "Your name" --role administrator
doctor-administrators = { $count ->
    [one] One person administers this site.
   *[other] { $count } people administer this site.
}
doctor-address = The public address is { $address }.
doctor-address-local = The public address is { $address }: only this machine knows it.
doctor-address-local-next = To open the site, put an https proxy in front, and its address in ARPENT_BASE_URL.
doctor-address-clear = The public address { $address } is not encrypted: passwords would travel in clear.
doctor-address-clear-next = Put an https proxy in front (Caddy, nginx), and its address in ARPENT_BASE_URL.
doctor-address-unreadable = The public address { $address } is not understood.
doctor-address-unreadable-next = Write it in ARPENT_BASE_URL as https://participation.example.org
doctor-mail = The mail relay { $relay } answers.
doctor-mail-folder = No mail relay: letters are written to the folder mail and nobody receives them.
doctor-mail-folder-next = Give a relay in ARPENT_SMTP_URL, for instance smtps://account:secret@relay.example.org
doctor-mail-unreadable = The address of the mail relay { $relay } is not understood.
doctor-mail-unreadable-next = Write it in ARPENT_SMTP_URL as smtps://account:secret@relay.example.org
doctor-mail-silent = The mail relay { $relay } does not answer: { $error }
doctor-mail-silent-next = Check the address and the port, and that the firewall lets it out. Letters wait and will leave later.
