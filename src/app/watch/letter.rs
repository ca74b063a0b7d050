//! The mail of a watch: whom to, what it tells, and how it is stopped.

use super::seal::Correspondent;
use crate::app::mail::{Mail, Token, TokenSecret};
use crate::app::wording::{Links, confirm_letter, news_letter};
use crate::domain::{News, NoticeKey, Watch};

/// What a mail tells.
pub(super) struct Sheet<'a> {
    /// The search in words.
    pub(super) named: &'a str,
    pub(super) key: NoticeKey,
    pub(super) news: &'a [News],
    pub(super) more: u32,
}

/// The mail for one correspondent. `base` is the server, without a slash at the end.
pub(super) fn mail(base: &str, watch: &Watch, who: &Correspondent, sheet: &Sheet<'_>) -> Mail {
    let link =
        |what: &str, secret: TokenSecret| format!("{base}/watch/{what}/{}", Token { id: watch.id, secret });
    let stop = link("stop", who.stop);
    let links = Links { base, stop: &stop };
    if sheet.key == NoticeKey::Confirm {
        let letter = confirm_letter(watch, sheet.named, &link("confirm", who.confirm), &links);
        return Mail::to(who.address.clone(), letter);
    }
    let letter = news_letter(watch, sheet.named, sheet.news, sheet.more, &links);
    let headers = vec![
        ("List-Unsubscribe", format!("<{stop}>")),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
    ];
    Mail { headers, ..Mail::to(who.address.clone(), letter) }
}
