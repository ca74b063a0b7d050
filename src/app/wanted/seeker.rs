//! The sealed address of whoever wrote a card.

use crate::app::mail::{self, DoesNotOpen, Secret};
use crate::domain::{EmailAddress, Sealed, WantedId};

/// Seals the address of whoever wrote a card.
pub(in crate::app) fn seal_seeker(secret: &Secret, id: WantedId, address: &EmailAddress) -> Sealed {
    mail::seal(secret, about(id).as_bytes(), address.revealed().as_bytes())
}

/// Opens it.
pub(in crate::app) fn open_seeker(
    secret: &Secret,
    id: WantedId,
    sealed: &Sealed,
) -> Result<EmailAddress, DoesNotOpen> {
    let plain = mail::open(secret, about(id).as_bytes(), sealed)?;
    std::str::from_utf8(&plain).ok().and_then(|text| text.parse().ok()).ok_or(DoesNotOpen)
}

fn about(id: WantedId) -> String {
    format!("wanted:{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_card_opens_for_that_card_alone() {
        let (secret, id) = (Secret::random(), |bits| WantedId::from_bits(bits).unwrap());
        let address: EmailAddress = "seeker@example.jp".parse().unwrap();
        let sealed = seal_seeker(&secret, id(1), &address);
        assert_eq!(open_seeker(&secret, id(1), &sealed), Ok(address));
        assert_eq!(open_seeker(&secret, id(2), &sealed), Err(DoesNotOpen));
    }
}
