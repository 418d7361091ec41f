//! What templates of snippets see. `templates/README.md` describes it for those who write them.
//!
//! Must not know any template.

use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::Serialize;
use specsmith_openapi::api::{Location, Value};

use super::request::{self, Header};
use super::speech::Speech;
use crate::plan::{
    OperationPlan, Plan, SampleBody, SampleSegment, SampleText, SampleValue, Success,
    percent_encode,
};
use crate::print::{Fragment, Piece, rust};

/// A snippet in Rust, which the plan's sample is code for already.
#[derive(Serialize)]
pub(super) struct Program {
    header: Option<Fragment>,
    needs: Option<Fragment>,
    program: Fragment,
}

impl Program {
    pub(super) fn new(op: &OperationPlan, header: Option<&str>, program: Fragment) -> Self {
        let url = request::url(&op.sample);
        let headers = request::headers(op);
        let needs = needs(&variables(&pieces(&url, &headers)));
        Self {
            header: header.map(rust::comment),
            needs: needs.as_deref().map(rust::comment),
            program,
        }
    }
}

/// An environment variable that a snippet takes.
#[derive(Serialize)]
struct VariableView {
    value: Fragment,
    /// The same, where that is usual with an end of the program when it is not set.
    required: Fragment,
    /// Says that the variable is not set.
    unset: Fragment,
}

/// A request in one language.
#[derive(Serialize)]
pub(super) struct Snippet<S> {
    /// Says what wrote the file.
    header: Option<Fragment>,
    /// Says which environment variables it takes.
    needs: Option<Fragment>,
    environment: Vec<VariableView>,
    method: Fragment,
    is_head: bool,
    url: Fragment,
    headers: Vec<HeaderView>,
    body: Option<BodyView>,
    answer: Answer,
    uses: Uses,
    /// What SDKs take instead of URL and headers.
    server: Fragment,
    credentials: IndexMap<String, Fragment>,
    path: IndexMap<String, ParameterView>,
    query: IndexMap<String, ParameterView>,
    /// Query parameters that hold an environment variable or a value, in order.
    query_list: Vec<ParameterView>,
    extensions: IndexMap<String, ExtensionView>,
    #[serde(skip)]
    speech: PhantomData<S>,
}

#[derive(Serialize)]
struct HeaderView {
    name: Fragment,
    value: Fragment,
    /// `Name: value`.
    line: Fragment,
    /// Clients that are given a JSON value send this header themselves.
    is_implied: bool,
}

#[derive(Serialize)]
struct BodyView {
    value: Fragment,
    text: Fragment,
    /// `application/json`, which many clients have a shortcut for.
    is_json: bool,
    /// It is no JSON: `value` and `text` are its text.
    is_text: bool,
}

/// What comes back.
#[derive(Serialize)]
struct Answer {
    json: bool,
    empty: bool,
}

/// What the expressions take from their surroundings.
#[derive(Serialize)]
struct Uses {
    environment: bool,
    percent_encoding: bool,
    /// In the path alone, for SDKs that encode query parameters themselves.
    path_encoding: bool,
    base64: bool,
}

/// A parameter as a value, for SDKs.
#[derive(Clone, Serialize)]
struct ParameterView {
    name: Fragment,
    value: Fragment,
    /// The value percent-encoded as text, for SDKs that leave that to their caller.
    encoded: Fragment,
}

#[derive(Serialize)]
struct ExtensionView {
    value: Fragment,
    /// As an identifier, when it is one.
    name: Option<Fragment>,
}

impl<S: Speech> Snippet<S> {
    pub(super) fn new(plan: &Plan<'_>, op: &OperationPlan, header: Option<&str>) -> Self {
        let sample = &op.sample;
        let api = &plan.api[op.id];
        let url = request::url(sample);
        let headers = request::headers(op);
        let pieces = pieces(&url, &headers);
        let variables = variables(&pieces);
        Self {
            header: header.map(S::comment),
            needs: needs(&variables).as_deref().map(S::comment),
            environment: variables.into_iter().map(variable_view::<S>).collect(),
            method: S::string(api.method.as_str()),
            is_head: api.method.as_str() == "HEAD",
            url: S::expression(&url),
            headers: headers.iter().map(header_view::<S>).collect(),
            body: sample.body.as_ref().map(body_view::<S>),
            answer: Answer {
                json: sample.answer.as_ref().is_some_and(|it| it.text.is_none()),
                empty: matches!(op.success, Success::Empty),
            },
            uses: uses(&pieces, op),
            server: S::string(&sample.server),
            credentials: sample
                .credentials
                .iter()
                .map(|c| (key(&c.scheme), S::expression(&[Piece::Env(c.env.clone())])))
                .collect(),
            path: parameters::<S>(plan, op, Location::Path),
            query: parameters::<S>(plan, op, Location::Query),
            query_list: parameters::<S>(plan, op, Location::Query)
                .into_values()
                .collect(),
            extensions: api
                .extensions
                .iter()
                .map(|(name, value)| (key(name), extension_view::<S>(value)))
                .collect(),
            speech: PhantomData,
        }
    }
}

