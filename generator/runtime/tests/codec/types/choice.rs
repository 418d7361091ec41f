//! Unions, and constants that are no strings, as the generator writes them.

use specsmith_runtime::{
    Blank, Constant, Enumeration, Extra, Field, FieldDetails, Flags, Integer, Record, Slot, Table,
    Target, Union, UnionTable, UnknownConstant, UnknownInteger, UnknownValue, Value, View,
};

/// `union!(Name "tag" { position Variant(Type) [tags], … });`, with `or position` or `[or_any]` in
/// front of the braces.
macro_rules! union {
    ($name:ident $tag:literal $(or $fallback:literal)? $([$any:ident])? { $($index:literal $variant:ident($ty:ty) $tags:expr,)* }) => {
        #[derive(Clone, Debug)]
        pub enum $name {
            $($variant($ty),)*
            Unknown(Value),
        }

        impl Union for $name {
            fn table(&self) -> &'static UnionTable {
                static TABLE: UnionTable =
                    UnionTable::new(stringify!($name), $tag, &[$(&$tags),*])$(.or($fallback))?$(.$any())?;
                &TABLE
            }

            fn turn(&mut self, variant: usize) {
                *self = match variant {
                    $($index => Self::$variant(Blank::blank()),)*
                    _ => Self::Unknown(Value::Null),
                };
            }

            fn value(&mut self) -> &mut dyn Slot {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }
        }

        impl Slot for $name {
            fn target(&mut self) -> Target<'_> {
                Target::Union(self)
            }

            fn view(&self) -> View<'_> {
                match self {
                    $(Self::$variant(value) => Slot::view(value),)*
                    Self::Unknown(value) => View::Any(value),
                }
            }
        }

        impl Blank for $name {
            fn blank() -> Self {
                Self::Unknown(Value::Null)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                specsmith_runtime::equal_slots(self, other)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                specsmith_runtime::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                specsmith_runtime::deserialize(deserializer)
            }
        }
    };
}

record!(Cat 3 {
    0 kind: String = "kind" Flags::REQUIRED,
    1 lives: i64 = "lives" Flags::REQUIRED,
    2 kitten: Option<Box<Cat>> = "kitten" Flags::NONE,
});

record!(Dog 2 {
    0 kind: String = "kind" Flags::REQUIRED,
    1 friend: Option<Pet> = "friend" Flags::NONE,
});

union!(Pet "kind" { 0 Cat(Box<Cat>) ["cat", "lion"], 1 Dog(Box<Dog>) ["dog"], });

union!(Beast "kind" or 1 { 0 Cat(Box<Cat>) ["cat"], 1 Other(Other) [], 2 Sized(Sized) [], });

record!(Other 2 {
    0 kind: Option<String> = "kind" Flags::NONE,
    1 legs: i64 = "legs" Flags::REQUIRED,
});

enumeration!(Shape { Circle = "circle", });
enumeration!(Mode { Auto = "auto", None = "none", });

record!(Circle 2 {
    0 shape: Shape = "shape" Flags::REQUIRED,
    1 size: f64 = "size" Flags::REQUIRED,
});

record!(Sized 1 { 0 size: f64 = "size" Flags::REQUIRED, });
record!(Loose 1 { 0 name: Option<String> = "name" Flags::NONE, });

union!(Thing "" {
    0 Loose(Loose) [],
    1 Sized(Sized) [],
    2 Circle(Circle) [],
    3 Text(String) [],
    4 Mode(Mode) [],
    5 Number(f64) [],
    6 Integer(i64) [],
    7 Texts(Vec<String>) [],
    8 Numbers(Vec<i64>) [],
});

record!(Holder 1 { 0 thing: Thing = "thing" Flags::REQUIRED, });

union!(Either "" { 0 Text(String) [], 1 Holder(Box<Holder>) [], });

union!(Open "" [or_any] { 0 Texts(Vec<String>) [], 1 Holder(Box<Holder>) [], });
union!(Outer "" { 0 Open(Open) [], });

// Every alternative holds the union again.
record!(Left 2 {
    0 below: Option<Tree> = "below" Flags::NONE,
    1 left: Option<bool> = "left" Flags::NONE,
});
record!(Right 2 {
    0 below: Option<Tree> = "below" Flags::NONE,
    1 right: Option<bool> = "right" Flags::NONE,
});
union!(Tree "" { 0 Left(Box<Left>) [], 1 Right(Box<Right>) [], });

/// Whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    Low,
    High,
    Unknown(UnknownInteger),
}

impl From<i64> for Priority {
    fn from(number: i64) -> Self {
        match number {
            1 => Self::Low,
            3 => Self::High,
            _ => Self::Unknown(UnknownInteger::new(number)),
        }
    }
}

impl Integer for Priority {
    fn set(&mut self, number: i128) -> bool {
        i64::try_from(number).is_ok_and(|number| {
            *self = Self::from(number);
            true
        })
    }

    fn is_signed(&self) -> bool {
        true
    }
}

impl Slot for Priority {
    fn target(&mut self) -> Target<'_> {
        Target::Integer(self)
    }

    fn view(&self) -> View<'_> {
        View::I64(match self {
            Self::Low => 1,
            Self::High => 3,
            Self::Unknown(number) => number.get(),
        })
    }
}

impl Blank for Priority {
    fn blank() -> Self {
        Self::Unknown(UnknownInteger::new(0))
    }
}

/// Constants of more than one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Mixed {
    On,
    Half,
    Word,
    Unknown(UnknownConstant),
}

impl From<Value> for Mixed {
    fn from(value: Value) -> Self {
        let known = [Self::On, Self::Half, Self::Word];
        let mut known = known.into_iter();
        known
            .find(|known| specsmith_runtime::is_value(known.view(), &value))
            .unwrap_or_else(|| Self::Unknown(UnknownConstant::new(value)))
    }
}

impl Constant for Mixed {
    fn set(&mut self, value: Value) -> bool {
        *self = Self::from(value);
        true
    }
}

impl Slot for Mixed {
    fn target(&mut self) -> Target<'_> {
        Target::Constant(self)
    }

    fn view(&self) -> View<'_> {
        match self {
            Self::On => View::Bool(true),
            Self::Half => View::F64(0.5),
            Self::Word => View::Str("word"),
            Self::Unknown(value) => View::Any(value.get()),
        }
    }
}

impl Blank for Mixed {
    fn blank() -> Self {
        Self::Unknown(UnknownConstant::new(Value::Null))
    }
}
