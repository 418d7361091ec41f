//! Values made from a schema: the same for the same seed, bounded, and held against the validator
//! before they go out.
//!
//! Some keywords are only hoped to hold (`not`, `if`): several values are tried, from a rich one
//! to the least that the schema asks for. This module must not know what a value is for.

mod array;
mod flat;
mod kind;
mod merge;
mod number;
mod object;
mod pattern;
mod text;

use serde_json::{Map, Value, json};

use super::bundle::Direction;
use super::chance::Chance;
use super::judge::Compiled;
use super::marks::goes_other_way;
use flat::{Choice, Flat, Keyword};
use jsonschema::Validator;
use kind::{inferred, is_of, keeps};

/// What values are made by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Making<'a> {
    pub(super) seed: u64,
    /// What tells one value from others of the same seed.
    pub(super) key: &'a str,
    pub(super) direction: Direction,
    pub(super) examples: Examples,
}

/// Whether single values are taken from the examples and defaults of their schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Examples {
    Used,
    Ignored,
}

/// Which of the properties that need not be there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Optional {
    /// Near the root all of them.
    Most,
    /// Only those that have to be there.
    None,
}

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unmade(pub(super) String);

/// What each try is like; where all fail there is no value.
const TRIES: [(Examples, Optional); 9] = [
    (Examples::Used, Optional::Most),
    (Examples::Ignored, Optional::Most),
    (Examples::Ignored, Optional::None),
    (Examples::Used, Optional::Most),
    (Examples::Ignored, Optional::Most),
    (Examples::Ignored, Optional::None),
    (Examples::Ignored, Optional::Most),
    (Examples::Ignored, Optional::None),
    (Examples::Ignored, Optional::None),
];

/// A valid value. The error says what kept the last one from being so.
pub(super) fn make(compiled: &Compiled, making: Making<'_>) -> Result<Value, Unmade> {
    let mut last = Unmade("the schema allows no value".to_owned());
    let mut unions = Vec::new();
    for (round, (examples, optional)) in TRIES.into_iter().enumerate() {
        if examples == Examples::Used && making.examples == Examples::Ignored {
            continue;
        }
        let mut maker = Maker {
            root: &compiled.schema,
            chance: Chance::new(making.seed, &[making.key, &round.to_string()]),
            direction: making.direction,
            examples,
            optional,
            round,
            left: STEPS,
            nesting: 0,
            unions: &mut unions,
        };
        match maker.value(&compiled.schema, 0) {
            Ok(value) if compiled.is_valid(&value) => return Ok(value),
            Ok(value) => {
                let faults = compiled.faults(&value, "#");
                let told = faults
                    .first()
                    .map(|it| format!("{}: {}", it.pointer, it.detail));
                last = Unmade(told.unwrap_or_default());
            }
            Err(unmade) => last = unmade,
        }
    }
    Err(last)
}

/// How many values and alternatives one try looks at.
const STEPS: usize = 6_000;

/// From which depth on only what has to be there is.
const DEEP: usize = 3;

/// Deeper values are given up.
const DEEPEST: usize = 48;

/// How deep unions of unions go: each level takes stack.
const MOST_NESTED: usize = 96;

struct Maker<'a> {
    root: &'a Value,
    chance: Chance,
    direction: Direction,
    examples: Examples,
    optional: Optional,
    round: usize,
    left: usize,
    /// How many alternatives are being tried within each other.
    nesting: usize,
    /// Unions that values were held against.
    unions: &'a mut Vec<(Choice, Option<Validator>)>,
}

/// From which round on values of unions are held against them at once.
const CAREFUL: usize = 3;

impl<'a> Maker<'a> {
    fn value(&mut self, schema: &Value, depth: usize) -> Result<Value, Unmade> {
        self.spend(depth)?;
        let mut flat = Flat::default();
        flat.absorb(self.root, schema, self.round)?;
        self.settled(flat, depth)
    }

