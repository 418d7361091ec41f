//! Words for the alternatives of a choice: what a person would call them.
//!
//! It must not know how a value is told to be one or the other.

use super::context::Lowering;
use super::enumeration;
use super::place::Part;
use crate::read::Node;
use crate::rename::NAME;

/// For each alternative the name of its type, its title or the word for its kind; for objects
/// without any of these what tells them apart: a constant, the schema that they extend, a property.
pub(super) fn labels<'a>(cx: &mut Lowering<'a>, alternatives: &[Part<'a>]) -> Vec<String> {
    let given: Vec<Option<String>> = alternatives.iter().map(|it| given(cx, it)).collect();
    let unnamed: Vec<Object> = alternatives
        .iter()
        .zip(&given)
        .filter(|(_, given)| given.is_none())
        .map(|(part, _)| Object::of(cx, part))
        .collect();
    let mut words = (0..unnamed.len()).map(|index| word(&unnamed, index));
    let labels = given.into_iter();
    labels
        .map(|given| given.or_else(|| words.next()).unwrap_or_default())
        .collect()
}

fn given<'a>(cx: &mut Lowering<'a>, alternative: &Part<'a>) -> Option<String> {
    let is_named = alternative.node.get("$ref").is_some() || alternative.scope.name().is_some();
    if is_named
        && let Some(target) = cx.resolve(alternative.clone())
        && let Some(word) = target.scope.last_word()
    {
        return Some(word.to_owned());
    }
    let text = |keyword: &str| alternative.node.get(keyword).and_then(Node::as_str);
    let title = text(NAME).or_else(|| text("title").filter(|title| !title.is_empty()));
    title
        .or_else(|| text("type").filter(|word| *word != "object"))
        .map(str::to_owned)
        .or_else(|| only_constant(alternative.node))
}

/// What is written about an object that has no name.
#[derive(Default)]
struct Object {
    /// Properties that have one value only, with that value.
    constants: Vec<(String, String)>,
    /// The schemas that it extends.
    bases: Vec<String>,
    required: Vec<String>,
    declared: Vec<String>,
}

impl Object {
    fn of<'a>(cx: &mut Lowering<'a>, part: &Part<'a>) -> Self {
        let mut object = Self::default();
        let list = part.node.get("allOf").and_then(Node::as_list);
        for member in list.unwrap_or_default() {
            let member = part.at(member);
            match member.node.get("$ref") {
                Some(_) => {
                    let target = cx.resolve(member);
                    object.bases.extend(
                        target.and_then(|target| target.scope.last_word().map(str::to_owned)),
                    );
                }
                None => object.read(cx, &member),
            }
        }
        object.read(cx, part);
        object
    }

    fn read<'a>(&mut self, cx: &mut Lowering<'a>, part: &Part<'a>) {
        let properties = part.node.get("properties").and_then(Node::as_map);
        for entry in properties.into_iter().flatten() {
            let name = &*entry.key.text;
            self.declared.push(name.to_owned());
            let property = cx.resolve(part.at(&entry.value));
            let constant = property.and_then(|property| only_constant(property.node));
            self.constants
                .extend(constant.map(|constant| (name.to_owned(), constant)));
        }
        let required = part.node.get("required").and_then(Node::as_list);
        let names = required.unwrap_or_default().iter().filter_map(Node::as_str);
        self.required.extend(names.map(str::to_owned));
    }
}

/// The value of a schema that has no other.
fn only_constant(node: &Node) -> Option<String> {
    match node.get("enum")?.as_list()? {
        [only] => Some(enumeration::text(only)).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// What tells one of the objects from the others.
fn word(objects: &[Object], index: usize) -> String {
    let fallback = || "object".to_owned();
    let Some(object) = objects.get(index) else {
        return fallback();
    };
    let others = objects.iter().enumerate().filter(|(at, _)| *at != index);
    let others: Vec<&Object> = others.map(|(_, other)| other).collect();
    let mut constants = object.constants.iter();
    let constant = constants.find(|it| others.iter().all(|other| !other.constants.contains(it)));
    if let Some((_, value)) = constant {
        return value.clone();
    }
    let only_here = |of: fn(&Object) -> &Vec<String>| {
        let mut words = of(object).iter();
        let word = words.find(|word| others.iter().all(|other| !of(other).contains(word)));
        word.cloned()
    };
    only_here(|it| &it.bases)
        .or_else(|| others.is_empty().then(fallback))
        .or_else(|| only_here(|it| &it.required))
        .or_else(|| only_here(|it| &it.declared))
        .unwrap_or_else(fallback)
}
