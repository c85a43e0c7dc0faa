## L'aide de la ligne de commande : un message par commande, un attribut par argument

help-usage = Usage :
help-commands = Commandes :
help-command-name = COMMANDE
help-options = Options :
help-arguments = Arguments :
help-common-options = Options communes :
help-default = par défaut { $value }

help = Arpent : construire des politiques publiques avec celles et ceux qui en vivent.
    .help = Cette aide
    .version = La version
    .data-dir = Dossier de la base SQLite, du courrier non envoyé, des bases remplacées
    .database-url = Base de données : un fichier, ou postgres://utilisateur@hôte/nom
    .listen = Adresse et port du serveur
    .base-url = Adresse publique du site, au début des liens des courriels
    .smtp-url = Relais de courrier, smtp(s)://utilisateur:secret@hôte ; sans relais, les lettres restent dans le dossier
    .mail-from = Expéditeur des courriels
    .trust-proxy = Un serveur mandataire, devant, écrit X-Forwarded-For
    .metrics-token = Secret que présente le collecteur de /metrics
    .limits-loosened = Multiplie les limites de débit, pour les mesures de charge
    .log = Journal technique : text ou json
    .log-level = Ce que retient le journal technique : error, warn, info, debug ; info pour serve, warn ailleurs
    .lang = Langue de la ligne de commande : fr ou en
help-serve = Servir le site
help-demo = Montrer un territoire de démonstration au travail
    .fresh = Recommencer de rien
    .database = Une base PostgreSQL vide, au lieu d'un fichier
help-migrate = Mettre le schéma de la base à jour
help-doctor = Dire ce qui ne va pas et comment y remédier
help-backup = Copier la base pendant que le site sert (SQLite)
    .file = Fichier à écrire ; il ne doit pas exister
help-restore = Remettre une copie en place, après l'avoir vérifiée
    .file = Fichier écrit par arpent backup
    .force = Remplacer la base présente, qui est gardée à côté
help-admin = Comptes et rôles
help-admin-create-account = Ouvrir un compte et donner un lien de connexion
    .email = Adresse électronique
    .name = Nom affiché
    .role = Rôle sur tout le site ; à répéter pour plusieurs
help-admin-grant = Donner un rôle à un compte
    .email = Adresse électronique du compte
    .role = Rôle sur tout le site ; à répéter pour plusieurs
help-admin-link = Donner un lien de connexion à un compte
    .email = Adresse électronique du compte
help-admin-list = Lister les comptes et leurs rôles
help-export = Remettre des données : ce qui est public, ou à une personne ce qui la concerne
    .person = Tout ce qui concerne la personne à cette adresse, en JSON
    .initiative = Les contributions d'une démarche, par son nom dans l'adresse
    .all = Tout ce qui est public, dans un dossier donné par --output
    .format = csv, xlsx ou jsonl
    .output = Fichier ou dossier à écrire ; sans lui, la sortie standard
help-import = Faire entrer un fichier : ce que des gens ont dit ailleurs, des réponses à un baromètre, une charte, ou les communes du territoire et leurs contours
    .file = CSV, XLSX, ODS, SPSS ou JSON lines, compressé ou non
    .initiative = La démarche, par son nom dans l'adresse
    .communes = Le fichier liste des communes : code INSEE, nom, population
    .contours = Le fichier contient les contours des communes (GeoJSON, WGS 84)
    .charter = Le fichier contient la charte de la démarche (TOML), comme demo/charter/biodiversite.toml : elle s'ouvre en préparation, rien n'est publié
    .source = D'où viennent les contours, écrit sous chaque carte ; le nom du fichier sinon
    .text = Colonne de ce qui a été dit
    .title = Colonne du titre
    .theme = Colonne du thème
    .capacity = Colonne disant à quel titre on parle
    .area = Colonne de la commune
    .place = Colonne du lieu
    .said-on = Colonne du jour
    .email = Colonne de l'adresse électronique
    .reference = Colonne qui distingue une ligne d'une autre
    .known-themes = Ne pas créer les thèmes que le fichier nomme
    .barometer = Le fichier contient des réponses à ce baromètre, nommé par la fin de son adresse
    .wave = Numéro de la vague
    .population = Code de la population qui répond
    .only = Seulement les lignes où cette colonne vaut ceci : un fichier peut contenir plusieurs vagues
    .respondent = Colonne qui dit qui répond, d'une vague à l'autre ; gardée sous pseudonyme
    .stratum = Colonne de la strate
    .weight = Colonne du poids avant redressement
    .without-faulty = Laisser de côté les lignes à corriger
    .yes = Importer sans demander
