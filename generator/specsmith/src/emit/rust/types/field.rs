//! What the schema says about a field, as data of the runtime: `Field::Required("id")`.
//!
//! The compiler checks a variant with constants in less than half the time that calls take, so calls
//! are left to what few fields have. This module must not know how a field is held.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use specsmith_openapi::api::{Extensions, Field, Value};

use super::rules::{format, rules};
use crate::emit::extensions;
use crate::plan::Plan;

/// The parts that it is written with.
pub(super) struct Entry<'a> {
    name: &'a str,
    required: bool,
    nullable: bool,
    /// What else holds: constants of `Flags`.
    flags: Vec<&'static str>,
    format: Option<&'a str>,
    rules: Option<TokenStream>,
    /// JSON text: nested literals would be a good part of what the compiler has to do for a type.
    extensions: Option<String>,
}

/// Variants of the runtime's `Field`.
enum Form<'a> {
    /// `Required`, `Optional`, `RequiredNullable`, `Nullable`.
    Bare,
    Flagged,
    Formatted(&'a str),
    Constrained(&'a TokenStream),
    Detailed,
}

impl<'a> Entry<'a> {
    pub(super) fn of(plan: &Plan<'a>, field: &'a Field) -> Self {
        Self {
            name: &field.name,
            required: field.required,
            nullable: field.ty.nullable,
            flags: flags(field),
            format: format(plan, field.ty),
            rules: rules(plan, &field.constraints, field.ty),
            extensions: data(plan, &field.extensions),
        }
    }

    /// What of the runtime it is written with, beside `Field`.
    pub(super) fn names(&self, names: &mut BTreeSet<&'static str>) {
        names.extend(self.rules.is_some().then_some("Constraint"));
        let has_flags = match self.form() {
            Form::Bare => false,
            Form::Flagged | Form::Formatted(_) | Form::Constrained(_) => true,
            Form::Detailed => !self.flags.is_empty(),
        };
        names.extend(has_flags.then_some("Flags"));
    }

    pub(super) fn tokens(&self) -> TokenStream {
        let name = self.name;
        match self.form() {
            Form::Bare => match (self.required, self.nullable) {
                (true, false) => quote!(Field::Required(#name)),
                (false, false) => quote!(Field::Optional(#name)),
                (true, true) => quote!(Field::RequiredNullable(#name)),
                (false, true) => quote!(Field::Nullable(#name)),
            },
            Form::Flagged => {
                let flags = self.all_flags();
                quote!(Field::Flagged(#name, #flags))
            }
            Form::Formatted(format) => {
                let flags = self.all_flags();
                quote!(Field::Formatted(#name, #flags, #format))
            }
            Form::Constrained(rules) => {
                let flags = self.all_flags();
                quote!(Field::Constrained(#name, #flags, #rules))
            }
            Form::Detailed => self.detailed(),
        }
    }

    fn form(&self) -> Form<'_> {
        if self.extensions.is_some() || is_escaped(self.name) {
            return Form::Detailed;
        }
        match (self.format, &self.rules) {
            (None, None) if self.flags.is_empty() => Form::Bare,
            (None, None) => Form::Flagged,
            (Some(format), None) => Form::Formatted(format),
            (None, Some(rules)) => Form::Constrained(rules),
            (Some(_), Some(_)) => Form::Detailed,
        }
    }

    fn all_flags(&self) -> TokenStream {
        let required = self.required.then_some("REQUIRED");
        let nullable = self.nullable.then_some("NULLABLE");
        let usual = required.into_iter().chain(nullable);
        let all: Vec<&str> = usual.chain(self.flags.iter().copied()).collect();
        joined(&all).unwrap_or_else(|| quote!(Flags::NONE))
    }

    fn detailed(&self) -> TokenStream {
        let name = self.name;
        let required = self.required.then(|| quote!(.required()));
        let nullable = self.nullable.then(|| quote!(.nullable()));
        let format = self.format.map(|format| quote!(.format(#format)));
        let flags = joined(&self.flags).map(|flags| quote!(.flags(#flags)));
        let rules = self.rules.as_ref();
        let rules = rules.map(|rules| quote!(.constraints(#rules)));
        let extensions = self.extensions.as_ref();
        let extensions = extensions.map(|text| quote!(.extensions(#text)));
        let parts = quote!(#required #nullable #format #flags #rules #extensions);
        quote!(Field::Detailed(&runtime::FieldDetails::new(#name) #parts))
    }
}

/// `Flags::A.and(Flags::B)`.
fn joined(flags: &[&str]) -> Option<TokenStream> {
    // Cannot panic: the names are words of ours.
    let (first, rest) = flags.split_first()?;
    let first = format_ident!("{first}");
    let rest = rest.iter().map(|flag| format_ident!("{flag}"));
    Some(quote!(Flags::#first #(.and(Flags::#rest))*))
}

fn flags(field: &Field) -> Vec<&'static str> {
    [
        (field.read_only, "READ_ONLY"),
        (field.write_only, "WRITE_ONLY"),
        (field.docs.deprecated, "DEPRECATED"),
        (is_secret(field), "SECRET"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, flag)| flag)
    .collect()
}

/// `format: password` (OpenAPI 3.0.4, section 4.4) asks that the value is not shown.
fn is_secret(field: &Field) -> bool {
    field
        .extensions
        .get("x-specsmith-secret")
        .and_then(|v| v.as_bool())
        == Some(true)
}

/// JSON escapes quotes, backslashes and control characters (RFC 8259, section 7).
fn is_escaped(name: &str) -> bool {
    name.contains(|it: char| matches!(it, '"' | '\\' | '\0'..='\x1f'))
}

/// What extensions say, as JSON text.
fn data(plan: &Plan<'_>, all: &Extensions) -> Option<String> {
    let found = extensions::data(plan.sdk, all);
    let entries = found.iter().map(|(name, members)| {
        let members = members
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).clone()));
        ((*name).to_owned(), Value::Object(members.collect()))
    });
    (!found.is_empty()).then(|| Value::Object(entries.collect()).to_string())
}
