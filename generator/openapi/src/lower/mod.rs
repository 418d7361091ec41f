//! The 3.0 shape in, the IR out: references are resolved, compositions merged.
//!
//! Schemas, parameters and responses are lowered from the tree and not from `openapiv3` types:
//! those keep no places, and every finding here names the smallest node. Small objects without
//! references are read as `openapiv3` types, and a test reads whole normalized descriptions as
//! such. This module must not know of dialects or of anything about the output.

mod choice;
mod components;
mod conjunction;
mod constraints;
mod context;
mod default;
mod discriminator;
mod docs;
mod encodings;
mod enumeration;
mod faults;
mod headers;
mod heirs;
mod info;
mod label;
mod leaf;
mod list;
mod media;
mod methods;
mod nested;
mod null;
mod object;
mod operations;
mod parameters;
mod path;
mod place;
mod presence;
mod responses;
mod scalar;
mod schema;
mod security;
mod servers;
mod tuple;
mod uses;
mod webhooks;

use crate::api::Api;
use crate::codes;
use crate::normalize::Normalized;
use crate::read::Node;
use crate::report::{Diagnostic, Report};
use context::Lowering;

/// Lowers a description into the IR. Findings go to `report`; the places that they name degrade.
pub fn lower(normalized: &Normalized, report: &mut Report) -> Api {
    let cx = &mut Lowering::new(normalized, report);
    let root = normalized.root();
    // After this schemas that stand in other places have the names that components give them.
    components::name_schemas(cx, root);
    // After this the head of the description is plain data.
    let info = info::info(cx, root);
    let servers = servers::servers(cx, root);
    let mut tags = info::tags(cx, root);
    // After this requirements can name schemes by id.
    let security_schemes = security::schemes(cx, root);
    // After this named types have their ids, in the order written.
    components::reserve_schemas(cx, root);
    // After this it is known which of them are made of which.
    heirs::note(cx, root);
    // After this every named type is lowered, and what is written in it.
    schema::lower_pending(cx);
    // After this every request that can be made is plain data, with its types.
    let mut seen = operations::Seen::default();
    let (operations, callbacks) = operations::operations(cx, root, &security_schemes, &mut seen);
    // After this there is nothing left of the description but what nobody refers to.
    let mut webhooks = webhooks::webhooks(cx, root, &security_schemes, &mut seen);
    webhooks.extend(callbacks);
    // After this a choice knows the tags of the choices among its alternatives.
    nested::bring_tags(cx);
    info::add_used(&mut tags, operations.iter().flat_map(|it| it.tags.clone()));
    let api = Api {
        info,
        servers,
        tags,
        types: std::mem::take(&mut cx.types),
        operations,
        webhooks,
        security_schemes,
        extensions: docs::extensions(root),
        undivided: None,
    };
    if !report.is_fatal() && describes_nothing(&api) {
        report_nothing(root, report);
    }
    api
}

fn describes_nothing(api: &Api) -> bool {
    api.operations.is_empty() && api.webhooks.is_empty() && api.types.is_empty()
}

/// What was generated before stays: a description of nothing is more likely a mistake.
fn report_nothing(root: &Node, report: &mut Report) {
    let entry = root.as_map().and_then(|map| {
        let mut keys = ["paths", "openapi"].into_iter();
        keys.find_map(|key| map.entry(key))
    });
    report.push(Diagnostic::fatal(
        codes::NOTHING_DESCRIBED,
        entry.map_or(root.origin, |entry| entry.key.origin),
        "the description has no operation, no webhook and no schema",
        "add an operation below `paths`; as it stands nothing is written",
    ));
}
