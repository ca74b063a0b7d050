//! One macro for the closed vocabularies: each word has a stable slug (stored, in URLs and tiles)
//! and the Japanese name people use.

use thiserror::Error;

/// A word that is not in the vocabulary it was read for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown {vocabulary}: `{value}` (one of: {expected})")]
pub struct UnknownSlug {
    /// The vocabulary's name, as in `listing kind`.
    pub vocabulary: &'static str,
    /// What was read.
    pub value: String,
    /// The accepted slugs, comma-separated.
    pub expected: String,
}

/// Declares a closed vocabulary with `slug()`, `name_ja()`, `ALL` and `FromStr`.
///
/// `FromStr` accepts the slug and the folded Japanese name, nothing else.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($what:literal) {
            $($(#[$vmeta:meta])* $variant:ident = $slug:literal, $ja:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
        }

        impl $name {
            /// Every word, in the order people list them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable, URL-safe word used in storage, tiles and the API.
            pub const fn slug(self) -> &'static str {
                match self { $($name::$variant => $slug),+ }
            }

            /// The Japanese name people use.
            pub const fn name_ja(self) -> &'static str {
                match self { $($name::$variant => $ja),+ }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::domain::UnknownSlug;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                // Most words are read from our own store: no need to fold those.
                if let Some(word) = Self::ALL.iter().copied().find(|word| text == word.slug()) {
                    return Ok(word);
                }
                let folded = $crate::domain::fold_text(text);
                Self::ALL
                    .iter()
                    .copied()
                    .find(|word| folded == word.slug() || folded == $crate::domain::fold_text(word.name_ja()))
                    .ok_or_else(|| $crate::domain::UnknownSlug {
                        vocabulary: $what,
                        value: text.to_owned(),
                        expected: Self::ALL.iter().map(|w| w.slug()).collect::<Vec<_>>().join(", "),
                    })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.slug())
            }
        }
    };
}

pub(crate) use vocabulary;
