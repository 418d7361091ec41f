//! Applies one action to the tree.
//!
//! It must not know what the tree describes.

use super::Sink;
use super::document::{Action, Change, Version};
use super::merge::{self, Clash};
use crate::codes;
use crate::jsonpath::{Fault, Query, Step, Trail};
use crate::read::{Document, Node, Sources, Value, too_deep};
use crate::report::{Diagnostic, Origin, Report, Severity};

/// One application of one action.
pub(super) struct Run<'a> {
    pub(super) document: &'a mut Document,
    pub(super) sources: &'a Sources,
    pub(super) report: &'a mut Report,
}

impl Run<'_> {
    pub(super) fn action(&mut self, action: &Action<'_>, version: Version) {
        let Some(targets) = self.select(action.target) else {
            return;
        };
        if targets.is_empty() {
            self.sink().warn(
                codes::OVERLAY_TARGET,
                action.target.origin,
                "the target matches nothing",
                "check the names in it, their case included; the action changes nothing",
            );
            return;
        }
        match &action.change {
            Change::Remove => self.remove(action.target, &targets),
            Change::Update(value) => self.merge_all(action, &targets, value, version),
            Change::Copy(path) => {
                if let Some(value) = self.source(path) {
                    self.merge_all(action, &targets, &value, version);
                }
            }
        }
    }

    fn sink(&mut self) -> Sink<'_> {
        Sink {
            report: self.report,
        }
    }

    /// What a path selects; `None` when that is reported.
    fn select(&mut self, path: &Node) -> Option<Vec<Trail>> {
        let written = path.as_str()?;
        let query = match Query::parse(written) {
            Ok(query) => query,
            Err(Fault { at, message, help }) => {
                let at = self.inside(path, at);
                self.sink().error(codes::OVERLAY_PATH, at, message, help);
                return None;
            }
        };
        let limit = self.document.limits().nodes;
        let found = query.select(&self.document.root, limit).ok();
        if found.is_none() {
            self.sink().error(
                codes::OVERLAY_PATH,
                path.origin,
                format!("the path visits more than {limit} values"),
                "use fewer `..`, or raise the limit `nodes`; the action changes nothing",
            );
        }
        found
    }

    /// The place of a part of a text, where the file has the text as it is.
    fn inside(&self, text: &Node, part: std::ops::Range<usize>) -> Origin {
        let origin = text.origin;
        let written = self.sources.text(origin.file).get(origin.range());
        let start = written
            .zip(text.as_str())
            .and_then(|(written, text)| written.find(text));
        let Some(start) = start else { return origin };
        let from = origin.range().start + start;
        Origin::of_bytes(origin.file, from + part.start..from + part.end)
    }

    /// The one value that `copy` names.
    fn source(&mut self, path: &Node) -> Option<Node> {
        let trails = self.select(path)?;
        if let [one] = trails.as_slice() {
            return one.find(&mut self.document.root).map(|node| node.clone());
        }
        self.sink().error(
            codes::OVERLAY_TARGET,
            path.origin,
            format!("`copy` names one value, and this matches {}", trails.len()),
            "name the value that is meant; the action changes nothing",
        );
        None
    }

    fn merge_all(
        &mut self,
        action: &Action<'_>,
        targets: &[Trail],
        value: &Node,
        version: Version,
    ) {
        let depth = u32::try_from(depth(value)).unwrap_or(u32::MAX);
        let size = size(value);
        let mut clashes = Vec::new();
        let mut replaces = false;
        for target in targets {
            let at = action.target.origin;
            let limit = self.document.limits().depth;
            let above = u32::try_from(target.steps().len()).unwrap_or(u32::MAX);
            if above.saturating_add(depth) > limit {
                self.refuse(too_deep(limit, at));
                return;
            }
            if let Err(fault) = self.document.budget.spend(size, at) {
                self.refuse(*fault);
                return;
            }
            if let Some(node) = target.find(&mut self.document.root) {
                replaces |= !matches!(node.value, Value::List(_) | Value::Map(_));
                merge::into_target(node, value, &mut clashes);
            }
        }
        self.report_clashes(&clashes);
        if replaces && version == Version::V10 {
            self.sink().warn(
                codes::OTHER_DIALECT,
                action.target.origin,
                "a target that is no map and no list is a form of Overlay 1.1, not of Overlay 1.0",
                "its value is replaced as there; write `overlay: 1.1.0`",
            );
        }
    }

    /// What is fatal for a file is an error of an action: the rest is still applied.
    fn refuse(&mut self, fault: Diagnostic) {
        self.report.push(Diagnostic {
            severity: Severity::Error,
            ..fault
        });
    }

    fn report_clashes(&mut self, clashes: &[Clash<'_>]) {
        let mut told: Vec<Origin> = Vec::new();
        for Clash { new, old } in clashes {
            if !told.contains(&new.origin) {
                told.push(new.origin);
                self.sink().error(
                    codes::OVERLAY_ACTION,
                    merge::place(new),
                    format!("{} cannot be merged into {old}", new.kind()),
                    "write the same kind of value, or remove the old one by an action before; it \
                     stays as it is",
                );
            }
        }
    }

    /// Removes from the end, so that positions in lists stay what they are.
    fn remove(&mut self, path: &Node, targets: &[Trail]) {
        let mut targets: Vec<Vec<Step>> = targets
            .iter()
            .map(|trail| trail.steps().into_iter().cloned().collect())
            .collect();
        targets.sort_unstable();
        targets.dedup();
        for steps in targets.iter().rev() {
            match steps.split_last() {
                Some((last, above)) => self.remove_one(above, last),
                None => self.sink().error(
                    codes::OVERLAY_ACTION,
                    path.origin,
                    "the root cannot be removed",
                    "name the parts that are to go; the action changes nothing",
                ),
            }
        }
    }

    fn remove_one(&mut self, above: &[Step], last: &Step) {
        let node = Trail::of(above).find(&mut self.document.root);
        match (node.map(|node| &mut node.value), last) {
            (Some(Value::List(items)), Step::Index(position)) if *position < items.len() => {
                // Cannot panic: the position is inside, as the guard says.
                items.remove(*position);
            }
            (Some(Value::Map(map)), Step::Key(key)) => {
                map.remove(key);
            }
            _ => {}
        }
    }
}

/// How deep lists and maps nest in a value.
fn depth(node: &Node) -> usize {
    let below = match &node.value {
        Value::List(items) => items.iter().map(depth).max(),
        Value::Map(map) => map.iter().map(|entry| depth(&entry.value)).max(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return 0,
    };
    below.unwrap_or(0) + 1
}

/// How many values a value has.
fn size(node: &Node) -> u32 {
    let below = match &node.value {
        Value::List(items) => items.iter().map(size).fold(0, u32::saturating_add),
        Value::Map(map) => map
            .iter()
            .map(|entry| size(&entry.value))
            .fold(0, u32::saturating_add),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    };
    below.saturating_add(1)
}
