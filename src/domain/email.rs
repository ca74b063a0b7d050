//! An e-mail address: personal data, which no log, body or error can carry by accident.
//!
//! The text leaves only through [`EmailAddress::revealed`]; there is no `Display`, and `Debug`
//! shows none of it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The longest address SMTP carries.
const LONGEST: usize = 254;

/// A text that is not an address. It does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an e-mail address")]
pub struct NotAnAddress;

/// An e-mail address in ASCII: one `@`, a local part without quotes, a domain with a dot.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(Box<str>);

impl EmailAddress {
    /// The address itself, for the envelope of a mail and for sealing.
    pub fn revealed(&self) -> &str {
        &self.0
    }

    /// The address as one mailbox, whatever case it was typed in.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        let fits = text.len() <= LONGEST && (1..=64).contains(&local.len());
        if fits && is_local(local) && is_domain(domain) { Ok(Self(text.into())) } else { Err(NotAnAddress) }
    }
}

/// A dot-atom. Two dots together and a dot at the end are not one, but Japanese telephone companies
/// gave such addresses out, and people still have them.
fn is_local(local: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b);
    local.bytes().all(allowed) && !local.starts_with('.')
}

fn is_domain(domain: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_mailbox_at_one_domain() {
        for text in ["a@example.jp", " founder+cafe@mail.example.co.jp ", "a..b.@docomo.example.jp"] {
            assert!(text.parse::<EmailAddress>().is_ok(), "{text}");
        }
        let long = format!("{}@example.jp", "a".repeat(65));
        for text in [
            "",
            "a",
            "@example.jp",
            "a@",
            "a@localhost",
            "a b@example.jp",
            "a@example.jp,b@example.jp",
            "a@example.jp\r\nBcc: b@example.jp",
            "\"a\"@example.jp",
            "a@-example.jp",
            "a@exa_mple.jp",
            "あ@example.jp",
            long.as_str(),
        ] {
            assert!(text.parse::<EmailAddress>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_that_is_debugged_shows_nothing() {
        let address: EmailAddress = "founder@example.jp".parse().unwrap();
        assert_eq!(format!("{address:?}"), "EmailAddress(…)");
    }
}
