//! What the page tells of names: its snippets spell them, and its fields stand in their order.

use serde_json::{Map, Value};

use crate::document::{load, operation, reachable};
use crate::page::snippets;

#[test]
fn the_snippets_call_the_operation() {
    let document = load();
    let (path, _) = operation(&document).expect("an operation");
    let server = document["servers"][0]["url"].as_str().expect("a server");
    let url = format!("curl -X PATCH '{server}{path}?integrated_account_id=");
    assert!(snippets()[0].starts_with(&url), "{}", snippets()[0]);
}

#[test]
fn the_snippets_name_the_request_fields() {
    let document = load();
    let properties = properties(&document, "ContactUpdate");
    let bodies = bodies(&snippets());
    assert_eq!(bodies.len(), 5, "curl, fetch, requests and two SDKs");
    for body in bodies {
        let mut spelled: Vec<&String> = body.keys().collect();
        let mut described: Vec<&String> = properties.keys().collect();
        spelled.sort();
        described.sort();
        assert_eq!(spelled, described);

        for (name, value) in &body {
            let field = &properties[name];
            // The one field that the snippets get wrong: its example as text.
            let value = match (name.as_str(), value) {
                ("custom_fields", Value::String(text)) => {
                    let pasted: Value = serde_json::from_str(text).expect("the example");
                    assert_eq!(pasted, field["examples"][0]);
                    pasted
                }
                _ => value.clone(),
            };
            assert_eq!(kind(&value), declared_kind(field), "{name}");
        }
    }
}

/// The bodies that the snippets send; all of them write theirs as JSON, one property a line.
fn bodies(snippets: &[&str]) -> Vec<Map<String, Value>> {
    let is_property = |line: &&str| line.starts_with('"') && line.contains("\": ");
    let mut bodies = Vec::new();
    let mut properties: Vec<&str> = Vec::new();
    for line in snippets {
        if is_property(line) && !line.starts_with("\"Authorization\"") {
            properties.push(line);
        } else if line.starts_with('}') && properties.len() > 1 {
            let json = format!("{{{}}}", properties.concat());
            bodies.push(serde_json::from_str(&json).expect("valid JSON"));
            properties.clear();
        } else {
            properties.clear();
        }
    }
    bodies
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        other => panic!("the snippets send no {other}"),
    }
}

fn declared_kind(field: &Value) -> &str {
    // A reference is to an object; `type` is the kind and null.
    field["type"][0].as_str().unwrap_or("object")
}

#[test]
fn fields_stand_by_name_behind_those_that_are_required() {
    let document = load();
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .expect("schemas")
    {
        let printed = !name.starts_with("Error") && name != "Insight";
        let Some(properties) = schema["properties"].as_object().filter(|_| printed) else {
            continue;
        };
        let leading = |property: &str| match name.as_str() {
            // What identifies the resource leads its response.
            "Contact" => property == "id",
            _ => properties[property]["x-truto-inferred-required"] == true,
        };
        let mut sorted: Vec<&str> = properties.keys().map(String::as_str).collect();
        sorted.sort_by_key(|property| (!leading(property), *property));
        assert_eq!(properties.keys().collect::<Vec<_>>(), sorted, "{name}");
    }
}

#[test]
fn what_is_inferred_to_be_required_is_required_and_never_null() {
    let document = load();
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .expect("schemas")
    {
        let properties = schema["properties"].as_object().into_iter().flatten();
        for (property, _) in properties.filter(|(_, p)| p["x-truto-inferred-required"] == true) {
            let required = schema["required"].as_array().expect("a list");
            assert!(
                required.iter().any(|entry| entry == property),
                "{name}.{property}"
            );
            assert_eq!(schema["properties"][property]["type"], "string");
        }
    }
}

#[test]
fn unnamed_fields_stand_between_neighbours() {
    let document = load();
    let update = &document["components"]["schemas"]["ContactUpdate"];
    let names: Vec<&String> = properties(&document, "ContactUpdate").keys().collect();
    let unnamed = update["x-truto-unnamed-fields"].as_array().expect("a list");
    assert_eq!(unnamed.len(), 4);
    for field in unnamed {
        let is_place = |pair: &[&String]| field["after"] == *pair[0] && field["before"] == *pair[1];
        assert!(names.windows(2).any(is_place), "{field}");
    }
}

#[test]
fn the_phone_types_are_those_of_all_integrations() {
    let document = load();
    let input = properties(&document, "PhoneNumberInput");
    let mut union: Vec<&Value> = Vec::new();
    for list in input["type"]["x-truto-enum-by-integration"]
        .as_array()
        .expect("lists")
    {
        for value in list.as_array().expect("a list") {
            if !union.contains(&value) {
                union.push(value);
            }
        }
    }
    let schema = &document["components"]["schemas"]["PhoneNumberType"];
    assert_eq!(
        schema["enum"]
            .as_array()
            .expect("values")
            .iter()
            .collect::<Vec<_>>(),
        union
    );
}

/// Those that the page lists are what some integrations take today.
#[test]
fn other_values_are_admitted_wherever_some_are_listed() {
    let document = load();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let listing: Vec<_> = schemas
        .iter()
        .filter(|(_, s)| s["enum"].is_array())
        .collect();
    assert_eq!(listing.len(), 2);
    for (name, schema) in listing {
        assert_eq!(schema["x-specsmith-open"], true, "{name}");
    }
}

#[test]
fn properties_of_the_request_can_be_null_unless_they_are_required() {
    let document = load();
    for schema in reachable(&document, "/components/schemas/ContactUpdate") {
        let schema = document.pointer(&schema).expect("a schema");
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let required = field["x-truto-inferred-required"] == true;
            assert_ne!(allows_null(field), required, "{name}");
        }
    }
}

fn allows_null(field: &Value) -> bool {
    let is_null = |ty: &Value| ty == "null" || ty["type"] == "null";
    ["type", "anyOf"]
        .iter()
        .filter_map(|key| field[key].as_array())
        .flatten()
        .any(is_null)
}

fn properties<'a>(document: &'a Value, schema: &str) -> &'a Map<String, Value> {
    document["components"]["schemas"][schema]["properties"]
        .as_object()
        .expect("properties")
}
