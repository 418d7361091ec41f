//! Which examples are valid, by a validator that shares nothing with the generator.
//!
//! This module must not know what becomes of those that are not.

use std::collections::BTreeMap;
use std::error::Error;

use boon::{Compiler, Draft, Format, SchemaIndex, Schemas};
use serde_json::Value;
use specsmith::json_schema;

use super::example::Fault;

/// What is wrong with each value against the schema at its pointer, if anything. A value whose
/// schema the validator does not read is taken for valid.
pub(super) fn faults(
    document: &Value,
    examples: &[(Option<String>, &Value)],
) -> Result<Vec<Option<Fault>>, String> {
    let converted = json_schema::converted(document);
    let mut plain = Validator::new(&converted, false)?;
    let mut strict = Validator::new(&converted, true)?;
    let judged = examples.iter().map(|(pointer, value)| {
        let pointer = pointer.as_deref()?;
        if !plain.is_valid(pointer, value) {
            Some(Fault::Schema)
        } else if !strict.is_valid(pointer, value) {
            Some(Fault::Format)
        } else {
            None
        }
    });
    let judged = judged.collect();
    for (pointer, problem) in plain.unread() {
        eprintln!("examples of {pointer} count as valid: {problem}");
    }
    Ok(judged)
}

const DOCUMENT: &str = "https://document.test/";

struct Validator {
    compiler: Compiler,
    schemas: Schemas,
    compiled: BTreeMap<String, Result<SchemaIndex, String>>,
}

impl Validator {
    fn new(document: &Value, with_formats: bool) -> Result<Self, String> {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        if with_formats {
            compiler.enable_format_assertions();
            FORMATS
                .iter()
                .for_each(|format| compiler.register_format(*format));
        }
        compiler
            .add_resource(DOCUMENT, document.clone())
            .map_err(|error| error.to_string())?;
        Ok(Self {
            compiler,
            schemas: Schemas::new(),
            compiled: BTreeMap::new(),
        })
    }

    fn is_valid(&mut self, pointer: &str, value: &Value) -> bool {
        let Self {
            compiler,
            schemas,
            compiled,
        } = self;
        let index = compiled.entry(pointer.to_owned()).or_insert_with(|| {
            let location = format!("{DOCUMENT}#{}", percent_encoded(pointer));
            let index = compiler.compile(&location, schemas);
            index.map_err(|error| format!("{error:#}"))
        });
        match index {
            Ok(index) => schemas.validate(value, *index).is_ok(),
            Err(_) => true,
        }
    }

    fn unread(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.compiled.iter();
        all.filter_map(|(pointer, index)| Some((pointer.as_str(), index.as_ref().err()?.as_str())))
    }
}

/// A pointer as the fragment of a URL (RFC 6901, section 6).
fn percent_encoded(pointer: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    pointer.bytes().map(encoded).collect()
}

/// Formats of OpenAPI beside those of JSON Schema.
const FORMATS: &[Format] = &[
    Format {
        name: "byte",
        func: base64,
    },
    Format {
        name: "int8",
        func: within::<i8>,
    },
    Format {
        name: "int16",
        func: within::<i16>,
    },
    Format {
        name: "int32",
        func: within::<i32>,
    },
    Format {
        name: "int64",
        func: within::<i64>,
    },
    Format {
        name: "uint8",
        func: within::<u8>,
    },
    Format {
        name: "uint16",
        func: within::<u16>,
    },
    Format {
        name: "uint32",
        func: within::<u32>,
    },
    Format {
        name: "uint64",
        func: within::<u64>,
    },
];

fn within<T: TryFrom<i128>>(value: &Value) -> Result<(), Box<dyn Error>> {
    let fits = match value {
        Value::Number(number) => match number.as_i128() {
            Some(number) => T::try_from(number).is_ok(),
            // A number with a fraction is judged by its type.
            None => true,
        },
        _ => true,
    };
    fits.then_some(()).ok_or_else(|| "out of range".into())
}

/// RFC 4648, section 4.
fn base64(value: &Value) -> Result<(), Box<dyn Error>> {
    let Value::String(text) = value else {
        return Ok(());
    };
    let digits = text.trim_end_matches('=');
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let is_whole = text.len() % 4 == 0 && text.len() - digits.len() < 3;
    (is_whole && digits.chars().all(is_digit))
        .then_some(())
        .ok_or_else(|| "not base64".into())
}
