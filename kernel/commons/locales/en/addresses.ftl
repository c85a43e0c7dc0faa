## Confirming the address left with a contribution

mail-receipt-code-text =
    Hello,

    We have received your contribution no. { $number }:

    { $text }

    To be sent the answer here, confirm that this address is yours. Your code:

    { $digits }

    Type it on this page. It is good for twenty-four hours:

    { $page }

    You will have an answer with its reasons within { $days } days. You can follow what becomes of it here, even without confirming:

    { $link }

    or with the follow code { $code }, from the page “Follow my contribution”.

    Until the address is confirmed, we write nothing more to it. If you sent nothing, do nothing: it will be forgotten in thirty days.
mail-code-subject = { $digits }: the code to confirm your address
mail-code-text =
    Hello,

    Here is another code to confirm the address left with contribution no. { $number }:

    { $digits }

    Type it on this page. It is good for twenty-four hours, and replaces the one before:

    { $link }

    If you asked for nothing, do nothing.
address-none = No address is kept with this contribution: there is nothing to confirm. Your follow code still opens its page.
address-code-unreadable = Type the six digits you received, as in this example: 123456.
address-code-wrong = This is not the last code we sent. Look at the latest message; you have { $left ->
    [one] one try
   *[other] { $left } tries
  } left.
address-code-last-wrong = This is not the code, and it was the fifth try. Press “Send me another code”.
address-code-spent = This code was tried five times and is good no more. Press “Send me another code”.
address-code-old = This code is more than twenty-four hours old and is good no more. Press “Send me another code”.
address-too-many-codes = Five codes have already left today: it is the most we send in a day. Look for them among unwanted messages, or come back tomorrow. Your follow code opens the page of your contribution meanwhile.
trace-address-unconfirmed = Your address is not confirmed: we do not send the answer there. You will read it here.
trace-address-confirm = Confirm my address
