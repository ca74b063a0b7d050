//! The web application, embedded in the program.
//!
//! Files with a hash in their name never change and are kept for a year; the page itself is asked
//! for anew each time. Compressed forms are made once, on first use. Paths that are pages of the
//! application get its page, which says itself what is no longer there; anything else that is not a
//! file is a 404.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use rust_embed::Embed;
use std::collections::HashMap;
use std::io::Write;
use std::sync::OnceLock;

use super::negotiate::{self, Encoding};
use super::problem::Problem;

#[derive(Embed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Files;

/// The application's files, ready to be served.
#[derive(Debug)]
pub(super) struct Bundle {
    files: HashMap<String, File>,
    policy: HeaderValue,
}

#[derive(Debug)]
struct File {
    plain: Bytes,
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
    etag: HeaderValue,
    kind: HeaderValue,
    immutable: bool,
}

impl Bundle {
    /// The files embedded in this program, shown under a content security policy.
    pub(super) fn embedded(policy: HeaderValue) -> Self {
        let files = Files::iter().filter_map(|name| {
            let data = Files::get(&name)?;
            let hash = data.metadata.sha256_hash();
            Some((name.to_string(), File::new(&name, data.data.into_owned().into(), &hash)))
        });
        Self { files: files.collect(), policy }
    }

    /// The answer for a path that is neither API nor tile. `status` is that of the page, if it is one.
    pub(super) fn answer(&self, path: &str, headers: &HeaderMap, status: StatusCode) -> Response<Body> {
        let name = path.trim_start_matches('/');
        if let Some(file) = self.files.get(name).filter(|_| !DOCUMENTS.contains(&name)) {
            return file.answer(headers, StatusCode::OK, &self.policy);
        }
        let status = if is_page(path) {
            status
        } else if negotiate::accepts_html(headers) {
            StatusCode::NOT_FOUND
        } else {
            return Problem::no_such_path().into_response();
        };
        match self.files.get(document_of(path)) {
            Some(page) => page.answer(headers, status, &self.policy),
            None => unbuilt(),
        }
    }
}

/// The HTML files; each is answered under the paths of its pages alone.
const DOCUMENTS: [&str; 3] = ["index.html", "ledger.html", "offer.html"];

/// Which of them shows a page.
fn document_of(path: &str) -> &'static str {
    match path.split('/').nth(1) {
        Some("ledger") => "ledger.html",
        Some("offer" | "moderate") => "offer.html",
        _ => "index.html",
    }
}

/// True for the pages of the application, as `web/src/state/url.ts` knows them.
fn is_page(path: &str) -> bool {
    let id = |text: &str| text.parse::<crate::domain::ListingId>().is_ok();
    match path {
        "/" | "/about" | "/method" | "/favourites" | "/compare" | "/wanted" | "/ledger" | "/offer"
        | "/moderate" | "/index.html" => true,
        _ => ["/listing/", "/street/", "/wanted/", "/offer/", "/moderate/"]
            .iter()
            .any(|prefix| path.strip_prefix(prefix).is_some_and(id)),
    }
}

impl File {
    fn new(name: &str, plain: Bytes, hash: &[u8; 32]) -> Self {
        let tag: Vec<String> = hash[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let kind = mime_guess::from_path(name).first_raw().unwrap_or("application/octet-stream");
        let kind = match kind {
            "text/html" => "text/html; charset=utf-8",
            "text/css" => "text/css; charset=utf-8",
            other => other,
        };
        Self {
            plain,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
            etag: HeaderValue::from_str(&format!("\"{}\"", tag.concat())).expect("hexadecimal is ASCII"),
            kind: HeaderValue::from_static(kind),
            immutable: name.starts_with("assets/"),
        }
    }

    fn answer(&self, headers: &HeaderMap, status: StatusCode, policy: &HeaderValue) -> Response<Body> {
        let chosen = negotiate::encoding(headers, &[Encoding::Brotli, Encoding::Gzip]);
        let encoded = chosen.and_then(|encoding| Some((encoding, self.encoded(encoding)?)));
        let (encoding, bytes) = match encoded {
            Some((encoding, bytes)) => (Some(encoding), bytes),
            None => (None, self.plain.clone()),
        };
        // The forms differ in bytes, so the tag is weak.
        let etag = format!("W/{}", self.etag.to_str().unwrap_or_default());
        let held = status == StatusCode::OK && negotiate::holds(headers, &etag);
        let mut response = Response::new(if held { Body::empty() } else { Body::from(bytes) });
        *response.status_mut() = if held { StatusCode::NOT_MODIFIED } else { status };
        let told = response.headers_mut();
        told.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.caching()));
        told.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            told.insert(header::ETAG, etag);
        }
        // Browsers take over the headers of a 304 for the page they hold, its policy among them.
        told.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        if !held {
            told.insert(header::CONTENT_TYPE, self.kind.clone());
            if let Some(encoding) = encoding {
                told.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
            }
        }
        response
    }

    const fn caching(&self) -> &'static str {
        if self.immutable { "public, max-age=31536000, immutable" } else { "no-cache" }
    }

    /// The compressed form, made once; `None` where it would not be smaller.
    fn encoded(&self, encoding: Encoding) -> Option<Bytes> {
        let kind = self.kind.to_str().unwrap_or_default();
        let text = kind.starts_with("text/")
            || ["javascript", "json", "svg", "wasm", "font/ttf"].iter().any(|k| kind.contains(k));
        if !text {
            return None;
        }
        let slot = match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
        };
        slot.get_or_init(|| {
            let packed = match encoding {
                Encoding::Brotli => brotli(&self.plain),
                Encoding::Gzip => gzip(&self.plain),
            };
            packed.filter(|packed| packed.len() < self.plain.len()).map(Bytes::from)
        })
        .clone()
    }
}

