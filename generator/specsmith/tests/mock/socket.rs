//! The mock behind a real socket: addresses, faults, limits, records.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use specsmith::mock::{Faults, Latency, Limits, Record, Redaction, Service, SlowBody, serve};

use super::corpus::load;

/// A mock that ends with the test.
struct Running {
    address: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

fn run(faults: Faults, record: Option<Record>, limits: Limits) -> Running {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mock/pets.yaml");
    let service = Service {
        mock: load(&path),
        faults,
        record,
        limits,
        seed: 1,
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(serve(listener, service, std::future::pending()));
    Running {
        address,
        _runtime: runtime,
    }
}

/// All that comes back until the connection is closed.
fn send(running: &Running, request: &str) -> String {
    let mut stream = TcpStream::connect(running.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

const MINE: &str = "GET /pets/mine HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

#[test]
fn answers_come_over_a_socket_and_are_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("record.jsonl");
    let record = Record::open(&file, Redaction::Redacted).unwrap();
    let running = run(Faults::default(), Some(record), Limits::default());
    let answer = send(&running, MINE);
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("mine"),
        "{answer}"
    );
    let secret = "POST /pets?api_key=SECRET HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer SECRET\r\n\
                  X-App: SECRET\r\nContent-Type: application/json\r\nContent-Length: 36\r\n\
                  Connection: close\r\n\r\n{\"name\": \"Rex\", \"password\": \"SECRET\"}";
    let answer = send(&running, secret);
    assert!(
        answer.starts_with("HTTP/1.1 400"),
        "the body is cut off: {answer}"
    );
    let answer = send(&running, &secret.replace(": 36", ": 37"));
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    let mut text = String::new();
    std::fs::File::open(&file)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (&lines[0]["operation"], &lines[0]["status"]),
        (&"mine".into(), &200.into())
    );
    assert_eq!(lines[2]["target"], "/pets?api_key=[redacted]");
    assert!(!lines[2].to_string().contains("SECRET"), "{}", lines[2]);
}

#[test]
fn faults_are_as_often_as_asked_for_and_repeat() {
    let statuses = |faults: Faults| {
        let running = run(faults, None, Limits::default());
        let answers = (0..40).map(|_| send(&running, MINE));
        answers
            .map(|it| it.get(9..12).unwrap_or("cut").to_owned())
            .collect::<Vec<_>>()
    };
    let faults = Faults {
        error_rate: 0.3,
        rate_limit: 0.3,
        ..Faults::default()
    };
    let first = statuses(faults);
    for status in ["200", "429"] {
        assert!(first.iter().any(|it| it == status), "{first:?}");
    }
    assert!(
        first.iter().any(|it| it == "500" || it == "503"),
        "{first:?}"
    );
    assert_eq!(first, statuses(faults));
    let limited = run(
        Faults {
            rate_limit: 1.0,
            ..Faults::default()
        },
        None,
        Limits::default(),
    );
    assert!(send(&limited, MINE).contains("retry-after: "));
}

#[test]
fn answers_are_late_slow_or_cut() {
    let least = Duration::from_millis(80);
    let late = run(
        Faults {
            latency: Some(Latency {
                least,
                most: least * 2,
            }),
            slow_body: Some(SlowBody {
                piece: 1,
                pause: Duration::from_millis(20),
            }),
            ..Faults::default()
        },
        None,
        Limits::default(),
    );
    let start = Instant::now();
    assert!(send(&late, MINE).contains("200 OK"));
    assert!(
        start.elapsed() >= least + Duration::from_millis(60),
        "{:?}",
        start.elapsed()
    );
    let cut = run(
        Faults {
            cut_rate: 1.0,
            ..Faults::default()
        },
        None,
        Limits::default(),
    );
    let answer = send(&cut, MINE);
    // Half of a body in chunks, without the last chunk.
    assert!(
        answer.contains("mi") && !answer.contains("mine") && !answer.ends_with("0\r\n\r\n"),
        "{answer}"
    );
}

#[test]
fn requests_are_limited() {
    let limits = Limits {
        body: 100,
        head: 8 << 10,
        time: Duration::from_millis(300),
        connections: 10,
    };
    let running = run(Faults::default(), None, limits);
    let long = format!(
        "POST /pets HTTP/1.1\r\nHost: h\r\nContent-Length: 200\r\nConnection: close\r\n\r\n{}",
        "a".repeat(200)
    );
    assert!(send(&running, &long).starts_with("HTTP/1.1 413"));
    let head = format!(
        "GET / HTTP/1.1\r\nHost: h\r\nX-Long: {}\r\n\r\n",
        "a".repeat(20_000)
    );
    assert!(send(&running, &head).starts_with("HTTP/1.1 431"));
    let slow = "POST /pets HTTP/1.1\r\nHost: h\r\nContent-Length: 50\r\nConnection: close\r\n\r\n";
    assert!(send(&running, slow).starts_with("HTTP/1.1 408"));
    let start = Instant::now();
    assert_eq!(send(&running, "GET /pets"), "", "headers that never end");
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[cfg(unix)]
#[test]
fn the_command_prints_its_address_and_ends_when_interrupted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mock/pets.yaml");
    let mut process = std::process::Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .arg("mock")
        .arg(path)
        .args(["--port", "0"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = std::io::BufReader::new(process.stdout.take().unwrap());
    let mut line = String::new();
    std::io::BufRead::read_line(&mut output, &mut line).unwrap();
    let address = line.strip_prefix("http://").unwrap().trim_end();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(MINE.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.ends_with("mine"), "{answer}");
    let pid = process.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &pid])
        .status();
    assert!(sent.unwrap().success());
    assert_eq!(process.wait().unwrap().code(), Some(0));
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "", "the address is the only line");
}

/// What can be served is; how much of it is wrong is said first.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test makes what its subject then reads"
)]
fn the_command_says_how_many_errors_the_description_has() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    let description = "openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components: {schemas: {A: {type: objekt}}}
";
    std::fs::write(&path, description).unwrap();
    // A folder is no file to record in: it ends before it serves.
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .arg("mock")
        .args([&path, Path::new("--record"), folder.path()])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(said.contains("the description has 1 error, and"), "{said}");
}
