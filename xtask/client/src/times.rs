//! Time of a call, each side in turn, so that what else the machine does falls on all of them.

use std::time::Instant;

use crate::calls::{OPERATIONS, SIDES, Side};
use crate::{Outcome, say};

const ROUNDS: usize = 20;
const CALLS: u64 = 200;

/// The medians of all rounds, in microseconds a call.
pub(crate) fn run(url: &str) -> Outcome {
    let runtime = crate::calls::runtime()?;
    for operation in OPERATIONS {
        let sides = SIDES.map(|side| Side::new(side, url));
        let sides: Vec<Side> = sides.into_iter().collect::<Outcome<_>>()?;
        let mut times = vec![Vec::new(); sides.len()];
        for _ in 0..ROUNDS {
            for (side, times) in sides.iter().zip(&mut times) {
                let start = Instant::now();
                runtime.block_on(side.calls(operation, CALLS))?;
                times.push(start.elapsed().as_nanos() as f64 / CALLS as f64 / 1000.0);
            }
        }
        for (side, times) in SIDES.iter().zip(&mut times) {
            times.sort_by(f64::total_cmp);
            say(
                &format!("{operation} {side} µs"),
                format!("{:.1}", times[times.len() / 2]),
            );
        }
    }
    Ok(())
}
