//! Seals personal data (XChaCha20-Poly1305), bound to what it is about: what is moved to another row
//! does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use thiserror::Error;

use super::secret::Secret;
use crate::domain::Sealed;

const NONCE_BYTES: usize = 24;

/// What was sealed with another key, about something else, or was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("what is sealed does not open with this secret")]
pub(in crate::app) struct DoesNotOpen;

/// Seals what opens only with the same secret and the same `about`.
pub(in crate::app) fn seal(secret: &Secret, about: &[u8], plain: &[u8]) -> Sealed {
    let nonce: [u8; NONCE_BYTES] = rand::random();
    let sealed = cipher(secret)
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: about })
        .expect("what is sealed is shorter than what the cipher takes");
    Sealed([nonce.as_slice(), &sealed].concat())
}

/// What was sealed.
pub(in crate::app) fn open(secret: &Secret, about: &[u8], sealed: &Sealed) -> Result<Vec<u8>, DoesNotOpen> {
    let (nonce, sealed) = sealed.0.split_first_chunk::<NONCE_BYTES>().ok_or(DoesNotOpen)?;
    let payload = Payload { msg: sealed, aad: about };
    cipher(secret).decrypt(&XNonce::from(*nonce), payload).map_err(|_| DoesNotOpen)
}

fn cipher(secret: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*secret.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_secret_about_its_thing_and_no_other() {
        let secret = Secret::random();
        let sealed = seal(&secret, b"letter:1", b"founder@example.jp");
        assert_eq!(open(&secret, b"letter:1", &sealed).as_deref(), Ok(b"founder@example.jp".as_slice()));
        assert_eq!(open(&secret, b"letter:2", &sealed), Err(DoesNotOpen));
        assert_eq!(open(&Secret::random(), b"letter:1", &sealed), Err(DoesNotOpen));
        assert!(!sealed.0.windows(7).any(|bytes| bytes == b"founder"));
        assert_ne!(seal(&secret, b"letter:1", b"founder@example.jp"), sealed);
    }

    #[test]
    fn what_was_changed_or_cut_does_not_open() {
        let secret = Secret::random();
        let sealed = seal(&secret, b"letter:1", b"founder@example.jp");
        for at in 0..sealed.0.len() {
            let mut changed = sealed.clone();
            changed.0[at] ^= 1;
            assert_eq!(open(&secret, b"letter:1", &changed), Err(DoesNotOpen));
            assert_eq!(open(&secret, b"letter:1", &Sealed(sealed.0[..at].to_vec())), Err(DoesNotOpen));
        }
    }
}
