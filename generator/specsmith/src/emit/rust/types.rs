//! The module `types`: structs and enums.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Serialize;
use specsmith_openapi::api::{Constraints, Docs, Extensions, Field, Scalar, Shape, Type, TypeUse};

use super::{docs, page, ty};
use crate::emit::{extensions, header};
use crate::plan::{
    EnumerationPlan, FieldPlan, Item, ItemKind, Plan, Presence, RecordPlan, Ty, VariantPlan,
};
use crate::print::{Fragment, rust};
use crate::render::Page;

/// A file for each named component, and one that lists them.
pub(super) fn pages(plan: &Plan<'_>) -> Vec<Page> {
    let mut files: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in &plan.items {
        files.entry(item.module.plain()).or_default().push(item);
    }
    let list = ModulesView {
        header: rust::comment(&header(plan)),
        modules: files.values().map(|items| module_view(items)).collect(),
    };
    let mut pages = vec![page(
        plan,
        "src/types/mod.rs",
        "rust/types/mod.rs.tera",
        &list,
    )];
    for (module, items) in &files {
        let view = file_view(plan, items);
        pages.push(page(
            plan,
            &format!("src/types/{module}.rs"),
            "rust/types/file.rs.tera",
            &view,
        ));
    }
    pages
}

#[derive(Serialize)]
struct ModulesView {
    header: Fragment,
    modules: Vec<ModuleView>,
}

#[derive(Serialize)]
struct ModuleView {
    name: Fragment,
    items: Fragment,
}

