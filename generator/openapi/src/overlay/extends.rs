//! Whether an overlay is meant for the description that it is laid over.
//!
//! It must not open a file.

use std::path::{Component, Path, PathBuf};

use super::document::Overlay;
use crate::codes;
use crate::read::{Document, Node, Sources};
use crate::report::{Diagnostic, Report};
use crate::uri;

/// Reports an overlay that names another file. A URL tells only where the description comes from.
pub(super) fn check(
    overlay: &Overlay<'_>,
    document: &Document,
    path: &Path,
    sources: &Sources,
    report: &mut Report,
) {
    let Some(node) = overlay.extends else { return };
    let written = node.as_str().unwrap_or_default();
    let own = document.root.get("$self").and_then(Node::as_str);
    if uri::is_absolute(written) || own == Some(written) {
        return;
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let meant = plain(&folder.join(&*uri::percent_decode(written)));
    let described = sources.path(document.file);
    if meant != plain(described) {
        report.push(Diagnostic::warning(
            codes::OVERLAY_EXTENDS,
            node.origin,
            format!(
                "the overlay extends `{written}`, and is laid over `{}`",
                described.display()
            ),
            "correct the path, which is taken from the folder of the overlay, or list the overlay \
             at the other description",
        ));
    }
}

/// The path without `.`, and with `..` taken back where that can be seen.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
