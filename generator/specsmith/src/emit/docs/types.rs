//! Types in words, and a section for each that has parts.
//!
//! A type is described once a page, under a heading that all mentions link to, so that types that
//! hold themselves end somewhere. Must not know which page it is.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use specsmith_openapi::api::{
    Additional, Constraints, Docs, Enumeration, Extensions, Field, List, Record, Scalar, Shape,
    Type, TypeId, TypeUse, Value,
};

use super::{block, rules, sentences};
use crate::plan::Plan;
use crate::print::Fragment;
use crate::print::markdown::{self, Anchors};

/// The types that a page describes.
pub(super) struct Types<'a> {
    plan: &'a Plan<'a>,
    anchors: Anchors,
    described: BTreeMap<TypeId, String>,
}

/// A type with parts.
#[derive(Serialize)]
pub(super) struct TypeView {
    title: Fragment,
    description: Option<Fragment>,
    notes: Vec<Fragment>,
    deprecated: bool,
    fields: Vec<FieldView>,
    /// Other keys are admitted, and what they hold.
    others: Option<Fragment>,
    values: Vec<ValueView>,
    /// Other values may come.
    open: bool,
    /// Some value has a meaning.
    values_have_meaning: bool,
}

#[derive(Serialize)]
struct FieldView {
    name: Fragment,
    ty: Fragment,
    required: bool,
    description: Fragment,
}

#[derive(Serialize)]
struct ValueView {
    value: Fragment,
    meaning: Fragment,
}

/// How deep lists of lists are put into words.
const DEPTH: u32 = 8;

impl<'a> Types<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        Self {
            plan,
            anchors: Anchors::default(),
            described: BTreeMap::new(),
        }
    }

    /// Sections for the types that `roots` hold, directly or not, and that no section before
    /// described.
    pub(super) fn sections(&mut self, roots: impl IntoIterator<Item = TypeUse>) -> Vec<TypeView> {
        let mut found = Vec::new();
        for root in roots {
            self.find(root.ty, &mut found);
        }
        let api = self.plan.api;
        found
            .into_iter()
            .map(|id| self.section(id, &api[id]))
            .collect()
    }

    /// Gives an anchor to every type with parts below `root` that has none: a type, then what it
    /// holds.
    fn find(&mut self, root: TypeId, found: &mut Vec<TypeId>) {
        let api = self.plan.api;
        let mut open = vec![root];
        let mut passed = BTreeSet::new();
        while let Some(id) = open.pop() {
            if self.described.contains_key(&id) || !passed.insert(id) {
                continue;
            }
            if has_parts(&api[id]) {
                let anchor = self.anchors.next(&heading(self.plan, id));
                self.described.insert(id, anchor);
                found.push(id);
            }
            open.extend(
                api[id]
                    .shape
                    .parts()
                    .into_iter()
                    .rev()
                    .map(|place| place.ty),
            );
        }
    }

    fn section(&self, id: TypeId, ty: &Type) -> TypeView {
        let mut view = TypeView {
            title: markdown::text(&heading(self.plan, id)),
            description: block(ty.docs.description.as_deref()),
            notes: sentences(self.plan, &ty.extensions),
            deprecated: ty.docs.deprecated,
            fields: Vec::new(),
            others: None,
            values: Vec::new(),
            open: false,
            values_have_meaning: false,
        };
        match &ty.shape {
            Shape::Record(record) => self.record(record, &mut view),
            Shape::Enumeration(enumeration) => {
                values(enumeration, &mut view);
                let open = ty
                    .extensions
                    .get("x-specsmith-open")
                    .and_then(Value::as_bool);
                view.open = open.unwrap_or(true);
            }
            Shape::Scalar(_)
            | Shape::List(_)
            | Shape::Tuple(_)
            | Shape::Map(_)
            | Shape::Choice(_)
            | Shape::Any => {}
        }
        view
    }

    fn record(&self, record: &Record, view: &mut TypeView) {
        view.fields = record
            .fields
            .iter()
            .map(|field| FieldView {
                name: markdown::cell_code(&field.name),
                ty: self.phrase(field.ty),
                required: field.required,
                description: self.remarks(&Remarks::of_field(field)),
            })
            .collect();
        view.others = match &record.additional {
            Additional::Denied | Additional::Any => None,
            Additional::Typed(place) => Some(self.phrase(*place)),
        };
    }

    /// Some field below `root` may be left out and may be null, which are two different things.
    pub(super) fn tells_null_from_absent(&self, roots: &[TypeUse]) -> bool {
        let api = self.plan.api;
        let mut open: Vec<TypeId> = roots.iter().map(|place| place.ty).collect();
        let mut passed = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !passed.insert(id) {
                continue;
            }
            if let Shape::Record(record) = &api[id].shape
                && record
                    .fields
                    .iter()
                    .any(|field| !field.required && field.ty.nullable)
            {
                return true;
            }
            open.extend(api[id].shape.parts().into_iter().map(|place| place.ty));
        }
        false
    }

    /// A type in words, for a cell.
    pub(super) fn phrase(&self, place: TypeUse) -> Fragment {
        self.words(place, 0)
    }

    fn words(&self, place: TypeUse, depth: u32) -> Fragment {
        let words = self.bare_words(place.ty, depth.saturating_add(1));
        if place.nullable {
            markdown::concat([&words, &markdown::ours(" or `null`")])
        } else {
            words
        }
    }

    fn bare_words(&self, id: TypeId, depth: u32) -> Fragment {
        if let Some(anchor) = self.described.get(&id) {
            return markdown::link_to_heading(&markdown::text(&name(self.plan, id)), anchor);
        }
        if depth > DEPTH {
            return markdown::ours("any JSON value");
        }
        match &self.plan.api[id].shape {
            Shape::Scalar(scalar) => scalar_words(scalar),
            Shape::List(List { items, .. }) if self.is_any(*items) => markdown::ours("array"),
            Shape::Map(map) if self.is_any(map.values) => markdown::ours("object"),
            Shape::List(List { items, .. }) => {
                markdown::concat([&markdown::ours("array of "), &self.words(*items, depth)])
            }
            Shape::Tuple(tuple) => {
                let items = tuple.items.iter().map(|item| self.words(*item, depth));
                let items: Vec<Fragment> = items.collect();
                markdown::concat([&markdown::ours("array of: "), &markdown::join(&items, ", ")])
            }
            Shape::Map(map) => markdown::concat([
                &markdown::ours("object of "),
                &self.words(map.values, depth),
            ]),
            Shape::Choice(choice) => {
                let variants: Vec<Fragment> = choice
                    .variants
                    .iter()
                    .map(|variant| self.words(variant.ty, depth))
                    .collect();
                markdown::concat([
                    &markdown::ours("one of: "),
                    &markdown::join(&variants, ", "),
                ])
            }
            Shape::Record(_) | Shape::Enumeration(_) => markdown::text(&name(self.plan, id)),
            Shape::Any => markdown::ours("any JSON value"),
        }
    }

    fn is_any(&self, place: TypeUse) -> bool {
        matches!(self.plan.api[place.ty].shape, Shape::Any)
    }

    /// Everything that is said about a value, for a cell.
    pub(super) fn remarks(&self, remarks: &Remarks<'_>) -> Fragment {
        let mut parts = Vec::new();
        if remarks.docs.deprecated {
            parts.push(markdown::ours("**Deprecated.**"));
        }
        let docs = remarks.docs;
        match (&docs.description, &docs.title) {
            (Some(text), _) => parts.push(markdown::cell(text)),
            (None, Some(title)) => parts.push(markdown::text(title)),
            (None, None) => {}
        }
        parts.extend(rules::untyped(remarks.docs).map(|why| markdown::cell(&why)));
        parts.extend(sentences(self.plan, remarks.extensions));
        if remarks.read_only {
            parts.push(markdown::ours("Only in responses."));
        }
        if remarks.write_only {
            parts.push(markdown::ours("Only in requests."));
        }
        let ty = &self.plan.api[remarks.ty.ty];
        let constraints = remarks
            .constraints
            .filter(|constraints| !constraints.is_empty());
        let rules = rules::rules(
            self.plan.api,
            constraints.unwrap_or(&ty.constraints),
            remarks.ty,
            remarks.default.or(ty.default.as_ref()),
        );
        parts.extend(rules.iter().map(|rule| markdown::cell(rule)));
        if let Some(example) = remarks.example {
            let example = markdown::cell_value(example);
            parts.push(markdown::concat([&markdown::ours("Example: "), &example]));
        }
        markdown::sentences(&parts)
    }
}

