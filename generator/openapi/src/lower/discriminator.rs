//! The property that tells which alternative a value is (OpenAPI 3.0.4, section 4.7.25).
//!
//! It must not change what the alternatives are.

use std::collections::BTreeMap;

use super::conjunction::{Conjunction, Leaf, flatten};
use super::context::Lowering;
use super::place::{NodeId, Part};
use super::{leaf, null};
use crate::codes;
use crate::read::Node;
use crate::report::Origin;

/// A discriminator with its mapping resolved.
pub(super) struct Discriminator {
    pub(super) property: String,
    /// The schema that it stands in.
    owner: NodeId,
    /// Values by the schema that they mean.
    mapped: BTreeMap<NodeId, Vec<String>>,
    /// Where each mapped value is written.
    places: Vec<(NodeId, String, Origin)>,
    /// The schema of values whose property is absent or unknown, and where it is named.
    fallback: Option<(NodeId, Origin)>,
}

impl Discriminator {
    /// The discriminator that stands beside the alternatives.
    pub(super) fn of<'a>(cx: &mut Lowering<'a>, owner: &Part<'a>) -> Option<Self> {
        let node = owner.node.get("discriminator")?;
        let written: openapiv3::Discriminator = leaf::read(cx, node)?;
        let mut it = Self {
            property: written.property_name,
            owner: owner.id(),
            mapped: BTreeMap::new(),
            places: Vec::new(),
            fallback: None,
        };
        let mapping = node.get("mapping").and_then(Node::as_map);
        for entry in mapping.into_iter().flatten() {
            if let Some(target) = mapped_schema(cx, &entry.value) {
                let tag = entry.key.text.to_string();
                it.mapped.entry(target).or_default().push(tag.clone());
                it.places.push((target, tag, entry.value.origin));
            }
        }
        if let Some(default) = node.get("defaultMapping") {
            it.fallback = mapped_schema(cx, default).map(|target| (target, default.origin));
        }
        Some(it)
    }

    /// Position of the alternative that values without a known tag are; one that is none of them is
    /// reported.
    pub(super) fn fallback<'a>(
        &self,
        cx: &mut Lowering<'a>,
        alternatives: &[Part<'a>],
    ) -> Option<usize> {
        let (wanted, at) = self.fallback?;
        let found = alternatives.iter().position(|part| {
            let target = cx.resolve(part.clone());
            target.is_some_and(|target| target.id() == wanted)
        });
        // The schema itself stands behind those that are made of it.
        let found = found.or((wanted == self.owner).then_some(alternatives.len()));
        if found.is_none() {
            cx.warn(
                codes::DISCRIMINATOR_MAPPING,
                at,
                "`defaultMapping` leads to a schema that is not among the alternatives",
                "add the schema to `oneOf`; as it stands a value without a known tag is kept as it is",
            );
        }
        found
    }

    /// Values of the property that mean an alternative: those of the mapping, else the constants
    /// of the property, else the name of the schema.
    pub(super) fn tags<'a>(&self, cx: &mut Lowering<'a>, alternative: &Part<'a>) -> Vec<String> {
        let Some(target) = cx.resolve(alternative.clone()) else {
            return Vec::new();
        };
        if let Some(tags) = self.mapped.get(&target.id()) {
            return tags.clone();
        }
        let constants = self.constants(cx, &target);
        if !constants.is_empty() {
            return constants;
        }
        let is_named = alternative.node.get("$ref").is_some() || alternative.scope.name().is_some();
        target
            .scope
            .last_word()
            .filter(|_| is_named)
            .map(str::to_owned)
            .into_iter()
            .collect()
    }

    /// Values of the property that mean the schema which the discriminator stands in.
    pub(super) fn of_owner(&self) -> Vec<String> {
        self.mapped.get(&self.owner).cloned().unwrap_or_default()
    }

    fn constants<'a>(&self, cx: &mut Lowering<'a>, target: &Part<'a>) -> Vec<String> {
        let leaves = flatten(cx, &Conjunction::one(target.clone()));
        // What the base of all of them admits tells none apart.
        let special = leaves.iter().filter(|leaf| leaf.part.id() != self.owner);
        let property = special.rev().find_map(|leaf| {
            let properties = leaf.part.node.get("properties")?;
            let node = properties.get(&self.property)?;
            Some(leaf.part.below(node, &["properties", &self.property], None))
        });
        let Some(property) = property.and_then(|part| cx.resolve(part)) else {
            return Vec::new();
        };
        let values = property
            .node
            .get("enum")
            .and_then(Node::as_list)
            .unwrap_or_default();
        values
            .iter()
            .filter_map(Node::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Reports values that mean none of the alternatives.
    pub(super) fn report_unmatched<'a>(&self, cx: &mut Lowering<'a>, alternatives: &[Part<'a>]) {
        let mut known = Vec::new();
        for part in alternatives {
            known.extend(cx.resolve(part.clone()).map(|target| target.id()));
        }
        known.push(self.owner);
        for (target, tag, at) in &self.places {
            if !known.contains(target) {
                cx.warn(
                    codes::DISCRIMINATOR_MAPPING,
                    *at,
                    format!("`{tag}` leads to a schema that is not among the alternatives"),
                    "add the schema to `oneOf`, or remove the value",
                );
            }
        }
    }
}

/// Reports a discriminator that tells nothing apart: beside no alternatives it is not said which
/// types are made of this one; beside a single one its mapping may lead elsewhere.
pub(super) fn report_unused<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) {
    for leaf in leaves.iter().filter(|leaf| leaf.own && leaf.open) {
        let map = leaf.part.node.as_map();
        let Some(entry) = map.and_then(|map| map.entry("discriminator")) else {
            continue;
        };
        let mut keywords = null::ALTERNATIVES.iter();
        if let Some(only) = null::only_alternative(&leaf.part) {
            if let Some(discriminator) = Discriminator::of(cx, &leaf.part) {
                discriminator.report_unmatched(cx, &[only]);
            }
        } else if !keywords.any(|keyword| leaf.part.node.get(keyword).is_some()) {
            cx.warn(
                codes::NOT_EXPRESSED,
                entry.key.origin,
                "a `discriminator` without `oneOf` or `anyOf` is not expressed in the output",
                "list the types that it tells apart under `oneOf`, or make them of this one by `allOf`",
            );
        }
    }
}

/// The schema that a value of a mapping means: a reference, or the name of a component.
fn mapped_schema<'a>(cx: &mut Lowering<'a>, value: &'a Node) -> Option<NodeId> {
    let text = value.as_str()?;
    let file = value.origin.file;
    let by_name = format!("#/components/schemas/{}", crate::read::escape_step(text));
    let found = cx
        .source
        .follow(file, &by_name)
        .or_else(|| cx.source.follow(file, text));
    let Some((node, pointer)) = found else {
        cx.error(
            codes::DISCRIMINATOR_MAPPING,
            value.origin,
            format!("`{text}` is no schema"),
            "write a reference such as `#/components/schemas/Name`",
        );
        return None;
    };
    let scope = super::place::Scope::new(pointer, Vec::new());
    cx.resolve(Part { node, scope }).map(|part| part.id())
}
