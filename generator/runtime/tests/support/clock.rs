//! A clock that records the sleeps asked for and waits for none of them.

use std::sync::Mutex;
use std::time::Duration;

use specsmith_runtime::{Clock, Sleep};

#[derive(Debug)]
pub(crate) struct Recorder {
    now: Mutex<Duration>,
    unix_time: Duration,
    chance: f64,
    slept: Mutex<Vec<Duration>>,
}

impl Recorder {
    /// A clock whose dice always fall on the same number.
    pub(crate) fn new(chance: f64) -> Self {
        Self {
            now: Mutex::new(Duration::ZERO),
            unix_time: Duration::from_secs(784_111_777),
            chance,
            slept: Mutex::default(),
        }
    }

    /// The sleeps asked for, in milliseconds.
    pub(crate) fn slept(&self) -> Vec<u128> {
        self.slept
            .lock()
            .unwrap()
            .iter()
            .map(Duration::as_millis)
            .collect()
    }
}

impl Clock for Recorder {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn unix_time(&self) -> Duration {
        self.unix_time
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        *self.now.lock().unwrap() += duration;
        self.slept.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }

    fn chance(&self) -> f64 {
        self.chance
    }
}
