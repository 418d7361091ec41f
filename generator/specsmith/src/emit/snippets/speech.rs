//! The languages of snippets: how each writes text, values and what the environment holds.
//!
//! Must not know what a snippet is made of.

use specsmith_openapi::api::Value;

use crate::print::{Fragment, Piece, javascript, python, shell};

/// A language whose literals a snippet is made of.
pub(super) trait Speech {
    fn comment(text: &str) -> Fragment;
    fn string(text: &str) -> Fragment;
    /// The key of a member of a literal.
    fn key(text: &str) -> Fragment {
        Self::string(text)
    }
    /// An identifier, when `text` is one.
    fn name(text: &str) -> Option<Fragment>;
    fn value(value: &Value) -> Fragment;
    /// An expression for the text of a JSON document.
    fn json_text(value: &Value) -> Fragment;
    fn expression(pieces: &[Piece]) -> Fragment;
    /// The value of an environment variable; where that is usual, one that is not set ends the program.
    fn required(name: &str) -> Fragment {
        Self::expression(&[Piece::Env(name.to_owned())])
    }
    /// A header's value. Clients that take no UTF-8 there get its bytes as Latin-1.
    fn header(pieces: &[Piece]) -> Fragment;
}

/// POSIX shell.
pub(super) struct Shell;
/// JavaScript and TypeScript.
pub(super) struct Javascript;
/// Python 3.
pub(super) struct Python;

impl Speech for Shell {
    fn comment(text: &str) -> Fragment {
        shell::comment(text)
    }

    fn string(text: &str) -> Fragment {
        shell::bare(text)
    }

    fn name(text: &str) -> Option<Fragment> {
        Some(shell::bare(text))
    }

    fn value(value: &Value) -> Fragment {
        shell::json(value, 0)
    }

    fn json_text(value: &Value) -> Fragment {
        shell::json(value, 2)
    }

    fn expression(pieces: &[Piece]) -> Fragment {
        shell::expression(pieces)
    }

    fn required(name: &str) -> Fragment {
        shell::required(name)
    }

    fn header(pieces: &[Piece]) -> Fragment {
        shell::expression(pieces)
    }
}

impl Speech for Javascript {
    fn key(text: &str) -> Fragment {
        javascript::key(text)
    }

    fn comment(text: &str) -> Fragment {
        javascript::comment(text)
    }

    fn string(text: &str) -> Fragment {
        javascript::string(text)
    }

    fn name(text: &str) -> Option<Fragment> {
        javascript::name(text)
    }

    fn value(value: &Value) -> Fragment {
        javascript::value(value, 0)
    }

    fn json_text(value: &Value) -> Fragment {
        javascript::json_text(value, 0)
    }

    fn expression(pieces: &[Piece]) -> Fragment {
        javascript::expression(pieces)
    }

    fn header(pieces: &[Piece]) -> Fragment {
        javascript::expression(&latin1(pieces))
    }
}

impl Speech for Python {
    fn comment(text: &str) -> Fragment {
        python::comment(text)
    }

    fn string(text: &str) -> Fragment {
        python::string(text)
    }

    fn name(text: &str) -> Option<Fragment> {
        python::name(text)
    }

    fn value(value: &Value) -> Fragment {
        python::value(value, 0)
    }

    fn json_text(value: &Value) -> Fragment {
        python::string(&value.to_string())
    }

    fn expression(pieces: &[Piece]) -> Fragment {
        python::expression(pieces)
    }

    fn header(pieces: &[Piece]) -> Fragment {
        python::expression(&latin1(pieces))
    }
}

/// Each byte of UTF-8 as a character of Latin-1, which these clients encode as that byte.
fn latin1(pieces: &[Piece]) -> Vec<Piece> {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => Piece::Text(text.bytes().map(char::from).collect()),
            Piece::Env(_) | Piece::Encoded(_) | Piece::Basic { .. } => piece.clone(),
        })
        .collect()
}
