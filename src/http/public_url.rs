//! Under which address this server is known, for texts that are read elsewhere: feeds and mails.

use axum::http::{HeaderMap, header};
use std::str::FromStr;
use thiserror::Error;

/// A text that is not a public address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a public URL like https://machikado.example.jp: `{0}`")]
pub struct NotAPublicUrl(pub String);

/// `https://host[:port][/path]`, without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The URL itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme and host with port, as browsers name an origin.
    pub fn origin(&self) -> &str {
        let after_scheme = self.0.find("://").map_or(0, |at| at + 3);
        self.0[after_scheme..].find('/').map_or(self.as_str(), |slash| &self.0[..after_scheme + slash])
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        let host = self.origin().split("://").nth(1).unwrap_or_default();
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host, |(h, _)| h)
    }
}

impl FromStr for PublicUrl {
    type Err = NotAPublicUrl;

    fn from_str(text: &str) -> Result<Self, NotAPublicUrl> {
        let refused = || NotAPublicUrl(text.chars().take(100).collect());
        let url = text.trim_end_matches('/');
        let (scheme, rest) = url.split_once("://").ok_or_else(refused)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~".contains(&b));
        if matches!(scheme, "http" | "https") && is_host(host) && plain {
            Ok(Self(url.to_owned()))
        } else {
            Err(refused())
        }
    }
}

/// The address configured, or else the one this request was sent to.
pub(super) fn base(configured: Option<&PublicUrl>, headers: &HeaderMap) -> String {
    if let Some(url) = configured {
        return url.as_str().to_owned();
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST.as_str()).filter(|host| is_host(host)).unwrap_or("localhost");
    let scheme = text("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
    format!("{scheme}://{host}")
}

fn is_host(host: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
    (1..=255).contains(&host.len()) && host.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_public_url_has_a_scheme_a_host_and_no_slash_at_its_end() {
        let url: PublicUrl = "https://ward.example.jp:8443/machikado/".parse().unwrap();
        assert_eq!(url.as_str(), "https://ward.example.jp:8443/machikado");
        assert_eq!((url.origin(), url.host()), ("https://ward.example.jp:8443", "ward.example.jp"));
        for text in [
            "",
            "ward.example.jp",
            "ftp://ward",
            "https://",
            "https://a b",
            "https://a/?q=1",
            "https://a/\"x",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_host_that_could_break_out_of_a_document_is_not_repeated() {
        let asked = |host: &'static str| {
            base(None, &HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]))
        };
        assert_eq!(asked("127.0.0.1:8080"), "http://127.0.0.1:8080");
        assert_eq!(asked("a\"><script>"), "http://localhost");
    }
}
