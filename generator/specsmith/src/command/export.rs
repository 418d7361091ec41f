//! `templates export`: the built-in templates, for a folder to lay over them.
//!
//! This module must not know what a template holds.

use std::path::Path;

use specsmith_openapi::{Report, Sources};

use super::{Status, Terminal};
use crate::files::{self, Files, Real};
use crate::render::BUILT_IN;

/// Writes the built-in templates into a folder. One that is there with other contents is not
/// replaced: then nothing is written.
pub fn export_templates(folder: &Path, terminal: &mut Terminal<'_>) -> Status {
    let mut report = Report::new();
    let mut files = Files::new();
    for (name, text) in BUILT_IN {
        // The runtime is not laid over: it is no template.
        if name.ends_with(".tera") || *name == "README.md" {
            // Names of files of this repository hold.
            let _ = files.insert(*name, *text);
        }
    }
    match files::export(&files, folder, &Real) {
        Ok(written) => {
            let count = written.len();
            let lines: String = written
                .iter()
                .map(|path| format!("written   {path}\n"))
                .collect();
            terminal.result(&format!("{lines}{count} of {} written\n", files.len()));
            Status::Done
        }
        Err(failure) => {
            report.push(failure.diagnostic());
            terminal.findings(&report, &Sources::new());
            Status::Fatal
        }
    }
}
