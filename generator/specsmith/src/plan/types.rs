//! How each type of the API is written in Rust.

use std::collections::BTreeSet;

use specsmith_openapi::api::{
    Additional, Api, Body, Choice, Enumeration, Field, IntegerRange, Record, Response, Scalar,
    Shape, Type, TypeId, TypeUse,
};
use specsmith_openapi::report::{Diagnostic, Report};

use super::names::{Case, Ident, Scope};

/// A Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ty {
    /// `bool`
    Bool,
    /// `i8` … `u64`
    Int(IntegerRange),
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `String`
    String,
    /// Any JSON value.
    Value,
    /// `Vec<T>`
    List(Box<Ty>),
    /// `Map<T>`, keys are strings in the order of arrival.
    Map(Box<Ty>),
    /// `Option<T>`
    Option(Box<Ty>),
    /// `Patch<T>`: absent, null or a value.
    Patch(Box<Ty>),
    /// `Box<T>`, where a type holds itself.
    Box(Box<Ty>),
    /// A definition of the crate: index into [`Plan::items`](super::Plan::items).
    Item(usize),
}

impl Ty {
    /// The type or a part of it passes the test.
    pub fn any(&self, test: fn(&Self) -> bool) -> bool {
        test(self)
            || match self {
                Self::List(inner)
                | Self::Map(inner)
                | Self::Option(inner)
                | Self::Patch(inner)
                | Self::Box(inner) => inner.any(test),
                Self::Bool
                | Self::Int(_)
                | Self::F32
                | Self::F64
                | Self::String
                | Self::Value
                | Self::Item(_) => false,
            }
    }
}

/// A type that gets a definition.
#[derive(Debug)]
pub struct Item {
    /// The type.
    pub id: TypeId,
    /// Its name.
    pub ident: Ident,
    /// The module it stands in, below `types`.
    pub module: Ident,
    /// Some request can hold it.
    pub in_requests: bool,
    /// Some response can hold it.
    pub in_responses: bool,
    /// What it is.
    pub kind: ItemKind,
}

/// What a definition is.
#[derive(Debug)]
pub enum ItemKind {
    /// A struct.
    Record(RecordPlan),
    /// An enum of constants.
    Enumeration(EnumerationPlan),
}

/// A struct.
#[derive(Debug)]
pub struct RecordPlan {
    /// Its fields, in the order of the description.
    pub fields: Vec<FieldPlan>,
    /// Type of properties that the description does not name; `None` where they are dropped.
    pub extra: Option<Ty>,
}

/// A field of a struct.
#[derive(Debug)]
pub struct FieldPlan {
    /// Position in [`Record::fields`].
    pub index: usize,
    /// Its name.
    pub ident: Ident,
    /// How it is told that the field has no value.
    pub presence: Presence,
    /// Its type without what `presence` adds.
    pub ty: Ty,
}

impl FieldPlan {
    /// Its type as declared.
    pub fn declared(&self) -> Ty {
        match self.presence {
            Presence::Required => self.ty.clone(),
            Presence::RequiredNullable | Presence::Optional => {
                Ty::Option(Box::new(self.ty.clone()))
            }
            Presence::Patch => Ty::Patch(Box::new(self.ty.clone())),
        }
    }
}

/// How it is told that a field has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It always has one.
    Required,
    /// `None` is written as `null`.
    RequiredNullable,
    /// `None` is left out.
    Optional,
    /// Left out and `null` are two things.
    Patch,
}

/// An enum of constants, with a case for those that the description does not know.
#[derive(Debug)]
pub struct EnumerationPlan {
    /// Constants in the order of the description.
    pub variants: Vec<VariantPlan>,
}

/// A constant of an enum.
#[derive(Debug)]
pub struct VariantPlan {
    /// Its name.
    pub ident: Ident,
    /// Text on the wire.
    pub wire: String,
    /// Its meaning, CommonMark.
    pub description: Option<String>,
}

/// Names that generated items of `types` must not take, because each module imports them or
/// because a reader would be misled.
const RESERVED: [&str; 27] = [
    "Async",
    "Blank",
    "Blocking",
    "Box",
    "Bytes",
    "Client",
    "ClientBuilder",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "Error",
    "Extra",
    "Field",
    "Map",
    "None",
    "Ok",
    "Option",
    "Patch",
    "PartialEq",
    "Raw",
    "Result",
    "Some",
    "String",
    "Value",
    "Vec",
    "Violations",
];

pub(super) struct Types {
    pub(super) items: Vec<Item>,
    pub(super) written: Vec<Ty>,
}

/// Names the types and decides how each is written.
pub(super) fn plan(api: &Api, report: &mut Report) -> Types {
    let requests = reachable(api, request_roots(api));
    let responses = reachable(api, response_roots(api));
    let defined = defined(api, report);
    let idents = idents(api, &defined);
    let mut written = vec![None; api.types.len()];
    for (index, (id, _)) in idents.iter().enumerate() {
        if let Some(slot) = written.get_mut(id.index()) {
            *slot = Some(Ty::Item(index));
        }
    }
    for (id, _) in api.types() {
        write(api, id, &mut written, 0);
    }
    let written: Vec<Ty> = written
        .into_iter()
        .map(|ty| ty.unwrap_or(Ty::Value))
        .collect();
    let modules = modules(api, &idents);
    let items = idents
        .into_iter()
        .zip(modules)
        .map(|((id, ident), module)| {
            let in_requests = requests.contains(&id);
            Item {
                id,
                ident,
                module,
                in_requests,
                in_responses: responses.contains(&id),
                kind: kind(api, id, in_requests, &written),
            }
        })
        .collect();
    Types { items, written }
}

