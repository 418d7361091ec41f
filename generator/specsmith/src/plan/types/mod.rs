//! How each type of the API is written in Rust.
//!
//! It must not know how anything is printed, and nothing of operations but which types they hold.

mod constants;
mod enumeration;
mod modules;
mod record;
mod text;
mod union;
mod written;

use rayon::prelude::*;
use specsmith_openapi::api::{Api, Extensions, IntegerRange, Shape, TypeId, Value};

use super::names::Ident;
use crate::config::Sdk;

pub(super) use modules::spoken;
pub use text::{Library, TextType};

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
    /// A type of its own for strings of one format, such as a date.
    Text(&'static TextType),
    /// Bytes or a stream that a caller sends, e.g. a file in a form.
    Upload,
    /// Any JSON value.
    Value,
    /// `Vec<T>`
    List(Box<Ty>),
    /// `(A, B)`
    Tuple(Vec<Ty>),
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
        test(self) || self.parts().iter().any(|part| part.any(test))
    }

    /// Position of its definition among the items of the plan, when it has one.
    pub fn definition(&self) -> Option<usize> {
        match self {
            Self::Item(index) => Some(*index),
            Self::Bool
            | Self::Int(_)
            | Self::F32
            | Self::F64
            | Self::String
            | Self::Text(_)
            | Self::Upload
            | Self::Value
            | Self::List(_)
            | Self::Tuple(_)
            | Self::Map(_)
            | Self::Option(_)
            | Self::Patch(_)
            | Self::Box(_) => None,
        }
    }

    /// The types of the parts.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::List(inner)
            | Self::Map(inner)
            | Self::Option(inner)
            | Self::Patch(inner)
            | Self::Box(inner) => std::slice::from_ref(inner),
            Self::Tuple(parts) => parts,
            Self::Bool
            | Self::Int(_)
            | Self::F32
            | Self::F64
            | Self::String
            | Self::Text(_)
            | Self::Upload
            | Self::Value
            | Self::Item(_) => &[],
        }
    }

    /// The definitions at the bottom of lists, maps and the like.
    pub fn items(&self) -> Vec<usize> {
        match self {
            Self::Item(index) => vec![*index],
            other => other.parts().iter().flat_map(Self::items).collect(),
        }
    }

    /// With `null` as a value too. A free-form value holds `null` itself.
    fn or_null(self) -> Self {
        match self {
            Self::Value | Self::Option(_) => self,
            other => Self::Option(Box::new(other)),
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

impl Item {
    /// Callers make values of it. What they only receive needs no setters: its fields are
    /// public.
    pub fn is_made(&self) -> bool {
        self.in_requests || !self.in_responses
    }

    /// It is a union that plain text is one of.
    pub fn is_union_of_text(&self) -> bool {
        match &self.kind {
            ItemKind::Union(union) => union.variants.iter().any(|it| it.ty == Ty::String),
            ItemKind::Record(_) | ItemKind::Enumeration(_) => false,
        }
    }
}

/// What a definition is.
#[derive(Debug)]
pub enum ItemKind {
    /// A struct.
    Record(RecordPlan),
    /// An enum of constants.
    Enumeration(EnumerationPlan),
    /// An enum of types.
    Union(UnionPlan),
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
    /// Position in [`Record::fields`](specsmith_openapi::api::Record::fields).
    pub index: usize,
    /// Its name.
    pub ident: Ident,
    /// How it is told that the field has no value.
    pub presence: Presence,
    /// Its type without what `presence` adds.
    pub ty: Ty,
    /// The only value that it can have: `new` sets it.
    pub constant: Option<Value>,
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

    /// `new` asks for it.
    pub fn is_argument(&self) -> bool {
        match self.presence {
            Presence::Required | Presence::RequiredNullable => self.constant.is_none(),
            Presence::Optional | Presence::Patch => false,
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
    /// What its constants are.
    pub kind: ConstantKind,
    /// Constants in the order of the description.
    pub variants: Vec<VariantPlan>,
}

/// What the constants of an enum are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstantKind {
    /// Strings.
    Text,
    /// Whole numbers of 64 bits.
    Integer,
    /// Any JSON values.
    Mixed,
}

/// A constant of an enum.
#[derive(Debug)]
pub struct VariantPlan {
    /// Its name.
    pub ident: Ident,
    /// The constant on the wire.
    pub wire: Value,
    /// Its meaning, CommonMark.
    pub description: Option<String>,
}

/// An enum of types, with a case for values of none of them.
#[derive(Debug)]
pub struct UnionPlan {
    /// Types in the order of the description.
    pub variants: Vec<UnionVariant>,
    /// Property that tells which one it is.
    pub tag: Option<String>,
    /// More than one may hold at once.
    pub overlapping: bool,
    /// Any value is among the types.
    pub any: bool,
}

/// A type of a union.
#[derive(Debug)]
pub struct UnionVariant {
    /// Its name.
    pub ident: Ident,
    /// Its type.
    pub ty: Ty,
    /// Values of the tag that mean it.
    pub tags: Vec<String>,
    /// Position of its first alternative among those of the schema.
    pub position: usize,
    /// Objects without a known tag are of it.
    pub is_fallback: bool,
}

pub(super) struct Types {
    pub(super) items: Vec<Item>,
    pub(super) written: Vec<Ty>,
}

/// Names the types and decides how each is written.
pub(super) fn plan(api: &Api, sdk: &Sdk) -> Types {
    let (sent, received) = (api.sent(), api.received());
    let written::Written { types, defined } = written::written(api, sdk);
    let idents = modules::idents(api, &defined);
    let modules = modules::modules(api, &idents);
    let constants = constants::by_tag(api);
    let items = idents
        .into_par_iter()
        .zip(modules)
        .map(|((id, ident), module)| {
            let in_requests = sent.contains(&id);
            let kind = match &api[id].shape {
                Shape::Enumeration(enumeration) => enumeration::plan(enumeration),
                Shape::Choice(choice) => union::plan(choice, &types),
                Shape::Record(_)
                | Shape::Scalar(_)
                | Shape::List(_)
                | Shape::Tuple(_)
                | Shape::Map(_)
                | Shape::Any => record::plan(api, id, in_requests, &types, &constants),
            };
            Item {
                id,
                ident,
                module,
                in_requests,
                in_responses: received.contains(&id),
                kind,
            }
        })
        .collect();
    Types {
        items,
        written: types,
    }
}

/// The words that a type, a field or an operation is named after, when the description says them.
pub(super) fn given_name(extensions: &Extensions) -> Option<&str> {
    extensions
        .get("x-specsmith-name")
        .and_then(|name| name.as_str())
}