help-journal = Lire le journal
help-journal-verify = Vérifier qu'aucune ligne du journal n'a été changée, retirée ou ajoutée
    .head = Une empreinte notée ailleurs, par laquelle la chaîne doit passer
help-openapi = Écrire la description de l'API (OpenAPI 3.1)
help-survey = Calculer une enquête entière à partir de son plan : poids, parts, intervalles, évolutions, écarts
    .plan = Le plan, en TOML, ou le fichier reprise.json d'une vague de baromètre
    .tables = Une table que le plan nomme, et son fichier (CSV, XLSX, ODS, SPSS) : NOM=FICHIER
    .output = Où écrire tout le rapport, en JSON et en pleine précision
    .schema = Écrire le schéma JSON d'un plan
help-count = Compter un budget participatif depuis son fichier Pabulib : retenus, égalités, raisons, procès-verbal vérifiable
    .file = Le fichier de l'élection (.pb)
    .rule = La règle : equal-shares, greedy, knapsack, phragmen ou majority-judgment
    .satisfaction = Ce que vaut un projet pour qui l'a choisi : cost, cardinality ou points ; à défaut cost, ou points s'il y en a
    .completion = Ce qui suit les parts égales : none, greedy, add1 ou add1u
    .increment = Le pas dont chaque part est relevée ; à défaut une unité de la monnaie
    .not-exhaustive = Relever encore quand plus aucun projet n'entre dans ce qui reste
    .integral = Partir d'une part entière, arrondie au-dessous
    .ties = Qui l'emporte à égalité : id, votes-cost-id, ou un fichier d'identifiants, un par ligne
    .envelopes = Un plafond pour une catégorie ou un quartier : NOM=MONTANT
    .comparison = Garder le résultat par nombre de voix si plus de personnes le préfèrent : approved ou represented
    .explain = Dire de chaque projet non retenu ce qu'il lui aurait fallu
    .compare = Montrer le résultat d'autres règles sur les mêmes bulletins
    .json = Écrire tout le résultat en JSON
    .transcript = Où écrire le procès-verbal, que chacun peut vérifier
    .sign-key = Une clef Ed25519 (PKCS#8 DER) qui signe le procès-verbal

## Ce qu'une option attend

value-folder = DOSSIER
value-url = ADRESSE
value-address = ADRESSE
value-secret = SECRET
value-format = FORMAT
value-level = NIVEAU
value-language = LANGUE
value-file = FICHIER
value-email = COURRIEL
value-name = NOM
value-role = RÔLE
value-slug = NOM
value-column = COLONNE
value-hash = EMPREINTE
value-rule = RÈGLE
value-gain = VALEUR
value-completion = COMPLÉMENT
value-amount = MONTANT
value-ties = ORDRE
value-envelope = NOM=MONTANT
value-comparison = PRÉFÉRENCE
value-table = NOM=FICHIER

## Ce qui a été tapé ne va pas

usage-unknown = L'option { $argument } n'existe pas.
usage-unknown-command = La commande { $command } n'existe pas.
usage-missing = Il manque { $argument }.
usage-conflict = { $argument } ne va pas avec une autre option donnée.
usage-value = { $value } ne convient pas pour { $argument } : { $accepted }.
usage-next = arpent --help donne les commandes ; arpent COMMANDE --help, leurs options.
