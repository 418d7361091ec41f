//! What the configuration wants shown of vendor extensions.

use specsmith_openapi::api::{Extensions, Value};
use tera::{Context, Tera};

use crate::config::Sdk;

/// One sentence of CommonMark for each extension that is shown, in the order of the configuration.
///
/// The templates were checked when the configuration was read; one that does not fit the value of
/// a field says nothing there.
pub(crate) fn sentences(sdk: &Sdk, extensions: &Extensions) -> Vec<String> {
    sdk.extensions
        .iter()
        .filter_map(|shown| {
            let value = extensions.get(&shown.name.value)?;
            Tera::one_off(&shown.text.as_ref()?.value, &context(value), false).ok()
        })
        .filter(|sentence| !sentence.trim().is_empty())
        .collect()
}

fn context(value: &Value) -> Context {
    let mut context = Context::new();
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                context.insert(key.clone(), member);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            context.insert("value", value);
        }
    }
    context
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
