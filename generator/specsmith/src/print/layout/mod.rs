//! Lays Rust out as rustfmt would.
//!
//! What our own templates render is laid out from its tokens: no syntax tree is built, which would
//! take most of the time of a run. What users' templates render is parsed, so that bad Rust is found
//! where it stands. This module must not know what an item means.

mod arrange;
mod bracket;
mod joint;
mod parsed;
mod split;
#[cfg(test)]
mod tests;
mod token;
mod write;

use std::ops::Range;

pub(crate) use parsed::layout_parsed;

/// Text that is not Rust.
#[derive(Debug)]
pub(crate) struct BadRust {
    /// Where, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) reason: String,
}

/// Lays out what our templates render.
///
/// The tokens stay what they are, but for commas before closing brackets, the braces of an arm that
/// gets a line of its own, and those around a single import.
///
/// # Errors
///
/// Brackets do not match, or something is no token.
pub(crate) fn layout(text: &str) -> Result<String, BadRust> {
    let tokens = token::tokens(text)?;
    let places = arrange::arrange(&tokens);
    Ok(write::write(&tokens, &places, text.len()))
}
