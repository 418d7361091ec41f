//! Faults that are asked for: answers that are late, refused, slow or cut.
//!
//! Chance decides for each request by its number, so that a run repeats. This module must not
//! sleep or send anything.

use std::str::FromStr;
use std::time::Duration;

use super::chance::Chance;
use super::problem::{Kind, Problem};

/// What goes wrong, and how often. By default nothing does.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Faults {
    /// How late answers are.
    pub latency: Option<Latency>,
    /// Share of requests that are answered with 500 or 503.
    pub error_rate: f64,
    /// Share of requests that are answered with 429 and `Retry-After`.
    pub rate_limit: f64,
    /// Share of answers whose connection is closed in the middle.
    pub cut_rate: f64,
    /// Bodies come in pieces.
    pub slow_body: Option<SlowBody>,
}

/// How long something takes, at least and at most: `50ms`, or `50ms..200ms`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latency {
    /// The shortest.
    pub least: Duration,
    /// The longest.
    pub most: Duration,
}

/// How a body comes that is slow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlowBody {
    /// How many bytes come at once.
    pub piece: usize,
    /// How long it takes from one piece to the next.
    pub pause: Duration,
}

impl SlowBody {
    /// Sixteen pieces with such pauses, as far as there are bytes.
    pub fn with_pause(pause: Duration) -> Self {
        Self { piece: 0, pause }
    }
}

/// What becomes of one answer.
#[derive(Debug, Clone)]
pub(super) struct Fate {
    pub(super) delay: Duration,
    /// What is answered in its place.
    pub(super) instead: Option<Problem>,
    pub(super) is_cut: bool,
}

/// Why a text is no duration or share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread(String);

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unread {}

impl FromStr for Latency {
    type Err = Unread;

    fn from_str(text: &str) -> Result<Self, Unread> {
        let (least, most) = text.split_once("..").unwrap_or((text, text));
        let (least, most) = (duration(least)?, duration(most)?);
        match least <= most {
            true => Ok(Self { least, most }),
            false => Err(Unread(
                "the shorter time comes first: `50ms..200ms`".to_owned(),
            )),
        }
    }
}

/// A time as `250ms`, `2s` or `0`.
pub fn duration(text: &str) -> Result<Duration, Unread> {
    let unread = || Unread(format!("`{text}` is not a time such as `50ms` or `2s`"));
    let text = text.trim();
    let (number, unit) = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => (number, 0.001),
        (None, Some(number)) => (number, 1.0),
        (None, None) if text == "0" => (text, 1.0),
        (None, None) => return Err(unread()),
    };
    let number: f64 = number.parse().map_err(|_| unread())?;
    let seconds = number * unit;
    match (0.0..=3600.0).contains(&seconds) {
        true => Ok(Duration::from_secs_f64(seconds)),
        false => Err(Unread("a time is at most an hour".to_owned())),
    }
}

/// A share from 0 to 1.
pub fn share(text: &str) -> Result<f64, Unread> {
    let share = text.parse().ok().filter(|it| (0.0..=1.0).contains(it));
    share.ok_or_else(|| Unread(format!("`{text}` is not a share from 0 to 1")))
}

impl Faults {
    /// What becomes of the answer to the request of this number.
    pub(super) fn fate(&self, seed: u64, number: u64) -> Fate {
        let mut chance = Chance::new(seed, &["fault", &number.to_string()]);
        let delay = self.latency.map_or(Duration::ZERO, |latency| {
            latency.least + (latency.most - latency.least).mul_f64(chance.share())
        });
        let (limited, failed, cut) = (chance.share(), chance.share(), chance.share());
        let seconds = chance.between(1, 2);
        let instead = match (limited < self.rate_limit, failed < self.error_rate) {
            (true, _) => Some(limit(seconds)),
            (false, true) => Some(failure(chance.below(2))),
            (false, false) => None,
        };
        Fate {
            delay,
            instead,
            is_cut: cut < self.cut_rate,
        }
    }
}

fn limit(seconds: usize) -> Problem {
    Problem::new(
        429,
        Kind::Injected,
        "the mock limits a share of requests, as asked for",
    )
    .with_header("retry-after", seconds.to_string())
}

fn failure(which: usize) -> Problem {
    let status = if which == 0 { 500 } else { 503 };
    Problem::new(
        status,
        Kind::Injected,
        "the mock fails a share of requests, as asked for",
    )
}
