//! How one document ended: the rows of the table.
//!
//! This module must not know how it came to be.

use serde::{Deserialize, Serialize};

use super::calls::Called;
use super::documents::Document;
use super::examples::Fidelity;
use crate::process::Cost;

/// How one document ended.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    pub(super) document: Document,
    pub(super) verdict: Verdict,
    /// What people need to know about a failure.
    pub(super) detail: String,
    /// What the generator said of it; empty when it did not get that far.
    pub(super) generated: Generated,
    pub(super) cost: Cost,
    /// What compiling it cost, when it was compiled.
    pub(super) compiled: Option<Cost>,
    /// How its examples fared, when they were tested.
    pub(super) fidelity: Option<Fidelity>,
    /// How its calls fared, when they were made.
    pub(super) called: Option<Called>,
}

/// What the process of one document prints.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Generated {
    /// There is an output.
    pub(super) complete: bool,
    /// There is none, since nothing is described.
    pub(super) empty: bool,
    pub(super) fatal: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// Operations whose body and answer have a type.
    pub(super) typed: usize,
    /// Operations of which a part is bytes.
    pub(super) degraded: usize,
    /// Keywords that are not expressed.
    pub(super) unexpressed: usize,
    /// Lines of Rust, the runtime and the tests included.
    pub(super) lines: usize,
    /// Peak of resident memory in bytes.
    pub(super) memory: u64,
    /// The findings as they are pinned.
    pub(super) findings: String,
}

/// How a document ended, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Passed,
    /// It describes nothing, which is said, and nothing is written.
    Empty,
    /// Findings stopped it.
    Fatal,
    /// The generator panicked or overflowed its stack.
    Crashed,
    TimedOut,
    OutOfMemory,
    /// Its crate has errors.
    DoesNotCompile,
    /// Its crate has warnings.
    Warned,
    /// Its crate does not write all valid examples as it read them.
    #[cfg_attr(
        not(feature = "examples"),
        expect(dead_code, reason = "nothing judges")
    )]
    ExamplesMissed,
    /// Its operations were not called.
    #[cfg_attr(not(feature = "mock"), expect(dead_code, reason = "nothing is called"))]
    NotCalled,
    /// Calls failed that should not.
    CallsFailed,
    /// Its findings, or its calls, are not as they are pinned.
    NotAsPinned,
}

impl Outcome {
    /// Whether all is as it should be.
    pub(super) fn passed(&self) -> bool {
        matches!(self.verdict, Verdict::Passed | Verdict::Empty)
    }

    /// Records a failure; the first one stands.
    pub(super) fn fail(&mut self, verdict: Verdict, detail: String) {
        if self.passed() {
            self.verdict = verdict;
            self.detail = detail;
        }
    }
}

impl Verdict {
    /// The word for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Empty => "empty",
            Self::Fatal => "fatal",
            Self::Crashed => "crashed",
            Self::TimedOut => "timed out",
            Self::OutOfMemory => "out of memory",
            Self::DoesNotCompile => "does not compile",
            Self::Warned => "warnings",
            Self::ExamplesMissed => "examples missed",
            Self::NotCalled => "not called",
            Self::CallsFailed => "calls failed",
            Self::NotAsPinned => "not as pinned",
        }
    }
}
