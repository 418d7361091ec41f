//! Instructions of a call: two runs that differ in how many calls they make, so that what a program
//! does once falls out.
//!
//! This module must not know what is called.

use std::process::Command;

use super::Figure;
use super::program::Programs;
use crate::process::{self, Limits};

/// Operations, and how many calls of each are made twice.
const OPERATIONS: [(&str, u64); 3] = [("tag", 500), ("contact", 500), ("list", 40)];

/// What is compared with the first of them.
const SIDES: [&str; 3] = ["generated", "by-hand", "by-hand-unlimited"];

/// Calls before those that count.
const FIRST: u64 = 50;

/// Instructions of each side, and how much more the generated client takes.
pub(super) fn count(programs: &Programs, url: &str) -> Result<Vec<Figure>, String> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Ok(vec![(
            "skipped: there is no valgrind".to_owned(),
            String::new(),
        )]);
    }
    let mut figures = Vec::new();
    for (operation, calls) in OPERATIONS {
        let mut own = None;
        for side in SIDES {
            let run = |count| instructions(programs, side, operation, count, url);
            let all = run(FIRST + calls)?.saturating_sub(run(FIRST)?);
            let each = all / calls;
            let own = *own.get_or_insert(each);
            let more = (own as f64 / each as f64 - 1.0) * 100.0;
            figures.push((
                format!("{operation} {side}"),
                match side == "generated" {
                    true => each.to_string(),
                    false => format!("{each} (generated {more:+.1} %)"),
                },
            ));
        }
    }
    Ok(figures)
}

fn instructions(
    programs: &Programs,
    side: &str,
    operation: &str,
    count: u64,
    url: &str,
) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(programs.path())
        .args(["calls", side, operation, &count.to_string(), url]);
    let ended = process::run(&mut process::piped(command), Limits::NONE, |_| {})?;
    let line = ended.errors.lines().find(|line| line.contains("refs:"));
    let figure = line.and_then(|line| line.split_whitespace().next_back());
    let figure = figure.and_then(|figure| figure.replace(',', "").parse().ok());
    figure
        .filter(|_| ended.end.is_success())
        .ok_or_else(|| format!("valgrind: {}", ended.errors.trim()))
}
