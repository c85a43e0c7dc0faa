## Confirmer l'adresse laissée avec une contribution

mail-receipt-code-text =
    Bonjour,

    Nous avons bien reçu votre contribution n° { $number } :

    { $text }

    Pour recevoir la réponse ici, confirmez que cette adresse est la vôtre. Votre code :

    { $digits }

    Écrivez-le sur cette page. Il vaut vingt-quatre heures :

    { $page }

    Une réponse motivée vous sera donnée dans les { $days } jours. Vous pouvez suivre ce qu'elle devient ici, même sans confirmer :

    { $link }

    ou avec le code de suivi { $code }, depuis la page « Suivre ma contribution ».

    Tant que l'adresse n'est pas confirmée, nous n'y écrivons plus rien. Si vous n'avez rien envoyé, ne faites rien : elle sera oubliée dans trente jours.
mail-code-subject = { $digits } : le code pour confirmer votre adresse
mail-code-text =
    Bonjour,

    Voici un autre code pour confirmer l'adresse laissée avec la contribution n° { $number } :

    { $digits }

    Écrivez-le sur cette page. Il vaut vingt-quatre heures, et remplace le précédent :

    { $link }

    Si vous n'avez rien demandé, ne faites rien.
address-none = Aucune adresse n'est gardée avec cette contribution : il n'y a rien à confirmer. Votre code de suivi continue d'ouvrir sa page.
address-code-unreadable = Écrivez les six chiffres reçus, comme dans cet exemple : 123456.
address-code-wrong = Ce n'est pas le dernier code que nous avons envoyé. Relisez le message le plus récent ; il vous reste { $left ->
    [one] un essai
   *[other] { $left } essais
  }.
address-code-last-wrong = Ce n'est pas le code, et c'était le cinquième essai. Appuyez sur « Recevoir un autre code ».
address-code-spent = Ce code a été essayé cinq fois et ne vaut plus. Appuyez sur « Recevoir un autre code ».
address-code-old = Ce code a plus de vingt-quatre heures et ne vaut plus. Appuyez sur « Recevoir un autre code ».
address-too-many-codes = Cinq codes sont déjà partis aujourd'hui : c'est le plus que nous envoyons en un jour. Cherchez-les parmi vos messages indésirables, ou revenez demain. Votre code de suivi ouvre la page de votre contribution en attendant.
trace-address-unconfirmed = Votre adresse n'est pas confirmée : nous n'y envoyons pas la réponse. Vous la lirez ici.
trace-address-confirm = Confirmer mon adresse
