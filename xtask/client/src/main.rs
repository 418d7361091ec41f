//! The programs of `cargo xtask bench --client`: a server, and the calls of a generated client beside
//! the same calls written by hand with reqwest and serde.
//!
//! `client-figures serve` prints its address and runs until its input ends; the others take that
//! address. They print lines of a name, a tab and a number.

mod calls;
mod counting;
mod faults;
mod memory;
mod plain;
mod rate;
mod samples;
mod server;
mod times;

use std::error::Error;
use std::process::ExitCode;

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments.as_slice() {
        ["serve"] => server::run(),
        ["calls", side, operation, count, url] => calls::run(side, operation, count, url),
        ["allocations", url] => counting::run(url),
        ["times", url] => times::run(url),
        ["rate", url] => rate::run(url),
        ["memory", way, url] => memory::run(way, url),
        ["faults"] => faults::run(),
        _ => Err("one of serve, calls, allocations, times, rate, memory, faults".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A line of the outcome.
fn say(name: &str, figure: impl std::fmt::Display) {
    println!("{name}\t{figure}");
}
