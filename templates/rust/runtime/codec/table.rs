//! What is known about a record and its fields, as data that programs can ask.
//!
//! It must not know any value: this is the schema's side of a type.

use std::fmt;

use super::Value;

/// A record type as the schema has it.
///
/// Made anew at each call of [`Record::table`](super::Record::table): a static for each type would
/// be one more thing for the compiler to check and to evaluate.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Name of the Rust type.
    pub name: &'static str,
    /// Fields in the order of the schema.
    pub fields: &'static [Field],
}

/// A field of a record as the schema has it.
///
/// Of most fields the schema says what the first variants do; JSON takes their keys as they are. A
/// variant that holds constants is what costs the compiler least: less than half of what the call of
/// a constructor does.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Field {
    /// The key is always there.
    Required(&'static str),
    /// The key may be missing.
    Optional(&'static str),
    /// The key is always there, and `null` may stand for the value.
    RequiredNullable(&'static str),
    /// The key may be missing, and `null` may stand for the value.
    Nullable(&'static str),
    /// What holds for the field.
    Flagged(&'static str, Flags),
    /// What holds for the field, and its `format`.
    Formatted(&'static str, Flags, &'static str),
    /// What holds for the field, and rules that its value keeps.
    Constrained(&'static str, Flags, &'static [Constraint]),
    /// More is said of it, or JSON escapes the key.
    Detailed(&'static FieldDetails),
}

/// What the schema says about a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldDetails {
    name: &'static str,
    is_escaped: bool,
    flags: Flags,
    format: Option<&'static str>,
    constraints: &'static [Constraint],
    /// Text costs the compiler next to nothing; [`Field::extension`] reads it when asked.
    extensions: &'static str,
}

impl FieldDetails {
    /// An optional field of which nothing else is said.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            is_escaped: is_escaped(name),
            flags: Flags::NONE,
            format: None,
            constraints: &[],
            extensions: "",
        }
    }

    /// The same, always there.
    #[must_use]
    pub const fn required(self) -> Self {
        self.flags(Flags::REQUIRED)
    }

    /// The same, and `null` may stand for the value.
    #[must_use]
    pub const fn nullable(self) -> Self {
        self.flags(Flags::NULLABLE)
    }

    /// The same, and more holds for it.
    #[must_use]
    pub const fn flags(mut self, flags: Flags) -> Self {
        self.flags = self.flags.and(flags);
        self
    }

    /// The same, with a `format`.
    #[must_use]
    pub const fn format(mut self, format: &'static str) -> Self {
        self.format = Some(format);
        self
    }

    /// The same, with rules.
    #[must_use]
    pub const fn constraints(mut self, constraints: &'static [Constraint]) -> Self {
        self.constraints = constraints;
        self
    }

    /// The same, with vendor extensions, as the text of a JSON object.
    #[must_use]
    pub const fn extensions(mut self, extensions: &'static str) -> Self {
        self.extensions = extensions;
        self
    }
}

/// JSON escapes quotes, backslashes and control characters (RFC 8259, section 7).
const fn is_escaped(key: &str) -> bool {
    let mut rest = key.as_bytes();
    while let [first, behind @ ..] = rest {
        if matches!(first, b'"' | b'\\' | 0..=0x1f) {
            return true;
        }
        rest = behind;
    }
    false
}

/// Fields are equal of which the same is said, whichever variants say it.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.flags() == other.flags()
            && self.format() == other.format()
            && self.constraints() == other.constraints()
            && self.extensions() == other.extensions()
    }
}

impl Field {
    /// JSON does not take the key as it is.
    #[inline]
    pub(super) const fn is_escaped(&self) -> bool {
        matches!(self, Self::Detailed(details) if details.is_escaped)
    }

