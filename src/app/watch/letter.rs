//! A mail as it goes out: text and HTML, and the headers that machines read.

use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use super::MailOptions;
use super::seal::Correspondent;
use super::token::Token;
use crate::app::wording::{Letter, Links, confirm_letter, news_letter};
use crate::domain::{News, NoticeKey, Watch};

/// What a mail tells.
pub(super) struct Sheet<'a> {
    /// The search in words.
    pub(super) named: &'a str,
    pub(super) key: NoticeKey,
    /// Left side of the Message-ID.
    pub(super) message: &'a str,
    pub(super) news: &'a [News],
    pub(super) more: u32,
}

/// The mail for one correspondent.
pub(super) fn letter(
    options: &MailOptions,
    watch: &Watch,
    who: &Correspondent,
    sheet: &Sheet<'_>,
) -> Result<Message, lettre::error::Error> {
    let base = &options.public_url;
    let link = |what: &str, secret| format!("{base}/watch/{what}/{}", Token { watch: watch.id, secret });
    let stop = link("stop", who.stop);
    let links = Links { base, stop: &stop };
    let is_confirm = sheet.key == NoticeKey::Confirm;
    let Letter { subject, text, html } = if is_confirm {
        confirm_letter(watch, sheet.named, &link("confirm", who.confirm), &links)
    } else {
        news_letter(watch, sheet.named, sheet.news, sheet.more, &links)
    };
    let to = Mailbox::new(None, who.address.revealed().parse().map_err(|_| lettre::error::Error::MissingTo)?);
    let mut mail = Message::builder()
        .from(options.from.clone())
        .to(to)
        .subject(subject)
        .date_now()
        .message_id(Some(format!("<{}@{}>", sheet.message, options.host)))
        .raw_header(raw("Auto-Submitted", "auto-generated"))
        .raw_header(raw("X-Auto-Response-Suppress", "All"));
    if !is_confirm {
        mail = mail
            .raw_header(raw("List-Unsubscribe", &format!("<{stop}>")))
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    mail.multipart(
        MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, text))
            .singlepart(part(ContentType::TEXT_HTML, html)),
    )
}

/// Japanese survives every server in base64, and lines stay short.
fn part(kind: ContentType, text: String) -> SinglePart {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::Base64).body(text)
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
