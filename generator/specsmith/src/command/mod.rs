//! The commands: what `specsmith` and the maintainer's own tasks of a repository run.
//!
//! Each takes plain options and a [`Terminal`] and returns how it ended. This module must not
//! parse flags.

mod export;
mod generate;
mod idle;
mod inspect;
#[cfg(feature = "mock")]
mod mock;
mod terminal;
mod tolerance;

use std::path::Path;

use specsmith_openapi::read::codes;
use specsmith_openapi::{Diagnostic, Report, Sources};

use crate::config::Config;

pub use export::export_templates;
pub use generate::{Gen, Wanted, check, watch, write};
pub use inspect::{Format, Looked, ir, lint};
#[cfg(feature = "mock")]
pub use mock::{Mocked, mock};
pub use terminal::Terminal;

/// Without its feature this program has no server.
#[cfg(not(feature = "mock"))]
pub fn mock(terminal: &mut Terminal<'_>) -> Status {
    terminal.note(
        "this program was built without the feature `mock`: `cargo install --path generator/specsmith \
         --features mock` builds it with a server",
    );
    Status::Fatal
}

/// Lets the thread that calls this take part in what is done in parallel, for which it would wait
/// otherwise. For `main`, once: the threads of a program are shared by all of it.
pub fn take_part() {
    // Fails where they were there before, which are as good.
    let _ = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .build_global();
}

/// The configuration of a file. Where there is none, the help says what needs none, too.
fn configuration(
    path: &Path,
    instead: &str,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Config> {
    let mut own = Report::new();
    let config = Config::load(path, sources, &mut own);
    for finding in own.diagnostics().iter().cloned() {
        let help = match finding.code {
            codes::FILE_MISSING => format!("{}; {instead}", finding.help),
            _ => finding.help,
        };
        report.push(Diagnostic { help, ..finding });
    }
    config
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// As asked.
    Done,
    /// A check failed: output that is not current, errors where none are tolerated.
    Failed,
    /// Nothing could be done.
    Fatal,
}

impl Status {
    /// The exit status of a process that ends so.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Fatal => 2,
        }
    }
}
