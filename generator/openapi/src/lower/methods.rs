//! Which operations a path item has: by keyword, or by the name of a method of their own.
//!
//! It must not look into operations.

use super::context::Lowering;
use super::place::Part;
use crate::api::Method;
use crate::codes;
use crate::read::Key;

const METHODS: [(&str, Method); 9] = [
    ("get", Method::Get),
    ("put", Method::Put),
    ("post", Method::Post),
    ("delete", Method::Delete),
    ("options", Method::Options),
    ("head", Method::Head),
    ("patch", Method::Patch),
    ("trace", Method::Trace),
    ("query", Method::Query),
];

/// An operation with the path item that holds it.
pub(super) struct Found<'a> {
    pub(super) item: Part<'a>,
    pub(super) operation: Part<'a>,
    pub(super) key: &'a Key,
    pub(super) method: Method,
    /// It stands in a path item that others may refer to as well.
    pub(super) shared: bool,
}

/// The operations of a path item and of the one that it refers to, in the order written.
pub(super) fn operations_of<'a>(cx: &mut Lowering<'a>, item: &Part<'a>) -> Vec<Found<'a>> {
    let target = match item.node.get("$ref") {
        Some(reference) => cx.follow(reference).and_then(|part| cx.resolve(part)),
        None => None,
    };
    let mut found: Vec<Found<'a>> = Vec::new();
    let own = (item.clone(), false);
    for (holder, shared) in std::iter::once(own).chain(target.map(|target| (target, true))) {
        for entry in holder.node.as_map().into_iter().flatten() {
            let by_keyword = METHODS.iter().find(|(name, _)| *name == &*entry.key.text);
            if let Some((name, method)) = by_keyword {
                let operation = holder.below(&entry.value, &[name], None);
                add(
                    &mut found,
                    Found {
                        item: holder.clone(),
                        operation,
                        key: &entry.key,
                        method: method.clone(),
                        shared,
                    },
                );
            } else if &*entry.key.text == ADDITIONAL {
                additional(cx, &holder, shared, &mut found);
            }
        }
    }
    found
}

const ADDITIONAL: &str = "additionalOperations";

/// Operations by the name of their method (OpenAPI 3.2.0, section 4.9.1).
fn additional<'a>(
    cx: &mut Lowering<'a>,
    holder: &Part<'a>,
    shared: bool,
    found: &mut Vec<Found<'a>>,
) {
    let map = holder.node.get(ADDITIONAL).and_then(|it| it.as_map());
    for entry in map.into_iter().flatten() {
        if let Some(method) = method(cx, &entry.key) {
            let steps = [ADDITIONAL, &*entry.key.text];
            let operation = holder.below(&entry.value, &steps, None);
            add(
                found,
                Found {
                    item: holder.clone(),
                    operation,
                    key: &entry.key,
                    method,
                    shared,
                },
            );
        }
    }
}

/// Of two operations with one method the first one counts.
fn add<'a>(found: &mut Vec<Found<'a>>, new: Found<'a>) {
    let is_new = found.iter().all(|it| it.method != new.method);
    if is_new && new.operation.node.as_map().is_some() {
        found.push(new);
    }
}

fn method(cx: &mut Lowering<'_>, key: &Key) -> Option<Method> {
    let name = &*key.text;
    if let Some((keyword, method)) = METHODS.iter().find(|(_, it)| it.as_str() == name) {
        cx.error(
            codes::METHOD,
            key.origin,
            format!("`{name}` has a keyword of its own"),
            format!("write the operation under `{keyword}` of the path item; it is read so"),
        );
        return Some(method.clone());
    }
    if !is_token(name) {
        cx.error(
            codes::METHOD,
            key.origin,
            format!("`{name}` cannot be sent as a method"),
            "write letters, digits and `-`, as in `COPY`; the operation is left out",
        );
        return None;
    }
    if name == "CONNECT" {
        cx.error(
            codes::METHOD,
            key.origin,
            "`CONNECT` asks a proxy for a tunnel (RFC 9110, section 9.3.6)",
            "use another method; the operation is left out",
        );
        return None;
    }
    Some(Method::Other(name.to_owned()))
}

/// A token of RFC 9110, section 5.6.2, which names of headers (section 5.1) and of cookies (RFC 6265,
/// section 4.1.1) are, too.
pub(super) fn is_token(text: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token)
}
