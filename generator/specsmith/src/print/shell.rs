//! Prints words of a POSIX shell (IEEE 1003.1-2017, volume 3, section 2.2).
//!
//! This module must not know which command takes them.

use serde_json::Value;

use super::expression::{joined, literal, variable};
use super::{Fragment, Language, Piece, json};

/// One word that means `text`, whatever it holds. A shell has no word for NUL, which is left out.
pub fn word(text: &str) -> Fragment {
    fragment(&quoted(text))
}

/// Words that need no quotes stay as they are, e.g. `PATCH`.
pub fn bare(text: &str) -> Fragment {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    let is_plain = !text.is_empty() && !text.starts_with('-') && text.chars().all(plain);
    fragment(&if is_plain {
        text.to_owned()
    } else {
        quoted(text)
    })
}

/// One word made of pieces. A percent-encoded piece calls a function named `encode`.
pub fn expression(pieces: &[Piece]) -> Fragment {
    let pieces = joined(pieces);
    if let Some(text) = literal(&pieces) {
        return word(&text);
    }
    let mut out = String::new();
    let mut in_quotes = false;
    for (index, piece) in pieces.iter().enumerate() {
        let next = pieces.get(index.saturating_add(1));
        let part = match piece {
            Piece::Text(text) if text.chars().all(is_inert) => text.clone(),
            Piece::Text(text) => {
                if std::mem::take(&mut in_quotes) {
                    out.push('"');
                }
                out.push_str(&quoted(text));
                continue;
            }
            Piece::Env(name) => reference(name, next),
            Piece::Encoded(name) => format!("$(encode \"${}\")", variable(name)),
            Piece::Basic { user, password } => format!(
                "$(printf %s \"${}:${}\" | base64 | tr -d '\\n')",
                variable(user),
                variable(password)
            ),
        };
        if !std::mem::replace(&mut in_quotes, true) {
            out.push('"');
        }
        out.push_str(&part);
    }
    if in_quotes {
        out.push('"');
    }
    fragment(&out)
}

/// The value of an environment variable as one word, at which the shell stops when there is none. A
/// command around it goes on in spite of that when it stands inside of `$(…)`.
pub fn required(name: &str) -> Fragment {
    fragment(&format!("\"${{{}:?}}\"", variable(name)))
}

/// A JSON document as one word over several lines; those behind the first one begin with `indent`
/// spaces more.
pub fn json(value: &Value, indent: usize) -> Fragment {
    fragment(&quoted(&json::pretty(value, indent)))
}

/// A line comment: `# text`.
pub fn comment(text: &str) -> Fragment {
    fragment(&super::hash_comment(text))
}

fn fragment(text: &str) -> Fragment {
    Fragment::new(Language::Shell, text)
}

/// Inside double quotes the character means itself, in scripts and at a prompt.
fn is_inert(c: char) -> bool {
    !matches!(c, '$' | '`' | '"' | '\\' | '!') && !super::is_unseen(c)
}

fn reference(name: &str, next: Option<&Piece>) -> String {
    let name = variable(name);
    match next {
        Some(Piece::Text(text)) if text.starts_with(|c: char| c.is_alphanumeric() || c == '_') => {
            format!("${{{name}}}")
        }
        _ => format!("${name}"),
    }
}

/// Single quotes around everything that is seen. Characters that are not seen are spelled out by
/// `printf`, but for line feeds, which it would lose at the end of a word.
fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    let mut unseen = String::new();
    let mut after_space = false;
    for c in text.chars().filter(|c| *c != '\0') {
        if c != '\n' && super::is_unseen(c) {
            unseen.push(c);
            continue;
        }
        flush(&mut unseen, &mut out);
        match c {
            '\'' => out.push_str("'\\''"),
            // A space at the end of a line might be taken off by an editor.
            '\n' if after_space => out.push_str("''\n"),
            c => out.push(c),
        }
        after_space = c == ' ';
    }
    flush(&mut unseen, &mut out);
    out.push('\'');
    out
}

fn flush(unseen: &mut String, out: &mut String) {
    if unseen.is_empty() {
        return;
    }
    out.push_str("'\"$(printf '");
    for byte in unseen.bytes() {
        out.push_str(&format!("\\{byte:03o}"));
    }
    out.push_str("')\"'");
    unseen.clear();
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::super::hostile::HOSTILE;
    use super::*;

    /// What `sh` makes of a word.
    fn meaning(word: &str) -> String {
        let script = format!("printf %s {word}\n");
        let output = Command::new("sh")
            .arg("-c")
            .arg(script)
            .env("NAME", "v ' \" $x `id` \\")
            .output()
            .expect("every system that builds this has sh");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    #[test]
    fn words_mean_themselves() {
        for text in HOSTILE {
            let text = text.replace('\0', "");
            assert_eq!(meaning(word(&text).as_str()), text);
            assert_eq!(meaning(bare(&text).as_str()), text);
        }
    }

    #[test]
    fn variables_are_read_once() {
        for text in HOSTILE {
            let text = text.replace('\0', "");
            let pieces = [
                Piece::Text(text.clone()),
                Piece::Env("NAME".to_owned()),
                Piece::Text(text.clone()),
            ];
            let expected = format!("{text}v ' \" $x `id` \\{text}");
            assert_eq!(meaning(expression(&pieces).as_str()), expected, "{text:?}");
        }
        // At a prompt `!` means something between double quotes.
        let pieces = [
            Piece::Text("a!b ".to_owned()),
            Piece::Env("NAME".to_owned()),
        ];
        assert_eq!(expression(&pieces).as_str(), r#"'a!b '"$NAME""#);
        let pieces = [Piece::Env("NAME".to_owned()), Piece::Text("a".to_owned())];
        assert_eq!(expression(&pieces).as_str(), "\"${NAME}a\"");
        let name = || "NAME".to_owned();
        let pieces = [
            Piece::Text("Basic ".to_owned()),
            Piece::Basic {
                user: name(),
                password: name(),
            },
        ];
        assert_eq!(
            meaning(expression(&pieces).as_str()),
            "Basic diAnICIgJHggYGlkYCBcOnYgJyAiICR4IGBpZGAgXA=="
        );
    }
}
