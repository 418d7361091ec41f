//! Which requests that the service makes are left.
//!
//! It must not know what they hold.

use super::Selection;
use crate::api::{Api, OperationId, Trigger};

/// Removes webhooks that are not wanted and callbacks that no wanted operation asks for. To be
/// called before operations are removed: those that are left get the numbers that they will have.
pub(super) fn keep_wanted(api: &mut Api, selection: &Selection) {
    let mut kept = 0;
    let renumbered: Vec<Option<OperationId>> = api
        .operations
        .iter()
        .map(|operation| {
            let id = OperationId::new(kept);
            let is_kept = selection.wants(operation);
            kept += usize::from(is_kept);
            is_kept.then_some(id)
        })
        .collect();
    let new = |id: &OperationId| renumbered.get(id.index()).copied().flatten();
    api.webhooks
        .retain_mut(|webhook| match &mut webhook.trigger {
            Trigger::Event => selection.wants(&webhook.request),
            Trigger::Callback { operations, .. } => {
                *operations = operations.iter().filter_map(new).collect();
                !operations.is_empty()
            }
        });
}
