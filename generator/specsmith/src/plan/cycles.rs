//! Types that hold themselves: boxed where they do, reported where no value could exist.

use specsmith_openapi::codes;
use specsmith_openapi::report::{Diagnostic, Origin, Report};

use super::Plan;
use super::names::Ident;
use super::types::{FieldPlan, Item, ItemKind, Presence, Ty};

/// Boxes every record that stands inside itself without a list or map between, and takes unions
/// that are alternatives of themselves out of themselves.
pub(super) fn break_up(plan: &mut Plan<'_>, report: &mut Report) {
    // After this point no union leads to itself through unions alone.
    drop_own_alternatives(plan, report);
    // After this point that is true of tuples of unions as well.
    open_tuples(plan, report);
    // After this point every record has a finite value.
    break_endless(plan, report);
    // After this point every type has a size.
    box_records(plan);
}

/// A union that is one of its own alternatives gains nothing by that. Where it is one by way of
/// another, the values of that one are kept as they come.
fn drop_own_alternatives(plan: &mut Plan<'_>, report: &mut Report) {
    let is_union = |item: &Item| matches!(item.kind, ItemKind::Union(_));
    let component = components(plan, |plan, item| match &item.kind {
        ItemKind::Union(union) => {
            let targets = union.variants.iter().filter_map(|it| it.ty.definition());
            targets
                .filter(|target| plan.items.get(*target).is_some_and(is_union))
                .collect()
        }
        ItemKind::Record(_) | ItemKind::Enumeration(_) => Vec::new(),
    });
    let unions: Vec<Option<Ident>> = plan
        .items
        .iter()
        .map(|item| is_union(item).then(|| item.ident.clone()))
        .collect();
    let api = plan.api;
    for (index, item) in plan.items.iter_mut().enumerate() {
        let ItemKind::Union(union) = &mut item.kind else {
            continue;
        };
        union.variants.retain(|variant| {
            let target = variant
                .ty
                .definition()
                .filter(|target| component.get(index) == component.get(*target));
            let other = target.and_then(|target| unions.get(target)?.as_ref());
            if let Some(other) = other {
                report.push(own_alternative(&item.ident, other, api[item.id].origin));
            }
            other.is_none()
        });
    }
}

fn own_alternative(union: &Ident, other: &Ident, at: Origin) -> Diagnostic {
    let (message, help) = match union == other {
        true => (
            format!("that `{union}` is one of its own alternatives is not expressed in the output"),
            "remove the alternative: it adds no value".to_owned(),
        ),
        false => (
            format!(
                "that `{union}` and `{other}` are alternatives of each other is not expressed in \
                 the output"
            ),
            format!(
                "list the alternatives of `{other}` in their place; its values are kept as they \
                 come"
            ),
        ),
    };
    Diagnostic::warning(codes::NOT_EXPRESSED, at, message, help)
}

/// A tuple that holds the union it is an alternative of has no size: any array stands for it.
fn open_tuples(plan: &mut Plan<'_>, report: &mut Report) {
    let component = components(plan, |_, item| match &item.kind {
        ItemKind::Union(union) => union
            .variants
            .iter()
            .flat_map(|it| held_in(&it.ty))
            .collect(),
        ItemKind::Record(_) | ItemKind::Enumeration(_) => Vec::new(),
    });
    let api = plan.api;
    for (index, item) in plan.items.iter_mut().enumerate() {
        let ItemKind::Union(union) = &mut item.kind else {
            continue;
        };
        let is_own = |target: &usize| component.get(*target) == component.get(index);
        for variant in &mut union.variants {
            let is_tuple = matches!(variant.ty, Ty::Tuple(_));
            if is_tuple && held_in(&variant.ty).iter().any(is_own) {
                variant.ty = Ty::List(Box::new(Ty::Value));
                report.push(Diagnostic::warning(
                    codes::NOT_EXPRESSED,
                    api[item.id].origin,
                    format!(
                        "which item of an array in `{}` has which type is not expressed in the \
                         output",
                        item.ident
                    ),
                    "the array holds what it is an alternative of; its items are any values",
                ));
            }
        }
    }
}

