//! Extensions of our own: misspelt, they would do nothing in silence.
//!
//! It must not look at those of others.

use super::context::Context;
use super::keyword::Words;
use super::spot::Spot;
use super::{INTERNAL, coerce};
use crate::codes;
use crate::read::{Key, Node};
use crate::report::suggest;

const PREFIX: &str = "x-specsmith-";

/// All extensions that a later stage reads, without the prefix.
const KNOWN: [&str; 7] = [
    "name",
    "style",
    "typed-values",
    "idempotency-key",
    "retry",
    "open",
    "secret",
];

/// Styles of parameters that OpenAPI does not have.
static STYLES: Words = Words::new(&["brackets"]);

/// Checks the name of an extension, and its value where it is one of few words.
pub(super) fn check(key: &Key, value: &mut Node, cx: &mut Context<'_>) {
    if key.text.starts_with(INTERNAL) {
        return;
    }
    let Some(name) = key.text.strip_prefix(PREFIX) else {
        return;
    };
    if name == "style" {
        coerce::word(value, &STYLES, Spot::of(key), cx);
    }
    if !KNOWN.contains(&name) {
        let help = match suggest(name, KNOWN) {
            Some(known) => format!("did you mean `{PREFIX}{known}`?"),
            None => format!(
                "those that are read are `{PREFIX}` with {}",
                KNOWN.join(", ")
            ),
        };
        let message = format!("`{}` is no extension that specsmith reads", key.text);
        cx.warn(codes::UNKNOWN_KEYWORD, key.origin, message, help);
    }
}
