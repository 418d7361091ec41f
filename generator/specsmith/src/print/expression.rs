//! Text of a request whose parts come from the program's surroundings.
//!
//! Each language prints it as one expression. This module must not know what the text is for.

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// The value of an environment variable.
    Env(String),
    /// The same, percent-encoded for a URL.
    Encoded(String),
    /// The values of two environment variables as credentials of HTTP Basic (RFC 7617, section 2):
    /// with a colon between them, in Base64.
    Basic {
        /// Holds the user name.
        user: String,
        /// Holds the password.
        password: String,
    },
}

/// The name that a variable has in every language: letters, digits and `_` of ASCII.
pub(super) fn variable(name: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = name.chars().map(kept).collect();
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if starts { name } else { format!("_{name}") }
}

/// The pieces with neighbouring texts joined.
pub(super) fn joined(pieces: &[Piece]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(text),
            _ => out.push(piece.clone()),
        }
    }
    out
}

/// All of the pieces as one text, when none comes from the surroundings.
pub(super) fn literal(pieces: &[Piece]) -> Option<String> {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Env(_) | Piece::Encoded(_) | Piece::Basic { .. } => None,
        })
        .collect()
}
