//! No question, however wrong, does worse than be refused.

use proptest::prelude::*;
use tokio::runtime::Runtime;

use super::parameters::{documented, encoded};
use super::served::{app, ask_of};

/// Values near what is read, and far from it.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[0-9a-hjkmnp-tv-z]{11}",
        "-?[0-9]{1,12}(\\.[0-9]{1,3})?",
        "(1[34][0-9]\\.[0-9]{1,4},3[0-9]\\.[0-9]{1,4};?){1,6}",
        "(1[34][0-9](\\.[0-9])?,3[0-9](\\.[0-9])?,?){2}",
        prop::sample::select(vec![
            "shop",
            "shop,office",
            "true",
            "B1",
            "2026-01-31",
            "rent",
            "-distance",
            "geojson"
        ])
        .prop_map(str::to_owned),
    ]
}

#[test]
fn no_question_does_worse_than_be_refused() {
    let runtime = Runtime::new().unwrap();
    let router = runtime.block_on(app());
    let paths = documented();
    let chosen = (0..paths.len(), prop::collection::vec((any::<prop::sample::Index>(), value()), 0..5));
    proptest!(ProptestConfig::with_cases(400), |((path, pairs) in chosen)| {
        let (path, parameters) = &paths[path];
        let named = |(index, value): &(prop::sample::Index, String)| {
            let name = if parameters.is_empty() { "x" } else { &index.get(parameters).0 };
            format!("{name}={}", encoded(value))
        };
        let asked = format!("{path}?{}", pairs.iter().map(named).collect::<Vec<_>>().join("&"));
        let request = axum::http::Request::get(&asked).body(axum::body::Body::empty()).unwrap();
        let answer = runtime.block_on(ask_of(router.clone(), request));
        let status = answer.status.as_u16();
        prop_assert!(matches!(status, 200 | 400), "{asked}: {status}");
        prop_assert!(answer.json().is_object(), "{asked}");
    });
}
