### Ce que tout le monde peut lire : recherche, accessibilité, données, licences.

## Recherche

search-words = Ce que vous cherchez
search-hint = Un mot ou plusieurs, avec ou sans accents.
search-kind = Parmi
kind-all = Tout
kind-initiative = Démarches
kind-contribution = Contributions
kind-proposal = Propositions
kind-decision = Décisions
kind-commitment = Engagements
kind-meeting = Rencontres
kind-charter = Chartes
kind-worksite = Chantiers participatifs
kind-measure = Mesures
kind-option = Options
search-none = Rien ne correspond à tous ces mots
search-none-next = Essayez avec moins de mots, ou un autre mot pour la même chose.

## Accessibilité

access-lead = { $site } veut que ce site serve à tout le monde, avec ou sans souris, avec ou sans écran.
access-state = État de conformité
access-state-text = Aucun audit complet au Référentiel général d'amélioration de l'accessibilité (RGAA 4) n'a encore été fait sur ce site. Il est donc déclaré non conforme, comme la loi le demande, même si chaque page passe des contrôles automatiques.
access-done = Ce qui est fait
access-done-keyboard = Tout se fait au clavier, et le repère visible suit.
access-done-script = Tout fonctionne sans script, et sur un écran étroit comme sur un écran agrandi quatre fois.
access-done-contrast = Les contrastes sont calculés pour chaque couleur choisie, en clair et en sombre.
access-done-words = Les couleurs sont toujours doublées d'un mot et d'une forme, les graphiques d'un tableau.
access-done-paper = Ce qui se fait en ligne peut se faire sur papier ou au guichet.
access-known = Ce qui ne l'est pas
access-known-text = Les textes et les fichiers déposés par des tiers peuvent ne pas être accessibles. Demandez-en une autre version : elle vous est due.
access-contact = Signaler un obstacle
access-contact-text = Dites-nous la page, ce que vous vouliez faire et ce qui y a fait obstacle. Nous répondons et proposons une autre voie.
contact-missing = La collectivité n'a pas encore indiqué qui répond aux questions sur ce site. Adressez-vous à son accueil.
access-appeal = Si la réponse ne vient pas
access-appeal-text = Vous pouvez écrire au Défenseur des droits, ou rencontrer près de chez vous une personne qui le représente. C'est gratuit.

## Données personnelles

