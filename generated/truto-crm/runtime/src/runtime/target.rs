// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Where a request goes: a base URL, checked once, and a path added to it.
//!
//! It must not know parameters or credentials.

use reqwest::Url;

/// A base URL.
#[derive(Clone)]
pub(super) struct Base {
    /// Without a path.
    origin: Url,
    /// Path before every path, without a slash at its end.
    prefix: String,
}

impl Base {
    /// # Errors
    ///
    /// Says what is wrong. The text is not repeated: it may hold a password.
    pub(super) fn new(text: &str) -> Result<Self, String> {
        let refused = |reason: &str| Err(format!("the base URL {reason}"));
        let url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => return refused(&format!("cannot be read: {error}")),
        };
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return refused("has to begin with http:// or https://");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refused("has credentials in it; give them to `basic_auth`");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refused("has a query or fragment, which paths cannot be added to");
        }
        let prefix = url.path().trim_end_matches('/').to_owned();
        let mut origin = url;
        origin.set_path("/");
        Ok(Self { origin, prefix })
    }

    /// The URL of a path, which begins with a slash, and of a query, which may be empty. Both are
    /// percent-encoded.
    pub(super) fn join(&self, path: &str, query: &str) -> Url {
        let mut url = self.origin.clone();
        if self.prefix.is_empty() {
            url.set_path(path);
        } else {
            url.set_path(&format!("{}{path}", self.prefix));
        }
        if !query.is_empty() {
            url.set_query(Some(query));
        }
        url
    }

    /// What a reference means that is written in the description, as if that stood at the base
    /// URL (RFC 3986, section 5).
    pub(super) fn resolve(&self, reference: &str) -> Option<Url> {
        let mut base = self.origin.clone();
        base.set_path(&format!("{}/", self.prefix));
        base.join(reference).ok()
    }

    /// The URL as text, without a slash at its end.
    pub(super) fn as_text(&self) -> String {
        format!(
            "{}{}",
            self.origin.origin().ascii_serialization(),
            self.prefix
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_added() {
        for (base, expected) in [
            ("https://a.test", "https://a.test/x%2Fy?q=%20"),
            ("https://a.test/", "https://a.test/x%2Fy?q=%20"),
            ("https://A.test:443/v1//", "https://a.test/v1/x%2Fy?q=%20"),
            ("http://[::1]:80/v 1", "http://[::1]/v%201/x%2Fy?q=%20"),
        ] {
            let base = Base::new(base).unwrap();
            assert_eq!(base.join("/x%2Fy", "q=%20").as_str(), expected);
        }
    }

    #[test]
    fn the_text_is_the_base_url() {
        assert_eq!(
            Base::new("https://a.test/v1/").unwrap().as_text(),
            "https://a.test/v1"
        );
    }
}
