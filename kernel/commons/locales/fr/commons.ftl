## Champs

field-title = Titre
field-text = Texte
field-summary = Résumé
field-purpose = Objet
field-promise = Promesse
field-who-decides = Qui décide
field-who-answers = Qui répond
field-sponsor = Qui porte la démarche

text-missing = Écrivez quelque chose ici : ce champ est nécessaire.
text-too-long = { $over ->
    [one] C'est trop long d'un caractère : { $max } au plus.
   *[other] C'est trop long de { $over } caractères : { $max } au plus.
}
choice-missing = Choisissez une réponse.
reason-missing = Donnez la raison : la personne qui a écrit la lira.
nothing-chosen = Rien n'est coché. Cochez au moins une contribution.
date-problem = Cette date n'est pas complète. Écrivez-la comme 2026-11-23.
date-in-future = Cette date n'est pas encore passée.
delay-problem = Donnez un nombre de jours, de 1 à { $longest }.
period-problem = La fin vient avant le début.
point-problem = Ce point n'est pas sur la carte. Choisissez plutôt une commune.
form-too-old = Ce formulaire est incomplet. Rechargez la page ; ce que vous avez écrit y reviendra.
name-taken = Ce nom est déjà pris.
title-taken = Une démarche porte déjà ce titre.
theme-taken = Un thème porte déjà ce titre dans cette démarche.

## Refus

initiative-not-open = Cette démarche n'accepte pas de contribution en ce moment. Sa page dit pourquoi, et ce qui vient ensuite.
initiative-not-ready = Avant d'ouvrir, il faut au moins une phase avec ses dates et une question dans le cadre.
initiative-already-open = Cette démarche est déjà ouverte ou close.
theme-not-empty = Des contributions sont classées sous ce thème. Reclassez-les d'abord.
answer-one-initiative = Une même réponse ne peut pas porter sur plusieurs démarches.
no-mandate-to-speak = Pour parler au nom de cette organisation, il faut un mandat en cours. Vous pouvez envoyer la même chose en votre nom.
cannot-merge = Ces deux contributions ne peuvent pas être fusionnées : l'une l'est déjà, ou elles ne sont pas de la même démarche.
not-merged = Cette contribution n'est pas fusionnée.

## Courriels

mail-receipt-subject = Votre contribution est bien arrivée : { $initiative }
mail-receipt-text =
    Bonjour,

    Nous avons bien reçu votre contribution n° { $number } :

    { $text }

    Une réponse motivée vous sera donnée dans les { $days } jours. Vous pouvez suivre ce qu'elle devient ici :

    { $link }

    ou avec le code { $code }, depuis la page « Suivre ma contribution ».

    Vous ne recevrez qu'un message de plus : la réponse.
answer-cost = Coût estimé : { $amount }.
answer-by = Prévu pour le { $day }.
mail-answer-subject = Réponse à votre contribution : { $initiative }
mail-answer-text =
    Bonjour,

    Voici la réponse à votre contribution « { $title } ».

    { $status }

    { $reason }

    Toute la suite, jusqu'à la décision et à ses effets :

    { $link }

    (code { $code })

## Réponses

answer-retained = Retenue
answer-partly-retained = Retenue en partie
answer-set-aside = Écartée
answer-out-of-scope = Hors périmètre
answer-under-study = À l'étude

## D'où vient une contribution

channel-web = sur le site
channel-paper = sur papier
channel-oral = de vive voix
channel-outing = lors d'une sortie
channel-kiosk = à une borne
channel-import = par un fichier

capacity-inhabitant = habitante ou habitant
capacity-user = usagère ou usager
capacity-association = association
capacity-agent = agente ou agent
capacity-union = syndicat
capacity-elected = élue ou élu

college-inhabitant = Habitantes et habitants
college-user = Usagères et usagers
college-association = Associations
college-agent = Agentes et agents
college-union = Syndicats
college-elected = Élues et élus

ground-names-a-person = Une personne y est nommée
ground-unlawful = Propos injurieux, discriminatoires ou menaçants
ground-advertising = Publicité
ground-off-topic = Sans rapport avec la démarche
ground-checked = Relue, rien à redire

## La démarche

state-draft = en préparation
state-open = ouverte
state-closed = close

promise-inform = Informer
promise-consult = Consulter
promise-concert = Concerter
promise-co-build = Co-construire
promise-co-decide = Codécider

step-hear = Écouter
step-understand = Comprendre
step-design = Concevoir
step-try = Essayer
step-decide = Décider
step-commit = S'engager
step-measure = Mesurer à nouveau

organisation-commune = Commune
organisation-epci = Intercommunalité
organisation-departement = Département
organisation-region = Région
organisation-state = État
organisation-social-security = Sécurité sociale
organisation-operator = Opérateur public
organisation-chamber = Chambre consulaire
organisation-association = Association
organisation-union = Syndicat
organisation-firm = Entreprise
organisation-users-collective = Collectif d'usagers

power-observe = observer
power-speak = parler
power-commit = s'engager
power-sign = signer
power-decide = décider

membership-user = usagère ou usager
membership-agent = agente ou agent
membership-elected = élue ou élu
membership-union-representative = représentante ou représentant du personnel
membership-delegate = déléguée ou délégué
membership-facilitator = facilitatrice ou facilitateur
membership-association = membre d'une association

## Accueil

