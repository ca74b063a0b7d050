//! The address of an account: sealed, and as a keyed hash by which the account is found.

use crate::app::mail::{self, DoesNotOpen, Secret, TokenSecret};
use crate::domain::{EmailAddress, Sealed, TokenHash};

/// Under what an account's address, or that of a link, is sealed.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) enum Of {
    /// An account.
    Account(crate::domain::PersonId),
    /// A link that signs somebody in.
    SignIn(crate::domain::SignInId),
}

impl Of {
    fn about(self) -> String {
        match self {
            Self::Account(id) => format!("account:{id}"),
            Self::SignIn(id) => format!("sign-in:{id}"),
        }
    }
}

/// Seals an address.
pub(in crate::app) fn seal_address(secret: &Secret, of: Of, address: &EmailAddress) -> Sealed {
    mail::seal(secret, of.about().as_bytes(), address.revealed().as_bytes())
}

/// Opens it.
pub(in crate::app) fn open_address(
    secret: &Secret,
    of: Of,
    sealed: &Sealed,
) -> Result<EmailAddress, DoesNotOpen> {
    let plain = mail::open(secret, of.about().as_bytes(), sealed)?;
    std::str::from_utf8(&plain).ok().and_then(|text| text.parse().ok()).ok_or(DoesNotOpen)
}

/// By what the account of an address is found, whatever case it was typed in.
pub(in crate::app) fn address_key(secret: &Secret, address: &EmailAddress) -> TokenHash {
    TokenSecret::of(secret.derive(&format!("account-address:{}", address.folded()))).hash()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PersonId, SignInId};

    #[test]
    fn an_address_opens_for_its_account_alone() {
        let secret = Secret::random();
        let address: EmailAddress = "owner@example.jp".parse().unwrap();
        let account = |bits| Of::Account(PersonId::from_bits(bits).unwrap());
        let sealed = seal_address(&secret, account(1), &address);
        assert_eq!(open_address(&secret, account(1), &sealed), Ok(address));
        assert!(open_address(&secret, account(2), &sealed).is_err());
        assert!(open_address(&secret, Of::SignIn(SignInId::from_bits(1).unwrap()), &sealed).is_err());
    }

    #[test]
    fn an_account_is_found_whatever_case_its_address_was_typed_in_and_only_with_the_secret() {
        let secret = Secret::random();
        let key = |secret: &Secret, text: &str| address_key(secret, &text.parse().unwrap());
        assert_eq!(key(&secret, "Owner@Example.jp"), key(&secret, "owner@example.jp"));
        assert_ne!(key(&secret, "owner@example.jp"), key(&Secret::random(), "owner@example.jp"));
    }
}
