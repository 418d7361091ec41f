//! Texts that match a regular expression.
//!
//! Anchors and boundaries are taken to hold where they stand: whether the text matches is for the
//! validator to say. This module must not know of schemas.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::super::chance::Chance;

/// The longest text, in characters.
const LONGEST: usize = 10_000;

/// An expression that was read.
#[derive(Debug)]
pub(super) struct Pattern(Hir);

impl Pattern {
    /// `None`: it says what this module does not read, such as what follows (`(?=…)`).
    pub(super) fn read(pattern: &str) -> Option<Self> {
        let translated = translated(pattern);
        let mut parser = ParserBuilder::new().nest_limit(100).build();
        parser.parse(&translated).ok().map(Self)
    }

    /// A text of about `least` characters or more, where the expression lets it be as long.
    pub(super) fn text(&self, chance: &mut Chance, least: usize) -> String {
        let mut text = String::new();
        write(&self.0, chance, least.min(LONGEST), &mut text);
        text
    }
}

/// ECMA-262 as the parser has it: `\d` is of ASCII, `\/` is `/`, and groups that only look ahead
/// to forbid something are left out, for the validator to see to.
fn translated(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('d') => text.push_str("[0-9]"),
            Some('w') => text.push_str("[A-Za-z0-9_]"),
            Some('s') => text.push(' '),
            Some('S') => text.push_str("[!-~]"),
            Some('/') => text.push('/'),
            Some(escaped) if is_plain(escaped) => text.push(escaped),
            Some(escaped) => text.extend(['\\', escaped]),
            None => text.push_str("\\\\"),
        }
    }
    without_lookarounds(&text)
}

/// Characters that need no backslash, but may have one.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '@' | '%' | ':' | ',' | ';' | '=' | '!' | '<' | '>' | '_'
    )
}

fn without_lookarounds(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some((at, _)) = ["(?!", "(?<!", "(?=", "(?<="]
        .iter()
        .filter_map(|open| Some((rest.find(open)?, open)))
        .min()
    {
        // Cannot panic: something was found there.
        let (before, group) = rest.split_at(at);
        kept.push_str(before);
        match group_end(group) {
            Some(end) => rest = group.get(end..).unwrap_or_default(),
            None => break,
        }
    }
    kept.push_str(rest);
    kept
}

/// Where a group ends that begins here.
fn group_end(text: &str) -> Option<usize> {
    let (mut depth, mut is_escaped, mut in_class) = (0usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn write(hir: &Hir, chance: &mut Chance, least: usize, text: &mut String) {
    if text.len() > LONGEST {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class, chance)),
        HirKind::Repetition(repetition) => {
            let low = repetition.min as usize;
            let high = repetition.max.map_or(usize::MAX, |it| it as usize);
            // What is missing, as if each repetition were a character.
            let wanted = least.saturating_sub(text.chars().count()).clamp(low, high);
            let usual = high.min(low.saturating_add(if low == 0 { 1 } else { 0 }));
            let count = wanted.max(usual).min(LONGEST);
            for _ in 0..count {
                if text.len() > LONGEST {
                    break;
                }
                write(&repetition.sub, chance, 0, text);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, chance, least, text),
        HirKind::Concat(parts) => parts
            .iter()
            .for_each(|part| write(part, chance, least, text)),
        HirKind::Alternation(parts) => {
            if let Some(part) = chance.pick(parts) {
                write(part, chance, least, text);
            }
        }
    }
}

/// A character of a class, a readable one if there is one.
fn character(class: &Class, chance: &mut Chance) -> Option<char> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => {
            let ranges = class.ranges().iter();
            ranges
                .map(|it| (it.start().into(), it.end().into()))
                .collect()
        }
        Class::Bytes(class) => {
            let ranges = class.ranges().iter();
            ranges
                .map(|it| (it.start().into(), it.end().into()))
                .collect()
        }
    };
    for (low, high) in [(b'a', b'z'), (b'A', b'Z'), (b'0', b'9'), (b'!', b'~')] {
        let within = ranges.iter().filter_map(|(from, to)| {
            let (from, to) = ((*from).max(low.into()), (*to).min(high.into()));
            (from <= to).then_some((from, to))
        });
        let within: Vec<(u32, u32)> = within.collect();
        if let Some((from, to)) = chance.pick(&within) {
            return one(*from, *to, chance);
        }
    }
    let (from, to) = chance.pick(&ranges)?;
    one(*from, *to, chance)
}

fn one(from: u32, to: u32, chance: &mut Chance) -> Option<char> {
    let offset = chance.below((to - from) as usize + 1);
    char::from_u32(from + u32::try_from(offset).ok()?)
}
