//! The twin: structs of the same public API that derive all traits, a module each.
//!
//! This module must not know what the generator writes.

use super::schema::children;
use super::{Krate, Part};

const MANIFEST: &str = r#"[package]
name = "NAME"
version = "0.1.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1", features = ["float_roundtrip", "preserve_order", "unbounded_depth"] }
"#;

const LIB: &str = r#"//! Types that derive serde's traits.

pub mod types;

pub use serde_json::Value;
pub type Map = serde_json::Map<String, Value>;

/// What the schema says about a field.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub required: bool,
    pub max_length: Option<u64>,
    pub minimum: Option<f64>,
    pub extensions: &'static str,
}

impl Field {
    pub const DEFAULT: Self = Self {
        name: "",
        required: false,
        max_length: None,
        minimum: None,
        extensions: "",
    };

    pub const fn is_required(&self) -> bool {
        self.required
    }

    pub fn number(&self, extension: &str, key: &str) -> Option<i64> {
        let all: Map = serde_json::from_str(self.extensions).ok()?;
        all.get(extension)?.get(key)?.as_i64()
    }
}
"#;

/// The crate of `count` types, without one part when there is one.
pub(super) fn krate(count: usize, without: Option<Part>) -> Krate {
    let name = match without {
        Some(part) => format!("derived-no-{}", part.name()),
        None => "derived".to_owned(),
    };
    let mut files = vec![
        ("Cargo.toml".to_owned(), MANIFEST.replace("NAME", &name)),
        ("src/lib.rs".to_owned(), LIB.to_owned()),
    ];
    let mut modules = String::new();
    for index in 0..count {
        modules += &format!("mod thing{index};\npub use thing{index}::Thing{index};\n");
        files.push((
            format!("src/types/thing{index}.rs"),
            record(index, count, without),
        ));
    }
    files.push(("src/types/mod.rs".to_owned(), modules));
    Krate { name, files }
}

fn record(index: usize, count: usize, without: Option<Part>) -> String {
    let [first, second] = children(index, count);
    let has = |part| without != Some(part);
    let when = |part, text: &'static str| if has(part) { text } else { "" };
    let text = [
        IMPORTS,
        "/// A thing.\n",
        when(Part::Derives, "#[derive(Debug, Clone, PartialEq)]\n"),
        STRUCT,
        when(Part::Extra, "    #[serde(flatten)]\n    extra: Map,\n"),
        "}\n\nimpl THING {\n",
        when(Part::FieldData, FIELDS),
        NEW,
        when(Part::Extra, "            extra: Map::new(),\n"),
        "        }\n    }\n",
        when(Part::Setters, SETTERS),
        when(Part::Extra, EXTRA),
        "}\n",
    ];
    let [first, second] = [first, second].map(|child| format!("super::Thing{child}"));
    text.concat()
        .replace("THING", &format!("Thing{index}"))
        .replace("FIRST", &first)
        .replace("SECOND", &second)
}

const IMPORTS: &str =
    "#[allow(unused_imports)]\nuse crate::{Field, Map};\nuse serde::{Deserialize, Serialize};\n\n";

const STRUCT: &str = r#"#[derive(Serialize, Deserialize)]
#[non_exhaustive]
pub struct THING {
    /// Its id.
    pub id: String,
    /// How many there are.
    pub count: i64,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// Whether it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Its tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// A thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Box<FIRST>>,
    /// A thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Box<SECOND>>,
"#;

const FIELDS: &str = r#"    pub const FIELDS: &'static [Field] = &[
        Field { name: "id", required: true, max_length: Some(40), extensions: "{\"x-support\":{\"supported\":20}}", ..Field::DEFAULT },
        Field { name: "count", required: true, minimum: Some(0.0), extensions: "{\"x-support\":{\"supported\":16}}", ..Field::DEFAULT },
        Field { name: "name", max_length: Some(80), extensions: "{\"x-support\":{\"supported\":11}}", ..Field::DEFAULT },
        Field { name: "amount", minimum: Some(0.0), extensions: "{\"x-support\":{\"supported\":9}}", ..Field::DEFAULT },
        Field { name: "active", extensions: "{\"x-support\":{\"supported\":2}}", ..Field::DEFAULT },
        Field { name: "tags", extensions: "{\"x-support\":{\"supported\":2}}", ..Field::DEFAULT },
        Field { name: "first", ..Field::DEFAULT },
        Field { name: "second", ..Field::DEFAULT },
    ];

"#;

const NEW: &str = r#"    #[must_use]
    pub fn new(id: impl Into<String>, count: i64) -> Self {
        Self {
            id: id.into(),
            count,
            name: None,
            amount: None,
            active: None,
            tags: None,
            first: None,
            second: None,
"#;

const SETTERS: &str = r#"
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    #[must_use]
    pub fn amount(mut self, amount: f64) -> Self {
        self.amount = Some(amount);
        self
    }

    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.active = Some(active);
        self
    }

    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    #[must_use]
    pub fn first(mut self, first: impl Into<Box<FIRST>>) -> Self {
        self.first = Some(first.into());
        self
    }

    #[must_use]
    pub fn second(mut self, second: impl Into<Box<SECOND>>) -> Self {
        self.second = Some(second.into());
        self
    }
"#;

const EXTRA: &str = r#"
    pub fn extra(&self) -> &Map {
        &self.extra
    }

    pub fn extra_mut(&mut self) -> &mut Map {
        &mut self.extra
    }
"#;
