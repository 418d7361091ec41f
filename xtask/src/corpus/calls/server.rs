//! The mock of one document: specsmith's own, or prism from npm.
//!
//! Each is a process, ended when it is dropped. This module must not know what is asked of it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::callers::Reached;
use crate::{http, npm};

/// The packages that prism is installed by.
const LISTS: &str = "xtask/prism";

/// How long a mock may take until it answers.
const PATIENCE: Duration = Duration::from_secs(180);

/// How often it is looked at.
const STEP: Duration = Duration::from_millis(50);

/// What stands for each credential.
const SECRET: &str = "secret";

/// Whose mock answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Which {
    /// `specsmith mock`
    Specsmith,
    /// `@stoplight/prism-cli`, from npm
    Prism,
}

impl Which {
    /// The name, which is that of the folder of its pins.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Specsmith => "specsmith",
            Self::Prism => "prism",
        }
    }

    /// What the types of its problem details begin with.
    pub(super) fn types(self) -> &'static str {
        match self {
            Self::Specsmith => "tag:specsmith.dev,2026:mock/",
            Self::Prism => "https://stoplight.io/prism/errors#",
        }
    }

    /// Whether its lists have pages, and end.
    pub(super) fn has_pages(self) -> bool {
        match self {
            Self::Specsmith => true,
            Self::Prism => false,
        }
    }

    /// Makes ready what its servers need.
    pub(super) fn install(self, folder: &Path) -> Result<Ready, String> {
        let home = folder.join(self.name());
        if self == Self::Prism {
            npm::install(Path::new(LISTS), &home, || Ok(()))?;
        }
        Ok(Ready { which: self, home })
    }
}

/// A mock that can be started.
#[derive(Debug)]
pub(super) struct Ready {
    which: Which,
    home: PathBuf,
}

/// A mock that runs.
#[derive(Debug)]
pub(super) struct Server {
    process: Child,
    which: Which,
    origin: String,
}

impl Ready {
    /// Starts the mock of a document and waits until it answers.
    pub(super) fn start(&self, document: &Path) -> Result<Server, String> {
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
    let mut process = spawned(command.stdout(Stdio::piped()))?;
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
    let port = http::free_port()?;
    let mut command = Command::new("node");
    command
        .arg("node_modules/@stoplight/prism-cli/dist/index.js")
        .args(["mock", "--host", "127.0.0.1", "--port", &port.to_string()])
        // What is not as described is refused, whatever the document says of failures.
        .arg("--errors")
        .arg(document)
        .current_dir(home)
        .stdout(Stdio::null());
    let mut server = Server {
        process: spawned(&mut command)?,
        which: Which::Prism,
        origin: format!("http://127.0.0.1:{port}"),
    };
    let started = Instant::now();
    while http::ask(port, "GET", "/").is_err() {
        if let Ok(Some(status)) = server.process.try_wait() {
            return Err(format!("prism ended with {status}"));
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
        .stderr(Stdio::null())
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
