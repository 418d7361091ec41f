//! The mock of one document: specsmith's own, or prism from npm.
//!
//! Each is a process, ended when it is dropped. This module must not know what is asked of it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::alone;
use super::which::Which;
use crate::callers::Reached;
use crate::{disk, http, npm};

/// The packages that prism is installed by.
const LISTS: &str = "xtask/prism";

/// How long a mock may take until it answers.
const PATIENCE: Duration = Duration::from_secs(180);

/// How often it is looked at.
const STEP: Duration = Duration::from_millis(50);

/// What stands for each credential.
const SECRET: &str = "secret";

impl Which {
    /// Makes ready what its servers need.
    pub(crate) fn install(self, folder: &Path) -> Result<Ready, String> {
        let home = folder.join(self.name());
        if self == Self::Prism {
            npm::install(Path::new(LISTS), &home, || Ok(()))?;
        }
        Ok(Ready { which: self, home })
    }
}

/// A mock that can be started.
#[derive(Debug)]
pub(crate) struct Ready {
    which: Which,
    home: PathBuf,
}

/// A mock that runs.
#[derive(Debug)]
pub(crate) struct Server {
    process: Child,
    which: Which,
    origin: String,
}

impl Ready {
    /// Starts the mock of a document and waits until it answers.
    pub(crate) fn start(&self, document: &Path) -> Result<Server, String> {
        let document = std::path::absolute(document)
            .map_err(|error| format!("{}: {error}", document.display()))?;
        match self.which {
            Which::Specsmith => specsmith(&document),
            Which::Prism => prism(&self.home, &document),
        }
    }
}

impl Server {
    /// Where it is.
    pub(super) fn reached(&self) -> Reached<'_> {
        Reached {
            origin: &self.origin,
            path: match self.which {
                Which::Specsmith => None,
                // It takes the paths of operations without those of servers.
                Which::Prism => Some(""),
            },
            secret: Some(SECRET),
        }
    }
}

impl Server {
    /// The process.
    pub(crate) fn process(&self) -> u32 {
        self.process.id()
    }

    /// The port of this machine that it listens to.
    pub(crate) fn port(&self) -> Result<u16, String> {
        let port = self.origin.rsplit(':').next().map(str::parse);
        let unknown = || format!("`{}` has no port", self.origin);
        port.and_then(Result::ok).ok_or_else(unknown)
    }

    /// It has ended by itself.
    pub(super) fn has_ended(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended cannot be ended again.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn specsmith(document: &Path) -> Result<Server, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(this);
    command.arg("corpus-mock").arg("--schema").arg(document);
    let mut process = spawned(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    // The first line is the address, and none follows it.
    let mut origin = String::new();
    let read = process.stdout.take().map(BufReader::new);
    let read = read.map(|mut lines| lines.read_line(&mut origin));
    let server = Server {
        process,
        which: Which::Specsmith,
        origin: origin.trim().to_owned(),
    };
    match read {
        Some(Ok(length)) if length > 0 => Ok(server),
        _ => Err("the mock has ended".to_owned()),
    }
}

fn prism(home: &Path, document: &Path) -> Result<Server, String> {
    let (copy, errors) = (home.join("document.json"), home.join("errors.txt"));
    disk::write(&copy, &alone::read(document)?)?;
    let told = File::create(&errors).map_err(|error| format!("{}: {error}", errors.display()))?;
    let port = http::free_port()?;
    let mut command = Command::new("node");
    command
        .arg("node_modules/@stoplight/prism-cli/dist/index.js")
        .args(["mock", "--host", "127.0.0.1", "--port", &port.to_string()])
        // What is not as described is refused, whatever the document says of failures.
        .arg("--errors")
        .arg(copy)
        .current_dir(home)
        .stdout(Stdio::null())
        .stderr(told);
    let mut server = Server {
        process: spawned(&mut command)?,
        which: Which::Prism,
        origin: format!("http://127.0.0.1:{port}"),
    };
    let started = Instant::now();
    while http::ask(port, "GET", "/").is_err() {
        if let Ok(Some(status)) = server.process.try_wait() {
            let told = disk::read(&errors)?.unwrap_or_default();
            let line = told
                .lines()
                .find(|line| line.contains("Error"))
                .unwrap_or_default();
            return Err(format!("prism ended with {status}: {}", line.trim()));
        }
        if started.elapsed() > PATIENCE {
            return Err(format!("prism does not answer after {PATIENCE:?}"));
        }
        thread::sleep(STEP);
    }
    Ok(server)
}

fn spawned(command: &mut Command) -> Result<Child, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))
}

/// The process of specsmith's own mock: answers until it is ended.
#[cfg(feature = "mock")]
pub(crate) fn serve(document: PathBuf) -> specsmith::command::Status {
    use specsmith::command::{Mocked, Terminal, mock};
    use specsmith::mock::{Faults, Limits, Options};

    let mocked = Mocked {
        schema: document,
        overlays: Vec::new(),
        address: std::net::Ipv4Addr::LOCALHOST.into(),
        port: 0,
        options: Options::default(),
        faults: Faults::default(),
        record: None,
        limits: Limits::default(),
    };
    mock(&mocked, &mut Terminal::standard())
}
