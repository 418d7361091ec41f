//! Views × templates → files in memory.
//!
//! Templates are checked when they are loaded, rendered Rust is parsed and laid out. This module
//! must not know what any template is about.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;
use specsmith_openapi::Sources;
use specsmith_openapi::report::{Diagnostic, FileId, Origin, Report};
use tera::{Context, ErrorKind, Tera};

use crate::print::layout::{BadRust, layout};
use crate::print::{self, Fragment, Language};

/// The built-in templates and the runtime, by path below `templates/`.
pub const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// A file of the output before it is rendered.
#[derive(Debug)]
pub struct Page {
    /// Path below the folder of the configuration.
    pub path: String,
    content: Content,
    excerpts: Vec<Excerpt>,
}

/// A page shown inside another one, as a code block of Markdown.
#[derive(Debug)]
pub struct Excerpt {
    /// What it is called.
    pub title: Fragment,
    /// The word behind the fence.
    pub language: &'static str,
    /// The page.
    pub page: Page,
}

/// An excerpt as templates see it.
#[derive(Debug, Serialize)]
struct ShownExcerpt {
    title: Fragment,
    code: Fragment,
}

#[derive(Debug)]
enum Content {
    Template {
        language: Language,
        template: String,
        view: Result<tera::Value, String>,
    },
    Verbatim(String),
}

impl Page {
    /// A file that `template` renders from `view`.
    pub fn new(
        path: impl Into<String>,
        language: Language,
        template: &str,
        view: &impl Serialize,
    ) -> Self {
        let view = print::view(language, view);
        let content = Content::Template {
            language,
            template: template.to_owned(),
            view,
        };
        Self {
            path: path.into(),
            content,
            excerpts: Vec::new(),
        }
    }

    /// The page with others that its template shows, as `excerpts`.
    #[must_use]
    pub fn with_excerpts(mut self, excerpts: Vec<Excerpt>) -> Self {
        self.excerpts = excerpts;
        self
    }

    /// A file that is `text`.
    pub fn verbatim(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            content: Content::Verbatim(text.into()),
            excerpts: Vec::new(),
        }
    }
}

/// A rendered file: path and text.
pub type Rendered = (String, String);

/// Why a page cannot be rendered.
enum Failure {
    /// The template cannot be followed.
    Template(Diagnostic),
    /// What it renders is not Rust.
    Rust {
        template: String,
        file: Option<FileId>,
        page: Box<Rendered>,
        bad: BadRust,
    },
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Template(diagnostic)
    }
}

impl Failure {
    /// What is said of it. Rendered text becomes a source, so that its lines are shown.
    fn diagnostic(self, sources: &mut Sources) -> Diagnostic {
        match self {
            Self::Template(diagnostic) => diagnostic,
            Self::Rust {
                template,
                file,
                page,
                bad,
            } => {
                let (path, text) = *page;
                let rendered = sources.add(format!("{path} (as rendered)"), text);
                let finding = Diagnostic::fatal(
                    "template",
                    Origin::of_bytes(rendered, bad.span),
                    format!(
                        "template `{template}` renders what is not Rust: {}",
                        bad.reason
                    ),
                    RULES,
                );
                match file {
                    Some(file) => {
                        finding.related(Origin::of_bytes(file, 0..0), "the template begins here")
                    }
                    None => finding,
                }
            }
        }
    }
}

const RULES: &str =
    "templates/README.md has the rules; `specsmith templates export` writes the built-in set";

