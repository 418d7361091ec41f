//! Formats other than JSON text, through serde's door.

use serde_json::json;

use crate::types::{Contact, Node, Presence};

fn contact() -> serde_json::Value {
    json!({
        "id": "1",
        "account": {"id": "2"},
        "custom_fields": {"a": [1, -2, 0.5, null, true]},
        "phone_numbers": [{"type": "fax"}, {"type": "pager"}],
        "version": -3,
        "score": 1.5,
        "unknown": {"x": []},
    })
}

#[test]
fn reads_and_writes_a_tree() {
    let read: Contact = serde_json::from_value(contact()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), contact());
    let error = serde_json::from_value::<Presence>(json!({})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "missing fields `required`, `required_nullable`"
    );
}

#[test]
fn reads_and_writes_cbor() {
    let read: Contact = serde_json::from_value(contact()).unwrap();
    let mut bytes = Vec::new();
    ciborium::into_writer(&read, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Contact, _>(&*bytes).unwrap(), read);
}

#[test]
fn reads_and_writes_yaml() {
    let yaml = "label: a\nnext:\n  any: [1, {x: null}]\n  level: high\nchildren: []\n";
    let read: Node = serde_yaml::from_str(yaml).unwrap();
    let again: Node = serde_yaml::from_str(&serde_yaml::to_string(&read).unwrap()).unwrap();
    assert_eq!(read, again);
    assert_eq!(read.next.unwrap().any, Some(json!([1, {"x": null}])));
}
