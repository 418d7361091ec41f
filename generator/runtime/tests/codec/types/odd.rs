//! Types for the corners: every presence, every width, recursion, secrets and rules.

use specsmith_runtime::{
    self as runtime, Blank, Constraint, Field, Flags, Map, Patch, Record, Slot, Table, Target,
    Text, Value, View,
};

const NONE: Flags = Flags::NONE;
const NULLABLE: Flags = Flags::NULLABLE;
const REQUIRED: Flags = Flags::REQUIRED;

record!(Presence 6 {
    0 required: String = "required" REQUIRED,
    1 required_nullable: Option<String> = "required_nullable" REQUIRED.and(NULLABLE),
    2 optional: Option<String> = "optional" NONE,
    3 patch: Patch<String> = "patch" NULLABLE,
    4 list: Patch<Vec<Option<i64>>> = "list" NULLABLE,
    5 map: Option<Map<Option<bool>>> = "map" NONE,
});

record!(Numbers 7 {
    0 i8: Option<i8> = "i8" NONE,
    1 i64: Option<i64> = "i64" NONE,
    2 u8: Option<u8> = "u8" NONE,
    3 u64: Option<u64> = "u64" NONE,
    4 f32: Option<f32> = "f32" NONE,
    5 f64: Option<f64> = "f64" NONE,
    6 any: Option<Value> = "any" NONE,
});

record!(Node 5 {
    0 label: Option<String> = "label" NONE,
    1 next: Option<Box<Node>> = "next" NONE,
    2 children: Option<Vec<Node>> = "children" NONE,
    3 any: Option<Value> = "any" NONE,
    4 day: Option<Day> = "day" NONE,
});

record!(Quoted 2 {
    0 first: String = "a\"b\\c\n" REQUIRED; escaped,
    1 second: Option<i64> = "d" NONE,
});

record!(Credentials 2 {
    0 user: String = "user" REQUIRED,
    1 password: Option<String> = "pass word" Flags::SECRET,
});

record!(Ruled 7 {
    0 code: Option<String> = "code" NONE;
        [Constraint::MinLength(2), Constraint::MaxLength(3), Constraint::Pattern("^[A-ZÄ]+$")],
    1 count: Option<i64> = "count" NONE;
        [Constraint::Minimum(1.0), Constraint::ExclusiveMaximum(9.0), Constraint::MultipleOf(2.0)],
    2 price: Option<f64> = "price" NONE;
        [Constraint::ExclusiveMinimum(0.0), Constraint::MultipleOf(0.01)],
    3 tags: Option<Vec<String>> = "tags" NONE;
        [Constraint::MinItems(1), Constraint::MaxItems(2), Constraint::UniqueItems, Constraint::Items(&[Constraint::MinLength(1)])],
    4 map: Option<Map<Value>> = "map" NONE;
        [Constraint::MinProperties(1), Constraint::MaxProperties(1)],
    5 inner: Option<Box<Ruled>> = "inner" NONE,
    6 odd: Option<String> = "odd" NONE;
        [Constraint::Pattern("(?=look)around")],
});

/// Has no entries beside its field, as with `additionalProperties: false`.
pub struct Closed {
    pub field: Option<i64>,
}

impl Closed {
    pub const FIELDS: &'static [Field] = &[Field::Optional("field")];
}

implement_record!(Closed { 0: field });

/// A string that is parsed: a day of a month, `"day 3"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub u8);

impl Text for Day {
    fn set(&mut self, text: &str) -> Result<(), &'static str> {
        let number = text.strip_prefix("day ").and_then(|day| day.parse().ok());
        self.0 = number.ok_or("a day")?;
        Ok(())
    }

    fn print(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "day {}", self.0)
    }
}

impl Slot for Day {
    fn target(&mut self) -> Target<'_> {
        Target::Text(self)
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl Blank for Day {
    fn blank() -> Self {
        Self(0)
    }
}

/// More fields than a word has bits.
#[derive(Clone, Debug, PartialEq)]
pub struct Wide(pub Vec<Option<i64>>);

impl Wide {
    pub const WIDTH: usize = 200;

    fn fields() -> &'static [Field] {
        let name = |index| &*Box::leak(format!("f{index}").into_boxed_str());
        let field = |index| Field::Required(name(index));
        Box::leak((0..Self::WIDTH).map(field).collect())
    }
}

impl Record for Wide {
    fn blank() -> Self {
        Self(vec![None; Self::WIDTH])
    }

    fn table(&self) -> Table {
        static FIELDS: std::sync::OnceLock<&[Field]> = std::sync::OnceLock::new();
        Table {
            name: "Wide",
            fields: FIELDS.get_or_init(Self::fields),
        }
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
        self.0.get_mut(index).map(|field| field as &mut dyn Slot)
    }

    fn get(&self, index: usize) -> Option<&dyn Slot> {
        self.0.get(index).map(|field| field as &dyn Slot)
    }
}
