//! Personal data, encrypted: all that a store ever sees of it.

use std::fmt;

/// Encrypted bytes. What they hold, only the one who has the key knows.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}
