//! What an overlay says, with a finding for each thing that it says wrongly.
//!
//! It must not know the description.

use super::Sink;
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::{Diagnostic, Origin, Report, clip, suggest};

/// A version of the Overlay Specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    V10,
    V11,
}

/// An overlay whose keywords are checked.
pub(super) struct Overlay<'n> {
    pub(super) version: Version,
    pub(super) extends: Option<&'n Node>,
    pub(super) actions: Vec<Action<'n>>,
}

/// One change.
pub(super) struct Action<'n> {
    pub(super) target: &'n Node,
    pub(super) change: Change<'n>,
}

/// What is done with each target.
pub(super) enum Change<'n> {
    Update(&'n Node),
    /// A path to what is merged in.
    Copy(&'n Node),
    Remove,
}

const KEYWORDS: [&str; 4] = ["overlay", "info", "extends", "actions"];
const INFO: [&str; 3] = ["title", "version", "description"];
const ACTION: [&str; 5] = ["target", "description", "update", "copy", "remove"];

impl<'n> Overlay<'n> {
    /// `None` when it is none that is read, which is fatal.
    pub(super) fn of(root: &'n Node, report: &mut Report) -> Option<Self> {
        let Some(map) = root.as_map() else {
            let message = format!("an overlay is a map, found {}", root.kind());
            report.push(not_an_overlay(root.origin, message));
            return None;
        };
        let version = version(map, root.origin, report)?;
        let sink = &mut Sink { report };
        report_unknown(map, "an overlay", &KEYWORDS, sink);
        check_info(map, sink);
        let extends = map
            .get("extends")
            .filter(|node| is_text(node, "extends", sink));
        Some(Self {
            version,
            extends,
            actions: actions(map, version, sink),
        })
    }
}

fn not_an_overlay(at: Origin, message: String) -> Diagnostic {
    let help = "begin the file with `overlay: 1.0.0`, `info` and `actions`";
    Diagnostic::fatal(codes::OVERLAY_DOCUMENT, at, message, help)
}

fn version(map: &Map, at: Origin, report: &mut Report) -> Option<Version> {
    let Some(entry) = map.entry("overlay") else {
        let at = map.entries().first().map_or(at, |entry| entry.key.origin);
        let message = "this is no overlay: it has no `overlay` key".to_owned();
        report.push(not_an_overlay(at, message));
        return None;
    };
    let written = match &entry.value.value {
        Value::String(text) => text.as_str(),
        Value::Number(number) => number.as_str(),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Map(_) => "",
    };
    let mut parts = written.trim().split('.');
    match (parts.next(), parts.next()) {
        (Some("1"), Some("0") | None) => Some(Version::V10),
        (Some("1"), Some("1")) => Some(Version::V11),
        (Some("1"), Some(minor)) if minor.parse::<u8>().is_ok() => {
            let message = format!("version `{written}` of Overlay is read as version 1.1");
            let help = "what it adds is reported as unknown where it stands";
            report.push(Diagnostic::warning(
                codes::NEWER_VERSION,
                entry.value.origin,
                message,
                help,
            ));
            Some(Version::V11)
        }
        _ => {
            report.push(Diagnostic::fatal(
                codes::UNSUPPORTED_VERSION,
                entry.value.origin,
                format!("version `{}` of Overlay is not supported", clip(written)),
                "specsmith reads Overlay 1.0 and 1.1",
            ));
            None
        }
    }
}

fn check_info(map: &Map, sink: &mut Sink<'_>) {
    let at = map.entry("overlay").map(|entry| entry.key.origin);
    let Some(info) = map.entry("info") else {
        if let Some(at) = at {
            let help = "add `info` with `title` and `version`; the overlay is applied without";
            sink.warn(codes::MISSING_KEYWORD, at, "an overlay needs `info`", help);
        }
        return;
    };
    let Some(fields) = info.value.as_map() else {
        wrong_kind(&info.value, "info", "a map", sink);
        return;
    };
    report_unknown(fields, "the info of an overlay", &INFO, sink);
    for keyword in ["title", "version"] {
        if !fields.contains_key(keyword) {
            let message = format!("the info of an overlay needs `{keyword}`");
            let help = format!("add `{keyword}`; the overlay is applied without");
            sink.warn(codes::MISSING_KEYWORD, info.key.origin, message, help);
        }
    }
}

fn actions<'n>(map: &'n Map, version: Version, sink: &mut Sink<'_>) -> Vec<Action<'n>> {
    let at = map.entry("overlay").map(|entry| entry.key.origin);
    let Some(entry) = map.entry("actions") else {
        if let Some(at) = at {
            let help = "add `actions`, a list; as it stands it changes nothing";
            sink.error(
                codes::MISSING_KEYWORD,
                at,
                "an overlay needs `actions`",
                help,
            );
        }
        return Vec::new();
    };
    let Some(items) = entry.value.as_list() else {
        wrong_kind(&entry.value, "actions", "a list", sink);
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| action(item, version, sink))
        .collect()
}

fn action<'n>(node: &'n Node, version: Version, sink: &mut Sink<'_>) -> Option<Action<'n>> {
    let Some(map) = node.as_map() else {
        wrong_kind(node, "actions", "a list of maps", sink);
        return None;
    };
    report_unknown(map, "an action", &ACTION, sink);
    let first = map.entries().first();
    let at = first.map_or(node.origin, |entry| entry.key.origin);
    let Some(target) = map.get("target") else {
        let help = "add `target`, a JSONPath such as `$.info`; the action is left out";
        sink.error(codes::MISSING_KEYWORD, at, "an action needs `target`", help);
        return None;
    };
    if !is_text(target, "target", sink) {
        return None;
    }
    let change = change(map, at, version, sink)?;
    Some(Action { target, change })
}

/// `remove` counts before the others; `update` and `copy` exclude each other.
fn change<'n>(
    map: &'n Map,
    at: Origin,
    version: Version,
    sink: &mut Sink<'_>,
) -> Option<Change<'n>> {
    let (update, copy) = (map.entry("update"), map.entry("copy"));
    let removes = match map.get("remove") {
        None => false,
        Some(node) => node.as_bool().unwrap_or_else(|| {
            wrong_kind(node, "remove", "`true` or `false`", sink);
            false
        }),
    };
    if removes {
        for entry in [update, copy].into_iter().flatten() {
            report_ignored(&entry.key, "remove", sink);
        }
        return Some(Change::Remove);
    }
    if let (Some(_), Some(copy)) = (update, copy) {
        report_ignored(&copy.key, "update", sink);
    }
    match (update, copy) {
        (Some(entry), _) => Some(Change::Update(&entry.value)),
        (None, Some(entry)) => {
            if version == Version::V10 {
                sink.warn(
                    codes::OTHER_DIALECT,
                    entry.key.origin,
                    "`copy` is a keyword of Overlay 1.1, not of Overlay 1.0",
                    "it is applied as there; write `overlay: 1.1.0`",
                );
            }
            is_text(&entry.value, "copy", sink).then_some(Change::Copy(&entry.value))
        }
        (None, None) => {
            sink.error(
                codes::OVERLAY_ACTION,
                at,
                "the action does not say what it does",
                "add `update`, `copy` or `remove: true`",
            );
            None
        }
    }
}

