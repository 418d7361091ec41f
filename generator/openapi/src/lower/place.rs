//! Where a node is written: as a pointer for people and configurations, in words for naming types.
//!
//! It must not know what stands there.

use std::rc::Rc;

use crate::read::{Node, escape_step, unescape_step};

/// A node by its address: two nodes of one description are never at the same one.
pub(super) type NodeId = usize;

pub(super) fn node_id(node: &Node) -> NodeId {
    std::ptr::from_ref(node).addr()
}

/// A node with the place where it is written.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    pub(super) node: &'a Node,
    pub(super) scope: Rc<Scope>,
}

/// Where a node is written. Put together only where it is asked for: most nodes are not.
#[derive(Debug)]
pub(super) struct Scope {
    above: Option<Rc<Scope>>,
    /// JSON pointer from `above`, or from the root of the file with `#`.
    steps: String,
    /// Words from `above`, or from the nearest named thing.
    words: Vec<String>,
    /// Key of a component, when the node is one.
    name: Option<String>,
}

impl Scope {
    pub(super) fn new(pointer: impl Into<String>, path: Vec<String>) -> Rc<Self> {
        Self::named(pointer, path, None)
    }

    /// The place of a component, if there is a `name`.
    pub(super) fn named(
        pointer: impl Into<String>,
        path: Vec<String>,
        name: Option<String>,
    ) -> Rc<Self> {
        Rc::new(Self {
            above: None,
            steps: pointer.into(),
            words: path,
            name,
        })
    }

    /// The place of a node below, with a word for it.
    pub(super) fn below(self: &Rc<Self>, steps: &[&str], word: Option<&str>) -> Rc<Self> {
        let mut pointer = String::new();
        for step in steps {
            pointer.push('/');
            pointer.push_str(&escape_step(step));
        }
        let words = word.map(str::to_owned).into_iter().collect();
        Rc::new(Self {
            above: Some(self.clone()),
            steps: pointer,
            words,
            name: None,
        })
    }

    /// JSON pointer with `#`.
    pub(super) fn pointer(&self) -> String {
        let steps = self.chain().into_iter().rev().map(|scope| &*scope.steps);
        steps.collect::<Vec<&str>>().concat()
    }

    /// Words from the nearest named thing, as [`Type::path`](crate::api::Type::path) has them.
    pub(super) fn path(&self) -> Vec<String> {
        self.chain()
            .iter()
            .rev()
            .flat_map(|scope| scope.words.iter().cloned())
            .collect()
    }

    /// The last of the words.
    pub(super) fn last_word(&self) -> Option<&str> {
        self.chain()
            .iter()
            .find_map(|scope| scope.words.last())
            .map(String::as_str)
    }

    /// Key of a component.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// This scope, then the ones above it.
    fn chain(&self) -> Vec<&Self> {
        std::iter::successors(Some(self), |scope| scope.above.as_deref()).collect()
    }
}

impl<'a> Part<'a> {
    /// A part of this one: `steps` lead to `node`, `word` names it.
    pub(super) fn below(&self, node: &'a Node, steps: &[&str], word: Option<&str>) -> Self {
        Self {
            node,
            scope: self.scope.below(steps, word),
        }
    }

    /// Another node for which the place of this one is exact enough.
    pub(super) fn at(&self, node: &'a Node) -> Self {
        Self {
            node,
            scope: self.scope.clone(),
        }
    }

    /// The value of a keyword, named by `word`.
    pub(super) fn get(&self, keyword: &str, word: Option<&str>) -> Option<Self> {
        let node = self.node.get(keyword)?;
        Some(self.below(node, &[keyword], word))
    }

    pub(super) fn id(&self) -> NodeId {
        node_id(self.node)
    }
}

/// The scope of what a reference leads to: a component is named by its key, other places by the
/// words of their pointer.
///
/// The root of a file is named after the file, whose path is in `text`.
pub(super) fn named_scope(pointer: String, text: &str) -> Rc<Scope> {
    let steps: Vec<String> = pointer
        .split('/')
        .skip(1)
        .map(|step| unescape_step(step).into_owned())
        .collect();
    if let [section, group, name] = steps.as_slice()
        && section == "components"
    {
        let path = vec![name.clone()];
        let named = group == "schemas";
        let name = named.then(|| name.clone());
        return Scope::named(pointer, path, name);
    }
    let mut path = words_of(&steps);
    if path.is_empty() {
        path.extend(file_stem(text));
    }
    Scope::new(pointer, path)
}

fn file_stem(text: &str) -> Option<String> {
    let file = text.split('#').next()?;
    let stem = std::path::Path::new(file).file_stem()?.to_str()?;
    Some(stem.to_owned())
}

/// Words for a place that is no component: from the component on, without structural keywords.
fn words_of(steps: &[String]) -> Vec<String> {
    let steps = match steps {
        [section, _, rest @ ..] if section == "components" => rest,
        [section, rest @ ..] if section == "paths" => rest,
        all => all,
    };
    steps
        .iter()
        .filter(|step| {
            !matches!(
                step.as_str(),
                "properties" | "content" | "schema" | "$defs" | "definitions"
            )
        })
        .map(|step| match step.as_str() {
            "items" => "item".to_owned(),
            "additionalProperties" => "value".to_owned(),
            other => other.to_owned(),
        })
        .collect()
}
