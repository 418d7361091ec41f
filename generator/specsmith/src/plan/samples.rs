//! A request that shows how an operation is used, made from the examples of the description.

use specsmith_openapi::api::{
    Api, ApiKeyLocation, Location, Media, Operation, Parameter, PathSegment, Requirement,
    SecurityKind, SecurityScheme, Server, Value, Wire,
};

use super::Plan;
use super::fits::{Side, fits};
use super::operations::{BodyPlan, ParameterPlan, Success};
use super::sample_bodies::{self, SampleAnswer, SampleBody};
use super::sample_values::{self, Empty};
use super::types::Ty;
use super::wire;

/// A request that shows how an operation is used.
#[derive(Debug)]
pub struct Sample {
    /// Base URL, without a slash at its end.
    pub server: String,
    /// Path of a server of its own that is relative to the base URL, whatever that is.
    pub prefix: String,
    /// The path behind it.
    pub path: Vec<SampleSegment>,
    /// Query parameters on the wire, not yet percent-encoded.
    pub query: Vec<SamplePair>,
    /// Headers other than `Authorization` and those of the body.
    pub headers: Vec<SamplePair>,
    /// Cookies.
    pub cookies: Vec<SamplePair>,
    /// What the caller proves itself with.
    pub credentials: Vec<Credential>,
    /// The body.
    pub body: Option<SampleBody>,
    /// What a success brings back.
    pub answer: Option<SampleAnswer>,
    /// Value of each parameter that is set, by position in
    /// [`Operation::parameters`](specsmith_openapi::api::Operation::parameters).
    pub values: Vec<(usize, SampleValue)>,
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum SampleValue {
    /// As the description shows it.
    Value(Value),
    /// Taken from this environment variable.
    Env(String),
}

/// Part of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleSegment {
    /// Text of the template, sent as written.
    Literal(String),
    /// A value, percent-encoded when sent.
    Value(SampleText),
}

/// A name and a value on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePair {
    /// Name, brackets included.
    pub name: String,
    /// Value.
    pub value: SampleText,
}

/// Text of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleText {
    /// As it stands; percent-encoded where that is the way of its place.
    Literal(String),
    /// As it goes over the wire.
    Spelled(String),
    /// The value of this environment variable.
    Env(String),
}

/// What the caller proves itself with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Name of the security scheme.
    pub scheme: String,
    /// Where it goes.
    pub kind: SecurityKind,
    /// The environment variable that holds it. With [`SecurityKind::Basic`] there are two, whose
    /// names go on with `_USER` and `_PASSWORD`.
    pub env: String,
}

/// Makes the request that documentation and snippets of an operation show: required parameters
/// and the body's first example.
pub(super) fn sample(
    plan: &Plan<'_>,
    op: &Operation,
    parameters: &[ParameterPlan],
    body: Option<&BodyPlan>,
    success: &Success,
) -> Sample {
    let values: Vec<(usize, SampleValue)> = op
        .parameters
        .iter()
        .enumerate()
        .zip(parameters)
        .filter(|((_, parameter), _)| parameter.required)
        .map(|((index, parameter), planned)| (index, value_of(plan, parameter, &planned.ty)))
        .collect();
    let mut sample = Sample {
        server: server(plan.api, op),
        prefix: prefix(op),
        path: Vec::new(),
        query: Vec::new(),
        headers: Vec::new(),
        cookies: Vec::new(),
        credentials: credentials(plan, op),
        body: body.and_then(|body| sample_bodies::body(plan, op, body)),
        answer: sample_bodies::answer(plan, op, success),
        values: values.clone(),
    };
    for (index, value) in &values {
        let planned = op.parameters.get(*index).zip(parameters.get(*index));
        let Some((parameter, planned)) = planned else {
            continue;
        };
        let pairs = wire::pairs(parameter, planned.wire, value);
        match parameter.location {
            Location::Path => {}
            Location::Query | Location::QueryString => sample.query.extend(pairs),
            Location::Header => sample.headers.extend(pairs),
            Location::Cookie => sample.cookies.extend(pairs),
        }
    }
    sample.path = path(op, parameters, &values);
    sample
}

fn path(
    op: &Operation,
    parameters: &[ParameterPlan],
    values: &[(usize, SampleValue)],
) -> Vec<SampleSegment> {
    let of = |name: &str| {
        values.iter().find_map(|(index, value)| {
            let parameter = op.parameters.get(*index)?;
            let is_it = parameter.location == Location::Path && parameter.name == name;
            is_it.then(|| {
                Some(wire::segments(
                    parameter,
                    parameters.get(*index)?.wire,
                    value,
                ))
            })?
        })
    };
    let segments = op.segments.iter().flat_map(|segment| match segment {
        PathSegment::Literal(literal) => vec![SampleSegment::Literal(literal.clone())],
        PathSegment::Parameter(name) => of(name)
            .unwrap_or_else(|| vec![SampleSegment::Value(SampleText::Literal(name.clone()))]),
    });
    segments.collect()
}

/// The base URL, with the defaults of its variables.
fn server(api: &Api, op: &Operation) -> String {
    let base = match api.servers.first().map(filled) {
        Some(url) if is_absolute(&url) => url,
        Some(path) => format!("http://localhost{}", rooted(&path)),
        None => "http://localhost".to_owned(),
    };
    match op.servers.first().map(filled) {
        None => base,
        Some(own) if is_absolute(&own) => own,
        Some(own) if own.starts_with('/') || own.is_empty() => format!("{}{own}", origin(&base)),
        Some(own) => format!("{base}{}", rooted(&own)),
    }
}

