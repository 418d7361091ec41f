//! What is rendered: a template and its view.
//!
//! It must not know how.

use serde::Serialize;

use crate::print::{self, Fragment, Language};

/// A file of the output before it is rendered.
#[derive(Debug)]
pub struct Page {
    /// Path below the folder of the configuration.
    pub path: String,
    pub(super) content: Content,
    pub(super) excerpts: Vec<Excerpt>,
    /// The module whose root its `crate` means.
    pub(super) module: Option<String>,
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
pub(super) struct ShownExcerpt {
    pub(super) title: Fragment,
    pub(super) code: Fragment,
}

#[derive(Debug)]
pub(super) enum Content {
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
            module: None,
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
            module: None,
        }
    }

    /// The page as part of a module: what its Rust says of `crate` is said of the module,
    /// `crate::…`.
    #[must_use]
    pub fn below(mut self, module: &str) -> Self {
        self.module = Some(module.to_owned());
        self
    }
}
