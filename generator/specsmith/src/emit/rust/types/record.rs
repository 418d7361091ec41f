//! Structs and what the schema says about their fields.
//!
//! It must not decide anything: fields, names and types come from the plan.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Field, Shape};

use super::super::{constant, docs, ty};
use super::field::Entry;
use super::{item_docs, runtime_names};
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
    names.insert("Field");
    if let Some(extra) = &record.extra {
        names.insert("Extra");
        ty::named(plan, extra, named);
        runtime_names(extra, names);
    }
    for field in &record.fields {
        ty::named(plan, &field.ty, named);
        runtime_names(&field.declared(), names);
    }
    if let Shape::Record(shape) = &plan.api[item.id].shape {
        for field in &shape.fields {
            Entry::of(plan, field).names(names);
        }
    }
}

#[derive(Serialize)]
pub(super) struct RecordView {
    name: Fragment,
    attributes: Fragment,
    /// `new` takes nothing.
    has_default: bool,
    /// It puts nothing in, either.
    is_blank: bool,
    fields: Vec<FieldView>,
    /// Arguments of `new`.
    arguments: Vec<ArgumentView>,
    new_docs: Fragment,
    /// Callers make it.
    is_made: bool,
    setters: Vec<SetterView>,
    /// Type of the values beside the declared fields.
    extra: Option<Fragment>,
    /// Where a codec finds them: behind the fields.
    extra_index: Fragment,
}

#[derive(Serialize)]
struct ArgumentView {
    name: Fragment,
    ty: Fragment,
}

#[derive(Serialize)]
struct SetterView {
    docs: Fragment,
    deprecated: Fragment,
    name: Fragment,
    ty: Fragment,
    assignment: Fragment,
}

#[derive(Serialize)]
struct FieldView {
    name: Fragment,
    index: Fragment,
    /// What the schema says about it.
    entry: Fragment,
    attributes: Fragment,
    deprecated: Fragment,
    ty: Fragment,
    /// What `new` puts here, if not the argument of its name.
    initial: Option<Fragment>,
}

pub(super) fn view(plan: &Plan<'_>, item: &Item, record: &RecordPlan) -> RecordView {
    let ident = &item.ident;
    let required: Vec<&FieldPlan> = record
        .fields
        .iter()
        .filter(|field| field.is_argument())
        .collect();
    let is_blank = record.fields.iter().all(|field| {
        matches!(field.presence, Presence::Optional | Presence::Patch) && field.constant.is_none()
    });
    RecordView {
        name: rust::name(ident),
        attributes: item_docs(plan, item),
        has_default: required.is_empty(),
        is_blank,
        arguments: required
            .iter()
            .map(|field| argument_view(plan, field))
            .collect(),
        new_docs: new_docs(&required),
        is_made: item.is_made(),
        setters: setters(plan, item, record),
        extra: record
            .extra
            .as_ref()
            .map(|ty| rust::tokens(&ty::tokens(plan, ty))),
        extra_index: position(record.fields.len()),
        fields: field_views(plan, item, record),
    }
}

fn new_docs(required: &[&FieldPlan]) -> Fragment {
    let text = match required {
        [] => "A value in which nothing is set.",
        [_] => "A value with its required field.",
        _ => "A value with its required fields.",
    };
    rust::doc_lines(&[text])
}

fn argument_view(plan: &Plan<'_>, field: &FieldPlan) -> ArgumentView {
    ArgumentView {
        name: rust::name(&field.ident),
        ty: rust::tokens(&ty::given_field(plan, field).ty),
    }
}

/// Callers set the fields of what they send, beside those that `new` takes. What they only receive
/// they read.
fn setters(plan: &Plan<'_>, item: &Item, record: &RecordPlan) -> Vec<SetterView> {
    let Shape::Record(shape) = &plan.api[item.id].shape else {
        return Vec::new();
    };
    let is_set = |field: &&FieldPlan| item.is_made() && !field.is_argument();
    let set = record.fields.iter().filter(is_set);
    set.filter_map(|field| Some(setter(plan, field, shape.fields.get(field.index)?)))
        .collect()
}

fn setter(plan: &Plan<'_>, field: &FieldPlan, described: &Field) -> SetterView {
    let ident = &field.ident;
    let given = ty::given_field(plan, field);
    let value = given.value(ident);
    SetterView {
        docs: setter_docs(field),
        deprecated: rust::tokens(&deprecated(described)),
        name: rust::name(ident),
        ty: rust::tokens(&given.ty),
        assignment: rust::tokens(&quote!(self.#ident = #value;)),
    }
}

fn deprecated(field: &Field) -> TokenStream {
    let deprecated = field.docs.deprecated.then(|| quote!(#[deprecated]));
    quote!(#deprecated)
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
    let declared = ty::tokens(plan, &field.declared());
    let constant = field
        .constant
        .as_ref()
        .map(|constant| constant::tokens(plan, &field.ty, constant));
    let initial = match (field.presence, constant) {
        (Presence::Required, Some(constant)) => Some(constant),
        (Presence::RequiredNullable | Presence::Optional, Some(constant)) => {
            Some(quote!(Some(#constant)))
        }
        (Presence::Patch, Some(constant)) => Some(quote!(Patch::Value(#constant))),
        (Presence::Required | Presence::RequiredNullable, None) => {
            ty::given_field(plan, field).conversion
        }
        (Presence::Optional, None) => Some(quote!(None)),
        (Presence::Patch, None) => Some(quote!(Patch::Absent)),
    };
    FieldView {
        name: rust::name(ident),
        index: position(field.index),
        entry: rust::tokens(&Entry::of(plan, described).tokens()),
        attributes: field_docs(plan, described),
        deprecated: rust::tokens(&deprecated(described)),
        ty: rust::tokens(&declared),
        initial: initial.map(|value| rust::tokens(&value)),
    }
}

/// Where a codec finds a field.
fn position(index: usize) -> Fragment {
    let index = Literal::usize_unsuffixed(index);
    rust::tokens(&quote!(#index))
}

fn setter_docs(field: &FieldPlan) -> Fragment {
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
fn field_docs(plan: &Plan<'_>, field: &Field) -> Fragment {
    let mut text = docs::of(&field.docs, &format!("`{}`.", field.name));
    text.extend(extensions::sentences(plan.sdk, &field.extensions));
    text.extend(docs::rules(
        plan.api,
        &field.constraints,
        field.ty,
        field.default.as_ref(),
    ));
    if field.read_only {
        text.push("Only in responses.".to_owned());
    }
    if field.write_only {
        text.push("Only in requests.".to_owned());
    }
    docs::paragraphs(&text)
}