    /// Key in JSON.
    #[inline]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Required(name)
            | Self::Optional(name)
            | Self::RequiredNullable(name)
            | Self::Nullable(name)
            | Self::Flagged(name, _)
            | Self::Formatted(name, ..)
            | Self::Constrained(name, ..) => name,
            Self::Detailed(details) => details.name,
        }
    }

    /// What holds for the field.
    #[inline]
    pub const fn flags(&self) -> Flags {
        match self {
            Self::Required(_) => Flags::REQUIRED,
            Self::Optional(_) => Flags::NONE,
            Self::RequiredNullable(_) => Flags::REQUIRED.and(Flags::NULLABLE),
            Self::Nullable(_) => Flags::NULLABLE,
            Self::Flagged(_, flags)
            | Self::Formatted(_, flags, _)
            | Self::Constrained(_, flags, _) => *flags,
            Self::Detailed(details) => details.flags,
        }
    }

    /// `format` of a string, for information; nothing is checked by it.
    pub const fn format(&self) -> Option<&'static str> {
        match self {
            Self::Formatted(.., format) => Some(format),
            Self::Detailed(details) => details.format,
            Self::Required(_)
            | Self::Optional(_)
            | Self::RequiredNullable(_)
            | Self::Nullable(_)
            | Self::Flagged(..)
            | Self::Constrained(..) => None,
        }
    }

    /// Rules that [`validate`](super::validate()) checks.
    pub const fn constraints(&self) -> &'static [Constraint] {
        match self {
            Self::Constrained(.., constraints) => constraints,
            Self::Detailed(details) => details.constraints,
            Self::Required(_)
            | Self::Optional(_)
            | Self::RequiredNullable(_)
            | Self::Nullable(_)
            | Self::Flagged(..)
            | Self::Formatted(..) => &[],
        }
    }

    /// Vendor extensions (`x-…`) that the configuration asked for: a JSON object, or nothing.
    pub const fn extensions(&self) -> &'static str {
        match self {
            Self::Detailed(details) => details.extensions,
            _ => "",
        }
    }

    /// The key is always there.
    pub const fn is_required(&self) -> bool {
        self.flags().contains(Flags::REQUIRED)
    }

    /// `null` may stand for the value.
    pub const fn is_nullable(&self) -> bool {
        self.flags().contains(Flags::NULLABLE)
    }

    /// Only in responses.
    pub const fn is_read_only(&self) -> bool {
        self.flags().contains(Flags::READ_ONLY)
    }

    /// Only in requests.
    pub const fn is_write_only(&self) -> bool {
        self.flags().contains(Flags::WRITE_ONLY)
    }

    /// To be avoided.
    pub const fn is_deprecated(&self) -> bool {
        self.flags().contains(Flags::DEPRECATED)
    }

    /// Never shown by `Debug`.
    pub const fn is_secret(&self) -> bool {
        self.flags().contains(Flags::SECRET)
    }

    /// Value of a vendor extension, by its full name (`x-…`).
    pub fn extension(&self, name: &str) -> Option<Value> {
        let mut all: serde_json::Map<String, Value> =
            serde_json::from_str(self.extensions()).ok()?;
        all.remove(name)
    }

    /// A whole number inside a vendor extension: `field.number("x-support", "supported")`.
    pub fn number(&self, extension: &str, key: &str) -> Option<i64> {
        self.extension(extension)?.get(key)?.as_i64()
    }
}

/// Yes or no questions about a field.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u16);

impl Flags {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// The key is always there.
    pub const REQUIRED: Self = Self(1);
    /// `null` may stand for the value.
    pub const NULLABLE: Self = Self(1 << 1);
    /// Only in responses.
    pub const READ_ONLY: Self = Self(1 << 2);
    /// Only in requests.
    pub const WRITE_ONLY: Self = Self(1 << 3);
    /// To be avoided.
    pub const DEPRECATED: Self = Self(1 << 4);
    /// Never shown by `Debug`.
    pub const SECRET: Self = Self(1 << 5);

    const NAMES: [(Self, &'static str); 6] = [
        (Self::REQUIRED, "REQUIRED"),
        (Self::NULLABLE, "NULLABLE"),
        (Self::READ_ONLY, "READ_ONLY"),
        (Self::WRITE_ONLY, "WRITE_ONLY"),
        (Self::DEPRECATED, "DEPRECATED"),
        (Self::SECRET, "SECRET"),
    ];

    /// These and the others: `Flags::REQUIRED.and(Flags::NULLABLE)`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// All of the others hold.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set = Self::NAMES.iter().filter(|(flag, _)| self.contains(*flag));
        let names: Vec<&str> = set.map(|(_, name)| *name).collect();
        f.write_str(if names.is_empty() { "NONE" } else { "" })?;
        f.write_str(&names.join(" | "))
    }
}

/// A rule of JSON Schema that a value keeps and its type does not show (JSON Schema 2020-12,
/// "Validation", section 6). Decoding never checks it.
///
/// A field has few of them, so they are a list and not a struct with a place for each: of each
/// field with a rule, the compiler would have to fill all places.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// Fewest characters of a string (Unicode code points).
    MinLength(u64),
    /// Most characters of a string (Unicode code points).
    MaxLength(u64),
    /// Regular expression (ECMA-262) that matches a part of a string.
    Pattern(&'static str),
    /// Smallest number.
    Minimum(f64),
    /// A number is more than this.
    ExclusiveMinimum(f64),
    /// Largest number.
    Maximum(f64),
    /// A number is less than this.
    ExclusiveMaximum(f64),
    /// A number divided by this is whole.
    MultipleOf(f64),
    /// Fewest elements of a list.
    MinItems(u64),
    /// Most elements of a list.
    MaxItems(u64),
    /// No element of a list stands twice.
    UniqueItems,
    /// Fewest keys of an object.
    MinProperties(u64),
    /// Most keys of an object.
    MaxProperties(u64),
    /// Rules of each element of a list, or of each value of a map.
    Items(&'static [Constraint]),
}

impl Constraint {
    /// Keyword of JSON Schema.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::Items(_) => "items",
        }
    }
}
