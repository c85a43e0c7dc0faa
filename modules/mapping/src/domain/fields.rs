//! What a programme asks beside the place and the name: one question a line, as its author types it.
//!
//! `Circumference (cm) : number` asks a number, `State : good, middling, bad` a choice, `Smell` a short text.

/// Most questions of a programme: it is filled standing in the street.
pub const MOST: usize = 8;
/// Words that ask for a number, in both languages.
const NUMBERS: [&str; 2] = ["nombre", "number"];

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub label: String,
    /// How it is answered.
    pub answer: Answer,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// In a few words.
    Text,
    /// With a number.
    Number,
    /// With one of these.
    Choice(Vec<String>),
}

/// The questions of a programme.
///
/// # Errors
/// More than [`MOST`]: how many there are.
pub fn questions(typed: &str) -> Result<Vec<Question>, usize> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST { Err(lines.len()) } else { Ok(lines.into_iter().map(question).collect()) }
}

fn question(line: &str) -> Question {
    let Some((label, how)) = line.rsplit_once(':') else {
        return Question { label: line.to_owned(), answer: Answer::Text };
    };
    let choices: Vec<String> = how.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let answer = match choices.as_slice() {
        [one] if NUMBERS.contains(&one.to_lowercase().as_str()) => Answer::Number,
        [] | [_] => Answer::Text,
        _ => Answer::Choice(choices),
    };
    Question { label: label.trim().to_owned(), answer }
}

impl Question {
    /// An answer as it is kept, empty when there is none; `None` for what is no number, or none of the choices.
    pub fn read(&self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        match &self.answer {
            _ if typed.is_empty() => Some(String::new()),
            Answer::Text => Some(typed.chars().take(200).collect()),
            Answer::Number => typed.replace(',', ".").parse::<f64>().ok().map(|_| typed.to_owned()),
            Answer::Choice(choices) => choices.iter().find(|one| *one == typed).cloned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_it_is_answered() {
        let asked = questions("Circonférence (cm) : nombre\nÉtat : bon, moyen\n\nOdeur").expect("questions");
        assert_eq!(asked[0], Question { label: "Circonférence (cm)".into(), answer: Answer::Number });
        assert_eq!(asked[1].answer, Answer::Choice(vec!["bon".into(), "moyen".into()]));
        assert_eq!((asked[2].label.as_str(), &asked[2].answer), ("Odeur", &Answer::Text));
        assert_eq!(questions(&"a\n".repeat(9)), Err(9));
    }

    #[test]
    fn an_answer_that_does_not_fit_is_refused() {
        let asked = questions("Tour : nombre\nÉtat : bon, moyen").expect("questions");
        assert_eq!(
            [asked[0].read("140,5"), asked[0].read("gros"), asked[0].read("")],
            [Some("140,5".into()), None, Some(String::new())]
        );
        assert_eq!([asked[1].read("bon"), asked[1].read("mauvais")], [Some("bon".into()), None]);
    }
}
