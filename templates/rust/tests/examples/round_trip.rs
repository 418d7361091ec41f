//! Reads examples into their types, writes them again and compares.
//!
//! What is written is equal but for three things, each counted apart: a `null` that a received
//! record does not tell from nothing, numbers that are written otherwise, and strings of a format
//! that are written otherwise.

use std::error::Error;
use std::{env, fs};

use super::formats;
use super::runtime::{self, Blank, DecodeError, DecodeLimits, Record, Slot, Value, View};

/// A value that was read, whatever its type.
pub type Read = Result<Box<dyn Slot>, DecodeError>;

/// A type of the crate.
pub struct Type {
    /// As people read it.
    pub name: &'static str,
    /// Reads a value of it.
    pub read: fn(&[u8]) -> Read,
}

/// Reads a value of a type through the door that the client takes.
#[allow(dead_code, reason = "not every description has examples")]
pub fn read<T: Slot + Blank + 'static>(json: &[u8]) -> Read {
    let value: T = runtime::from_slice(json, &DecodeLimits::DEFAULT)?;
    Ok(Box::new(value))
}

/// Reads and writes every example of a file, and fails when one of them is not the same then.
pub fn all(beside: &str, types: &[Type], only_received: &[&str]) -> Result<(), Box<dyn Error>> {
    let file = env::var("SPECSMITH_EXAMPLES").unwrap_or_else(|_| beside.to_owned());
    let examples: Vec<Value> = serde_json::from_slice(&fs::read(file)?)?;
    let (mut sum, mut missed) = (Used::default(), Vec::new());
    for (number, example) in examples.iter().enumerate() {
        let ty = example["type"]
            .as_u64()
            .and_then(|ty| types.get(usize::try_from(ty).ok()?));
        let ty = ty.ok_or("an example of a type that is not known here")?;
        match round_trip(&example["value"], ty, only_received) {
            Ok(used) => sum.add(used),
            Err(problem) => {
                println!("{} as `{}`: {problem}", example["place"], ty.name);
                missed.push(
                    serde_json::json!({ "example": number, "type": ty.name, "problem": problem }),
                );
            }
        }
    }
    let Used {
        nulls,
        numbers,
        formats,
    } = sum;
    println!(
        "{} examples, {nulls} with nulls, {numbers} by number, {formats} by format, {} missed",
        examples.len(),
        missed.len()
    );
    let failed = missed.len();
    if let Ok(report) = env::var("SPECSMITH_EXAMPLES_REPORT") {
        let types: Vec<&str> = types.iter().map(|ty| ty.name).collect();
        let outcome = serde_json::json!({
            "types": types, "examples": examples.len(), "nulls": nulls, "numbers": numbers, "formats": formats, "missed": missed,
        });
        fs::write(report, outcome.to_string())?;
    }
    match failed {
        0 => Ok(()),
        failed => Err(format!("{failed} examples are not written as they were read").into()),
    }
}

/// How often something is equal only so.
#[derive(Debug, Default, PartialEq)]
pub struct Used {
    /// Without a `null` that stands for nothing.
    pub nulls: usize,
    /// With numbers compared by value.
    pub numbers: usize,
    /// With strings of a format compared by what they mean.
    pub formats: usize,
}

impl Used {
    /// Counts an example, once for each.
    fn add(&mut self, one: Self) {
        self.nulls += one.nulls.min(1);
        self.numbers += one.numbers.min(1);
        self.formats += one.formats.min(1);
    }
}

/// Reads one value and writes it again: what it took to find both equal, or what differs.
pub fn round_trip(value: &Value, ty: &Type, only_received: &[&str]) -> Result<Used, String> {
    let slot = (ty.read)(value.to_string().as_bytes()).map_err(|error| error.to_string())?;
    let written = runtime::encode(&*slot).map_err(|error| error.to_string())?;
    let written: Value = serde_json::from_slice(&written).map_err(|error| error.to_string())?;
    let mut comparison = Comparison {
        only_received,
        used: Used::default(),
        path: Vec::new(),
    };
    match comparison.compare(value, &written, Some(slot.view())) {
        Ok(()) => Ok(comparison.used),
        Err(problem) => Err(format!("/{}: {problem}", comparison.path.join("/"))),
    }
}