/// The templates of one run.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, FileId>,
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
        let mut texts: BTreeMap<&str, &str> = BUILT_IN.iter().copied().collect();
        let files: BTreeMap<String, FileId> = overlay.into_iter().collect();
        for (name, file) in &files {
            texts.insert(name, sources.text(*file));
        }
        texts.retain(|name, _| name.ends_with(".tera"));
        let mut clean = true;
        for (name, text) in &texts {
            for (span, problem) in violations(text) {
                clean = false;
                report.push(template_problem(
                    name,
                    files.get(*name).copied(),
                    Some(span),
                    problem,
                ));
            }
        }
        if !clean {
            return None;
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".tera"]);
        tera.set_escape_fn(refuse);
        if let Err(error) = tera.add_raw_templates(texts) {
            report.push(tera_problem(&error, &files));
            return None;
        }
        Some(Self { tera, files })
    }

    /// There is a template of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Renders every page, in parallel; the order of the result is that of `pages`.
    ///
    /// `None` when a page cannot be rendered; the report says why, for each of them.
    pub fn render(
        &self,
        pages: Vec<Page>,
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

    fn page(&self, page: Page) -> Result<Rendered, Failure> {
        let Page {
            path,
            content,
            excerpts,
        } = page;
        let (language, template, view) = match content {
            Content::Verbatim(text) => return Ok((path, text)),
            Content::Template {
                language,
                template,
                view,
            } => (language, template, view),
        };
        let file = self.files.get(&template).copied();
        let problem = |text: String| template_problem(&template, file, None, text);
        let mut context = Context::new();
        let view = view.map_err(problem)?;
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
        let text = self
            .tera
            .render(&template, &context)
            .map_err(|error| tera_problem(&error, &self.files))?;
        match language {
            Language::Rust => {
                let laid_out = layout(&text);
                // What was parsed is kept for its places, of which no token is left.
                proc_macro2::extra::invalidate_current_thread_spans();
                match laid_out {
                    Ok(text) => Ok((path, text)),
                    Err(bad) => Err(Failure::Rust {
                        file: self.files.get(&template).copied(),
                        template,
                        page: Box::new((path, text)),
                        bad,
                    }),
                }
            }
            Language::Toml
            | Language::Markdown
            | Language::Shell
            | Language::JavaScript
            | Language::Python => Ok((path, tidy(&text))),
        }
    }

    fn excerpt(&self, excerpt: Excerpt) -> Result<ShownExcerpt, Failure> {
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

/// Text that no printer made does not reach the output.
fn refuse(text: &str, _: &mut dyn std::io::Write) -> std::io::Result<()> {
    let shown: String = text.chars().take(40).collect();
    Err(std::io::Error::other(format!(
        "`{shown}` was not made by a printer of this language"
    )))
}

/// Trailing blanks and blank lines at the end go, one line feed stays.
fn tidy(text: &str) -> String {
    let mut tidy: String = text
        .lines()
        .flat_map(|line| [line.trim_end_matches(' '), "\n"])
        .collect();
    while tidy.ends_with("\n\n") {
        tidy.pop();
    }
    let start = tidy
        .len()
        .saturating_sub(tidy.trim_start_matches('\n').len());
    tidy.split_off(start)
}

/// What a template holds that it must not: anything but field access, `for`, `if` and `include`.
fn violations(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some((start, open)) = next_tag(text, rest) {
        let close = match open {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let inside = start.saturating_add(open.len());
        let Some(length) = text.get(inside..).and_then(|tail| tail.find(close)) else {
            found.push((
                start..inside,
                format!("`{open}` is never closed by `{close}`"),
            ));
            break;
        };
        let end = inside.saturating_add(length);
        let tag = text.get(inside..end).unwrap_or_default();
        let tag = tag.trim_start_matches('-').trim_end_matches('-').trim();
        rest = end.saturating_add(close.len());
        let admitted = match open {
            "{{" => is_path(tag),
            "{%" => is_statement(tag),
            _ => true,
        };
        if !admitted {
            found.push((
                start..rest,
                format!("`{open} {tag} {close}` decides something; templates hold only field access, `for`, `if`, `include` and `raw`"),
            ));
        }
    }
    found
}

fn next_tag(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let tail = text.get(from..)?;
    ["{{", "{%", "{#"]
        .into_iter()
        .filter_map(|open| tail.find(open).map(|at| (from.saturating_add(at), open)))
        .min()
}

/// `name.name.name`
fn is_path(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    text.split('.').all(word)
}

fn is_statement(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["else" | "endif" | "endfor" | "raw" | "endraw"] => true,
        ["if" | "elif", path] | ["if" | "elif", "not", path] => is_path(path),
        ["for", name, "in", path] => is_path(name) && is_path(path),
        ["include", name] => name.starts_with('"') && name.ends_with('"') && name.len() > 2,
        _ => false,
    }
}

fn template_problem(
    name: &str,
    file: Option<FileId>,
    span: Option<Range<usize>>,
    problem: String,
) -> Diagnostic {
    let at = file.map(|file| Origin::of_bytes(file, span.unwrap_or(0..0)));
    Diagnostic::fatal(
        "template",
        at,
        format!("template `{name}`: {problem}"),
        RULES,
    )
}

fn tera_problem(error: &tera::Error, files: &BTreeMap<String, FileId>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = files.get(report.filename()).copied();
            let span = file.map(|_| report.span().range.clone());
            template_problem(
                report.filename(),
                file,
                span,
                causes(error, report.message()),
            )
        }
        kind => template_problem("(all)", None, None, causes(error, &kind.to_string())),
    }
}

fn causes(error: &tera::Error, message: &str) -> String {
    let mut text = message.to_owned();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_decide_nothing() {
        for (tag, admitted) in [
            ("{{ a }}", true),
            ("{{- a.b.c_1 -}}", true),
            ("{% for a in b.c %}{% endfor %}", true),
            ("{% if not a.b %}{% elif c %}{% else %}{% endif %}", true),
            ("{% include \"rust/x.tera\" %}", true),
            ("{# a note #}", true),
            ("fn f() { { } }", true),
            ("{{ a | safe }}", false),
            ("{{ f() }}", false),
            ("{{ a + 1 }}", false),
            ("{{ \"text\" }}", false),
            ("{% set a = b %}", false),
            ("{% if a == b %}{% endif %}", false),
            ("{% for a, b in c %}{% endfor %}", false),
            ("{% extends \"x\" %}", false),
            ("{{ a", false),
        ] {
            assert_eq!(violations(tag).is_empty(), admitted, "{tag}");
        }
    }

    #[test]
    fn the_built_in_templates_keep_the_rules() {
        let mut report = Report::new();
        assert!(
            Templates::load(Vec::new(), &Sources::new(), &mut report).is_some(),
            "{report:?}"
        );
    }

    #[test]
    fn what_no_printer_made_is_refused() {
        let mut tera = Tera::new();
        tera.autoescape_on([".tera"]);
        tera.set_escape_fn(refuse);
        tera.add_raw_template("a.tera", "{{ text }}")
            .expect("a template");
        let mut context = Context::new();
        context.insert("text", "\"; std::process::exit(1)");
        let error = tera.render("a.tera", &context).expect_err("refused");
        assert!(
            causes(&error, "").contains("was not made by a printer"),
            "{error:?}"
        );
    }

    #[test]
    fn a_fragment_stands_in_its_own_language_only() {
        let fragment = crate::print::toml::string("x");
        assert!(print::view(Language::Toml, &[&fragment]).is_ok());
        assert!(print::view(Language::Rust, &[&fragment]).is_err());
    }
}
