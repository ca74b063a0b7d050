//! A mail as it goes out: text and HTML, and the headers that machines read.

use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::sealing::{DoesNotOpen, open, seal};
use super::secret::Secret;
use super::{MailError, MailOptions};
use crate::app::wording::Letter;
use crate::domain::{EmailAddress, Sealed};

/// Somebody to write to, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Where to.
    pub to: EmailAddress,
    /// Who an answer goes to, where that is not the server's own address.
    pub reply_to: Option<EmailAddress>,
    /// The words.
    pub letter: Letter,
    /// Further headers: name and value, in ASCII.
    pub headers: Vec<(&'static str, String)>,
}

impl Mail {
    /// A mail without anything special.
    pub const fn to(to: EmailAddress, letter: Letter) -> Self {
        Self { to, reply_to: None, letter, headers: Vec::new() }
    }
}

/// A mail as bytes, ready to be handed over.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::app) struct Outgoing {
    pub(super) to: EmailAddress,
    /// The mail with its headers (RFC 5322), the Message-ID among them.
    pub(super) bytes: Vec<u8>,
}

impl Outgoing {
    /// Writes a mail out. `message` is the left side of its Message-ID.
    pub(in crate::app) fn written(
        options: &MailOptions,
        mail: &Mail,
        message: &str,
    ) -> Result<Self, MailError> {
        let to = address(&mail.to);
        let envelope = Envelope::new(Some(options.from.email.clone()), vec![to.clone()]);
        let mut head = Message::builder()
            .envelope(envelope.map_err(MailError::Unwritable)?)
            .from(options.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&*mail.letter.subject)
            .date_now()
            .message_id(Some(format!("<{message}@{}>", options.host)))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("X-Auto-Response-Suppress", "All"));
        if let Some(reply_to) = &mail.reply_to {
            head = head.reply_to(Mailbox::new(None, address(reply_to)));
        }
        for (name, value) in &mail.headers {
            head = head.raw_header(raw(name, value));
        }
        let readable = options.smtp_url.starts_with(super::transport::FILE);
        let body = MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, &mail.letter.text, readable))
            .singlepart(part(ContentType::TEXT_HTML, &mail.letter.html, readable));
        let written = head.multipart(body).map_err(MailError::Unwritable)?;
        Ok(Self { to: mail.to.clone(), bytes: written.formatted() })
    }

    /// Seals it for the letter of a key.
    pub(super) fn sealed(&self, secret: &Secret, key: &str) -> Sealed {
        let plain = [self.to.revealed().as_bytes(), b"\n", &self.bytes].concat();
        seal(secret, &about(key), &plain)
    }

    /// Opens the letter of a key.
    pub(super) fn opened(secret: &Secret, key: &str, sealed: &Sealed) -> Result<Self, DoesNotOpen> {
        let plain = open(secret, &about(key), sealed)?;
        let end = plain.iter().position(|byte| *byte == b'\n').ok_or(DoesNotOpen)?;
        let to = std::str::from_utf8(&plain[..end]).ok().and_then(|to| to.parse().ok());
        Ok(Self { to: to.ok_or(DoesNotOpen)?, bytes: plain[end + 1..].to_vec() })
    }
}

fn about(key: &str) -> Vec<u8> {
    [b"letter:", key.as_bytes()].concat()
}

/// The address for an envelope. What an address is was checked before, and less narrowly than lettre
/// does: it takes what telephone companies once gave out.
pub(super) fn address(of: &EmailAddress) -> Address {
    let (local, domain) = of.revealed().rsplit_once('@').expect("an address has an @");
    Address::new_dangerous(local, domain)
}

/// Japanese survives every server in base64, and lines stay short. In a file it is to be readable.
fn part(kind: ContentType, text: &str, readable: bool) -> SinglePart {
    let part = SinglePart::builder().header(kind);
    if readable {
        let lines = text.replace('\n', "\r\n").into_bytes();
        part.body(Body::dangerous_pre_encoded(lines, ContentTransferEncoding::EightBit))
    } else {
        part.header(ContentTransferEncoding::Base64).body(text.to_owned())
    }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(smtp_url: &str) -> MailOptions {
        MailOptions {
            smtp_url: smtp_url.to_owned(),
            from: "街角 <machikado@ward.example>".parse().unwrap(),
            public_url: "https://ward.example".to_owned(),
            host: "ward.example".to_owned(),
            secret: Secret::random(),
            desk: None,
        }
    }

    fn mail(to: &str) -> Mail {
        let letter =
            Letter { subject: "件名".into(), text: "本文\n".into(), html: "<p>本文</p>".into() };
        Mail::to(to.parse().unwrap(), letter)
    }

    #[test]
    fn a_letter_opens_as_it_was_written_and_only_under_its_key() {
        let options = options("smtp://mail.example");
        let written = Outgoing::written(&options, &mail("a..b.@docomo.example.jp"), "m").unwrap();
        let sealed = written.sealed(&options.secret, "a");
        assert!(Outgoing::opened(&options.secret, "a", &sealed) == Ok(written));
        assert!(Outgoing::opened(&options.secret, "b", &sealed).is_err());
    }

    #[test]
    fn an_answer_goes_to_whom_the_mail_names_and_else_to_the_server() {
        let options = options("smtp://mail.example");
        let headers = |mail: &Mail| {
            let bytes = Outgoing::written(&options, mail, "m").unwrap().bytes;
            String::from_utf8(bytes).unwrap().split("\r\n\r\n").next().unwrap().to_owned()
        };
        assert!(!headers(&mail("owner@example.jp")).contains("Reply-To"));
        let named =
            Mail { reply_to: Some("founder@example.jp".parse().unwrap()), ..mail("owner@example.jp") };
        let named = headers(&named);
        assert!(named.contains("Reply-To: founder@example.jp"), "{named}");
        assert!(named.contains("Message-ID: <m@ward.example>"), "{named}");
    }

    #[test]
    fn a_mail_in_a_file_can_be_read_without_a_mail_program() {
        let bytes = Outgoing::written(&options("file:/tmp/mail"), &mail("a@example.jp"), "m").unwrap().bytes;
        assert!(String::from_utf8(bytes).unwrap().contains("\r\n本文\r\n"));
    }
}
