//! One process with limits on time and memory: what it wrote, how it ended and what it cost.
//!
//! This module must not know what runs in it.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::disk;

/// How often a process is looked at.
const STEP: Duration = Duration::from_millis(5);

/// A process that waits may take so many times what one that works may take: the machine may be
/// busy with others.
const PATIENCE: u32 = 10;

/// What a process may take; what passes it is ended.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Time of the processors.
    pub(crate) time: Duration,
    /// Resident memory in bytes.
    pub(crate) memory: u64,
}

impl Limits {
    /// As much as it likes.
    pub(crate) const NONE: Self = Self {
        time: Duration::MAX,
        memory: u64::MAX,
    };
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself or by a signal that was not ours.
    Exited(ExitStatus),
    TimedOut,
    OutOfMemory,
}

impl End {
    /// Whether it did what it was started for.
    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Exited(status) if status.success())
    }
}

/// What a process cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// From start to end.
    pub(crate) wall: Duration,
    /// Of the processors, with the processes that it started and waited for, as last seen; the time from start to end where the system does not tell.
    pub(crate) time: Duration,
    /// Peak of resident memory in bytes, as last seen, of the process or of the largest that it
    /// started; zero where the system does not tell.
    pub(crate) memory: u64,
}

/// A process that has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) end: End,
    pub(crate) cost: Cost,
    /// What it wrote to standard error, unless that went elsewhere.
    pub(crate) errors: String,
}

/// Runs a process and hands on each line that it writes to standard output.
pub(crate) fn run(
    command: &mut Command,
    limits: Limits,
    mut line: impl FnMut(String),
) -> Result<Ended, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let problem = |error| format!("{program}: {error}");
    let started = Instant::now();
    let mut child = command.spawn().map_err(problem)?;
    let errors = child.stderr.take().map(|pipe| thread::spawn(|| text(pipe)));
    let lines = child.stdout.take().map(lines);
    let mut watch = Watch {
        limits,
        started,
        looked: started,
        time: None,
        memory: 0,
    };
    let end = loop {
        match lines.as_ref().map(|lines| lines.recv_timeout(STEP)) {
            Some(Ok(text)) => line(text),
            Some(Err(RecvTimeoutError::Timeout)) => {}
            Some(Err(RecvTimeoutError::Disconnected)) | None => thread::sleep(STEP),
        }
        if let Some(end) = watch.look(&mut child).map_err(problem)? {
            break end;
        }
    };
    let wall = started.elapsed();
    let cost = Cost {
        wall,
        time: watch.time.unwrap_or(wall),
        memory: watch.memory,
    };
    // What is in the pipe after the end is still its own.
    lines.into_iter().flatten().for_each(line);
    let errors = errors.and_then(|errors| errors.join().ok());
    Ok(Ended {
        end,
        cost,
        errors: errors.unwrap_or_default(),
    })
}

