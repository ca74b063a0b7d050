//! Who made a change. The change log keeps it; no name or address of a person can be in it.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use super::id::PersonId;

/// A text that names no actor.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not an actor: `{0}` (one of: import, sample, system, person:ID)")]
pub struct UnknownActor(pub String);

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Someone at the command line who imported a file.
    Import,
    /// The sample ward, filled into an empty store.
    Sample,
    /// Machikado itself: scheduled work, a restored backup.
    System,
    /// A person who signed in, known here by id alone.
    Person(PersonId),
}

impl fmt::Display for Actor {
    /// The word it is stored under: `import`, `sample`, `system` or `person:` and the id.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Import => f.write_str("import"),
            Self::Sample => f.write_str("sample"),
            Self::System => f.write_str("system"),
            Self::Person(id) => write!(f, "person:{id}"),
        }
    }
}

impl FromStr for Actor {
    type Err = UnknownActor;

    fn from_str(text: &str) -> Result<Self, UnknownActor> {
        let unknown = || UnknownActor(text.chars().take(40).collect());
        match text {
            "import" => Ok(Self::Import),
            "sample" => Ok(Self::Sample),
            "system" => Ok(Self::System),
            _ => {
                let id = text.strip_prefix("person:").ok_or_else(unknown)?;
                id.parse().map(Self::Person).map_err(|_| unknown())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_reads_back_from_the_word_it_is_stored_under() {
        let person = Actor::Person(PersonId::from_bits(7).unwrap());
        for actor in [Actor::Import, Actor::Sample, Actor::System, person] {
            assert_eq!(actor.to_string().parse::<Actor>().unwrap(), actor);
        }
        assert!("person:somebody".parse::<Actor>().is_err());
        assert!("somebody".parse::<Actor>().is_err());
    }
}
