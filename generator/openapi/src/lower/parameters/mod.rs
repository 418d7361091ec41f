//! Parameters of operations: which there are, and how each becomes text.
//!
//! It must not know of bodies and responses.

mod style;
mod template;
mod value;

use super::context::Lowering;
use super::methods::is_token;
use super::place::{Part, Scope};
use super::{constraints, default, docs};
use crate::api::{Location, Parameter, PathSegment, Style, Wire};
use crate::codes;
use crate::read::Node;
use crate::report::{Diagnostic, Origin};
use template::{Astray, astray, in_template, report_undeclared, undeclared};

/// The parameters of a path item and of one of its operations, which override those.
pub(super) fn parameters<'a>(
    cx: &mut Lowering<'a>,
    item: &Part<'a>,
    operation: &Part<'a>,
    segments: &[PathSegment],
    template: Origin,
) -> Vec<Parameter> {
    let shared = declared(cx, item);
    let own = declared(cx, operation);
    let is_overridden = |known: &Written<'_>| own.written.iter().any(|it| it.same_name(known));
    let mut written: Vec<Written<'a>> = shared
        .written
        .into_iter()
        .filter(|known| !is_overridden(known))
        .collect();
    written.extend(own.written.iter().cloned());
    let astray = astray(&written, segments);
    written.retain(|it| is_sent(cx, it, segments, astray));
    let mut parameters: Vec<Parameter> = written
        .iter()
        .filter_map(|it| parameter(cx, it, operation))
        .collect();
    let undeclared = undeclared(&parameters, segments);
    let unread = [shared.unread, own.unread].concat();
    for name in undeclared {
        if !unread.iter().any(|it| it.may_be(name)) {
            report_undeclared(cx, name, template, astray);
        }
        let parameter = taken_as_text(cx, name, operation, template);
        parameters.push(parameter);
    }
    parameters
}

/// A parameter before it is lowered.
#[derive(Debug, Clone)]
struct Written<'a> {
    part: Part<'a>,
    name: &'a Node,
    location: Location,
    /// It is written in a component, not at the operation.
    shared: bool,
}

impl Written<'_> {
    fn same_name(&self, other: &Self) -> bool {
        self.location == other.location && self.name.as_str() == other.name.as_str()
    }

    fn text(&self) -> &str {
        self.name.as_str().unwrap_or_default()
    }
}

/// What one list declares.
struct Declared<'a> {
    /// Without repetitions.
    written: Vec<Written<'a>>,
    /// Those that cannot be read, as other findings say.
    unread: Vec<Unread<'a>>,
}

/// What is known of a parameter that cannot be read: its name at most.
#[derive(Debug, Clone, Copy)]
struct Unread<'a>(Option<&'a str>);

impl Unread<'_> {
    /// Whether it may be the parameter of this name.
    fn may_be(self, name: &str) -> bool {
        self.0.is_none_or(|it| it == name)
    }
}

fn declared<'a>(cx: &mut Lowering<'a>, owner: &Part<'a>) -> Declared<'a> {
    let nodes = owner
        .node
        .get("parameters")
        .and_then(Node::as_list)
        .unwrap_or_default();
    let mut declared: Vec<Written<'a>> = Vec::new();
    let mut unread = Vec::new();
    for (position, node) in nodes.iter().enumerate() {
        let part = owner.below(node, &["parameters", &position.to_string()], None);
        let written = match written(cx, part) {
            Ok(written) => written,
            Err(it) => {
                unread.push(it);
                continue;
            }
        };
        if let Some(first) = declared.iter().find(|known| known.same_name(&written)) {
            let diagnostic = Diagnostic::error(
                codes::DUPLICATE_PARAMETER,
                first_place(node),
                format!("the parameter `{}` is declared twice", written.text()),
                "remove one of them; the first one counts",
            );
            cx.push(diagnostic.related(first.name.origin, "first declared here"));
            continue;
        }
        declared.push(written);
    }
    Declared {
        written: declared,
        unread,
    }
}

/// The name of a parameter, or the reference to it.
fn first_place(node: &Node) -> Origin {
    node.get("$ref")
        .or_else(|| node.get("name"))
        .map_or(node.origin, |node| node.origin)
}

fn written<'a>(cx: &mut Lowering<'a>, part: Part<'a>) -> Result<Written<'a>, Unread<'a>> {
    let shared = part.node.get("$ref").is_some();
    let part = cx.resolve(part).ok_or(Unread(None))?;
    let name = part.node.get("name").filter(|node| node.as_str().is_some());
    let unread = Unread(name.and_then(Node::as_str));
    if shared && !cx.spend(part.node) {
        return Err(unread);
    }
    Ok(Written {
        location: location(part.node).ok_or(unread)?,
        name: name.ok_or(unread)?,
        part,
        shared,
    })
}

fn location(node: &Node) -> Option<Location> {
    match node.get("in")?.as_str()? {
        "path" => Some(Location::Path),
        "query" => Some(Location::Query),
        "header" => Some(Location::Header),
        "cookie" => Some(Location::Cookie),
        "querystring" => Some(Location::QueryString),
        _ => None,
    }
}

