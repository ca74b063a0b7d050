//! `/photos/{name}`: pictures of listings from the photo store.
//!
//! A name is letters, digits, `-`, `_` and one dot, so it cannot leave its folder or bucket.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};

use axum::response::IntoResponse;
use std::sync::Arc;

use super::api::asked::Named;
use super::negotiate;
use super::policy::PICTURE_POLICY;
use super::problem::Problem;
use super::server::Server;

/// The largest picture served, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Answers with one picture.
pub(super) async fn photo(
    State(server): State<Arc<Server>>,
    Named(name): Named,
    headers: HeaderMap,
) -> Response<Body> {
    let missing = || Problem::not_found("photo", &name).into_response();
    let Some(kind) = kind_of(&name) else { return missing() };
    let photos = server.app.photos();
    let about = match photos.about(&name).await {
        Ok(Some(about)) if about.size <= LARGEST => about,
        Ok(_) => return missing(),
        Err(error) => return Problem::photos_unreachable(&error).into_response(),
    };
    let etag = format!("\"{}\"", about.version);
    let held = negotiate::holds(&headers, &etag);
    let body = if held {
        Body::empty()
    } else {
        match photos.read(&name).await {
            Ok(Some(bytes)) => Body::from(bytes),
            Ok(None) => return missing(),
            Err(error) => return Problem::photos_unreachable(&error).into_response(),
        }
    };
    let mut response = Response::new(body);
    let told = response.headers_mut();
    told.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(&name)));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        told.insert(header::ETAG, etag);
    }
    if held {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        told.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        told.insert(header::CONTENT_SECURITY_POLICY, PICTURE_POLICY);
    }
    response
}

/// A landlord's picture is named by what it shows, so it never changes under its name.
fn caching(name: &str) -> &'static str {
    let hash = name.strip_prefix("p-").and_then(|rest| rest.get(..32));
    if hash.is_some_and(|hash| hash.bytes().all(|b| b.is_ascii_hexdigit())) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=300"
    }
}

/// The media type of a picture by its name; `None` for names that are no picture's.
fn kind_of(name: &str) -> Option<&'static str> {
    let (stem, extension) = name.split_once('.')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if stem.is_empty() || name.len() > 100 || !stem.chars().all(plain) {
        return None;
    }
    match extension {
        "svg" => Some("image/svg+xml"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "avif" => Some("image/avif"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_named_by_what_it_shows_is_kept_for_a_year_and_another_for_minutes() {
        let named = format!("p-{}-s.jpg", "0a".repeat(16));
        assert!(caching(&named).contains("immutable"));
        for name in ["shop-012.svg", "p-short.jpg", "p-zz112233445566778899aabbccddeeff.jpg"] {
            assert!(!caching(name).contains("immutable"), "{name}");
        }
    }

    #[test]
    fn only_names_of_pictures_are_looked_for() {
        assert_eq!(kind_of("shop-012_front.svg"), Some("image/svg+xml"));
        for name in
            ["../a.svg", "..", ".svg", "a.b.svg", "a.html", "a/b.svg", "a", "machikado.sqlite3", "写.svg"]
        {
            assert_eq!(kind_of(name), None, "{name}");
        }
    }
}
