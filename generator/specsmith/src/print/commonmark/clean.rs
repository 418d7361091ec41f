//! Takes out what nobody sees: control characters go, marks that turn text around are shown.

/// The character is not seen itself but changes how its neighbours are seen (Unicode Standard
/// Annex 9), so that text could look like something else than it is.
pub(in crate::print) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text with line feeds alone as line ends, spaces instead of tabs, without control characters and
/// with hidden marks shown like `\u{202e}`.
pub(in crate::print) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' => out.push('\n'),
            '\t' => out.push_str("    "),
            // Line ends for some readers, and for some not.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c if is_hidden(c) => out.push_str(&shown(c)),
            c => out.push(c),
        }
    }
    out
}

/// As [`clean`], in one line.
pub(super) fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn shown(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}
