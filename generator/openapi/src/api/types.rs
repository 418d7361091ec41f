//! Types of the IR: what values look like on the wire.

use serde::Serialize;

use super::{Docs, Example, Extensions, Value};
use crate::report::Origin;

/// Names one [`Type`] of an [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TypeId(u32);

impl TypeId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Position in [`Api::types`](super::Api::types).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One type. Named types come from `components`, others from the place that holds them.
#[derive(Debug, Clone, Serialize)]
pub struct Type {
    /// Key under `components/schemas`; `None` for a schema written in place.
    pub name: Option<String>,
    /// Words that lead from the nearest named thing to this type, for naming it:
    /// `["ContactUpdate", "addresses", "item"]`. For a named type its name alone.
    pub path: Vec<String>,
    /// JSON pointer of the schema in its file, for diagnostics and configuration.
    pub pointer: String,
    /// Where the schema is written.
    pub origin: Origin,
    /// Title, description, deprecation.
    pub docs: Docs,
    /// What its values look like.
    pub shape: Shape,
    /// Rules that a valid value keeps and its type does not show.
    pub constraints: Constraints,
    /// Value that stands for an absent one.
    pub default: Option<Value>,
    /// Example values.
    pub examples: Vec<Example>,
    /// Extensions of the schema.
    pub extensions: Extensions,
}

/// A type where it is used. Whether `null` may stand instead belongs to the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct TypeUse {
    /// The type.
    pub ty: TypeId,
    /// `null` is a value here too.
    pub nullable: bool,
}

/// The closed set of what a value can look like.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Shape {
    /// A string, number or boolean.
    Scalar(Scalar),
    /// A JSON array of one element type.
    List(List),
    /// A JSON array of a fixed length, with a type for each element.
    Tuple(Tuple),
    /// A JSON object with free keys and no declared ones.
    Map(Map),
    /// A JSON object with declared fields.
    Record(Record),
    /// One of several types.
    Choice(Choice),
    /// One of several constants.
    Enumeration(Enumeration),
    /// Any JSON value.
    Any,
}

/// A value without parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "scalar", rename_all = "snake_case")]
pub enum Scalar {
    /// Text, with the `format` as written (`uuid`, `date-time`, …).
    String {
        /// `format` as written.
        format: Option<String>,
    },
    /// A whole number, with the `format` as written (`int32`, …).
    Integer {
        /// `format` as written.
        format: Option<String>,
        /// What the range allows, from format and bounds.
        range: IntegerRange,
    },
    /// Any number, with the `format` as written (`float`, `double`, …).
    Number {
        /// `format` as written.
        format: Option<String>,
    },
    /// `true` or `false`.
    Boolean,
}

/// The smallest usual integer type that holds every allowed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IntegerRange {
    /// 8 bits, signed.
    I8,
    /// 16 bits, signed.
    I16,
    /// 32 bits, signed.
    I32,
    /// 64 bits, signed; also where nothing is said.
    I64,
    /// 8 bits, unsigned.
    U8,
    /// 16 bits, unsigned.
    U16,
    /// 32 bits, unsigned.
    U32,
    /// 64 bits, unsigned.
    U64,
}

/// A JSON array.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// Type of the elements.
    pub items: TypeUse,
    /// `uniqueItems`.
    pub unique: bool,
}

/// A JSON array of a fixed length.
#[derive(Debug, Clone, Serialize)]
pub struct Tuple {
    /// Types of the elements, 1 to 12 of them.
    pub items: Vec<TypeUse>,
}

/// A JSON object with free keys.
#[derive(Debug, Clone, Serialize)]
pub struct Map {
    /// Type of the values.
    pub values: TypeUse,
}

/// A JSON object with declared fields.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// Fields in the order written.
    pub fields: Vec<Field>,
    /// What other keys may hold.
    pub additional: Additional,
    /// Rules about which keys stand together. The type does not show them.
    pub presence: Vec<Presence>,
}