privacy-lead = Voici ce que { $site } garde à votre sujet, pourquoi, combien de temps, et ce que vous pouvez demander.
privacy-why = Pourquoi
privacy-why-text = Pour recueillir ce que disent les personnes, leur répondre, et montrer sur quoi reposent les décisions. C'est une mission d'intérêt public (RGPD, article 6.1.e). Rien n'est vendu, rien n'est donné à d'autres, aucune visite n'est mesurée.
privacy-covered = Ce qui peut vous nommer
privacy-covered-text = Tout cela s'emporte et s'efface à votre demande.
privacy-proof = Ce qui reste comme preuve
privacy-proof-text = Des numéros, jamais de nom : ils prouvent qu'un acte a eu lieu sans dire qui vous êtes une fois vos données effacées.
privacy-long = Combien de temps
privacy-long-session = Une connexion : trente jours au plus, ou jusqu'à ce que vous la fermiez.
privacy-long-link = Un lien de connexion : trente minutes.
privacy-long-mail = Un courrier envoyé par le site : trente jours après son envoi.
privacy-long-account = Votre compte : jusqu'à ce que vous l'effaciez.
privacy-long-address = L'adresse de votre appareil sur le réseau : jamais écrite, gardée quelques minutes en mémoire pour freiner les abus.
privacy-cookies = Témoins de connexion (cookies)
privacy-cookies-text = Trois, tous nécessaires : votre connexion, la langue choisie, et le message affiché après un geste. Aucun ne sert à vous suivre, aucun accord n'est donc demandé.
privacy-rights = Vos droits
privacy-rights-text = Voir, corriger, emporter, effacer, vous opposer : vous le faites vous-même depuis votre compte, ou vous le demandez.
privacy-rights-account = Ouvrir mon compte
privacy-contact = Qui répond :
privacy-appeal = Si la réponse ne vous convient pas, vous pouvez saisir la CNIL.
kept-person = Votre nom affiché
kept-account = Votre adresse, votre langue, l'empreinte de votre mot de passe
kept-session = Vos connexions : appareil, ouverture, dernier passage
kept-login-link = Les liens de connexion demandés pour votre adresse
kept-role-grant = Vos rôles et leurs dates
kept-job = Les courriers que le site vous envoie
kept-search-doc = Le texte de ce que vous avez dit, pour qu'on le retrouve
kept-search-index = L'index de recherche de ce texte
kept-file = Les photographies et fichiers que vous avez joints, sans le lieu ni la date de prise de vue
kept-journal = Le journal des actes
kept-membership = Votre rattachement à une organisation ou à un service
kept-mandate = Les mandats qu'une organisation vous a donnés
kept-contribution = Ce que vous avez dit, et comment
kept-contribution-contact = L'adresse laissée pour suivre votre contribution
kept-moderation = Les décisions de modération et leur raison
kept-answer = Les réponses données au nom de la collectivité
kept-proposals-comment = Vos commentaires
kept-proposals-support = Vos soutiens
kept-proposals-gathered = Les soutiens recueillis ailleurs que sur le site, et par qui
kept-proposals-assignment = Ce qui a été confié à un service ou à une personne, et par qui
kept-proposals-import = Les fichiers importés, et par qui
kept-measure = Les mesures et leur source
kept-experiment = Les essais et leur autorisation
kept-experiment-result = Le résultat de chaque essai
kept-consultation = Les avis des représentants du personnel et des instances
kept-decision = Les décisions, leurs raisons et qui les a prises
kept-decision-dissent = Les désaccords joints à une décision
kept-commitment = Les engagements et qui les a signés
kept-commitment-report = Les comptes rendus d'un engagement
kept-commitment-withdrawal = Le retrait d'un engagement et sa raison
kept-commitment-comparison = Ce qui a bougé, d'une mesure à l'autre
kept-learning = Ce que l'on a retenu
kept-closing = Les mots de clôture d'une démarche

## Sources et licences

sources-data = Les données
sources-insee = Noms, codes et populations des communes : INSEE, Code officiel géographique et populations légales, Licence Ouverte 2.0.
sources-contributions = Ce que disent les personnes leur appartient. Les contributions publiées se réutilisent sous Licence Ouverte 2.0, sans les noms.
sources-software = Le logiciel
sources-arpent = Arpent est un logiciel libre, sous la licence publique de l'Union européenne (EUPL 1.2).
sources-parts = Il s'appuie sur des logiciels libres, tous sous des licences compatibles. Leur liste complète, avec les versions exactes, est dans le code source :
sources-rust = Bibliothèques Rust :
sources-npm = Outils du navigateur :
sources-drawings = Les dessins
sources-drawings-text = Les lignes du bandeau sont tracées par le site lui-même à partir de la liste des communes. Les pages n'appellent aucun autre site et n'emploient aucune police distante.

## Code source

code-version = Ce site fonctionne avec Arpent, version { $version }.
code-licence = Sous licence EUPL 1.2, vous pouvez l'utiliser, l'étudier, le modifier et le redistribuer.
code-ask = Vous avez droit au code source de la version qui fonctionne ici, modifications comprises : demandez-le à qui répond du site.
code-api = Description de l'interface de programmation (OpenAPI)

## Problèmes de l'interface de programmation

problems-title = Problèmes renvoyés aux programmes
problems-lead = Un appel refusé renvoie un document au format RFC 9457. Son champ « type » mène ici ; « title », « detail » et « next » sont écrits pour des personnes, dans la langue demandée.
problems-rule-why = Une règle du domaine dit non. Son code est le dernier mot de « type » ; « detail » l'explique.
problems-rule-next = Lisez « detail » : il dit quoi faire. Recommencer à l'identique ne changera rien.
problems-invalid-next = Chaque entrée de « errors » nomme un champ, un code stable, et dit comment le corriger.
problems-too-many-why = Pour protéger le site, les appels sont limités par minute, par adresse et par compte.
problems-too-many-next = Attendez le nombre de secondes donné par l'en-tête Retry-After.
