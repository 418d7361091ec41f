//! Text of a description inside of messages: short, on one line.
//!
//! This module must not know what the text means.

use std::borrow::Cow;

/// How many characters of a description a message repeats.
const LENGTH: usize = 60;

/// The text, cut to 60 characters with `…` at the end, so that a message stays readable whatever
/// a description holds.
pub fn clip(text: &str) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(LENGTH) else {
        return Cow::Borrowed(text);
    };
    let kept = text.get(..end).unwrap_or("");
    Cow::Owned(format!("{kept}…"))
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn short_text_stays() {
        assert_eq!(clip("Ünïcode"), "Ünïcode");
        assert_eq!(clip(&"ü".repeat(60)), "ü".repeat(60));
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(clip(&"ü".repeat(61)), format!("{}…", "ü".repeat(60)));
    }
}
