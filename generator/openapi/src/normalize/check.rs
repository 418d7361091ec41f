//! Walks a tree once and checks every keyword at its place by the tables.
//!
//! What is wrong is reported and cut out, or repaired, at the smallest node. After this walk each
//! keyword holds the kind of value that its table says. It must not know what a keyword means.

use super::context::Context;
use super::keyword::{Effect, Expect, Keyword, Kind, Others, Reference, Table};
use super::spot::{Spot, first_key};
use super::tables::table;
use super::{absent, coerce, events, extensions, repair, schema};
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::suggest;

/// What becomes of a checked node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Keep,
    Cut,
}

/// Checks an object of a known kind and all below it.
pub(super) fn object(node: &mut Node, kind: Kind, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    if kind == Kind::Schema {
        schema::boolean_to_object(node, cx);
    }
    let Value::Map(map) = &mut node.value else {
        return wrong_kind(node, Expect::Object(kind), spot, cx);
    };
    let table = table(kind);
    if table.reference == Reference::Instead && map.contains_key("$ref") {
        return reference(map, table, kind, cx);
    }
    if kind == Kind::MediaType {
        events::open_data(map, spot.name, cx.dialect);
    }
    repair::before(map, kind, cx);
    absent::report_absent(map, table, spot, cx);
    map.retain(|key, value| entry(key, value, table, kind, cx) == Fate::Keep);
    if absent::fill_absent(map, table, spot.at) == Fate::Cut {
        return Fate::Cut;
    }
    if kind == Kind::Schema {
        schema::rewrite(map, cx);
    }
    Fate::Keep
}

/// A reference that stands instead of an object.
fn reference(map: &mut Map, table: &Table, kind: Kind, cx: &mut Context<'_>) -> Fate {
    let mut fate = Fate::Cut;
    map.retain(|key, value| match &*key.text {
        "$ref" => {
            fate = reference_text(value, kind, Spot::of(key), cx);
            fate == Fate::Keep
        }
        "summary" | "description" => check(value, Expect::Text, Spot::of(key), cx) == Fate::Keep,
        name => {
            if !name.starts_with("x-") {
                cx.warn(
                    codes::REF_SIBLINGS,
                    key.origin,
                    format!("`{name}` beside `$ref` has no effect"),
                    format!(
                        "move it into {} that the reference leads to",
                        the(table.noun)
                    ),
                );
            }
            true
        }
    });
    fate
}

fn the(noun: &str) -> String {
    let bare = noun
        .strip_prefix("a ")
        .or_else(|| noun.strip_prefix("an "))
        .unwrap_or(noun);
    format!("the {bare}")
}

fn reference_text(node: &mut Node, kind: Kind, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    let Value::String(text) = &node.value else {
        return wrong_kind(node, Expect::Text, spot, cx);
    };
    cx.refer(text, kind, node.origin);
    Fate::Keep
}

/// Checks one key of an object.
fn entry(key: &Key, value: &mut Node, table: &Table, kind: Kind, cx: &mut Context<'_>) -> Fate {
    let name = &*key.text;
    if let Some(keyword) = table.keyword(name) {
        return known(key, value, keyword, cx);
    }
    if name.starts_with("x-") {
        extensions::check(key, value, cx);
        return Fate::Keep;
    }
    if name == "$ref" && table.reference == Reference::Beside {
        return reference_text(value, kind, Spot::of(key), cx);
    }
    match table.others {
        Others::Unknown => unknown(key, table, cx),
        Others::Path(kind) => {
            repair::path_key(key, cx);
            object_or_null(value, kind, Spot::of(key), cx)
        }
        Others::Status(kind) => match repair::status_key(key, cx) {
            Fate::Keep => object_or_null(value, kind, Spot::of(key), cx),
            Fate::Cut => Fate::Cut,
        },
        Others::Expression(kind) => object_or_null(value, kind, Spot::of(key), cx),
    }
}

fn known(key: &Key, value: &mut Node, keyword: &Keyword, cx: &mut Context<'_>) -> Fate {
    let may_be_null = matches!(keyword.expect, Expect::Any | Expect::Type);
    if value.is_null() && !may_be_null {
        cx.warn(
            codes::NULL_VALUE,
            key.origin,
            format!("`{}` has no value and is left out", key.text),
            format!("remove the key or give it {}", keyword.expect.noun()),
        );
        return Fate::Cut;
    }
    if !keyword.known_in.contains(cx.dialect) {
        let home = keyword.known_in.first().name();
        cx.warn(
            codes::OTHER_DIALECT,
            key.origin,
            format!(
                "`{}` is a keyword of {home}, not of {}",
                key.text,
                cx.dialect.name()
            ),
            "it is applied as there; change the version of the description or the keyword",
        );
    }
    let fate = check(value, keyword.expect, Spot::of(key), cx);
    if fate == Fate::Keep {
        report_effect(key, value, keyword, cx);
    }
    fate
}

fn report_effect(key: &Key, value: &Node, keyword: &Keyword, cx: &mut Context<'_>) {
    if let Effect::NotExpressed(consequence) = keyword.effect
        && !is_neutral(value, keyword.expect)
    {
        cx.warn(
            codes::NOT_EXPRESSED,
            key.origin,
            format!("`{}` is not expressed in the output", key.text),
            consequence,
        );
    }
}

