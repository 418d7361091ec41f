//! Crates that a configuration made in memory asks for, on the disk.
//!
//! This module must not know what they are for.

use specsmith::config::Config;
use specsmith::files::{self, Output, Real};
use specsmith_openapi::{Report, Sources};

/// Generates and writes what a configuration asks for.
///
/// # Errors
///
/// The findings, where there is no output; what the disk refused.
pub(crate) fn write(config: impl FnOnce(&mut Report) -> Option<Config>) -> Result<(), String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let made = config(&mut report).and_then(|config| {
        let generated = specsmith::generate(&config, &mut sources, &mut report)?;
        Some((config, generated))
    });
    let (config, generated) = made.ok_or_else(|| report.render_text(&sources, false))?;
    let output = Output::of(&config, &generated.files, &sources);
    files::write(&output, &Real)
        .map(|_| ())
        .map_err(|failure| failure.diagnostic().message)
}