fn request_roots(api: &Api) -> Vec<TypeUse> {
    let body = |body: &Body| body.media.iter().filter_map(|m| m.ty).collect::<Vec<_>>();
    api.operations
        .iter()
        .flat_map(|op| {
            op.body
                .iter()
                .flat_map(body)
                .chain(op.parameters.iter().map(|p| p.ty))
        })
        .collect()
}

fn response_roots(api: &Api) -> Vec<TypeUse> {
    let response = |r: &Response| {
        let media = r.media.iter().filter_map(|m| m.ty);
        media
            .chain(r.headers.iter().map(|h| h.ty))
            .collect::<Vec<_>>()
    };
    api.operations
        .iter()
        .flat_map(|op| op.responses.iter().flat_map(response))
        .collect()
}

/// Every type that the roots hold, directly or not.
fn reachable(api: &Api, roots: Vec<TypeUse>) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<TypeId> = roots.into_iter().map(|place| place.ty).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(parts(&api[id].shape).into_iter().map(|place| place.ty));
        }
    }
    seen
}

/// The types that a shape is made of.
pub(super) fn parts(shape: &Shape) -> Vec<TypeUse> {
    match shape {
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => Vec::new(),
        Shape::List(list) => vec![list.items],
        Shape::Map(map) => vec![map.values],
        Shape::Record(record) => {
            let fields = record.fields.iter().map(|field| field.ty);
            match &record.additional {
                Additional::Typed(place) => fields.chain([*place]).collect(),
                Additional::Denied | Additional::Any => fields.collect(),
            }
        }
        Shape::Choice(choice) => choice.variants.iter().map(|variant| variant.ty).collect(),
    }
}

/// The types that get a definition: records and enumerations of strings.
fn defined(api: &Api, report: &mut Report) -> Vec<TypeId> {
    api.types()
        .filter(|(_, ty)| match &ty.shape {
            Shape::Record(_) => true,
            Shape::Enumeration(enumeration) => is_text(ty, enumeration, report),
            Shape::Choice(choice) => {
                note_choice(ty, choice, report);
                false
            }
            Shape::Scalar(_) | Shape::List(_) | Shape::Map(_) | Shape::Any => false,
        })
        .map(|(id, _)| id)
        .collect()
}

fn note_choice(ty: &Type, choice: &Choice, report: &mut Report) {
    let count = choice.variants.len();
    report.push(Diagnostic::warning(
        "union-untyped",
        ty.origin,
        format!("a union of {count} types is written as a JSON value"),
        "values pass through unchanged; where one alternative is enough, name it alone",
    ));
}

fn is_text(ty: &Type, enumeration: &Enumeration, report: &mut Report) -> bool {
    let text = enumeration
        .values
        .iter()
        .all(|value| value.value.is_string());
    if !text {
        report.push(Diagnostic::warning(
            "enum-untyped",
            ty.origin,
            "constants that are not all strings are written as a plain value",
            "the values are listed in the documentation; any value passes through unchanged",
        ));
    }
    text
}

/// Names of `components` first, so that a schema written in place never takes one of them away.
fn idents(api: &Api, defined: &[TypeId]) -> Vec<(TypeId, Ident)> {
    let mut scope = Scope::with_reserved(RESERVED);
    let mut named: Vec<(TypeId, Ident)> = Vec::with_capacity(defined.len());
    for pass_named in [true, false] {
        for &id in defined
            .iter()
            .filter(|&&id| api[id].name.is_some() == pass_named)
        {
            named.push((
                id,
                scope.name_or(&spoken(&api[id]), suffix(&api[id]), Case::Camel),
            ));
        }
    }
    named.sort_by_key(|(id, _)| *id);
    named
}

/// The words a type is named after.
fn spoken(ty: &Type) -> String {
    match ty
        .extensions
        .get("x-specsmith-name")
        .and_then(|name| name.as_str())
    {
        Some(name) => name.to_owned(),
        None => ty.path.join(" "),
    }
}

fn suffix(ty: &Type) -> &'static str {
    match ty.shape {
        Shape::Enumeration(_) => "kind",
        Shape::Record(_)
        | Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Any => "model",
    }
}

/// A module for each named component; types written in place stand beside the one that holds them.
fn modules(api: &Api, idents: &[(TypeId, Ident)]) -> Vec<Ident> {
    let mut scope = Scope::default();
    let mut known: std::collections::BTreeMap<&str, Ident> = std::collections::BTreeMap::new();
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
                .or_insert_with(|| scope.name(text, Case::Snake))
                .clone()
        })
        .collect()
}

