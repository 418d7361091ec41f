// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Whether a failed attempt is repeated, and after how long.
//!
//! It must not know how a request is sent; it sees its errors only.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use http::{HeaderMap, StatusCode, header};

use super::error::Error;

/// How often and how long a call is repeated.
///
/// A request is repeated only where that is safe. That is so for GET, HEAD, OPTIONS, TRACE, PUT and
/// DELETE (RFC 9110, section 9.2.2) and for a request with an idempotency key: they are repeated
/// after the statuses that the description names, after broken connections and after attempts that
/// took too long. Any other request is repeated after 429 (it was refused before it was processed)
/// and when no connection came about.
///
/// The wait before repetition n is a random time up to `base_delay` · 2ⁿ⁻¹, at most `max_delay`
/// (full jitter), and never less than the service asks for: by `Retry-After` in seconds or as a date,
/// by `retry-after-ms`, or by a header named with [`reset_header`](Self::reset_header). A wait that
/// would end later than `max_elapsed` after the call began is not begun: the call fails at once and
/// [`Error::retry_after`] says what the service asked for.
///
/// A client whose calls fail again and again stops to repeat them, see
/// `ClientBuilder::retry_budget`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    max_attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
    max_elapsed: Duration,
    statuses: Option<Vec<u16>>,
    idempotent: bool,
    resets: Vec<(String, Reset)>,
}

/// How a header says when a rate limit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reset {
    /// In seconds from now: `RateLimit-Reset`.
    Seconds,
    /// In seconds since 1970-01-01 00:00 UTC: `X-RateLimit-Reset` of many services.
    UnixSeconds,
    /// In milliseconds since 1970-01-01 00:00 UTC.
    UnixMilliseconds,
}

impl Default for RetryPolicy {
    /// Three attempts, waits from half a second up to eight, a minute in all.
    fn default() -> Self {
        Self {
            max_attempts: 3,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            max_elapsed: Duration::from_secs(60),
            statuses: None,
            idempotent: false,
            resets: Vec::new(),
        }
    }
}

impl RetryPolicy {
    /// One attempt.
    #[must_use]
    pub fn none() -> Self {
        Self::default().max_attempts(1)
    }

    /// Most attempts, the first included; 0 counts as 1.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// Longest wait before the first repetition.
    #[must_use]
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Longest wait before any repetition, unless the service asks for more.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// No repetition begins later than this after the call began.
    #[must_use]
    pub fn max_elapsed(mut self, elapsed: Duration) -> Self {
        self.max_elapsed = elapsed;
        self
    }

    /// Statuses after which a request is repeated, in place of those of the description.
    #[must_use]
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = Some(statuses.into_iter().collect());
        self
    }

    /// Repeats requests of any method like idempotent ones. Only for calls that may be processed
    /// twice.
    #[must_use]
    pub fn assume_idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Waits after 429 until the time that this header says, where the answer has no `Retry-After`.
    /// Can be called several times; the first header that is there counts.
    #[must_use]
    pub fn reset_header(mut self, name: impl Into<String>, reset: Reset) -> Self {
        self.resets.push((name.into(), reset));
        self
    }

    /// More than one attempt may be made.
    pub(super) fn repeats(&self) -> bool {
        self.max_attempts > 1
    }

    /// The wait that an answer asks for.
    pub(super) fn asked(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        unix_time: Duration,
    ) -> Option<Duration> {
        let reset = || {
            let mut resets = self.resets.iter();
            let is_limit = status == StatusCode::TOO_MANY_REQUESTS;
            resets
                .find_map(|(name, reset)| reset.wait(headers.get(name)?.to_str().ok()?, unix_time))
                .filter(|_| is_limit)
        };
        retry_after(headers, unix_time).or_else(reset)
    }

    /// A repetition can help after this status.
    pub(super) fn covers(&self, described: &[u16], status: StatusCode) -> bool {
        self.statuses
            .as_deref()
            .unwrap_or(described)
            .contains(&status.as_u16())
    }

    /// How long to wait before the next attempt; `None` when there is none.
    pub(super) fn delay(&self, failed: &Failed<'_>, chance: f64) -> Option<Duration> {
        if failed.attempt >= self.max_attempts || !self.may_repeat(failed) {
            return None;
        }
        let asked = failed.error.retry_after().unwrap_or_default();
        let ceiling = self.ceiling(failed.attempt);
        let random = Duration::try_from_secs_f64(ceiling.as_secs_f64() * chance);
        let delay = random.unwrap_or(ceiling).max(asked);
        (failed.elapsed.saturating_add(delay) <= self.max_elapsed).then_some(delay)
    }

    fn may_repeat(&self, failed: &Failed<'_>) -> bool {
        failed.error.is_retryable()
            && (failed.error.is_unprocessed() || failed.idempotent || self.idempotent)
    }

    fn ceiling(&self, attempt: u32) -> Duration {
        let doublings = 1_u32
            .checked_shl(attempt.saturating_sub(1))
            .unwrap_or(u32::MAX);
        self.base_delay
            .saturating_mul(doublings)
            .min(self.max_delay)
    }
}

