//! JSON pointers (RFC 6901) into the tree.
//!
//! It must not know of references: percent-decoding a fragment is for whoever resolves one.

use std::borrow::Cow;

use super::{Node, Value};

impl Node {
    /// The node under a JSON pointer: `""` is the node itself, `/paths/~1pets/get/tags/0` goes
    /// into maps by key and into lists by position. `None` when nothing is there or the pointer
    /// is not one.
    pub fn pointer(&self, pointer: &str) -> Option<&Node> {
        steps(pointer)?.try_fold(self, |node, step| match &node.value {
            Value::Map(map) => map.get(&step),
            Value::List(items) => items.get(position(&step)?),
            _ => None,
        })
    }

    /// Like [`pointer`](Self::pointer), to change what is there.
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Node> {
        steps(pointer)?.try_fold(self, |node, step| match &mut node.value {
            Value::Map(map) => map.get_mut(&step),
            Value::List(items) => items.get_mut(position(&step)?),
            _ => None,
        })
    }
}

/// The steps of a pointer, decoded; `None` unless it is empty or begins with a slash.
fn steps(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    let path = match pointer.strip_prefix('/') {
        Some(path) => Some(path),
        None if pointer.is_empty() => None,
        None => return None,
    };
    Some(
        path.into_iter()
            .flat_map(|path| path.split('/'))
            .map(unescape_step),
    )
}

/// A step of a JSON pointer as the key it stands for: `~1` is `/`, `~0` is `~`.
pub fn unescape_step(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

/// A key as a step of a JSON pointer: the inverse of [`unescape_step`].
pub fn escape_step(key: &str) -> Cow<'_, str> {
    if key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// A position in a list: decimal digits without sign or leading zeros.
fn position(step: &str) -> Option<usize> {
    let plain = step == "0" || !step.starts_with(['0', '+']);
    if plain { step.parse().ok() } else { None }
}
