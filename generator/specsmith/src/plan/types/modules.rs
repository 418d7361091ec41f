//! Names of the definitions and of the modules they stand in.
//!
//! It must not know what a definition looks like.

use std::collections::BTreeMap;

use specsmith_openapi::api::{Api, Shape, Type, TypeId};

use super::super::names::{Case, Ident, Scope};
use super::given_name;

/// Names that a definition must not take: what its module imports, what Rust's prelude has, and
/// what would mislead a reader of the crate.
const RESERVED: [&str; 52] = [
    "AsMut",
    "AsRef",
    "Async",
    "Blocking",
    "Box",
    "Bytes",
    "Call",
    "Client",
    "ClientBuilder",
    "Clone",
    "Constraint",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "ErrorKind",
    "ExactSizeIterator",
    "Extend",
    "Extra",
    "Field",
    "Flags",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hash",
    "Http",
    "Into",
    "IntoIterator",
    "Iterator",
    "Map",
    "Mode",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Patch",
    "Raw",
    "Response",
    "Result",
    "RetryPolicy",
    "Send",
    "Some",
    "String",
    "Sync",
    "Value",
    "Vec",
];

/// Names of `components` first, so that a schema written in place never takes one of them away.
pub(super) fn idents(api: &Api, defined: &[TypeId]) -> Vec<(TypeId, Ident)> {
    let mut scope = Scope::with_reserved(RESERVED);
    let mut named: Vec<(TypeId, Ident)> = Vec::with_capacity(defined.len());
    for pass_named in [true, false] {
        for &id in defined
            .iter()
            .filter(|&&id| api[id].name.is_some() == pass_named)
        {
            let ty = &api[id];
            named.push((id, scope.name_or(&spoken(ty), suffix(ty), Case::Camel)));
        }
    }
    named.sort_by_key(|(id, _)| *id);
    named
}

/// The words a type is named after.
pub(in super::super) fn spoken(ty: &Type) -> String {
    given_name(&ty.extensions).map_or_else(|| ty.path.join(" "), str::to_owned)
}

fn suffix(ty: &Type) -> &'static str {
    match ty.shape {
        Shape::Enumeration(_) => "kind",
        Shape::Record(_)
        | Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Any => "model",
    }
}

/// A module for each named component; types written in place stand beside the one that holds them.
pub(super) fn modules(api: &Api, idents: &[(TypeId, Ident)]) -> Vec<Ident> {
    // The file of a module `mod` would be the one that lists them all; the others are ours.
    let mut scope = Scope::with_reserved(["implement", "later", "mod"]);
    let mut known: BTreeMap<&str, Ident> = BTreeMap::new();
    idents
        .iter()
        .map(|(id, ident)| {
            let root = api[*id].path.first().map_or("", String::as_str);
            let text = if api[*id].name.is_some() {
                ident.plain()
            } else {
                root
            };
            known
                .entry(root)
                .or_insert_with(|| scope.name(text, Case::Module))
                .clone()
        })
        .collect()
}
