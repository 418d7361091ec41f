//! Tests of the generated crate: each sample is sent to a server on loopback and checked there.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use serde::Serialize;
use specsmith_openapi::api::{ApiKeyLocation, SecurityKind};

use super::{docs, fixed, formats, later, page, path, sample, scripts, ty};
use crate::emit::header;
use crate::plan::{
    Group, Library, OperationPlan, Plan, Sample, SampleSegment, SampleText, Success, percent_encode,
};
use crate::print::{Fragment, rust};
use crate::render::{BUILT_IN, Page};

/// A file with a test for each operation of a group, and the server that they talk to.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    if called(plan).next().is_none() {
        return Vec::new();
    }
    let server = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "rust/tests/server.rs");
    let server =
        server.map(|(_, text)| fixed(path(plan, "tests/calls/server.rs"), header(plan), text));
    let groups = called(plan).map(|group| {
        let file = format!("tests/calls/{}.rs", module(group));
        let view = move || group_view(plan, group);
        page(plan, &file, "rust/tests/group.rs.tera", view)
    });
    let mut pages: Vec<Page<'_>> = groups.collect();
    let (main, view) = ("tests/calls/main.rs", move || main_view(plan));
    pages.push(page(plan, main, "rust/tests/main.rs.tera", view));
    pages.extend(later::pages(plan));
    pages.extend(server);
    pages
}

/// The groups of which something can be called: some operation has an answer.
fn called<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = &'p Group> {
    let has_answer = |op: &OperationPlan| op.sample.answer.is_some();
    let groups = plan.groups.iter();
    groups.filter(move |group| group.operations.iter().any(has_answer))
}

/// The module of a group's calls. The ending keeps it apart from the modules that every crate has.
pub(super) fn module(group: &Group) -> Ident {
    // Cannot panic: what follows an identifier here makes another one.
    let stem = group.ident.file_stem();
    format_ident!("{}_calls", stem.trim_end_matches('_'))
}

