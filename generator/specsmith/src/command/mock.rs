//! `mock`: a server that answers as a description says, until it is told to end.
//!
//! This module must not know what is answered.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use specsmith_openapi::read::Named;
use specsmith_openapi::report::Counts;
use specsmith_openapi::{Limits as Reading, Report, Severity, Sources};
use tokio::net::TcpListener;

use super::{Status, Terminal};
use crate::Description;
use crate::mock::{Faults, Limits, Mock, Options, Record, Redaction, Service, serve};

/// What is served, where and how.
#[derive(Debug, Clone)]
pub struct Mocked {
    /// The description.
    pub schema: PathBuf,
    /// What is laid over it.
    pub overlays: Vec<PathBuf>,
    /// Where connections are taken.
    pub address: IpAddr,
    /// 0: any that is free.
    pub port: u16,
    /// How answers are chosen.
    pub options: Options,
    /// What goes wrong.
    pub faults: Faults,
    /// Where requests are written down, and whether with their credentials.
    pub record: Option<(PathBuf, Redaction)>,
    /// What clients may ask for.
    pub limits: Limits,
}

/// Serves a description. Its address is the only line among the results.
pub fn mock(mocked: &Mocked, terminal: &mut Terminal<'_>) -> Status {
    let Some(mock) = load(mocked, terminal) else {
        return Status::Fatal;
    };
    match run(mocked, mock, terminal) {
        Ok(()) => Status::Done,
        Err(problem) => {
            terminal.note(&problem);
            Status::Fatal
        }
    }
}

fn load(mocked: &Mocked, terminal: &mut Terminal<'_>) -> Option<Mock> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let description = Description {
        schema: mocked.schema.as_path().into(),
        overlays: mocked
            .overlays
            .iter()
            .map(|path| Named { path, at: None })
            .collect(),
        limits: Reading::default(),
    };
    let mock = Mock::load(&description, mocked.options, &mut sources, &mut report);
    if mock.is_none() {
        report.sort();
        terminal.findings(&report, &sources);
        return None;
    }
    let errors = Counts {
        errors: report.count(Severity::Error),
        ..Counts::default()
    };
    if errors.errors > 0 {
        let path = mocked.schema.display();
        terminal.note(&format!(
            "the description has {errors}, and what is wrong is left out: see `specsmith lint {path}`"
        ));
    }
    mock
}

fn run(mocked: &Mocked, mock: Mock, terminal: &mut Terminal<'_>) -> Result<(), String> {
    let record = match &mocked.record {
        Some((path, redaction)) => {
            let record = Record::open(path, *redaction);
            Some(record.map_err(|error| format!("{}: {error}", path.display()))?)
        }
        None => None,
    };
    let service = Service {
        mock,
        faults: mocked.faults,
        record,
        limits: mocked.limits,
        seed: mocked.options.seed,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Schemas and values nest.
        .thread_stack_size(8 << 20)
        .build();
    let runtime = runtime.map_err(|error| format!("no server is started: {error}"))?;
    let address = SocketAddr::new(mocked.address, mocked.port);
    runtime.block_on(async {
        let failed = |error| format!("`{address}` cannot be listened on: {error}");
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let bound = listener.local_addr().map_err(failed)?;
        let mut end = std::pin::pin!(tokio::signal::ctrl_c());
        // Asked once, it is listened for: whoever reads the address may end the server at once.
        let mut has_ended = false;
        std::future::poll_fn(|cx| {
            has_ended = end.as_mut().poll(cx).is_ready();
            std::task::Poll::Ready(())
        })
        .await;
        if has_ended {
            return Ok(());
        }
        terminal.result(&format!("http://{bound}\n"));
        let end = async {
            let _ = end.await;
        };
        let served = serve(listener, service, end).await;
        served.map_err(|error| format!("the server ended: {error}"))
    })
}
