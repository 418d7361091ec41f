//! URI references: resolved against a base (RFC 3986, section 5.2), and their escapes.
//!
//! It must not know what a URI leads to.

use std::borrow::Cow;

/// A reference taken apart, without its fragment.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

/// What `reference` means where `base` is the base URI. Both are without fragments.
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let base = Parts::of(base);
    let it = Parts::of(reference);
    if it.scheme.is_some() {
        return it.with_path(&without_dots(it.path));
    }
    let scheme = base.scheme;
    if it.authority.is_some() {
        return Parts { scheme, ..it }.with_path(&without_dots(it.path));
    }
    let authority = base.authority;
    if it.path.is_empty() {
        let query = it.query.or(base.query);
        let all = Parts { query, ..base };
        return all.with_path(base.path);
    }
    let path = if it.path.starts_with('/') {
        without_dots(it.path)
    } else {
        without_dots(&merged(&base, it.path))
    };
    let all = Parts {
        scheme,
        authority,
        ..it
    };
    all.with_path(&path)
}

/// Whether a reference begins with a scheme or names a host.
pub(crate) fn is_absolute(reference: &str) -> bool {
    let parts = Parts::of(reference);
    parts.scheme.is_some() || parts.authority.is_some()
}

/// The last segment of the path of a URL, if it has one that can name a file.
pub(crate) fn file_name(url: &str) -> Option<&str> {
    let name = Parts::of(url).path.rsplit('/').next()?;
    (!matches!(name, "" | "." | "..")).then_some(name)
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let (scheme, rest) = match text.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (rest, None),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self {
            scheme,
            authority,
            path,
            query,
        }
    }

    fn with_path(&self, path: &str) -> String {
        let mut text = String::new();
        for (before, part, after) in [
            ("", self.scheme, ":"),
            ("//", self.authority, ""),
            ("", Some(path), ""),
            ("?", self.query, ""),
        ] {
            if let Some(part) = part {
                text.extend([before, part, after]);
            }
        }
        text
    }
}

/// A letter, then letters, digits and `+-.`; one letter alone is a drive of Windows.
fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn merged(base: &Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    match base.path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{path}"),
        None => path.to_owned(),
    }
}

fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." && kept.len() > usize::from(path.starts_with('/')) {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    kept.join("/")
}

/// A part of a URI as text (RFC 3986, section 2.1). What is no escape, or no UTF-8, stays.
pub(crate) fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) if hex(*high).zip(hex(*low)).is_some() => {
                let (high, low) = (hex(*high).unwrap_or(0), hex(*low).unwrap_or(0));
                bytes.push(high * 16 + low);
                tail
            }
            _ => {
                bytes.push(*first);
                tail
            }
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Text for a fragment such that [`percent_decode`] gives it back.
pub(crate) fn percent_encode(text: &str) -> Cow<'_, str> {
    if text.contains(['%', '#']) {
        Cow::Owned(text.replace('%', "%25").replace('#', "%23"))
    } else {
        Cow::Borrowed(text)
    }
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::{file_name, is_absolute, percent_decode, percent_encode, resolve};

    #[test]
    fn references_against_a_base() {
        let base = "https://a.example/b/c/d.json?q";
        for (reference, expected) in [
            ("e.json", "https://a.example/b/c/e.json"),
            ("./e.json", "https://a.example/b/c/e.json"),
            ("../e.json", "https://a.example/b/e.json"),
            ("../../../e", "https://a.example/e"),
            ("/e", "https://a.example/e"),
            ("//h/e", "https://h/e"),
            ("http://h/../e", "http://h/e"),
            ("urn:x:y", "urn:x:y"),
            ("?r", "https://a.example/b/c/d.json?r"),
            ("", "https://a.example/b/c/d.json?q"),
            ("..", "https://a.example/b/"),
            (".", "https://a.example/b/c/"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
        assert_eq!(resolve("", "e"), "e");
        assert_eq!(resolve("https://h", "e"), "https://h/e");
        assert_eq!(resolve("a/b", "../c"), "c");
    }

    #[test]
    fn urls_and_paths() {
        for url in ["https://h/a", "urn:x", "//h/a", "file:///a"] {
            assert!(is_absolute(url), "{url}");
        }
        for path in ["a.yaml", "../a:b.yaml", "/a", "c:\\a", ""] {
            assert!(!is_absolute(path), "{path}");
        }
        assert_eq!(file_name("https://h/a/b.yaml?x"), Some("b.yaml"));
        assert_eq!(file_name("https://h"), None);
    }

    #[test]
    fn escapes_become_text() {
        assert_eq!(percent_decode("/a%20b/%C3%A9"), "/a b/é");
        assert_eq!(percent_decode("/100%/%zz/%f"), "/100%/%zz/%f");
        assert_eq!(percent_decode("/%ff"), "/%ff");
        for text in ["/100%", "/%41", "/a#b", "/a"] {
            assert_eq!(percent_decode(&percent_encode(text)), text);
        }
    }
}
