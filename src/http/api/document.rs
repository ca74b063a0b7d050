//! The OpenAPI document of `/api/v1`.

use serde_json::{Value, json};

/// The document, as `/api/openapi.json` serves it and `machikado openapi` prints it.
pub fn openapi_json() -> String {
    let (_, api) = super::routes().split_for_parts();
    let mut document = serde_json::to_value(&api).expect("an OpenAPI document is plain data");
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        for (name, schema) in schemas.iter_mut() {
            if !PARTIAL.contains(&name.as_str()) {
                require_every_property(schema);
            }
        }
    }
    let mut text = serde_json::to_string_pretty(&document).expect("a JSON value is JSON");
    text.push('\n');
    text
}

/// Bodies that leave properties out.
const PARTIAL: &[&str] = &[
    "Problem",
    "Facets",
    "WatchRequest",
    "EnquiryRequest",
    "ReportRequest",
    "WantedRequest",
    "SignInRequest",
    "SignOutRequest",
    "BeginRequest",
    "PhotoRequest",
    "CommandRequest",
    "FeedRequest",
];

/// Bodies always carry every property, null where unknown; the derive would call those optional.
fn require_every_property(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
        properties.values_mut().for_each(require_every_property);
        let names: Vec<String> = properties.keys().cloned().collect();
        object.insert("required".to_owned(), json!(names));
    }
    for part in ["oneOf", "anyOf", "allOf"] {
        if let Some(schemas) = object.get_mut(part).and_then(Value::as_array_mut) {
            schemas.iter_mut().for_each(require_every_property);
        }
    }
    if let Some(items) = object.get_mut("items") {
        require_every_property(items);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_of_a_body_is_required_and_a_property_may_be_called_properties() {
        let document: Value = serde_json::from_str(&openapi_json()).unwrap();
        let feature = &document["components"]["schemas"]["ListingFeature"];
        assert_eq!(feature["required"], json!(["type", "id", "geometry", "properties"]));
        assert!(feature["properties"].get("required").is_none());
        assert!(document["components"]["schemas"]["Problem"]["required"].as_array().unwrap().len() < 6);
    }
}
