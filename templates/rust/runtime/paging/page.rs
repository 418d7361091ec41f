//! One page: its items, and where the next one begins.
//!
//! It must not know how pages are asked for.

use std::borrow::Cow;

use http::HeaderMap;
use serde_json::Value;

use super::super::codec::{Slot, View};
use super::super::spec::{LAST, NextPage, PagingSpec, Route};
use super::link;

/// Where a page begins: a cursor, a number, or a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Position {
    /// Text for a parameter.
    Text(String),
    /// A number for a parameter.
    Number(u64),
    /// What to ask for instead; may be relative.
    Url(String),
}

impl Position {
    /// As callers keep it.
    pub(super) fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Url(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    /// What a text means that a caller has kept; `None` when it is not one of this operation.
    pub(super) fn of_text(text: String, spec: &PagingSpec) -> Option<Self> {
        match spec.next {
            NextPage::Cursor { .. } => Some(Self::of_cursor(text)),
            NextPage::Offset { .. } | NextPage::Number { .. } => {
                text.trim().parse().ok().map(Self::Number)
            }
            NextPage::Url { .. } | NextPage::Link => Some(Self::Url(text)),
        }
    }

    fn of_cursor(text: String) -> Self {
        match text.starts_with("https://") || text.starts_with("http://") {
            true => Self::Url(text),
            false => Self::Text(text),
        }
    }
}

/// Where the page behind this one begins; `None` behind the last one. `here` is where this one
/// began, in numbers, where these count pages or items.
pub(super) fn next(
    spec: &PagingSpec,
    page: &dyn Slot,
    headers: &HeaderMap,
    here: u64,
) -> Option<Position> {
    if spec.more.is_some_and(|more| is_false(page, more)) {
        return None;
    }
    let text = |from| text(page, from).filter(|text| !text.is_empty());
    match spec.next {
        NextPage::Cursor { from, .. } => text(from).map(Position::of_cursor),
        NextPage::Url { from } => text(from).map(Position::Url),
        NextPage::Link => link::next(headers).map(Position::Url),
        NextPage::Offset { .. } => {
            let count = count(page, spec.items);
            counted(spec, page, here.checked_add(count)?, 0).filter(|_| count > 0)
        }
        NextPage::Number { first, .. } => {
            let next = counted(spec, page, here.checked_add(1)?, first);
            next.filter(|_| count(page, spec.items) > 0)
        }
    }
}

/// The next number, unless the page says that there are no more than those before.
fn counted(spec: &PagingSpec, page: &dyn Slot, next: u64, first: u64) -> Option<Position> {
    let total = spec.total.and_then(|total| text(page, total)?.parse().ok());
    let is_behind = |total: u64| next.saturating_sub(first) >= total;
    (!total.is_some_and(is_behind)).then_some(Position::Number(next))
}

/// Number of items in the page.
fn count(page: &dyn Slot, items: Route) -> u64 {
    let count = at(page.view(), items, &mut |found| match found {
        Found::Typed(View::List(list)) => list.len(),
        Found::Typed(View::Any(Value::Array(list))) | Found::Free(Value::Array(list)) => list.len(),
        Found::Typed(_) | Found::Free(_) => 0,
    });
    count.unwrap_or(0).try_into().unwrap_or(u64::MAX)
}

/// The page says no: `false`, or `0`.
fn is_false(page: &dyn Slot, route: Route) -> bool {
    text(page, route).is_some_and(|text| matches!(&*text, "false" | "0"))
}

/// A single value of the page as text; `None` where there is none, or `null`.
fn text(page: &dyn Slot, route: Route) -> Option<String> {
    at(page.view(), route, &mut |found| match found {
        Found::Typed(View::Bool(value)) => Some(value.to_string()),
        Found::Typed(View::I64(value)) => Some(value.to_string()),
        Found::Typed(View::U64(value)) => Some(value.to_string()),
        Found::Typed(View::F64(value)) => Some(value.to_string()),
        Found::Typed(View::F32(value)) => Some(value.to_string()),
        Found::Typed(View::Str(value)) => Some(value.to_owned()),
        Found::Typed(View::Text(value)) => Some(value.to_string()),
        Found::Typed(View::Enumeration { text, .. }) => Some(text.to_owned()),
        Found::Typed(View::Any(value)) | Found::Free(value) => match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(value) => Some(value.to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        },
        Found::Typed(
            View::None
            | View::Null
            | View::Upload(_)
            | View::List(_)
            | View::Map(_)
            | View::Record(_),
        ) => None,
    })
    .flatten()
}

enum Found<'a> {
    Typed(View<'a>),
    Free(&'a Value),
}

/// Hands on what a route leads to. A callback, since what a view shows lives no longer than the
/// view of what holds it.
fn at<R>(view: View<'_>, route: Route, take: &mut dyn FnMut(Found<'_>) -> R) -> Option<R> {
    let Some((name, rest)) = route.split_first() else {
        return Some(take(Found::Typed(view)));
    };
    match view {
        View::Record(record) => {
            let mut fields = record.table().fields.iter();
            match fields.position(|field| field.name() == *name) {
                Some(index) => at(record.look(index), rest, take),
                None => at(record.extra()?.find(name)?.view(), rest, take),
            }
        }
        View::Map(entries) => at(entries.find(name)?.view(), rest, take),
        View::List(list) if *name == LAST => at(list.look(list.len().checked_sub(1)?), rest, take),
        View::Any(value) => {
            let mut found = Some(value);
            for name in route {
                found = found.and_then(|value| match value {
                    Value::Array(list) if *name == LAST => list.last(),
                    value => value.get(name),
                });
            }
            found.map(|value| take(Found::Free(value)))
        }
        View::None
        | View::Null
        | View::Bool(_)
        | View::I64(_)
        | View::U64(_)
        | View::F64(_)
        | View::F32(_)
        | View::Str(_)
        | View::Text(_)
        | View::Enumeration { .. }
        | View::Upload(_)
        | View::List(_) => None,
    }
}