fn brotli(plain: &[u8]) -> Option<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 9, 22);
    writer.write_all(plain).ok()?;
    Some(writer.into_inner())
}

fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = libdeflater::Compressor::new(libdeflater::CompressionLvl::new(9).ok()?);
    let mut packed = vec![0; compressor.gzip_compress_bound(plain.len())];
    let length = compressor.gzip_compress(plain, &mut packed).ok()?;
    packed.truncate(length);
    Some(packed)
}

fn unbuilt() -> Response<Body> {
    const PAGE: &str = "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>Machikado</title>\
        <h1>街角 Machikado</h1><p>この実行ファイルには地図の画面が入っていません。<code>make build</code> で作れます。</p>\
        <p>This program was built without its web application. Run <code>make build</code>.</p>\
        <p><a href=\"/api/openapi.json\">API</a></p></html>";
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, kind)], PAGE).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> Bundle {
        let file = |name: &str, text: &str| {
            (name.to_owned(), File::new(name, Bytes::from(text.to_owned()), &[7; 32]))
        };
        let script = "console.log('街角');\n".repeat(100);
        Bundle {
            files: [file("index.html", "<!doctype html><title>街角</title>"), file("assets/a-1.js", &script)]
                .into(),
            policy: HeaderValue::from_static("default-src 'self'"),
        }
    }

    fn asked(path: &str, headers: &[(header::HeaderName, &'static str)]) -> Response<Body> {
        let headers =
            headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
        bundle().answer(path, &headers, StatusCode::OK)
    }

    #[test]
    fn pages_of_the_application_get_its_page_and_other_paths_a_404() {
        for page in [
            "/",
            "/about",
            "/method",
            "/favourites",
            "/compare",
            "/listing/0c8x4n2k7zq",
            "/street/0c8x4n2k7zq",
        ] {
            assert_eq!(asked(page, &[]).status(), StatusCode::OK, "{page}");
        }
        for path in ["/listing/", "/listing/x", "/assets/none.js", "/../Cargo.toml", "/wp-admin"] {
            assert_eq!(asked(path, &[]).status(), StatusCode::NOT_FOUND, "{path}");
        }
        let lost = asked("/wp-admin", &[(header::ACCEPT, "text/html")]);
        assert_eq!(
            (lost.status(), &lost.headers()[header::CONTENT_TYPE]),
            (StatusCode::NOT_FOUND, &HeaderValue::from_static("text/html; charset=utf-8"))
        );
    }

    #[test]
    fn hashed_files_are_kept_for_a_year_and_the_page_is_asked_for_anew() {
        let script = asked("/assets/a-1.js", &[(header::ACCEPT_ENCODING, "br, gzip")]);
        assert_eq!(script.headers()[header::CONTENT_ENCODING], "br");
        assert!(script.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert_eq!(asked("/", &[]).headers()[header::CACHE_CONTROL], "no-cache");
    }

    #[test]
    fn a_browser_that_holds_the_page_is_told_so() {
        let etag = "W/\"070707070707070707070707\"";
        let again = asked("/", &[(header::IF_NONE_MATCH, etag)]);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(again.headers()[header::ETAG], etag);
        assert_eq!(again.headers()[header::CONTENT_SECURITY_POLICY], "default-src 'self'");
    }
}
