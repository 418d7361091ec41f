// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! `application/x-www-form-urlencoded`: an object as `name=value` pairs.
//!
//! It must not know where the text goes.

use super::super::codec::Slot;
use super::super::spec::Encoding;
use super::super::{media, parameter, percent};
use super::entries::{elements, entries, text_or_json};

/// Writes an object. A field goes by the style that the description gives it, as a query parameter
/// would (OpenAPI 3.0.4, section 4.8.15.1); one without goes as text, a list once for each element,
/// whatever has parts as JSON.
///
/// # Errors
///
/// The value is no object, or a field has no form in its style.
pub(super) fn encode(value: &dyn Slot, encodings: &[Encoding]) -> Result<String, String> {
    let mut form = String::new();
    for (name, slot) in entries(value)? {
        let encoding = encodings.iter().find(|encoding| encoding.name == name);
        let failed = |reason| format!("`{name}`: {reason}");
        match encoding.and_then(Encoding::parameter) {
            Some(parameter) => {
                let pairs = parameter::encode(&parameter, slot).map_err(failed)?;
                pairs.iter().for_each(|pairs| join(&mut form, pairs));
            }
            None => plain(&mut form, name, slot, encoding).map_err(failed)?,
        }
    }
    Ok(form)
}

fn plain(
    form: &mut String,
    name: &str,
    slot: &dyn Slot,
    encoding: Option<&Encoding>,
) -> Result<(), String> {
    let media = encoding.and_then(|encoding| encoding.content_type);
    let whole = media.is_some_and(media::is_json);
    match elements(slot.view()).filter(|_| !whole) {
        Some(elements) => elements
            .into_iter()
            .try_for_each(|element| pair(form, name, element)),
        None => pair(form, name, slot),
    }
}

fn pair(form: &mut String, name: &str, slot: &dyn Slot) -> Result<(), String> {
    let mut pair = String::new();
    percent::encode(&mut pair, name);
    pair.push('=');
    percent::encode(&mut pair, &text_or_json(slot)?);
    join(form, &pair);
    Ok(())
}

fn join(form: &mut String, pairs: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    form.push_str(pairs);
}
