//! What is left when nothing is kept that no operation needs.
//!
//! It must not know which operations were wanted.

use std::collections::BTreeSet;

use crate::api::{Api, visit};

/// Removes types that no operation and no webhook reaches. The others keep their order.
pub(super) fn types(api: &mut Api) {
    let (sent, received) = (api.sent(), api.received());
    let is_reached = |id| sent.contains(&id) || received.contains(&id);
    visit::retain_types(api, is_reached, |id| id);
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
