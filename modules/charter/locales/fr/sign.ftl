## Signer

sign-step-1 = Qui signe ?
sign-step-2 = Quel volet de la charte vous concerne ?
sign-step-3 = Que choisissez-vous de faire ?
sign-step-4 = Avec vos mots
sign-step-5 = Relisez, puis signez
sign-who = Qui signe
sign-mandated = Vous avez mandat de signer pour elle aujourd'hui.
sign-other = Une autre organisation
sign-other-hint = Votre mandat n'est pas encore connu ici : la signature sera gardée, et comptée quand il le sera.
sign-self = En mon nom
sign-self-hint = Vous signez pour vous seul·e. Votre nom n'est publié que si vous l'acceptez.
sign-organisation = L'organisation
sign-not-listed = Elle n'est pas dans la liste
sign-other-name = Son nom, si elle n'est pas dans la liste
sign-who-missing = Dites qui signe.
sign-sub = Volet de la charte
sign-sub-missing = Choisissez un volet.
sign-actions = Actions choisies
sign-prohibitions = Ce à quoi l'on renonce
sign-commitments = Engagements propres
sign-commitments-hint = Ce que vous ajoutez, un par ligne. Facultatif, et publié.
sign-reservations = Réserves
sign-reservations-hint = Ce que vous ne partagez pas dans le texte. Facultatif, et publié.
sign-public-name = J'accepte que mon nom figure parmi les signataires
sign-review-lead = Rien n'est signé tant que vous n'avez pas appuyé sur « Signer ».
sign-missing = Il manque encore :
sign-promise = En signant, vous dites ce que vous ferez ; personne ne peut vous y contraindre. Vous raconterez chaque année ce qui a été fait.
sign-send = Signer
sign-kept = Chaque étape est gardée : vous pouvez partir et revenir plus tard.
sign-begun = Vous avez commencé une signature, reprenez-la :
sign-give-up = Abandonner cette signature
sign-given-up = La signature est abandonnée. Rien n'en est gardé.
signed = C'est signé. Votre certificat est prêt.
signed-pending = Votre signature est gardée, mais pas encore comptée : votre mandat n'est pas connu à ce jour.
nothing-to-sign = Il n'y a pas de version à signer aujourd'hui. Lisez la charte : elle dit laquelle se prépare.
already-signed = C'est déjà signé. Ce qui est signé ne change plus.
signed-already = Cette organisation ou cette personne a déjà signé ce volet de cette version.
version-past = Une nouvelle version a été publiée depuis que vous avez commencé. Lisez-la, puis recommencez sur elle.
gate-sub = Choisissez un volet de la charte qui soit ouvert à qui signe.
gate-actions = { $held ->
    [0] Aucune action n'est choisie ; il en faut { $minimum }.
    [one] Une seule action est choisie ; il en faut { $minimum }.
   *[other] { $held } actions sont choisies ; il en faut { $minimum }.
}
gate-prohibitions = { $count ->
    [one] Un renoncement demandé n'est pas accepté.
   *[other] { $count } renoncements demandés ne sont pas acceptés.
}

## Signature

signature-title = { $name }, signature de la version { $version }
signed-summary = Volet « { $sub } », signé le { $day }. { $version }.
signed-before = Signataire de la version précédente ({ $version }).
pending-title = Cette signature est gardée, mais pas comptée
pending-text = Au jour de la signature, aucun mandat de signer pour cette organisation n'était connu ici : il n'a pas été enregistré, ou il a pris fin.
pending-first = Faites enregistrer votre mandat, avec la décision qui le donne, par l'administration du site.
pending-then = Revenez relire et signer : rien n'est à recommencer.
pending-again = Relire et signer
signature-address = L'adresse de cette page
pending-unknown = L'organisation n'est pas enregistrée sur le territoire : enregistrez-la, avec le mandat de qui signe, puis invitez à signer de nouveau.
pending-mandate = Aucun mandat de signer n'était en cours ce jour-là : enregistrez-le, puis invitez à signer de nouveau.
pending-proof = La feuille a été saisie sans la pièce qui donne le mandat.

## Signataires

