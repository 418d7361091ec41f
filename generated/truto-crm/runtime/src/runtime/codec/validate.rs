// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Checks values against the rules of the schema that their types do not show.
//!
//! Only on request: decoding never does it. It must not know any one type.

mod rules;

use std::fmt;

use super::path::{self, Step};
use super::record::Record;
use super::slot::{Entries, List, Slot, View};
use super::table::Constraint;

/// A rule of the schema that a value breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    path: String,
    rule: &'static str,
    message: String,
}

impl Violation {
    /// Where: `phone_numbers[2].number`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Keyword of JSON Schema that is broken, e.g. `maxLength`.
    pub fn rule(&self) -> &str {
        self.rule
    }

    /// What is wrong: `has 12 characters, at most 10 are allowed`.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.path, self.message)
    }
}

/// All rules of the schema that a value breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// No rule is broken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many rules are broken.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Each broken rule, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        self.0.iter()
    }

    /// Adds those of another value.
    #[doc(hidden)]
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// Checks a value and all that it holds.
///
/// Patterns are those of JSON Schema (ECMA-262). One that this crate's engine cannot read, such as
/// one with look-around, is not checked.
///
/// # Errors
///
/// Names every rule that is broken, and where.
pub fn validate(value: &dyn Slot) -> Result<(), Violations> {
    let mut walk = Walk::default();
    walk.value(value.view());
    walk.found.into_result()
}

/// Checks the value of a parameter.
pub fn validate_parameter(
    name: &str,
    value: &dyn Slot,
    rules: &[Constraint],
) -> Result<(), Violations> {
    let mut walk = Walk {
        parameter: name,
        ..Walk::default()
    };
    walk.checked(value.view(), rules);
    walk.found.into_result()
}

#[derive(Default)]
struct Walk<'a> {
    /// Name of the parameter; empty for a body.
    parameter: &'a str,
    /// The way from there, outermost step first.
    steps: Vec<Step>,
    found: Violations,
}

impl Walk<'_> {
    /// A value with rules of its own, and what it holds.
    fn checked(&mut self, view: View<'_>, rules: &[Constraint]) {
        for rule in rules {
            if let Some(message) = rules::broken(view, *rule) {
                let path = path::print(self.parameter, self.steps.iter());
                self.found.0.push(Violation {
                    path,
                    rule: rule.keyword(),
                    message,
                });
            }
        }
        let of_items = rules.iter().find_map(|rule| match rule {
            Constraint::Items(rules) => Some(*rules),
            _ => None,
        });
        let items = of_items.unwrap_or_default();
        match view {
            View::List(list) => self.list(list, items),
            View::Map(map) => self.entries(map, items),
            view => self.value(view),
        }
    }

    fn value(&mut self, view: View<'_>) {
        match view {
            View::Record(record) => self.record(record),
            View::List(list) => self.list(list, &[]),
            View::Map(map) => self.entries(map, &[]),
            View::None
            | View::Null
            | View::Bool(_)
            | View::I64(_)
            | View::U64(_)
            | View::F64(_)
            | View::F32(_)
            | View::Str(_)
            | View::Text(_)
            | View::Enumeration { .. }
            | View::Upload(_)
            | View::Any(_) => {}
        }
    }

    fn record(&mut self, record: &dyn Record) {
        for (index, field) in record.table().fields.iter().enumerate() {
            self.steps.push(Step::Field(field.name()));
            self.checked(record.look(index), field.constraints());
            self.steps.pop();
        }
        if let Some(extra) = record.extra() {
            self.entries(extra, &[]);
        }
    }

    fn list(&mut self, list: &dyn List, items: &[Constraint]) {
        for (index, slot) in (0..list.len()).filter_map(|at| Some((at, list.get(at)?))) {
            self.steps.push(Step::Index(index));
            self.checked(slot.view(), items);
            self.steps.pop();
        }
    }

    fn entries(&mut self, entries: &dyn Entries, items: &[Constraint]) {
        for (key, slot) in (0..entries.len()).filter_map(|at| entries.get(at)) {
            self.steps.push(Step::Key(key.to_owned()));
            self.checked(slot.view(), items);
            self.steps.pop();
        }
    }
}
