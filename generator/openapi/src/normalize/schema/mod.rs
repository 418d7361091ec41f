//! Forms of schemas that 3.0 has no word for, rewritten into those it has.
//!
//! It must not resolve references.

mod keywords;
mod reference;
mod repair;
mod types;

use super::check::{Fate, wrong_kind};
use super::context::Context;
use super::keyword::{Dialect, Expect};
use super::repair::single;
use super::spot::Spot;
use crate::codes;
use crate::read::{Map, Node, Value};

pub(super) use repair::before;
pub(super) use types::type_names;

/// Rewrites one schema whose keywords are checked and whose subschemas are rewritten.
///
/// After this it has no `const`, no numeric `exclusiveMinimum`, no `prefixItems`, no
/// list under `type` or `items`, and `$ref` stands alone or inside `allOf`.
pub(super) fn rewrite(map: &mut Map, cx: &mut Context<'_>) {
    if cx.dialect == Dialect::V20 {
        keywords::of_swagger(map);
    }
    if map.contains_key("$ref") {
        reference::with_siblings(map, cx);
        return;
    }
    repair::after(map, cx);
    keywords::constant(map);
    keywords::exclusive_bound(map, "exclusiveMinimum", "minimum", |bound, limit| {
        bound >= limit
    });
    keywords::exclusive_bound(map, "exclusiveMaximum", "maximum", |bound, limit| {
        bound <= limit
    });
    keywords::examples(map);
    keywords::tuple(map, cx);
    keywords::pattern_properties(map, cx);
    keywords::content(map, cx);
    types::single_type(map);
}

/// `true` is a schema of any value, `false` one of none (JSON Schema 2020-12, section 4.3.2).
pub(super) fn boolean_to_object(node: &mut Node, cx: &mut Context<'_>) {
    let Value::Bool(any) = node.value else { return };
    if !cx.dialect.has_json_schema() {
        cx.warn(
            codes::OTHER_DIALECT,
            node.origin,
            format!(
                "`{any}` as a schema is a form of OpenAPI 3.1, not of {}",
                cx.dialect.name()
            ),
            if any { "write `{}`" } else { "write `not: {}`" },
        );
    }
    let map = if any {
        Map::new()
    } else {
        cx.warn(
            codes::NOT_EXPRESSED,
            node.origin,
            "a schema of no value is not expressed in the output",
            "the type admits any value; the service will say so",
        );
        single("not", Node::new(Map::new(), node.origin), node.origin)
    };
    node.value = Value::Map(map);
}

/// `exclusiveMinimum` and `exclusiveMaximum`: a number in 3.1, a flag before.
pub(super) fn bound(node: &mut Node, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    let home = match node.value {
        Value::Number(_) => Dialect::V31,
        Value::Bool(_) => Dialect::V30,
        _ => return wrong_kind(node, Expect::Bound, spot, cx),
    };
    if home.has_json_schema() != cx.dialect.has_json_schema() {
        cx.warn(
            codes::OTHER_DIALECT,
            node.origin,
            format!(
                "{} {} in {}",
                spot.takes(),
                other_form(home),
                cx.dialect.name()
            ),
            format!("it is applied as in {}", home.name()),
        );
    }
    Fate::Keep
}

fn other_form(found: Dialect) -> &'static str {
    match found {
        Dialect::V31 | Dialect::V32 => "`true` or `false`",
        Dialect::V30 | Dialect::V20 => "the number itself",
    }
}