fn report_ignored(key: &Key, other: &str, sink: &mut Sink<'_>) {
    sink.warn(
        codes::OVERLAY_ACTION,
        key.origin,
        format!("`{}` beside `{other}` has no effect", key.text),
        "write two actions",
    );
}

fn report_unknown(map: &Map, noun: &str, known: &[&str], sink: &mut Sink<'_>) {
    for entry in map {
        let name = &*entry.key.text;
        if known.contains(&name) || name.starts_with("x-") {
            continue;
        }
        let help = match suggest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("write one of `{}`", known.join("`, `")),
        };
        let message = format!("{noun} has no keyword `{}`", clip(name));
        sink.warn(codes::UNKNOWN_KEYWORD, entry.key.origin, message, help);
    }
}

fn is_text(node: &Node, keyword: &str, sink: &mut Sink<'_>) -> bool {
    let is_text = node.as_str().is_some();
    if !is_text {
        wrong_kind(node, keyword, "text", sink);
    }
    is_text
}

fn wrong_kind(node: &Node, keyword: &str, expected: &str, sink: &mut Sink<'_>) {
    sink.error(
        codes::WRONG_KIND,
        node.origin,
        format!("`{keyword}` takes {expected}, found {}", node.kind()),
        format!("write {expected} here; as it stands it is left out"),
    );
}
