// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! `Link` headers (RFC 8288).
//!
//! It must not know what is behind a link.

use http::{HeaderMap, header};

/// Target of the first link of relation `next`, as written: it may be relative.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(header::LINK).into_iter();
    values
        .filter_map(|value| value.to_str().ok())
        .find_map(next_of)
        .map(str::to_owned)
}

fn next_of(value: &str) -> Option<&str> {
    let mut rest = value;
    loop {
        let (target, behind) = target(rest)?;
        let (is_next, behind) = parameters(behind);
        if is_next {
            return Some(target);
        }
        rest = behind;
    }
}

/// The text of the next `<…>`, and what is behind it.
fn target(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once('<')?;
    rest.split_once('>')
}

/// Reads the parameters of a link: whether it is of relation `next`, and what is behind the comma
/// that ends it. Only the first `rel` counts (section 3.3).
fn parameters(text: &str) -> (bool, &str) {
    let (mut rest, mut relation) = (text, None);
    loop {
        rest = rest.trim_start();
        let Some(behind) = rest.strip_prefix(';') else {
            let behind = rest.split_once(',').map_or("", |(_, behind)| behind);
            let is_next = relation.is_some_and(|it: String| {
                let mut names = it.split_ascii_whitespace();
                names.any(|name| name.eq_ignore_ascii_case("next"))
            });
            return (is_next, behind);
        };
        let (name, value, behind) = parameter(behind);
        if name.eq_ignore_ascii_case("rel") {
            relation.get_or_insert(value);
        }
        rest = behind;
    }
}

/// `name=value` or `name="value"`, and what is behind it.
fn parameter(text: &str) -> (&str, String, &str) {
    let end = text.find(['=', ';', ',']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else {
        return (name.trim(), String::new(), rest);
    };
    let value = value.trim_start();
    let (value, rest) = match value.strip_prefix('"') {
        Some(quoted) => unquoted(quoted),
        None => {
            let end = value.find([';', ',']).unwrap_or(value.len());
            let (value, rest) = value.split_at(end);
            (value.trim().to_owned(), rest)
        }
    };
    (name.trim(), value, rest)
}

/// A quoted string without its opening quote (RFC 9110, section 5.6.4).
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_in(values: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::LINK, value.parse().unwrap());
        }
        next(&headers)
    }

    #[test]
    fn the_next_link_is_found() {
        for values in [
            &["<https://a.test/?page=2>; rel=\"next\""][..],
            &["<https://a.test/?page=2>; rel=next"],
            &["<https://a.test/?page=2>;rel=\"last NEXT\""],
            &["<https://a.test/?page=9>; rel=\"last\", <https://a.test/?page=2>; rel=\"next\""],
            &[
                "<https://a.test/a,b;c>; rel=\"prev\" , <https://a.test/?page=2> ; title=\"a \\\"b, c\" ; rel=\"next\"",
            ],
            &[
                "<https://a.test/>; rel=prev",
                "<https://a.test/?page=2>; rel=next",
            ],
            &["<https://a.test/>; rel=prev; rel=next, <https://a.test/?page=2>; rel=next"],
        ] {
            assert_eq!(
                next_in(values).as_deref(),
                Some("https://a.test/?page=2"),
                "{values:?}"
            );
        }
    }

    #[test]
    fn other_headers_have_none() {
        for value in [
            "",
            "<",
            "<>",
            "<a>; rel=\"nex",
            "<a>; rel=prev",
            "<a>; title=\"rel=next\"",
            "a; rel=next",
            "<a>; rev=next",
            ";;;,,,\"\\",
        ] {
            assert_eq!(next_in(&[value]), None, "{value}");
        }
    }
}