impl Reset {
    /// How long that is from now; nothing for what is no number.
    fn wait(self, text: &str, unix_time: Duration) -> Option<Duration> {
        let number: f64 = text.trim().parse().ok()?;
        let seconds = match self {
            Self::Seconds | Self::UnixSeconds => number,
            Self::UnixMilliseconds => number / 1000.0,
        };
        let time = Duration::try_from_secs_f64(seconds).ok()?;
        Some(match self {
            Self::Seconds => time,
            Self::UnixSeconds | Self::UnixMilliseconds => time.saturating_sub(unix_time),
        })
    }
}

/// How many repetitions all calls of a client may be ahead of what succeeds.
///
/// Each repetition takes a unit, each success gives a tenth of one back. So a service that fails now
/// and then is asked again, and one that is down is not asked three times as often as before.
#[derive(Debug)]
pub(super) struct Budget {
    /// In tenths.
    left: AtomicU32,
    most: u32,
}

impl Budget {
    pub(super) const DEFAULT: u32 = 100;

    pub(super) fn new(repetitions: u32) -> Self {
        let most = repetitions.saturating_mul(10);
        Self {
            left: AtomicU32::new(most),
            most,
        }
    }

    /// Takes a repetition; `false` when there is none left.
    pub(super) fn take(&self) -> bool {
        let less = |left: u32| left.checked_sub(10);
        self.left.fetch_update(Relaxed, Relaxed, less).is_ok()
    }

    /// A call was answered.
    pub(super) fn succeed(&self) {
        let more = |left: u32| (left < self.most).then(|| left.saturating_add(1));
        let _ = self.left.fetch_update(Relaxed, Relaxed, more);
    }
}

/// An attempt that failed.
pub(super) struct Failed<'a> {
    pub(super) error: &'a Error,
    /// Which it was, from 1.
    pub(super) attempt: u32,
    /// Time since the call began.
    pub(super) elapsed: Duration,
    /// Processing the request twice does no harm.
    pub(super) idempotent: bool,
}

/// The method may be repeated (RFC 9110, section 9.2.2; QUERY by its own draft).
pub(super) fn is_idempotent(method: &str) -> bool {
    matches!(
        method,
        "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PUT" | "DELETE" | "QUERY"
    )
}