/// What can be said about the value at a place.
pub(super) struct Remarks<'a> {
    pub(super) ty: TypeUse,
    pub(super) docs: &'a Docs,
    /// Those of the place; where it has none, those of its type hold.
    pub(super) constraints: Option<&'a Constraints>,
    pub(super) default: Option<&'a Value>,
    pub(super) example: Option<&'a Value>,
    pub(super) extensions: &'a Extensions,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
}

impl<'a> Remarks<'a> {
    fn of_field(field: &'a Field) -> Self {
        Self {
            ty: field.ty,
            docs: &field.docs,
            constraints: Some(&field.constraints),
            default: field.default.as_ref(),
            example: field.examples.first().map(|example| &example.value),
            extensions: &field.extensions,
            read_only: field.read_only,
            write_only: field.write_only,
        }
    }
}

fn has_parts(ty: &Type) -> bool {
    match ty.shape {
        Shape::Record(_) | Shape::Enumeration(_) => true,
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Any => false,
    }
}

/// The name of a type: the one it has in Rust, so that docs and code agree.
fn name(plan: &Plan<'_>, id: TypeId) -> String {
    match plan.item(id) {
        Some(item) => item.ident.plain().to_owned(),
        None => plan.api[id].path.join(" "),
    }
}

fn heading(plan: &Plan<'_>, id: TypeId) -> String {
    let kind = match plan.api[id].shape {
        Shape::Enumeration(_) => "values",
        Shape::Record(_)
        | Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Any => "object",
    };
    format!("{} {kind}", name(plan, id))
}

/// A table where values have meanings, else a list.
fn values(enumeration: &Enumeration, view: &mut TypeView) {
    let mut values = enumeration.values.iter();
    view.values_have_meaning = values.any(|value| value.description.is_some());
    let printed = match view.values_have_meaning {
        true => markdown::cell_value,
        false => markdown::value,
    };
    view.values = enumeration
        .values
        .iter()
        .map(|value| ValueView {
            value: printed(&value.value),
            meaning: markdown::cell(value.description.as_deref().unwrap_or_default()),
        })
        .collect();
}

fn scalar_words(scalar: &Scalar) -> Fragment {
    let (word, format) = match scalar {
        Scalar::String { format } => ("string", format),
        Scalar::Integer { format, .. } => ("integer", format),
        Scalar::Number { format } => ("number", format),
        Scalar::Boolean => ("boolean", &None),
    };
    let word = markdown::ours(word);
    match format {
        None => word,
        Some(format) => markdown::concat([
            &word,
            &markdown::ours(" ("),
            &markdown::cell_code(format),
            &markdown::ours(")"),
        ]),
    }
}
