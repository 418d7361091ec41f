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
    /// How many files a description consists of, overlays not counted.
    pub files: u32,
    /// How deep lists and maps nest; at most 256 are read whatever it says.
    pub depth: u32,
    /// How many values all files of a description have together, keys not counted. What aliases
    /// and overlays add is counted as well.
    pub nodes: u32,
    /// How many values the aliases of YAML add, each counted as what it stands for; 64 bytes of
    /// text count as a value more.
    pub alias_nodes: u32,
    /// How many bytes of description are read once more because several places refer to them.
    pub copied_bytes: u64,
    /// How many types are made of several schemas that hold at once.
    pub merged_types: u32,
}

impl Default for Limits {
    /// 128 MiB, 2,000 files, 128 levels, 4 million values, a million by aliases, 256 MiB of
    /// copies, 5,000 merged types: several times what the largest published descriptions need.
    fn default() -> Self {
        Self {
            file_bytes: 128 << 20,
            files: 2_000,
            depth: 128,
            nodes: 4_000_000,
            alias_nodes: 1_000_000,
            copied_bytes: 256 << 20,
            merged_types: 5_000,
        }
    }
}

/// Every stage descends the tree by recursion, so its depth is bounded for good.
const MAX_DEPTH: u32 = 256;

/// What is left of the limits while the files of a description are read, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Budget {
    limits: Limits,
    depth: u32,
    nodes: u32,
    alias_nodes: u32,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        let depth = limits.depth.min(MAX_DEPTH);
        Self {
            limits: Limits { depth, ..*limits },
            depth: 0,
            nodes: 0,
            alias_nodes: 0,
        }
    }

    /// The limits that it keeps.
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Begins another file: a fault can have left the one before in the middle.
    pub(super) fn begin(&mut self) {
        self.depth = 0;
    }

    /// Goes into a list or map.
    pub(super) fn enter(&mut self, at: Origin) -> Result<(), Box<Diagnostic>> {
        if self.depth >= self.limits.depth {
            return Err(Box::new(too_deep(self.limits.depth, at)));
        }
        self.depth += 1;
        Ok(())
    }

    /// Comes out of a list or map.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Counts values.
    pub(crate) fn spend(&mut self, nodes: u32, at: Origin) -> Result<(), Box<Diagnostic>> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > self.limits.nodes {
            return Err(Box::new(too_many(self.limits.nodes, at)));
        }
        Ok(())
    }

    /// Counts what an alias adds.
    pub(super) fn spend_alias(&mut self, nodes: u32, at: Origin) -> Result<(), Box<Diagnostic>> {
        self.alias_nodes = self.alias_nodes.saturating_add(nodes);
        if self.alias_nodes > self.limits.alias_nodes {
            return Err(Box::new(too_many_aliases(self.limits.alias_nodes, at)));
        }
        self.spend(nodes, at)
    }
}

/// Lists and maps that nest deeper than `limit`.
pub(crate) fn too_deep(limit: u32, at: Origin) -> Diagnostic {
    Diagnostic::fatal(
        codes::TOO_DEEP,
        at,
        format!("lists and maps nest deeper than {limit} levels"),
        "move the inner parts into components and refer to them with `$ref`, or raise the limit \
         `depth`",
    )
}

fn too_many(limit: u32, at: Origin) -> Diagnostic {
    Diagnostic::fatal(
        codes::TOO_MANY_VALUES,
        at,
        format!("the description has more than {limit} values"),
        "aliases count as what they stand for: write fewer of them, split the description, or \
         raise the limit `nodes`",
    )
}

fn too_many_aliases(limit: u32, at: Origin) -> Diagnostic {
    Diagnostic::fatal(
        codes::TOO_MANY_ALIASES,
        at,
        format!("aliases stand for more than {limit} values"),
        "refer to components with `$ref`, or raise the limit `alias-nodes`",
    )
}

/// A description of more files than `limit`.
pub(super) fn too_many_files(limit: u32, at: Origin) -> Diagnostic {
    Diagnostic::error(
        codes::TOO_MANY_FILES,
        at,
        format!("the description consists of more than {limit} files"),
        "put parts into fewer files, or raise the limit `files`; this one is not read",
    )
}
