//! "Did you mean …?": the known word nearest to a misspelt one.
//!
//! This module must not know what the words stand for.

/// The candidate that `word` most likely misspells, if one is near enough.
///
/// Near enough is one edit (insert, delete, replace, swap neighbours) for every three characters,
/// and one for words of two. Letter case does not count as a difference. Of equally near candidates the first one wins.
///
/// ```
/// use specsmith_openapi::report::suggest;
///
/// assert_eq!(suggest("requierd", ["readOnly", "required"]), Some("required"));
/// assert_eq!(suggest("colour", ["readOnly", "required"]), None);
/// ```
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let allowed = if length == 2 { 1 } else { length / 3 };
    let folded = word.to_lowercase();
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let allowed = best.map_or(allowed, |(distance, _)| distance.saturating_sub(1));
        if candidate == word || candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&folded, &candidate.to_lowercase());
        if distance <= allowed && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn nearest_of_several() {
        assert_eq!(
            suggest("proprties", ["property", "properties"]),
            Some("properties")
        );
        assert_eq!(suggest("Nullable", ["nullable"]), Some("nullable"));
        assert_eq!(suggest("tpye", ["title", "type"]), Some("type"));
    }

    #[test]
    fn the_first_of_equally_near_ones() {
        assert_eq!(suggest("bat", ["cat", "hat"]), Some("cat"));
    }

    #[test]
    fn nothing_near() {
        assert_eq!(suggest("", []), None);
        assert_eq!(suggest("x", ["description"]), None);
        assert_eq!(suggest("same", ["same"]), None);
    }
}
