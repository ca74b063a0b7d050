//! What a client accepts: encodings, media types, and copies it already holds (RFC 9110).

use axum::http::{HeaderMap, HeaderName, header};

/// How the bytes of an answer are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// The word in `Content-Encoding`.
    pub(super) const fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// The encoding to answer with: of those offered, the one the client likes best, then the first
/// offered. `None` is the plain form.
pub(super) fn encoding(headers: &HeaderMap, offered: &[Encoding]) -> Option<Encoding> {
    let mut best: Option<(Encoding, f32)> = None;
    for candidate in offered {
        let quality = quality(headers, header::ACCEPT_ENCODING, |token| {
            token.eq_ignore_ascii_case(candidate.token())
                || (*candidate == Encoding::Gzip && token.eq_ignore_ascii_case("x-gzip"))
        });
        if quality > best.map_or(0.0, |(_, q)| q) {
            best = Some((*candidate, quality));
        }
    }
    best.map(|(encoding, _)| encoding)
}

/// True if the client prefers GeoJSON to JSON.
pub(super) fn prefers_geojson(headers: &HeaderMap) -> bool {
    let named = |kind: &'static str| {
        quality_named(headers, header::ACCEPT, move |token| token.eq_ignore_ascii_case(kind)).unwrap_or(0.0)
    };
    let geojson = named("application/geo+json");
    geojson > 0.0 && geojson > named("application/json")
}

/// True if a page is welcome: a browser navigating, not a program fetching.
pub(super) fn accepts_html(headers: &HeaderMap) -> bool {
    quality_named(headers, header::ACCEPT, |token| token.eq_ignore_ascii_case("text/html"))
        .is_some_and(|quality| quality > 0.0)
}

/// True if the client already holds a copy with this entity tag, compared weakly.
pub(super) fn holds(headers: &HeaderMap, etag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let wanted = bare(etag);
    values(headers, header::IF_NONE_MATCH)
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim() == "*" || bare(tag) == wanted)
}

fn values(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok())
}

/// The quality of the first member that matches, else of `*`, else 0.
fn quality(headers: &HeaderMap, name: HeaderName, matches: impl Fn(&str) -> bool) -> f32 {
    quality_named(headers, name.clone(), matches)
        .or_else(|| quality_named(headers, name, |token| token == "*"))
        .unwrap_or(0.0)
}

fn quality_named(headers: &HeaderMap, name: HeaderName, matches: impl Fn(&str) -> bool) -> Option<f32> {
    values(headers, name).flat_map(|value| value.split(',')).find_map(|member| {
        let mut parts = member.split(';').map(str::trim);
        if !parts.next().is_some_and(&matches) {
            return None;
        }
        let stated = parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q=")));
        Some(stated.map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0).clamp(0.0, 1.0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    const ALL: &[Encoding] = &[Encoding::Brotli, Encoding::Gzip];

    fn with(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    fn chosen(accept: &'static str) -> Option<Encoding> {
        encoding(&with(header::ACCEPT_ENCODING, accept), ALL)
    }

    #[test]
    fn the_client_s_preference_stands_above_ours() {
        assert_eq!(chosen("gzip, br"), Some(Encoding::Brotli));
        assert_eq!(chosen("gzip;q=1, br;q=0.5"), Some(Encoding::Gzip));
        assert_eq!(chosen("*"), Some(Encoding::Brotli));
        assert_eq!(chosen("*, br;q=0"), Some(Encoding::Gzip));
    }

    #[test]
    fn nothing_is_encoded_for_those_who_do_not_ask() {
        assert_eq!(chosen("identity"), None);
        assert_eq!(chosen("gzip;q=0"), None);
        assert_eq!(chosen("gzip;q=x"), None);
        assert_eq!(encoding(&HeaderMap::new(), ALL), None);
    }

    #[test]
    fn a_copy_is_recognised_in_a_list_strong_or_weak() {
        let held = with(header::IF_NONE_MATCH, "\"a\", W/\"b\"");
        assert!(holds(&held, "\"b\"") && holds(&held, "W/\"a\""));
        assert!(!holds(&held, "\"c\"") && !holds(&HeaderMap::new(), "\"a\""));
        assert!(holds(&with(header::IF_NONE_MATCH, "*"), "\"c\""));
    }

    #[test]
    fn geojson_is_given_to_those_who_prefer_it() {
        assert!(prefers_geojson(&with(header::ACCEPT, "application/geo+json")));
        assert!(prefers_geojson(&with(header::ACCEPT, "application/json;q=0.5, application/geo+json")));
        assert!(!prefers_geojson(&with(header::ACCEPT, "application/json, application/geo+json")));
        assert!(!prefers_geojson(&with(header::ACCEPT, "*/*")));
    }
}
