// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Which of the alternatives of an operation a call is made with.
//!
//! It must not know the credentials themselves.

use super::super::spec::{OperationSpec, SchemeKind, SchemeSpec};
use super::Credentials;

/// Where a caller may have put a credential without help.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Place<'a> {
    Header(&'a str),
    Query(&'a str),
    Cookie(&'a str),
}

/// Who provides a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// The builder was given it.
    Builder,
    /// The caller, on the call or with the connection, as far as can be told.
    Caller,
    Nobody,
}

impl Credentials {
    /// The schemes that an operation is called with: the first alternative whose credentials are
    /// all there and of which the builder was given some, then one that the caller meets, then one
    /// that needs nothing.
    ///
    /// # Errors
    ///
    /// Says what is missing.
    pub(in super::super) fn select(
        &self,
        operation: &'static OperationSpec,
        is_there: impl Fn(Place<'_>) -> bool,
    ) -> Result<&'static [usize], String> {
        let Some(first) = operation.security.first() else {
            return Ok(&[]);
        };
        let provides = |needed: &[usize], who| {
            let mut needed = needed.iter();
            needed.any(|&scheme| self.provider(scheme, &is_there) == who)
        };
        let is_met =
            |needed: &&[usize]| !provides(needed, By::Nobody) && provides(needed, By::Builder);
        if let Some(met) = operation.security.iter().copied().find(is_met) {
            return Ok(met);
        }
        let is_free = |needed: &&[usize]| !provides(needed, By::Nobody);
        if self.optional || operation.security.iter().any(is_free) {
            Ok(&[])
        } else {
            Err(self.missing(first, &is_there))
        }
    }

    fn provider(&self, scheme: usize, is_there: &impl Fn(Place<'_>) -> bool) -> By {
        if self.ready.get(scheme).is_some_and(Option::is_some) {
            return By::Builder;
        }
        let sent = match self.schemes.get(scheme).map(|scheme| scheme.kind) {
            Some(
                SchemeKind::Bearer
                | SchemeKind::Basic
                | SchemeKind::Authorization
                | SchemeKind::OAuth2 { .. },
            ) => is_there(Place::Header("authorization")),
            Some(SchemeKind::HeaderKey(name)) => is_there(Place::Header(name)),
            Some(SchemeKind::QueryKey(name)) => is_there(Place::Query(name)),
            Some(SchemeKind::CookieKey(name)) => is_there(Place::Cookie(name)),
            Some(SchemeKind::Certificate) => true,
            None => false,
        };
        if sent { By::Caller } else { By::Nobody }
    }

    fn missing(&self, needed: &[usize], is_there: &impl Fn(Place<'_>) -> bool) -> String {
        let missing = needed
            .iter()
            .filter(|&&scheme| self.provider(scheme, is_there) == By::Nobody);
        let names: Vec<String> = missing
            .filter_map(|&scheme| self.schemes.get(scheme))
            .map(|SchemeSpec { name, setter, .. }| format!("`{name}` (`{setter}`)"))
            .collect();
        format!(
            "the builder was given no credentials for {}",
            names.join(" and ")
        )
    }
}
