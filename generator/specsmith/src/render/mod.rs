//! Views × templates → files in memory.
//!
//! Templates of users are checked when they are loaded, rendered Rust is laid out. This module
//! must not know what any template is about.

mod compiled;
mod failure;
mod page;
mod rules;
mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;
use specsmith_openapi::Sources;
use specsmith_openapi::report::{FileId, Report, suggest};
use tera::Context;

use self::compiled::Compiled;
use self::failure::{Failure, idle_template, template_problem, tera_problem};
use self::page::{Content, ShownExcerpt};
pub use self::page::{Excerpt, Page};
use self::text::Author;
use crate::print;

/// The built-in templates and what else crates are made of, by path below `templates/`.
pub const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The files that are the same in each crate, most of them of the runtime, by path below
/// `templates/`: each behind the line that says so.
pub const WRITTEN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/written.rs"));

/// A rendered file: path and text.
pub type Rendered = (String, Cow<'static, str>);

/// The templates of one run.
#[derive(Debug)]
pub struct Templates {
    compiled: Compiled,
    files: BTreeMap<String, FileId>,
    /// Templates that render text of a user: those of `files`, and what includes them.
    own: BTreeSet<String>,
    /// Templates that another includes.
    included: BTreeSet<String>,
}

impl Templates {
    /// The built-in templates, some of them replaced by those of `overlay` (name and text).
    ///
    /// `None` when one of them holds what a template must not hold; the report says where.
    pub fn load(
        overlay: Vec<(String, FileId)>,
        sources: &Sources,
        report: &mut Report,
    ) -> Option<Self> {
        let mut texts: BTreeMap<&str, &str> = built_in().collect();
        let files: BTreeMap<String, FileId> = overlay.into_iter().collect();
        for (name, file) in &files {
            if name.ends_with(".tera") {
                texts.insert(name, sources.text(*file));
            }
        }
        let mut clean = true;
        for (name, span, problem) in broken_rules(&texts, &files) {
            clean = false;
            let file = files.get(name).copied();
            report.push(template_problem(name, file, Some(span), problem));
        }
        if !clean {
            return None;
        }
        let own = rules::including(&texts, files.keys().cloned().collect());
        // Asked for where a user has some.
        let asked = texts.values().filter(|_| !files.is_empty());
        let included = asked.flat_map(|text| rules::includes(text));
        let included = included.map(str::to_owned).collect();
        let compiled = match files.is_empty() {
            true => Compiled::when_needed(),
            false => match Compiled::now(texts) {
                Ok(compiled) => compiled,
                Err(error) => {
                    report.push(tera_problem(&error, &files));
                    return None;
                }
            },
        };
        Some(Self {
            compiled,
            files,
            own,
            included,
        })
    }

    /// Reports the templates of a user that no file is made of: they replace none of the built-in
    /// set, are none of those that the configuration names, and nothing includes them.
    pub fn report_idle(&self, named: &BTreeSet<&str>, report: &mut Report) {
        let built_in = || built_in().map(|(name, _)| name);
        let idle = self.files.iter().filter(|(name, _)| {
            !named.contains(name.as_str())
                && !self.included.contains(*name)
                && built_in().all(|other| other != name.as_str())
        });
        for (name, file) in idle {
            report.push(idle_template(name, *file, suggest(name, built_in())));
        }
    }

    /// Renders every page, in parallel; the order of the result is that of `pages`.
    ///
    /// `None` when a page cannot be rendered; the report says why, for each of them.
    pub fn render(
        &self,
        pages: Vec<Page<'_>>,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Option<Vec<Rendered>> {
        let rendered: Vec<Result<Rendered, Failure>> =
            pages.into_par_iter().map(|page| self.page(page)).collect();
        let mut files = Vec::with_capacity(rendered.len());
        let mut whole = true;
        for result in rendered {
            match result {
                Ok(file) => files.push(file),
                Err(failure) => {
                    whole = false;
                    report.push(failure.diagnostic(sources));
                }
            }
        }
        whole.then_some(files)
    }

    fn page(&self, page: Page<'_>) -> Result<Rendered, Failure> {
        let Page {
            path,
            content,
            excerpts,
            module,
        } = page;
        let moved = |text: Cow<'static, str>| match &module {
            Some(module) => Cow::Owned(print::below(&text, module)),
            None => text,
        };
        let (language, template, view) = match content {
            Content::Verbatim(text) => return Ok((path, moved(text()))),
            Content::Template {
                language,
                template,
                view,
            } => (language, template, view),
        };
        let file = self.files.get(&template).copied();
        let problem = |text: String| template_problem(&template, file, None, text);
        let mut context = Context::new();
        let view = view().map_err(problem)?;
        for (key, value) in view.into_map().into_iter().flatten() {
            if let Some(key) = key.as_str() {
                context.insert_value(key.to_owned(), value.clone());
            }
        }
        if !excerpts.is_empty() {
            let shown: Result<Vec<ShownExcerpt>, Failure> = excerpts
                .into_iter()
                .map(|excerpt| self.excerpt(excerpt))
                .collect();
            let shown = print::view(language, &shown?).map_err(problem)?;
            context.insert_value("excerpts".to_owned(), shown);
        }
        let rendered = self.compiled.of(&template)?.render(&template, &context);
        let text = rendered.map_err(|error| tera_problem(&error, &self.files))?;
        let text = match language {
            print::Language::Rust => moved(text.into()),
            _ => text.into(),
        };
        let author = match self.own.contains(&template) {
            true => Author::User,
            false => Author::Us,
        };
        match text::finish(language, author, &text) {
            Ok(text) => Ok((path, text.into())),
            Err(bad) => Err(Failure::Text {
                file,
                template,
                page: Box::new((path, text)),
                bad,
            }),
        }
    }

    fn excerpt(&self, excerpt: Excerpt<'_>) -> Result<ShownExcerpt, Failure> {
        let Excerpt {
            title,
            language,
            page,
        } = excerpt;
        let (_, text) = self.page(page)?;
        Ok(ShownExcerpt {
            title,
            code: print::markdown::fence(language, &text),
        })
    }
}

/// What the templates of a user hold that none must, and includes that lead nowhere. For the built-in
/// ones alone tests vouch.
fn broken_rules<'t>(
    texts: &BTreeMap<&'t str, &'t str>,
    files: &BTreeMap<String, FileId>,
) -> Vec<(&'t str, Range<usize>, String)> {
    if files.is_empty() {
        return Vec::new();
    }
    let theirs = texts.iter().filter(|(name, _)| files.contains_key(**name));
    let decisions = theirs.flat_map(|(name, text)| {
        let found = rules::violations(text).into_iter();
        found.map(|(span, problem)| (*name, span, problem))
    });
    decisions.chain(rules::missing(texts)).collect()
}

/// The built-in templates, by name.
fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = BUILT_IN.iter().copied();
    files.filter(|(name, _)| name.ends_with(".tera"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Language;

    #[test]
    fn the_built_in_templates_keep_the_rules() {
        let texts: BTreeMap<&str, &str> = built_in().collect();
        for (name, text) in &texts {
            assert_eq!(rules::violations(text), [], "{name}");
        }
        assert_eq!(rules::missing(&texts), []);
    }

    #[test]
    fn a_fragment_stands_in_its_own_language_only() {
        let fragment = crate::print::toml::string("x");
        assert!(print::view(Language::Toml, &[&fragment]).is_ok());
        assert!(print::view(Language::Rust, &[&fragment]).is_err());
    }
}
