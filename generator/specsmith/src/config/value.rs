//! Values of the configuration: where they stand, and which ones hold.
//!
//! This module must not know which keys there are.

use std::ops::Deref;

use specsmith_openapi::Origin;

/// A value and its place in `specsmith.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is written; `None` for a default and for flags.
    pub at: Option<Origin>,
}

impl<T> Placed<T> {
    /// A value that no file holds.
    pub fn nowhere(value: T) -> Self {
        Self { value, at: None }
    }

    /// The value turned into another, at the same place.
    pub(super) fn map<U>(self, f: impl FnOnce(T) -> U) -> Placed<U> {
        Placed {
            value: f(self.value),
            at: self.at,
        }
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Why a package name does not hold, by cargo's rules; `None` when it does.
pub(super) fn wrong_crate_name(name: &str) -> Option<&'static str> {
    let letters = "use ASCII letters, digits, `-` and `_`, beginning with a letter";
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some(letters);
    }
    if !name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    {
        return Some(letters);
    }
    if name.len() > 64 {
        return Some("use at most 64 characters, which is what crates.io takes");
    }
    if !is_ident(&name.replace('-', "_")) {
        return Some("use a name that is not a keyword of Rust");
    }
    if matches!(
        name,
        "core" | "std" | "alloc" | "proc_macro" | "proc-macro" | "test"
    ) {
        return Some("use a name that is not a crate of Rust itself");
    }
    if DEPENDENCIES.contains(&name.replace('-', "_").as_str()) {
        return Some("use a name that no crate has which generated ones depend on");
    }
    None
}

/// What generated crates and their tests depend on, as Rust names it: two crates of a name are none.
const DEPENDENCIES: [&str; 20] = [
    "base64",
    "bytes",
    "chrono",
    "futures_core",
    "gloo_timers",
    "http",
    "httpdate",
    "jiff",
    "js_sys",
    "regex_lite",
    "reqwest",
    "rust_decimal",
    "serde",
    "serde_json",
    "time",
    "tokio",
    "tokio_util",
    "tracing",
    "url",
    "uuid",
];

/// Why this is no path of a module in a crate; `None` when it is.
pub(super) fn wrong_module_name(name: &str) -> Option<&'static str> {
    let Some(("crate", below)) = name.split_once("::") else {
        return Some("begin with `crate::`, as in `crate::my_api`");
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if below
        .split("::")
        .all(|part| part.chars().all(is_plain) && is_ident(part))
    {
        None
    } else {
        Some("use names of modules between `::`: ASCII letters, digits and `_`, no keywords")
    }
}

/// It is no keyword of Rust 2024, `gen` among them, which older editions do not have.
fn is_ident(name: &str) -> bool {
    name != "gen" && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Whether this is a version by <https://semver.org>, section 2, 9 and 10.
pub(super) fn is_version(text: &str) -> bool {
    let (text, build) = split(text, '+');
    let (core, pre) = split(text, '-');
    let numbers: Vec<&str> = core.split('.').collect();
    numbers.len() == 3
        && numbers.into_iter().all(is_number)
        && build.is_none_or(|build| build.split('.').all(is_identifier))
        && pre.is_none_or(|pre| {
            pre.split('.').all(|part| {
                is_identifier(part)
                    && (is_number(part) || !part.bytes().all(|b| b.is_ascii_digit()))
            })
        })
}

/// Why an output path does not hold; `None` when it does. Empty stands for the root.
pub(super) fn wrong_output_path(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return None;
    }
    crate::files::wrong_path(path)
}

/// A path as written, `.` and double slashes taken out.
pub(super) fn tidy(path: &str) -> String {
    let absolute = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = path
        .split('/')
        .filter(|part| !matches!(*part, "" | "."))
        .collect();
    format!("{absolute}{}", parts.join("/"))
}

/// Two relative paths, either of which may be empty.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

/// A text with its first letter in lower case, as messages begin.
pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(head, tail)| (head, Some(tail)))
}

fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok()
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'))
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for good in [
            "0.1.0",
            "1.2.3-alpha.1",
            "1.0.0-0.3.7",
            "1.0.0+20130313144700",
            "1.0.0--",
        ] {
            assert!(is_version(good), "{good}");
        }
        for bad in [
            "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.x", "+1.2.3",
        ] {
            assert!(!is_version(bad), "{bad}");
        }
    }

    #[test]
    fn crate_names() {
        for good in ["truto-crm", "a", "x_1"] {
            assert_eq!(wrong_crate_name(good), None, "{good}");
        }
        for bad in [
            "",
            "1a",
            "a b",
            "../a",
            "fn",
            "self",
            "std",
            "é",
            "a\"",
            "test",
            "gen",
            "tokio",
            "serde-json",
        ] {
            assert!(wrong_crate_name(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn no_crate_is_called_as_one_that_it_depends_on() {
        let template = crate::render::BUILT_IN
            .iter()
            .find(|(name, _)| *name == "rust/dependencies.toml.tera");
        let lines = template.expect("the template").1.lines();
        let lines = lines.filter(|line| !line.starts_with('['));
        let named = lines.filter_map(|line| Some(line.split_once(" = ")?.0.replace('-', "_")));
        let mut named: Vec<String> = named.collect();
        named.sort();
        named.dedup();
        assert_eq!(named, DEPENDENCIES);
    }

    #[test]
    fn module_names() {
        for good in ["crate::truto", "crate::api::v2", "crate::_a"] {
            assert_eq!(wrong_module_name(good), None, "{good}");
        }
        for bad in [
            "",
            "truto",
            "crate",
            "crate::",
            "crate::a::",
            "crate::fn",
            "crate::gen",
            "crate::../a",
            "crate::a b",
            "super::a",
            "crate::a<b>",
            "crate::r#fn",
            "crate::é",
        ] {
            assert!(wrong_module_name(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn paths_are_tidied_but_never_made_relative() {
        assert_eq!(tidy("./generated//x/."), "generated/x");
        assert_eq!(tidy("/etc/x"), "/etc/x");
        assert_eq!(tidy("../x"), "../x");
    }
}
