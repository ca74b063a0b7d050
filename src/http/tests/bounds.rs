//! What is around every answer: methods, sizes, headers, copies held, and things that are not there.

use axum::body::Body;
use axum::http::{Method, Request};
use insta::assert_snapshot;

use super::served::{ask, get, get_with, id, send};
use super::small_city::SHOP;
use crate::app::offer::LARGEST_FILE;

#[tokio::test]
async fn paths_that_are_not_there_are_problems_below_api_tiles_and_photos() {
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v2/listings",
        "/tiles/",
        "/tiles/a/b",
        "/photos/",
        "/photos/a.svg",
        "/photos/%ff",
        "/api/v1/listings/%ff",
        "/api/v1/streets/a%00",
        "/tiles/%ff",
        "/tiles/%ff/0/0/0.mvt",
    ] {
        let answer = get_with(path, &[("accept", "text/html")]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"), "{path}");
    }
}

#[tokio::test]
async fn writing_is_not_allowed_and_says_what_is() {
    for path in ["/api/v1/listings", "/tiles/zones/0/0/0.mvt", "/healthz", "/", "/api/openapi.json"] {
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let answer = send(method, path).await;
            assert_eq!(answer.status, 405, "{path}");
            assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"), "{path}");
            assert_eq!(answer.header("allow").map(|a| a.contains("GET")), Some(true), "{path}");
        }
    }
}

#[tokio::test]
async fn a_head_has_the_headers_of_a_get_and_no_body() {
    let (whole, head) = (get("/api/v1/city").await, send(Method::HEAD, "/api/v1/city").await);
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-type").as_deref(), whole.header("content-type").as_deref());
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn an_address_that_is_too_long_is_refused_before_it_is_read() {
    let answer = get(&format!("/api/v1/listings?q={}", "a".repeat(33_000))).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["status"]), (414, &414.into()));
}

#[tokio::test]
async fn a_picture_may_be_as_large_as_it_is_read_and_nothing_else_may() {
    // What a request announces is enough to refuse it; nothing is read.
    let status = async |path: &str, length: usize| {
        let request = Request::post(path).header("content-length", length).body(Body::empty()).unwrap();
        ask(request).await.status.as_u16()
    };
    let photos = "/api/v1/offers/0c8x4n2k7zq/photos";
    assert_eq!(status(photos, LARGEST_FILE + 1).await, 413);
    assert_ne!(status(photos, LARGEST_FILE).await, 413);
    assert_eq!(status("/api/v1/account/sign-in", LARGEST_FILE).await, 413);
}

#[tokio::test]
async fn a_large_body_is_refused() {
    let answer = get_with("/api/v1/listings", &[("content-length", "70000")]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type").as_deref()),
        (413, Some("application/problem+json"))
    );
}

#[tokio::test]
async fn a_client_that_holds_the_answer_is_told_so() {
    for path in [
        "/api/v1/city".to_owned(),
        "/api/v1/listings?kind=shop".to_owned(),
        format!("/api/v1/listings/{}", id(SHOP)),
    ] {
        let app = super::served::app().await;
        let ask = |etag: String| {
            let request = axum::http::Request::get(&path).header("if-none-match", etag);
            super::served::ask_of(app.clone(), request.body(axum::body::Body::empty()).unwrap())
        };
        let first = ask("\"other\"".into()).await;
        let etag = first.header("etag").unwrap();
        let again = ask(etag.clone()).await;
        assert_eq!((first.status.as_u16(), again.status.as_u16()), (200, 304), "{path}");
        assert_eq!(again.header("etag").as_deref(), Some(etag.as_str()));
        assert!(again.body.is_empty());
    }
}

#[tokio::test]
async fn other_questions_have_other_entity_tags() {
    let app = super::served::app().await;
    let mut tags = Vec::new();
    for path in
        ["/api/v1/listings", "/api/v1/listings?kind=shop", "/api/v1/listings?format=geojson", "/api/v1/city"]
    {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        tags.push(super::served::ask_of(app.clone(), request).await.header("etag").unwrap());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 4);
}

#[tokio::test]
async fn anyone_may_read_from_another_site() {
    for path in ["/api/v1/city", "/tiles/zones/0/0/0.mvt", "/api/v1/listings?x=1"] {
        let answer = get_with(path, &[("origin", "https://elsewhere.example")]).await;
        assert_eq!(answer.header("access-control-allow-origin").as_deref(), Some("*"), "{path}");
    }
}

#[tokio::test]
async fn json_is_compressed_for_those_who_take_it() {
    let answer = get_with("/api/v1/city", &[("accept-encoding", "gzip")]).await;
    assert_eq!(answer.header("content-encoding").as_deref(), Some("gzip"));
    assert_eq!(answer.header("vary").map(|v| v.to_lowercase().contains("accept-encoding")), Some(true));
}

#[tokio::test]
async fn every_answer_tells_browsers_to_be_careful() {
    for path in ["/", "/api/v1/city", "/api/none", "/healthz", "/tiles"] {
        let answer = get(path).await;
        assert_eq!(answer.header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
        assert!(
            answer.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(answer.header("x-request-id").map(|id| id.len()), Some(16), "{path}");
    }
}

#[tokio::test]
async fn problems_say_what_is_wrong_and_nothing_of_the_inside() {
    let paths = [
        "/api/v1/listings?rent_max=cheap",
        "/api/v1/listings?sort=alphabetical",
        "/api/v1/listings?near=139.6,35.6",
        "/api/v1/listings?bbox=1,2,3,4&town=0c8x4n2k7zq",
        "/api/v1/listings?town=0c8x4n2k7zq",
        "/api/v1/listings?kind=palace",
        "/api/v1/listings?unknown=1",
        "/api/v1/listings?q=%ff",
        "/api/v1/place?lon=139.6",
        "/tiles/moon/0/0/0.mvt",
        "/tiles/zones/1/2/0.mvt",
        "/tiles/zones/23/0/0.mvt",
    ];
    let mut told = Vec::new();
    for path in paths {
        told.push(format!("{path}\n{}", get(path).await.shown()));
    }
    assert_snapshot!(told.join("\n\n"));
}
