//! Structs and what the schema says about their fields.
//!
//! It must not decide anything: fields, names and types come from the plan.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Extensions, Field, Shape, Value};

use super::super::{constant, docs, ty};
use super::{format, item_docs, rules, runtime_names};
use crate::emit::extensions;
use crate::plan::{FieldPlan, Item, Plan, Presence, RecordPlan};
use crate::print::{Fragment, rust};

/// What the definition names: other definitions, and parts of the runtime.
pub(super) fn names<'a>(
    plan: &'a Plan<'_>,
    item: &Item,
    record: &RecordPlan,
    named: &mut Vec<&'a Item>,
    names: &mut BTreeSet<&'static str>,
) {
    names.extend(["Field", "Violations"]);
    if let Some(extra) = &record.extra {
        names.extend(["Extra", "Map"]);
        ty::named(plan, extra, named);
        runtime_names(extra, names);
    }
    for field in &record.fields {
        ty::named(plan, &field.ty, named);
        runtime_names(&field.declared(), names);
    }
    for view in field_views(plan, item, record) {
        names.extend(view.has_flags.then_some("Flags"));
        names.extend(view.constraints.is_some().then_some("Constraints"));
    }
}

#[derive(Serialize)]
pub(super) struct RecordView {
    name: Fragment,
    wire_name: Fragment,
    attributes: Fragment,
    derives: Fragment,
    fields: Vec<FieldView>,
    /// Arguments of `new`.
    arguments: Vec<ArgumentView>,
    new_docs: Fragment,
    /// Type of the values beside the declared fields.
    extra: Option<Fragment>,
    /// Where a codec finds them: behind the fields.
    extra_index: Fragment,
    has_places: bool,
}

#[derive(Serialize)]
struct ArgumentView {
    name: Fragment,
    ty: Fragment,
}

#[derive(Serialize)]
struct FieldView {
    name: Fragment,
    index: Fragment,
    wire: Fragment,
    attributes: Fragment,
    deprecated: Fragment,
    ty: Fragment,
    /// What `new` puts here.
    initial: Fragment,
    /// What a decoder starts with.
    blank: Fragment,
    setter_docs: Fragment,
    setter_ty: Fragment,
    setter_value: Fragment,
    has_flags: bool,
    flags: Fragment,
    constraints: Option<Fragment>,
    extensions: Option<Fragment>,
}

