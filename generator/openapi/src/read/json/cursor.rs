//! A place in a text of JSON that only moves forward.
//!
//! It must not know the grammar beyond blanks and words.

use crate::report::{FileId, Origin};

pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    file: FileId,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, file: FileId) -> Self {
        Self { text, at: 0, file }
    }

    pub(super) fn offset(&self) -> usize {
        self.at
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is still to be read. Never begins inside a character.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The text from an earlier offset up to here.
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or("")
    }

    /// Goes over `bytes` bytes, which must end between two characters.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.text.len());
    }

    /// Goes over `byte` (ASCII) if it stands here.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    pub(super) fn skip_blank(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// The letters and digits that stand here.
    pub(super) fn word(&self) -> &'a str {
        let rest = self.rest();
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.');
        let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or("")
    }

    pub(super) fn skip_word(&mut self) {
        self.advance(self.word().len());
    }

    /// The place from an earlier offset up to here.
    pub(super) fn origin_from(&self, start: usize) -> Origin {
        Origin::of_bytes(self.file, start..self.at)
    }

    /// The place of the word that stands here, or of the one character, or of the end.
    pub(super) fn origin_here(&self) -> Origin {
        let character = self.rest().chars().next().map_or(0, char::len_utf8);
        let length = self.word().len().max(character);
        Origin::of_bytes(self.file, self.at..self.at + length)
    }
}
