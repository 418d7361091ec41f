//! Arrays of a fixed length whose elements have types of their own.
//!
//! It must not know where a tuple is used.

use super::conjunction::Leaf;
use super::context::Lowering;
use super::place::Part;
use super::uses;
use crate::api::{Shape, Tuple, TypeUse};
use crate::codes;
use crate::normalize::TUPLE;
use crate::read::Node;

/// Words for the elements: what people call them who have no other name.
const WORDS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The tuple that the parts of a schema are, when all that say what elements there are agree on
/// how many.
pub(super) fn shape<'a>(cx: &mut Lowering<'a>, leaves: &[Leaf<'a>]) -> Option<Shape> {
    let tuples: Vec<Vec<Part<'a>>> = leaves
        .iter()
        .filter_map(|leaf| elements(&leaf.part))
        .collect();
    let (first, rest) = tuples.split_first()?;
    if let Some(other) = leaves.iter().rev().find(|leaf| contradicts(leaf, first)) {
        cx.error(
            codes::CONFLICTING_TYPES,
            other.part.node.origin,
            "an array of another length than in another part",
            "all parts of `allOf` hold at once: give them one length; items of any type are taken",
        );
        return None;
    }
    let items = first.iter().enumerate().map(|(index, part)| {
        let others = rest.iter().filter_map(|other| other.get(index));
        let others: Vec<Part<'a>> = others.cloned().collect();
        uses::use_of_all(cx, part, &others, uses::Site::Bare).ty
    });
    let items: Vec<TypeUse> = items.collect();
    Some(Shape::Tuple(Tuple { items }))
}

fn contradicts(leaf: &Leaf<'_>, tuple: &[Part<'_>]) -> bool {
    elements(&leaf.part).is_some_and(|other| other.len() != tuple.len())
}

/// The elements under the keyword that the description has them under.
fn elements<'a>(part: &Part<'a>) -> Option<Vec<Part<'a>>> {
    let written = part.node.get(TUPLE)?.as_map()?.entries().first()?;
    let keyword = &*written.key.text;
    let nodes: &'a [Node] = written.value.as_list()?;
    let parts = nodes.iter().zip(WORDS).enumerate();
    let parts = parts
        .map(|(index, (node, word))| part.below(node, &[keyword, &index.to_string()], Some(word)));
    Some(parts.collect())
}
