### Ce qui part avec les gens : fichiers pour les statistiques et les archives, réponses protégées.

data-for-spreadsheet = pour un tableur.
data-for-statistics = pour SPSS, R, PSPP, Stata ou jamovi, avec les mots derrière chaque code.
data-for-programs = pour un programme : tout le document, à pleine précision.
data-for-archives = pour une archive : ce qui a été demandé, à qui, comment, dans chaque langue (norme DDI-Codebook 2.5).
data-answers = Les réponses elles-mêmes
data-not-published = Les réponses, une par une, ne sont pas publiées, même sans nom. En les comptant soi-même, on retrouverait chaque chiffre masqué ici parce que trop peu de personnes ont répondu, et parfois une personne. Les fichiers ci-dessus contiennent donc les chiffres publiés et rien d'autre.
data-take-lead = Vous conduisez la collecte : vous pouvez emporter les réponses, avec leurs poids et de quoi refaire chaque chiffre. Sans nom, sans lieu ni semaine dans les fichiers de réponses. Gardez-les sur un poste protégé, ne les transmettez pas ; le journal note que vous les avez prises.
data-take = Emporter les réponses protégées
data-columns = Ce que contient chaque colonne
data-level = Part de « { $level } ».
state-shown = Publié
state-counted = Seulement compté : trop peu de réponses pour une estimation
ddi-about = Satisfaction à l'égard de services publics : { $services }.
ddi-open = Chiffres publiés : Licence Ouverte 2.0.
ddi-not-published = Réponses individuelles : non publiées, parce qu'en les comptant on retrouverait les chiffres masqués. Leurs variables sont décrites ici.
ddi-file-figures = Une ligne par chiffre publié.
ddi-file-answers = { $population } : une ligne par réponse complète. Fichier non publié.
ddi-asked-when = Demandé si { $question } vaut { $codes }.
ddi-weight = Poids de redressement : nombre de personnes que la réponse représente
dossier-readme =
    Ce dossier contient des réponses, une par ligne. Elles sont sans nom, mais compter de petits groupes peut faire reconnaître quelqu'un : gardez-le sur un poste protégé, ne le transmettez pas, effacez-le après usage.

    reponses-*.sav : les réponses de chaque population, pour SPSS, R (haven), PSPP ou jamovi. La variable weight redresse.
    codebook.xml : ce que veut dire chaque variable (DDI-Codebook 2.5).
    cube.json : les résultats tels qu'ils ont été calculés.
    reprise.json et tables/ : de quoi refaire chaque chiffre, sans la base, par la commande
      arpent survey reprise.json --output rapport.json
    L'empreinte de chaque table est vérifiée avant le calcul. Les tables contiennent en plus le lieu, et le pseudonyme qui relie une personne d'une vague à l'autre dans un panel : le calcul des évolutions en a besoin.
