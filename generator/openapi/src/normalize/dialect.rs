//! Which dialect a document is written in.
//!
//! It must not look beyond the root's version keys.

use super::keyword::Dialect;
use crate::codes;
use crate::read::{Node, Value};
use crate::report::{Diagnostic, Origin, Report};

const HELP: &str = "specsmith reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0";

/// The dialect; `None` when it is not one that is read, which is fatal.
pub(super) fn dialect(root: &Node, report: &mut Report) -> Option<Dialect> {
    let Value::Map(map) = &root.value else {
        let message = format!("an OpenAPI description is a map, found {}", root.kind());
        let help = "begin the file with `openapi: 3.1.0`";
        report.push(Diagnostic::fatal(
            codes::MISSING_VERSION,
            root.origin,
            message,
            help,
        ));
        return None;
    };
    let Some(entry) = map.entry("openapi").or_else(|| map.entry("swagger")) else {
        let at = map
            .entries()
            .first()
            .map_or(root.origin, |entry| entry.key.origin);
        let message = "this is not an OpenAPI description: it has no `openapi` key";
        let help = "begin the file with `openapi: 3.1.0`";
        report.push(Diagnostic::fatal(codes::MISSING_VERSION, at, message, help));
        return None;
    };
    let at = if entry.value.is_null() {
        entry.key.origin
    } else {
        entry.value.origin
    };
    let version = match &entry.value.value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Map(_) => String::new(),
    };
    by_version(&entry.key.text, &version, at, report)
}

/// Whether a file is a description of its own and not a part of one.
pub(super) fn is_description(root: &Node) -> bool {
    root.get("openapi").is_some() || root.get("swagger").is_some()
}

fn by_version(key: &str, version: &str, at: Origin, report: &mut Report) -> Option<Dialect> {
    let mut parts = version.split('.');
    let dialect = match (key, parts.next(), parts.next()) {
        ("swagger", Some("2"), Some("0") | None) => Dialect::V20,
        (_, Some("3"), Some("0")) => Dialect::V30,
        (_, Some("3"), Some("1")) => Dialect::V31,
        (_, Some("3"), Some("2")) => Dialect::V32,
        ("openapi", Some("3"), Some(minor)) if minor.parse::<u8>().is_ok() => {
            let message = format!("OpenAPI {version} is read as OpenAPI 3.2");
            let help = "what it adds is reported as unknown where it stands";
            report.push(Diagnostic::warning(codes::NEWER_VERSION, at, message, help));
            Dialect::V32
        }
        _ => {
            let message = if version.is_empty() {
                format!("`{key}` names no version")
            } else {
                format!("version `{version}` of OpenAPI is not supported")
            };
            report.push(Diagnostic::fatal(
                codes::UNSUPPORTED_VERSION,
                at,
                message,
                HELP,
            ));
            return None;
        }
    };
    Some(dialect)
}