/// A record that requires itself has no value. It is reported, and `null` ends it.
fn break_endless(plan: &mut Plan<'_>, report: &mut Report) {
    let required = |field: &FieldPlan| field.presence == Presence::Required;
    let component = components(plan, |_, item| match &item.kind {
        ItemKind::Record(record) => {
            let fields = record.fields.iter().filter(|field| required(field));
            fields.flat_map(|field| held_in(&field.ty)).collect()
        }
        // A union has a value that is none of its alternatives.
        ItemKind::Enumeration(_) | ItemKind::Union(_) => Vec::new(),
    });
    let api = plan.api;
    for (index, item) in plan.items.iter_mut().enumerate() {
        let ItemKind::Record(record) = &mut item.kind else {
            continue;
        };
        let endless = |field: &FieldPlan| {
            let same = |target: &usize| component.get(index) == component.get(*target);
            required(field) && held_in(&field.ty).iter().any(same)
        };
        let mut found = false;
        for field in record.fields.iter_mut().filter(|field| endless(field)) {
            field.presence = Presence::RequiredNullable;
            found = true;
        }
        if found {
            report.push(Diagnostic::error(
                "endless-type",
                api[item.id].origin,
                format!(
                    "`{}` requires itself, so no finite value exists; `null` is taken where it ends",
                    item.ident
                ),
                "make one of the properties on the cycle optional or nullable",
            ));
        }
    }
}

fn box_records(plan: &mut Plan<'_>) {
    let component = components(plan, |_, item| held(item).flat_map(held_in).collect());
    let records: Vec<bool> = plan
        .items
        .iter()
        .map(|item| matches!(item.kind, ItemKind::Record(_)))
        .collect();
    for (index, item) in plan.items.iter_mut().enumerate() {
        // Every cycle that is left passes through a record.
        let is_boxed = |target: usize| {
            records.get(target) == Some(&true) && component.get(index) == component.get(target)
        };
        for ty in held_mut(item) {
            put_in_box(ty, &is_boxed);
        }
    }
}

fn put_in_box(ty: &mut Ty, is_boxed: &impl Fn(usize) -> bool) {
    if let Ty::Tuple(parts) = ty {
        parts.iter_mut().for_each(|part| put_in_box(part, is_boxed));
    } else if ty.definition().is_some_and(is_boxed) {
        *ty = Ty::Box(Box::new(ty.clone()));
    }
}

/// Types that a definition holds.
fn held(item: &Item) -> impl Iterator<Item = &Ty> {
    let (fields, variants) = match &item.kind {
        ItemKind::Record(record) => (record.fields.as_slice(), [].as_slice()),
        ItemKind::Union(union) => ([].as_slice(), union.variants.as_slice()),
        ItemKind::Enumeration(_) => ([].as_slice(), [].as_slice()),
    };
    let fields = fields.iter().map(|field| &field.ty);
    fields.chain(variants.iter().map(|variant| &variant.ty))
}

fn held_mut(item: &mut Item) -> Vec<&mut Ty> {
    match &mut item.kind {
        ItemKind::Record(record) => record.fields.iter_mut().map(|it| &mut it.ty).collect(),
        ItemKind::Union(union) => union.variants.iter_mut().map(|it| &mut it.ty).collect(),
        ItemKind::Enumeration(_) => Vec::new(),
    }
}

/// The definitions that a place holds in itself, in tuples too.
fn held_in(ty: &Ty) -> Vec<usize> {
    match ty {
        Ty::Tuple(parts) => parts.iter().flat_map(held_in).collect(),
        other => other.definition().into_iter().collect(),
    }
}

/// Strongly connected components by Tarjan's algorithm, without recursion. Items that are on no
/// cycle get a component of their own, except that an item alone with an edge to itself shares it
/// with itself: which is what callers ask.
fn components(plan: &Plan<'_>, edges: impl Fn(&Plan<'_>, &Item) -> Vec<usize>) -> Vec<usize> {
    let edges: Vec<Vec<usize>> = plan.items.iter().map(|item| edges(plan, item)).collect();
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
