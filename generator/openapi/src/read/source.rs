//! All files of a run with their texts, and where in them a byte stands.
//!
//! It must not know which format a file has.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::report::FileId;

/// All files of a run, in the order added: descriptions, configuration and templates.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

#[derive(Debug, Clone)]
struct Source {
    path: PathBuf,
    text: String,
    lines: OnceLock<Lines>,
}

impl Sources {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. `path` is what messages print.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source {
            path: path.into(),
            text,
            lines: OnceLock::new(),
        });
        id
    }

    /// Path and text of every file, in the order added.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.files
            .iter()
            .map(|source| (source.path.as_path(), source.text.as_str()))
    }

    /// The path as added; empty when `file` is of other [`Sources`].
    pub fn path(&self, file: FileId) -> &Path {
        self.source(file)
            .map_or(Path::new(""), |source| &source.path)
    }

    /// The text, without a byte order mark; empty when the file could not be read.
    pub fn text(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.text)
    }

    /// Line and column of a byte, both counted from 1, columns in characters.
    ///
    /// A byte behind the end is taken for the end, one inside a character for its first one.
    pub fn line_column(&self, file: FileId, byte: u32) -> (u32, u32) {
        let Some(source) = self.source(file) else {
            return (1, 1);
        };
        source.lines().line_column(&source.text, byte)
    }

    /// The bytes of a line, counted from 1, without its line break; empty behind the last line.
    pub(crate) fn line_range(&self, file: FileId, line: u32) -> std::ops::Range<u32> {
        let Some(source) = self.source(file) else {
            return 0..0;
        };
        source.lines().range(&source.text, line)
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(usize::try_from(file.0).ok()?)
    }
}

impl Source {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }
}

/// Where lines begin, and how many characters stand before each block of bytes: a document of
/// 13 MB on one line must not be counted through for every column asked for.
#[derive(Debug, Clone)]
struct Lines {
    starts: Vec<u32>,
    characters: Vec<u32>,
}

const BLOCK: usize = 1024;

impl Lines {
    fn new(text: &str) -> Self {
        let breaks = text.match_indices('\n');
        let starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| offset(at + 1)))
            .collect();
        let characters = text
            .as_bytes()
            .chunks(BLOCK)
            .scan(0, |total, block| {
                let before = *total;
                *total += count_characters(block);
                Some(before)
            })
            .collect();
        Self { starts, characters }
    }

    fn line_column(&self, text: &str, byte: u32) -> (u32, u32) {
        let byte = byte.min(offset(text.len()));
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = line
            .checked_sub(1)
            .and_then(|at| self.starts.get(at))
            .copied()
            .unwrap_or(0);
        let column = self.characters_before(text, byte) - self.characters_before(text, start);
        let inside_character = text
            .as_bytes()
            .get(index(byte))
            .copied()
            .is_some_and(continues);
        (offset(line), column + u32::from(!inside_character))
    }

    fn range(&self, text: &str, line: u32) -> std::ops::Range<u32> {
        let end = offset(text.len());
        let start_of = |line: usize| self.starts.get(line).copied();
        let start = index(line).checked_sub(1).and_then(start_of).unwrap_or(end);
        let next = start_of(index(line)).map_or(end, |next| next.saturating_sub(1));
        let content = text.get(index(start)..index(next)).unwrap_or("");
        start..start + offset(content.strip_suffix('\r').unwrap_or(content).len())
    }

    /// Characters that begin before `byte`.
    fn characters_before(&self, text: &str, byte: u32) -> u32 {
        let byte = index(byte);
        let block = byte / BLOCK;
        let before = self.characters.get(block).copied().unwrap_or_else(|| {
            // Only the end of a text that fills its last block.
            offset(text.chars().count())
        });
        let rest = text.as_bytes().get(block * BLOCK..byte).unwrap_or(&[]);
        before + count_characters(rest)
    }
}

fn count_characters(bytes: &[u8]) -> u32 {
    offset(bytes.iter().filter(|byte| !continues(**byte)).count())
}

/// Whether a byte of UTF-8 continues a character.
fn continues(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn index(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