fn module_view(items: &[&Item]) -> ModuleView {
    let names = items.iter().map(|item| &item.ident);
    let module = items.first().map(|item| &item.module);
    ModuleView {
        name: rust::tokens(&quote!(#module)),
        items: rust::tokens(&quote!({#(#names),*})),
    }
}

#[derive(Serialize)]
struct FileView {
    header: Fragment,
    imports: Fragment,
    allow_deprecated: bool,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    record: Option<RecordView>,
    enumeration: Option<EnumerationView>,
}

fn file_view(plan: &Plan<'_>, items: &[&Item]) -> FileView {
    FileView {
        header: rust::comment(&header(plan)),
        imports: rust::tokens(&imports(plan, items)),
        allow_deprecated: items.iter().any(|item| has_deprecated(plan, item)),
        items: items.iter().map(|item| item_view(plan, item)).collect(),
    }
}

fn has_deprecated(plan: &Plan<'_>, item: &Item) -> bool {
    match &plan.api[item.id].shape {
        Shape::Record(record) => record.fields.iter().any(|field| field.docs.deprecated),
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => false,
    }
}

/// Just what the file names: an unused import would be a warning.
fn imports(plan: &Plan<'_>, items: &[&Item]) -> TokenStream {
    let mut named = Vec::new();
    let mut names = BTreeSet::new();
    for item in items {
        match &item.kind {
            ItemKind::Record(record) => {
                names.extend(["Field", "Record", "Slot", "Table", "Violations"]);
                names.extend(
                    record
                        .extra
                        .is_some()
                        .then_some(["Extra", "Map"])
                        .into_iter()
                        .flatten(),
                );
                for field in &record.fields {
                    ty::named(plan, &field.ty, &mut named);
                    runtime_names(&field.declared(), &mut names);
                }
                if let Some(extra) = &record.extra {
                    ty::named(plan, extra, &mut named);
                    runtime_names(extra, &mut names);
                }
                let views = field_views(plan, item, record);
                names.extend(views.iter().any(|v| v.has_flags).then_some("Flags"));
                names.extend(
                    views
                        .iter()
                        .any(|v| v.constraints.is_some())
                        .then_some("Constraints"),
                );
            }
            ItemKind::Enumeration(_) => {
                names.extend([
                    "Blank",
                    "Enumeration",
                    "Slot",
                    "Target",
                    "UnknownValue",
                    "View",
                ]);
            }
        }
    }
    let here: BTreeSet<_> = items.iter().map(|item| &item.ident).collect();
    let siblings: BTreeSet<_> = named
        .iter()
        .map(|item| &item.ident)
        .filter(|ident| !here.contains(ident))
        .collect();
    let names = names
        .into_iter()
        .map(|name| proc_macro2::Ident::new(name, proc_macro2::Span::call_site()));
    let siblings = (!siblings.is_empty()).then(|| quote!(use super::{#(#siblings),*};));
    let module = items
        .iter()
        .any(|item| matches!(item.kind, ItemKind::Record(_)))
        .then(|| quote!(self,));
    quote!(#siblings use crate::runtime::{#module #(#names),*};)
}

fn runtime_names(ty: &Ty, names: &mut BTreeSet<&'static str>) {
    match ty {
        Ty::Value => {
            names.insert("Value");
        }
        Ty::Map(inner) => {
            names.insert("Map");
            runtime_names(inner, names);
        }
        Ty::Patch(inner) => {
            names.insert("Patch");
            runtime_names(inner, names);
        }
        Ty::List(inner) | Ty::Option(inner) | Ty::Box(inner) => runtime_names(inner, names),
        Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 | Ty::String | Ty::Item(_) => {}
    }
}

fn item_view(plan: &Plan<'_>, item: &Item) -> ItemView {
    match &item.kind {
        ItemKind::Record(record) => ItemView {
            record: Some(record_view(plan, item, record)),
            enumeration: None,
        },
        ItemKind::Enumeration(enumeration) => ItemView {
            record: None,
            enumeration: Some(enumeration_view(plan, item, enumeration)),
        },
    }
}

#[derive(Serialize)]
struct RecordView {
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

fn record_view(plan: &Plan<'_>, item: &Item, record: &RecordPlan) -> RecordView {
    let ident = &item.ident;
    let required: Vec<&FieldPlan> = record
        .fields
        .iter()
        .filter(|field| is_required(field))
        .collect();
    let derives = if required.is_empty() {
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

fn is_required(field: &FieldPlan) -> bool {
    match field.presence {
        Presence::Required | Presence::RequiredNullable => true,
        Presence::Optional | Presence::Patch => false,
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

/// Title, description, what extensions say, where it is used.
fn item_docs(plan: &Plan<'_>, item: &Item) -> TokenStream {
    let ty = &plan.api[item.id];
    let mut text = docs::of(&ty.docs, &item_name(ty));
    text.extend(extensions::sentences(plan.sdk, &ty.extensions));
    let lines = docs::paragraphs(&text);
    let deprecated = ty.docs.deprecated.then(|| quote!(#[deprecated]));
    quote!(#lines #deprecated)
}

fn item_name(ty: &Type) -> String {
    match &ty.name {
        Some(name) => format!("`{name}` of the description."),
        None => format!("`{}` of the description.", ty.path.join(".")),
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
    let empty = match field.presence {
        Presence::Required | Presence::RequiredNullable => value.clone(),
        Presence::Optional => quote!(None),
        Presence::Patch => quote!(Patch::Absent),
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

/// The `format` of a string.
pub(super) fn format<'a>(plan: &Plan<'a>, place: TypeUse) -> Option<&'a str> {
    match &plan.api[place.ty].shape {
        Shape::Scalar(Scalar::String { format }) => format.as_deref(),
        Shape::Scalar(Scalar::Integer { .. } | Scalar::Number { .. } | Scalar::Boolean)
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Record(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => None,
    }
}

/// Rules as a literal of the runtime; `None` where there are none.
pub(super) fn rules(constraints: &Constraints, format: Option<&str>) -> Option<TokenStream> {
    let mut set: Vec<TokenStream> = Vec::new();
    let whole = |name: TokenStream, value: Option<u64>| {
        value
            .map(Literal::u64_unsuffixed)
            .map(|value| quote!(#name: Some(#value),))
    };
    let number = |name: TokenStream, value: &Option<serde_json::Number>| {
        let value = value.as_ref()?.as_f64().map(Literal::f64_unsuffixed)?;
        Some(quote!(#name: Some(#value),))
    };
    let yes = |name: TokenStream, holds: bool| holds.then(|| quote!(#name: true,));
    set.extend(whole(quote!(min_length), constraints.min_length));
    set.extend(whole(quote!(max_length), constraints.max_length));
    set.extend(
        constraints
            .pattern
            .as_ref()
            .map(|pattern| quote!(pattern: Some(#pattern),)),
    );
    set.extend(number(quote!(minimum), &constraints.minimum));
    set.extend(yes(
        quote!(exclusive_minimum),
        constraints.exclusive_minimum,
    ));
    set.extend(number(quote!(maximum), &constraints.maximum));
    set.extend(yes(
        quote!(exclusive_maximum),
        constraints.exclusive_maximum,
    ));
    set.extend(number(quote!(multiple_of), &constraints.multiple_of));
    set.extend(whole(quote!(min_items), constraints.min_items));
    set.extend(whole(quote!(max_items), constraints.max_items));
    set.extend(yes(quote!(unique_items), constraints.unique_items));
    set.extend(whole(quote!(min_properties), constraints.min_properties));
    set.extend(whole(quote!(max_properties), constraints.max_properties));
    set.extend(format.map(|format| quote!(format: Some(#format),)));
    (!set.is_empty()).then(|| quote!(Some(&Constraints { #(#set)* ..Constraints::DEFAULT })))
}

/// What extensions say, as JSON text: nested literals would be a good part of what the compiler
/// has to do for a type.
fn data(plan: &Plan<'_>, all: &Extensions) -> Option<TokenStream> {
    use specsmith_openapi::api::Value;
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

#[derive(Serialize)]
struct EnumerationView {
    name: Fragment,
    attributes: Fragment,
    variants: Vec<VariantView>,
}

#[derive(Serialize)]
struct VariantView {
    name: Fragment,
    wire: Fragment,
    attributes: Fragment,
}

fn enumeration_view(
    plan: &Plan<'_>,
    item: &Item,
    enumeration: &EnumerationPlan,
) -> EnumerationView {
    let ident = &item.ident;
    EnumerationView {
        name: rust::tokens(&quote!(#ident)),
        attributes: rust::tokens(&item_docs(plan, item)),
        variants: enumeration.variants.iter().map(variant_view).collect(),
    }
}

fn variant_view(variant: &VariantPlan) -> VariantView {
    let (ident, wire) = (&variant.ident, &variant.wire);
    let none = Docs::default();
    let mut text = docs::of(&none, &docs::code(wire));
    if let Some(description) = &variant.description {
        text = vec![docs::code(wire) + ": " + description];
    }
    VariantView {
        name: rust::tokens(&quote!(#ident)),
        wire: rust::tokens(&quote!(#wire)),
        attributes: rust::tokens(&docs::paragraphs(&text)),
    }
}
