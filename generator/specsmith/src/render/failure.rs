//! What is said of a page that cannot be rendered.

use std::collections::BTreeMap;
use std::ops::Range;

use specsmith_openapi::Sources;
use specsmith_openapi::report::{Diagnostic, FileId, Origin};
use tera::ErrorKind;

use super::Rendered;

/// Why a page cannot be rendered.
pub(super) enum Failure {
    /// The template cannot be followed.
    Template(Diagnostic),
    /// What it renders is not what it has to be.
    Text {
        template: String,
        file: Option<FileId>,
        page: Box<Rendered>,
        bad: BadText,
    },
}

/// Text that is not of its language.
pub(super) struct BadText {
    /// Name of the language.
    pub(super) language: &'static str,
    /// Where, in bytes.
    pub(super) span: Range<usize>,
    pub(super) reason: String,
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Template(diagnostic)
    }
}

impl Failure {
    /// What is said of it. Rendered text becomes a source, so that its lines are shown.
    pub(super) fn diagnostic(self, sources: &mut Sources) -> Diagnostic {
        match self {
            Self::Template(diagnostic) => diagnostic,
            Self::Text {
                template,
                file,
                page,
                bad,
            } => {
                let (path, text) = *page;
                let rendered = sources.add(format!("{path} (as rendered)"), text.into_owned());
                let finding = Diagnostic::fatal(
                    "template",
                    Origin::of_bytes(rendered, bad.span),
                    format!(
                        "template `{template}` renders what is not {}: {}",
                        bad.language, bad.reason
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

pub(super) fn template_problem(
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

/// Nothing is made of a template of a user.
pub(super) fn idle_template(name: &str, file: FileId, meant: Option<&str>) -> Diagnostic {
    let help = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "a file replaces the built-in template of the same path, or is named by a snippet \
                 target; `specsmith templates export` writes the built-in set"
            .to_owned(),
    };
    Diagnostic::warning(
        "idle-template",
        Origin::of_bytes(file, 0..0),
        format!("no file is made of the template `{name}`"),
        help,
    )
}

pub(super) fn tera_problem(error: &tera::Error, files: &BTreeMap<String, FileId>) -> Diagnostic {
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
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let chain = include_chain.join("` → `");
            let problem = format!("it includes itself: `{chain}`");
            template_problem(tpl, files.get(tpl).copied(), None, problem)
        }
        kind => template_problem("(all)", None, None, causes(error, &kind.to_string())),
    }
}

pub(super) fn causes(error: &tera::Error, message: &str) -> String {
    let mut text = message.to_owned();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
