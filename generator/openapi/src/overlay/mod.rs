//! Changes that a maintainer lays over a description (Overlay Specification 1.0 and 1.1).
//!
//! Applied to the tree as it was read, before any keyword of the description is looked at. What an
//! overlay writes keeps its place in the overlay. This module must not know any keyword of OpenAPI.

mod apply;
mod document;
mod extends;
mod merge;

use crate::read::{Document, Named, Sources, tree};
use crate::report::{Origin, Report};
use document::Overlay;

/// Reads an overlay and applies its actions, in the order written.
///
/// An action that cannot be applied is an error and changes nothing. `None` when the file is no
/// overlay, or one that is not read: `report` then has a fatal finding. To be called before
/// [`link`](crate::read::link): what an overlay writes may refer to other files.
pub fn apply(
    document: &mut Document,
    name: Named<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<()> {
    let (file, root) = tree(name, &mut document.budget, sources, report)?;
    let overlay = Overlay::of(&root, report)?;
    extends::check(&overlay, document, name.path, sources, report);
    document.overlays.push(file);
    for action in &overlay.actions {
        let mut run = apply::Run {
            document,
            sources,
            report,
        };
        run.action(action, overlay.version);
    }
    Some(())
}

/// Where findings about an overlay go.
struct Sink<'r> {
    report: &'r mut Report,
}

impl Sink<'_> {
    fn error(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = crate::report::Diagnostic::error(code, at, message, help);
        self.report.push(diagnostic);
    }

    fn warn(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = crate::report::Diagnostic::warning(code, at, message, help);
        self.report.push(diagnostic);
    }
}
