//! Prints TOML: strings and lists of strings for manifests.
//!
//! This module must not know which keys there are.

use super::{Fragment, Language};

/// A basic string (TOML 1.0, "String") that means `text`.
pub fn string(text: &str) -> Fragment {
    Fragment::new(Language::Toml, &quoted(text))
}

/// A basic string in one line, without what nobody sees: cargo hands the texts of a manifest on in
/// the environment, which has no room for a zero byte.
pub fn line(text: &str) -> Fragment {
    string(&super::commonmark::clean(text).replace('\n', " "))
}

/// A key of a table, quoted where it has to be.
pub fn key(text: &str) -> Fragment {
    let is_bare = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    if !text.is_empty() && text.chars().all(is_bare) {
        Fragment::new(Language::Toml, text)
    } else {
        string(text)
    }
}

/// An array of basic strings, in one line.
pub fn list<T: AsRef<str>>(items: &[T]) -> Fragment {
    let items: Vec<String> = items.iter().map(|item| quoted(item.as_ref())).collect();
    Fragment::new(Language::Toml, &format!("[{}]", items.join(", ")))
}

/// A line comment: `# text`.
pub fn comment(text: &str) -> Fragment {
    Fragment::new(Language::Toml, &super::hash_comment(text))
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(2));
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if super::is_unseen(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_mean_themselves() {
        for text in super::super::hostile::HOSTILE {
            let parsed: toml::Table = format!(
                "a = {}\nb = {}",
                string(text).as_str(),
                list(&[text, "x"]).as_str()
            )
            .parse()
            .expect("TOML");
            assert_eq!(parsed["a"].as_str(), Some(text));
            assert_eq!(parsed["b"][0].as_str(), Some(text));
            assert!(!string(text).as_str().contains('\n'));
        }
    }
}
