//! A schema where it is used: which type it is, and what is said about the place alone.
//!
//! It must not lower a type: that happens when its turn comes.

use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};

use super::conjunction::Conjunction;
use super::context::{Lowering, Pending};
use super::place::{NodeId, Part, Scope};
use super::{null, scalar};
use crate::api::{TypeId, TypeUse};
use crate::codes;
use crate::read::Node;

/// Keywords that say something about a place and not about a type.
const ANNOTATIONS: [&str; 9] = [
    "description",
    "title",
    "nullable",
    "deprecated",
    "default",
    "example",
    "readOnly",
    "writeOnly",
    "externalDocs",
];

/// A place that uses a type.
#[derive(Debug, Clone)]
pub(super) struct Use<'a> {
    pub(super) ty: TypeUse,
    /// Schemas written at the place, outermost first; empty for a mere reference.
    pub(super) own: Vec<&'a Node>,
    /// The schema of the type.
    pub(super) core: Part<'a>,
}

/// Where rules, defaults and examples of a schema in place go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// To the place: a field, a parameter.
    Keeps,
    /// To the type: the place has no room for them (an item, a body).
    Bare,
}

/// The type of a schema where it is used.
pub(super) fn use_of<'a>(cx: &mut Lowering<'a>, part: &Part<'a>, site: Site) -> Use<'a> {
    let nullable = null::is_nullable(cx, part);
    let Some(core) = core_of(cx, part) else {
        return Use {
            ty: cx.any(part),
            own: Vec::new(),
            core: part.clone(),
        };
    };
    let mut own = core.wrappers;
    if !core.behind_reference {
        own.push(core.part.node);
    }
    let ty = type_of(cx, &core.part, core.behind_reference, site);
    Use {
        ty: TypeUse { ty, nullable },
        own,
        core: core.part,
    }
}

/// Like [`use_of`], for places that keep nothing.
pub(super) fn bare<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> TypeUse {
    use_of(cx, part, Site::Bare).ty
}

/// Reserves the type of a named schema.
pub(super) fn component<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) {
    let leads_away = part.node.get("$ref").is_some() || wrapped(part, true).is_some();
    let target = match leads_away {
        // A schema that the component names and that is none itself.
        true => named_core(cx, part.clone()).filter(|core| cx.named.contains_key(&core.id())),
        false => Some(part.clone()),
    };
    if let Some(target) = target {
        type_of(cx, &target, true, Site::Bare);
    }
}

/// The schema that a place means when references, "or null" and annotations are taken away.
pub(super) struct Core<'a> {
    pub(super) part: Part<'a>,
    wrappers: Vec<&'a Node>,
    behind_reference: bool,
}

/// `None` when the schema leads to nothing, which is reported.
pub(super) fn core_of<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> Option<Core<'a>> {
    let mut core = Core {
        part: part.clone(),
        wrappers: Vec::new(),
        behind_reference: false,
    };
    while core.part.node.get("$ref").is_none() {
        match wrapped(&core.part, false) {
            Some(inner) => core
                .wrappers
                .push(std::mem::replace(&mut core.part, inner).node),
            None => return Some(core),
        }
    }
    core.behind_reference = true;
    core.part = named_core(cx, core.part)?;
    Some(core)
}

/// The schema that a reference means. A chain of renamings is walked once.
fn named_core<'a>(cx: &mut Lowering<'a>, part: Part<'a>) -> Option<Part<'a>> {
    let mut part = part;
    let mut passed: IndexSet<NodeId> = IndexSet::new();
    let found = loop {
        if let Some(known) = cx.cores.get(&part.id()) {
            break known.clone();
        }
        let next = match part.node.get("$ref") {
            Some(reference) => cx.follow(reference),
            None => match wrapped(&part, true) {
                Some(inner) => Some(inner),
                None => break Some(part),
            },
        };
        if !passed.insert(part.id()) {
            report_cycle(cx, &part);
            break None;
        }
        match next {
            Some(next) => part = next,
            None => break None,
        }
    };
    for id in passed {
        cx.cores.insert(id, found.clone());
    }
    found
}

