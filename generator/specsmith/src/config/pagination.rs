//! `[[sdk.pagination]]`: how the pages of answers follow each other, where that is not found or not
//! found right.
//!
//! This module must not know what an operation looks like.

use specsmith_openapi::Origin;
use specsmith_openapi::api::Operation;
use specsmith_openapi::select::{By, Rule};

use super::Placed;
use super::table::{Sink, Table};

/// What the configuration says about the pages of some operations.
#[derive(Debug, Clone)]
pub struct PagingRule {
    /// Which operations.
    pub operations: Vec<Rule>,
    /// What asks for the next page; `None`: there are no pages.
    pub next: Option<NextRule>,
    /// Names that lead to the items of a page.
    pub items: Option<Vec<String>>,
    /// Names that lead to what says whether there is another page.
    pub more: Option<Vec<String>>,
    /// Names that lead to the number of all items, or pages.
    pub total: Option<Vec<String>>,
    /// Where it is written.
    pub at: Option<Origin>,
}

/// What asks for the next page.
#[derive(Debug, Clone)]
pub enum NextRule {
    /// A value of the page goes into a parameter, or a field of the body.
    Cursor {
        /// Its name.
        to: Placed<String>,
        /// Names that lead to the value.
        from: Vec<String>,
    },
    /// A parameter counts items.
    Offset {
        /// Its name.
        to: Placed<String>,
    },
    /// A parameter counts pages.
    Number {
        /// Its name.
        to: Placed<String>,
        /// Number of the first page.
        first: Option<u64>,
    },
    /// A URL in the page.
    Url {
        /// Names that lead to it.
        from: Vec<String>,
    },
    /// The header `Link`.
    Link,
}

impl PagingRule {
    /// It is about this operation.
    pub fn covers(&self, op: &Operation) -> bool {
        self.operations.iter().any(|rule| rule.matches(op))
    }
}

pub(super) fn pagination(mut table: Table<'_, '_>, sink: &mut Sink) -> Option<PagingRule> {
    let at = table.at();
    let patterns = table.strings("operations", sink);
    if patterns.is_empty() && !table.has("operations") {
        let help = "add `operations = [\"…\"]`, by operationId; `*` stands for any characters";
        sink.push("config-missing-key", at, "`operations` is missing", help);
    }
    let next = next(&mut table, at, sink);
    let mut route = |key| {
        table
            .string(key, sink)
            .and_then(|pointer| route(&pointer, sink))
    };
    let (items, more, total) = (route("items"), route("more"), route("total"));
    table.finish(sink);
    let operations = patterns.into_iter().map(|pattern| Rule {
        by: By::OperationId,
        pattern: pattern.value,
        at: pattern.at,
    });
    Some(PagingRule {
        operations: operations.collect(),
        next: next?,
        items,
        more,
        total,
        at: Some(at),
    })
}

/// `Some(None)`: there are no pages. `None`: what is said is not enough.
fn next(table: &mut Table<'_, '_>, at: Origin, sink: &mut Sink) -> Option<Option<NextRule>> {
    let none = table.boolean("none", sink);
    let link = table.boolean("link", sink);
    let (cursor, offset) = (table.string("cursor", sink), table.string("offset", sink));
    let page = table.string("page", sink);
    let first = table.number("first", sink).map(|number| number.value);
    let from = table.string("next", sink);
    let from = from.and_then(|pointer| route(&pointer, sink));
    let help = "write one of `cursor` with `next`, `offset`, `page`, `next`, `link = true`, \
                `none = true`";
    let rule = match (none, link, cursor, offset, page, from) {
        (true, false, None, None, None, None) => return Some(None),
        (false, true, None, None, None, None) => NextRule::Link,
        (false, false, Some(to), None, None, Some(from)) => NextRule::Cursor { to, from },
        (false, false, None, Some(to), None, None) => NextRule::Offset { to },
        (false, false, None, None, Some(to), None) => NextRule::Number { to, first },
        (false, false, None, None, None, Some(from)) => NextRule::Url { from },
        _ => {
            let message = "this does not say in one way how the next page is asked for";
            sink.push("config-value", at, message, help);
            return None;
        }
    };
    Some(Some(rule))
}

/// The names of a JSON pointer; `-1` is the last element of a list.
fn route(pointer: &Placed<String>, sink: &mut Sink) -> Option<Vec<String>> {
    if pointer.value.is_empty() {
        return Some(Vec::new());
    }
    let Some(names) = pointer.value.strip_prefix('/') else {
        let message = format!("`{}` is no JSON pointer", pointer.value);
        sink.wrong(pointer, &message, "write it as in `\"/meta/next_cursor\"`");
        return None;
    };
    let name = |name: &str| match name {
        "-1" => "[-1]".to_owned(),
        name => name.replace("~1", "/").replace("~0", "~"),
    };
    Some(names.split('/').map(name).collect())
}
