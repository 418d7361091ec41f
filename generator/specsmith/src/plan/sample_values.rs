//! Values for samples: those that the description gives, else ones that its types allow.
//!
//! It must not know where a value is sent.

use std::cell::Cell;

use specsmith_openapi::api::{
    Api, Constraints, Example, Field, List, Map, Presence, Record, Scalar, Shape, TypeId, TypeUse,
    Value,
};

use super::fits::{Object, Side, fits, holds};
use super::sample_scalars::{another, scalar_within};

/// What becomes of objects and lists without parts where a value is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Empty {
    /// They are written as such.
    Kept,
    /// Nothing of them is sent: each part of a value is a name with a text of its own.
    Lost,
}

/// A value for a place; `rules` are those that are written there, beside those of the type.
pub(super) fn value(
    api: &Api,
    place: TypeUse,
    rules: Option<&Constraints>,
    side: Side,
    empty: Empty,
) -> Value {
    let maker = Maker {
        api,
        side,
        empty,
        more: Cell::new(MORE),
        left: Cell::new(VALUES),
    };
    maker.value(place, rules.unwrap_or(&Constraints::default()), 0)
}

/// How deep a made value may nest; required cycles end here.
const DEPTH: u32 = 12;

/// How many elements a made value may have beyond the first of each list.
const MORE: u64 = 50;

/// How many values a made value may hold. Nobody reads a longer one, and types in types multiply.
const VALUES: u64 = 2000;

/// How deep in lists an example counts as one of the list.
const LISTS: u32 = 4;

/// Makes a value that a type allows, where no example is given.
struct Maker<'a> {
    api: &'a Api,
    side: Side,
    empty: Empty,
    /// Elements that are left of [`MORE`].
    more: Cell<u64>,
    /// Values that are left of [`VALUES`].
    left: Cell<u64>,
}