fn variable_view<S: Speech>(name: &str) -> VariableView {
    VariableView {
        value: S::expression(&[Piece::Env(name.to_owned())]),
        required: S::required(name),
        unset: S::string(&format!("{name} is not set")),
    }
}

fn body_view<S: Speech>(body: &SampleBody) -> BodyView {
    let (value, text) = match &body.text {
        Some(text) => (S::string(text), S::expression(&[Piece::Text(text.clone())])),
        None => (S::value(&body.value), S::json_text(&body.value)),
    };
    BodyView {
        value,
        text,
        is_json: body.text.is_none() && body.content_type == "application/json",
        is_text: body.text.is_some(),
    }
}

fn header_view<S: Speech>(header: &Header) -> HeaderView {
    let mut line = vec![Piece::Text(format!("{}: ", header.name))];
    line.extend(header.value.iter().cloned());
    HeaderView {
        name: S::key(&header.name),
        value: S::header(&header.value),
        line: S::header(&line),
        is_implied: header.name == "Content-Type"
            && header.value == [Piece::Text("application/json".to_owned())],
    }
}

fn extension_view<S: Speech>(value: &Value) -> ExtensionView {
    let name = value.as_str().and_then(S::name);
    ExtensionView {
        value: value.as_str().map_or_else(|| S::value(value), S::string),
        name,
    }
}

fn parameters<S: Speech>(
    plan: &Plan<'_>,
    op: &OperationPlan,
    location: Location,
) -> IndexMap<String, ParameterView> {
    let api = &plan.api[op.id];
    let at = |(index, value): &(usize, SampleValue)| {
        let parameter = api
            .parameters
            .get(*index)
            .filter(|p| p.location == location)?;
        let spoken = parameter
            .extensions
            .get("x-specsmith-name")
            .and_then(Value::as_str);
        let spoken = spoken.unwrap_or(&parameter.name);
        let (value, encoded) = match value {
            SampleValue::Env(env) => (
                S::expression(&[Piece::Env(env.clone())]),
                S::expression(&[Piece::Encoded(env.clone())]),
            ),
            SampleValue::Value(value) => {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                let printed = value.as_str().map_or_else(|| S::value(value), S::string);
                (printed, S::string(&percent_encode(&text, b"")))
            }
        };
        Some((
            key(&parameter.name),
            ParameterView {
                name: S::key(spoken),
                value,
                encoded,
            },
        ))
    };
    op.sample.values.iter().filter_map(at).collect()
}

/// A name as templates write it: `x-my-name` is `x_my_name`.
fn key(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect()
}

/// Everything that may take an environment variable.
fn pieces<'a>(url: &'a [Piece], headers: &'a [Header]) -> Vec<&'a Piece> {
    url.iter()
        .chain(headers.iter().flat_map(|header| &header.value))
        .collect()
}

/// The environment variables in the order in which they appear.
fn variables<'a>(pieces: &[&'a Piece]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    let taken = pieces.iter().flat_map(|piece| match piece {
        Piece::Text(_) => Vec::new(),
        Piece::Env(name) | Piece::Encoded(name) => vec![name.as_str()],
        Piece::Basic { user, password } => vec![user.as_str(), password.as_str()],
    });
    for name in taken {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The environment variables in one sentence.
fn needs(names: &[&str]) -> Option<String> {
    let (last, rest) = names.split_last()?;
    let list = if rest.is_empty() {
        (*last).to_owned()
    } else {
        format!("{} and {last}", rest.join(", "))
    };
    Some(format!("Takes {list} from the environment."))
}

fn uses(pieces: &[&Piece], op: &OperationPlan) -> Uses {
    let any = |test: fn(&Piece) -> bool| pieces.iter().any(|piece| test(piece));
    Uses {
        environment: any(|piece| !matches!(piece, Piece::Text(_))),
        percent_encoding: any(|piece| matches!(piece, Piece::Encoded(_))),
        path_encoding: op.sample.path.iter().any(|segment| match segment {
            SampleSegment::Value(SampleText::Env(_)) => true,
            SampleSegment::Value(SampleText::Literal(_) | SampleText::Spelled(_))
            | SampleSegment::Literal(_) => false,
        }),
        base64: any(|piece| matches!(piece, Piece::Basic { .. })),
    }
}
