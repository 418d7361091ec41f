//! Security definitions of 2.0.
//!
//! It must not know what requires them.

use super::put;
use crate::normalize::repair::single;
use crate::read::{Map, Node, Value};

/// Rewrites a security definition.
pub(super) fn scheme(node: &mut Node) {
    let Value::Map(map) = &mut node.value else {
        return;
    };
    let Some(ty) = map.get_mut("type") else {
        return;
    };
    let at = ty.origin;
    match ty.as_str() {
        Some("basic") => {
            ty.value = Value::String("http".to_owned());
            put(map, "scheme", "basic", at);
        }
        Some("oauth2") => {
            let flows = flows(map);
            put(map, "flows", flows, at);
        }
        _ => {}
    }
}

/// The one flow of 2.0 under its name of 3.0.
fn flows(map: &mut Map) -> Map {
    let Some(entry) = map.remove_entry("flow") else {
        return Map::new();
    };
    let name = match entry.value.as_str() {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some("password") => "password",
        _ => "implicit",
    };
    let mut flow = Map::new();
    for keyword in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(entry) = map.remove_entry(keyword) {
            flow.insert(entry.key, entry.value);
        }
    }
    single(name, Node::new(flow, entry.value.origin), entry.key.origin)
}
