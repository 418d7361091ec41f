//! Path parameters that are declared, and those that the path template has.
//!
//! It must not know how a parameter is lowered.

use super::Written;
use crate::api::{Location, Parameter, PathSegment};
use crate::codes;
use crate::lower::context::Lowering;
use crate::report::{Origin, suggest};

/// A path parameter and a parameter of the template that are likely to be one, under two names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Astray<'s> {
    declared: &'s str,
    in_template: &'s str,
}

/// Where one declared parameter is not in the template, and one of the template is not declared.
pub(super) fn astray<'s>(
    written: &[Written<'s>],
    segments: &'s [PathSegment],
) -> Option<Astray<'s>> {
    let declared: Vec<&'s str> = written
        .iter()
        .filter(|it| it.location == Location::Path)
        .filter_map(|it| it.name.as_str())
        .collect();
    let only = |names: Vec<&'s str>| match names.as_slice() {
        [name] => Some(*name),
        _ => None,
    };
    let is_in_template = |name: &str| names(segments).any(|it| it == name);
    let open = names(segments).filter(|name| !declared.contains(name));
    Some(Astray {
        in_template: only(open.collect())?,
        declared: only(
            declared
                .iter()
                .copied()
                .filter(|name| !is_in_template(name))
                .collect(),
        )?,
    })
}

/// The parameters of a template.
fn names(segments: &[PathSegment]) -> impl Iterator<Item = &str> {
    segments.iter().filter_map(|segment| match segment {
        PathSegment::Parameter(name) => Some(name.as_str()),
        PathSegment::Literal(_) => None,
    })
}

pub(super) fn in_template(
    cx: &mut Lowering<'_>,
    written: &Written<'_>,
    segments: &[PathSegment],
    astray: Option<Astray<'_>>,
) -> bool {
    let name = written.text();
    if names(segments).any(|it| it == name) {
        return true;
    }
    let help = match (suggest(name, names(segments)), astray) {
        (Some(known), _) => format!("did you mean `{known}`? as it stands it is left out"),
        (None, Some(Astray { in_template, .. })) => format!(
            "rename it to `{in_template}`, which the path has and nothing declares, or write \
             `{{{name}}}` into the path; it is left out"
        ),
        (None, None) => format!("write `{{{name}}}` into the path, or remove it; it is left out"),
    };
    let message = format!("the path has no parameter `{name}`");
    cx.warn(
        codes::UNUSED_PATH_PARAMETER,
        written.name.origin,
        message,
        help,
    );
    false
}

/// The parameters of the template that nobody declares.
pub(super) fn undeclared<'s>(
    parameters: &[Parameter],
    segments: &'s [PathSegment],
) -> Vec<&'s str> {
    let is_declared = |name: &str| {
        let mut declared = parameters.iter();
        declared.any(|it| it.location == Location::Path && it.name == name)
    };
    names(segments).filter(|name| !is_declared(name)).collect()
}

pub(super) fn report_undeclared(
    cx: &mut Lowering<'_>,
    name: &str,
    template: Origin,
    astray: Option<Astray<'_>>,
) {
    let help = match astray {
        Some(Astray { declared, .. }) => format!(
            "write `{{{declared}}}`, which is declared, or rename that parameter to `{name}`; it \
             is taken as text"
        ),
        None => format!(
            "add `{{name: {name}, in: path, required: true, schema: …}}`; it is taken as text"
        ),
    };
    cx.warn(
        codes::UNDECLARED_PATH_PARAMETER,
        template,
        format!("the path parameter `{name}` is not declared"),
        help,
    );
}
