//! Seals an address with the secrets of its links, bound to its watch.

use crate::app::mail::{self, DoesNotOpen, SECRET_BYTES, Secret, TokenSecret};
use crate::domain::{EmailAddress, Sealed, WatchId};

/// Somebody who is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correspondent {
    pub(super) address: EmailAddress,
    pub(super) confirm: TokenSecret,
    pub(super) stop: TokenSecret,
}

pub(super) fn seal(secret: &Secret, watch: WatchId, who: &Correspondent) -> Sealed {
    let address = who.address.revealed().as_bytes();
    let plain = [who.confirm.bytes().as_slice(), who.stop.bytes().as_slice(), address].concat();
    mail::seal(secret, &watch.bits().to_be_bytes(), &plain)
}

pub(super) fn open(secret: &Secret, watch: WatchId, sealed: &Sealed) -> Result<Correspondent, DoesNotOpen> {
    let plain = mail::open(secret, &watch.bits().to_be_bytes(), sealed)?;
    let (confirm, rest) = plain.split_first_chunk::<SECRET_BYTES>().ok_or(DoesNotOpen)?;
    let (stop, address) = rest.split_first_chunk::<SECRET_BYTES>().ok_or(DoesNotOpen)?;
    let address = std::str::from_utf8(address).ok().and_then(|text| text.parse().ok()).ok_or(DoesNotOpen)?;
    Ok(Correspondent { address, confirm: TokenSecret::of(*confirm), stop: TokenSecret::of(*stop) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_opens_with_the_secrets_of_its_links_for_its_watch_and_no_other() {
        let who = Correspondent {
            address: "founder@example.jp".parse().unwrap(),
            confirm: TokenSecret::random(),
            stop: TokenSecret::random(),
        };
        let secret = Secret::random();
        let [one, other] = [1, 2].map(|n| WatchId::from_bits(n).unwrap());
        let sealed = seal(&secret, one, &who);
        assert_eq!(open(&secret, one, &sealed), Ok(who));
        assert_eq!(open(&secret, other, &sealed), Err(DoesNotOpen));
    }
}