    fn spend(&mut self, depth: usize) -> Result<(), Unmade> {
        self.left = self.left.saturating_sub(1);
        match (self.left, depth) {
            (0, _) => Err(Unmade("the value would be too large".to_owned())),
            (_, depth) if depth > DEEPEST => Err(Unmade("the value would be too deep".to_owned())),
            _ => Ok(()),
        }
    }

    /// Chooses an alternative of each union, the next one where no value of it is found.
    fn settled(&mut self, mut flat: Flat, depth: usize) -> Result<Value, Unmade> {
        let Some(choice) = flat.choices.pop() else {
            return self.plain(&flat, depth);
        };
        let mut last = Unmade("a union has no alternatives".to_owned());
        for alternative in self.ordered(choice.alternatives.clone(), depth) {
            self.spend(depth)?;
            let mut with = flat.clone();
            with.choose(&alternative);
            match self.nested(with, &alternative, depth) {
                Ok(value) if self.is_one(&choice, &value) => return Ok(value),
                Ok(_) => last = Unmade("a value is of more than one alternative".to_owned()),
                Err(unmade) => last = unmade,
            }
        }
        Err(last)
    }

    fn nested(
        &mut self,
        mut with: Flat,
        alternative: &Value,
        depth: usize,
    ) -> Result<Value, Unmade> {
        if self.nesting >= MOST_NESTED {
            return Err(Unmade("unions nest too deep".to_owned()));
        }
        with.absorb(self.root, alternative, self.round)?;
        self.nesting += 1;
        let made = self.settled(with, depth);
        self.nesting -= 1;
        made
    }

    /// Whether a value is of no other alternative, where that matters. Reading the alternatives
    /// takes a while, so the first rounds hope for it.
    fn is_one(&mut self, choice: &Choice, value: &Value) -> bool {
        if choice.keyword == Keyword::AnyOf || self.round < CAREFUL {
            return true;
        }
        let known = self.unions.iter().position(|(known, _)| known == choice);
        let at = known.unwrap_or_else(|| {
            let defs = self.root.get("$defs").cloned().unwrap_or_default();
            let schema = json!({"oneOf": choice.alternatives, "$defs": defs});
            let validator = super::formats::options().build(&schema).ok();
            self.unions.push((choice.clone(), validator));
            self.unions.len().saturating_sub(1)
        });
        let validator = self.unions.get(at).and_then(|(_, it)| it.as_ref());
        validator.is_none_or(|it| it.is_valid(value))
    }

    /// Alternatives from one that chance picks on; deep down simple ones first. `null` comes last.
    fn ordered(&mut self, mut alternatives: Vec<Value>, depth: usize) -> Vec<Value> {
        let start = self.chance.below(alternatives.len());
        alternatives.rotate_left(start);
        let is_null = |it: &Value| it.get("type").and_then(Value::as_str) == Some("null");
        let is_simple = |it: &Value| {
            let names = it.get("type").map(merge::names).unwrap_or_default();
            it.get("enum").is_some()
                || (!names.is_empty() && !names.iter().any(|it| matches!(*it, "object" | "array")))
        };
        match depth >= DEEP {
            true => alternatives.sort_by_key(|it| !is_simple(it)),
            false => alternatives.sort_by_key(is_null),
        }
        alternatives
    }

