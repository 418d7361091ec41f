//! Reads values that are plain text: bodies of `text/*`, headers in the style `simple`.
//!
//! It must not know where the text stands.

use super::super::record::Record;
use super::super::slot::{Entries, List, Slot, Target};
use super::super::{DecodeLimits, Value};

/// Reads a text into a slot. Lists are separated by commas, objects are `key,value` pairs, or
/// `key=value` with `explode` (OpenAPI 3.0.4, section 4.8.12.3).
///
/// # Errors
///
/// Says what was expected instead.
pub fn from_text(slot: &mut dyn Slot, text: &str, explode: bool) -> Result<(), String> {
    let expected = |what: &str| Err(format!("`{text}`, expected {what}"));
    if matches!(slot.target(), Target::Union(_)) {
        return union(slot, text);
    }
    match slot.target() {
        Target::Str(place) => text.clone_into(place),
        Target::Any(place) => *place = Value::from(text),
        Target::Bool(place) => match text {
            "true" => *place = true,
            "false" => *place = false,
            _ => return expected("true or false"),
        },
        Target::Integer(place) => match text.parse() {
            Ok(number) if place.set(number) => {}
            Ok(_) | Err(_) => return expected("a whole number"),
        },
        Target::Float(place) => match text.parse() {
            Ok(number) if place.set(number) => {}
            Ok(_) | Err(_) => return expected("a number"),
        },
        Target::Text(place) => return place.set(text).or_else(expected),
        Target::Enumeration { place, .. } => place.set(text),
        Target::Constant(place) => {
            let json = serde_json::from_str(text).ok();
            if !place.set(text.into()) && !json.is_some_and(|json| place.set(json)) {
                return expected("one of the constants");
            }
        }
        Target::Optional(optional) => return inner(optional.fill(), text, explode),
        Target::List(list) => return elements(list, text, explode),
        Target::Map(map) => return entries(map, text, explode),
        Target::Record(record) => return fields(record, text, explode),
        Target::Union(_) | Target::Never => {
            return Err("this value can only be written".to_owned());
        }
    }
    Ok(())
}

/// What tells the types of a union apart is JSON: the text is some, or a string of it.
fn union(slot: &mut dyn Slot, text: &str) -> Result<(), String> {
    let limits = &DecodeLimits::DEFAULT;
    let string = Value::from(text).to_string();
    let read = super::decode(text.as_bytes(), slot, limits);
    read.or_else(|_| super::decode(string.as_bytes(), slot, limits))
        .map_err(|error| error.to_string())
}

/// The slot takes a value without parts.
pub fn is_single(slot: &mut dyn Slot) -> bool {
    match slot.target() {
        Target::Optional(optional) => optional.fill().is_some_and(is_single),
        Target::List(_) | Target::Map(_) | Target::Record(_) | Target::Union(_) | Target::Never => {
            false
        }
        Target::Bool(_)
        | Target::Integer(_)
        | Target::Float(_)
        | Target::Str(_)
        | Target::Text(_)
        | Target::Enumeration { .. }
        | Target::Constant(_)
        | Target::Any(_) => true,
    }
}

fn inner(slot: Option<&mut dyn Slot>, text: &str, explode: bool) -> Result<(), String> {
    let slot = slot.ok_or("there is no place for this value")?;
    from_text(slot, text, explode)
}

fn elements(list: &mut dyn List, text: &str, explode: bool) -> Result<(), String> {
    let texts = text.split(',').filter(|_| !text.is_empty());
    let mut count = 0;
    for (index, element) in texts.enumerate() {
        inner(list.place(index), element.trim(), explode)?;
        count = index + 1;
    }
    match list.size().filter(|size| *size != count) {
        Some(size) => Err(format!("{count} values in place of {size}")),
        None => Ok(()),
    }
}

fn entries(map: &mut dyn Entries, text: &str, explode: bool) -> Result<(), String> {
    pairs(text, explode)?
        .into_iter()
        .try_for_each(|(key, value)| {
            let position = map.insert(key.to_owned());
            inner(map.slot(position), value, explode)
        })
}

fn fields(record: &mut dyn Record, text: &str, explode: bool) -> Result<(), String> {
    let declared = record.table().fields;
    let pairs = pairs(text, explode)?;
    for (key, value) in &pairs {
        match declared.iter().position(|field| field.name() == *key) {
            Some(index) => inner(record.slot(index), value, explode)?,
            None => {
                if let Some(extra) = record.extra_mut() {
                    let position = extra.insert((*key).to_owned());
                    inner(extra.slot(position), value, explode)?;
                }
            }
        }
    }
    let is_missing = |name: &str| pairs.iter().all(|(key, _)| *key != name);
    let missing = declared
        .iter()
        .find(|field| field.is_required() && is_missing(field.name()));
    missing.map_or(Ok(()), |field| {
        Err(format!("missing field `{}`", field.name()))
    })
}

fn pairs(text: &str, explode: bool) -> Result<Vec<(&str, &str)>, String> {
    let mut parts = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let mut pairs = Vec::new();
    while let Some(part) = parts.next() {
        let pair = if explode {
            part.split_once('=')
        } else {
            parts.next().map(|value| (part, value))
        };
        pairs.push(pair.ok_or_else(|| format!("`{part}`, expected a value with it"))?);
    }
    Ok(pairs)
}
