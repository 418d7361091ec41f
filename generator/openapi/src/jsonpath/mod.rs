//! JSONPath (RFC 9535) over the tree: which nodes an expression selects, and where they are.
//!
//! It must not know what the selected nodes are for, nor what any keyword means.

mod compare;
mod cursor;
mod eval;
mod filter;
mod function;
mod parse;
mod syntax;
#[cfg(test)]
mod tests;
mod text;
mod trail;

use crate::read::Node;
use syntax::Segment;

pub(crate) use cursor::Fault;
pub(crate) use eval::TooMany;
pub(crate) use trail::{Step, Trail};

/// An expression that begins with `$`.
#[derive(Debug)]
pub(crate) struct Query(Vec<Segment>);

impl Query {
    /// Reads an expression.
    ///
    /// # Errors
    ///
    /// The first thing that RFC 9535 does not have, with its bytes in `text`.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        parse::query(text).map(Self)
    }

    /// The places that it selects in the tree below `root`, in the order of the expression; a place
    /// that it reaches twice stands twice.
    ///
    /// # Errors
    ///
    /// An expression that visits more nodes than `limit`.
    pub(crate) fn select(&self, root: &Node, limit: u32) -> Result<Vec<Trail>, TooMany> {
        eval::select(&self.0, root, limit)
    }
}