pub(super) fn view(plan: &Plan<'_>, item: &Item, record: &RecordPlan) -> RecordView {
    let ident = &item.ident;
    let required: Vec<&FieldPlan> = record
        .fields
        .iter()
        .filter(|field| field.is_argument())
        .collect();
    let has_default = record.fields.iter().all(|field| {
        matches!(field.presence, Presence::Optional | Presence::Patch) && field.constant.is_none()
    });
    let derives = if has_default {
        quote!(Clone, Default)
    } else {
        quote!(Clone)
    };
    let text = ident.plain();
    RecordView {
        name: rust::tokens(&quote!(#ident)),
        wire_name: rust::tokens(&quote!(#text)),
        attributes: rust::tokens(&item_docs(plan, item)),
        derives: rust::tokens(&derives),
        arguments: required
            .iter()
            .map(|field| argument_view(plan, field))
            .collect(),
        new_docs: rust::tokens(&new_docs(&required)),
        extra: record
            .extra
            .as_ref()
            .map(|ty| rust::tokens(&ty::tokens(plan, ty))),
        extra_index: position(record.fields.len()),
        has_places: record.extra.is_some() || !record.fields.is_empty(),
        fields: field_views(plan, item, record),
    }
}

fn new_docs(required: &[&FieldPlan]) -> TokenStream {
    let text = match required {
        [] => "A value in which nothing is set.",
        [_] => "A value with its required field.",
        _ => "A value with its required fields.",
    };
    rust::doc_lines(&[text])
}

fn argument_view(plan: &Plan<'_>, field: &FieldPlan) -> ArgumentView {
    let ident = &field.ident;
    let given = ty::given_field(plan, field, &quote!(#ident));
    ArgumentView {
        name: rust::tokens(&quote!(#ident)),
        ty: rust::tokens(&given.ty),
    }
}

fn field_views(plan: &Plan<'_>, item: &Item, record: &RecordPlan) -> Vec<FieldView> {
    let Shape::Record(shape) = &plan.api[item.id].shape else {
        return Vec::new();
    };
    record
        .fields
        .iter()
        .filter_map(|field| Some(field_view(plan, field, shape.fields.get(field.index)?)))
        .collect()
}

fn field_view(plan: &Plan<'_>, field: &FieldPlan, described: &Field) -> FieldView {
    let ident = &field.ident;
    let wire = &described.name;
    let declared = ty::tokens(plan, &field.declared());
    let given = ty::given_field(plan, field, &quote!(#ident));
    let deprecated = described.docs.deprecated.then(|| quote!(#[deprecated]));
    let value = &given.value;
    let constant = field
        .constant
        .as_ref()
        .map(|constant| constant::tokens(plan, &field.ty, constant));
    let empty = match (field.presence, constant) {
        (Presence::Required, Some(constant)) => constant,
        (Presence::RequiredNullable | Presence::Optional, Some(constant)) => {
            quote!(Some(#constant))
        }
        (Presence::Patch, Some(constant)) => quote!(Patch::Value(#constant)),
        (Presence::Required | Presence::RequiredNullable, None) => value.clone(),
        (Presence::Optional, None) => quote!(None),
        (Presence::Patch, None) => quote!(Patch::Absent),
    };
    let same = empty.to_string() == ident.to_string();
    let initial = if same {
        quote!(#ident)
    } else {
        quote!(#ident: #empty)
    };
    let blank = match field.presence {
        Presence::Required => quote!(runtime::Blank::blank()),
        Presence::RequiredNullable | Presence::Optional => quote!(None),
        Presence::Patch => quote!(Patch::Absent),
    };
    let flags = flags(described);
    let assigned = quote!(self.#ident = #value;);
    FieldView {
        name: rust::tokens(&quote!(#ident)),
        index: position(field.index),
        wire: rust::tokens(&quote!(#wire)),
        attributes: rust::tokens(&field_docs(plan, described)),
        deprecated: rust::tokens(&quote!(#deprecated)),
        ty: rust::tokens(&declared),
        initial: rust::tokens(&initial),
        blank: rust::tokens(&quote!(#ident: #blank)),
        setter_docs: rust::tokens(&setter_docs(field)),
        setter_ty: rust::tokens(&given.ty),
        setter_value: rust::tokens(&assigned),
        has_flags: !flags.is_empty(),
        flags: rust::tokens(&flags),
        constraints: constraints(plan, described).map(|tokens| rust::tokens(&tokens)),
        extensions: data(plan, &described.extensions).map(|tokens| rust::tokens(&tokens)),
    }
}

/// Where a codec finds a field.
fn position(index: usize) -> Fragment {
    let index = Literal::usize_unsuffixed(index);
    rust::tokens(&quote!(#index))
}

fn setter_docs(field: &FieldPlan) -> TokenStream {
    let name = field.ident.plain();
    let line = match field.presence {
        Presence::Patch => format!("Sets [`{name}`](Self::{name}); `Patch::Null` clears it."),
        Presence::RequiredNullable => {
            format!("Sets [`{name}`](Self::{name}); `None` is sent as `null`.")
        }
        Presence::Required | Presence::Optional => format!("Sets [`{name}`](Self::{name})."),
    };
    rust::doc_lines(&[line])
}

/// Description, constraints, default and what extensions say.
fn field_docs(plan: &Plan<'_>, field: &Field) -> TokenStream {
    let mut text = docs::of(&field.docs, &format!("`{}`.", field.name));
    text.extend(extensions::sentences(plan.sdk, &field.extensions));
    text.extend(docs::rules(&field.constraints, field.default.as_ref()));
    if field.read_only {
        text.push("Only in responses.".to_owned());
    }
    if field.write_only {
        text.push("Only in requests.".to_owned());
    }
    docs::paragraphs(&text)
}

fn flags(field: &Field) -> TokenStream {
    let secret = is_secret(field);
    let set: Vec<TokenStream> = [
        (field.required, quote!(Flags::REQUIRED)),
        (field.ty.nullable, quote!(Flags::NULLABLE)),
        (field.read_only, quote!(Flags::READ_ONLY)),
        (field.write_only, quote!(Flags::WRITE_ONLY)),
        (field.docs.deprecated, quote!(Flags::DEPRECATED)),
        (secret, quote!(Flags::SECRET)),
    ]
    .into_iter()
    .filter_map(|(holds, flag)| holds.then_some(flag))
    .collect();
    match set.split_first() {
        None => TokenStream::new(),
        Some((first, rest)) => quote!(#first #(.and(#rest))*),
    }
}

/// `format: password` (OpenAPI 3.0.4, section 4.4) asks that the value is not shown.
fn is_secret(field: &Field) -> bool {
    field
        .extensions
        .get("x-specsmith-secret")
        .and_then(|v| v.as_bool())
        == Some(true)
}

fn constraints(plan: &Plan<'_>, field: &Field) -> Option<TokenStream> {
    rules(&field.constraints, format(plan, field.ty))
}

/// What extensions say, as JSON text: nested literals would be a good part of what the compiler
/// has to do for a type.
fn data(plan: &Plan<'_>, all: &Extensions) -> Option<TokenStream> {
    let found = extensions::data(plan.sdk, all);
    let entries = found.iter().map(|(name, members)| {
        let members = members
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).clone()));
        ((*name).to_owned(), Value::Object(members.collect()))
    });
    let text = Value::Object(entries.collect()).to_string();
    (!found.is_empty()).then(|| quote!(#text))
}
