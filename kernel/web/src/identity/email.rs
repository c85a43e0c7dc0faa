//! E-mail addresses, accepted as people type them.

use crate::refusal::FieldProblem;
use crate::texts::Texts;

/// An address that mail can be sent to, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

/// Longest address (RFC 5321, 4.5.3.1.3).
pub const LONGEST: usize = 254;

impl Email {
    /// Trims, lowers and checks; the problem is said at `field`.
    ///
    /// # Errors
    /// What is wrong, for the field.
    pub fn parse(typed: &str, field: &'static str) -> Result<Self, FieldProblem> {
        let address = typed.trim().to_lowercase();
        let wrong = || FieldProblem::new(field, "format", |l| Texts::new(l).email_problem().into());
        if address.len() > LONGEST || address.parse::<lettre::Address>().is_err() {
            return Err(wrong());
        }
        // `user@localhost` is a valid address and never what a person means.
        let domain_has_dot = address.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
        if domain_has_dot { Ok(Self(address)) } else { Err(wrong()) }
    }

    /// Reads an optional field: empty is none.
    ///
    /// # Errors
    /// As for [`Email::parse`].
    pub fn parse_optional(typed: &str, field: &'static str) -> Result<Option<Self>, FieldProblem> {
        if typed.trim().is_empty() { Ok(None) } else { Self::parse(typed, field).map(Some) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case_without_spaces() {
        assert_eq!(
            Email::parse(" Lea.Martin@Exemple.FR ", "email").map(|e| e.0).ok().as_deref(),
            Some("lea.martin@exemple.fr")
        );
    }

    #[test]
    fn an_address_without_domain_is_refused_at_its_field() {
        assert_eq!(Email::parse("lea@voiron", "email").err().map(|p| p.field), Some("email"));
    }

    #[test]
    fn nothing_typed_is_no_address() {
        assert_eq!(Email::parse_optional("  ", "email").ok().flatten(), None);
    }
}