/// The path of the base URL, with the defaults of its variables: empty or `/v1`.
pub fn base_path(api: &Api) -> String {
    let url = api.servers.first().map(filled).unwrap_or_default();
    if is_absolute(&url) {
        let path = url.strip_prefix(origin(&url));
        path.unwrap_or_default().to_owned()
    } else {
        rooted(&url)
    }
}

/// The path of a server of its own that is found from the base URL.
fn prefix(op: &Operation) -> String {
    let own = op.servers.first().map(filled);
    let relative = own.filter(|own| !is_absolute(own));
    relative.map_or_else(String::new, |path| rooted(&path))
}

fn filled(server: &Server) -> String {
    let mut url = server.url.clone();
    for (name, variable) in &server.variables {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    url.trim_end_matches('/').to_owned()
}

fn is_absolute(url: &str) -> bool {
    url.contains("://")
}

fn rooted(path: &str) -> String {
    match path.trim_start_matches("./").trim_matches('/') {
        "" => String::new(),
        path => format!("/{path}"),
    }
}

/// Scheme, host and port.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at.saturating_add(3));
    let rest = url.get(host..).unwrap_or_default();
    let end = rest
        .find('/')
        .map_or(url.len(), |at| host.saturating_add(at));
    url.get(..end).unwrap_or(url)
}

/// What the first alternative needs that the caller can have in its environment.
fn credentials(plan: &Plan<'_>, op: &Operation) -> Vec<Credential> {
    let is_usual = |requirement: &&Requirement| {
        let mut kinds = requirement
            .schemes
            .iter()
            .map(|(id, _)| &plan.api[*id].kind);
        kinds.all(|kind| !matches!(kind, SecurityKind::Http { .. } | SecurityKind::MutualTls))
    };
    let requirement = op.security.iter().find(is_usual).or(op.security.first());
    let schemes = requirement
        .into_iter()
        .flat_map(|requirement| &requirement.schemes);
    schemes
        .map(|(id, _)| &plan.api[*id])
        .filter(|scheme| scheme.kind != SecurityKind::MutualTls)
        .map(|scheme| Credential {
            scheme: scheme.name.clone(),
            kind: scheme.kind.clone(),
            env: env(plan, &scheme.name).unwrap_or_else(|| default_env(plan, scheme)),
        })
        .collect()
}

fn default_env(plan: &Plan<'_>, scheme: &SecurityScheme) -> String {
    let what = |scheme: &SecurityScheme| match &scheme.kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            "token"
        }
        SecurityKind::Basic => "",
        SecurityKind::ApiKey { location, .. } => match location {
            ApiKeyLocation::Header | ApiKeyLocation::Query | ApiKeyLocation::Cookie => "api key",
        },
        SecurityKind::Http { .. } => "authorization",
        SecurityKind::MutualTls => "certificate",
    };
    let kind = what(scheme);
    let alike = plan
        .api
        .security_schemes
        .iter()
        .filter(|other| what(other) == kind);
    let lib = plan.lib.rsplit("::").next().unwrap_or_default();
    let name = match alike.count() {
        0 | 1 => format!("{lib} {kind}"),
        _ => format!("{lib} {}", scheme.name),
    };
    let mut scope = super::Scope::default();
    scope.name(&name, super::Case::Shouty).plain().to_owned()
}

fn value_of(plan: &Plan<'_>, parameter: &Parameter, ty: &Ty) -> SampleValue {
    // The environment has text.
    let is_text = match ty {
        Ty::Option(inner) => **inner == Ty::String,
        ty => *ty == Ty::String,
    };
    if let Some(env) = env(plan, &parameter.name).filter(|_| is_text) {
        return SampleValue::Env(env);
    }
    let fits = |value: &Value| fits(plan.api, parameter.ty, value, Side::Request);
    let mut examples = parameter.examples.iter().map(|example| &example.value);
    let example = examples.find(|value| fits(value)).cloned();
    SampleValue::Value(
        example
            .or_else(|| parameter.default.clone().filter(fits))
            .unwrap_or_else(|| {
                let mut rules = parameter.constraints.clone();
                let empty = match &parameter.wire {
                    Wire::Style { .. } => {
                        // An object of nothing would leave nothing of the parameter.
                        rules.min_properties = rules.min_properties.max(Some(1));
                        Empty::Lost
                    }
                    Wire::Content(_) => Empty::Kept,
                };
                sample_values::value(plan.api, parameter.ty, Some(&rules), Side::Request, empty)
            }),
    )
}

pub(super) fn media_value(api: &Api, media: &Media, side: Side) -> Value {
    let made = || {
        media.ty.or(media.item).map_or(Value::Null, |place| {
            sample_values::value(api, place, None, side, empty(media))
        })
    };
    let fits = |value: &&Value| media.ty.is_none_or(|place| fits(api, place, value, side));
    let mut examples = media.examples.iter().map(|example| &example.value);
    examples.find(fits).cloned().unwrap_or_else(made)
}

/// A field with a style is written as a parameter is.
fn empty(media: &Media) -> Empty {
    let mut wires = media.encodings.iter().map(|encoding| &encoding.wire);
    match wires.any(|wire| matches!(wire, Some(Wire::Style { .. }))) {
        true => Empty::Lost,
        false => Empty::Kept,
    }
}

/// The environment variable that the configuration names for a scheme or parameter.
fn env(plan: &Plan<'_>, of: &str) -> Option<String> {
    let variables = plan.sdk.snippets.iter().flat_map(|snippets| &snippets.env);
    variables
        .into_iter()
        .find(|variable| variable.of.value == of)
        .map(|v| v.name.clone())
}