    fn plain(&mut self, flat: &Flat, depth: usize) -> Result<Value, Unmade> {
        let map = &flat.map;
        let types = map.get("type").map(merge::names);
        if let Some(constant) = map.get("const") {
            let others = map.get("enum").and_then(Value::as_array);
            let is_other = others.is_some_and(|it| !it.contains(constant));
            let none = || Unmade("a constant is none of those that are allowed".to_owned());
            return (!is_other).then(|| constant.clone()).ok_or_else(none);
        }
        if let Some(Value::Array(values)) = map.get("enum") {
            return self.constant(values, types.as_deref());
        }
        if let Some(value) = self.example(map, types.as_deref(), depth) {
            return Ok(value);
        }
        let ty = self.ty(map, types.as_deref(), depth)?;
        match ty {
            "object" => self.object(flat, depth),
            "array" => self.array(map, depth),
            "string" => text::text(map, &mut self.chance)
                .map(Value::String)
                .map_err(|it| match it {
                    text::Unmade::Pattern(pattern) => {
                        Unmade(format!("no text is found for the pattern `{pattern}`"))
                    }
                    text::Unmade::Length => Unmade("a string would be too long".to_owned()),
                }),
            "integer" => number::integer(map, &mut self.chance)
                .ok_or_else(|| Unmade("no integer lies between the bounds".to_owned())),
            "number" => self.number(map),
            "boolean" => Ok(json!(self.chance.below(2) == 1)),
            _ => Ok(Value::Null),
        }
    }

    /// A number: after a while one that is no integer, for unions that tell the two apart.
    fn number(&mut self, map: &Map<String, Value>) -> Result<Value, Unmade> {
        let none = || Unmade("no number lies between the bounds".to_owned());
        let whole = number::number(map, &mut self.chance).ok_or_else(none)?;
        let other = (self.round >= CAREFUL).then(|| number::fraction(map, &whole));
        Ok(other.flatten().unwrap_or(whole))
    }

    /// One of the constants, rather not `null`.
    fn constant(&mut self, values: &[Value], types: Option<&[&str]>) -> Result<Value, Unmade> {
        let fits =
            |value: &&Value| types.is_none_or(|types| types.iter().any(|ty| is_of(value, ty)));
        let fitting: Vec<&Value> = values.iter().filter(fits).collect();
        let some: Vec<&Value> = fitting.iter().copied().filter(|it| !it.is_null()).collect();
        let picked = self.chance.pick(&some).or(fitting.first());
        let none = || Unmade("none of the constants is of the type".to_owned());
        picked.map(|it| (*it).clone()).ok_or_else(none)
    }

    /// A single value that the schema gives as an example, if it looks like one.
    fn example(
        &self,
        map: &Map<String, Value>,
        types: Option<&[&str]>,
        depth: usize,
    ) -> Option<Value> {
        if self.examples == Examples::Ignored || depth == 0 {
            return None;
        }
        let listed = map.get("examples").and_then(|it| it.get(0));
        let given = map
            .get("example")
            .into_iter()
            .chain(listed)
            .chain(map.get("default"));
        let mut given = given.filter(|value| match value {
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                types.is_none_or(|types| types.iter().any(|ty| is_of(value, ty)))
                    && keeps(map, value)
            }
            Value::Null | Value::Array(_) | Value::Object(_) => false,
        });
        given.next().cloned()
    }

    fn ty<'m>(
        &mut self,
        map: &'m Map<String, Value>,
        types: Option<&[&'m str]>,
        depth: usize,
    ) -> Result<&'m str, Unmade> {
        let Some(types) = types else {
            return Ok(inferred(map, depth));
        };
        let is_null = types.contains(&"null");
        let others: Vec<&str> = types.iter().copied().filter(|it| *it != "null").collect();
        match self.chance.pick(&others) {
            Some(ty) if is_null && depth > DEEP && matches!(*ty, "object" | "array") => Ok("null"),
            Some(ty) => Ok(ty),
            None if is_null => Ok("null"),
            None => Err(Unmade("no type is allowed".to_owned())),
        }
    }

    /// Whether a property is one that only goes the other way.
    fn is_absent(&self, schema: &Value) -> bool {
        let target = schema.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|it| super::shape::target(self.root, it));
        let parts = schema.get("allOf").and_then(Value::as_array);
        goes_other_way(schema, self.direction)
            || target.is_some_and(|it| goes_other_way(it, self.direction))
            || parts.is_some_and(|it| it.iter().any(|it| goes_other_way(it, self.direction)))
    }
}
