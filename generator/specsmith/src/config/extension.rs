//! `[[sdk.extension]]`: how a vendor extension is shown.
//!
//! This module must not know where it is shown.

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

/// Reports a text that is no Tera template.
fn template(text: &Placed<String>, sink: &mut Sink) {
    let mut tera = tera::Tera::new();
    if let Err(error) = tera.add_raw_template("text", &text.value) {
        let cause = error.to_string();
        let cause = cause.lines().next().unwrap_or_default();
        let cause = cause.trim_start_matches("error: ");
        let message = format!("the text is not a template: {}", lower_first(cause));
        sink.wrong(
            text,
            &message,
            "put members of the value in as `{{ name }}`",
        );
    }
}
