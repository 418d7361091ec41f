//! What is not current, said to people: a line and a diff a file, and the command that mends it.
//!
//! This module must not know how anything is mended.

use std::fmt::Write as _;

use similar::TextDiff;

use super::{Cause, Files, State, Survey};

/// Lines of diff shown of one file, and of all files together.
const LINES_OF_ONE: usize = 60;
const LINES_OF_ALL: usize = 400;

/// Beyond so many lines on either side a diff is not worked out: it takes the square of them.
const LINES_COMPARED: usize = 50_000;

/// What differs, for people; `None` when everything is current. `mend` is the command that writes
/// the output.
pub fn explain(survey: &Survey, files: &Files, mend: &str) -> Option<String> {
    let mut text = String::new();
    let mut lines_left = LINES_OF_ALL;
    let (mut count, mut foreign) = (0, 0);
    for entry in &survey.entries {
        let path = &entry.path;
        let (found, headline) = match &entry.state {
            State::Current => continue,
            State::Foreign => {
                foreign += 1;
                say(
                    &mut text,
                    &format!("extra: {path} (not generated, not listed: delete it or move it)"),
                );
                continue;
            }
            State::Missing => (None, format!("missing: {path}")),
            State::Leftover => (None, format!("extra: {path} (no longer generated)")),
            State::Linked => (
                None,
                format!("link: {path} (a symbolic link where a file belongs)"),
            ),
            State::Differs(found, cause) => (Some(found), differs(path, *cause, survey)),
        };
        count += 1;
        say(&mut text, &headline);
        if let (Some(found), Some(generated)) = (found, files.get(path)) {
            diff(&mut text, path, found, generated, &mut lines_left);
        }
    }
    if count == 0 && !survey.manifest_current {
        count += 1;
        say(
            &mut text,
            "stale: the manifest does not list what is generated",
        );
    }
    if survey.interrupted {
        say(
            &mut text,
            "interrupted: a run was killed while it was writing",
        );
    }
    if count > 0 || survey.interrupted {
        say(
            &mut text,
            &format!("\n{}run `{mend}` and commit the result", tally(count)),
        );
    } else if foreign > 0 {
        let them = if foreign == 1 { "it" } else { "them" };
        say(
            &mut text,
            &format!("\n{foreign} not generated; `{mend}` leaves {them} alone"),
        );
    }
    (!text.is_empty()).then_some(text)
}

fn tally(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 file is not current: ".to_owned(),
        _ => format!("{count} files are not current: "),
    }
}

fn differs(path: &str, cause: Cause, survey: &Survey) -> String {
    let source = || match survey.changed_inputs.as_slice() {
        [] => "the generator changed".to_owned(),
        inputs => format!("{} changed", inputs.join(", ")),
    };
    match cause {
        Cause::Outdated => format!("stale: {path} ({})", source()),
        Cause::Edited => format!("edited by hand: {path}"),
        Cause::OutdatedAndEdited => format!("stale and edited by hand: {path} ({})", source()),
        Cause::Unlisted => format!("stale: {path} (not listed in the manifest)"),
    }
}

/// A unified diff from what is on disk to what is generated, as long as there is room for it.
fn diff(text: &mut String, path: &str, found: &[u8], generated: &str, lines_left: &mut usize) {
    let Ok(found) = std::str::from_utf8(found) else {
        return say(text, "  (not text)");
    };
    if found.lines().count().max(generated.lines().count()) > LINES_COMPARED {
        return say(text, "  (too long to be compared line by line)");
    }
    let diff = TextDiff::from_lines(found, generated)
        .unified_diff()
        .context_radius(3)
        .missing_newline_hint(false)
        .header(&format!("{path} (on disk)"), &format!("{path} (generated)"))
        .to_string();
    let room = LINES_OF_ONE.min(*lines_left);
    for line in diff.lines().take(room) {
        say(text, &printable(line));
    }
    let total = diff.lines().count();
    if total > room {
        say(text, &format!("  … {} more lines", total - room));
    }
    *lines_left -= room.min(total);
}

/// A line that cannot drive a terminal: what is on disk may come from anywhere.
fn printable(line: &str) -> String {
    let shown = |c: char| c == '\t' || !(c.is_control() || is_bidi(c));
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        if shown(c) {
            text.push(c);
        } else {
            text.extend(c.escape_unicode());
        }
    }
    text
}

/// The marks that change in which order text is shown (Unicode Standard Annex 9, section 2).
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn say(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}