/// Headers that OpenAPI describes elsewhere (3.0.4, section 4.7.12.2).
const DESCRIBED_ELSEWHERE: [(&str, &str); 3] = [
    ("accept", "the media types of the responses"),
    ("content-type", "the media types of the request body"),
    ("authorization", "the security schemes"),
];

/// Whether the request has a place for a parameter.
fn is_sent(
    cx: &mut Lowering<'_>,
    written: &Written<'_>,
    segments: &[PathSegment],
    astray: Option<Astray<'_>>,
) -> bool {
    let name = written.text();
    match written.location {
        Location::Path => in_template(cx, written, segments, astray),
        Location::Header => {
            let elsewhere = DESCRIBED_ELSEWHERE
                .iter()
                .find(|(it, _)| name.eq_ignore_ascii_case(it));
            let Some((_, by)) = elsewhere else {
                return has_name(cx, written);
            };
            cx.warn(
                codes::IGNORED_HEADER,
                written.name.origin,
                format!("the header `{name}` follows from {by}; as a parameter it is ignored"),
                "remove the parameter",
            );
            false
        }
        Location::Cookie => has_name(cx, written),
        Location::Query => {
            if name.is_empty() {
                cx.warn(
                    codes::PARAMETER_NAME,
                    written.name.origin,
                    "the name of the parameter is empty",
                    "write the name that the service reads; as it stands the parameter is left out",
                );
            }
            !name.is_empty()
        }
        Location::QueryString => true,
    }
}

/// Whether HTTP can send the name of a header or cookie.
fn has_name(cx: &mut Lowering<'_>, written: &Written<'_>) -> bool {
    let name = written.text();
    if is_token(name) {
        return true;
    }
    let what = match written.location {
        Location::Cookie => "cookie",
        Location::Path | Location::Query | Location::QueryString | Location::Header => "header",
    };
    cx.error(
        codes::PARAMETER_NAME,
        written.name.origin,
        format!("`{name}` is no name of a {what}"),
        "use letters, digits and `-`; as it stands the parameter is left out",
    );
    false
}

fn parameter<'a>(
    cx: &mut Lowering<'a>,
    written: &Written<'a>,
    operation: &Part<'a>,
) -> Option<Parameter> {
    let part = &written.part;
    let name = written.text();
    // A shared parameter is named after its component, one in place after its operation.
    let path = match written.shared {
        true => part.scope.path(),
        false => [operation.scope.path().as_slice(), &[name.to_owned()]].concat(),
    };
    let scope = Scope::new(part.scope.pointer(), path);
    let named = Part {
        node: part.node,
        scope,
    };
    let (used, wire) = value::value(cx, written, &named)?;
    let own = docs::of_object(part.node);
    let schema = docs::of_use(cx, &used);
    let mut examples = docs::examples(cx, part);
    examples.extend(value::examples(cx, part));
    examples.extend(docs::schema_examples(&used.own));
    Some(Parameter {
        name: name.to_owned(),
        pointer: part.scope.pointer(),
        origin: written.name.origin,
        location: written.location,
        required: is_required(cx, written),
        allow_empty: written.location == Location::Query
            && docs::flag(part.node, "allowEmptyValue"),
        docs: crate::api::Docs {
            title: schema.title,
            description: own.description.or(schema.description),
            deprecated: own.deprecated || schema.deprecated,
            untyped: schema.untyped,
            ..own
        },
        ty: used.ty,
        wire,
        constraints: constraints::of_use(cx, &used),
        default: default::of_use(cx, &used),
        examples,
        extensions: docs::schema_extensions(&[&[part.node], used.own.as_slice()].concat()),
    })
}

fn is_required(cx: &mut Lowering<'_>, written: &Written<'_>) -> bool {
    let required = docs::flag(written.part.node, "required");
    if written.location == Location::Path && !required {
        let at = written
            .part
            .node
            .get("required")
            .unwrap_or(written.name)
            .origin;
        cx.warn(
            codes::OPTIONAL_PATH_PARAMETER,
            at,
            format!(
                "the path parameter `{}` is taken as required",
                written.text()
            ),
            "write `required: true`: a path has no optional parts",
        );
        return true;
    }
    required
}

/// A parameter of the template of which nothing but its name is known.
fn taken_as_text<'a>(
    cx: &mut Lowering<'a>,
    name: &str,
    operation: &Part<'a>,
    template: Origin,
) -> Parameter {
    Parameter {
        name: name.to_owned(),
        pointer: operation.scope.pointer(),
        origin: template,
        location: Location::Path,
        required: true,
        allow_empty: false,
        docs: Default::default(),
        ty: value::text(cx, operation),
        wire: Wire::Style {
            style: Style::Simple,
            explode: false,
            allow_reserved: false,
        },
        constraints: Default::default(),
        default: None,
        examples: Vec::new(),
        extensions: Default::default(),
    }
}
