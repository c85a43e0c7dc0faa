//! Pages of the identity.
