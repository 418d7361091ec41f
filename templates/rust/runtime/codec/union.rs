//! Values of one of several types: what tells the types apart.
//!
//! It must not know how one of them is chosen: that is the decoder's.

use std::sync::OnceLock;

use super::slot::{Slot, Target};

/// A value of one of several types.
///
/// The variants are counted in the order of the schema. One more, at their number, keeps any other
/// value as it came.
pub trait Union {
    /// What tells the variants apart.
    fn table(&self) -> &'static UnionTable;

    /// Becomes the variant at a position, blank.
    fn turn(&mut self, variant: usize);

    /// The value of the variant.
    fn value(&mut self) -> &mut dyn Slot;
}

/// What tells the variants of a union apart.
#[derive(Debug)]
pub struct UnionTable {
    /// Name of the Rust type.
    pub name: &'static str,
    /// The property that says which variant a value is; empty where there is none.
    pub tag: &'static str,
    /// For each variant the texts of that property that mean it.
    pub variants: &'static [&'static [&'static str]],
    /// The variant that an object is whose tag is absent or means none of them.
    pub fallback: Option<usize>,
    /// One of the types is any value: what no variant reads is no error.
    pub any: bool,
    kinds: OnceLock<Box<[Kinds]>>,
}

impl UnionTable {
    /// A type, its tag, and the texts of the tag that mean each variant.
    pub const fn new(
        name: &'static str,
        tag: &'static str,
        variants: &'static [&'static [&'static str]],
    ) -> Self {
        Self {
            name,
            tag,
            variants,
            fallback: None,
            any: false,
            kinds: OnceLock::new(),
        }
    }

    /// The same with a variant for objects whose tag is absent or means none.
    #[must_use]
    pub const fn or(mut self, fallback: usize) -> Self {
        self.fallback = Some(fallback);
        self
    }

    /// The same with any value among the types.
    #[must_use]
    pub const fn or_any(mut self) -> Self {
        self.any = true;
        self
    }

    /// The variant that a text of the tag means.
    pub(super) fn tagged(&self, text: &str) -> Option<usize> {
        self.variants.iter().position(|tags| tags.contains(&text))
    }
}

/// The kinds of JSON values that each variant takes. The union loses its value.
pub(super) fn kinds(union: &mut dyn Union) -> &'static [Kinds] {
    let table = union.table();
    table
        .kinds
        .get_or_init(|| kinds_of_variants(union, UNIONS).collect())
}

fn kinds_of_variants(union: &mut dyn Union, unions: u8) -> impl Iterator<Item = Kinds> {
    (0..union.table().variants.len()).map(move |variant| {
        union.turn(variant);
        Kinds::of(union.value(), unions)
    })
}

/// A constant that is no string, or one of several constants of more than one kind.
pub trait Constant {
    /// Takes a value; `false` when it is none of the constants and no other is kept.
    fn set(&mut self, value: super::Value) -> bool;
}

/// Kinds of JSON values, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    pub(super) const NULL: Self = Self(1);
    pub(super) const BOOL: Self = Self(1 << 1);
    pub(super) const NUMBER: Self = Self(1 << 2);
    pub(super) const STRING: Self = Self(1 << 3);
    pub(super) const ARRAY: Self = Self(1 << 4);
    pub(super) const OBJECT: Self = Self(1 << 5);
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u8::MAX);

    /// These and the others.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Some kind is in both.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds that a slot takes. The slot loses its value.
    fn of(slot: &mut dyn Slot, unions: u8) -> Self {
        match slot.target() {
            Target::Bool(_) => Self::BOOL,
            Target::Integer(_) | Target::Float(_) => Self::NUMBER,
            Target::Str(_) | Target::Text(_) | Target::Enumeration { .. } => Self::STRING,
            Target::List(_) => Self::ARRAY,
            Target::Map(_) | Target::Record(_) => Self::OBJECT,
            Target::Any(_) | Target::Constant(_) => Self::ALL,
            Target::Never => Self::NONE,
            Target::Optional(optional) => {
                let inner = optional.fill().map(|slot| Self::of(slot, unions));
                Self::NULL.and(inner.unwrap_or(Self::NONE))
            }
            Target::Union(union) => match unions.checked_sub(1) {
                Some(_) if union.table().any => Self::ALL,
                Some(left) => kinds_of_variants(union, left).fold(Self::NONE, Self::and),
                None => Self::ALL,
            },
        }
    }
}

/// How many unions inside each other are asked for their kinds: a union may be its own variant.
const UNIONS: u8 = 4;
