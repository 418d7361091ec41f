//! One run of one tool for one document, and what many of them come to.
//!
//! This module must not know which tools there are.

use std::path::Path;

use serde::Serialize;

use super::LIMITS;
use super::install::Installed;
use crate::disk;
use crate::process::{self, Cost, End};

/// How a run ended, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Generated,
    /// It ended well and wrote no Rust.
    Nothing,
    /// It said why it did not.
    Failed,
    /// A panic, or a signal, as after an overflow of the stack.
    Panicked,
    TimedOut,
    OutOfMemory,
}

/// What came of a document.
#[derive(Debug, Clone)]
pub(super) struct Generation {
    pub(super) verdict: Verdict,
    /// The medians of all rounds.
    pub(super) cost: Cost,
    /// Lines of Rust in the sources.
    pub(super) lines: usize,
    /// What a tool that did not generate said.
    pub(super) detail: String,
}

/// Runs a tool once, into a folder that is not there yet.
pub(super) fn generate(
    tool: &Installed,
    input: &Path,
    output: &Path,
    name: &str,
) -> Result<Generation, String> {
    disk::clear(output)?;
    let arguments = tool
        .tool
        .arguments(&input.to_string_lossy(), &output.to_string_lossy(), name);
    let mut command = tool.command();
    command.args(arguments).current_dir(output);
    let mut said = String::new();
    let ended = process::run(&mut command, LIMITS, |line| {
        if !line.trim().is_empty() {
            said = line;
        }
    })?;
    let lines = lines(output)?;
    let verdict = verdict(ended.end, &ended.errors, lines);
    let detail = match verdict {
        Verdict::Generated => String::new(),
        _ => detail(&ended.errors, &said),
    };
    Ok(Generation {
        verdict,
        cost: ended.cost,
        lines,
        detail,
    })
}

fn verdict(end: End, errors: &str, lines: usize) -> Verdict {
    let panicked = errors.contains("panicked at") || errors.contains("has overflowed its stack");
    match end {
        End::TimedOut => Verdict::TimedOut,
        End::OutOfMemory => Verdict::OutOfMemory,
        End::Exited(status) if status.success() && lines > 0 => Verdict::Generated,
        End::Exited(status) if status.success() => Verdict::Nothing,
        End::Exited(status) if panicked || status.code().is_none() => Verdict::Panicked,
        End::Exited(_) => Verdict::Failed,
    }
}

/// The line that says most: what a panic is about, which stands below its place, else the first that
/// names an error, else the last.
fn detail(errors: &str, said: &str) -> String {
    const LONGEST: usize = 200;
    let has = |word: &'static str| move |line: &&str| line.to_ascii_lowercase().contains(word);
    let mut lines = errors.lines().filter(|line| !line.trim().is_empty());
    let panic = lines.clone().skip_while(|line| !has("panicked at")(line));
    let line = panic.clone().nth(1).or_else(|| {
        let mut words = ["overflowed", "error", "exception"].iter();
        let found = words.find_map(|word| lines.clone().find(has(word)));
        found.or_else(|| lines.next_back())
    });
    let line = plain(line.unwrap_or(said));
    line.trim().chars().take(LONGEST).collect()
}

/// Without the sequences that color a terminal.
fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

/// Lines of Rust below `src`.
fn lines(output: &Path) -> Result<usize, String> {
    let source = output.join("src");
    let mut count = 0;
    for (file, _) in disk::walk(&source)? {
        if file.ends_with(".rs") {
            let text = disk::read(&source.join(file))?.unwrap_or_default();
            count += text.lines().count();
        }
    }
    Ok(count)
}

/// The medians of several runs, each figure for itself; what the last one came to stands.
pub(super) fn median(runs: Vec<Generation>) -> Option<Generation> {
    let wall = middle(runs.iter().map(|run| run.cost.wall));
    let time = middle(runs.iter().map(|run| run.cost.time));
    let memory = middle(runs.iter().map(|run| run.cost.memory));
    let last = runs.into_iter().next_back()?;
    Some(Generation {
        cost: Cost { wall, time, memory },
        ..last
    })
}

fn middle<T: Ord + Default + Copy>(figures: impl Iterator<Item = T>) -> T {
    let mut figures: Vec<T> = figures.collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

impl Verdict {
    /// The words for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Nothing => "nothing",
            Self::Failed => "failed",
            Self::Panicked => "panicked",
            Self::TimedOut => "timed out",
            Self::OutOfMemory => "out of memory",
        }
    }

    /// Whether another round would only take as long again.
    pub(super) fn is_hopeless(self) -> bool {
        matches!(self, Self::TimedOut | Self::OutOfMemory)
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_run_is_judged_by_how_it_ended_and_what_it_left() {
        let exited = |code: i32| End::Exited(ExitStatus::from_raw(code << 8));
        let aborted = End::Exited(ExitStatus::from_raw(6));
        let panic = "thread 'main' panicked at src/main.rs:1:2:\nnot yet\nnote: …";
        for (end, errors, lines, expected) in [
            (exited(0), "warning: x", 10, Verdict::Generated),
            (exited(0), "", 0, Verdict::Nothing),
            (exited(1), "error: x", 10, Verdict::Failed),
            (exited(101), panic, 0, Verdict::Panicked),
            (aborted, "", 0, Verdict::Panicked),
            (End::TimedOut, "", 10, Verdict::TimedOut),
            (End::OutOfMemory, "", 0, Verdict::OutOfMemory),
        ] {
            assert_eq!(verdict(end, errors, lines), expected, "{errors}");
        }
        assert_eq!(detail(panic, ""), "not yet");
        assert_eq!(detail("\u{1b}[2mError\u{1b}[0m: a", ""), "Error: a");
        assert_eq!(detail("a\nError: b\nc\n", ""), "Error: b");
        assert_eq!(detail("a\nb\n", "c"), "b");
        assert_eq!(detail("", "c"), "c");
    }

    #[test]
    fn each_figure_has_its_own_median() {
        let run = |wall, memory| Generation {
            verdict: Verdict::Generated,
            cost: Cost {
                wall: Duration::from_secs(wall),
                time: Duration::from_secs(wall * 2),
                memory,
            },
            lines: 1,
            detail: String::new(),
        };
        let median = median(vec![run(1, 30), run(9, 10), run(2, 20)]).unwrap();
        assert_eq!(median.cost.wall, Duration::from_secs(2));
        assert_eq!(median.cost.time, Duration::from_secs(4));
        assert_eq!(median.cost.memory, 20);
        assert!(super::median(Vec::new()).is_none());
    }
}
