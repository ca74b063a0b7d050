//! The links in mails: the id of what they are about and 160 bits that nobody can guess, compared in
//! constant time. They are random, and the store holds a hash of them, or they are derived from the
//! secret, and the store holds nothing.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::secret::Secret;
use crate::domain::TokenHash;

pub(in crate::app) const SECRET_BYTES: usize = 20;
const ID_LENGTH: usize = 11;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The random part of a link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenSecret([u8; SECRET_BYTES]);

impl TokenSecret {
    /// A new one.
    pub fn random() -> Self {
        Self(rand::random())
    }

    pub(in crate::app) const fn of(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    pub(in crate::app) const fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// The secret as 32 letters and digits, for a link or a cookie.
    pub fn revealed(&self) -> String {
        let mut text = String::with_capacity(SECRET_BYTES / 5 * 8);
        for five in self.0.chunks_exact(5) {
            let bits = five.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
            text.extend((0..8).rev().map(|i| char::from(ALPHABET[(bits >> (5 * i)) as usize & 31])));
        }
        text
    }

    /// What a store keeps of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

impl FromStr for TokenSecret {
    type Err = NotAToken;

    fn from_str(letters: &str) -> Result<Self, NotAToken> {
        if letters.len() != SECRET_BYTES / 5 * 8 {
            return Err(NotAToken);
        }
        let mut bytes = [0; SECRET_BYTES];
        for (five, letters) in bytes.chunks_exact_mut(5).zip(letters.as_bytes().chunks_exact(8)) {
            let digit = |letter: &u8| ALPHABET.iter().position(|a| a == letter);
            let bits = letters.iter().try_fold(0u64, |bits, letter| Some(bits << 5 | digit(letter)? as u64));
            five.copy_from_slice(&bits.ok_or(NotAToken)?.to_be_bytes()[3..]);
        }
        Ok(Self(bytes))
    }
}

impl fmt::Debug for TokenSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSecret(…)")
    }
}

/// The last part of a link: what it is about, by an id, and what nobody can guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<I> {
    /// What it is about.
    pub id: I,
    /// The random part.
    pub secret: TokenSecret,
}

/// A text that is no token. It is not repeated: it may be one with a letter missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a token")]
pub struct NotAToken;

impl<I> Token<I> {
    /// The link that a secret gives for a purpose.
    pub fn derived(secret: &Secret, purpose: &str, id: I) -> Self
    where
        I: fmt::Display,
    {
        let bytes = secret.derive(&format!("link:{purpose}:{id}"));
        Self { id, secret: TokenSecret(bytes) }
    }

    /// True if a secret gives this link for a purpose.
    pub fn is_derived(&self, secret: &Secret, purpose: &str) -> bool
    where
        I: fmt::Display + Copy,
    {
        let own = Self::derived(secret, purpose, self.id);
        own.secret.0.ct_eq(&self.secret.0).into()
    }

    /// True if this is the link whose hash was kept.
    pub fn opens(&self, kept: &TokenHash) -> bool {
        self.secret.hash().0.ct_eq(&kept.0).into()
    }
}

impl<I: fmt::Display> fmt::Display for Token<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.id, self.secret.revealed())
    }
}

impl<I: FromStr> FromStr for Token<I> {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        let (id, letters) = text.split_at_checked(ID_LENGTH).ok_or(NotAToken)?;
        let id = id.parse().map_err(|_| NotAToken)?;
        Ok(Self { id, secret: letters.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::WatchId;
    use proptest::prelude::*;

    #[test]
    fn a_derived_link_opens_for_its_secret_its_purpose_and_its_id_alone() {
        let (secret, id) = (Secret::random(), |bits| WatchId::from_bits(bits).unwrap());
        let token: Token<WatchId> = Token::derived(&secret, "stop", id(1)).to_string().parse().unwrap();
        assert!(token.is_derived(&secret, "stop"));
        assert!(!token.is_derived(&secret, "confirm"));
        assert!(!token.is_derived(&Secret::random(), "stop"));
        assert!(!Token { id: id(2), ..token }.is_derived(&secret, "stop"));
    }

    proptest! {
        #[test]
        fn a_token_reads_back_and_opens_only_its_own(bits in 1u64..1 << 53, secret: [u8; SECRET_BYTES], other: [u8; SECRET_BYTES], noise in "\\PC{0,50}") {
            let token = Token { id: WatchId::from_bits(bits).unwrap(), secret: TokenSecret(secret) };
            prop_assert_eq!(token.to_string().len(), 43);
            prop_assert_eq!(token.to_string().parse(), Ok(token));
            prop_assert!(token.opens(&token.secret.hash()));
            prop_assert_eq!(token.opens(&TokenSecret(other).hash()), secret == other);
            prop_assert!(noise.parse::<Token<WatchId>>().is_err());
        }
    }
}
