//! Calls a second on one client with 256 of them at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use crate::calls::Side;
use crate::{Outcome, say};

const TASKS: usize = 256;
const CALLS: u64 = 10_000;
const ROUNDS: usize = 5;
const SIDES: [&str; 2] = ["generated", "by-hand"];

/// The medians of rounds in turn.
pub(crate) fn run(url: &str) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let sides = SIDES.map(|side| Side::new(side, url).map(Arc::new));
    let sides: Vec<Arc<Side>> = sides.into_iter().collect::<Outcome<_>>()?;
    let mut rates = vec![Vec::new(); sides.len()];
    for _ in 0..ROUNDS {
        for (side, rates) in sides.iter().zip(&mut rates) {
            let start = Instant::now();
            runtime.block_on(at_once(side))?;
            rates.push(CALLS as f64 / start.elapsed().as_secs_f64());
        }
    }
    for (side, rates) in SIDES.iter().zip(&mut rates) {
        rates.sort_by(f64::total_cmp);
        let rate = rates[rates.len() / 2];
        say(&format!("tag {side} calls/s"), format!("{rate:.0}"));
    }
    Ok(())
}

async fn at_once(side: &Arc<Side>) -> Outcome {
    let left = Arc::new(AtomicU64::new(CALLS));
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let (side, left) = (Arc::clone(side), Arc::clone(&left));
            tokio::spawn(async move {
                while left
                    .fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1))
                    .is_ok()
                {
                    side.call("tag").await?;
                }
                Outcome::Ok(())
            })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    Ok(())
}
