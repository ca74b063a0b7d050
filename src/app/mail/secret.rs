//! The key that seals addresses and letters: 32 bytes, from the configuration or a file of its own.
//!
//! It is kept out of the database, so that a copy of the database alone gives nobody's address away.

use std::fmt;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use hmac::{Hmac, Mac};
use sha2::Sha256;
use thiserror::Error;

/// Why there is no key.
#[derive(Debug, Error)]
pub enum SecretError {
    /// Not 64 hexadecimal digits. What it was instead is not repeated.
    #[error("the secret is not 64 hexadecimal digits")]
    NotASecret,
    /// The file cannot be read or made.
    #[error("cannot use the secret file {path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// 32 bytes that nobody else knows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// The one in a file; makes the file, readable for its owner alone, where it is missing.
    pub fn in_file(path: &Path) -> Result<Self, SecretError> {
        let failed = |source| SecretError::File { path: path.to_owned(), source };
        let mut options = std::fs::OpenOptions::new();
        match options.write(true).create_new(true).mode(0o600).open(path) {
            Ok(mut file) => {
                let made = Self::random();
                let written = file.write_all(made.hex().as_bytes()).and_then(|()| file.sync_all());
                written.map(|()| made).map_err(failed)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                std::fs::read_to_string(path).map_err(failed)?.parse()
            }
            Err(error) => Err(failed(error)),
        }
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 20 bytes that only this secret gives for a text: HMAC-SHA-256, cut short.
    pub(in crate::app) fn derive(&self, text: &str) -> [u8; 20] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(text.as_bytes());
        *mac.finalize().into_bytes().first_chunk().expect("SHA-256 has 32 bytes")
    }

    fn hex(&self) -> String {
        let pairs: Vec<String> = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        pairs.concat() + "\n"
    }
}

impl FromStr for Secret {
    type Err = SecretError;

    fn from_str(text: &str) -> Result<Self, SecretError> {
        let text = text.trim().as_bytes();
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return Err(SecretError::NotASecret);
        }
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            let digit = |b: u8| char::from(b).to_digit(16).ok_or(SecretError::NotASecret);
            *byte = (digit(pair[0])? * 16 + digit(pair[1])?) as u8;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_secret_is_made_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let made = Secret::in_file(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(Secret::in_file(&path).unwrap() == made);
        assert!(Secret::random() != made);
    }

    #[test]
    fn what_is_no_secret_is_refused_without_being_repeated() {
        for text in ["", "hunter2", &"é".repeat(32), &"g".repeat(64)] {
            assert_eq!(
                text.parse::<Secret>().unwrap_err().to_string(),
                "the secret is not 64 hexadecimal digits"
            );
        }
    }
}
