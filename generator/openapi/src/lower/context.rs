//! What lowering carries along: the description, the findings and the types made so far.
//!
//! It must not know what any keyword means; each concept has its own file.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use indexmap::IndexMap;

use super::conjunction::Conjunction;
use super::place::{NodeId, Part, Scope, named_scope, node_id};
use crate::api::{Constraints, Docs, Extensions, Scalar, SchemeId, Shape, Type, TypeId, TypeUse};
use crate::codes;
use crate::normalize::Normalized;
use crate::read::Node;
use crate::report::{Diagnostic, FileId, Origin, Report, Severity};

/// State of lowering one description.
pub(super) struct Lowering<'a> {
    pub(super) source: &'a Normalized,
    report: &'a mut Report,
    /// What was reported, by rule and place.
    reported: BTreeSet<(&'static str, Origin, String)>,
    /// Types by id. A reserved one has the shape `Any` until its turn in `pending` comes.
    pub(super) types: Vec<Type>,
    /// Schemas that are not yet lowered: no schema is lowered inside another, so that neither
    /// recursion nor long chains of references can exhaust the stack.
    pub(super) pending: VecDeque<Pending<'a>>,
    /// The type of each schema met so far.
    pub(super) by_node: BTreeMap<NodeId, TypeId>,
    /// The type of each set of schemas that has to hold at once.
    pub(super) by_nodes: BTreeMap<Vec<NodeId>, TypeId>,
    /// Scalars and `Any` without anything of their own are one type each.
    pub(super) plain: IndexMap<Option<Scalar>, TypeId>,
    /// The schema that each reference or renaming means.
    pub(super) cores: BTreeMap<NodeId, Option<Part<'a>>>,
    /// Whether `null` is a value of each schema that was asked for it.
    pub(super) nullable: BTreeMap<NodeId, bool>,
    /// The components that are made of each schema by `allOf`.
    pub(super) heirs: BTreeMap<NodeId, Vec<Part<'a>>>,
    pub(super) schemes: BTreeMap<&'a str, SchemeId>,
    followed: IndexMap<(FileId, &'a str), Option<Part<'a>>>,
    resolved: BTreeMap<NodeId, Option<Part<'a>>>,
    /// Names that components give to schemas which are none.
    pub(super) named: BTreeMap<NodeId, Rc<Scope>>,
    budget: Budget,
}

/// A schema whose type has its id and nothing else yet.
pub(super) struct Pending<'a> {
    pub(super) ty: TypeId,
    pub(super) scope: Rc<Scope>,
    pub(super) schema: Conjunction<'a>,
}

/// How much may be copied out of places that several others refer to.
#[derive(Debug)]
struct Budget {
    /// Bytes of description text.
    left: u64,
    reported: bool,
}

/// What the copy of a part takes beside its text.
const PART_BYTES: u64 = 512;

/// What the copy of a tag takes beside its text.
const TAG_BYTES: u64 = 48;

impl<'a> Lowering<'a> {
    pub(super) fn new(source: &'a Normalized, report: &'a mut Report) -> Self {
        Self {
            source,
            report,
            reported: BTreeSet::new(),
            types: Vec::new(),
            pending: VecDeque::new(),
            by_node: BTreeMap::new(),
            by_nodes: BTreeMap::new(),
            plain: IndexMap::new(),
            cores: BTreeMap::new(),
            nullable: BTreeMap::new(),
            heirs: BTreeMap::new(),
            schemes: BTreeMap::new(),
            followed: IndexMap::new(),
            resolved: BTreeMap::new(),
            named: BTreeMap::new(),
            budget: Budget {
                left: source.limits().copied_bytes,
                reported: false,
            },
        }
    }

