## docs/permissions.md

permissions-title = Who may open what
permissions-text = Each address of the site, asked by the public, then by a person of each role. "yes": the door opens; "no": it is refused; "sign-in": one must sign in first. Behind the door, the command still checks that the role holds for this démarche, on this day, and that the person has the mandate. A test makes this visit again at each change; this page is what it saw.
permissions-route = Address
permissions-open = yes
permissions-shut = no
permissions-sign-in = sign-in
permissions-public = public
permissions-inhabitant = inhabitant
permissions-agent = agent
permissions-ambassador = ambassador
permissions-facilitator = facilitator
permissions-manager = manager
permissions-elected-official = elected
permissions-union-representative = union
permissions-partner-delegate = partner
permissions-administrator = administration
permissions-dpo = DPO