/// How deep lists of lists may go before they are written as a JSON value.
const NESTING: u32 = 64;

/// Decides how a type without a definition is written. A list that holds itself is a JSON value.
fn write(api: &Api, id: TypeId, written: &mut [Option<Ty>], depth: u32) -> Ty {
    if let Some(Some(ty)) = written.get(id.index()) {
        return ty.clone();
    }
    if depth > NESTING {
        return Ty::Value;
    }
    let ty = match &api[id].shape {
        Shape::Scalar(scalar) => scalar_ty(scalar),
        Shape::List(list) => Ty::List(Box::new(write_use(api, list.items, written, depth))),
        Shape::Map(map) => Ty::Map(Box::new(write_use(api, map.values, written, depth))),
        Shape::Enumeration(enumeration) => constants_ty(enumeration),
        Shape::Choice(_) | Shape::Any | Shape::Record(_) => Ty::Value,
    };
    if let Some(slot) = written.get_mut(id.index()) {
        *slot = Some(ty.clone());
    }
    ty
}

fn write_use(api: &Api, place: TypeUse, written: &mut [Option<Ty>], depth: u32) -> Ty {
    let ty = write(api, place.ty, written, depth.saturating_add(1));
    if place.nullable && ty != Ty::Value {
        Ty::Option(Box::new(ty))
    } else {
        ty
    }
}

fn scalar_ty(scalar: &Scalar) -> Ty {
    match scalar {
        Scalar::String { .. } => Ty::String,
        Scalar::Integer { range, .. } => Ty::Int(*range),
        Scalar::Number { format } if format.as_deref() == Some("float") => Ty::F32,
        Scalar::Number { .. } => Ty::F64,
        Scalar::Boolean => Ty::Bool,
    }
}

/// Constants that are not all strings: the type they share.
fn constants_ty(enumeration: &Enumeration) -> Ty {
    let all = |test: fn(&specsmith_openapi::api::Value) -> bool| {
        enumeration.values.iter().all(|value| test(&value.value))
    };
    if all(|v| v.is_i64()) {
        Ty::Int(IntegerRange::I64)
    } else if all(|v| v.is_boolean()) {
        Ty::Bool
    } else if all(|v| v.is_number()) {
        Ty::F64
    } else {
        Ty::Value
    }
}

fn kind(api: &Api, id: TypeId, in_requests: bool, written: &[Ty]) -> ItemKind {
    match &api[id].shape {
        Shape::Enumeration(enumeration) => ItemKind::Enumeration(enumeration_plan(enumeration)),
        Shape::Record(record) => ItemKind::Record(record_plan(record, in_requests, written)),
        Shape::Scalar(_) | Shape::List(_) | Shape::Map(_) | Shape::Choice(_) | Shape::Any => {
            ItemKind::Record(RecordPlan {
                fields: Vec::new(),
                extra: None,
            })
        }
    }
}

/// Methods of every record; a field may share their names, a setter may not.
const RECORD_METHODS: [&str; 4] = ["new", "extra", "extra_mut", "validate"];

fn record_plan(record: &Record, in_requests: bool, written: &[Ty]) -> RecordPlan {
    let mut scope = Scope::with_reserved(RECORD_METHODS);
    let fields = record
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| FieldPlan {
            index,
            ident: scope.name_or(spoken_field(field), "field", Case::Snake),
            presence: presence(field, in_requests, written),
            ty: written
                .get(field.ty.ty.index())
                .cloned()
                .unwrap_or(Ty::Value),
        })
        .collect();
    let extra = match &record.additional {
        Additional::Denied => None,
        Additional::Any => Some(Ty::Value),
        Additional::Typed(place) => {
            let ty = written.get(place.ty.index()).cloned().unwrap_or(Ty::Value);
            Some(if place.nullable && ty != Ty::Value {
                Ty::Option(Box::new(ty))
            } else {
                ty
            })
        }
    };
    RecordPlan { fields, extra }
}

fn spoken_field(field: &Field) -> &str {
    field
        .extensions
        .get("x-specsmith-name")
        .and_then(|n| n.as_str())
        .unwrap_or(&field.name)
}

/// A caller must be able to say "clear this"; a reader of answers need not tell null from absent.
fn presence(field: &Field, in_requests: bool, written: &[Ty]) -> Presence {
    let any = written.get(field.ty.ty.index()) == Some(&Ty::Value);
    match (field.required, field.ty.nullable && !any, in_requests) {
        (true, false, _) => Presence::Required,
        (true, true, _) => Presence::RequiredNullable,
        (false, true, true) => Presence::Patch,
        (false, _, _) => Presence::Optional,
    }
}

fn enumeration_plan(enumeration: &Enumeration) -> EnumerationPlan {
    let mut scope = Scope::with_reserved(["Unknown"]);
    let variants = enumeration
        .values
        .iter()
        .filter_map(|value| {
            let wire = value.value.as_str()?.to_owned();
            let ident = scope.name(value.name.as_deref().unwrap_or(&wire), Case::Camel);
            Some(VariantPlan {
                ident,
                wire,
                description: value.description.clone(),
            })
        })
        .collect();
    EnumerationPlan { variants }
}
