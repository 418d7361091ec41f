//! What the configuration wants shown of vendor extensions.

use specsmith_openapi::api::{Extensions, Value};

use crate::config::Sdk;

/// One sentence of CommonMark for each extension that is shown, in the order of the configuration.
///
/// A text that cannot be made of a value was reported by `plan` and says nothing there.
pub(crate) fn sentences(sdk: &Sdk, extensions: &Extensions) -> Vec<String> {
    sdk.extensions
        .iter()
        .filter_map(|shown| {
            let value = extensions.get(&shown.name.value)?;
            shown.sentence(value)?.ok()
        })
        .filter(|sentence| !sentence.trim().is_empty())
        .collect()
}

/// The members that programs can ask for: name of the extension, then names and numbers.
pub(crate) fn data<'a>(
    sdk: &'a Sdk,
    extensions: &'a Extensions,
) -> Vec<(&'a str, Vec<(&'a str, &'a Value)>)> {
    sdk.extensions
        .iter()
        .filter_map(|shown| {
            let value = extensions.get(&shown.name.value)?;
            let members: Vec<_> = shown
                .data
                .iter()
                .filter_map(|key| Some((key.value.as_str(), value.get(&key.value)?)))
                .collect();
            (!members.is_empty()).then_some((shown.name.value.as_str(), members))
        })
        .collect()
}
