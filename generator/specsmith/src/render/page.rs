//! What is rendered: a template and its view.
//!
//! It must not know how.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::print::{self, Fragment, Language};

/// A file of the output before it is rendered.
///
/// Its view is made when it is rendered: pages do that in parallel, and of all views only as many
/// are in memory as there are threads.
#[derive(Debug)]
pub struct Page<'p> {
    /// Path below the folder of the configuration.
    pub path: String,
    pub(super) content: Content<'p>,
    pub(super) excerpts: Vec<Excerpt<'p>>,
    /// The module whose root its `crate` means.
    pub(super) module: Option<String>,
}

/// A page shown inside another one, as a code block of Markdown.
#[derive(Debug)]
pub struct Excerpt<'p> {
    /// What it is called.
    pub title: Fragment,
    /// The word behind the fence.
    pub language: &'static str,
    /// The page.
    pub page: Page<'p>,
}

/// An excerpt as templates see it.
#[derive(Debug, Serialize)]
pub(super) struct ShownExcerpt {
    pub(super) title: Fragment,
    pub(super) code: Fragment,
}

pub(super) enum Content<'p> {
    Template {
        language: Language,
        template: String,
        view: Box<dyn FnOnce() -> Result<tera::Value, String> + Send + 'p>,
    },
    Verbatim(Box<dyn FnOnce() -> Cow<'static, str> + Send + 'p>),
}

impl fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { template, .. } => f.debug_tuple("Template").field(template).finish(),
            Self::Verbatim(_) => f.write_str("Verbatim"),
        }
    }
}

impl<'p> Page<'p> {
    /// A file that `template` renders from what `view` makes.
    pub fn new<V: Serialize>(
        path: impl Into<String>,
        language: Language,
        template: &str,
        view: impl FnOnce() -> V + Send + 'p,
    ) -> Self {
        let content = Content::Template {
            language,
            template: template.to_owned(),
            view: Box::new(move || print::view(language, &view())),
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
    pub fn with_excerpts(mut self, excerpts: Vec<Excerpt<'p>>) -> Self {
        self.excerpts = excerpts;
        self
    }

    /// A file that is what `text` makes.
    pub fn verbatim<T: Into<Cow<'static, str>>>(
        path: impl Into<String>,
        text: impl FnOnce() -> T + Send + 'p,
    ) -> Self {
        Self {
            path: path.into(),
            content: Content::Verbatim(Box::new(move || text().into())),
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
