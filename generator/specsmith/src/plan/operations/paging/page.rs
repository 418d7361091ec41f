//! What a page holds, by the names on the wire.
//!
//! It must not know which of it matters.

use specsmith_openapi::api::{Api, Field, Scalar, Shape, TypeId};

/// Names that lead from a page to a field, and the field.
pub(super) type Found<'a> = (Vec<String>, &'a Field);

/// How deep what is said about a page can stand in it: `_links/next/href`.
const DEPTH: usize = 3;

/// Names of fields that hold what is said about a page, folded.
const ENVELOPES: &[&str] = &[
    "cursor",
    "cursors",
    "data",
    "info",
    "links",
    "link",
    "meta",
    "metadata",
    "next",
    "nextpage",
    "page",
    "pageinfo",
    "pages",
    "paging",
    "pagination",
    "paginator",
    "responsemetadata",
    "resultinfo",
];

/// A name without case and marks: `page[after]` and `pageAfter` are the same.
pub(super) fn folded(name: &str) -> String {
    let kept = name.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

/// Fields of an object, none of anything else.
pub(super) fn fields(api: &Api, ty: TypeId) -> &[Field] {
    match &api[ty].shape {
        Shape::Record(record) => &record.fields,
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => &[],
    }
}

pub(super) fn is_list(api: &Api, ty: TypeId) -> bool {
    matches!(api[ty].shape, Shape::List(_))
}

/// Text or a number: what can be a cursor.
pub(super) fn is_scalar(api: &Api, ty: TypeId) -> bool {
    matches!(
        api[ty].shape,
        Shape::Scalar(Scalar::String { .. } | Scalar::Integer { .. } | Scalar::Number { .. })
    )
}

pub(super) fn is_text(api: &Api, ty: TypeId) -> bool {
    matches!(api[ty].shape, Shape::Scalar(Scalar::String { .. }))
}

pub(super) fn is_number(api: &Api, ty: TypeId) -> bool {
    matches!(
        api[ty].shape,
        Shape::Scalar(Scalar::Integer { .. } | Scalar::Number { .. })
    )
}

pub(super) fn is_flag(api: &Api, ty: TypeId) -> bool {
    matches!(api[ty].shape, Shape::Scalar(Scalar::Boolean))
}

/// The first field of one of the names that passes a test, those of the page itself before those of
/// what it holds about itself. Earlier names come before later ones.
pub(super) fn find<'a>(
    api: &'a Api,
    page: TypeId,
    names: &[&str],
    test: fn(&Api, TypeId) -> bool,
) -> Option<Found<'a>> {
    let all = said(api, page);
    names.iter().find_map(|name| {
        let mut all = all.iter();
        let found = all.find(|(_, field)| folded(&field.name) == *name && test(api, field.ty.ty));
        found.cloned()
    })
}

/// All that a page says about itself, outer fields first.
fn said(api: &Api, page: TypeId) -> Vec<Found<'_>> {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut level: Vec<(Vec<String>, TypeId)> = vec![(Vec::new(), page)];
    for _ in 0..DEPTH {
        let mut next = Vec::new();
        for (route, ty) in level {
            for field in fields(api, ty) {
                let route: Vec<String> = route.iter().chain([&field.name]).cloned().collect();
                if ENVELOPES.contains(&&*folded(&field.name)) {
                    next.push((route.clone(), field.ty.ty));
                }
                found.push((route, field));
            }
        }
        level = next;
    }
    found
}

/// Where the items of a page stand: it is a list, or one of its fields is.
pub(super) fn items(api: &Api, page: TypeId) -> Option<Vec<String>> {
    if is_list(api, page) {
        return Some(Vec::new());
    }
    items_of(api, page).or_else(|| {
        let inner = fields(api, page)
            .iter()
            .find(|field| field.name == "data")?;
        let mut route = vec![inner.name.clone()];
        route.extend(items_of(api, inner.ty.ty)?);
        Some(route)
    })
}

/// Names that lists of items have whatever they list, folded.
const ITEMS: &[&str] = &[
    "data",
    "items",
    "results",
    "records",
    "entries",
    "values",
    "value",
    "elements",
    "resources",
    "objects",
    "content",
    "rows",
    "nodes",
    "list",
    "collection",
    "result",
];

fn items_of(api: &Api, page: TypeId) -> Option<Vec<String>> {
    let lists = || fields(api, page).iter().filter(|it| is_list(api, it.ty.ty));
    let usual = ITEMS.iter().find_map(|name| {
        let mut lists = lists();
        lists.find(|field| folded(&field.name) == *name)
    });
    let only = || {
        let mut lists = lists();
        lists.next().filter(|_| lists.next().is_none())
    };
    let found = usual.or_else(only)?;
    Some(vec![found.name.clone()])
}
