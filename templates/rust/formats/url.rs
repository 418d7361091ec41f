//! URLs as the URL Standard writes them.

use crate::runtime::text_slot;

text_slot! {
    url::Url,
    expected: "an absolute URL",
    blank: blank(),
    parse: |text| Self::parse(text).ok(),
    print: |value, to| to.write_str(value.as_str()),
}

/// The shortest URL: it never leaves the decoder.
#[allow(clippy::expect_used, reason = "the text is a URL")]
fn blank() -> url::Url {
    url::Url::parse("a:").expect("a URL")
}
