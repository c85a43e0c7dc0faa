## Following a démarche from one's calendar or feed reader

subscribe-title = Follow this process
subscribe-agenda = Put its dates in your calendar
subscribe-agenda-hint = Give the address of this link to your calendar: its dates will stay up to date.
subscribe-news = Receive its news (Atom feed)
subscribe-news-title = News: { $title }
agenda-review = Review of the decision: { $title }
agenda-due = A commitment is due: { $text }
news-opened = The process is open: { $title }
news-closed = The process is closed: { $title }
news-option = An option is proposed: { $title }
news-verdict = A trial is judged: { $title } ({ $word })
news-decision = A decision is taken: { $title }
news-decision-corrected = A decision is corrected: { $title }
news-commitment = A commitment is taken: { $text }
news-due = Due: { $day }
news-measure = A measure is published: { $metric }, { $label }
