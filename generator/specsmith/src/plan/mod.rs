//! The plan: every decision about the output, made once.
//!
//! Emitters read a [`Plan`] and decide nothing. This module must not know how anything is printed,
//! and nothing about OpenAPI.

mod cycles;
mod examples;
mod features;
mod files;
mod fits;
mod given;
mod headers;
mod later;
mod misspelt;
mod names;
mod operations;
mod same_names;
mod sample_bodies;
mod sample_forms;
mod sample_patterns;
mod sample_scalars;
mod sample_values;
mod samples;
mod security;
mod servers;
mod types;
mod unsaid;
mod webhooks;
mod wire;

use specsmith_openapi::api::{Api, Media, Operation, Response, SecurityScheme, TypeId, TypeUse};
use specsmith_openapi::report::Report;

pub use examples::ExamplePlan;
pub use features::Features;
pub use headers::HeaderPlan;
pub use later::{LaterEvent, LaterPlan, LaterValue, UNHEARD};
pub use names::{Case, Ident, Scope};
#[cfg(feature = "mock")]
pub(crate) use operations::Family;
pub use operations::{
    AnswerPlan, AnswerVariant, Argument, BodyPlan, ErrorPlan, FormKind, FormPlan, Group, NextPage,
    OperationPlan, OtherAnswer, PagePlace, PagingPlan, ParameterPlan, PartHeaderPlan, RawSwitch,
    Success, WireForm, WirePlan,
};
pub use sample_bodies::{SampleAnswer, SampleBody};
pub use samples::{
    Credential, Sample, SamplePair, SampleSegment, SampleText, SampleValue, base_path,
};
pub use security::SchemePlan;
pub use servers::{ServersPlan, VariablePlan};
pub use types::{
    ConstantKind, EnumerationPlan, FieldPlan, Item, ItemKind, Library, Presence, RecordPlan,
    TextType, Ty, UnionPlan, UnionVariant, VariantPlan,
};
pub use webhooks::WebhookPlan;
pub(crate) use wire::percent_encode;

use crate::config::{Config, Krate, Runtime, Sdk};

/// Every decision about one SDK.
#[derive(Debug)]
pub struct Plan<'a> {
    /// What the service offers.
    pub api: &'a Api,
    /// What the maintainer asked for.
    pub sdk: &'a Sdk,
    /// The crate that has the runtime; `None`: a module of the SDK is it.
    pub runtime: Option<&'a Krate>,
    /// The crate as Rust code writes it, e.g. `truto_crm`; of a module its path, `my_app::truto`.
    pub lib: String,
    /// Types that get a definition, in the order of the description.
    pub items: Vec<Item>,
    /// Headers that answers can have.
    pub headers: Vec<HeaderPlan>,
    /// Groups of operations, in the order of the tags.
    pub groups: Vec<Group>,
    /// How credentials are given, by [`SchemeId`](specsmith_openapi::api::SchemeId).
    pub schemes: Vec<SchemePlan>,
    /// How a caller chooses where calls go.
    pub servers: ServersPlan,
    /// Requests that the service makes.
    pub webhooks: Vec<WebhookPlan>,
    /// What of the crate is there with which of its features.
    pub features: Features,
    /// Examples that a test of the crate reads and writes, where it is asked for.
    pub examples: Option<Vec<ExamplePlan<'a>>>,
    /// What the description does not know.
    pub later: LaterPlan,
    /// How each type of the API is written, by [`TypeId`].
    written: Vec<Ty>,
}

impl Plan<'_> {
    /// How values of a type are written in Rust, `null` aside.
    pub fn ty(&self, id: TypeId) -> &Ty {
        self.written.get(id.index()).unwrap_or(&Ty::Value)
    }

    /// How each type of the API is written.
    pub fn written(&self) -> &[Ty] {
        &self.written
    }

    /// How values at a place are written in Rust: an `Option` where `null` is one of them.
    pub fn ty_of(&self, place: TypeUse) -> Ty {
        let ty = self.ty(place.ty).clone();
        // A free-form value holds `null` itself.
        if place.nullable && ty != Ty::Value {
            Ty::Option(Box::new(ty))
        } else {
            ty
        }
    }

    /// The definition of a type, when it has one.
    pub fn item(&self, id: TypeId) -> Option<&Item> {
        self.items.get(self.ty(id).definition()?)
    }

    /// The media type of the first answer of success that a call asks for.
    pub fn answer_media<'p>(&self, op: &'p Operation) -> Option<&'p Media> {
        let (_, response) = operations::successes(op).first().copied()?;
        operations::usual(self, response)
    }

    /// A value that is more than a single one.
    pub fn has_parts(&self, place: TypeUse) -> bool {
        operations::has_parts(self, place)
    }

    /// The headers that come with a response.
    pub fn headers_of<'p>(
        &'p self,
        response: &'p Response,
    ) -> impl Iterator<Item = &'p HeaderPlan> {
        headers::of(self, response)
    }

    /// All operations of all groups.
    pub fn operations(&self) -> impl Iterator<Item = (&Group, &OperationPlan)> {
        self.groups
            .iter()
            .flat_map(|group| group.operations.iter().map(move |op| (group, op)))
    }

    /// The security schemes, and how the client is given credentials for each.
    pub fn schemes(&self) -> impl Iterator<Item = (&SecurityScheme, &SchemePlan)> {
        self.api.security_schemes.iter().zip(&self.schemes)
    }
}

/// Decides everything about the output.
pub fn plan<'a>(api: &'a Api, config: &'a Config, sdk: &'a Sdk, report: &mut Report) -> Plan<'a> {
    let mut lib = sdk.krate.name.replace('-', "_");
    if let Some(module) = &sdk.module {
        lib.push_str(module.trim_start_matches("crate"));
    }
    unsaid::report_unsaid(api, sdk, report);
    misspelt::report_misspelt(api, sdk, report);
    // After this point every type has a name and is written in one way.
    let types::Types { mut items, written } = types::plan(api, sdk);
    same_names::report_same_names(api, &items, report);
    // After this point fields of forms that hold files are told apart from text.
    files::place(api, &mut items);
    let mut builder = Scope::with_reserved(security::BUILDER_METHODS);
    let mut plan = Plan {
        api,
        sdk,
        runtime: match &sdk.runtime {
            Runtime::Own(krate) => Some(krate),
            Runtime::Shared => config.runtime.as_ref(),
            Runtime::Module => None,
        },
        lib,
        items,
        headers: Vec::new(),
        groups: Vec::new(),
        schemes: security::plan(api, &mut builder),
        servers: servers::plan(api, &mut builder, report),
        webhooks: Vec::new(),
        features: Features::default(),
        examples: None,
        later: LaterPlan::default(),
        written,
    };
    // After this point recursive types have a size.
    cycles::break_up(&mut plan, report);
    // After this point every header of an answer has a name.
    plan.headers = headers::plan(&plan, report);
    // After this point every operation has a method, arguments and a sample request.
    plan.groups = operations::plan(&plan, report);
    plan.webhooks = webhooks::plan(&plan, report);
    given::report_taken(&plan, report);
    // After this point it is known which types each group needs.
    plan.features = features::plan(&plan);
    plan.later = later::plan(&plan);
    plan.examples = sdk.tests.examples.then(|| examples::plan(&plan));
    plan
}
