//! Where to go back to after signing in: a page of this site and nothing else.

use std::fmt;

use crate::encode;

/// A path of this site. Anything else typed in an address becomes the home page, so that a link cannot lead a person
/// who has just signed in to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back(String);

impl Back {
    /// Reads `retour`.
    pub fn parse(typed: &str) -> Self {
        let path = typed.trim();
        // Browsers read `//host` and `/\host` as another site.
        let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r', '\t']);
        let leads_to_sign_in = path.starts_with("/connexion") || path.starts_with("/deconnexion");
        Self(if local && !leads_to_sign_in { path.to_owned() } else { "/".to_owned() })
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as the value of a query parameter.
    pub fn encoded(&self) -> String {
        encode::query(&self.0)
    }
}

impl fmt::Display for Back {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_site_becomes_the_home_page() {
        for typed in ["https://ailleurs.example", "//ailleurs.example", "/\\ailleurs.example", "ailleurs", "", "/a\nb"]
        {
            assert_eq!(Back::parse(typed).as_str(), "/", "{typed:?}");
        }
    }

    #[test]
    fn a_page_of_this_site_is_kept_with_its_filters() {
        let back = Back::parse("/demarches?theme=vélo&page=2");
        assert_eq!(back.as_str(), "/demarches?theme=vélo&page=2");
        assert_eq!(back.encoded(), "/demarches%3Ftheme%3Dv%C3%A9lo%26page%3D2");
    }

    #[test]
    fn signing_in_never_leads_back_to_signing_in() {
        assert_eq!(Back::parse("/connexion?retour=/compte").as_str(), "/");
    }
}
