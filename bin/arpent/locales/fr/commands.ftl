## Ce qui ne va pas : quoi, pourquoi, que faire

unexpected = Arpent n'a pas pu aller au bout.
unexpected-next = arpent doctor examine l'installation et dit comment y remédier.
refused = Ce n'est pas possible.
refused-next = Corrigez, puis relancez la commande.
folder-not-writable = Le dossier { $folder } ne peut pas être écrit.
folder-not-writable-next = Donnez-en un autre avec ARPENT_DATA_DIR, ou rendez celui-ci inscriptible par le compte qui lance Arpent.
folder-in-use = Un autre processus Arpent utilise le dossier { $folder }.
folder-in-use-next = Arrêtez-le d'abord (Ctrl-C, ou systemctl stop arpent), puis relancez.
database-unreachable = La base de données { $address } ne répond pas.
database-silent = Pas de réponse en dix secondes.
database-file-next = Vérifiez le chemin et les droits du fichier ; arpent doctor l'examine, arpent restore remet une copie en place.
database-server-next = Vérifiez que PostgreSQL est démarré, que l'adresse, le nom et le mot de passe d'ARPENT_DATABASE_URL sont les bons.
database-missing = Il n'y a pas de base de données à { $file }.
database-missing-next = arpent serve ou arpent migrate la crée ; ARPENT_DATA_DIR et ARPENT_DATABASE_URL disent où elle est.
schema-failed = Le schéma de { $address } n'a pas pu être mis à jour ; rien n'a été changé à moitié.
schema-failed-next = Si la base vient d'une version plus récente d'Arpent, reprenez cette version ; sinon, remettez la dernière copie avec arpent restore.
port-taken = L'adresse { $address } ne peut pas être ouverte.
port-taken-next = Un autre programme s'en sert peut-être : choisissez un autre port avec ARPENT_LISTEN, par exemple 127.0.0.1:8081.

## Serveur

serve-ready =
    Le site répond à { $base } (adresse locale { $listen }).
    Ctrl-C pour arrêter : les requêtes en cours sont terminées d'abord.
migrate-done = Le schéma de { $address } est à jour.

## Copies

backup-file-exists = { $file } existe déjà.
backup-file-exists-next = Donnez un nom nouveau : une copie n'en écrase jamais une autre.
backup-postgres = Cette base est un PostgreSQL, qui a son propre outil.
backup-postgres-next = pg_dump --format=custom --file=COPIE "$ARPENT_DATABASE_URL"
backup-failed = La copie { $file } n'a pas pu être écrite.
backup-failed-next = Vérifiez la place et les droits du dossier où elle va.
backup-done = Copie écrite : { $file } ({ $kibibytes } Kio). Elle contient aussi les fichiers déposés.
restore-postgres-next = pg_restore --clean --dbname="$ARPENT_DATABASE_URL" COPIE, le site étant arrêté.
restore-exists = Il y a déjà une base à { $file }.
restore-exists-next = Ajoutez --force : elle sera gardée à côté, et non effacée.
restore-unreadable = { $file } ne peut pas être lu.
restore-unreadable-next = Vérifiez le chemin et les droits du fichier.
restore-unsound = { $file } n'est pas une copie saine : rien n'a été remplacé.
restore-unsound-next = Essayez une copie plus ancienne.
restore-hint = Arrêtez le site et remettez la dernière copie : arpent restore COPIE --force.
restore-done = { $file } est en place ; son journal a { $lines ->
    [one] une ligne
   *[other] { $lines } lignes
}, et la chaîne tient.
restore-kept = La base remplacée est gardée : { $file }

## Journal

journal-read = { $lines ->
    [one] Une ligne lue.
   *[other] { $lines } lignes lues.
}
journal-head = Empreinte de la dernière ligne, à noter ailleurs : { $hash }
journal-sound = La chaîne tient : aucune ligne changée, retirée ni ajoutée.
journal-changed = La ligne { $line } a été changée.
journal-removed-one = La ligne { $line } a été retirée.
journal-removed = Les lignes { $from } à { $to } ont été retirées.
journal-inserted = La ligne { $line } ne suit pas la précédente : l'une des deux a été ajoutée ou remplacée.
journal-cut = La fin a été coupée : la dernière ligne est la { $last }, il y en avait { $head }.
journal-head-replaced = La tête enregistrée n'est pas l'empreinte de la dernière ligne.
journal-head-unknown = L'empreinte donnée n'est celle d'aucune ligne : ce journal n'est pas, ou plus, celui qui l'a produite.
journal-fault-next = Gardez cette base telle quelle pour l'examiner, et comparez-la à la dernière copie.

## Comptes

