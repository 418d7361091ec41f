//! Media types: which of those that are described one of a message is.
//!
//! This module must not know what stands in a body.

use specsmith_openapi::api::Media;

pub(super) use crate::plan::Family;

/// The media type without its parameters, in lower case.
pub(super) fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// A parameter of a media type, e.g. `boundary`.
pub(super) fn parameter(content_type: &str, name: &str) -> Option<String> {
    let parameters = content_type.split(';').skip(1);
    let mut pairs = parameters.filter_map(|it| it.trim().split_once('='));
    let (_, value) = pairs.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(value.trim_matches('"').to_owned())
}

/// The form of a body that a media type names: exactly, else by the narrowest range.
pub(super) fn described<'a>(forms: &'a [Media], content_type: &str) -> Option<&'a Media> {
    let wanted = essence(content_type);
    let find = |range: &str| forms.iter().find(|it| essence(&it.content_type) == range);
    let kind = wanted.split('/').next().unwrap_or_default();
    let suffix = wanted.rsplit_once('+').map(|(_, suffix)| suffix);
    find(&wanted)
        .or_else(|| find(&format!("{kind}/*+{}", suffix?)))
        .or_else(|| find(&format!("{kind}/*")))
        .or_else(|| find("*/*"))
}

/// The family of a media type; what is none is bytes.
pub(super) fn family(content_type: &str) -> Family {
    Family::of(content_type).unwrap_or(Family::Unknown)
}

/// The form of an answer that `Accept` prefers (RFC 9110, section 12.5.1), with the media type
/// that it is sent as. JSON comes first where nothing is preferred.
pub(super) fn accepted<'a>(
    forms: impl Iterator<Item = &'a Media>,
    accept: Option<&str>,
) -> Option<(&'a Media, String)> {
    let ranges = match accept.map(ranges) {
        Some(ranges) if !ranges.is_empty() => ranges,
        _ => vec![("*/*".to_owned(), 1000)],
    };
    let rated = forms.enumerate().filter_map(|(position, form)| {
        let (rating, name) = rate(&ranges, form)?;
        let is_other = family(&form.content_type) != Family::Json;
        Some((
            (std::cmp::Reverse(rating), is_other, position),
            (form, name),
        ))
    });
    rated.min_by_key(|(key, _)| *key).map(|(_, found)| found)
}

/// How much a form is wanted, in thousandths, and as what.
fn rate(ranges: &[(String, u32)], form: &Media) -> Option<(u32, String)> {
    let own = essence(&form.content_type);
    let matching = ranges
        .iter()
        .filter(|(range, _)| covers(range, &own) || covers(&own, range));
    // The most specific range counts.
    let (range, rating) = matching.max_by_key(|(range, _)| specificity(range))?;
    let name = match (own.contains('*'), range.contains('*')) {
        (true, true) => concrete(&own),
        (true, false) => range.clone(),
        (false, _) => form.content_type.trim().to_owned(),
    };
    (*rating > 0).then_some((*rating, name))
}

/// A media type that is in a range.
fn concrete(range: &str) -> String {
    match range.split('/').next() {
        Some("text") => "text/plain",
        Some("image") => "image/png",
        Some("*" | "application") => "application/json",
        _ => "application/octet-stream",
    }
    .to_owned()
}

fn covers(range: &str, media: &str) -> bool {
    let kind = |text: &str| text.split('/').next().unwrap_or_default().to_owned();
    range == media || range == "*/*" || (range.ends_with("/*") && kind(range) == kind(media))
}

fn specificity(range: &str) -> u8 {
    match range {
        "*/*" => 0,
        range if range.ends_with("/*") => 1,
        _ => 2,
    }
}

fn ranges(accept: &str) -> Vec<(String, u32)> {
    let items = accept.split(',').filter(|item| item.contains('/'));
    items
        .map(|item| {
            let quality = parameter(item, "q").and_then(|it| it.parse::<f64>().ok());
            let quality = quality.unwrap_or(1.0).clamp(0.0, 1.0);
            (essence(item), (quality * 1000.0) as u32)
        })
        .collect()
}
