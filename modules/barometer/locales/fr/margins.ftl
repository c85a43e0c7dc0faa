### Les marges, et leur table.

margins-empty = Aucune marge : les réponses ne seront pas redressées. Apportez une table du recensement pour qu'elles représentent la population.
margin-import = Apporter une table de marges
margin-import-title = Apporter une table de marges
margin-import-lead = Une ligne par catégorie, trois colonnes : variable, modalité, effectif. Une variable que l'on ne demandait pas devient une question de profil ; les communes sont nommées d'après leur code INSEE.
margin-import-send = Lire la table
margin-imported = { $count ->
    [one] Une marge est dans le brouillon.
   *[other] { $count } marges sont dans le brouillon.
}
margin-file = Table
margin-file-hint = CSV, XLSX ou ODS.
margin-file-missing = Choisissez un fichier.
margin-file-unreadable = Ce fichier n'est pas un tableau que l'on sait lire. Enregistrez-le en CSV ou en XLSX, avec le nom des colonnes en première ligne.
margin-columns-missing = On ne trouve pas les trois colonnes variable, modalite et effectif. Le fichier a : { $headers }.
margin-population = Population comptée
margin-population-missing = Choisissez une population du protocole.
margin-source = Source
margin-source-hint = La table et qui la publie : « INSEE, recensement, population principale ».
margin-source-missing = Dites d'où viennent ces chiffres.
margin-year = Année comptée
margin-year-hint = L'année des chiffres, non celle de la publication.
margin-year-missing = Écrivez l'année comptée, comme 2022.
margin-year-far = La table « { $variable } » compte l'année { $counted }, le protocole s'écrit en { $asked }. Vérifiez qu'il n'en existe pas de plus proche.
margin-years-differ = Les tables ne comptent pas la même année : { $years }. Le redressement les tiendra pourtant pour vraies ensemble.
margin-cells = Effectif par catégorie
margin-cells-hint = Une par ligne : code ; effectif.
margin-told = { $source }, { $year }
margin-size = { $categories } catégories, { $people } personnes
margin-lines-wrong = { $count ->
    [one] Une ligne est à corriger ; rien n'a été lu
   *[other] { $count } lignes sont à corriger ; rien n'a été lu
}
margin-lines-more = { $count ->
    [one] Et une autre ligne.
   *[other] Et { $count } autres lignes.
}
margin-line = Ligne
margin-column = Colonne
margin-reason = Pourquoi
margin-cell = Cellule
margin-column-variable = variable
margin-column-category = modalité
margin-column-total = effectif
margin-fault-empty = La cellule est vide.
margin-fault-number = On attend un nombre de personnes, plus grand que zéro.
margin-fault-code = Une variable s'écrit en minuscules, chiffres, « - » et « _ ».
margin-fault-twice = Cette catégorie est déjà comptée plus haut.
margin-fault-unreadable = La ligne n'a pas le même nombre de cellules que la première.
