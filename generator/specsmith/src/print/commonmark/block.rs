//! Prints blocks as lines.
//!
//! This module must not know how inlines are escaped.

use super::Reader;
use super::inline::{Inlines, Place};
use super::tree::{Block, Inline};

/// Blocks with a blank line between them.
pub(super) fn lines(blocks: &[Block], reader: Reader) -> Vec<String> {
    join(
        blocks.iter().map(|block| block_lines(block, reader)),
        Spacing::Loose,
    )
}

/// What stands between two blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Tight,
    Loose,
}

fn join(parts: impl Iterator<Item = Vec<String>>, spacing: Spacing) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if spacing == Spacing::Loose && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(part);
    }
    lines
}

fn block_lines(block: &Block, reader: Reader) -> Vec<String> {
    match block {
        Block::Paragraph(inlines) => paragraph(inlines, reader),
        Block::Code { info, text } => code(language(info, reader), text),
        Block::Quote(blocks) => prefixed(lines(blocks, reader.behind("> ")), "> ", "> "),
        Block::List {
            start,
            tight,
            items,
        } => list(*start, *tight, items, reader),
        Block::Table { rows } => table(rows),
        // Not `---`, which would make a heading of the text before it.
        Block::Rule => vec!["***".to_owned()],
    }
}

fn paragraph(inlines: &[Inline], reader: Reader) -> Vec<String> {
    let text = match reader {
        Reader::Rustdoc { width } => Inlines::filled(inlines, width),
        Reader::Site => Inlines::print(inlines, Place::Site),
    };
    text.lines().map(str::to_owned).collect()
}

/// Languages that no reader runs or draws.
const LANGUAGES: [&str; 24] = [
    "bash",
    "c",
    "console",
    "cpp",
    "csharp",
    "css",
    "diff",
    "go",
    "graphql",
    "http",
    "ini",
    "java",
    "javascript",
    "json",
    "js",
    "php",
    "python",
    "ruby",
    "sh",
    "shell",
    "sql",
    "toml",
    "ts",
    "yaml",
];

fn language(info: &str, reader: Reader) -> &str {
    let word = info.split([' ', ',', '{']).next().unwrap_or_default();
    match reader {
        Reader::Rustdoc { .. } => "text",
        Reader::Site if LANGUAGES.contains(&word) => word,
        Reader::Site => "text",
    }
}

/// How many backticks stand in a row, each time.
pub(in crate::print) fn runs(text: &str) -> impl Iterator<Item = usize> {
    text.split(|c| c != '`').map(str::len)
}

/// A code block with a fence that nothing inside it closes.
pub(in crate::print) fn code(language: &str, text: &str) -> Vec<String> {
    let run = runs(text).max().unwrap_or_default();
    let fence = "`".repeat(run.saturating_add(1).max(3));
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(text.lines().map(|line| line.trim_end().to_owned()));
    lines.push(fence);
    lines
}

fn list(start: Option<u64>, tight: bool, items: &[Vec<Block>], reader: Reader) -> Vec<String> {
    let spacing = if tight && items.iter().all(|item| is_compact(item)) {
        Spacing::Tight
    } else {
        Spacing::Loose
    };
    let first = start.map(|start| {
        let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
        // A list item has at most nine digits.
        if start.saturating_add(count) > 999_999_999 {
            1
        } else {
            start
        }
    });
    let marker = |index: usize| match first {
        None => "- ".to_owned(),
        Some(first) => {
            format!(
                "{}. ",
                first.saturating_add(u64::try_from(index).unwrap_or(u64::MAX))
            )
        }
    };
    let parts = items.iter().enumerate().map(|(index, item)| {
        let marker = marker(index);
        let reader = reader.behind(&marker);
        if item.is_empty() {
            return vec![marker.trim_end().to_owned()];
        }
        let inner = join(item.iter().map(|block| block_lines(block, reader)), spacing);
        prefixed(inner, &marker, &" ".repeat(marker.len()))
    });
    join(parts, spacing)
}

/// The item reads the same without blank lines: text, and behind it only lists that can follow
/// text (CommonMark 0.31, section 5.3).
fn is_compact(item: &[Block]) -> bool {
    item.iter().enumerate().all(|(index, block)| match block {
        Block::Paragraph(_) => index == 0,
        Block::List { start, .. } => matches!(start, None | Some(1)),
        Block::Code { .. } | Block::Quote(_) | Block::Table { .. } | Block::Rule => item.len() == 1,
    })
}

fn prefixed(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let prefix = if index == 0 { first } else { rest };
            if line.is_empty() {
                prefix.trim_end().to_owned()
            } else {
                format!("{prefix}{line}")
            }
        })
        .collect()
}

fn table(rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |cells: &Vec<Vec<Inline>>| {
        let mut line = String::from("|");
        for index in 0..columns {
            let cell = cells
                .get(index)
                .map(|cell| Inlines::print(cell, Place::Cell));
            line.push_str(&format!(" {} |", cell.unwrap_or_default()));
        }
        line
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    lines.insert(lines.len().min(1), format!("|{}", "---|".repeat(columns)));
    lines
}