signatories-none-title = Personne n'a encore signé cette version
signatories-none-text = Chaque signataire paraîtra ici, avec ses actions et ses comptes rendus.
signatories-before = Aucune version n'est publiée : il n'y a rien à signer pour l'instant.
signatories-unnamed = { $count ->
    [one] Et une personne qui n'a pas souhaité être nommée.
   *[other] Et { $count } personnes qui n'ont pas souhaité être nommées.
}
previous-title = Signataires de la version précédente
previous-tag = Signataire de la version précédente
previous-text = { $count ->
    [one] Un signataire de la version d'avant ({ $version }) est invité à lire la nouvelle et à la signer, ou non.
   *[other] { $count } signataires de la version d'avant ({ $version }) sont invités à lire la nouvelle et à la signer, ou non.
}
export-label = Emporter la liste :
column-version = Version
column-name = Signataire
column-sub = Volet
column-kind = Catégorie
column-signed-on = Signé le
column-count = Nombre d'actions
column-actions = Actions
column-commitments = Engagements propres
column-reservations = Réserves
column-address = Page

## Comptes rendus

reports-title = Ce qui a été fait
reports-none = Rien n'a encore été raconté. Un compte rendu est demandé chaque année.
report-title = Raconter une année
report-lead = Pour une action choisie : ce qui a été fait, où, combien. Chacun le lira sur la page de la signature.
report-item = L'action
report-year = L'année
report-text = Ce qui a été fait
report-place = Où
report-quantity = Combien
report-quantity-hint = Un nombre : 120, ou 12,5.
report-unit = De quoi : arbres, mètres de haie, mètres carrés
report-photo = Une photo
report-photo-hint = Sans visage reconnaissable. Le lieu et la date enregistrés par le téléphone en sont effacés.
report-photo-alt = Ce que montre la photo
report-send = Publier ce compte rendu
report-sent = Le compte rendu est publié.
report-no-mandate = Seule une signature comptée se raconte, par qui a mandat de signer ou d'engager l'organisation aujourd'hui, ou par l'équipe d'animation.
report-item-missing = Choisissez une des actions signées.
report-year-problem = Une année de { NUMBER($first, useGrouping: "false") } à { NUMBER($last, useGrouping: "false") }.
report-quantity-problem = Écrivez un nombre, comme 120 ou 12,5, ou laissez vide.

## Soutien

supports-lead = Signer ouvre droit à un appui : se former, être conseillé, être distingué.
supports-none = Rien n'est encore proposé.
support-ask = Demander
support-for = Pour
support-need = Ce dont vous avez besoin
support-asked = La demande est envoyée.
support-asked-tag = Demandé
support-new = Proposer un appui
support-kind = Nature
support-kind-missing = Choisissez une nature d'appui.
support-title = Intitulé
support-text = En quelques phrases
support-day = Le jour, s'il y en a un
support-send = Proposer cet appui
support-offered = L'appui est proposé aux signataires.
support-close = C'est fait
support-received-title = Le soutien reçu
support-received = { $kind } : { $title }, le { $day }
support-done = La demande est traitée.

## Retirer sa signature

withdraw-title = Retirer cette signature
withdraw-lead = La signature reste lisible, avec le jour où elle est retirée ; elle n'est plus comptée, et n'a plus de certificat. Vous pourrez signer de nouveau.
withdraw-why = Pourquoi
withdraw-why-hint = Si vous souhaitez le dire. Chacun le lira.
withdraw-send = Retirer la signature
withdrawn-done = La signature est retirée.
withdrawn-on = Signature retirée le { $day }
withdrawn-text = Ces signatures restent lisibles, et ne sont plus comptées.
withdrawn-one = Elle reste lisible, et n'est plus comptée.
withdrawn-why = Raison donnée :
withdrawn-tag = Retirée
withdrawn-between = signée le { $signed }, retirée le { $withdrawn }
withdrawn-count = { $count ->
    [one] Un signataire a retiré sa signature.
   *[other] { $count } signataires ont retiré leur signature.
}
withdraw-no-mandate = Une signature se retire par qui a mandat de signer pour l'organisation aujourd'hui, ou par la personne elle-même. Signée sur papier, elle se retire par un courrier à l'équipe d'animation.
already-withdrawn = Cette signature est déjà retirée.
certificate-withdrawn = Cette signature a été retirée : elle n'a plus de certificat.
column-withdrawn-on = Retirée le

## Masquer un compte rendu

report-moderate = Modérer ce compte rendu
report-moderate-lead = Rien ne disparaît sans trace : chacun verra qu'un compte rendu a été masqué, et lira pourquoi. Ses quantités quittent le bilan.
report-ground = Motif
report-ground-missing = Choisissez un motif.
report-why = Raison
report-why-hint = Une phrase qui dit ce qui pose problème et ce que le signataire peut faire.
report-hide = Masquer ce compte rendu
report-show = Montrer de nouveau
report-moderated = C'est fait, et noté au journal.
report-hidden-tag = Masqué
report-hidden = Ce compte rendu n'est pas montré. { $why }
