//! `gen`, `gen --check` and `gen --watch`.
//!
//! This module must not know how anything is generated or written.

use std::path::PathBuf;
use std::time::Instant;

use specsmith_openapi::{Diagnostic, Report, Severity, Sources};

use super::{Status, Terminal, idle, tolerance};
use crate::config::Config;
use crate::files::{self, Action, Failure, Output, Real};
use crate::watch::{Snapshot, Watched};
use crate::{Counts, Generated};

/// What `gen` is asked for.
#[derive(Debug, Clone)]
pub struct Gen {
    /// What to generate.
    pub wanted: Wanted,
    /// Errors in descriptions fail the run, whatever the configuration says.
    pub strict: bool,
    /// The command that writes the output, for people who are told that it is not current.
    pub mend: String,
}

/// Where it is said what to generate.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// In a configuration file.
    Config(PathBuf),
    /// In flags: one crate.
    Flags {
        /// The description.
        schema: PathBuf,
        /// Name of the crate.
        name: String,
        /// Folder of the crate.
        out: PathBuf,
    },
}

/// Generates and writes. Prints a line a file and the time it took.
pub fn write(options: &Gen, terminal: &mut Terminal<'_>) -> Status {
    run(options, terminal, Mode::Write).0
}

/// Generates in memory and compares. Prints what differs and the command that mends it.
pub fn check(options: &Gen, terminal: &mut Terminal<'_>) -> Status {
    run(options, terminal, Mode::Check).0
}

/// Writes now, and again after each change of a file that it was made from. Ends never.
pub fn watch(options: &Gen, terminal: &mut Terminal<'_>) -> Status {
    let mut watched = Watched::new(&options.wanted);
    loop {
        // What changes during the run counts as changed after it.
        let before = Snapshot::of(&watched);
        let (_, next) = run(options, terminal, Mode::Write);
        let before = Snapshot::of(&next).or_earlier(before);
        watched = next;
        terminal.result("watching for changes\n");
        before.wait_for_change(&watched);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
}

/// What a run prints as its result, and whether that is what was asked for.
struct Outcome {
    text: String,
    as_asked: bool,
}

fn run(options: &Gen, terminal: &mut Terminal<'_>, mode: Mode) -> (Status, Watched) {
    let started = Instant::now();
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let config = options.wanted.config(&mut sources, &mut report);
    let outcome = config.as_ref().and_then(|config| {
        let generated = crate::generate(config, &mut sources, &mut report)?;
        let output = Output::of(config, &generated.files, &sources);
        match made(&output, &generated, options, mode, started) {
            Ok(Made::Lost(clients)) => {
                clients.into_iter().for_each(|client| report.push(client));
                None
            }
            Ok(Made::Outcome(mut outcome)) => {
                let passed = tolerance::passed(config, generated.counts, &report);
                let strict = options.strict || config.strict;
                let has_errors = report.count(Severity::Error) > 0;
                outcome.as_asked &= passed.is_empty() && !(strict && has_errors);
                passed.into_iter().for_each(|limit| report.push(limit));
                Some(outcome)
            }
            Err(failure) => {
                report.push(failure.diagnostic());
                None
            }
        }
    });
    report.sort();
    terminal.findings(&report, &sources);
    let status = match outcome {
        None => Status::Fatal,
        Some(Outcome { text, as_asked }) => {
            terminal.result(&text);
            if as_asked {
                Status::Done
            } else {
                Status::Failed
            }
        }
    };
    (
        status,
        Watched::of(&options.wanted, config.as_ref(), &sources),
    )
}

/// What a run came to.
enum Made {
    Outcome(Outcome),
    /// Clients that would be taken away, a finding each; nothing was done.
    Lost(Vec<Diagnostic>),
}

fn made(
    output: &Output<'_>,
    generated: &Generated,
    options: &Gen,
    mode: Mode,
    started: Instant,
) -> Result<Made, Failure> {
    let lost = idle::lost_clients(output, generated)?;
    if !lost.is_empty() {
        return Ok(Made::Lost(lost));
    }
    let outcome = match mode {
        Mode::Write => write_output(output, generated, started),
        Mode::Check => check_output(output, generated, &options.mend, started),
    };
    outcome.map(Made::Outcome)
}

fn write_output(
    output: &Output<'_>,
    generated: &Generated,
    started: Instant,
) -> Result<Outcome, Failure> {
    let actions = files::write(output, &Real)?;
    Ok(Outcome {
        text: summary(&actions, generated.counts, started),
        as_asked: true,
    })
}

fn check_output(
    output: &Output<'_>,
    generated: &Generated,
    mend: &str,
    started: Instant,
) -> Result<Outcome, Failure> {
    let survey = files::check(output, &Real)?;
    Ok(match files::explain(&survey, &generated.files, mend) {
        Some(text) => Outcome {
            text,
            as_asked: false,
        },
        None => Outcome {
            text: current(generated, started),
            as_asked: true,
        },
    })
}

fn summary(actions: &[(String, Action)], counts: Counts, started: Instant) -> String {
    let mut text = String::new();
    for (path, action) in actions {
        let note = match action {
            Action::Overwritten => ", which was edited by hand",
            Action::Written | Action::Unchanged | Action::Removed => "",
        };
        text.push_str(&format!("{:<9} {path}{note}\n", action.name()));
    }
    let number = |wanted| {
        actions
            .iter()
            .filter(|(_, action)| *action == wanted)
            .count()
    };
    text.push_str(&format!(
        "{} written, {} unchanged, {} removed: {}, in {}\n",
        number(Action::Written).saturating_add(number(Action::Overwritten)),
        number(Action::Unchanged),
        number(Action::Removed),
        covered(counts),
        time(started),
    ));
    text
}

fn current(generated: &Generated, started: Instant) -> String {
    let files = plural(generated.files.len(), "file");
    format!(
        "{files} current: {}, in {}\n",
        covered(generated.counts),
        time(started)
    )
}

fn covered(counts: Counts) -> String {
    format!(
        "{} typed, {} degraded; {}; {} not expressed",
        plural(counts.typed, "operation"),
        counts.degraded,
        plural(counts.types, "type"),
        plural(counts.unexpressed, "keyword"),
    )
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

fn time(started: Instant) -> String {
    format!("{:.3} s", started.elapsed().as_secs_f64())
}

impl Wanted {
    fn config(&self, sources: &mut Sources, report: &mut Report) -> Option<Config> {
        match self {
            Self::Config(path) => {
                let instead = "`specsmith gen --schema FILE --name CRATE --out DIR` needs none";
                super::configuration(path, instead, sources, report)
            }
            Self::Flags { schema, name, out } => {
                Config::of_flags(schema.clone(), name, out.clone(), report)
            }
        }
    }
}
