//! How much a description may ask for, and the account of it while a file is read.
//!
//! It must not know which format a file has.

use crate::read::codes;
use crate::report::{Diagnostic, Origin};

/// How much a description may ask for. Files come from elsewhere: no file may exhaust memory or
/// the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of a file in bytes; at most 4 GiB are read whatever it says.
    pub file_bytes: u64,
    /// How deep lists and maps nest; at most 256 are read whatever it says.
    pub depth: u32,
    /// How many values a document has, keys not counted. A YAML alias counts as what it stands
    /// for, and there 64 bytes of text count as a value more.
    pub nodes: u32,
}

impl Default for Limits {
    /// 128 MiB, 128 levels, 4 million values: several times the largest published descriptions.
    fn default() -> Self {
        Self {
            file_bytes: 128 << 20,
            depth: 128,
            nodes: 4_000_000,
        }
    }
}

/// Every stage descends the tree by recursion, so its depth is bounded for good.
const MAX_DEPTH: u32 = 256;

/// What is left of the limits.
#[derive(Debug)]
pub(super) struct Budget {
    limits: Limits,
    depth: u32,
    nodes: u32,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        let depth = limits.depth.min(MAX_DEPTH);
        Self {
            limits: Limits { depth, ..*limits },
            depth: 0,
            nodes: 0,
        }
    }

    /// Goes into a list or map.
    pub(super) fn enter(&mut self, at: Origin) -> Result<(), Box<Diagnostic>> {
        if self.depth >= self.limits.depth {
            return Err(self.too_deep(at));
        }
        self.depth += 1;
        Ok(())
    }

    /// Comes out of a list or map.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Counts values.
    pub(super) fn spend(&mut self, nodes: u32, at: Origin) -> Result<(), Box<Diagnostic>> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > self.limits.nodes {
            return Err(self.too_many(at));
        }
        Ok(())
    }

    fn too_deep(&self, at: Origin) -> Box<Diagnostic> {
        Box::new(Diagnostic::fatal(
            codes::TOO_DEEP,
            at,
            format!(
                "lists and maps nest deeper than {} levels",
                self.limits.depth
            ),
            "move the inner parts into components and refer to them with `$ref`",
        ))
    }

    fn too_many(&self, at: Origin) -> Box<Diagnostic> {
        Box::new(Diagnostic::fatal(
            codes::TOO_MANY_VALUES,
            at,
            format!("the document has more than {} values", self.limits.nodes),
            "aliases count as what they stand for: write fewer of them, or split the document",
        ))
    }
}