/// The wait that the service asks for: `retry-after-ms` in milliseconds, else `Retry-After` in seconds
/// or as a date (RFC 9110, section 10.2.3). A date that has passed is no wait; anything else is
/// ignored.
pub(super) fn retry_after(headers: &HeaderMap, unix_time: Duration) -> Option<Duration> {
    let exact = headers.get("retry-after-ms").and_then(|value| {
        let milliseconds: f64 = value.to_str().ok()?.trim().parse().ok()?;
        Duration::try_from_secs_f64(milliseconds / 1000.0).ok()
    });
    if exact.is_some() {
        return exact;
    }
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let date = date
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    Some(date.saturating_sub(unix_time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retry_after_of(text: &str, unix_time: u64) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(header::RETRY_AFTER, text.parse().unwrap());
        retry_after(&headers, Duration::from_secs(unix_time)).map(|wait| wait.as_secs())
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(retry_after_of("10", 0), Some(10));
        assert_eq!(retry_after_of(" 0 ", 0), Some(0));
        assert_eq!(
            retry_after_of("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777 - 30),
            Some(30)
        );
        assert_eq!(
            retry_after_of("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777 - 30),
            Some(30)
        );
        assert_eq!(
            retry_after_of("Sun Nov  6 08:49:37 1994", 784_111_777 - 30),
            Some(30)
        );
        assert_eq!(
            retry_after_of("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_778),
            Some(0)
        );
    }

    #[test]
    fn retry_after_of_another_form_is_ignored() {
        for text in ["", "-1", "1.5", "soon", "99999999999999999999999"] {
            assert_eq!(retry_after_of(text, 0), None, "{text}");
        }
    }

    #[test]
    fn milliseconds_come_before_seconds() {
        for (text, expected) in [
            ("250", Some(250)),
            (" 1.5 ", Some(1)),
            ("0", Some(0)),
            ("-1", Some(7000)),
            ("NaN", Some(7000)),
            ("1e300", Some(7000)),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after-ms", text.parse().unwrap());
            headers.insert(header::RETRY_AFTER, "7".parse().unwrap());
            let wait = retry_after(&headers, Duration::ZERO).map(|wait| wait.as_millis());
            assert_eq!(wait, expected, "{text}");
        }
    }

    #[test]
    fn a_limit_ends_when_its_header_says() {
        let policy = RetryPolicy::default()
            .reset_header("ratelimit-reset", Reset::Seconds)
            .reset_header("x-ratelimit-reset", Reset::UnixSeconds)
            .reset_header("x-reset-ms", Reset::UnixMilliseconds);
        for (name, text, status, expected) in [
            ("RateLimit-Reset", "30", 429, Some(30)),
            ("X-RateLimit-Reset", "1030", 429, Some(30)),
            ("X-RateLimit-Reset", "1029.9", 429, Some(29)),
            ("X-RateLimit-Reset", "970", 429, Some(0)),
            ("X-Reset-Ms", "1030000", 429, Some(30)),
            ("X-RateLimit-Reset", "soon", 429, None),
            ("X-RateLimit-Reset", "1030", 503, None),
            ("Retry-After", "3", 503, Some(3)),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                http::HeaderName::try_from(name).unwrap(),
                text.parse().unwrap(),
            );
            let status = StatusCode::from_u16(status).unwrap();
            let wait = policy.asked(status, &headers, Duration::from_secs(1000));
            assert_eq!(wait.map(|wait| wait.as_secs()), expected, "{name}: {text}");
        }
    }

    #[test]
    fn a_budget_is_used_up_and_filled_again() {
        let budget = Budget::new(2);
        assert_eq!(
            [budget.take(), budget.take(), budget.take()],
            [true, true, false]
        );
        (0..9).for_each(|_| budget.succeed());
        assert!(!budget.take());
        budget.succeed();
        assert!(budget.take());
        (0..1000).for_each(|_| budget.succeed());
        assert_eq!(
            [budget.take(), budget.take(), budget.take()],
            [true, true, false]
        );
        assert!(!Budget::new(0).take());
    }

    #[test]
    fn the_ceiling_doubles_up_to_its_limit() {
        let policy = RetryPolicy::default();
        let ceilings = [1, 2, 3, 4, 5, 6, 40, u32::MAX].map(|n| policy.ceiling(n).as_millis());
        assert_eq!(ceilings, [500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
    }
}
