// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Reads a value of one of several types: by its tag while it streams past, else from a copy.
//!
//! It must not know formats, nor the types behind the table.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::Value;
use super::super::path::Step;
use super::super::slot::Target;
use super::super::union::{Kinds, Union, UnionTable, kinds};
use super::any::AnySeed;
use super::buffer::Buffer;
use super::context::Context;
use super::fit;
use super::record::Reading;
use super::seed::Seed;

/// Takes a value of any kind.
pub(super) struct UnionVisitor<'a> {
    pub(super) union: &'a mut dyn Union,
    pub(super) context: &'a mut Context,
}

impl UnionVisitor<'_> {
    fn scalar<E: Error>(self, value: Value) -> Result<(), E> {
        choose(self.union, value, &|_| true, self.context);
        Ok(())
    }
}

impl<'de> Visitor<'de> for UnionVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of several values ({})", self.union.table().name)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Value::from(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.scalar(Value::from(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.scalar(Value::from(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Value::from(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        self.scalar(Value::String(text))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        let Self { union, context } = self;
        if let Some(variant) = only(union, Kinds::ARRAY) {
            union.turn(variant);
            let slot = union.value();
            return Seed { slot, context }.deserialize(SeqAccessDeserializer::new(elements));
        }
        let value = AnySeed(&mut *context).visit_seq(elements)?;
        choose(union, value, &|_| true, context);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let Self { union, context } = self;
        if !union.table().tag.is_empty() {
            return tagged(union, entries, context);
        }
        if let Some(variant) = only(union, Kinds::OBJECT) {
            union.turn(variant);
            let slot = union.value();
            return Seed { slot, context }.deserialize(MapAccessDeserializer::new(entries));
        }
        let value = AnySeed(&mut *context).visit_map(entries)?;
        choose(union, value, &|_| true, context);
        Ok(())
    }
}

/// The variant that is the only one to take values of a kind.
fn only(union: &mut dyn Union, kind: Kinds) -> Option<usize> {
    if union.table().any {
        return None;
    }
    let mut fitting = kinds(union)
        .iter()
        .enumerate()
        .filter(|(_, kinds)| kinds.meets(kind));
    let (variant, _) = fitting.next()?;
    fitting.next().is_none().then_some(variant)
}

/// Reads up to the tag, which mostly comes first, and the rest as the variant that it means.
fn tagged<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    mut entries: A,
    context: &mut Context,
) -> Result<(), A::Error> {
    let table = union.table();
    let mut read = Buffer::default();
    let tag = read_until_tag(table, &mut entries, &mut read, context)?;
    if let Some(variant) = tag.as_deref().and_then(|text| table.tagged(text)) {
        union.turn(variant);
        return go_on(union, read, entries, context);
    }
    let value = complete(read, entries, context)?;
    // A tag that no variant has leaves those of which no tag is known, unless one is named for it.
    let untold = |variant: usize| {
        table
            .variants
            .get(variant)
            .is_none_or(|tags| tags.is_empty())
    };
    let allowed = |variant: usize| match table.fallback {
        Some(fallback) => variant == fallback,
        None => tag.is_none() || untold(variant),
    };
    choose(union, value, &allowed, context);
    Ok(())
}

/// The text of the tag, when there is one. What was read is in `read`.
fn read_until_tag<'de, A: MapAccess<'de>>(
    table: &UnionTable,
    entries: &mut A,
    read: &mut Buffer,
    context: &mut Context,
) -> Result<Option<String>, A::Error> {
    context.enter()?;
    let mut tag = None;
    while tag.is_none()
        && let Some(key) = entries.next_key::<String>()?
    {
        let value = match entries.next_value_seed(AnySeed(&mut *context)) {
            Ok(value) => value,
            Err(error) => return Err(context.failed(Step::Key(key), error)),
        };
        if key == table.tag {
            tag = Some(text(&value));
        }
        read.push(key, value);
    }
    context.leave();
    Ok(tag)
}

/// A tag as a mapping writes it.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Reads what was read already and then the rest into the variant.
fn go_on<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    read: Buffer,
    mut entries: A,
    context: &mut Context,
) -> Result<(), A::Error> {
    if let Target::Record(record) = union.value().target() {
        let mut reading = Reading::new(record, context)?;
        reading
            .read(&mut read.entries())
            .map_err(A::Error::custom)?;
        reading.read(&mut entries)?;
        return reading.finish();
    }
    let value = complete(read, entries, context)?;
    let slot = union.value();
    let seed = Seed { slot, context };
    seed.deserialize(&value).map_err(A::Error::custom)
}

/// The whole object.
fn complete<'de, A: MapAccess<'de>>(
    read: Buffer,
    entries: A,
    context: &mut Context,
) -> Result<Value, A::Error> {
    let mut value = AnySeed(context).visit_map(entries)?;
    if let Value::Object(rest) = &mut value {
        let mut all = read.into_object();
        all.append(rest);
        *rest = all;
    }
    Ok(value)
}

/// Becomes the variant that fits a value best among those that are `allowed`; when none does, the
/// value is kept as it came.
fn choose(
    union: &mut dyn Union,
    value: Value,
    allowed: &dyn Fn(usize) -> bool,
    context: &mut Context,
) {
    let kind = fit::kind(&value);
    let kinds = kinds(union).iter().enumerate();
    let mut fitting: Vec<usize> = kinds
        .filter(|(variant, kinds)| kinds.meets(kind) && allowed(*variant))
        .map(|(variant, _)| variant)
        .collect();
    fitting.retain(|variant| {
        union.turn(*variant);
        fit::admits(union.value(), &value)
    });
    let read = context.with_trials(|context| {
        let chosen = match fitting.as_slice() {
            several @ [_, _, ..] => best(union, several, &value, context),
            all => all.first().copied(),
        };
        chosen.is_some_and(|variant| is_read(union, variant, &value, context))
    });
    if !read {
        union.turn(union.table().variants.len());
        if let Target::Any(place) = union.value().target() {
            *place = value;
        }
    }
}

/// The variant that leaves the least of a value unknown; of several such the first one.
fn best(
    union: &mut dyn Union,
    variants: &[usize],
    value: &Value,
    context: &mut Context,
) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for variant in variants {
        if !context.may_try() {
            break;
        }
        if is_read(union, *variant, value, context) {
            let loose = fit::looseness(union.value().view(), value);
            if best.is_none_or(|(_, least)| loose < least) {
                best = Some((*variant, loose));
            }
        }
    }
    let untried = variants.first().copied().filter(|_| !context.may_try());
    best.map(|(variant, _)| variant).or(untried)
}

/// Reads the value as a variant. A failure leaves no trace.
fn is_read(union: &mut dyn Union, variant: usize, value: &Value, context: &mut Context) -> bool {
    union.turn(variant);
    let slot = union.value();
    context
        .attempt(|context| Seed { slot, context }.deserialize(value))
        .is_ok()
}
