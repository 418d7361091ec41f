//! Schemas that hold at once: `allOf`, references and single alternatives taken apart.
//!
//! It must not decide what the values look like.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use super::context::Lowering;
use super::null;
use super::place::{NodeId, Part};
use crate::codes;
use crate::read::Node;
use crate::report::Origin;

/// Schemas that have to hold at once, before they are taken apart. Usually one.
#[derive(Debug, Clone)]
pub(super) struct Conjunction<'a> {
    /// The schemas in the order in which their properties count, the most special one last.
    pub(super) schemas: Vec<Part<'a>>,
    /// Nodes of whose alternatives one is among the schemas already.
    pub(super) decided: Vec<NodeId>,
}

/// A schema of a conjunction without `$ref` and `allOf`.
#[derive(Debug, Clone)]
pub(super) struct Leaf<'a> {
    pub(super) part: Part<'a>,
    /// It is written at the place itself, not behind a reference.
    pub(super) own: bool,
    /// Its `oneOf` and `anyOf` count.
    pub(super) open: bool,
}

impl<'a> Conjunction<'a> {
    pub(super) fn one(schema: Part<'a>) -> Self {
        Self {
            schemas: vec![schema],
            decided: Vec::new(),
        }
    }
}

enum Step<'a> {
    /// A schema, whether it is written at the place, and where it is entered from.
    Enter(Part<'a>, bool, Origin),
    Emit(Leaf<'a>),
    Leave,
}

/// Takes a conjunction apart: afterwards there is no `$ref` and no `allOf`. What comes from
/// `allOf` stands before what stands beside it.
pub(super) fn flatten<'a>(cx: &mut Lowering<'a>, conjunction: &Conjunction<'a>) -> Vec<Leaf<'a>> {
    let mut leaves = Vec::new();
    let mut entered = BTreeSet::new();
    let mut path: IndexSet<NodeId> = IndexSet::new();
    let mut steps: Vec<Step<'a>> = conjunction
        .schemas
        .iter()
        .rev()
        .map(|part| enter_own(part.clone()))
        .collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Emit(leaf) => leaves.push(leaf),
            Step::Leave => {
                path.pop();
            }
            Step::Enter(part, own, from) => {
                if path.contains(&part.id()) {
                    report_cycle(cx, &part, from);
                } else if entered.insert(part.id()) && (own || cx.spend(part.node)) {
                    path.insert(part.id());
                    steps.push(Step::Leave);
                    enter(cx, part, own, &conjunction.decided, &mut steps);
                }
            }
        }
    }
    leaves
}

fn enter<'a>(
    cx: &mut Lowering<'a>,
    part: Part<'a>,
    own: bool,
    decided: &[NodeId],
    steps: &mut Vec<Step<'a>>,
) {
    if let Some(reference) = part.node.get("$ref") {
        if let Some(target) = cx.follow(reference) {
            steps.push(Step::Enter(target, false, reference.origin));
        }
        return;
    }
    let open = !decided.contains(&part.id());
    steps.push(Step::Emit(Leaf {
        part: part.clone(),
        own,
        open,
    }));
    if open && let Some(only) = null::only_alternative(&part) {
        steps.push(Step::Enter(only.clone(), own, only.node.origin));
    }
    let all = part
        .node
        .get("allOf")
        .and_then(Node::as_list)
        .unwrap_or_default();
    for (position, node) in all.iter().enumerate().rev() {
        let position = position.to_string();
        let below = part.below(node, &["allOf", &position], None);
        steps.push(Step::Enter(below, own, node.origin));
    }
}

fn enter_own(part: Part<'_>) -> Step<'_> {
    let at = part.node.origin;
    Step::Enter(part, true, at)
}

fn report_cycle(cx: &mut Lowering<'_>, part: &Part<'_>, from: Origin) {
    cx.error(
        codes::REFERENCE_CYCLE,
        from,
        format!("`{}` contains itself by `allOf`", part.scope.pointer()),
        "a schema cannot be made of itself; remove one of the references",
    );
}
