## Contribuer, un écran par question

contribute-closed = Cette démarche n'accepte pas de contribution en ce moment
contribute-closed-text = Ce qui a été dit reste lisible, avec les réponses. La page de la démarche dit ce qui vient ensuite.
contribute-words = Que voyez-vous, que proposez-vous ?
contribute-words-hint = Quelques phrases suffisent, avec vos mots. Un fait, un lieu, une idée.
contribute-title = Un titre
contribute-title-hint = Sans titre, les premiers mots en tiendront lieu.
contribute-place = De quel endroit parlez-vous ?
contribute-area = Commune
contribute-everywhere = Partout, ou je ne sais pas
contribute-where = L'endroit, en quelques mots
contribute-where-hint = Par exemple : devant l'école, au bout du pont, ligne de car 3.
contribute-voice = À quel titre parlez-vous ?
contribute-voice-as = Je parle en tant que
contribute-voice-hint = Les voix sont comptées par groupe, pour qu'aucun n'en couvre un autre.
contribute-organisation = Au nom de qui
contribute-own-name = En mon propre nom
contribute-photo = Une photo
contribute-photo-hint = Le lieu et la date enregistrés par le téléphone sont effacés. Évitez les visages et les plaques.
contribute-photo-alt = Ce que montre la photo, pour qui ne la voit pas
contribute-photo-kept = Votre photo est gardée jusqu'à l'envoi.
contribute-photo-remove = Retirer cette photo
contribute-email = Votre adresse électronique
contribute-email-hint = Pour recevoir la réponse. Elle ne sert qu'à cela et n'est jamais montrée. Sans adresse, un code vous permettra de suivre.
contribute-email-hint-code = Pour recevoir la réponse, une fois confirmée par un code que nous y envoyons. Elle ne sert qu'à cela et n'est jamais montrée. Sans adresse, un autre code vous permettra de suivre.
contribute-no-email = Aucune : vous suivrez avec le code
contribute-without-name = Ne pas rattacher cette contribution à mon compte
contribute-without-name-hint = Elle n'apparaîtra pas dans vos données ; vous la suivrez avec le code.
contribute-review = Relisez, puis envoyez
contribute-public = Tout le monde lira vos mots, le lieu et le titre auquel vous parlez. Votre nom et votre adresse ne sont pas montrés.
contribute-send = Envoyer ma contribution
review-words = Ce que vous dites
review-place = L'endroit
review-voice = À quel titre
review-email = Où vous répondre
promise-read = Chaque contribution est lue par une personne.
promise-answered = { $days ->
    [one] Vous aurez une réponse, avec sa raison, dans la journée.
   *[other] Vous aurez une réponse, avec sa raison, dans les { $days } jours.
}
promise-no-account = Il ne faut pas de compte. Un code vous permettra de suivre ce que devient ce que vous avez dit.

capacity-inhabitant-hint = Je vis ici.
capacity-user-hint = Je me sers de ce service, de cette rue, de ce lieu.
capacity-association-hint = Je parle pour une association.
capacity-agent-hint = J'y travaille, pour la collectivité ou un service public.
capacity-union-hint = Je parle pour un syndicat.
capacity-elected-hint = J'ai un mandat d'élue ou d'élu.

## La photo

photo-too-large = Cette photo est trop lourde : 12 mégaoctets au plus. Choisissez-en une plus petite.
photo-not-an-image = Ce fichier n'est pas une photo. Choisissez une image JPEG, PNG ou WebP.
photo-damaged = Cette photo est abîmée et ne peut pas être lue. Choisissez-en une autre.

## Ce que d'autres ont déjà dit

near-title = Ce que d'autres ont déjà dit
near-found = { $count ->
    [one] Quelqu'un a dit quelque chose de proche :
   *[other] { $count } contributions disent quelque chose de proche :
}
near-none = Personne n'a encore dit cela ici.
near-review-title = D'autres ont dit quelque chose de proche
near-review-text = Vous pouvez en soutenir une plutôt que d'écrire la vôtre. Si la vôtre dit autre chose, envoyez-la : les deux seront lues.
near-support = Soutenir plutôt celle-ci
near-read = La lire et la soutenir
new-window = (dans une nouvelle fenêtre)