    pub(super) fn error(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Diagnostic::error(code, at, message, help));
    }

    pub(super) fn warn(
        &mut self,
        code: &'static str,
        at: Origin,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Diagnostic::warning(code, at, message, help));
    }

    /// Reports a finding once, however often its place is referred to.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        let is_new = match diagnostic.at {
            Some(at) => self
                .reported
                .insert((diagnostic.code, at, diagnostic.message.clone())),
            None => true,
        };
        if is_new {
            self.report.push(diagnostic);
        }
    }

    /// The first error that is reported about what is written there.
    pub(super) fn error_in(&self, place: Origin) -> Option<&str> {
        let errors = self.report.diagnostics().iter();
        let mut errors = errors.filter(|finding| finding.severity == Severity::Error);
        let is_there =
            |at: Origin| at.file == place.file && place.start <= at.start && at.end <= place.end;
        let first = errors.find(|finding| finding.at.is_some_and(is_there))?;
        Some(&first.message)
    }

    /// What `$ref` leads to; `None` when that is reported, here or before.
    pub(super) fn follow(&mut self, reference: &'a Node) -> Option<Part<'a>> {
        let text = reference.as_str()?;
        let from = reference.origin.file;
        let key = (from, text);
        if let Some(known) = self.followed.get(&key) {
            return known.clone();
        }
        let found = match self.source.is_faulty(from, text) {
            true => None,
            false => self.find(reference, text),
        };
        self.followed.insert(key, found.clone());
        found
    }

    fn find(&mut self, reference: &'a Node, text: &str) -> Option<Part<'a>> {
        let Some((node, pointer)) = self.source.follow(reference.origin.file, text) else {
            let message = format!("`{text}` does not exist");
            let help = "refer to a component: conversion moved what stood there";
            self.error(codes::DANGLING_REF, reference.origin, message, help);
            return None;
        };
        let scope = match self.named.get(&node_id(node)) {
            Some(scope) => scope.clone(),
            None => named_scope(pointer, text),
        };
        Some(Part { node, scope })
    }

    /// Follows references that stand instead of an object, down to the object.
    ///
    /// It ends: references that lead in a circle are reported by normalize and not followed.
    pub(super) fn resolve(&mut self, part: Part<'a>) -> Option<Part<'a>> {
        let mut part = part;
        let mut passed = Vec::new();
        while let Some(reference) = part.node.get("$ref") {
            if let Some(known) = self.resolved.get(&part.id()) {
                part = known.clone()?;
                break;
            }
            passed.push(part.id());
            let Some(next) = self.follow(reference) else {
                self.resolved
                    .extend(passed.into_iter().map(|id| (id, None)));
                return None;
            };
            part = next;
        }
        // A chain of references is walked once.
        for id in passed {
            self.resolved.insert(id, Some(part.clone()));
        }
        Some(part)
    }

    /// Accounts for a copy of what `node` holds; `false` when too much was copied already.
    pub(super) fn spend(&mut self, node: &Node) -> bool {
        // Who copies a schema does not copy which others are made of it.
        let kept = node.get("discriminator").map_or(0, bytes);
        let bytes = bytes(node).saturating_sub(kept) + PART_BYTES;
        self.spend_bytes(node.origin, bytes)
    }

    /// Accounts for a copy of a text that `node` holds.
    pub(super) fn spend_text(&mut self, node: &Node, text: &str) -> bool {
        self.spend_bytes(node.origin, length(text))
    }

    /// Accounts for copies of tags.
    pub(super) fn spend_tags(&mut self, at: Origin, tags: &[&str]) -> bool {
        let texts = tags.iter().map(|tag| length(tag) + TAG_BYTES);
        self.spend_bytes(at, texts.sum::<u64>() + TAG_BYTES)
    }

    fn spend_bytes(&mut self, at: Origin, bytes: u64) -> bool {
        if let Some(left) = self.budget.left.checked_sub(bytes) {
            self.budget.left = left;
            return true;
        }
        let message = "references and compositions multiply beyond what is read".to_owned();
        self.report_too_large(at, message, "copied-bytes");
        false
    }

    /// Whether one more type may be made of several schemas at once.
    pub(super) fn may_combine(&mut self, node: &Node) -> bool {
        let limit = self.source.limits().merged_types;
        let may = self.by_nodes.len() < usize::try_from(limit).unwrap_or(usize::MAX);
        if !may {
            let message = format!("more than {limit} types are made of several schemas at once");
            self.report_too_large(node.origin, message, "merged-types");
        }
        may
    }

    fn report_too_large(&mut self, at: Origin, message: String, limit: &str) {
        if !std::mem::replace(&mut self.budget.reported, true) {
            let help = format!(
                "share less, split the description, or raise the limit `{limit}`; what follows is \
                 left out"
            );
            self.error(codes::TOO_LARGE, at, message, help);
        }
    }

    /// Reserves an id for the type of a schema.
    pub(super) fn reserve(&mut self, scope: &Scope, origin: Origin) -> TypeId {
        let id = TypeId::new(self.types.len());
        self.types.push(Type {
            name: scope.name().map(str::to_owned),
            path: scope.path(),
            pointer: scope.pointer(),
            origin,
            docs: Docs::default(),
            shape: Shape::Any,
            constraints: Constraints::default(),
            default: None,
            examples: Vec::new(),
            extensions: Extensions::new(),
        });
        id
    }

    /// The one type of all plain scalars of a kind, or of any value.
    pub(super) fn plain_type(&mut self, scalar: Option<Scalar>, part: &Part<'a>) -> TypeUse {
        if let Some(ty) = self.plain.get(&scalar) {
            return TypeUse {
                ty: *ty,
                nullable: false,
            };
        }
        let word = scalar.as_ref().map_or("any", scalar_word);
        let scope = Scope::new(part.scope.pointer(), vec![word.to_owned()]);
        let ty = self.reserve(&scope, part.node.origin);
        if let (Some(scalar), Some(slot)) = (&scalar, self.types.get_mut(ty.index())) {
            slot.shape = Shape::Scalar(scalar.clone());
        }
        self.plain.insert(scalar, ty);
        TypeUse {
            ty,
            nullable: false,
        }
    }

    /// The type of a place of which not even the node is known.
    pub(super) fn nothing(&mut self) -> TypeId {
        if let Some(ty) = self.plain.get(&None) {
            return *ty;
        }
        let origin = self.source.root().origin;
        let scope = Scope::new("#", vec!["any".to_owned()]);
        let ty = self.reserve(&scope, origin);
        self.plain.insert(None, ty);
        ty
    }

    /// The type of a place about which nothing is known.
    pub(super) fn any(&mut self, part: &Part<'a>) -> TypeUse {
        self.plain_type(None, part)
    }
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}

/// How much text of the description a node is.
fn bytes(node: &Node) -> u64 {
    u64::from(node.origin.end.saturating_sub(node.origin.start))
}

fn scalar_word(scalar: &Scalar) -> &'static str {
    match scalar {
        Scalar::String { .. } => "string",
        Scalar::Integer { .. } => "integer",
        Scalar::Number { .. } => "number",
        Scalar::Boolean => "boolean",
    }
}