/// A walk through what was read and what was written, side by side.
struct Comparison<'a> {
    only_received: &'a [&'a str],
    used: Used,
    /// Keys and positions that lead to where the walk is.
    path: Vec<String>,
}

impl Comparison<'_> {
    /// `view` is what the crate holds there, where it has a type.
    fn compare(
        &mut self,
        read: &Value,
        written: &Value,
        view: Option<View<'_>>,
    ) -> Result<(), String> {
        match (read, written) {
            (Value::Object(read), Value::Object(written)) => {
                for (key, value) in read {
                    self.path.push(key.clone());
                    match written.get(key) {
                        Some(other) => self.compare(value, other, below(view, key))?,
                        None if value.is_null() && self.is_no_value(view, key) => {
                            self.used.nulls += 1
                        }
                        None => return Err(format!("{value} is lost")),
                    }
                    self.path.pop();
                }
                match written.iter().find(|(key, _)| !read.contains_key(*key)) {
                    Some((key, value)) => Err(format!("`{key}` comes from nowhere: {value}")),
                    None => Ok(()),
                }
            }
            (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
                for (index, (value, other)) in read.iter().zip(written).enumerate() {
                    self.path.push(index.to_string());
                    self.compare(value, other, element(view, index))?;
                    self.path.pop();
                }
                Ok(())
            }
            _ if read == written => Ok(()),
            _ if is_same_number(read, written) => {
                self.used.numbers += 1;
                Ok(())
            }
            _ if is_same_formatted(read, written, view) => {
                self.used.formats += 1;
                Ok(())
            }
            _ => Err(format!("{read} is written as {written}")),
        }
    }

    /// The record does not tell `null` under this key from nothing.
    fn is_no_value(&self, view: Option<View<'_>>, key: &str) -> bool {
        let Some(View::Record(record)) = view else {
            return false;
        };
        let table = record.table();
        self.only_received.binary_search(&table.name).is_ok()
            && table
                .fields
                .iter()
                .any(|field| field.name() == key && field.is_nullable() && !field.is_required())
    }
}

fn below<'a>(view: Option<View<'a>>, key: &str) -> Option<View<'a>> {
    match view? {
        View::Record(record) => field(record, key),
        View::Map(entries) => Some(entries.find(key)?.view()),
        _ => None,
    }
}

fn field<'a>(record: &'a dyn Record, key: &str) -> Option<View<'a>> {
    match record
        .table()
        .fields
        .iter()
        .position(|field| field.name() == key)
    {
        Some(index) => Some(record.look(index)),
        None => Some(record.extra()?.find(key)?.view()),
    }
}

fn element(view: Option<View<'_>>, index: usize) -> Option<View<'_>> {
    match view? {
        View::List(list) => Some(list.look(index)),
        _ => None,
    }
}

/// `60` is `60.0`.
fn is_same_number(read: &Value, written: &Value) -> bool {
    let (Value::Number(read), Value::Number(written)) = (read, written) else {
        return false;
    };
    match (read.as_i128(), written.as_i128()) {
        (Some(read), Some(written)) => read == written,
        _ => read.as_f64() == written.as_f64(),
    }
}

/// A number of single precision is what that precision holds, a string of a format what it means.
#[allow(
    clippy::cast_possible_truncation,
    reason = "that is what single precision is"
)]
fn is_same_formatted(read: &Value, written: &Value, view: Option<View<'_>>) -> bool {
    let single = |number: &Value| number.as_f64().map(|number| number as f32);
    match (view, read, written) {
        (Some(View::F32(_)), Value::Number(_), Value::Number(_)) => single(read) == single(written),
        (Some(View::Text(_)), Value::String(read), Value::String(written)) => {
            formats::is_same(read, written)
        }
        _ => false,
    }
}
