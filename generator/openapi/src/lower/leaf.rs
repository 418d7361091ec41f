//! Small objects without references, read as `openapiv3` types.
//!
//! Schemas, parameters and responses are not read so: `openapiv3` keeps no places, and every
//! finding about them needs one. It must not report what a keyword holds; that is done before.

use serde::Deserialize;

use super::context::Lowering;
use crate::codes;
use crate::read::Node;

/// Reads an object; a fault here is one of ours, since every keyword was checked.
pub(super) fn read<'n, T: Deserialize<'n>>(cx: &mut Lowering<'_>, node: &'n Node) -> Option<T> {
    match T::deserialize(node) {
        Ok(value) => Some(value),
        Err(fault) => {
            cx.error(
                codes::INTERNAL,
                node.origin,
                format!("the object could not be read: {fault}"),
                "this is a fault of specsmith; please report it with this object",
            );
            None
        }
    }
}
