// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

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
        let url = url.filter(|url| choice.base_url.is_some() || is_absolute(url));
        Ok(Self {
            base: url.as_deref().map(Base::new).transpose()?,
            is_own: choice.base_url.is_some(),
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
        let missing = "the description names no server; set `base_url` on the builder";
        let base = || self.base.as_ref().ok_or_else(|| missing.to_owned());
        let Some(server) = operation.server else {
            return base().map(Cow::Borrowed);
        };
        let url = filled(server, &self.variables)?;
        match is_absolute(&url) {
            true if self.is_own => base().map(Cow::Borrowed),
            true => Base::new(&url).map(Cow::Owned),
            false => {
                let resolved = base()?.resolve(&url).map(|url| Base::new(url.as_str()));
                resolved
                    .unwrap_or_else(|| Err(missing.to_owned()))
                    .map(Cow::Owned)
            }
        }
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