/// A command whose two streams are read.
pub(crate) fn piped(mut command: Command) -> Command {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

struct Watch {
    limits: Limits,
    started: Instant,
    looked: Instant,
    time: Option<Duration>,
    memory: u64,
}

impl Watch {
    /// How the process ended, if it has, or has to.
    fn look(&mut self, child: &mut Child) -> std::io::Result<Option<End>> {
        if self.looked.elapsed() < STEP {
            return Ok(None);
        }
        self.looked = Instant::now();
        self.memory = children(child.id())
            .into_iter()
            .chain([child.id()])
            .map(peak)
            .fold(self.memory, u64::max);
        self.time = worked(child.id()).max(self.time);
        if let Some(status) = child.try_wait()? {
            return Ok(Some(End::Exited(status)));
        }
        let end = if self.memory > self.limits.memory {
            End::OutOfMemory
        } else if self.is_late() {
            End::TimedOut
        } else {
            return Ok(None);
        };
        child.kill()?;
        child.wait()?;
        Ok(Some(end))
    }
}

impl Watch {
    fn is_late(&self) -> bool {
        let wall = self.started.elapsed();
        self.time.unwrap_or(wall) > self.limits.time
            || wall > self.limits.time.saturating_mul(PATIENCE)
    }
}

/// What a process that has not been waited for has taken of the processors' time; `None` where the
/// system does not tell.
pub(crate) fn worked(process: u32) -> Option<Duration> {
    /// Linux counts in hundredths of a second, on every machine (proc_pid_stat(5), `USER_HZ`).
    const TICK: Duration = Duration::from_millis(10);
    let stat = disk::read(format!("/proc/{process}/stat").as_ref()).ok()??;
    // The name of the program, in parentheses, may hold anything. Behind it the first field is the
    // third one, and the fourteenth to seventeenth are times in user code and in the system, its
    // own and of the children that it has waited for.
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(4);
    let ticks: u32 = ticks.filter_map(|field| field.parse::<u32>().ok()).sum();
    Some(TICK * ticks)
}

/// Peak of resident memory of a running process in bytes; zero where the system does not tell.
pub(crate) fn peak(process: u32) -> u64 {
    let path = format!("/proc/{process}/status");
    let status = disk::read(path.as_ref()).ok().flatten().unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().strip_suffix(" kB")?.parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes * 1024)
}

/// Those that the first thread of a process has started and that have not ended; none where the
/// system does not tell.
fn children(process: u32) -> Vec<u32> {
    let path = format!("/proc/{process}/task/{process}/children");
    let list = disk::read(path.as_ref()).ok().flatten().unwrap_or_default();
    list.split_whitespace()
        .filter_map(|child| child.parse().ok())
        .collect()
}

fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            if sender
                .send(String::from_utf8_lossy(&line).into_owned())
                .is_err()
            {
                break;
            }
        }
    });
    receiver
}

fn text(mut pipe: impl Read) -> String {
    let mut bytes = Vec::new();
    // What was read up to an error is all there is.
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, limits: Limits) -> (Ended, Vec<String>) {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        let mut lines = Vec::new();
        let ended = run(&mut piped(command), limits, |line| lines.push(line)).unwrap();
        (ended, lines)
    }

    const LIMITS: Limits = Limits {
        time: Duration::from_secs(20),
        memory: 1 << 30,
    };

    #[test]
    fn what_a_process_wrote_and_how_it_ended() {
        let (ended, lines) = shell("echo a; echo b; echo c >&2; sleep 0.1; exit 3", LIMITS);
        assert_eq!(lines, ["a", "b"]);
        assert_eq!(ended.errors, "c\n");
        assert!(matches!(ended.end, End::Exited(status) if status.code() == Some(3)));
        assert!(ended.cost.memory > 100_000, "{:?}", ended.cost);
        assert!(ended.cost.wall >= Duration::from_millis(100));
    }

    #[test]
    fn what_a_process_started_counts() {
        let busy = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        let (ended, _) = shell(&format!("sh -c '{busy}; exit 0'; exit 0"), LIMITS);
        assert!(
            ended.cost.time >= Duration::from_millis(20),
            "{:?}",
            ended.cost
        );
        let (ended, _) = shell(
            "head -c 50000000 /dev/zero | sort >/dev/null; exit 0",
            LIMITS,
        );
        assert!(ended.cost.memory > 20 << 20, "{:?}", ended.cost);
    }

    #[test]
    fn a_process_that_takes_too_much_is_ended() {
        let time = Limits {
            time: Duration::from_millis(50),
            ..LIMITS
        };
        assert_eq!(shell("exec sleep 20", time).0.end, End::TimedOut);
        let busy = shell("while :; do :; done", time).0;
        assert_eq!(busy.end, End::TimedOut);
        assert!(busy.cost.time > time.time, "{:?}", busy.cost);
        let memory = Limits {
            memory: 20 << 20,
            ..LIMITS
        };
        assert_eq!(shell("exec sort /dev/zero", memory).0.end, End::OutOfMemory);
    }
}
