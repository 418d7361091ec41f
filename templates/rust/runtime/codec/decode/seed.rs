//! Reads one value into a slot, whatever it is.
//!
//! It must not know formats: it asks a [`Deserializer`] for what the slot wants.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::super::enumeration::Enumeration;
use super::super::path::Step;
use super::super::slot::{Entries, List, Optional, Slot, Target, Text};
use super::any::AnySeed;
use super::context::Context;
use super::number::{FloatVisitor, IntegerVisitor};
use super::record::RecordVisitor;
use super::union::UnionVisitor;

/// Reads into a slot.
pub(super) struct Seed<'a> {
    pub(super) slot: &'a mut dyn Slot,
    pub(super) context: &'a mut Context,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let context = self.context;
        match self.slot.target() {
            Target::Str(place) => deserializer.deserialize_string(StrVisitor(place)),
            Target::Optional(optional) => {
                deserializer.deserialize_option(OptionalVisitor { optional, context })
            }
            Target::Record(record) => {
                deserializer.deserialize_map(RecordVisitor { record, context })
            }
            Target::List(list) => deserializer.deserialize_seq(ListVisitor { list, context }),
            Target::Enumeration { place, .. } => {
                deserializer.deserialize_str(EnumerationVisitor(place))
            }
            Target::Any(place) => {
                *place = AnySeed(context).deserialize(deserializer)?;
                Ok(())
            }
            Target::Map(map) => deserializer.deserialize_map(MapVisitor { map, context }),
            Target::Bool(place) => deserializer.deserialize_bool(BoolVisitor(place)),
            Target::Integer(place) if place.is_signed() => {
                deserializer.deserialize_i64(IntegerVisitor(place))
            }
            Target::Integer(place) => deserializer.deserialize_u64(IntegerVisitor(place)),
            Target::Float(place) => deserializer.deserialize_f64(FloatVisitor(place)),
            Target::Text(place) => deserializer.deserialize_str(TextVisitor(place)),
            Target::Union(union) => deserializer.deserialize_any(UnionVisitor { union, context }),
            Target::Constant(place) => {
                let value = AnySeed(context).deserialize(deserializer)?;
                let refused = || D::Error::custom("a value that is none of the constants");
                place.set(value).then_some(()).ok_or_else(refused)
            }
            Target::Never => Err(D::Error::custom("this value can only be written")),
        }
    }
}

/// The place to fill, or the error that never happens (see [`Slot`]).
pub(super) fn place<E: Error>(slot: Option<&mut dyn Slot>) -> Result<&mut dyn Slot, E> {
    slot.ok_or_else(|| E::custom("there is no place for this value"))
}

struct StrVisitor<'a>(&'a mut String);

impl Visitor<'_> for StrVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        *self.0 = text.to_owned();
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        *self.0 = text;
        Ok(())
    }
}

struct BoolVisitor<'a>(&'a mut bool);

impl Visitor<'_> for BoolVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        *self.0 = value;
        Ok(())
    }
}

struct TextVisitor<'a>(&'a mut dyn Text);

impl Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0
            .set(text)
            .map_err(|expected| E::invalid_value(Unexpected::Str(text), &expected))
    }
}

struct EnumerationVisitor<'a>(&'a mut dyn Enumeration);

impl Visitor<'_> for EnumerationVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.set(text);
        Ok(())
    }
}

struct OptionalVisitor<'a> {
    optional: &'a mut dyn Optional,
    context: &'a mut Context,
}

impl<'de> Visitor<'de> for OptionalVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.optional.set_null();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed {
            slot: place(self.optional.fill())?,
            context: self.context,
        }
        .deserialize(deserializer)
    }
}

struct ListVisitor<'a> {
    list: &'a mut dyn List,
    context: &'a mut Context,
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        self.context.enter()?;
        let mut index = 0;
        loop {
            let seed = ElementSeed {
                list: &mut *self.list,
                index,
                context: &mut *self.context,
            };
            match elements.next_element_seed(seed) {
                Ok(Some(())) => index += 1,
                Ok(None) => break,
                Err(error) => return Err(self.context.failed(Step::Index(index), error)),
            }
        }
        if let Some(size) = self.list.size().filter(|size| *size != index) {
            return Err(A::Error::invalid_length(index, &Size(size)));
        }
        self.context.leave();
        Ok(())
    }
}

/// As many elements as there have to be.
struct Size(usize);

impl serde::de::Expected for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an array of {}", self.0)
    }
}

/// Fills an element once it is known that there is one.
struct ElementSeed<'a> {
    list: &'a mut dyn List,
    index: usize,
    context: &'a mut Context,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Some(size) = self.list.size().filter(|size| *size <= self.index) {
            return Err(D::Error::invalid_length(self.index + 1, &Size(size)));
        }
        Seed {
            slot: place(self.list.place(self.index))?,
            context: self.context,
        }
        .deserialize(deserializer)
    }
}

struct MapVisitor<'a> {
    map: &'a mut dyn Entries,
    context: &'a mut Context,
}

impl<'de> Visitor<'de> for MapVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.context.enter()?;
        while let Some(key) = entries.next_key::<String>()? {
            read_entry(self.map, key, self.context, &mut entries)?;
        }
        self.context.leave();
        Ok(())
    }
}

/// Reads the value of an entry with a free key. Of two entries with one key, the last one stays.
pub(super) fn read_entry<'de, A: MapAccess<'de>>(
    map: &mut dyn Entries,
    key: String,
    context: &mut Context,
    access: &mut A,
) -> Result<(), A::Error> {
    let position = map.insert(key);
    let slot = place(map.slot(position))?;
    access
        .next_value_seed(Seed {
            slot,
            context: &mut *context,
        })
        .map_err(|error| {
            let key = map.get(position).map_or("", |(key, _)| key);
            context.failed(Step::Key(key.to_owned()), error)
        })
}
