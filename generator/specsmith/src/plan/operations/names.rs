//! Names of methods: short ones inside their group.
//!
//! It must not know what the operations do.

use std::collections::BTreeSet;

use specsmith_openapi::api::{Operation, OperationId, PathSegment};

use super::super::names::{Case, Ident, Scope, snake};
use super::super::types::given_name;

/// Methods of traits that are always in scope and take the value itself: a method of the same name
/// that borrows is not found.
pub(super) const OF_VALUES: [&str; 2] = ["into", "try_into"];

/// Short names where they are distinct, full ones where they are not.
pub(super) fn methods(members: &[(OperationId, &Operation)], title: &str) -> Vec<Ident> {
    let shorts: Vec<String> = members
        .iter()
        .map(|(_, op)| match given_name(&op.extensions) {
            Some(name) => name.to_owned(),
            None => short_name(&full_name(op), title),
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for short in &shorts {
        if !seen.insert(short) {
            twice.insert(short);
        }
    }
    let mut scope = Scope::with_reserved(["clone"].into_iter().chain(OF_VALUES));
    members
        .iter()
        .zip(&shorts)
        .map(|((_, op), short)| {
            let text = if twice.contains(short) {
                &full_name(op)
            } else {
                short
            };
            scope.name(text, Case::Snake)
        })
        .collect()
}

/// The words that name an operation: given, or made from method and path.
pub(super) fn full_name(op: &Operation) -> String {
    if let Some(name) = given_name(&op.extensions).or(op.id.as_deref()) {
        return name.to_owned();
    }
    let words = op.segments.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.replace('/', " "),
        PathSegment::Parameter(name) => format!("by {name}"),
    });
    let method = op.method.as_str().to_lowercase();
    std::iter::once(method)
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// `full` without the words of the group: `updateContact` in `Contacts` is `update`.
fn short_name(full: &str, title: &str) -> String {
    let words: Vec<String> = snake(full).split('_').map(str::to_owned).collect();
    let title: Vec<String> = snake(title).split('_').map(str::to_owned).collect();
    let same = |a: &[String]| {
        a.len() == title.len()
            && a.iter()
                .zip(&title)
                .all(|(a, b)| singular(a) == singular(b))
    };
    let found = words.windows(title.len().max(1)).position(same);
    match found {
        Some(start) if words.len() > title.len() => words
            .iter()
            .enumerate()
            .filter(|(index, _)| *index < start || *index >= start.saturating_add(title.len()))
            .map(|(_, word)| word.as_str())
            .collect::<Vec<_>>()
            .join("_"),
        Some(_) | None => words.join("_"),
    }
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && stem.len() > 1 => stem.to_owned(),
        Some(_) | None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn a_name_loses_the_words_of_its_group() {
        for (full, title, expected) in [
            ("updateContact", "Contacts", "update"),
            ("contacts_list", "Contacts", "list"),
            ("issues/list-for-repo", "issues", "list_for_repo"),
            ("listIssuesForRepo", "Issues", "list_for_repo"),
            ("contacts", "Contacts", "contacts"),
            ("getStatus", "Statuses", "get_status"),
            ("listCompanies", "Company", "list"),
            ("createUserToken", "User Tokens", "create"),
        ] {
            assert_eq!(short_name(full, title), expected, "{full} in {title}");
        }
    }
}
