//! Expressions taken apart (RFC 9535, section 2).
//!
//! It must not know how they are written or applied.

use crate::read::Value;

/// One step of a query.
#[derive(Debug)]
pub(super) enum Segment {
    /// Of the nodes right below.
    Children(Vec<Selector>),
    /// Of the node and all below.
    Descendants(Vec<Selector>),
}

/// What a segment takes of a node.
#[derive(Debug)]
pub(super) enum Selector {
    Name(String),
    Wildcard,
    /// From the end when it is negative.
    Index(i64),
    Slice {
        start: Option<i64>,
        end: Option<i64>,
        step: i64,
    },
    Filter(Logical),
}

/// What is true or false of a node.
#[derive(Debug)]
pub(super) enum Logical {
    Or(Vec<Logical>),
    And(Vec<Logical>),
    Not(Box<Logical>),
    Compare(Comparable, Operator, Comparable),
    Exists(Path),
    /// `match` and `search`.
    Matches {
        text: Comparable,
        pattern: Comparable,
        whole: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A side of a comparison: one value, or nothing.
#[derive(Debug)]
pub(super) enum Comparable {
    Literal(Value),
    /// A path that selects one node at most.
    Path(Path),
    Length(Box<Comparable>),
    Count(Path),
    Value(Path),
}

/// A query inside of a filter.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) start: Start,
    pub(super) segments: Vec<Segment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// `$`
    Root,
    /// `@`
    Current,
}

impl Path {
    /// Whether it selects one node at most, whatever the tree is (section 2.3.5.1).
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| match segment {
            Segment::Children(selectors) => matches!(
                selectors.as_slice(),
                [Selector::Name(_) | Selector::Index(_)]
            ),
            Segment::Descendants(_) => false,
        })
    }
}
