//! Where a selected node is: the steps that lead to it.
//!
//! It must not know how it was selected.

use std::rc::Rc;

use crate::read::{Node, Value};

/// One step down the tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// Into a list, by position.
    Index(usize),
    /// Into a map, by key.
    Key(Box<str>),
}

/// The steps from the root to a node. They share what they have in common.
#[derive(Debug, Clone)]
pub(crate) struct Trail(Option<Rc<Link>>);

#[derive(Debug)]
struct Link {
    above: Trail,
    step: Step,
}

impl Trail {
    /// The root.
    pub(super) fn root() -> Self {
        Self(None)
    }

    /// The place that some steps lead to.
    pub(crate) fn of(steps: &[Step]) -> Self {
        let steps = steps.iter().cloned();
        steps.fold(Self::root(), |trail, step| trail.below(step))
    }

    /// One step further.
    pub(super) fn below(&self, step: Step) -> Self {
        Self(Some(Rc::new(Link {
            above: self.clone(),
            step,
        })))
    }

    /// The node above and the last step; `None` at the root.
    fn last(&self) -> Option<(&Self, &Step)> {
        self.0.as_deref().map(|link| (&link.above, &link.step))
    }

    /// All steps from the root.
    pub(crate) fn steps(&self) -> Vec<&Step> {
        let mut steps: Vec<&Step> = std::iter::successors(self.last(), |(above, _)| above.last())
            .map(|(_, step)| step)
            .collect();
        steps.reverse();
        steps
    }

    /// As a JSON pointer.
    #[cfg(test)]
    pub(super) fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Index(position) => format!("/{position}"),
            Step::Key(key) => format!("/{}", crate::read::escape_step(key)),
        };
        self.steps().into_iter().map(step).collect()
    }

    /// The node, in a tree that may have changed since.
    pub(crate) fn find<'n>(&self, root: &'n mut Node) -> Option<&'n mut Node> {
        let mut steps = self.steps().into_iter();
        steps.try_fold(root, |node, step| match (&mut node.value, step) {
            (Value::List(items), Step::Index(position)) => items.get_mut(*position),
            (Value::Map(map), Step::Key(key)) => map.get_mut(key),
            _ => None,
        })
    }
}
