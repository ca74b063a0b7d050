//! Pages that links in mails lead to: plain HTML.
//!
//! Following a link only shows a page with a button, because mail scanners follow every link; the
//! button posts. Where one tap in the mail is to be enough, the page presses its button itself, as soon as somebody sees
//! it: scanners run no script, or say that they are no person.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

use super::xml::escaped;
use crate::domain::Language;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The same, with the one script below, by its hash.
const PRESSING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; \
                               frame-ancestors 'none'; script-src 'sha256-YtzRAalX9jiV0LFfD4SOJVQ9x/+6DfGpqM3nOo0q+D4='";

/// Presses the first button, in a browser that somebody looks at.
const PRESS: &str =
    "if(!navigator.webdriver&&document.visibilityState==='visible')document.forms[0].requestSubmit()";

const STYLE: &str = "body{font-family:sans-serif;line-height:1.7;max-width:34rem;margin:3rem auto;padding:0 1rem}\
    h1{font-size:1.5rem;line-height:1.4}button{font:inherit;font-weight:bold;padding:.7rem 2rem;min-height:44px;\
    border:2px solid currentColor;border-radius:.4rem}label{display:block;font-weight:bold;margin-top:1rem}\
    textarea,input,select{font:inherit;box-sizing:border-box;width:100%;min-height:44px;padding:.5rem;\
    border:1px solid currentColor;border-radius:.3rem}form{margin:1.5rem 0}form+form{border-top:1px solid;\
    padding-top:1.5rem}blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid;white-space:pre-wrap}\
    dl{margin:1rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem}";

/// A page that is being written.
pub(super) struct Page {
    language: Language,
    title: String,
    body: String,
    presses: bool,
}

impl Page {
    pub(super) fn new(language: Language, title: &str) -> Self {
        Self { language, title: title.to_owned(), body: String::new(), presses: false }
    }

    /// Some sentences.
    #[must_use]
    pub(super) fn paragraph(mut self, text: &str) -> Self {
        write!(self.body, "<p>{}</p>", escaped(text)).expect("a String takes all text");
        self
    }

    /// What just happened, said by screen readers at once.
    #[must_use]
    pub(super) fn status(mut self, text: &str) -> Self {
        write!(self.body, "<p role=\"status\"><strong>{}</strong></p>", escaped(text))
            .expect("a String takes all text");
        self
    }

    /// Facts by name.
    #[must_use]
    pub(super) fn facts(mut self, facts: &[(&str, String)]) -> Self {
        self.body.push_str("<dl>");
        for (name, value) in facts {
            write!(self.body, "<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value))
                .expect("a String takes all text");
        }
        self.body.push_str("</dl>");
        self
    }

    /// What somebody wrote.
    #[must_use]
    pub(super) fn quote(mut self, words: &str) -> Self {
        write!(self.body, "<blockquote>{}</blockquote>", escaped(words)).expect("a String takes all text");
        self
    }

    /// A button that posts `action`.
    #[must_use]
    pub(super) fn button(self, action: &str, words: &str) -> Self {
        self.form(action, &[], words)
    }

    /// The first button presses itself where somebody sees it.
    #[must_use]
    pub(super) fn pressed_when_seen(self) -> Self {
        Self { presses: true, ..self }
    }

    /// A form that posts `action` and its fields.
    #[must_use]
    pub(super) fn form(mut self, action: &str, fields: &[Field<'_>], button: &str) -> Self {
        write!(
            self.body,
            "<form method=\"post\"><input type=\"hidden\" name=\"action\" value=\"{}\">",
            escaped(action)
        )
        .expect("a String takes all text");
        for field in fields {
            field.write(&mut self.body);
        }
        write!(self.body, "<p><button type=\"submit\">{}</button></p></form>", escaped(button))
            .expect("a String takes all text");
        self
    }

    /// The finished page.
    pub(super) fn answer(self, status: StatusCode) -> Response {
        let map = match self.language {
            Language::Ja => "地図へ",
            Language::En => "To the map",
            Language::Easy => "地図を 見る",
        };
        let script = if self.presses { format!("<script>{PRESS}</script>") } else { String::new() };
        let policy = HeaderValue::from_static(if self.presses { PRESSING_POLICY } else { POLICY });
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" \
             content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">\
             <title>{title}｜街角 Machikado</title><style>{STYLE}</style></head>\n\
             <body><main><h1>{title}</h1>{}<p><a href=\"/\">{map}</a></p></main>{script}</body></html>\n",
            self.language.tag(),
            self.body,
            title = escaped(&self.title),
        );
        let told = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_SECURITY_POLICY, policy),
        ];
        (status, told, html).into_response()
    }
}

/// A field of a form.
pub(super) enum Field<'a> {
    /// Words of several lines, at most so many characters.
    Words { name: &'a str, label: &'a str, most: usize, needed: bool },
    /// A value that nobody sees.
    Hidden { name: &'a str, value: String },
}

impl Field<'_> {
    fn write(&self, body: &mut String) {
        match self {
            Self::Words { name, label, most, needed } => {
                let needed = if *needed { " required" } else { "" };
                write!(
                    body,
                    "<label for=\"{name}\">{}</label><textarea id=\"{name}\" name=\"{name}\" rows=\"7\" \
                     maxlength=\"{most}\"{needed}></textarea>",
                    escaped(label)
                )
            }
            Self::Hidden { name, value } => {
                write!(body, "<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escaped(value))
            }
        }
        .expect("a String takes all text");
    }
}

/// What is shown for a link that opens nothing.
pub(super) fn nothing() -> Response {
    Page::new(Language::Ja, "このリンクは使えません / This link does not work")
        .paragraph("期限が切れたか、すでに終わっています。これ以上は何も届きません。")
        .paragraph("It has expired or has ended; nothing more is sent.")
        .answer(StatusCode::NOT_FOUND)
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::{Digest as _, Sha256};

    use super::*;

    #[test]
    fn only_the_script_that_presses_is_allowed_and_only_where_one_tap_is_to_be_enough() {
        let hash = BASE64_STANDARD.encode(Sha256::digest(PRESS));
        assert!(PRESSING_POLICY.starts_with(POLICY));
        assert!(PRESSING_POLICY.ends_with(&format!("script-src 'sha256-{hash}'")));
        let told = |page: Page| page.answer(StatusCode::OK).headers()["content-security-policy"].clone();
        let page = || Page::new(Language::Ja, "題").button("vacant", "まだ空いています");
        assert_eq!(told(page()), POLICY);
        assert_eq!(told(page().pressed_when_seen()), PRESSING_POLICY);
    }
}
