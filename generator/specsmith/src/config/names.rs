//! `[sdk.names]`: Rust names for places of the description.
//!
//! This module must not know what is described there.

use specsmith_openapi::rename::Rename;

use super::Placed;
use super::table::{Sink, Table};
use crate::plan::{Case, Scope};

pub(super) fn names(table: Table<'_, '_>, sink: &mut Sink) -> Vec<Rename> {
    let entries = table.entries(sink).into_iter();
    let entries = entries.filter_map(|(pointer, name)| rename(pointer, name, sink));
    entries.collect()
}

fn rename(pointer: Placed<String>, name: Placed<String>, sink: &mut Sink) -> Option<Rename> {
    if !pointer.starts_with("#/") {
        let message = format!("`{}` is no place in a description", pointer.value);
        let help = "write a JSON pointer, as in `\"#/components/schemas/Pet\"`";
        sink.wrong(&pointer, &message, help);
        return None;
    }
    let at = pointer.at;
    let rename = Rename {
        pointer: pointer.value,
        name: name.value.clone(),
        at,
    };
    let written = match rename.is_of_type() {
        true => Case::Camel,
        false => Case::Snake,
    };
    if spelled(&rename, written) != *name.value {
        let message = format!("`{}` is not how Rust writes a name", name.value);
        let wanted = spelled(&rename, case_of_place(&rename.pointer).unwrap_or(written));
        sink.wrong(&name, &message, &format!("write `{wanted}`"));
        return None;
    }
    Some(rename)
}

/// The name as the output would write it.
fn spelled(rename: &Rename, case: Case) -> String {
    let ident = Scope::default().name(&rename.name, case);
    ident.plain().to_owned()
}

/// How names are written at places that can have one kind of name only.
fn case_of_place(pointer: &str) -> Option<Case> {
    let steps: Vec<&str> = pointer.split('/').collect();
    match steps.as_slice() {
        ["#", "paths", _, _]
        | ["#", "components", "securitySchemes", _]
        | [.., "parameters", _] => Some(Case::Snake),
        ["#", "components", "schemas", _]
        | ["#", "definitions", _]
        | ["#", "webhooks", _, _]
        | [.., "enum" | "oneOf" | "anyOf", _] => Some(Case::Camel),
        _ => None,
    }
}