impl Maker<'_> {
    fn value(&self, place: TypeUse, rules: &Constraints, depth: u32) -> Value {
        let ty = &self.api[place.ty];
        let left = self.left.get();
        if depth > DEPTH || left == 0 {
            return Value::Null;
        }
        self.left.set(left.saturating_sub(1));
        self.given(place, &ty.examples, ty.default.as_ref())
            .unwrap_or_else(|| self.made(place.ty, rules, depth))
    }

    /// The first value that the description gives and that is one of the type.
    fn given(
        &self,
        place: TypeUse,
        examples: &[Example],
        default: Option<&Value>,
    ) -> Option<Value> {
        let examples = examples.iter().map(|example| &example.value);
        let mut given = examples.chain(default);
        given
            .find(|value| {
                let is_lost = self.empty == Empty::Lost && is_empty(value);
                !is_lost && fits(self.api, place, value, self.side)
            })
            .cloned()
    }

    fn made(&self, id: TypeId, rules: &Constraints, depth: u32) -> Value {
        let next = depth.saturating_add(1);
        let ty = &self.api[id];
        let mut rules = both(rules, &ty.constraints);
        // What all of the value is may be nothing.
        if self.empty == Empty::Lost && depth > 0 {
            rules.min_properties = rules.min_properties.max(Some(1));
        }
        let free = Constraints::default();
        match &ty.shape {
            Shape::Scalar(scalar) => scalar_within(scalar, &rules),
            Shape::List(list) => self.list(list, &rules, next),
            Shape::Tuple(tuple) => {
                let items = tuple.items.iter();
                Value::Array(items.map(|item| self.value(*item, &free, next)).collect())
            }
            Shape::Map(map) => self.map(map, &rules, next),
            Shape::Record(record) => self.record(record, &rules, next),
            Shape::Choice(choice) => choice
                .variants
                .first()
                .map_or(Value::Null, |variant| self.value(variant.ty, &rules, next)),
            Shape::Enumeration(enumeration) => enumeration
                .values
                .first()
                .map_or(Value::Null, |value| value.value.clone()),
            Shape::Any => match self.empty {
                Empty::Kept => Value::Object(serde_json::Map::new()),
                Empty::Lost => scalar_within(&Scalar::String { format: None }, &rules),
            },
        }
    }

    /// One element, or as many as there have to be.
    fn list(&self, list: &List, rules: &Constraints, depth: u32) -> Value {
        if rules.max_items == Some(0) {
            return Value::Array(Vec::new());
        }
        let first = self.value(list.items, &Constraints::default(), depth);
        let mut items = vec![first.clone()];
        for index in 1..=self.more(rules.min_items) {
            match list.unique || rules.unique_items {
                false => items.push(first.clone()),
                true => items.extend(self.another(list.items, &first, index)),
            }
        }
        Value::Array(items)
    }

    /// A value of a type that is not `first`; `None` when none is known.
    fn another(&self, place: TypeUse, first: &Value, index: usize) -> Option<Value> {
        let ty = &self.api[place.ty];
        match &ty.shape {
            Shape::Scalar(scalar) => another(scalar, &ty.constraints, first, index),
            Shape::Enumeration(enumeration) => {
                let values = enumeration.values.iter().map(|it| &it.value);
                let mut others = values.filter(|value| *value != first);
                others.nth(index.saturating_sub(1)).cloned()
            }
            Shape::List(_)
            | Shape::Tuple(_)
            | Shape::Map(_)
            | Shape::Record(_)
            | Shape::Choice(_)
            | Shape::Any => None,
        }
    }

    /// Nothing, or as many keys as there have to be.
    fn map(&self, map: &Map, rules: &Constraints, depth: u32) -> Value {
        let Some(least) = rules.min_properties.filter(|least| *least > 0) else {
            return Value::Object(serde_json::Map::new());
        };
        let value = self.value(map.values, &Constraints::default(), depth);
        let first = ("key".to_owned(), value.clone());
        let others =
            (1..=self.more(Some(least))).map(|index| (format!("key{index}"), value.clone()));
        Value::Object(std::iter::once(first).chain(others).collect())
    }

    /// How many elements have to stand beside the first one, as far as there is room.
    fn more(&self, least: Option<u64>) -> usize {
        let wanted = least.unwrap_or(0).saturating_sub(1).min(self.more.get());
        self.more.set(self.more.get().saturating_sub(wanted));
        usize::try_from(wanted).unwrap_or(0)
    }

    /// What has to be there, what the description has an example of, and as many others as there
    /// have to be.
    fn record(&self, record: &Record, rules: &Constraints, depth: u32) -> Value {
        let written = record
            .fields
            .iter()
            .filter(|field| !self.side.leaves_out(field));
        let fields = written.clone().filter_map(|field| {
            let value = match field.required {
                true => self.field(field, depth),
                false => self.exemplified(field)?,
            };
            Some((field.name.clone(), value))
        });
        let mut fields: serde_json::Map<String, Value> = fields.collect();
        let least = usize::try_from(rules.min_properties.unwrap_or(0)).unwrap_or(usize::MAX);
        for field in written.filter(|field| !field.docs.deprecated) {
            if fields.len() >= least {
                break;
            }
            if !fields.contains_key(&field.name) {
                fields.insert(field.name.clone(), self.field(field, depth));
            }
        }
        for rule in &record.presence {
            self.obey(rule, record, &mut fields, depth);
        }
        Value::Object(fields)
    }

    /// Brings one of the sets of keys that a rule wants, and takes away what it excludes.
    fn obey(&self, rule: &Presence, record: &Record, fields: &mut Object, depth: u32) {
        let field = |key: &String| record.fields.iter().find(|field| field.name == *key);
        let can_stand = |key: &String| {
            field(key).is_some_and(|it| !it.docs.deprecated && !self.side.leaves_out(it))
        };
        let mut sets = rule.sets.iter();
        let held = sets.clone().find(|set| holds(fields, set));
        let Some(chosen) = held.or_else(|| sets.find(|set| set.iter().all(can_stand))) else {
            return;
        };
        for key in chosen {
            if let Some(field) = field(key).filter(|_| !fields.contains_key(key)) {
                fields.insert(key.clone(), self.field(field, depth));
            }
        }
        let others = rule
            .sets
            .iter()
            .filter(|set| rule.exclusive && *set != chosen);
        for set in others {
            let is_free = |key: &&String| {
                !chosen.contains(key) && field(key).is_some_and(|field| !field.required)
            };
            if let Some(key) = set.iter().find(is_free).filter(|_| holds(fields, set)) {
                // The order of the others is that in which they are written.
                fields.shift_remove(key);
            }
        }
    }

    fn field(&self, field: &Field, depth: u32) -> Value {
        self.given(field.ty, &field.examples, field.default.as_ref())
            .unwrap_or_else(|| self.value(field.ty, &field.constraints, depth))
    }

    /// The example of a field that need not be there. Nobody shall learn a deprecated one from it.
    fn exemplified(&self, field: &Field) -> Option<Value> {
        if field.docs.deprecated {
            return None;
        }
        let own = self.given(field.ty, &field.examples, None);
        own.or_else(|| self.example(field.ty, 0))
    }

    /// An example of the type, or a list of one of its elements, `depth` lists deep.
    fn example(&self, place: TypeUse, depth: u32) -> Option<Value> {
        let ty = &self.api[place.ty];
        let own = self.given(place, &ty.examples, None);
        own.or_else(|| match &ty.shape {
            Shape::List(list) if depth < LISTS => {
                let item = self.example(list.items, depth.saturating_add(1))?;
                let is_enough = ty.constraints.min_items.is_none_or(|least| least <= 1);
                is_enough.then(|| Value::Array(vec![item]))
            }
            Shape::List(_)
            | Shape::Scalar(_)
            | Shape::Tuple(_)
            | Shape::Map(_)
            | Shape::Record(_)
            | Shape::Choice(_)
            | Shape::Enumeration(_)
            | Shape::Any => None,
        })
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The rules of a place and those of its type; where both have one, that of the place.
fn both(place: &Constraints, ty: &Constraints) -> Constraints {
    let (place, ty) = (place.clone(), ty.clone());
    let (least, most) = (place.minimum.is_some(), place.maximum.is_some());
    Constraints {
        min_length: place.min_length.or(ty.min_length),
        max_length: place.max_length.or(ty.max_length),
        pattern: place.pattern.or(ty.pattern),
        minimum: place.minimum.or(ty.minimum),
        exclusive_minimum: if least {
            place.exclusive_minimum
        } else {
            ty.exclusive_minimum
        },
        maximum: place.maximum.or(ty.maximum),
        exclusive_maximum: if most {
            place.exclusive_maximum
        } else {
            ty.exclusive_maximum
        },
        multiple_of: place.multiple_of.or(ty.multiple_of),
        min_items: place.min_items.or(ty.min_items),
        max_items: place.max_items.or(ty.max_items),
        unique_items: place.unique_items || ty.unique_items,
        min_properties: place.min_properties.or(ty.min_properties),
        max_properties: place.max_properties.or(ty.max_properties),
    }
}