/// A value with which a keyword says nothing.
fn is_neutral(node: &Node, expect: Expect) -> bool {
    match &node.value {
        // As a schema, `true` admits everything.
        Value::Bool(value) => *value == matches!(expect, Expect::SchemaOrFlag),
        Value::Map(map) => map.is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Null | Value::Number(_) | Value::String(_) => false,
    }
}

fn unknown(key: &Key, table: &Table, cx: &mut Context<'_>) -> Fate {
    let help = match suggest(&key.text, table.names(cx.dialect)) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "remove it, or begin its name with `x-` to keep it as an extension".to_owned(),
    };
    cx.warn(
        codes::UNKNOWN_KEYWORD,
        key.origin,
        format!("{} has no keyword `{}`", table.noun, key.text),
        help,
    );
    // It stays in the tree: a reference may lead into it.
    Fate::Keep
}

/// Checks a value against what its keyword takes.
pub(super) fn check(node: &mut Node, expect: Expect, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    match expect {
        Expect::Any => Fate::Keep,
        Expect::Text => coerce::text(node, spot, cx),
        Expect::Word(words) => coerce::word(node, words, spot, cx),
        Expect::Flag => coerce::flag(node, spot, cx),
        Expect::Number => coerce::number(node, spot, cx),
        Expect::Count => coerce::count(node, spot, cx),
        Expect::Bound => schema::bound(node, spot, cx),
        Expect::Type => schema::type_names(node, spot, cx),
        Expect::Texts => {
            coerce::single_to_list(node, spot, cx);
            list(node, expect, Expect::Text, spot, cx)
        }
        Expect::Values => list(node, expect, Expect::Any, spot, cx),
        Expect::TextMap => values(node, expect, Expect::Text, spot, cx),
        Expect::TextLists => values(node, expect, Expect::Texts, spot, cx),
        Expect::Requirements => list(node, expect, Expect::TextLists, spot, cx),
        Expect::SchemaOrFlag if node.as_bool().is_some() => Fate::Keep,
        Expect::Items if node.as_list().is_some() => {
            list(node, expect, Expect::Object(Kind::Schema), spot, cx)
        }
        Expect::SchemaOrFlag | Expect::Items => object(node, Kind::Schema, spot, cx),
        Expect::Discriminator => {
            repair::discriminator_to_object(node, cx);
            object(node, Kind::Discriminator, spot, cx)
        }
        Expect::Object(kind) => object(node, kind, spot, cx),
        Expect::List(kind) => list(node, expect, Expect::Object(kind), spot, cx),
        Expect::Map(kind) => values(node, expect, Expect::Object(kind), spot, cx),
    }
}

fn list(
    node: &mut Node,
    expect: Expect,
    item: Expect,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    let Value::List(items) = &mut node.value else {
        return wrong_kind(node, expect, spot, cx);
    };
    if !matches!(item, Expect::Any) {
        items.retain_mut(|node| {
            let spot = spot.item(node);
            null_item(node, item, spot, cx) == Fate::Keep
                && check(node, item, spot, cx) == Fate::Keep
        });
    }
    Fate::Keep
}

fn values(
    node: &mut Node,
    expect: Expect,
    value: Expect,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    let Value::Map(map) = &mut node.value else {
        return wrong_kind(node, expect, spot, cx);
    };
    map.retain(|key, node| {
        let spot = Spot::of(key);
        let kept = null_item(node, value, spot, cx) == Fate::Keep
            && check(node, value, spot, cx) == Fate::Keep;
        if let (false, Expect::Object(kind)) = (kept, value) {
            let name = key.text.as_ref().into();
            cx.cut.insert((key.origin.file, kind, name));
        }
        kept
    });
    Fate::Keep
}

/// `null` in a list or map: an empty object where an object belongs, else it is left out.
fn null_item(node: &mut Node, expect: Expect, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    if !node.is_null() {
        return Fate::Keep;
    }
    let (fate, read_as) = match expect {
        Expect::Object(_) => (Fate::Keep, "is read as an empty object"),
        _ => (Fate::Cut, "is left out"),
    };
    node.value = Value::Map(Map::new());
    let subject = if spot.item {
        "an empty item of"
    } else {
        "the empty value of"
    };
    cx.warn(
        codes::NULL_VALUE,
        spot.at,
        format!("{subject} `{}` {read_as}", spot.name),
        format!("remove it or write {}", expect.noun()),
    );
    fate
}

fn object_or_null(node: &mut Node, kind: Kind, spot: Spot<'_>, cx: &mut Context<'_>) -> Fate {
    null_item(node, Expect::Object(kind), spot, cx);
    object(node, kind, spot, cx)
}

/// Reports that a value has another kind than its keyword takes.
pub(super) fn wrong_kind(
    node: &Node,
    expect: Expect,
    spot: Spot<'_>,
    cx: &mut Context<'_>,
) -> Fate {
    let at = first_key(node).unwrap_or(node.origin);
    cx.error(
        codes::WRONG_KIND,
        at,
        format!("{} {}, found {}", spot.takes(), expect.noun(), node.kind()),
        format!("write {} here; as it stands it is left out", expect.noun()),
    );
    Fate::Cut
}
