### Ce que dit ce module, en commun à ses pages. Une section par sujet, les deux langues dans le même ordre.

## Ce qui est rappelé partout

notice-word = Engagement volontaire
notice-voted = Cette charte n'oblige que celles et ceux qui choisissent de la signer. Elle n'a pas d'effet juridique au-delà de ce que le conseil a voté ({ $deliberation }).
notice-draft = Cette charte n'obligera que celles et ceux qui choisiront de la signer. Elle n'a pas d'effet juridique au-delà de ce que le conseil votera.
notice-short = Engagement volontaire, sans effet juridique au-delà du vote du conseil.

## Gestes

sign = Signer la charte
sign-again = Signer la version d'aujourd'hui
read-charter = Lire la charte
read-draft = Lire la version en préparation
steer = Conduire la charte
go-on = Continuer
go-back = Revenir à l'étape précédente
correct = Corriger

## Compter, nommer

signatories = Signataires
signatories-count = { $count ->
    [0] Aucun signataire pour l'instant
    [one] Un signataire
   *[other] { $count } signataires
}
unnamed-person = Une personne qui n'a pas souhaité être nommée
version-of = Version { $number }, { $period }
version-draft = Version { $number }, en préparation
period = du { $from } au { $to }
nothing = Rien pour l'instant
evidence = Preuve attendue : { $text }
kind-owner = Propriétaires
kind-designer = Conceptrices et concepteurs
kind-manager = Gestionnaires
kind-association = Associations
kind-firm = Entreprises
kind-school = Écoles
kind-resident = Habitantes et habitants
kind-other = Autres signataires
support-training = Formation
support-advice = Conseil
support-award = Distinction

## Sur la page de la démarche, à l'accueil, sur le fil

block-title = La charte
block-none = Une charte s'écrit avec les habitantes, les habitants et les organisations, puis se signe librement.
home-suggestions = { $charter } : { $count ->
    [one] une proposition attend une réponse
   *[other] { $count } propositions attendent une réponse
}
home-pending = { $charter } : { $count ->
    [one] une signature attend un mandat
   *[other] { $count } signatures attendent un mandat
}
home-alert = { $charter } : { $text }
alert-word = Fin proche
alert-before = Cette version prend fin le { $day }. Moins de { $months } mois pour réunir les signataires et écrire l'évaluation.
alert-over = Cette version a pris fin le { $day } et son évaluation n'est pas écrite.
trace-article = L'article « { $title } » de la charte s'appuie sur ce que vous avez dit
trace-taken = Vos mots sont entrés dans la charte : article « { $title } », version { $version }
trace-draft = Cette version est encore en préparation.
trace-read = Lire l'article

## Ce qui ne va pas

form-too-old = Ce formulaire est incomplet. Rechargez la page ; ce que vous avez écrit y reviendra.
day-to-come = Cette date n'est pas encore passée.
no-draft = Aucune version n'est en préparation : ce qui est publié ne change plus. Ouvrez une nouvelle version depuis « Conduire la charte ».
draft-exists = Une version est déjà en préparation. Terminez-la avant d'en ouvrir une autre.
charter-exists = Cette démarche a déjà sa charte.
capacity-missing = Dites à quel titre vous parlez.
status-missing = Choisissez ce que devient cette proposition.
photo-too-large = Cette photo dépasse 12 mégaoctets. Choisissez-en une plus légère.
photo-not-an-image = Ce fichier n'est pas une photo. Choisissez une image JPEG, PNG ou WebP.
photo-damaged = Cette photo ne peut pas être lue jusqu'au bout. Choisissez-en une autre.

## Documents

print-charter = Télécharger la charte à imprimer
print-page = Page
print-page-of = sur
certificate-title = Certificat de signature, { $title }
certificate-lead = A signé le { $day } le volet « { $sub } » de la charte ({ $version }).
certificate-qr = Adresse de la page publique de cette signature
certificate-get = Télécharger le certificat
certificate-not-signed = Cette signature n'est pas encore comptée : elle n'a pas de certificat. Sa page dit ce qui manque.

## Courriers

mail-invite-subject = { $charter } : une nouvelle version à lire et à signer
mail-invite-text =
    Bonjour,

    { $name } a signé la version { $old } de « { $title } ». La version { $version } vient d'être publiée.

    Votre signature ne passe pas d'une version à l'autre : vous décidez de signer à nouveau, ou non. Le texte et ce qui a changé :

    { $link }

    Votre signature de la version { $old } reste lisible.
mail-remind-subject = { $charter } : qu'avez-vous fait en { NUMBER($year, useGrouping: "false") } ?
mail-remind-text =
    Bonjour,

    { $name } a signé « { $title } ». Rien n'a encore été raconté pour l'année { NUMBER($year, useGrouping: "false") }. Quelques lignes, un lieu, une quantité, une photo suffisent :

    { $link }
mail-alert-subject = { $title } : l'évaluation est à préparer
mail-alert-text =
    Bonjour { $name },

    « { $title } » prend fin le { $day }. L'évaluation n'est pas encore écrite : réunissez les signataires, puis dites ce qu'elle a trouvé.

    { $link }

## Ce que le modèle de la démarche prévoit

tab-charter = Charte
plan-none = Aucune charte n'est ouverte.
plan-draft = Version { $version } en préparation : { $articles ->
    [0] aucun article
    [one] un article
   *[other] { $articles } articles
}, { $waiting ->
    [0] toutes les propositions ont une réponse.
    [one] une proposition attend une réponse.
   *[other] { $waiting } propositions attendent une réponse.
}
plan-published = { $version }. { $signatories ->
    [0] Aucun signataire pour l'instant.
    [one] Un signataire.
   *[other] { $signatories } signataires.
}
home-renew = { $charter } : { $name } a signé la version d'avant ; lisez la nouvelle, et signez-la si vous le souhaitez
home-renew-self = { $charter } : vous avez signé la version d'avant ; lisez la nouvelle, et signez-la si vous le souhaitez
came-out-of = Issue de la rencontre :
