//! Types that hold themselves: boxed where they do, reported where no value could exist.

use specsmith_openapi::report::{Diagnostic, Report};

use super::Plan;
use super::types::{FieldPlan, ItemKind, Presence, Ty};

/// Boxes every field through which a record holds itself without a list or map between.
pub(super) fn break_up(plan: &mut Plan<'_>, report: &mut Report) {
    report_endless(plan, report);
    let component = components(plan, |_| true);
    for (index, item) in plan.items.iter_mut().enumerate() {
        let ItemKind::Record(record) = &mut item.kind else {
            continue;
        };
        for field in &mut record.fields {
            let Some(target) = direct(field) else {
                continue;
            };
            if component.get(index) == component.get(target) {
                field.ty = Ty::Box(Box::new(field.ty.clone()));
            }
        }
    }
}

/// A cycle of required fields has no finite value.
fn report_endless(plan: &Plan<'_>, report: &mut Report) {
    let required = |field: &FieldPlan| field.presence == Presence::Required;
    let component = components(plan, required);
    for (index, item) in plan.items.iter().enumerate() {
        let ItemKind::Record(record) = &item.kind else {
            continue;
        };
        let endless = record
            .fields
            .iter()
            .filter(|field| required(field))
            .any(|field| {
                direct(field).is_some_and(|target| component.get(index) == component.get(target))
            });
        if endless {
            report.push(Diagnostic::error(
                "endless-type",
                plan.api[item.id].origin,
                format!(
                    "`{}` requires itself, so no finite value exists",
                    item.ident
                ),
                "make one of the properties on the cycle optional or nullable",
            ));
        }
    }
}

/// The record that a field holds in place.
fn direct(field: &FieldPlan) -> Option<usize> {
    match field.ty {
        Ty::Item(index) => Some(index),
        Ty::Bool
        | Ty::Int(_)
        | Ty::F32
        | Ty::F64
        | Ty::String
        | Ty::Value
        | Ty::List(_)
        | Ty::Map(_)
        | Ty::Option(_)
        | Ty::Patch(_)
        | Ty::Box(_) => None,
    }
}

/// Strongly connected components by Tarjan's algorithm, without recursion. Items that are on no
/// cycle get a component of their own, except that an item alone with an edge to itself shares it
/// with itself: which is what callers ask.
fn components(plan: &Plan<'_>, follow: impl Fn(&FieldPlan) -> bool) -> Vec<usize> {
    let edges: Vec<Vec<usize>> = plan
        .items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Record(record) => record
                .fields
                .iter()
                .filter(|field| follow(field))
                .filter_map(direct)
                .collect(),
            ItemKind::Enumeration(_) => Vec::new(),
        })
        .collect();
    Tarjan::run(&edges)
}

struct Tarjan<'a> {
    edges: &'a [Vec<usize>],
    order: Vec<Option<usize>>,
    low: Vec<usize>,
    component: Vec<usize>,
    stack: Vec<usize>,
    done: Vec<bool>,
    next: usize,
}

impl<'a> Tarjan<'a> {
    fn run(edges: &'a [Vec<usize>]) -> Vec<usize> {
        let count = edges.len();
        let mut state = Self {
            edges,
            order: vec![None; count],
            low: vec![0; count],
            component: (0..count).collect(),
            stack: Vec::new(),
            done: vec![false; count],
            next: 0,
        };
        for root in 0..count {
            if state.order.get(root) == Some(&None) {
                state.visit(root);
            }
        }
        state.component
    }

    fn visit(&mut self, root: usize) {
        let mut calls = vec![(root, 0_usize)];
        self.enter(root);
        while let Some((node, position)) = calls.pop() {
            match self
                .edges
                .get(node)
                .and_then(|targets| targets.get(position))
                .copied()
            {
                Some(target) => {
                    calls.push((node, position.saturating_add(1)));
                    match self.order.get(target) {
                        Some(None) => {
                            self.enter(target);
                            calls.push((target, 0));
                        }
                        Some(Some(order)) if self.done.get(target) == Some(&false) => {
                            self.lower(node, *order);
                        }
                        Some(Some(_)) | None => {}
                    }
                }
                None => {
                    self.leave(node);
                    if let (Some((parent, _)), Some(low)) = (calls.last(), self.low.get(node)) {
                        self.lower(*parent, *low);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        if let (Some(order), Some(low)) = (self.order.get_mut(node), self.low.get_mut(node)) {
            *order = Some(self.next);
            *low = self.next;
        }
        self.next = self.next.saturating_add(1);
        self.stack.push(node);
    }

    fn lower(&mut self, node: usize, to: usize) {
        if let Some(low) = self.low.get_mut(node) {
            *low = (*low).min(to);
        }
    }

    /// Closes the component whose first node this is.
    fn leave(&mut self, node: usize) {
        if self.order.get(node).copied().flatten() != self.low.get(node).copied() {
            return;
        }
        while let Some(member) = self.stack.pop() {
            if let (Some(component), Some(done)) =
                (self.component.get_mut(member), self.done.get_mut(member))
            {
                *component = node;
                *done = true;
            }
            if member == node {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tarjan;

    #[test]
    fn cycles_share_a_component() {
        let edges = vec![vec![1], vec![2], vec![0, 3], vec![], vec![4]];
        assert_eq!(Tarjan::run(&edges), [0, 0, 0, 3, 4]);
    }

    #[test]
    fn a_long_chain_does_not_recurse() {
        let count = 200_000;
        let edges: Vec<Vec<usize>> = (0..count).map(|i| vec![(i + 1) % count]).collect();
        assert!(Tarjan::run(&edges).iter().all(|component| *component == 0));
    }
}
