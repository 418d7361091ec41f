//! Reports texts of the configuration that say nothing about values they are meant for.
//!
//! This module must not know where a text is shown.

use specsmith_openapi::Origin;
use specsmith_openapi::api::{Api, Extensions, Operation, Shape, Value};
use specsmith_openapi::report::{Diagnostic, Report};

use crate::config::{Extension, Sdk};

/// Reports each `[[sdk.extension]]` whose text cannot be made of some value in the description.
pub(super) fn report_unsaid(api: &Api, sdk: &Sdk, report: &mut Report) {
    let extensible = extensible(api);
    for shown in &sdk.extensions {
        let values = extensible
            .iter()
            .filter_map(|(owner, at)| Some((owner.get(&shown.name.value)?, *at)));
        report_of(shown, values, report);
    }
}

fn report_of<'a>(
    shown: &Extension,
    values: impl Iterator<Item = (&'a Value, Origin)>,
    report: &mut Report,
) {
    let faults: Vec<(String, Origin)> = values
        .filter_map(|(value, at)| Some((shown.sentence(value)?.err()?, at)))
        .collect();
    let (Some(text), Some((cause, at))) = (&shown.text, faults.first()) else {
        return;
    };
    let message = format!(
        "the text says nothing about {} of `{}`: {cause}",
        match faults.len() {
            1 => "a value".to_owned(),
            several => format!("{several} values"),
        },
        shown.name.value
    );
    let help = "name members that the values have, or put `{% if member %}` around";
    report.push(
        Diagnostic::warning("extension-text", text.at, message, help)
            .related(*at, "has such a value"),
    );
}

/// All that can carry an extension which is shown, and where it is written.
fn extensible(api: &Api) -> Vec<(&Extensions, Origin)> {
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    let operations: Vec<&Operation> = api.operations.iter().chain(webhooks).collect();
    let parameters = operations.iter().flat_map(|it| &it.parameters);
    let fields = api.types.iter().flat_map(|ty| match &ty.shape {
        Shape::Record(record) => record.fields.as_slice(),
        Shape::Scalar(_)
        | Shape::List(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Choice(_)
        | Shape::Enumeration(_)
        | Shape::Any => &[],
    });
    let parameters = parameters.map(|it| (&it.extensions, it.origin));
    let operations = operations.iter().map(|it| (&it.extensions, it.origin));
    operations
        .chain(parameters)
        .chain(api.types.iter().map(|it| (&it.extensions, it.origin)))
        .chain(fields.map(|it| (&it.extensions, it.origin)))
        .collect()
}