## Après l'envoi

thanks-title = Votre contribution est arrivée
thanks-lead = C'est la contribution n° { NUMBER($number, useGrouping: "false") } de la démarche « { $title } ».
thanks-next = Ce qui se passe maintenant
thanks-received = Reçue et publiée
thanks-received-text = Elle est déjà lisible par tout le monde.
thanks-studied = Lue et étudiée
thanks-answered = Répondue, avec la raison
thanks-answered-text = Au plus tard le { $date }. Un seul message vous le dira.
thanks-answered-page = Au plus tard le { $date }. Vous la lirez sur la page de suivi.
thanks-email = Deux messages suivront le reçu à l'adresse { $email }, pas plus : la réponse, puis la fin de la démarche.
thanks-email-to-confirm = Un reçu est parti à l'adresse { $email }. Tant qu'elle n'est pas confirmée, rien d'autre n'y est envoyé.
thanks-no-email = Vous n'avez pas laissé d'adresse : gardez le code, il ouvre la page de suivi.
thanks-read = Voir ma contribution
thanks-again = En écrire une autre
address-title = Confirmez votre adresse
address-why = Nous y avons envoyé un code, avec votre reçu. Il montre que l'adresse est la vôtre : la réponse y sera envoyée, et à personne d'autre. Votre contribution est enregistrée, que vous confirmiez ou non.
address-code = Le code à six chiffres reçu à { $email }
address-code-hint = Il vaut vingt-quatre heures. Vous pouvez revenir plus tard avec le lien du message.
address-confirm = Confirmer cette adresse
address-confirmed = Adresse confirmée
address-confirmed-now = Votre adresse est confirmée : la réponse y sera envoyée.
address-confirmed-answered = Votre adresse est confirmée. La réponse à votre contribution est déjà donnée : elle vous est envoyée, et se lit sur la page de suivi.
address-again = Recevoir un autre code
address-again-hint = Rien n'arrive ? Regardez parmi les messages indésirables. Un autre code remplace le précédent.
address-code-sent = Un code vient de partir. Seul le dernier vaut.
address-code-on-its-way = Un code est parti il y a moins d'une minute : laissez-lui le temps d'arriver. Vous pourrez ensuite en demander un autre.
address-correct = L'adresse est mal écrite ? Corrigez-la
address-right = La bonne adresse
address-correct-send = Envoyer le reçu et un code à cette adresse
slip-title = Votre talon
slip-print = Imprimer le talon
slip-where = Pour savoir ce qu'elle devient : { $address }
slip-promise = La réponse est promise pour le { $date } au plus tard.
slip-secret = Ce code ouvre le suivi de votre contribution. Gardez-le pour vous.
slip-how = Imprimez cette page ou notez le code.
qr-follow = Suivre cette contribution

## Saisir une feuille

paper-title = Saisir ce qui a été dit sur papier ou de vive voix
paper-lead = Recopiez les mots tels qu'ils ont été dits. La contribution vaut autant que celles du site, et porte la marque de son origine.
paper-channel = D'où cela vient
paper-day = Le jour où cela a été dit
paper-text = Ce qui a été dit
paper-text-hint = Sans corriger ni résumer. Retirez seulement les noms de personnes.
paper-email = Adresse électronique laissée sur la feuille
paper-email-hint = Elle recevra la réponse. Sans adresse, la réponse sera sur la liste à imprimer.
paper-send = Enregistrer et saisir la suivante
paper-stop = J'ai terminé
paper-keyed = La feuille est enregistrée sous le n° { NUMBER($number, useGrouping: "false") }.
paper-code = Code à écrire sur le talon :
