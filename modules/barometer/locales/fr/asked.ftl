### Les mots d'une question, à l'écran comme sur le papier.

answer-yes = Oui
answer-no = Non
answer-several = (plusieurs réponses possibles)
answer-choose = Choisissez dans la liste
answer-between = (un nombre de { $min } à { $max })
answer-percent = (en %, de 0 à 100)
