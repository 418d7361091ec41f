//! Whether a crate has names that lints about confusable characters look at.
//!
//! It must not change a name.

use crate::plan::{Group, Ident, Item, ItemKind, Plan};

/// A name of the crate is not in ASCII.
pub(super) fn has_others(plan: &Plan<'_>) -> bool {
    let of_types = plan.items.iter().flat_map(of_item);
    let mut names = of_types.chain(plan.groups.iter().flat_map(of_group));
    names.any(|ident| !ident.plain().is_ascii())
}

fn of_item(item: &Item) -> Vec<&Ident> {
    let mut names = vec![&item.ident];
    match &item.kind {
        ItemKind::Record(record) => names.extend(record.fields.iter().map(|it| &it.ident)),
        ItemKind::Enumeration(all) => names.extend(all.variants.iter().map(|it| &it.ident)),
        ItemKind::Union(union) => names.extend(union.variants.iter().map(|it| &it.ident)),
    }
    names
}

fn of_group(group: &Group) -> Vec<&Ident> {
    let mut names = vec![&group.ident, &group.handle];
    for op in &group.operations {
        names.extend([&op.method, &op.builder, &op.constant]);
        names.extend(op.parameters.iter().map(|it| &it.ident));
    }
    names
}
