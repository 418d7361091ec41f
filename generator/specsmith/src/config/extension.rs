//! `[[sdk.extension]]`: how a vendor extension is shown.
//!
//! This module must not know where it is shown.

use specsmith_openapi::api::Value;
use tera::{Context, Tera};

use super::Extension;
use super::table::{Sink, Table};
use super::value::{Placed, lower_first};

pub(super) fn extension(mut table: Table<'_, '_>, sink: &mut Sink) -> Option<Extension> {
    let name = table.required("name", "\"x-…\"", sink);
    if let Some(name) = name.as_ref().filter(|name| !name.starts_with("x-")) {
        let message = format!("`{}` is not the name of an extension", name.value);
        sink.wrong(name, &message, "names of extensions begin with `x-`");
    }
    let text = table.string("text", sink);
    if let Some(text) = &text {
        template(text, sink);
    }
    let data = table.strings("data", sink);
    table.finish(sink);
    Some(Extension {
        name: name?,
        text,
        data,
    })
}

impl Extension {
    /// What the text says about a value, or why it cannot; `None` where there is no text.
    pub(crate) fn sentence(&self, value: &Value) -> Option<Result<String, String>> {
        let text = &self.text.as_ref()?.value;
        Some(Tera::one_off(text, &context(value), false).map_err(|error| cause(&error)))
    }
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

/// The first line of what the template engine says.
fn cause(error: &tera::Error) -> String {
    let cause = error.to_string();
    let cause = cause.lines().next().unwrap_or_default();
    lower_first(cause.trim_start_matches("error: "))
        .trim_end_matches('.')
        .to_owned()
}

/// Reports a text that is no Tera template.
fn template(text: &Placed<String>, sink: &mut Sink) {
    let mut tera = Tera::new();
    if let Err(error) = tera.add_raw_template("text", &text.value) {
        let message = format!("the text is not a template: {}", cause(&error));
        sink.wrong(
            text,
            &message,
            "put members of the value in as `{{ name }}`",
        );
    }
}
