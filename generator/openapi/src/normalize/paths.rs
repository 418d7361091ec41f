//! Whether a description says what can be called.
//!
//! It must not know what a path holds.

use super::context::Context;
use super::keyword::Dialect;
use super::tables::table;
use super::{root_kind, version_place};
use crate::codes;
use crate::read::Node;
use crate::report::{Diagnostic, Origin, suggest};

/// Reports that a description has no `paths` where it cannot do without. Since 3.1 it may be of
/// types or webhooks alone.
pub(super) fn report_missing(root: &mut Node, cx: &mut Context<'_>) {
    if root.get("paths").is_some() {
        return;
    }
    if let Some((text, at)) = misspelt(root, cx.dialect) {
        report_misspelt(root, &text, at, cx);
        return;
    }
    let has = |key| root.get(key).is_some();
    let has_parts = has("components") || has("definitions") || has("webhooks");
    let make = match cx.dialect {
        _ if !has_parts => Diagnostic::fatal,
        Dialect::V20 | Dialect::V30 => Diagnostic::error,
        Dialect::V31 | Dialect::V32 => return,
    };
    cx.report.push(make(
        codes::MISSING_PATHS,
        Some(version_place(root, root_kind(cx.dialect).1)),
        "the description has no `paths`".to_owned(),
        "add `paths`; without it there is nothing to call".to_owned(),
    ));
}

/// The key that was meant to be `paths`, and where it stands.
fn misspelt(root: &Node, dialect: Dialect) -> Option<(String, Origin)> {
    let table = table(root_kind(dialect).0);
    let is_unknown = |text: &str| table.keyword(text).is_none() && !text.starts_with("x-");
    let entries = root.as_map()?.entries().iter();
    let mut unknown = entries.filter(|entry| is_unknown(&entry.key.text));
    let entry =
        unknown.find(|entry| suggest(&entry.key.text, table.names(dialect)) == Some("paths"))?;
    Some((entry.key.text.to_string(), entry.key.origin))
}

/// Fatal, since the output would lose every operation. What stands there is looked at as if it were
/// written rightly, so that this is not all that is found.
fn report_misspelt(root: &mut Node, text: &str, at: Origin, cx: &mut Context<'_>) {
    cx.report.push(Diagnostic::fatal(
        codes::MISSING_PATHS,
        at,
        format!("the description has no `paths`, but `{text}`"),
        "did you mean `paths`? without it there is nothing to call",
    ));
    if let Some(map) = root.as_map_mut() {
        map.rename(text, "paths");
    }
}
