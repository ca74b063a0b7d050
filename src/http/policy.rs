//! What pages of ours may load, and what browsers are told about every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::settings::Settings;

/// The content security policy of the web application: everything from here, MapLibre's worker also
/// from a blob, tiles also from the basemaps configured.
pub(super) fn content_policy(settings: &Settings) -> HeaderValue {
    let origins = settings.basemap_origins().join(" ");
    let elsewhere = if origins.is_empty() { origins } else { format!(" {origins}") };
    let policy = format!(
        "default-src 'self'; script-src 'self'; worker-src 'self' blob:; child-src blob:; \
         style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:{elsewhere}; \
         connect-src 'self'{elsewhere}; font-src 'self'; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("origins are plain ASCII")
}

/// A picture stands alone: it runs nothing and loads nothing.
pub(super) const PICTURE_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
);

const TOLD: [(HeaderName, HeaderValue); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
];

/// Adds what every answer tells a browser.
pub(super) fn tell_browsers(headers: &mut HeaderMap) {
    for (name, value) in TOLD {
        headers.insert(name, value);
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        headers.insert(header::CONTENT_SECURITY_POLICY, nothing);
    }
}
