//! Which server a call goes to: of the builder, of the operation, of the description.
//!
//! It must not know the path of the call.

use std::borrow::Cow;

use super::spec::{OperationSpec, ServerSpec};
use super::target::Base;

/// The choices of the builder.
#[derive(Debug, Default)]
pub struct Choice {
    /// A base URL of the caller's own.
    pub base_url: Option<String>,
    /// One of the servers of the description.
    pub server: Option<&'static ServerSpec>,
    /// Values of variables, by name.
    pub variables: Vec<(&'static str, String)>,
}

/// Where calls go.
pub(super) struct Servers {
    base: Option<Base>,
    /// The base URL is the caller's own: it holds for operations with servers of their own, too.
    is_own: bool,
    /// The server that is relative, where there is no base URL to find it from.
    relative: Option<String>,
    variables: Vec<(&'static str, String)>,
}

impl Servers {
    /// # Errors
    ///
    /// The base URL is not one, or a variable has a value that it cannot have.
    pub(super) fn new(choice: Choice, described: &'static [ServerSpec]) -> Result<Self, String> {
        let server = choice.server.or(described.first());
        let url = match (choice.base_url.as_deref(), server) {
            (Some(own), _) => Some(own.to_owned()),
            (None, Some(server)) => Some(filled(server, &choice.variables)?),
            (None, None) => None,
        };
        // A relative one needs the builder's help, and that is said when it is called.
        let is_base = |url: &String| choice.base_url.is_some() || is_absolute(url);
        Ok(Self {
            base: url
                .as_ref()
                .filter(|url| is_base(url))
                .map(|url| Base::new(url))
                .transpose()?,
            is_own: choice.base_url.is_some(),
            relative: url.filter(|url| !is_base(url)),
            variables: choice.variables,
        })
    }

    /// The base URL of all operations that have none of their own.
    pub(super) fn base(&self) -> Option<&Base> {
        self.base.as_ref()
    }

    /// The base URL for an operation. A relative server of its own is found from the base URL.
    ///
    /// # Errors
    ///
    /// There is none, or a variable has a value that it cannot have.
    pub(super) fn of(&self, operation: &'static OperationSpec) -> Result<Cow<'_, Base>, String> {
        let base = |relative| self.base.as_ref().ok_or_else(|| missing(relative));
        let Some(server) = operation.server else {
            return base(self.relative.as_deref()).map(Cow::Borrowed);
        };
        let url = filled(server, &self.variables)?;
        match (is_absolute(&url), &self.base) {
            (true, Some(own)) if self.is_own => Ok(Cow::Borrowed(own)),
            (true, _) => Base::new(&url).map(Cow::Owned),
            (false, _) => {
                let resolved = base(Some(&url))?.resolve(&url);
                let resolved = resolved.map(|url| Base::new(url.as_str()));
                resolved
                    .unwrap_or_else(|| Err(missing(Some(&url))))
                    .map(Cow::Owned)
            }
        }
    }
}

/// Why it is not known where a call goes.
fn missing(relative: Option<&str>) -> String {
    match relative {
        Some(url) => format!(
            "the server {url:?} of the description is relative; set `base_url` on the builder"
        ),
        None => "the description names no server; set `base_url` on the builder".to_owned(),
    }
}

fn is_absolute(url: &str) -> bool {
    url.contains("://")
}

/// The URL with values for its variables.
fn filled(server: &ServerSpec, given: &[(&'static str, String)]) -> Result<String, String> {
    let mut url = server.url.to_owned();
    for variable in server.variables {
        let own = given.iter().rev().find(|(name, _)| *name == variable.name);
        let value = own.map_or(variable.default, |(_, value)| value);
        if own.is_some() && !variable.values.is_empty() && !variable.values.contains(&value) {
            return Err(format!(
                "the server variable `{}` cannot be {value:?}; it is one of {}",
                variable.name,
                variable.values.join(", ")
            ));
        }
        url = url.replace(&format!("{{{}}}", variable.name), value);
    }
    Ok(url)
}
