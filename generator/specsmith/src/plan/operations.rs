//! Groups, methods, arguments: how each operation is called.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use specsmith_openapi::api::{
    Body, Location, Media, Operation, OperationId, Parameter, PathSegment, Response, Status, Style,
    Tag, Wire,
};
use specsmith_openapi::report::{Diagnostic, Report};

use super::Plan;
use super::names::{Case, Ident, Scope};
use super::samples::{self, Sample};
use super::types::{ItemKind, Ty};

/// Operations that a client offers together.
#[derive(Debug)]
pub struct Group {
    /// Position of its tag in [`Api::tags`](specsmith_openapi::Api::tags); `None` when no operation
    /// of the group has a tag.
    pub tag: Option<usize>,
    /// Name for people, e.g. `Contacts`.
    pub title: String,
    /// Method of the client and module of the crate, e.g. `contacts`.
    pub ident: Ident,
    /// Name of the struct, e.g. `Contacts`.
    pub handle: Ident,
    /// Its operations, in the order of the description.
    pub operations: Vec<OperationPlan>,
}

impl Group {
    /// Its tag, when it has one.
    pub fn tag<'a>(&self, plan: &Plan<'a>) -> Option<&'a Tag> {
        self.tag.and_then(|index| plan.api.tags.get(index))
    }
}

/// How one operation is called.
#[derive(Debug)]
pub struct OperationPlan {
    /// The operation.
    pub id: OperationId,
    /// Method of its group, e.g. `update`.
    pub method: Ident,
    /// Name of the struct that a call is prepared with, e.g. `UpdateContact`.
    pub builder: Ident,
    /// Name of the static that describes it, e.g. `UPDATE_CONTACT`.
    pub constant: Ident,
    /// One for each of [`Operation::parameters`], in that order.
    pub parameters: Vec<ParameterPlan>,
    /// What is sent as the body.
    pub body: Option<BodyPlan>,
    /// Arguments of the method, in order.
    pub arguments: Vec<Argument>,
    /// What a call returns.
    pub success: Success,
    /// Bodies of refusals, by status.
    pub errors: Vec<ErrorPlan>,
    /// Statuses on which the description asks to try again; `None`: the usual ones.
    pub retry_statuses: Option<Vec<u16>>,
    /// Position of the parameter that makes repeating safe.
    pub idempotency_key: Option<usize>,
    /// A request that shows how it is used.
    pub sample: Sample,
}

/// How one parameter is given.
#[derive(Debug)]
pub struct ParameterPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// Type of its value.
    pub ty: Ty,
    /// Setting it changes what the call returns.
    pub raw_switch: Option<RawSwitch>,
}

/// A parameter whose values decide whether the answer has the described type.
#[derive(Debug)]
pub struct RawSwitch {
    /// Values with which it has.
    pub typed: Vec<String>,
}

/// An argument of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// Position in [`OperationPlan::parameters`].
    Parameter(usize),
    /// The request body.
    Body,
}

/// How the request body is given.
#[derive(Debug)]
pub struct BodyPlan {
    /// Argument or setter.
    pub ident: Ident,
    /// The call is refused without it.
    pub required: bool,
    /// Media type sent.
    pub content_type: String,
    /// Type of its value; `None`: bytes that the caller encodes.
    pub ty: Option<Ty>,
}

/// What a call returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Success {
    /// A decoded JSON document.
    Json(Ty),
    /// Nothing.
    Empty,
    /// Bytes as they come.
    Raw,
}

/// Body of a refusal.
#[derive(Debug)]
pub struct ErrorPlan {
    /// Statuses it comes with.
    pub status: Status,
    /// Its type.
    pub ty: Ty,
}

/// Names that a setter must not take: what every prepared call offers.
const CALL_METHODS: [&str; 11] = [
    "attempt_timeout",
    "body",
    "call",
    "header",
    "retry",
    "send",
    "send_raw",
    "send_response",
    "send_stream",
    "timeout",
    "validated",
];

/// Names that a group must not take: what every client offers, and the modules of every crate.
const CLIENT_METHODS: [&str; 9] = [
    "blocking", "builder", "client", "clone", "examples", "http", "lib", "runtime", "types",
];

/// Groups the operations and decides how each is called.
pub(super) fn plan(plan: &Plan<'_>, report: &mut Report) -> Vec<Group> {
    let mut idents = Scope::with_reserved(CLIENT_METHODS);
    let mut handles = Scope::with_reserved(
        ["Client", "ClientBuilder", "Async", "Blocking", "Raw"]
            .into_iter()
            .chain(types(plan)),
    );
    let mut groups = titles(plan)
        .into_iter()
        .map(|(title, tag)| Group {
            tag,
            ident: idents.name_or(&title, "api", Case::Snake),
            handle: handles.name_or(&title, "api", Case::Camel),
            title,
            operations: Vec::new(),
        })
        .collect::<Vec<_>>();
    for group in &mut groups {
        group.operations = operations(plan, group, report);
    }
    groups
}

/// Names of the types: the modules of groups import them, so nothing there may share one.
fn types<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = &'p str> {
    plan.items.iter().map(|item| item.ident.plain())
}

