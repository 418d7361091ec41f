//! Names against patterns with stars.
//!
//! It must not know what the names stand for.

/// Whether a pattern matches all of a name: `*` stands for any characters, none included.
pub(super) fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else {
            return false;
        };
        rest = behind;
    }
    rest.ends_with(last)
}

/// Whether a pattern matches a path: `*` stands for a part between slashes, or for some of its
/// characters, `**` for any number of parts, none included.
pub(super) fn matches_path(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    // Which beginnings of the path the pattern so far can match: linear in both, whatever they are.
    let mut reached = vec![false; path.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for part in pattern {
        reached = step(part, &path, &reached);
    }
    reached.last() == Some(&true)
}

fn step(part: &str, path: &[&str], before: &[bool]) -> Vec<bool> {
    let mut after = vec![false; before.len()];
    let mut open = false;
    for (position, now) in after.iter_mut().enumerate() {
        let is_reached = before.get(position) == Some(&true);
        if part == "**" {
            open |= is_reached;
            *now = open;
        } else if let Some(last) = position.checked_sub(1) {
            let was_reached = before.get(last) == Some(&true);
            *now = was_reached && path.get(last).is_some_and(|name| matches(part, name));
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::{matches, matches_path};

    #[test]
    fn names() {
        for (pattern, name, expected) in [
            ("pets", "pets", true),
            ("pets", "pet", false),
            ("*", "", true),
            ("list*", "listPets", true),
            ("*Pets", "listPets", true),
            ("l*t*s", "listPets", true),
            ("l*x*s", "listPets", false),
            ("ab*ba", "aba", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn paths() {
        for (pattern, path, expected) in [
            ("/pets", "/pets", true),
            ("/pets", "/pets/{id}", false),
            ("/pets/*", "/pets/{id}", true),
            ("/pets/*", "/pets/{id}/toys", false),
            ("/pets/**", "/pets/{id}/toys", true),
            ("/pets/**", "/pets", true),
            ("/pets/**", "/petsitters", false),
            ("/pets*", "/petsitters", true),
            ("/**/toys", "/pets/{id}/toys", true),
            ("**", "/", true),
            ("/*/{id}/**/x", "/a/{id}/b/c/x", true),
        ] {
            assert_eq!(matches_path(pattern, path), expected, "{pattern} {path}");
        }
    }
}