menu-initiatives = Démarches
menu-follow = Suivre ma contribution
home-title = Ce qui se construit ici
home-lead = Ce qui se discute, ce qui a été décidé grâce à vous, et la réponse donnée à chaque parole.
home-now = Ce qui se décide en ce moment
home-now-empty = Aucune démarche n'est ouverte aujourd'hui. La prochaine sera annoncée ici, avec ses dates et sa promesse.
home-decided = Ce qui a été décidé grâce à vous
home-follow = Vous avez déjà dit quelque chose ?
home-follow-text = Avec le code de votre reçu, lisez ce que votre contribution est devenue.
home-say = Dire ce que vous voyez
home-for-you = Pour vous
home-promise = Ce que nous vous promettons
home-promise-1 = Avant de vous demander votre avis, nous disons ce qui est ouvert, ce qui ne l'est pas, et qui décidera.
home-promise-2 = Chaque contribution reçoit une réponse motivée, à une date annoncée.
home-promise-3 = Chaque décision montre les paroles et les mesures sur lesquelles elle s'appuie.
initiatives-title = Démarches
initiatives-empty = Aucune démarche pour l'instant. La première paraîtra ici avec son objet, ses dates et sa promesse.
initiatives-empty-staff = Préparer une démarche
said-answered = { $said ->
    [0] Aucune contribution pour l'instant
    [one] Une contribution, { $answered ->
        [0] en attente de réponse
       *[other] répondue
    }
   *[other] { $said } contributions, { $answered ->
        [0] aucune réponse définitive encore
        [one] dont une avec sa réponse définitive
       *[other] dont { $answered } avec leur réponse définitive
    }
}
chain-line = { $said ->
    [one] Une parole
   *[other] { $said } paroles
} → { $options ->
    [one] une option
   *[other] { $options } options
} → { $decisions ->
    [one] une décision
   *[other] { $decisions } décisions
} → { $commitments ->
    [0] aucun engagement encore
    [one] un engagement
   *[other] { $commitments } engagements
}
until = jusqu'au { $day }
opened-on = ouverte le { $day }
closed-on = close le { $day }

## Page d'une démarche

tab-presentation = Présentation
tab-contributions = Contributions
tab-options = Options et décisions
tab-commitments = Engagements et mesures
tab-closing = Clôture
initiative-loop = Où en est la démarche
you-are-here = vous êtes ici
phase-dates = du { $start } au { $end }
phase-done = fait
phase-coming = à venir
initiative-scope = Ce qui est ouvert, ce qui ne l'est pas
scope-open = À discuter
scope-closed = Déjà tranché
initiative-who = Qui décide, qui répond
initiative-who-decides = Qui décide
initiative-who-answers = Qui répond
initiative-sponsor = Portée par
initiative-delay = Vous aurez une réponse motivée dans les { $days } jours.
initiative-next = Prochain rendez-vous
initiative-partners = Avec
initiative-themes = Ce qui a été dit
initiative-map = D'où l'on parle
map-title = Contributions par commune
map-sentence = Chaque case est une commune ; sa teinte dit combien de contributions en viennent.
map-source = Contributions publiées, au { $day }. Les nombres de 1 à 4 sont masqués.
map-hidden = moins de 5
initiative-edit = Modifier la démarche
initiative-edit-title = Modifier « { $title } »
initiative-new-title = Préparer une démarche
templates-title = Partir d'un modèle
templates-hint = Il remplit le formulaire, le cadre et les phases. Vous changez ensuite ce que vous voulez.
templates-chosen = modèle choisi
initiative-open-act = Ouvrir la démarche
initiative-open-hint = Elle devient visible de tous, et chacun peut contribuer.
initiative-prepared = La démarche est prête. Personne d'autre que l'équipe ne la voit encore.
initiative-saved = C'est enregistré.
initiative-opened = La démarche est ouverte.
initiative-closing-words = Ce que l'on retient
page-in-english = Cette démarche est présentée en français.

field-title-en = Titre en anglais
field-purpose-en = Objet en anglais
field-promise-level = Jusqu'où nous nous engageons
field-answer-delay = Délai de réponse, en jours
field-next-day = Prochain rendez-vous : la date
field-next-text = Prochain rendez-vous : ce qui s'y passe
field-phases = Phases
field-phase-title = Titre de la phase
field-phase-text = Ce qui s'y passe
field-phase-start = Premier jour
field-phase-end = Dernier jour
field-scope-question = Question
field-scope-reason = Raison
field-scope-open = C'est ouvert à la discussion
field-purpose-hint = Deux phrases : ce que l'on cherche, pour qui.
field-promise-hint = Ce que vous ferez de ce qui sera dit, et ce que vous ne ferez pas.
initiative-phases-title = Dates des phases
initiative-scope-title = Cadre : ouvert, fermé
initiative-scope-hint = Une ligne vide n'est pas gardée.

suppressed = moins de 5

## Adresse laissée

address-forget = Oublier mon adresse électronique
address-forget-hint = Nous effaçons l'adresse que vous avez laissée et les messages envoyés. Ce que vous avez dit reste, et ce code continue d'ouvrir cette page.
address-forgotten = Votre adresse est oubliée. Gardez votre code pour revenir ici.
print-too-long = Ce document dépasse ce qui peut être imprimé d'un coup. Lisez-le à l'écran.
print-late = Le document a mis trop de temps à se préparer. Essayez de nouveau dans une minute.