/// The groups in the order of the tags, each with the position of its tag. Tags without an
/// operation have none.
fn titles(plan: &Plan<'_>) -> Vec<(String, Option<usize>)> {
    let mut titles: Vec<(String, Option<usize>)> = Vec::new();
    for (index, tag) in plan.api.tags.iter().enumerate() {
        if plan
            .api
            .operations
            .iter()
            .any(|op| op.tags.first() == Some(&tag.name))
        {
            titles.push((tag.name.clone(), Some(index)));
        }
    }
    for op in plan.api.operations.iter().filter(|op| op.tags.is_empty()) {
        let title = title_of_untagged(op);
        if !titles
            .iter()
            .any(|(known, tag)| tag.is_none() && *known == title)
        {
            titles.push((title, None));
        }
    }
    titles
}

/// The first word of the path that is not a version.
fn title_of_untagged(op: &Operation) -> String {
    let version = |word: &str| {
        word.strip_prefix(['v', 'V'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    op.path
        .split('/')
        .find(|word| !word.is_empty() && !word.starts_with('{') && !version(word))
        .unwrap_or("general")
        .to_owned()
}

fn belongs(op: &Operation, group: &Group) -> bool {
    match (op.tags.first(), group.tag) {
        (Some(tag), Some(_)) => *tag == group.title,
        (None, None) => title_of_untagged(op) == group.title,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn operations(plan: &Plan<'_>, group: &Group, report: &mut Report) -> Vec<OperationPlan> {
    let members: Vec<(OperationId, &Operation)> = plan
        .api
        .operations()
        .filter(|(_, op)| belongs(op, group))
        .collect();
    let methods = methods(&members, &group.title);
    let mut builders = Scope::with_reserved(
        [
            group.handle.plain(),
            "Call",
            "Http",
            "Async",
            "Raw",
            "Mode",
            "Response",
            "Error",
            "Result",
            "String",
            "Option",
            "Vec",
            "Into",
        ]
        .into_iter()
        .chain(types(plan)),
    );
    let mut constants = Scope::with_reserved(["SPEC"]);
    members
        .into_iter()
        .zip(methods)
        .map(|((id, op), method)| {
            let full = full_name(op);
            operation(
                plan,
                id,
                method,
                &full,
                &mut builders,
                &mut constants,
                report,
            )
        })
        .collect()
}

/// Short names where they are distinct, full ones where they are not.
fn methods(members: &[(OperationId, &Operation)], title: &str) -> Vec<Ident> {
    let shorts: Vec<String> = members
        .iter()
        .map(|(_, op)| short_name(&full_name(op), title))
        .collect();
    let mut seen = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for short in &shorts {
        if !seen.insert(short) {
            twice.insert(short);
        }
    }
    let mut scope = Scope::with_reserved(["clone"]);
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
fn full_name(op: &Operation) -> String {
    let given = op
        .extensions
        .get("x-specsmith-name")
        .and_then(|name| name.as_str());
    if let Some(name) = given.or(op.id.as_deref()) {
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
    let words: Vec<String> = full.to_snake_case().split('_').map(str::to_owned).collect();
    let title: Vec<String> = title
        .to_snake_case()
        .split('_')
        .map(str::to_owned)
        .collect();
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

fn operation(
    plan: &Plan<'_>,
    id: OperationId,
    method: Ident,
    full: &str,
    builders: &mut Scope,
    constants: &mut Scope,
    report: &mut Report,
) -> OperationPlan {
    let op = &plan.api[id];
    let mut scope = Scope::with_reserved(CALL_METHODS);
    let parameters: Vec<ParameterPlan> = op
        .parameters
        .iter()
        .map(|p| parameter(plan, p, &mut scope))
        .collect();
    let body = op.body.as_ref().map(|body| body_plan(plan, body, report));
    let arguments = arguments(op, body.as_ref());
    let sample = samples::sample(plan, op, body.as_ref());
    OperationPlan {
        id,
        method,
        builder: builders.name_or(full, "call", Case::Camel),
        constant: constants.name(full, Case::Shouty),
        body,
        arguments,
        success: success(plan, op, report),
        errors: errors(plan, op),
        retry_statuses: retry_statuses(plan, op),
        idempotency_key: op.parameters.iter().position(is_idempotency_key),
        parameters,
        sample,
    }
}

fn parameter(plan: &Plan<'_>, parameter: &Parameter, scope: &mut Scope) -> ParameterPlan {
    let given = parameter
        .extensions
        .get("x-specsmith-name")
        .and_then(|name| name.as_str());
    let typed = parameter
        .extensions
        .get("x-specsmith-typed-values")
        .and_then(|v| v.as_array());
    let text = |value: &specsmith_openapi::api::Value| value.as_str().map(str::to_owned);
    ParameterPlan {
        ident: scope.name_or(
            given.unwrap_or(&parameter.name),
            location(parameter),
            Case::Snake,
        ),
        ty: plan.ty(parameter.ty.ty).clone(),
        raw_switch: match typed {
            Some(values) if !parameter.required => Some(RawSwitch {
                typed: values.iter().filter_map(text).collect(),
            }),
            Some(_) | None => None,
        },
    }
}

fn location(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn is_idempotency_key(parameter: &Parameter) -> bool {
    parameter.location == Location::Header
        && (parameter
            .extensions
            .get("x-specsmith-idempotency-key")
            .and_then(|v| v.as_bool())
            == Some(true))
}

/// Required parameters in the order written, path first, then the required body.
fn arguments(op: &Operation, body: Option<&BodyPlan>) -> Vec<Argument> {
    let at = |path: bool| {
        op.parameters
            .iter()
            .enumerate()
            .filter(move |(_, p)| p.required && (p.location == Location::Path) == path)
            .map(|(index, _)| Argument::Parameter(index))
    };
    let body = body.filter(|body| body.required).map(|_| Argument::Body);
    at(true).chain(at(false)).chain(body).collect()
}

fn body_plan(plan: &Plan<'_>, body: &Body, report: &mut Report) -> BodyPlan {
    let json = body.media.iter().find(|media| is_json(&media.content_type));
    let first = json.or(body.media.first());
    for media in body
        .media
        .iter()
        .filter(|media| !is_json(&media.content_type))
    {
        let kept = json.is_some();
        report.push(Diagnostic::warning(
            "body-untyped",
            media.origin,
            format!("a body of type `{}` is not typed yet", media.content_type),
            if kept {
                "the JSON form is used"
            } else {
                "the method takes bytes that you encode"
            },
        ));
    }
    let ty = json.map(|media| media.ty.map_or(Ty::Value, |place| plan.ty_of(place)));
    let ident = body_ident(plan, ty.as_ref());
    BodyPlan {
        ident,
        required: body.required,
        content_type: first
            .map_or("application/octet-stream", |m| m.content_type.as_str())
            .to_owned(),
        ty,
    }
}

fn body_ident(plan: &Plan<'_>, ty: Option<&Ty>) -> Ident {
    let text = match ty {
        Some(Ty::Item(index)) => match plan.items.get(*index).map(|item| &item.kind) {
            Some(ItemKind::Record(_) | ItemKind::Enumeration(_)) | None => "body",
        },
        Some(_) | None => "body",
    };
    Scope::default().name(text, Case::Snake)
}

/// `application/json` and every `+json` type (RFC 6839, section 3.1).
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

fn success(plan: &Plan<'_>, op: &Operation, report: &mut Report) -> Success {
    let all: Vec<&Response> = op
        .responses
        .iter()
        .filter(|r| r.status.is_success())
        .collect();
    let found: Vec<Success> = all
        .iter()
        .map(|response| returned(plan, response))
        .collect();
    let Some(first) = found.first() else {
        // Only `default` is described: it speaks of success as well.
        return op
            .responses
            .iter()
            .find(|r| r.status == Status::Default && op.responses.len() == 1)
            .map_or(Success::Empty, |response| returned(plan, response));
    };
    if found.iter().all(|other| other == first) {
        return first.clone();
    }
    if let Some(response) = all.first() {
        report.push(Diagnostic::warning(
            "responses-untyped",
            response.origin,
            "the statuses of success come with different bodies, so the call returns bytes",
            "decode them by status, or describe one body for all",
        ));
    }
    Success::Raw
}

fn returned(plan: &Plan<'_>, response: &Response) -> Success {
    if response.media.is_empty() {
        return Success::Empty;
    }
    match json(response) {
        Some(Media {
            ty: Some(place), ..
        }) => Success::Json(plan.ty_of(*place)),
        Some(Media { ty: None, .. }) => Success::Json(Ty::Value),
        None => Success::Raw,
    }
}

fn json(response: &Response) -> Option<&Media> {
    response
        .media
        .iter()
        .find(|media| is_json(&media.content_type))
}

fn errors(plan: &Plan<'_>, op: &Operation) -> Vec<ErrorPlan> {
    op.responses
        .iter()
        .filter(|response| !response.status.is_success())
        .filter(|response| response.status != Status::Default || op.responses.len() > 1)
        .filter_map(|response| {
            let place = json(response)?.ty?;
            Some(ErrorPlan {
                status: response.status,
                ty: plan.ty_of(place),
            })
        })
        .collect()
}

fn retry_statuses(plan: &Plan<'_>, op: &Operation) -> Option<Vec<u16>> {
    let key = "x-specsmith-retry";
    let rule = op
        .extensions
        .get(key)
        .or_else(|| plan.api.extensions.get(key))?;
    let statuses = rule.get("statuses")?.as_array()?;
    Some(
        statuses
            .iter()
            .filter_map(|s| u16::try_from(s.as_u64()?).ok())
            .collect(),
    )
}

/// How a parameter is serialized; the default of its place where it is sent as a document.
pub(crate) fn style(parameter: &Parameter) -> (Style, bool) {
    match &parameter.wire {
        Wire::Style { style, explode, .. } => (*style, *explode),
        Wire::Content(_) => match parameter.location {
            Location::Path | Location::Header => (Style::Simple, false),
            Location::Query | Location::Cookie => (Style::Form, true),
        },
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
