//! Forms that keep what was typed and say what is wrong at the field.

use arpent_texts::Lang;

use crate::refusal::FieldProblem;

/// A choice of a list, a radio button or a check box.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line more.
    pub hint: Option<String>,
    /// Chosen.
    pub checked: bool,
}

impl Choice {
    /// A choice; `current` is the value now held by the field.
    pub fn new(value: impl Into<String>, label: impl Into<String>, current: &str) -> Self {
        let value = value.into();
        Self { checked: value == current, label: label.into(), hint: None, value }
    }

    /// Adds a line under the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A field as the components draw it.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Name sent.
    pub name: &'static str,
    /// `id` attribute; errors link to it.
    pub id: String,
    /// The question.
    pub label: String,
    /// Help under the question.
    pub hint: Option<String>,
    /// What was typed, or what is stored.
    pub value: String,
    /// What is wrong.
    pub error: Option<String>,
    /// Must be answered.
    pub required: bool,
    /// Longest text accepted, in characters.
    pub maxlength: Option<usize>,
    /// `type` attribute of an input.
    pub kind: &'static str,
    /// `autocomplete` attribute (WCAG 1.3.5).
    pub autocomplete: Option<&'static str>,
    /// Choices of a list or of radio buttons.
    pub options: Vec<Choice>,
}

impl Field {
    /// A text field.
    pub fn text(name: &'static str, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name, id: name.to_owned(), label: label.into(), value: value.into(), kind: "text", ..Self::default() }
    }

    /// A list or radio buttons.
    pub fn choices(name: &'static str, label: impl Into<String>, options: Vec<Choice>) -> Self {
        let value = options.iter().find(|choice| choice.checked).map(|choice| choice.value.clone()).unwrap_or_default();
        Self { options, ..Self::text(name, label, value) }
    }

    /// Adds help under the question.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says it must be answered.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Bounds its length, in characters.
    #[must_use]
    pub const fn max(mut self, characters: usize) -> Self {
        self.maxlength = Some(characters);
        self
    }

    /// Sets the `type` attribute.
    #[must_use]
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// Sets the `autocomplete` attribute.
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }
}

/// An entry of the summary at the top of a refused form.
#[derive(Debug, Clone)]
pub struct FieldError {
    /// Where the link leads.
    pub field_id: String,
    /// What is wrong.
    pub text: String,
}

/// What is wrong with a form as a whole.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// In the order of the fields.
    pub errors: Vec<FieldError>,
}

impl Form {
    /// Writes each problem at its field and in the summary. A problem of a field not on this page stays in the summary.
    pub fn refused<'a>(problems: &[FieldProblem], lang: Lang, fields: impl IntoIterator<Item = &'a mut Field>) -> Self {
        let mut errors = Vec::new();
        let mut left: Vec<&FieldProblem> = problems.iter().collect();
        for field in fields {
            left.retain(|problem| {
                if problem.field != field.name {
                    return true;
                }
                let text = problem.text.text(lang);
                errors.push(FieldError { field_id: field.id.clone(), text: text.clone() });
                field.error = Some(text);
                false
            });
        }
        errors.extend(left.iter().map(|p| FieldError { field_id: p.field.to_owned(), text: p.text.text(lang) }));
        Self { errors }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_said_at_its_field_and_in_the_summary() {
        let mut title = Field::text("title", "Titre", "x");
        let problems = [FieldProblem::new("title", "too-short", |_| "Trop court".into())];
        let form = Form::refused(&problems, Lang::Fr, [&mut title]);
        assert_eq!(title.error.as_deref(), Some("Trop court"));
        assert_eq!(form.errors[0].field_id, "title");
        assert_eq!(title.value, "x");
    }

    #[test]
    fn a_problem_of_a_field_not_shown_is_still_said() {
        let problems = [FieldProblem::new("other", "missing", |_| "Il manque".into())];
        assert_eq!(Form::refused(&problems, Lang::Fr, []).errors[0].text, "Il manque");
    }
}
