//! Examples of bodies and answers that no test reads: those of other media types than JSON.
//!
//! This module must not know which media types those are: it asks what was read.

use std::collections::BTreeSet;
use std::path::Path;

use specsmith::Description;
use specsmith_openapi::api::{Media, Operation};
use specsmith_openapi::{Limits, Report, Sources};

use super::example::At;

/// How many there are beside those at `read`.
pub(super) fn count(document: &Path, read: impl Iterator<Item = At>) -> usize {
    let description = Description {
        schema: document.into(),
        overlays: Vec::new(),
        limits: Limits::default(),
    };
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let Some(api) = specsmith::load(&description, &mut sources, &mut report) else {
        return 0;
    };
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    let operations = api.operations.iter().chain(webhooks);
    let examples = operations.flat_map(media).flat_map(|media| &media.examples);
    let written: BTreeSet<At> = examples.map(|example| example.origin.into()).collect();
    let read: BTreeSet<At> = read.collect();
    written.difference(&read).count()
}

fn media(operation: &Operation) -> impl Iterator<Item = &Media> {
    let sent = operation.body.iter().flat_map(|body| &body.media);
    let answers = operation.responses.iter();
    sent.chain(answers.flat_map(|response| &response.media))
}
