//! Path templates taken apart.
//!
//! It must not know which parameters are declared.

use super::context::Lowering;
use crate::api::PathSegment;
use crate::codes;
use crate::report::Origin;

/// A piece of a template with braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Braces<'t> {
    Text(&'t str),
    Name(&'t str),
    /// A brace without its partner; what follows is text.
    Unmatched,
}

/// The pieces of a template.
pub(super) fn braces(template: &str) -> impl Iterator<Item = Braces<'_>> {
    let mut rest = Some(template);
    let mut queued = Vec::new();
    std::iter::from_fn(move || {
        loop {
            if let Some(piece) = queued.pop() {
                return Some(piece);
            }
            let text = rest.take().filter(|text| !text.is_empty())?;
            let Some((before, after)) = text.split_once('{') else {
                return Some(Braces::Text(text));
            };
            match after.split_once('}') {
                Some((name, after)) if !name.is_empty() && !name.contains('{') => {
                    rest = Some(after);
                    queued.push(Braces::Name(name));
                }
                _ => {
                    queued.push(Braces::Text(after));
                    queued.push(Braces::Unmatched);
                }
            }
            if !before.is_empty() {
                queued.push(Braces::Text(before));
            }
        }
    })
}

/// The segments of a path template; what does not belong into one is reported.
pub(super) fn segments(cx: &mut Lowering<'_>, template: &str, at: Origin) -> Vec<PathSegment> {
    let (path, fragment) = match template.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (template, None),
    };
    if let Some(fragment) = fragment {
        cx.warn(
            codes::PATH_TEMPLATE,
            at,
            format!("the fragment `#{fragment}` of the path is never sent"),
            "tell operations apart by method or path; the request is made without it",
        );
    }
    if path.contains('?') {
        cx.warn(
            codes::PATH_TEMPLATE,
            at,
            "the path holds a query",
            "declare query parameters; as it stands the text is sent as written",
        );
    }
    let mut segments = Vec::new();
    if !path.starts_with('/') {
        segments.push(PathSegment::Literal("/".to_owned()));
    }
    for piece in braces(path) {
        match piece {
            Braces::Text(text) => push_literal(&mut segments, text),
            Braces::Name(name) => segments.push(PathSegment::Parameter(name.to_owned())),
            Braces::Unmatched => {
                cx.error(
                    codes::PATH_TEMPLATE,
                    at,
                    format!("a brace of `{template}` has no partner"),
                    "write parameters as `{name}`; what follows is sent as text",
                );
                push_literal(&mut segments, "{");
            }
        }
    }
    segments
}

fn push_literal(segments: &mut Vec<PathSegment>, text: &str) {
    match segments.last_mut() {
        Some(PathSegment::Literal(known)) => known.push_str(text),
        _ => segments.push(PathSegment::Literal(text.to_owned())),
    }
}

/// The template without the names of its parameters: equal for templates that match the same.
pub(super) fn anonymous(segments: &[PathSegment]) -> String {
    let piece = |segment: &PathSegment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(_) => "{}".to_owned(),
    };
    segments.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::{Braces, braces};

    #[test]
    fn pieces_of_templates() {
        let pieces = |template| braces(template).collect::<Vec<_>>();
        assert_eq!(
            pieces("/a/{b}.{c}"),
            [
                Braces::Text("/a/"),
                Braces::Name("b"),
                Braces::Text("."),
                Braces::Name("c")
            ]
        );
        assert_eq!(
            pieces("/a{b"),
            [Braces::Text("/a"), Braces::Unmatched, Braces::Text("b")]
        );
        assert_eq!(pieces("{}"), [Braces::Unmatched, Braces::Text("}")]);
        assert_eq!(pieces(""), []);
    }
}