admin-account-created = Compte ouvert pour { $email }.
admin-granted = Rôle donné : { $role }.
admin-no-account = Aucun compte n'a l'adresse { $email }.
admin-no-account-next = arpent admin list donne les comptes ; arpent admin create-account en ouvre un.
admin-link =
    Lien de connexion, valable trente minutes, une seule fois :
    { $link }

## Exports

export-unwritable = { $file } ne peut pas être écrit.
export-unwritable-next = Donnez un nom nouveau dans un dossier inscriptible : un export n'écrase rien.

## Imports

no-initiative = Aucune démarche ne s'appelle { $slug } dans les adresses.
no-initiative-next = Le nom est la fin de l'adresse de sa page : /demarches/NOM
import-unreadable = { $file } ne peut pas être lu.
import-unreadable-next = Vérifiez le chemin et les droits du fichier.
import-format-next = Enregistrez-le en CSV, XLSX, ODS, SPSS ou JSON lines, puis relancez.
import-no-text = Aucune colonne ne dit ce que les gens ont dit.
import-no-text-next = Nommez-la avec --text, par exemple --text "Réponse".
import-no-column = Il n'y a pas de colonne { $name }. Les colonnes de ce fichier :
import-no-column-next = Écrivez le nom comme dans le fichier, entre guillemets s'il contient des espaces.
import-columns = Ce que contient chaque colonne :
import-checked = { $good ->
    [one] Une ligne prête
   *[other] { $good } lignes prêtes
}, { $same ->
    [0] aucune en double dans le fichier
    [one] une en double dans le fichier
   *[other] { $same } en double dans le fichier
}, { $faulty ->
    [0] aucune à corriger
    [one] une à corriger
   *[other] { $faulty } à corriger
} ; { $themes ->
    [0] aucun thème nommé
    [one] un thème nommé
   *[other] { $themes } thèmes nommés
}.
import-faulty-line = ligne { NUMBER($line, useGrouping: "false") } : { $reason }
import-faulty-cell = ligne { NUMBER($line, useGrouping: "false") }, colonne « { $column } » : { $reason } [{ $cell }]
import-confirm = Importer les lignes prêtes ? oui ou non :
import-not-done = Rien n'a été importé. Relancez avec --yes pour importer les lignes prêtes.
import-under-way = Import
import-done = { $created ->
    [0] Aucune contribution créée
    [one] Une contribution créée
   *[other] { $created } contributions créées
}, { $again ->
    [0] aucune déjà là
    [one] une déjà là
   *[other] { $again } déjà là
}, { $refused ->
    [0] aucune ligne refusée
    [one] une ligne refusée
   *[other] { $refused } lignes refusées
}, { $themes ->
    [0] aucun thème créé
    [one] un thème créé
   *[other] { $themes } thèmes créés
}.
import-commune-code = code insee, insee, code, code commune
import-commune-name = nom, commune, libellé, nom de la commune
import-commune-population = population municipale, population, habitants
import-no-commune-name = Aucune colonne ne donne le nom des communes. Les colonnes de ce fichier :
import-no-commune-name-next = Nommez les colonnes « code insee », « nom » et « population municipale ».
import-communes-done = { $count ->
    [one] Une commune enregistrée.
   *[other] { $count } communes enregistrées.
}
import-contours-confirm = Garder ces contours ? oui ou non :
import-contours-not-done = Rien n'a été gardé. Relancez avec --yes pour garder ces contours.
import-charter-done = La charte est ouverte, en préparation : { $articles ->
    [one] un article
   *[other] { $articles } articles
}, { $parts ->
    [one] un volet
   *[other] { $parts } volets
}.
import-charter-next = Reprenez la forme de demo/charter/biodiversite.toml.
import-no-barometer = Aucun baromètre ne s'appelle { $slug } dans les adresses.
import-no-barometer-next = Le nom est la fin de l'adresse de sa page : /barometres/NOM
import-no-wave = Ce baromètre n'a pas de vague { $number }. Ses vagues :
import-no-wave-next = Préparez-la sur la page du baromètre, ou donnez un autre numéro avec --wave.
import-no-population = Le protocole n'a pas de population { $code }. Ses populations :
import-no-population-next = Donnez l'une d'elles avec --population.
import-answers-confirm = Importer ces réponses ? oui ou non :
import-answers-not-done = Rien n'a été importé. Relancez avec --yes pour importer ces réponses.
import-answers-faulty = { $count ->
    [one] Rien n'a été importé : une ligne est à corriger.
   *[other] Rien n'a été importé : { $count } lignes sont à corriger.
}
import-answers-faulty-next = Corrigez-les, ou relancez avec --without-faulty pour importer les autres sans elles.