fn main_view(plan: &Plan<'_>) -> MainView {
    let modules = called(plan).map(module);
    MainView {
        header: rust::comment(&header(plan)),
        has_other_scripts: scripts::has_others(plan),
        has_jiff: formats::libraries(plan).contains(&Library::Jiff),
        groups: modules
            .map(|module| rust::tokens(&quote!(#module)))
            .collect(),
    }
}

#[derive(Serialize)]
struct MainView {
    header: Fragment,
    has_other_scripts: bool,
    /// Dates and times are those of `jiff`.
    has_jiff: bool,
    /// Modules of the groups.
    groups: Vec<Fragment>,
}

#[derive(Serialize)]
struct GroupView {
    header: Fragment,
    docs: Fragment,
    calls: Vec<CallView>,
}

fn group_view(plan: &Plan<'_>, group: &Group) -> GroupView {
    let operations = group.operations.iter();
    let calls = operations.filter_map(|op| call_view(plan, group, op));
    let title = docs::code(&group.title);
    GroupView {
        header: rust::comment(&header(plan)),
        docs: rust::inner_docs([format!("Calls of {title}.").as_str()]),
        calls: calls.collect(),
    }
}

#[derive(Serialize)]
struct CallView {
    name: Fragment,
    imports: Fragment,
    status: Fragment,
    content_type: Fragment,
    answer: Fragment,
    client: Fragment,
    call: Fragment,
    method: Fragment,
    target: Fragment,
    authorization: Option<Fragment>,
    /// JSON that has to arrive.
    body: Option<Fragment>,
    /// Text that has to arrive, its lines, pairs or parts in any order.
    text: Option<Fragment>,
    /// What stands between those.
    separator: Fragment,
    /// The call gives something out.
    answers: bool,
    round_trip: Option<Fragment>,
}

fn call_view(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> Option<CallView> {
    let sample = &op.sample;
    let answer = sample.answer.as_ref()?;
    let code = sample::code(plan, group, op, sample::Secrets::Names);
    let lib = ty::lib(plan);
    let name = &op.method;
    let (status, content_type) = (answer.status, &answer.content_type);
    let text = answer.text.clone();
    let text = rust::raw_string(&text.unwrap_or_else(|| pretty(&answer.value)));
    let answers = op.success != Success::Empty;
    let bind = answers.then(|| quote!(let answer =));
    let status = Literal::u16_unsuffixed(status);
    let (method, target) = (plan.api[op.id].method.as_str(), target(sample));
    let (client, imports, call) = (&code.client, &code.imports, &code.call);
    let tokens = |tokens: TokenStream| rust::tokens(&tokens);
    Some(CallView {
        name: tokens(quote!(#name)),
        imports: tokens(imports.clone()),
        status: tokens(quote!(#status)),
        content_type: tokens(quote!(#content_type)),
        answer: tokens(quote!(#text)),
        client: tokens(client.clone()),
        call: tokens(quote!(#bind #call;)),
        method: tokens(quote!(#method)),
        target: tokens(quote!(#target)),
        authorization: authorization(sample).map(|text| tokens(quote!(#text))),
        body: sample
            .body
            .as_ref()
            .filter(|body| body.text.is_none())
            .map(|body| {
                let text = rust::raw_string(&pretty(&body.value));
                tokens(quote!(#text))
            }),
        text: sample
            .body
            .as_ref()
            .and_then(|body| body.text.as_ref())
            .map(|text| {
                let text = rust::raw_string(text);
                tokens(quote!(#text))
            }),
        separator: tokens(separator(sample)),
        answers,
        round_trip: (matches!(op.success, Success::Value(_))
            && answer.text.is_none()
            && answer.value.is_object())
        .then(|| tokens(quote!(serde_json::from_slice(&#lib::runtime::encode(&answer)?)?))),
    })
}

/// What stands between the parts of a body, which may come in any order.
fn separator(sample: &Sample) -> TokenStream {
    let media = sample.body.as_ref().map(|body| body.content_type.as_str());
    match media {
        Some(media) if media.starts_with("multipart/") => quote!("--boundary"),
        Some(media) if media.contains("urlencoded") => quote!("&"),
        Some(_) | None => quote!("\n"),
    }
}

fn pretty(value: &specsmith_openapi::api::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Path and query as they have to arrive (RFC 3986, section 2: all but unreserved is encoded).
fn target(sample: &Sample) -> String {
    let mut target = sample.prefix.clone();
    for segment in &sample.path {
        match segment {
            SampleSegment::Literal(text) => target.push_str(text),
            SampleSegment::Value(text) => target.push_str(&sent(text)),
        }
    }
    let mut separators = std::iter::once('?').chain(std::iter::repeat('&'));
    for pair in &sample.query {
        target.extend(separators.next());
        if !pair.name.is_empty() {
            target.push_str(&format!("{}=", percent_encode(&pair.name, b"")));
        }
        target.push_str(&sent(&pair.value));
    }
    for credential in &sample.credentials {
        if let SecurityKind::ApiKey {
            location: ApiKeyLocation::Query,
            name,
        } = &credential.kind
        {
            target.extend(separators.next());
            let (name, key) = (
                percent_encode(name, b""),
                percent_encode(&credential.env, b""),
            );
            target.push_str(&format!("{name}={key}"));
        }
    }
    target
}

fn sent(text: &SampleText) -> String {
    match text {
        SampleText::Literal(text) => percent_encode(text, b""),
        SampleText::Spelled(text) => text.clone(),
        SampleText::Env(name) => percent_encode(name, b""),
    }
}

fn authorization(sample: &Sample) -> Option<String> {
    let is_bearer = |kind: &SecurityKind| match kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            true
        }
        SecurityKind::Basic
        | SecurityKind::Http { .. }
        | SecurityKind::ApiKey { .. }
        | SecurityKind::MutualTls => false,
    };
    let bearer = sample
        .credentials
        .iter()
        .find(|credential| is_bearer(&credential.kind));
    bearer.map(|credential| format!("Bearer {}", credential.env))
}