/// What a schema wraps that adds nothing but annotations to it.
fn wrapped<'a>(part: &Part<'a>, is_component: bool) -> Option<Part<'a>> {
    let map = part.node.as_map()?;
    let adds_nothing = |keyword: &str| {
        map.keys()
            .all(|key| key == keyword || key.starts_with("x-") || ANNOTATIONS.contains(&key))
    };
    let keyword = *["allOf", "oneOf", "anyOf"]
        .iter()
        .find(|key| map.contains_key(key))?;
    if !adds_nothing(keyword) {
        return None;
    }
    let inner = match keyword {
        "allOf" => match map.get("allOf")?.as_list()? {
            [only] => part.below(only, &["allOf", "0"], None),
            _ => return None,
        },
        _ => null::only_alternative(part)?,
    };
    // A component that wraps a schema of its own, or renames another one, is a type of its own.
    let leads_away = inner.node.get("$ref").is_some();
    (!is_component || (leads_away && keyword != "allOf")).then_some(inner)
}

fn report_cycle(cx: &mut Lowering<'_>, part: &Part<'_>) {
    cx.error(
        codes::REFERENCE_CYCLE,
        part.node.origin,
        format!("`{}` leads to nothing but itself", part.scope.pointer()),
        "let one of the schemas say what its values are",
    );
}

fn type_of<'a>(
    cx: &mut Lowering<'a>,
    core: &Part<'a>,
    behind_reference: bool,
    site: Site,
) -> TypeId {
    if let Some(ty) = cx.by_node.get(&core.id()) {
        return *ty;
    }
    let plain = if behind_reference {
        None
    } else {
        scalar::plain(core.node, site)
    };
    if let Some(scalar) = plain {
        return cx.plain_type(scalar, core).ty;
    }
    let ty = cx.reserve(&core.scope, core.node.origin);
    cx.by_node.insert(core.id(), ty);
    let scope = core.scope.clone();
    cx.pending.push_back(Pending {
        ty,
        scope,
        schema: Conjunction::one(core.clone()),
    });
    ty
}

/// The type of schemas that hold at once: a property that `first` declares and `rest` again.
pub(super) fn use_of_all<'a>(
    cx: &mut Lowering<'a>,
    first: &Part<'a>,
    rest: &[Part<'a>],
    site: Site,
) -> Use<'a> {
    let Some(place) = rest.last() else {
        return use_of(cx, first, site);
    };
    let mut own = Vec::new();
    let mut cores: IndexMap<NodeId, Core<'a>> = IndexMap::new();
    let mut plains = Vec::new();
    let mut nullable = true;
    for part in std::iter::once(first).chain(rest).rev() {
        let Some(core) = core_of(cx, part) else {
            continue;
        };
        own.extend(&core.wrappers);
        if !core.behind_reference {
            own.push(core.part.node);
        }
        // A part that only annotates does not change the type.
        if says_more(core.part.node) {
            nullable &= null::is_nullable(cx, part);
            let plain = match core.behind_reference {
                true => None,
                false => scalar::plain(core.part.node, site),
            };
            if plain.is_none() || !plains.contains(&plain) {
                plains.push(plain);
                cores.insert(core.part.id(), core);
            }
        }
    }
    // What is declared last is the most special.
    let Some((_, last)) = cores.shift_remove_index(0) else {
        return Use {
            own,
            ..use_of(cx, first, site)
        };
    };
    let ty = if cores.is_empty() || !cx.may_combine(place.node) {
        type_of(cx, &last.part, last.behind_reference, site)
    } else {
        let mut schemas: Vec<Part<'a>> = cores.into_values().rev().map(|core| core.part).collect();
        schemas.push(last.part.clone());
        let schema = Conjunction {
            schemas,
            decided: Vec::new(),
        };
        type_of_all(cx, schema, &place.scope, last.part.node)
    };
    Use {
        ty: TypeUse { ty, nullable },
        own,
        core: last.part,
    }
}

/// The type of a conjunction, made once for each set of schemas. `at` is where it is written.
pub(super) fn type_of_all<'a>(
    cx: &mut Lowering<'a>,
    schema: Conjunction<'a>,
    scope: &Rc<Scope>,
    at: &'a Node,
) -> TypeId {
    let mut key: Vec<NodeId> = schema.schemas.iter().map(Part::id).collect();
    key.sort_unstable();
    key.dedup();
    key.extend(&schema.decided);
    if let Some(ty) = cx.by_nodes.get(&key) {
        return *ty;
    }
    let ty = cx.reserve(scope, at.origin);
    cx.by_nodes.insert(key, ty);
    cx.pending.push_back(Pending {
        ty,
        scope: scope.clone(),
        schema,
    });
    ty
}

/// Whether a schema says something about values, not only about the place.
pub(super) fn says_more(node: &Node) -> bool {
    node.as_map().is_some_and(|map| {
        map.keys()
            .any(|key| !key.starts_with("x-") && !ANNOTATIONS.contains(&key))
    })
}
