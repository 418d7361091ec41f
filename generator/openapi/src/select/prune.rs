//! What is left when nothing is kept that no operation needs.
//!
//! It must not know which operations were wanted.

use std::collections::BTreeSet;

use super::visit;
use crate::api::{Api, TypeId, TypeUse};

/// Removes types that no operation and no webhook reaches. The others keep their order.
pub(super) fn types(api: &mut Api) {
    let reached = reached(api);
    let mut kept = 0;
    let renumbered: Vec<Option<TypeId>> = (0..api.types.len())
        .map(|index| {
            let id = TypeId::new(kept);
            let is_kept = reached.contains(&TypeId::new(index));
            kept += usize::from(is_kept);
            is_kept.then_some(id)
        })
        .collect();
    let mut renumber = |place: &mut TypeUse| {
        if let Some(Some(id)) = renumbered.get(place.ty.index()) {
            place.ty = *id;
        }
    };
    let mut index = 0;
    api.types.retain_mut(|ty| {
        visit::parts(ty, &mut renumber);
        let is_kept = matches!(renumbered.get(index), Some(Some(_)));
        index += 1;
        is_kept
    });
    visit::requests(api, &mut renumber);
}

/// The types of all operations, and what they are made of.
fn reached(api: &mut Api) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut waiting = Vec::new();
    visit::requests(api, &mut |place: &mut TypeUse| waiting.push(place.ty));
    while let Some(id) = waiting.pop() {
        if reached.insert(id)
            && let Some(ty) = api.types.get_mut(id.index())
        {
            visit::parts(ty, &mut |place: &mut TypeUse| waiting.push(place.ty));
        }
    }
    reached
}

/// Removes tags that no operation has, and that hold none that one has.
pub(super) fn tags(api: &mut Api) {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for name in super::requests(api).flat_map(|it| &it.tags) {
        let mut next = Some(name.clone());
        while let Some(name) = next.take().filter(|name| !used.contains(name)) {
            let tag = api.tags.iter().find(|tag| tag.name == name);
            next = tag.and_then(|tag| tag.parent.clone());
            used.insert(name);
        }
    }
    api.tags.retain(|tag| used.contains(&tag.name));
}
