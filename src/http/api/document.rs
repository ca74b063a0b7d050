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
const PARTIAL: &[&str] = &["Problem", "Facets"];

/// Bodies always carry every property, null where unknown; the derive would call those optional.
fn require_every_property(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let names: Option<Vec<String>> =
                object.get("properties").and_then(Value::as_object).map(|p| p.keys().cloned().collect());
            if let Some(names) = names {
                object.insert("required".to_owned(), json!(names));
            }
            object.values_mut().for_each(require_every_property);
        }
        Value::Array(items) => items.iter_mut().for_each(require_every_property),
        _ => {}
    }
}
