//! The page of an operation.
//!
//! Must not know how its parts are worded.

use serde::Serialize;
use specsmith_openapi::api::{Body, Status, TypeUse};

use super::examples::{self, ExampleView};
use super::parameters::{self, Table};
use super::responses::{self, HeaderView, StatusView};
use super::security::{self, SchemeView};
use super::types::{TypeView, Types};
use super::{block, more, sentences, title};
use crate::emit::{pages, rules};
use crate::plan::{Group, OperationPlan, Plan};
use crate::print::{Fragment, markdown};

/// What the template of an operation's page sees.
#[derive(Serialize)]
pub(super) struct View {
    header: Fragment,
    title: Fragment,
    group: Fragment,
    index: Fragment,
    request_line: Fragment,
    deprecated: bool,
    description: Option<Fragment>,
    notes: Vec<Fragment>,
    more: Option<Fragment>,
    security: Vec<Vec<SchemeView>>,
    parameters: Vec<Table>,
    body: Option<BodyView>,
    successes: Vec<StatusView>,
    success_types: Vec<TypeView>,
    success_examples: Vec<ExampleView>,
    errors: Vec<StatusView>,
    error_types: Vec<TypeView>,
    error_examples: Vec<ExampleView>,
    headers: Vec<HeaderView>,
}

#[derive(Serialize)]
struct BodyView {
    required: bool,
    description: Option<Fragment>,
    media: Vec<MediaView>,
    tells_null_from_absent: bool,
    types: Vec<TypeView>,
    examples: Vec<ExampleView>,
}

#[derive(Serialize)]
struct MediaView {
    content_type: Fragment,
    ty: Option<Fragment>,
}

pub(super) fn view(plan: &Plan<'_>, group: &Group, op: &OperationPlan, header: Fragment) -> View {
    let api = &plan.api[op.id];
    let all = api.responses.as_slice();
    // A response for all statuses speaks of errors where others are described.
    let is_success =
        |status: Status| status.is_success() || (status == Status::Default && all.len() == 1);
    let successes = || all.iter().filter(|response| is_success(response.status));
    let errors = || all.iter().filter(|response| !is_success(response.status));

    // In the order of the page, since a type is described where it is met first.
    let mut types = Types::new(plan);
    let parameters = parameters::tables(&mut types, &api.parameters);
    let body = api.body.as_ref().map(|body| body_view(&mut types, body));
    let success_types = types.sections(responses::bodies(successes()));
    let error_types = types.sections(responses::bodies(errors()));
    View {
        header,
        title: markdown::text(title(plan, op)),
        group: markdown::text(&group.title),
        index: markdown::link_to(&markdown::text(&plan.api.info.title), "../index.md"),
        request_line: markdown::code(&format!(
            "{} {}{}",
            api.method.as_str(),
            op.sample.server,
            api.path
        )),
        deprecated: api.docs.deprecated,
        description: block(api.docs.description.as_deref()),
        notes: notes(plan, op),
        more: more(&api.docs),
        security: security::alternatives(plan, &api.security),
        parameters,
        body,
        successes: responses::statuses(&types, successes()),
        success_types,
        success_examples: successes().filter_map(examples::of_response).collect(),
        errors: responses::statuses(&types, errors()),
        error_types,
        error_examples: errors().filter_map(examples::of_response).take(1).collect(),
        headers: responses::headers(&types, all),
    }
}

/// What the configuration wants shown, that the answer comes in pages, and what is not typed.
fn notes(plan: &Plan<'_>, op: &OperationPlan) -> Vec<Fragment> {
    let mut notes = sentences(plan, &plan.api[op.id].extensions);
    let paged = pages::how(plan, op).map(|how| format!("The answer comes in pages. {how}"));
    let untyped = rules::untyped(&plan.api[op.id].docs);
    notes.extend(
        paged
            .into_iter()
            .chain(untyped)
            .map(|text| markdown::cell(&text)),
    );
    notes
}

fn body_view(types: &mut Types<'_>, body: &Body) -> BodyView {
    let roots: Vec<TypeUse> = body.media.iter().filter_map(|media| media.ty).collect();
    let sections = types.sections(roots.iter().copied());
    BodyView {
        required: body.required,
        description: block(body.docs.description.as_deref()),
        media: body
            .media
            .iter()
            .map(|media| MediaView {
                content_type: markdown::code(&media.content_type),
                ty: media.ty.map(|place| types.phrase(place)),
            })
            .collect(),
        tells_null_from_absent: types.tells_null_from_absent(&roots),
        types: sections,
        examples: examples::of_bodies(&body.media),
    }
}
