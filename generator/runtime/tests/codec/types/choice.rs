//! Unions, and constants that are no strings, as the generator writes them.

use specsmith_runtime::{self as runtime, Flags, Value};

/// `union!(Name "tag" { position Variant(Type) [tags], … });`, with `or position` or `[or_any]` in
/// front of the braces.
macro_rules! union {
    ($name:ident $tag:literal $(or $fallback:literal)? $([$any:ident])? { $($index:literal $variant:ident($ty:ty) $tags:expr,)* }) => {
        pub enum $name {
            $($variant($ty),)*
            Unknown(Value),
        }

        implement_union!(
            $name { $($index: $variant),* },
            runtime::UnionTable::new(stringify!($name), $tag, &[$(&$tags),*])$(.or($fallback))?$(.$any())?
        );
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

// The first fits but for its constant.
record!(Marked 2 {
    0 shape: Option<Shape> = "shape" Flags::NONE,
    1 size: f64 = "size" Flags::REQUIRED,
});
union!(Round "" { 0 Circle(Circle) [], 1 Sized(Sized) [], });
union!(Mark "" { 0 Marked(Marked) [], 1 Sized(Sized) [], });

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
pub enum Priority {
    Low,
    High,
    Unknown(runtime::UnknownInteger),
}

implement_integer!(Priority { Low: 1, High: 3 });

/// Constants of more than one kind.
pub enum Mixed {
    On,
    Half,
    Word,
    Unknown(runtime::UnknownConstant),
}

implement_mixed!(Mixed {
    On: runtime::View::Bool(true),
    Half: runtime::View::F64(0.5),
    Word: runtime::View::Str("word"),
});
