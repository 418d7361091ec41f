//! Formats of OpenAPI beside those of JSON Schema.
//!
//! This module must not know where a format is written.

use jsonschema::ValidationOptions;

/// Options that check them too.
pub(super) fn options<'a>() -> ValidationOptions<'a> {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .with_format("byte", is_base64)
}

/// RFC 4648, section 4.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let is_whole = text.len().is_multiple_of(4) && text.len() - digits.len() < 3;
    is_whole && digits.chars().all(is_digit)
}
