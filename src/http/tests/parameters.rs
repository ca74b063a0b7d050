//! Every parameter that is documented is read; every other is refused by name.

use serde_json::Value;

use super::served::{get, id};
use super::small_city::{SHOP, STATION, STREET, TOWN};
use crate::http::api::params::tables::PLAN;
use crate::http::openapi_json;

/// Name, example, and whether it is needed.
pub(super) type Documented = (String, String, bool);

/// Paths of the document without path parameters, each with its query parameters and their examples.
pub(super) fn documented() -> Vec<(String, Vec<Documented>)> {
    let document: Value = serde_json::from_str(&openapi_json()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let asks = |path: &str| path.starts_with("/api/") && !path.contains('{') && !path.ends_with("/events");
    // What is somebody's own is for who is signed in, and has no parameters.
    let open = |item: &Value| item.get("get").is_some_and(|get| get.get("security").is_none());
    let questions = paths.iter().filter(|(path, item)| asks(path) && open(item));
    questions
        .map(|(path, item)| {
            let parameters = item["get"]["parameters"].as_array().cloned().unwrap_or_default();
            let of = |p: &Value| {
                let example = match &p["example"] {
                    Value::Array(items) => {
                        let text = |i: &Value| i.as_str().map_or_else(|| i.to_string(), str::to_owned);
                        items.iter().map(text).collect::<Vec<_>>().join(",")
                    }
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                let name = p["name"].as_str().unwrap();
                // The small city has one edition.
                let example = if ["before", "after"].contains(&name) { "2025".to_owned() } else { example };
                (name.to_owned(), example, p["required"] == true)
            };
            (path.clone(), parameters.iter().map(of).collect())
        })
        .collect()
}

pub(super) fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat()
}

#[tokio::test]
async fn every_documented_parameter_is_accepted_with_its_example() {
    for (path, parameters) in documented() {
        let needed: Vec<String> =
            parameters.iter().filter(|p| p.2).map(|p| format!("&{}={}", p.0, encoded(&p.1))).collect();
        for (name, example, _) in parameters.iter().filter(|p| !p.2) {
            let beside = match name.as_str() {
                "station" if path.ends_with("/walks/area") => "",
                "minutes" => "&lon=139.6361&lat=35.6513",
                "near" => "&radius_m=100",
                "radius_m" => "&near=139.6%2C35.6",
                "station" => "&walk_minutes=5",
                "walk_minutes" => &format!("&station={}", id(STATION)),
                "lon" => "&lat=35.6513",
                "lat" => "&lon=139.6361",
                "listing" => "",
                "use" if path.ends_with("/surroundings") => "&lon=139.6361&lat=35.6513",
                _ if path.ends_with("/surroundings") => "&lon=139.6361&lat=35.6513&use=cafe_restaurant",
                "use" | "allowed_for" => "",
                _ if path.ends_with("/uses/at") => "&lon=139.6361&lat=35.6513",
                "verdict" => "&use=cafe_restaurant",
                _ if PLAN.iter().any(|p| p.name == name) => "&use=cafe_restaurant",
                _ => "",
            };
            let example = match name.as_str() {
                "town" => id(TOWN),
                "street" => id(STREET),
                "station" => id(STATION),
                "listing" => id(SHOP),
                "cursor" => match get("/api/v1/listings?limit=1").await.json()["next"].as_str() {
                    Some(next) => next.to_owned(),
                    None => continue,
                },
                _ => example.clone(),
            };
            let asked = format!("{path}?{name}={}{beside}{}", encoded(&example), needed.concat());
            let answer = get(&asked).await;
            assert_eq!(answer.status, 200, "{asked}: {}", answer.shown());
        }
    }
}

#[tokio::test]
async fn a_parameter_that_is_not_documented_is_refused_by_name_on_every_path() {
    let ids =
        ["/api/v1/listings/", "/api/v1/streets/", "/api/v1/zones/"].map(|p| format!("{p}{}", id(STREET)));
    let paths = documented().into_iter().map(|(path, _)| path).chain(ids);
    for path in paths.chain(["/tiles/zones/0/0/0.mvt".into(), "/tiles/zones.json".into(), "/tiles".into()]) {
        let answer = get(&format!("{path}?surprise=1")).await;
        assert_eq!(answer.status, 400, "{path}");
        assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"), "{path}");
        assert_eq!(answer.json()["parameter"], "surprise", "{path}");
    }
}

#[tokio::test]
async fn every_parameter_given_twice_is_refused_by_name() {
    for (path, parameters) in documented() {
        for (name, example, _) in &parameters {
            let pair = format!("{name}={}", encoded(example));
            let answer = get(&format!("{path}?{pair}&{pair}")).await;
            assert_eq!(
                (answer.status.as_u16(), &answer.json()["parameter"]),
                (400, &name.as_str().into()),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn every_parameter_refuses_nonsense_by_name_and_quotes_it() {
    for (path, parameters) in documented() {
        let needed: Vec<_> = parameters.iter().filter(|p| p.2).collect();
        for (name, _, _) in parameters.iter().filter(|p| p.0 != "q") {
            let others: Vec<String> = needed
                .iter()
                .filter(|p| p.0 != *name)
                .map(|p| format!("&{}={}", p.0, encoded(&p.1)))
                .collect();
            let answer = get(&format!("{path}?{name}=n0nsense%3C{}", others.concat())).await;
            let problem = answer.json();
            assert_eq!(
                (answer.status.as_u16(), &problem["parameter"]),
                (400, &name.as_str().into()),
                "{path} {name}"
            );
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains("n0nsense<") && detail.contains("expected"), "{detail}");
        }
    }
}