/// Of these sets of keys one stands in a value (`anyOf` or `oneOf` of `required` alone).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Presence {
    /// The sets in the order written, each of one key or more.
    pub sets: Vec<Vec<String>>,
    /// No second one stands there whole (`oneOf`).
    pub exclusive: bool,
}

/// Keys beside the declared ones.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Additional {
    /// `additionalProperties: false`.
    Denied,
    /// Any value: said so, or nothing said.
    Any,
    /// Values of one type.
    Typed(TypeUse),
}

/// A declared field of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// Key on the wire.
    pub name: String,
    /// JSON pointer of the property.
    pub pointer: String,
    /// Where the property is written.
    pub origin: Origin,
    /// Type, and whether `null` may stand for it.
    pub ty: TypeUse,
    /// The key is always there.
    pub required: bool,
    /// Only in responses.
    pub read_only: bool,
    /// Only in requests.
    pub write_only: bool,
    /// Title, description and deprecation of the property; those of its type where it has none.
    pub docs: Docs,
    /// Rules written at the property.
    pub constraints: Constraints,
    /// Value that stands for an absent one.
    pub default: Option<Value>,
    /// Example values.
    pub examples: Vec<Example>,
    /// Extensions of the property.
    pub extensions: Extensions,
}

/// One of several types.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// The alternatives in the order written.
    pub variants: Vec<Variant>,
    /// Property that tells which one it is.
    pub discriminator: Option<String>,
    /// Position of the variant that a value is whose discriminator is absent or unknown.
    pub fallback: Option<usize>,
    /// More than one may hold at once (`anyOf`).
    pub overlapping: bool,
}

/// An alternative of a [`Choice`].
#[derive(Debug, Clone, Serialize)]
pub struct Variant {
    /// Word for naming it: the name of its type, its title, its kind, or what only it has.
    pub label: String,
    /// JSON pointer of the alternative.
    pub pointer: String,
    /// Type of the alternative.
    pub ty: TypeUse,
    /// Values of the discriminator that mean this one.
    pub tags: Vec<String>,
}

/// One of several constants.
#[derive(Debug, Clone, Serialize)]
pub struct Enumeration {
    /// Constants in the order written; `null` is not among them, it makes the use nullable.
    pub values: Vec<EnumValue>,
    /// A service may send other constants later: so unless `x-specsmith-open: false` says that
    /// the list is complete.
    pub open: bool,
}

/// One constant of an [`Enumeration`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EnumValue {
    /// The constant.
    pub value: Value,
    /// JSON pointer of the constant.
    pub pointer: String,
    /// Name given by `x-enum-varnames` or the like.
    pub name: Option<String>,
    /// Meaning given by `x-enum-descriptions` or the like, CommonMark.
    pub description: Option<String>,
}

/// Rules of JSON Schema that a value keeps and its type does not show. Decoding never checks them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Constraints {
    /// Fewest characters.
    pub min_length: Option<u64>,
    /// Most characters.
    pub max_length: Option<u64>,
    /// Regular expression (ECMA-262) that a part of the string matches.
    pub pattern: Option<String>,
    /// Smallest number.
    pub minimum: Option<serde_json::Number>,
    /// The smallest number itself is not allowed.
    pub exclusive_minimum: bool,
    /// Largest number.
    pub maximum: Option<serde_json::Number>,
    /// The largest number itself is not allowed.
    pub exclusive_maximum: bool,
    /// The number divided by this is whole.
    pub multiple_of: Option<serde_json::Number>,
    /// Fewest elements.
    pub min_items: Option<u64>,
    /// Most elements.
    pub max_items: Option<u64>,
    /// No element stands twice.
    pub unique_items: bool,
    /// Fewest keys.
    pub min_properties: Option<u64>,
    /// Most keys.
    pub max_properties: Option<u64>,
}

impl Constraints {
    /// No rule at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
