### Répondre au questionnaire : chaque écran, de l'accueil au remerciement.

## L'accueil

answer-lead = { $who } vous demande votre avis, pour savoir ce qui va et ce qu'il faut changer.
answer-one-service = Quelques questions sur : { $service }.
answer-minutes = { $minutes ->
    [one] Une minute suffit.
   *[other] { $minutes } minutes environ.
}
answer-skip = Vous pouvez passer une question, ou répondre que vous ne savez pas.
answer-whom = Ce questionnaire s'adresse à : { $population }.
answer-until = Vous pouvez répondre jusqu'au { $day }.
answer-kept = Ce qui est gardé
answer-kept-text = Vos réponses, sans rien qui dise qui vous êtes : ni nom, ni adresse, ni appareil. De la date, seule la semaine est gardée. Vos réponses sont enregistrées à chaque écran ; vous pouvez revenir depuis cet appareil.
answer-kept-invited = Vos réponses, sans rien qui dise qui vous êtes. Nous saurons que vous avez répondu, pour ne pas vous relancer, mais pas ce que vous avez répondu : rien ne relie l'un à l'autre. De la date, seule la semaine est gardée.
answer-kept-kiosk = Vos réponses, sans rien qui dise qui vous êtes : ni nom, ni adresse. De la date, seule la semaine est gardée. Rien n'en reste à l'écran pour la personne suivante.
answer-kept-words = Si vous écrivez quelques mots à la fin, ils quittent vos réponses et deviennent une contribution publique, sans nom. Évitez d'y nommer quelqu'un.
answer-begin = Commencer
answer-begun = Vous aviez commencé. Vos réponses sont là.
answer-go-on = Reprendre où j'en étais
answer-someone-else = Quelqu'un d'autre répond sur cet appareil
answer-usual = Revenir à la version habituelle
answer-easy = Lire la version facile à lire
language-fr = Français
language-en = English
language-ar = العربية
language-es = Español
language-it = Italiano
language-pt = Português
language-tr = Türkçe
language-uk = Українська

## Les écrans

answer-whole = Dans l'ensemble
answer-profile = Qui répond
answer-end = Avant d'envoyer
answer-end-text = Une fois envoyée, votre réponse ne peut plus être changée : rien ne permettrait de la retrouver.
answer-next = Continuer
answer-back = Revenir en arrière
answer-send = Envoyer ma réponse
answer-saved = Vos réponses sont enregistrées quand vous passez à l'écran suivant.
answer-missing = Répondez à cette question, ou dites que vous ne savez pas.
answer-not-a-number = Écrivez un nombre entier, en chiffres.
answer-outside-scale = Cette réponse n'est pas proposée. Choisissez-en une autre.
answer-too-long = { $over ->
    [one] Retirez un caractère.
   *[other] Retirez { $over } caractères.
}

## La fin

answer-thanks = Merci
answer-thanks-text = Votre réponse est enregistrée. Elle comptera avec toutes les autres.
answer-thanks-again = Votre réponse était déjà enregistrée. Elle compte une fois.
answer-words-kept = Vos mots sont devenus une contribution
answer-words-follow = Elle recevra une réponse. Gardez ce code pour la suivre : lui seul permet de la retrouver.
answer-words-lost = Votre réponse compte, mais la démarche ne recueille plus de contributions. Voici vos mots, pour que vous puissiez les garder.
answer-follow = Suivre ma contribution
answer-what-next = Les résultats seront publics, avec leur marge d'incertitude et ce qui sera décidé.
answer-results = Voir ce baromètre et ses résultats

## Ce qui n'est pas ouvert

answer-early = Ce questionnaire n'est pas encore ouvert
answer-early-why = Il ouvrira le { $day }.
answer-closed = Ce questionnaire est fermé
answer-closed-why = Cette vague du baromètre est terminée : plus aucune réponse n'est gardée. Ce que vous aviez envoyé jusqu'au bout a été compté.
answer-again = Vous avez déjà répondu
answer-again-why = Merci : une réponse par invitation suffit. Rien ne permet de retrouver la vôtre pour la changer.
answer-unknown = Ce lien n'est plus le bon
answer-unknown-why = Il est incomplet, ou une lettre plus récente l'a remplacé. Utilisez le lien de la dernière lettre reçue.

## La borne

kiosk-again = Recommencer au début
kiosk-next = Personne suivante
kiosk-idle = Toujours là ?
kiosk-idle-text = Touchez l'écran pour continuer. Sinon, le questionnaire recommence pour la personne suivante.
tablet-resume = Une réponse a été interrompue sur cette borne.
tablet-resume-text = Si c'était la vôtre, continuez là où vous en étiez. Ce qui précède est gardé et ne sera pas montré.
tablet-resume-on = Continuer ma réponse
tablet-resume-not = Ce n'était pas moi
tablet-thanks = Votre réponse est enregistrée sur cette borne. Elle partira dès que possible et comptera avec toutes les autres.
tablet-codes = Vos mots sont devenus une contribution. Gardez ce code pour la suivre :
tablet-waiting = Réponses en attente d'envoi : { $n }.
tablet-sent = Dernier envoi : { $n }.
tablet-none = Aucun envoi pour l'instant.
tablet-aside = Réponses que le serveur n'a pas pu prendre, gardées sur cette borne : { $n }. Prévenez la personne qui recueille les réponses.
tablet-ready = Cette borne fonctionne aussi sans réseau.
tablet-unready = Cette borne a besoin du réseau : gardez cette page ouverte.
tablet-closed = La vague est fermée, ou cette borne l'est : plus aucune réponse n'est prise.

## Les lettres d'invitation

mail-invite-subject = Votre avis : { $title }
mail-invite-text =
    Bonjour { $name },

    { $site } vous invite à répondre au questionnaire « { $title } ».

    Votre lien personnel, à ne pas transmettre :
    { $link }

    Vous pouvez répondre jusqu'au { $closes }. Quelques minutes suffisent.

    Ce lien sert une fois. Nous saurons que vous avez répondu, pour ne pas vous relancer, mais pas ce que vous avez répondu : rien ne relie l'un à l'autre. Votre adresse sera effacée trente jours après la fin.
mail-remind-subject = Il reste quelques jours : { $title }
mail-remind-text =
    Bonjour { $name },

    Vous n'avez pas encore répondu au questionnaire « { $title } » de { $site }. Votre avis compte autant que celui des autres.

    Votre nouveau lien personnel (celui de la lettre précédente ne sert plus) :
    { $link }

    Vous pouvez répondre jusqu'au { $closes }. Si vous avez déjà répondu, merci : ne tenez pas compte de cette lettre.
