//! Enums of constants: what their constants are and how they are named.
//!
//! It must not know where an enum is used.

use specsmith_openapi::api::{Enumeration, Value};

use super::super::names::{Case, Scope};
use super::{ConstantKind, EnumerationPlan, ItemKind, VariantPlan};

/// What the constants are.
pub(super) fn kind(enumeration: &Enumeration) -> ConstantKind {
    let all = |test: fn(&Value) -> bool| enumeration.values.iter().all(|it| test(&it.value));
    if all(Value::is_string) {
        ConstantKind::Text
    } else if all(Value::is_i64) {
        ConstantKind::Integer
    } else {
        ConstantKind::Mixed
    }
}

pub(super) fn plan(enumeration: &Enumeration) -> ItemKind {
    let mut scope = Scope::with_reserved(["Unknown"]);
    let variants = enumeration.values.iter().map(|value| {
        let wire = text(&value.value);
        VariantPlan {
            ident: scope.name(value.name.as_deref().unwrap_or(&wire), Case::Camel),
            wire: value.value.clone(),
            description: value.description.clone(),
        }
    });
    ItemKind::Enumeration(EnumerationPlan {
        kind: kind(enumeration),
        variants: variants.collect(),
    })
}

/// A constant as text: a string as it is, all else as JSON.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
