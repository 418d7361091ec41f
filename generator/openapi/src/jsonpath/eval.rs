//! Applies a query to a tree (RFC 9535, sections 2.3 and 2.5).
//!
//! It must not know how a query is written.

use super::compare;
use super::syntax::{Comparable, Logical, Path, Segment, Selector, Start};
use super::trail::{Step, Trail};
use crate::read::{Node, Number, Value};

/// More nodes were visited than may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany;

pub(super) fn select(segments: &[Segment], root: &Node, limit: u32) -> Result<Vec<Trail>, TooMany> {
    let mut run = Run { root, left: limit };
    let found = run.follow(segments, Found::root(root))?;
    Ok(found.into_iter().map(|found| found.trail).collect())
}

/// A node with its place.
#[derive(Clone)]
struct Found<'n> {
    node: &'n Node,
    trail: Trail,
}

impl<'n> Found<'n> {
    fn root(node: &'n Node) -> Self {
        Self {
            node,
            trail: Trail::root(),
        }
    }

    fn below(&self, node: &'n Node, step: Step) -> Self {
        Self {
            node,
            trail: self.trail.below(step),
        }
    }

    fn children(&self) -> Vec<Self> {
        match &self.node.value {
            Value::List(items) => {
                let items = items.iter().enumerate();
                items
                    .map(|(position, item)| self.below(item, Step::Index(position)))
                    .collect()
            }
            Value::Map(map) => {
                let entries = map.iter();
                entries
                    .map(|entry| self.below(&entry.value, Step::Key(entry.key.text.clone())))
                    .collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        }
    }
}

/// One application: the tree, and how many nodes may still be visited.
struct Run<'n> {
    root: &'n Node,
    left: u32,
}

/// The value of a side of a comparison; `None` is what RFC 9535 calls Nothing.
type Operand<'a> = Option<std::borrow::Cow<'a, Value>>;

impl<'n> Run<'n> {
    fn visit(&mut self) -> Result<(), TooMany> {
        self.left = self.left.checked_sub(1).ok_or(TooMany)?;
        Ok(())
    }

    fn follow(&mut self, segments: &[Segment], from: Found<'n>) -> Result<Vec<Found<'n>>, TooMany> {
        let mut here = vec![from];
        for segment in segments {
            let mut next = Vec::new();
            for found in &here {
                match segment {
                    Segment::Children(selectors) => self.apply(selectors, found, &mut next)?,
                    Segment::Descendants(selectors) => self.descend(selectors, found, &mut next)?,
                }
            }
            here = next;
        }
        Ok(here)
    }

    fn descend(
        &mut self,
        selectors: &[Selector],
        from: &Found<'n>,
        next: &mut Vec<Found<'n>>,
    ) -> Result<(), TooMany> {
        let mut waiting = vec![from.clone()];
        while let Some(found) = waiting.pop() {
            self.apply(selectors, &found, next)?;
            waiting.extend(found.children().into_iter().rev());
        }
        Ok(())
    }

    fn apply(
        &mut self,
        selectors: &[Selector],
        from: &Found<'n>,
        next: &mut Vec<Found<'n>>,
    ) -> Result<(), TooMany> {
        self.visit()?;
        for selector in selectors {
            match selector {
                Selector::Name(name) => {
                    let node = from.node.get(name);
                    next.extend(node.map(|it| from.below(it, Step::Key(name.as_str().into()))));
                }
                Selector::Index(index) => next.extend(item(from, *index)),
                Selector::Slice { start, end, step } => {
                    let items = from.node.as_list().unwrap_or_default();
                    let positions = slice(items.len(), *start, *end, *step);
                    next.extend(positions.filter_map(|index| item(from, index)));
                }
                Selector::Wildcard => next.extend(from.children()),
                Selector::Filter(test) => {
                    for child in from.children() {
                        self.visit()?;
                        if self.holds(test, child.node)? {
                            next.push(child);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn holds(&mut self, test: &Logical, current: &'n Node) -> Result<bool, TooMany> {
        Ok(match test {
            Logical::Or(any) => {
                for test in any {
                    if self.holds(test, current)? {
                        return Ok(true);
                    }
                }
                false
            }
            Logical::And(all) => {
                for test in all {
                    if !self.holds(test, current)? {
                        return Ok(false);
                    }
                }
                true
            }
            Logical::Not(test) => !self.holds(test, current)?,
            Logical::Exists(path) => !self.nodes(path, current)?.is_empty(),
            Logical::Compare(left, operator, right) => {
                let left = self.operand(left, current)?;
                let right = self.operand(right, current)?;
                compare::holds(left.as_deref(), *operator, right.as_deref())
            }
            Logical::Matches {
                text,
                pattern,
                whole,
            } => {
                let text = self.operand(text, current)?;
                let pattern = self.operand(pattern, current)?;
                compare::matches(text.as_deref(), pattern.as_deref(), *whole)
            }
        })
    }

    fn nodes(&mut self, path: &Path, current: &'n Node) -> Result<Vec<Found<'n>>, TooMany> {
        let start = match path.start {
            Start::Root => self.root,
            Start::Current => current,
        };
        self.follow(&path.segments, Found::root(start))
    }

    fn operand<'a>(
        &mut self,
        side: &'a Comparable,
        current: &'n Node,
    ) -> Result<Operand<'a>, TooMany>
    where
        'n: 'a,
    {
        use std::borrow::Cow;
        let number = |count: usize| Cow::Owned(Value::Number(Number::from(count as u64)));
        Ok(match side {
            Comparable::Literal(value) => Some(Cow::Borrowed(value)),
            Comparable::Path(path) | Comparable::Value(path) => {
                match self.nodes(path, current)?.as_slice() {
                    [one] => Some(Cow::Borrowed(&one.node.value)),
                    _ => None,
                }
            }
            Comparable::Count(path) => Some(number(self.nodes(path, current)?.len())),
            Comparable::Length(of) => {
                let of = self.operand(of, current)?;
                of.as_deref().and_then(compare::length).map(number)
            }
        })
    }
}

/// An item of a list, from its end when the index is negative.
fn item<'n>(from: &Found<'n>, index: i64) -> Option<Found<'n>> {
    let items = from.node.as_list()?;
    let length = i64::try_from(items.len()).ok()?;
    let position = if index < 0 { index + length } else { index };
    let position = usize::try_from(position).ok()?;
    Some(from.below(items.get(position)?, Step::Index(position)))
}

/// The positions of a slice (section 2.3.4.2.2).
fn slice(
    length: usize,
    start: Option<i64>,
    end: Option<i64>,
    step: i64,
) -> impl Iterator<Item = i64> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let normal = |index: i64| {
        if index < 0 {
            index.saturating_add(length)
        } else {
            index
        }
    };
    let (first, last) = if step >= 0 {
        let first = normal(start.unwrap_or(0)).clamp(0, length);
        (first, normal(end.unwrap_or(length)).clamp(0, length))
    } else {
        let first = normal(start.unwrap_or(length - 1)).clamp(-1, length - 1);
        let last = end.map_or(-1, |end| normal(end).clamp(-1, length - 1));
        (first, last)
    };
    let within = move |index: &i64| match step {
        0 => false,
        1.. => *index < last,
        _ => *index > last,
    };
    std::iter::successors(Some(first), move |index| index.checked_add(step))
        .take_while(within)
        .filter(|index| *index >= 0)
}
