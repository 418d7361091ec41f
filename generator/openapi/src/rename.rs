//! Names that a configuration gives, by JSON pointer into the description.
//!
//! IR in, IR out. A name goes where the extension `x-specsmith-name`, or a label, would have put
//! it. This module must not know how a name is used.

use indexmap::IndexMap;

use crate::api::{Api, Extensions, Operation, Shape, Type};
use crate::codes;
use crate::report::{Diagnostic, Origin, Report, suggest};

/// The extension that names what it stands at.
pub const NAME: &str = "x-specsmith-name";

/// A name for what is described at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// Place in the description: `#/components/schemas/Pet`.
    pub pointer: String,
    /// `UpperCamelCase` names types, variants and webhooks; `snake_case` names fields, parameters,
    /// operations and credentials; a tag takes both. So the type and the field that stand in one
    /// place are told apart.
    pub name: String,
    /// Where the name is given.
    pub at: Option<Origin>,
}

impl Rename {
    /// It names a type or a variant, not a field or a method.
    pub fn is_of_type(&self) -> bool {
        self.name.starts_with(char::is_uppercase)
    }

    /// The place in the IR: schemas of Swagger 2.0 stand where those of 3.0 do.
    pub fn place(&self) -> String {
        match self.pointer.strip_prefix("#/definitions/") {
            Some(name) => format!("#/components/schemas/{name}"),
            None => self.pointer.clone(),
        }
    }
}

/// Gives the names; those for which there is nothing are reported.
pub fn rename(api: &mut Api, names: &[Rename], report: &mut Report) {
    if names.is_empty() {
        return;
    }
    let mut wanted = Wanted::new(names);
    for ty in &mut api.types {
        rename_type(ty, &mut wanted);
    }
    lead_from_new_names(api, names);
    for operation in &mut api.operations {
        let Operation {
            pointer,
            extensions,
            ..
        } = operation;
        wanted.put(pointer, Written::Snake, extensions);
        rename_parameters(operation, &mut wanted);
    }
    for webhook in &mut api.webhooks {
        let Operation {
            pointer,
            extensions,
            ..
        } = &mut webhook.request;
        wanted.put(pointer, Written::Camel, extensions);
    }
    for tag in &mut api.tags {
        wanted.put(&tag.pointer, Written::Either, &mut tag.extensions);
    }
    for scheme in &mut api.security_schemes {
        let step = crate::read::escape_step(&scheme.name);
        let pointer = format!("#/components/securitySchemes/{step}");
        wanted.put(&pointer, Written::Snake, &mut scheme.extensions);
    }
    wanted.report(report);
}

/// What is written in a component is named after it, so after its new name.
fn lead_from_new_names(api: &mut Api, names: &[Rename]) {
    let names = names.iter().filter(|rename| rename.is_of_type());
    let names: Vec<(String, &str)> = names
        .map(|rename| (rename.place(), rename.name.as_str()))
        .collect();
    let components = api.types.iter().filter(|ty| ty.name.is_some());
    let renamed: Vec<(String, &str)> = components
        .filter_map(|ty| {
            let (pointer, name) = names.iter().find(|(pointer, _)| *pointer == ty.pointer)?;
            Some((format!("{pointer}/"), *name))
        })
        .collect();
    for ty in &mut api.types {
        let component = renamed
            .iter()
            .find(|(start, _)| ty.pointer.starts_with(start));
        if let (Some((_, name)), Some(first)) = (component, ty.path.first_mut()) {
            *first = (*name).to_owned();
        }
    }
}

fn rename_type(ty: &mut Type, wanted: &mut Wanted<'_>) {
    wanted.put(&ty.pointer, Written::Camel, &mut ty.extensions);
    match &mut ty.shape {
        Shape::Record(record) => {
            for field in &mut record.fields {
                wanted.put(&field.pointer, Written::Snake, &mut field.extensions);
            }
        }
        Shape::Choice(choice) => {
            for variant in &mut choice.variants {
                if let Some(name) = wanted.name(&variant.pointer, Written::Camel) {
                    variant.label = name;
                }
            }
        }
        Shape::Enumeration(enumeration) => {
            for value in &mut enumeration.values {
                let name = wanted.name(&value.pointer, Written::Camel);
                value.name = name.or(value.name.take());
            }
        }
        Shape::Scalar(_) | Shape::List(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Any => {}
    }
}

fn rename_parameters(operation: &mut Operation, wanted: &mut Wanted<'_>) {
    for parameter in &mut operation.parameters {
        wanted.put(
            &parameter.pointer,
            Written::Snake,
            &mut parameter.extensions,
        );
    }
}

/// How the names of a kind of thing are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Camel,
    Snake,
    Either,
}

/// What became of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Unmatched,
    /// What is there is written otherwise.
    OtherCase,
    Given,
}

struct Wanted<'a> {
    by_pointer: IndexMap<String, Vec<(&'a Rename, Fate)>>,
    /// All places that could have been meant, for suggestions.
    known: Vec<String>,
}

impl<'a> Wanted<'a> {
    fn new(names: &'a [Rename]) -> Self {
        let mut by_pointer: IndexMap<String, Vec<(&Rename, Fate)>> = IndexMap::new();
        for rename in names {
            let place = by_pointer.entry(rename.place()).or_default();
            place.push((rename, Fate::Unmatched));
        }
        Self {
            by_pointer,
            known: Vec::new(),
        }
    }

    fn name(&mut self, pointer: &str, written: Written) -> Option<String> {
        let Some(names) = self.by_pointer.get_mut(pointer) else {
            self.known.push(pointer.to_owned());
            return None;
        };
        let mut found = None;
        for (rename, fate) in names {
            let fits = match written {
                Written::Camel => rename.is_of_type(),
                Written::Snake => !rename.is_of_type(),
                Written::Either => true,
            };
            *fate = (*fate).max(if fits { Fate::Given } else { Fate::OtherCase });
            found = found.or(fits.then(|| rename.name.clone()));
        }
        found
    }

    fn put(&mut self, pointer: &str, written: Written, extensions: &mut Extensions) {
        if let Some(name) = self.name(pointer, written) {
            extensions.insert(NAME.to_owned(), name.into());
        }
    }

    fn report(&self, report: &mut Report) {
        for (rename, fate) in self.by_pointer.values().flatten() {
            let Rename { pointer, name, .. } = rename;
            let (message, help) = match (fate, rename.is_of_type()) {
                (Fate::Given, _) => continue,
                (Fate::OtherCase, true) => (
                    format!("`{name}` names a type or a variant, and `{pointer}` is neither"),
                    "write the name of a field, a parameter or an operation in `snake_case`".into(),
                ),
                (Fate::OtherCase, false) => (
                    format!("`{name}` is no name of a type or a variant, which `{pointer}` is"),
                    "write the name in `UpperCamelCase`; those of fields, parameters and operations \
                     begin with a small letter"
                        .into(),
                ),
                (Fate::Unmatched, _) => (
                    format!("nothing that has a name is described at `{pointer}`"),
                    self.help(pointer),
                ),
            };
            report.push(Diagnostic::error(
                codes::UNMATCHED_NAME,
                rename.at,
                message,
                help,
            ));
        }
    }

    fn help(&self, pointer: &str) -> String {
        match suggest(pointer, self.known.iter().map(String::as_str)) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "write the place of a schema, property, alternative, constant, operation, \
                     parameter or tag, as in `#/components/schemas/Pet`"
                .to_owned(),
        }
    }
}
