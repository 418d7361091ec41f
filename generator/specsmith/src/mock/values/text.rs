//! Strings: of a pattern, of a format, of words.
//!
//! This module must not know where a string stands.

use serde_json::{Map, Value};

use super::super::chance::Chance;
use super::pattern::Pattern;

/// The longest string that is made, in characters.
const LONGEST: usize = 100_000;

/// What kept a string from being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unmade {
    /// No text of this pattern is found.
    Pattern(String),
    /// It would have to be longer than is reasonable.
    Length,
}

const WORDS: &[&str] = &[
    "amber", "basalt", "cedar", "delta", "ember", "fjord", "grove", "harbor", "iris", "juniper",
    "kelp", "lagoon", "maple", "north", "ochre", "pine", "quartz", "river", "slate", "tundra",
    "umber", "vale", "willow", "zephyr",
];

/// How many texts of one pattern are tried for one that has the right length.
const TRIES: usize = 20;

/// A string that is as the keywords say which speak of strings.
pub(super) fn text(schema: &Map<String, Value>, chance: &mut Chance) -> Result<String, Unmade> {
    let count = |key| schema.get(key).and_then(Value::as_u64);
    let least = usize::try_from(count("minLength").unwrap_or(0)).unwrap_or(usize::MAX);
    let most = count("maxLength")
        .and_then(|it| usize::try_from(it).ok())
        .unwrap_or(usize::MAX);
    if least > LONGEST {
        return Err(Unmade::Length);
    }
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        return of_pattern(pattern, least, most, chance);
    }
    let is_encoded = schema.get("contentEncoding").and_then(Value::as_str) == Some("base64");
    match schema.get("format").and_then(Value::as_str) {
        _ if is_encoded => Ok(base64(least, most, chance)),
        Some("byte") => Ok(base64(least, most, chance)),
        Some(format) => match of_format(format, chance) {
            Some(text) => Ok(stretched(text, format, least)),
            None => Ok(words(least, most, chance)),
        },
        None => Ok(words(least, most, chance)),
    }
}

fn of_pattern(
    pattern: &str,
    least: usize,
    most: usize,
    chance: &mut Chance,
) -> Result<String, Unmade> {
    let unmade = || Unmade::Pattern(pattern.to_owned());
    let read = Pattern::read(pattern).ok_or_else(unmade)?;
    for _ in 0..TRIES {
        let mut text = read.text(chance, least);
        // A pattern need not say where the text ends.
        while text.chars().count() < least && !pattern.ends_with('$') {
            text.push('a');
        }
        let length = text.chars().count();
        if (least..=most).contains(&length) {
            return Ok(text);
        }
    }
    Err(unmade())
}

fn of_format(format: &str, chance: &mut Chance) -> Option<String> {
    let (a, b) = (chance.below(28) + 1, chance.below(12) + 1);
    let date = format!("{}-{b:02}-{a:02}", 2020 + chance.below(6));
    let time = format!(
        "{:02}:{:02}:{:02}Z",
        chance.below(24),
        chance.below(60),
        chance.below(60)
    );
    let word = *chance.pick(WORDS)?;
    Some(match format {
        "date-time" => format!("{date}T{time}"),
        "date" => date,
        "time" => time,
        "duration" => format!("PT{a}M"),
        "email" => format!("{word}@example.com"),
        "hostname" => format!("{word}.example.com"),
        "ipv4" => format!("192.0.2.{a}"),
        "ipv6" => format!("2001:db8::{a:x}"),
        "uri" => format!("https://example.com/{word}"),
        "uuid" => uuid(chance),
        _ => return None,
    })
}

/// Formats that go on at their end can be as long as they have to.
fn stretched(mut text: String, format: &str, least: usize) -> String {
    if format == "uri" {
        while text.chars().count() < least {
            text.push('a');
        }
    }
    text
}

/// Version 4 (RFC 9562, section 5.4).
fn uuid(chance: &mut Chance) -> String {
    let (high, low) = (chance.next(), chance.next());
    let variant = 0x8000 | (low >> 48) & 0x3fff;
    format!(
        "{:08x}-{:04x}-4{:03x}-{variant:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        low & 0xffff_ffff_ffff
    )
}

fn base64(least: usize, most: usize, chance: &mut Chance) -> String {
    let groups = least
        .div_ceil(4)
        .max(2)
        .min((most / 4).max(least.div_ceil(4)));
    const DIGITS: &[char] = &['A', 'b', 'C', 'd', 'E', 'f', '0', '1', '2', '3'];
    let digits = (0..groups.saturating_mul(4)).filter_map(|_| chance.pick(DIGITS));
    digits.collect()
}

fn words(least: usize, most: usize, chance: &mut Chance) -> String {
    let mut text = chance.pick(WORDS).copied().unwrap_or_default().to_owned();
    while text.len() < least {
        text.push(' ');
        text.push_str(chance.pick(WORDS).copied().unwrap_or("a"));
    }
    // All of ASCII: a byte is a character.
    text.truncate(most.min(least.max(text.len())));
    if text.ends_with(' ') {
        text.pop();
        text.push('a');
    }
    text
}
