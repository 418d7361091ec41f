//! Where references of a text lead: `[name]: target`.
//!
//! A block of HTML is read by itself, and takes along what it needs of these.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::Parser;

use super::url;

/// Most characters of a target. It is written once for each block of HTML that refers to it.
const LONGEST: usize = 2_048;

/// The targets that may be linked to, by names as they are compared.
#[derive(Default)]
pub(super) struct Targets(BTreeMap<String, String>);

impl Targets {
    /// Those of a text.
    pub(super) fn of(parser: &Parser<'_>) -> Self {
        let defined = parser.reference_definitions().iter();
        let targets = defined.filter_map(|(name, defined)| {
            let url = url::href(&defined.dest).filter(|url| url.len() <= LONGEST)?;
            Some((folded(name), url))
        });
        Self(targets.collect())
    }

    /// The same text, behind the targets of what it refers to.
    pub(super) fn with(&self, text: &str) -> String {
        let mut out = String::new();
        let mut seen = BTreeSet::new();
        for name in names(text).filter(|_| !self.0.is_empty()) {
            let folded = folded(name);
            if let Some(url) = self.0.get(&folded).filter(|_| seen.insert(folded)) {
                out.push_str(&format!("[{name}]: {url}\n\n"));
            }
        }
        out + text
    }
}

/// What stands in brackets.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('[').skip(1).filter_map(|behind| {
        let (name, _) = behind.split_once(']')?;
        // Those of footnotes have a circumflex.
        let is_name = !name.trim().is_empty() && !name.starts_with('^') && !name.contains('\n');
        is_name.then_some(name)
    })
}

/// As names are compared: without regard to case and to how much space there is.
fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
