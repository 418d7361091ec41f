//! The snippet targets that need no template of one's own.
//!
//! This module must not know how they are rendered.

use super::{Language, Placed, Target};

/// Ids of the built-in targets, in the order in which docs show them.
pub(super) const IDS: [&str; 4] = ["curl", "javascript", "python", "rust"];

/// A built-in target by its id.
pub(super) fn target(id: &str) -> Option<Target> {
    let (label, language, extension) = match id {
        "curl" => ("curl", Language::Shell, "sh"),
        "javascript" => ("JavaScript (fetch)", Language::JavaScript, "mjs"),
        "python" => ("Python (requests)", Language::Python, "py"),
        "rust" => ("Rust", Language::Rust, "rs"),
        _ => return None,
    };
    Some(Target {
        id: id.to_owned(),
        label: label.to_owned(),
        language,
        extension: extension.to_owned(),
        template: Placed::nowhere(template(id, extension)),
    })
}

/// All built-in targets.
pub(super) fn targets() -> Vec<Target> {
    IDS.into_iter().filter_map(target).collect()
}

/// The template of a target that names none.
pub(super) fn template(id: &str, extension: &str) -> String {
    format!("snippets/{id}.{extension}.tera")
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_id_has_a_target() {
        assert_eq!(super::targets().len(), super::IDS.len());
    }
}
