//! The times of `codec.rs` as ratios to serde's derives, each round running all of them in turn, so
//! that a busy machine slows all alike. Prints medians over the rounds, of the times and of the ratios.
#![allow(unused_imports, reason = "types shared by several binaries")]
#![allow(unreachable_pub, reason = "shared by several binaries")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench"
)]

mod contacts;
#[path = "contacts/twin.rs"]
mod twin;
#[path = "../tests/codec/types/mod.rs"]
mod types;

use std::hint::black_box;
use std::time::Instant;

use specsmith_runtime::{DecodeLimits, encode, from_slice};

type Tables = Vec<types::Contact>;
type Plain = Vec<twin::plain::Contact>;
type Keeping = Vec<twin::keeping::Contact>;
type Run<'a> = (&'a str, Box<dyn Fn() + 'a>);

const ROUNDS: usize = 41;

fn main() {
    let size = std::env::var("BYTES")
        .ok()
        .and_then(|size| size.parse().ok());
    let json = contacts::json(size.unwrap_or(10_000_000));
    let only = std::env::args()
        .nth(1)
        .filter(|argument| !argument.starts_with("--"));
    let plain: Plain = serde_json::from_slice(&json).expect("contacts");
    let keeping: Keeping = serde_json::from_slice(&json).expect("contacts");
    let ours: Tables = from_slice(&json, &DecodeLimits::DEFAULT).expect("contacts");

    compare(
        &only,
        "decode",
        &[
            (
                "derived",
                Box::new(|| drop(black_box(serde_json::from_slice::<Plain>(&json)))),
            ),
            (
                "derived, extra",
                Box::new(|| drop(black_box(serde_json::from_slice::<Keeping>(&json)))),
            ),
            (
                "own",
                Box::new(|| {
                    drop(black_box(from_slice::<Tables>(
                        &json,
                        &DecodeLimits::DEFAULT,
                    )))
                }),
            ),
            (
                "serde",
                Box::new(|| drop(black_box(serde_json::from_slice::<Tables>(&json)))),
            ),
        ],
    );
    compare(
        &only,
        "encode",
        &[
            (
                "derived",
                Box::new(|| drop(black_box(serde_json::to_vec(&plain)))),
            ),
            (
                "derived, extra",
                Box::new(|| drop(black_box(serde_json::to_vec(&keeping)))),
            ),
            ("own", Box::new(|| drop(black_box(encode(&ours))))),
            (
                "serde",
                Box::new(|| drop(black_box(serde_json::to_vec(&ours)))),
            ),
        ],
    );
}

/// Prints each run's median time and the median of its ratios to the first run's.
fn compare(only: &Option<String>, what: &str, runs: &[Run<'_>]) {
    if let Some(only) = only {
        // One run alone, once: for counting its instructions.
        runs.iter()
            .filter(|(name, _)| *only == format!("{what} {name}"))
            .for_each(|(_, run)| run());
        return;
    }
    let mut times = vec![Vec::new(); runs.len()];
    for _ in 0..ROUNDS {
        for ((_, run), times) in runs.iter().zip(&mut times) {
            let start = Instant::now();
            run();
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    for ((name, _), own) in runs.iter().zip(&times) {
        // Of one round each: what slows the machine for a while slows both.
        let ratios = own.iter().zip(&times[0]).map(|(own, first)| own / first);
        println!(
            "{what} {name:14} {:8.1} ms {:6.2}",
            median(own.clone()),
            median(ratios.collect())
        );
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
