//! Templates as Tera runs them.
//!
//! It must not know whose they are.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use specsmith_openapi::Diagnostic;
use tera::{Tera, TeraResult};

use super::failure::{template_problem, tera_problem};
use super::{built_in, rules};

/// Templates, compiled or soon to be.
#[derive(Debug)]
pub(super) enum Compiled {
    /// All of them: what is wrong with one is known, whether or not a page is made of it.
    Now(Box<Tera>),
    /// The built-in ones by name, each with those that it includes, once a page is made of it: that
    /// is work for the threads that make pages.
    WhenNeeded(BTreeMap<&'static str, OnceLock<Result<Tera, Diagnostic>>>),
}

impl Compiled {
    /// Compiles these templates, name and text.
    ///
    /// # Errors
    ///
    /// One of them is no template, or includes itself.
    pub(super) fn now(texts: BTreeMap<&str, &str>) -> TeraResult<Self> {
        Ok(Self::Now(Box::new(compile(texts)?)))
    }

    /// Leaves the built-in templates for later.
    pub(super) fn when_needed() -> Self {
        Self::WhenNeeded(
            built_in()
                .map(|(name, _)| (name, OnceLock::new()))
                .collect(),
        )
    }

    /// What renders this template.
    ///
    /// # Errors
    ///
    /// There is no such template, or it cannot be compiled.
    pub(super) fn of(&self, template: &str) -> Result<&Tera, Diagnostic> {
        let found = match self {
            Self::Now(tera) => tera.contains_template(template).then_some(Ok(&**tera)),
            Self::WhenNeeded(places) => places.get(template).map(|place| {
                let compiled = place.get_or_init(|| compile_built_in(template));
                compiled.as_ref().map_err(Clone::clone)
            }),
        };
        found.unwrap_or_else(|| {
            let problem = "there is no template of this name".to_owned();
            Err(template_problem(template, None, None, problem))
        })
    }
}

fn compile_built_in(template: &str) -> Result<Tera, Diagnostic> {
    let texts: BTreeMap<&str, &str> = built_in().collect();
    let mut used = BTreeMap::new();
    let mut open = vec![template];
    while let Some(name) = open.pop() {
        let text = texts
            .get_key_value(name)
            .filter(|_| !used.contains_key(name));
        if let Some((name, text)) = text {
            used.insert(*name, *text);
            open.extend(rules::includes(text));
        }
    }
    compile(used).map_err(|error| tera_problem(&error, &BTreeMap::new()))
}

fn compile(texts: BTreeMap<&str, &str>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([".tera"]);
    tera.set_escape_fn(refuse);
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// Text that no printer made does not reach the output.
fn refuse(text: &str, _: &mut dyn std::io::Write) -> std::io::Result<()> {
    let shown: String = text.chars().take(40).collect();
    Err(std::io::Error::other(format!(
        "`{shown}` was not made by a printer of this language"
    )))
}

#[cfg(test)]
mod tests {
    use tera::Context;

    use super::*;
    use crate::render::failure::causes;

    #[test]
    fn every_built_in_template_can_be_rendered_alone() {
        let compiled = Compiled::when_needed();
        for (name, _) in built_in() {
            assert!(compiled.of(name).is_ok(), "{name}");
        }
        assert!(compiled.of("rust/none.tera").is_err());
    }

    #[test]
    fn what_no_printer_made_is_refused() {
        let tera = compile([("a.tera", "{{ text }}")].into()).expect("a template");
        let mut context = Context::new();
        context.insert("text", "\"; std::process::exit(1)");
        let error = tera.render("a.tera", &context).expect_err("refused");
        let text = causes(&error, "");
        assert!(text.contains("was not made by a printer"), "{error:?}");
    }
}
