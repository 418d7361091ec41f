// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Time as calls see it: the clock, the sleep between attempts, and chance.
//!
//! It must not know what is waited for.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A wait that is being slept.
#[cfg(not(target_arch = "wasm32"))]
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;
/// A wait that is being slept.
#[cfg(target_arch = "wasm32")]
pub type Sleep = Pin<Box<dyn Future<Output = ()>>>;

/// Where the retry loop takes time and chance from. Tests bring their own, so that they record the
/// sleeps asked for and wait for none of them.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Time since some moment that stays the same; never runs backwards.
    fn now(&self) -> Duration;

    /// Time since 1970-01-01 00:00 UTC; for `Retry-After` dates.
    fn unix_time(&self) -> Duration;

    /// Waits.
    fn sleep(&self, duration: Duration) -> Sleep;

    /// A number from 0 up to and without 1.
    fn chance(&self) -> f64;
}

impl dyn Clock {
    /// A random UUID (RFC 9562, section 5.4).
    pub(super) fn uuid(&self) -> String {
        let part = |bits: u32| (self.chance() * 2_f64.powi(bits as i32)) as u64;
        let (a, b, c, d) = (part(32), part(16), part(12), part(14) | 0x8000);
        format!("{a:08x}-{b:04x}-4{c:03x}-{d:04x}-{:012x}", part(48))
    }
}

/// The clock of the machine.
#[derive(Debug)]
pub(super) struct SystemClock {
    #[cfg(not(target_arch = "wasm32"))]
    start: std::time::Instant,
}

#[cfg(not(target_arch = "wasm32"))]
mod machine {
    use std::hash::{BuildHasher, RandomState};
    use std::time::{Instant, SystemTime};

    use super::{Clock, Duration, Future, Sleep, SystemClock};

    impl SystemClock {
        pub(in super::super) fn new() -> Self {
            Self {
                start: Instant::now(),
            }
        }
    }

    impl Clock for SystemClock {
        fn now(&self) -> Duration {
            self.start.elapsed()
        }

        #[allow(
            clippy::disallowed_methods,
            reason = "a wait until a date needs today's"
        )]
        fn unix_time(&self) -> Duration {
            SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .unwrap_or_default()
        }

        fn sleep(&self, duration: Duration) -> Sleep {
            Box::pin(tokio::time::sleep(duration))
        }

        fn chance(&self) -> f64 {
            // Every `RandomState` has other keys, and no dice have to be better than this.
            let bits = RandomState::new().hash_one(0) >> 11;
            bits as f64 / (1_u64 << 53) as f64
        }
    }

    /// The output of the future, or `None` when the time is up first.
    pub(in super::super) async fn within<F: Future>(
        limit: Option<Duration>,
        future: F,
    ) -> Option<F::Output> {
        match limit {
            Some(limit) => tokio::time::timeout(limit, future).await.ok(),
            None => Some(future.await),
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod machine {
    use std::pin::pin;
    use std::task::Poll;

    use gloo_timers::future::TimeoutFuture;

    use super::{Clock, Duration, Future, Sleep, SystemClock};

    impl SystemClock {
        pub(in super::super) fn new() -> Self {
            Self {}
        }
    }

    impl Clock for SystemClock {
        fn now(&self) -> Duration {
            self.unix_time()
        }

        fn unix_time(&self) -> Duration {
            Duration::try_from_secs_f64(js_sys::Date::now() / 1000.0).unwrap_or_default()
        }

        fn sleep(&self, duration: Duration) -> Sleep {
            Box::pin(timer(duration))
        }

        fn chance(&self) -> f64 {
            js_sys::Math::random()
        }
    }

    fn timer(duration: Duration) -> TimeoutFuture {
        // Browsers take a wait that does not fit into 31 bits for none.
        const LONGEST: u32 = i32::MAX.unsigned_abs();
        TimeoutFuture::new(
            u32::try_from(duration.as_millis())
                .unwrap_or(LONGEST)
                .min(LONGEST),
        )
    }

    /// The output of the future, or `None` when the time is up first.
    pub(in super::super) async fn within<F: Future>(
        limit: Option<Duration>,
        future: F,
    ) -> Option<F::Output> {
        let Some(limit) = limit else {
            return Some(future.await);
        };
        let mut future = pin!(future);
        let mut timer = pin!(timer(limit));
        std::future::poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending => timer.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}

pub(super) use machine::within;
