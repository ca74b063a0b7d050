//! Seals an address with the secrets of its links (XChaCha20-Poly1305), bound to its watch: what is
//! moved to another watch does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use thiserror::Error;

use super::secret::Secret;
use super::token::{SECRET_BYTES, TokenSecret};
use crate::domain::{EmailAddress, SealedAddress, WatchId};

const NONCE_BYTES: usize = 24;

/// An address that was sealed with another key, for another watch, or was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the sealed address does not open with this secret")]
pub(super) struct DoesNotOpen;

/// Somebody who is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correspondent {
    pub(super) address: EmailAddress,
    pub(super) confirm: TokenSecret,
    pub(super) stop: TokenSecret,
}

pub(super) fn seal(secret: &Secret, watch: WatchId, who: &Correspondent) -> SealedAddress {
    let nonce: [u8; NONCE_BYTES] = rand::random();
    let address = who.address.revealed().as_bytes();
    let plain = [who.confirm.bytes().as_slice(), who.stop.bytes().as_slice(), address].concat();
    let about = watch.bits().to_be_bytes();
    let sealed = cipher(secret)
        .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: &about })
        .expect("an address is shorter than what the cipher takes");
    SealedAddress([nonce.as_slice(), &sealed].concat())
}

pub(super) fn open(
    secret: &Secret,
    watch: WatchId,
    sealed: &SealedAddress,
) -> Result<Correspondent, DoesNotOpen> {
    let (nonce, sealed) = sealed.0.split_first_chunk::<NONCE_BYTES>().ok_or(DoesNotOpen)?;
    let about = watch.bits().to_be_bytes();
    let plain = cipher(secret)
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &about })
        .map_err(|_| DoesNotOpen)?;
    let (confirm, rest) = plain.split_first_chunk::<SECRET_BYTES>().ok_or(DoesNotOpen)?;
    let (stop, address) = rest.split_first_chunk::<SECRET_BYTES>().ok_or(DoesNotOpen)?;
    let address = std::str::from_utf8(address).ok().and_then(|text| text.parse().ok()).ok_or(DoesNotOpen)?;
    Ok(Correspondent { address, confirm: TokenSecret::of(*confirm), stop: TokenSecret::of(*stop) })
}

fn cipher(secret: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*secret.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn founder() -> Correspondent {
        Correspondent {
            address: "founder@example.jp".parse().unwrap(),
            confirm: TokenSecret::random(),
            stop: TokenSecret::random(),
        }
    }

    #[test]
    fn a_sealed_address_opens_with_its_secret_for_its_watch_and_no_other() {
        let (secret, who) = (Secret::random(), founder());
        let [one, other] = [1, 2].map(|n| WatchId::from_bits(n).unwrap());
        let sealed = seal(&secret, one, &who);
        assert_eq!(open(&secret, one, &sealed), Ok(who.clone()));
        assert_eq!(open(&secret, other, &sealed), Err(DoesNotOpen));
        assert_eq!(open(&Secret::random(), one, &sealed), Err(DoesNotOpen));
        assert!(!sealed.0.windows(7).any(|bytes| bytes == b"founder"));
        assert_ne!(seal(&secret, one, &who), sealed);
    }

    #[test]
    fn a_sealed_address_that_was_changed_or_cut_does_not_open() {
        let (secret, watch) = (Secret::random(), WatchId::from_bits(1).unwrap());
        let sealed = seal(&secret, watch, &founder());
        for at in 0..sealed.0.len() {
            let mut changed = sealed.clone();
            changed.0[at] ^= 1;
            assert_eq!(open(&secret, watch, &changed), Err(DoesNotOpen));
            assert_eq!(open(&secret, watch, &SealedAddress(sealed.0[..at].to_vec())), Err(DoesNotOpen));
        }
    }
}
