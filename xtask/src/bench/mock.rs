//! `bench --mock`: how fast the mock starts and answers, beside prism on the same documents.
//!
//! Both are asked in turn, so that what else the machine does falls on both. This module must not
//! know how a mock works.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use specsmith::command::Status;

use crate::columns;
use crate::corpus::{Mock, Ready, Server};
use crate::http::Connection;
use crate::process;

/// Where prism is installed.
const FOLDER: &str = "target/corpus";

/// How often each starts and is asked.
const ROUNDS: usize = 3;

/// Requests that wait for their answers at the same time.
const AT_ONCE: usize = 64;

/// How long each is asked, before it counts and then.
const TIMES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(3)];

/// A document, and what is asked of its mock.
struct Subject {
    document: &'static str,
    asked: [Asked; 2],
}

struct Asked {
    method: &'static str,
    path: &'static str,
    /// JSON, or nothing.
    body: &'static str,
}

/// A small document and the largest one: an answer, and a body that is held against its schema.
const SUBJECTS: [Subject; 2] = [
    Subject {
        document: "../shared/corpus/petstore3.yaml",
        asked: [
            Asked {
                method: "GET",
                path: "/pet/1",
                body: "",
            },
            Asked {
                method: "POST",
                path: "/pet",
                body: r#"{"id":1,"name":"Rex","category":{"id":2,"name":"dogs"},"photoUrls":["https://example.com/1"],"tags":[{"id":3,"name":"good"}],"status":"available"}"#,
            },
        ],
    },
    Subject {
        document: "../shared/corpus/github.json",
        asked: [
            Asked {
                method: "GET",
                path: "/repos/octocat/hello/labels/bug",
                body: "",
            },
            Asked {
                method: "POST",
                path: "/repos/octocat/hello/labels",
                body: r#"{"name":"bug","description":"Something is wrong","color":"f29513"}"#,
            },
        ],
    },
];

/// What a start or a load has cost.
#[derive(Debug, Clone, Copy)]
struct Cost {
    /// Seconds of the clock until the first answer, or requests a second.
    clock: f64,
    /// Seconds of the processors, or of a request a millionth.
    processors: f64,
    /// MiB at most.
    memory: f64,
}

/// Measures and prints.
pub(crate) fn run() -> Status {
    match try_run() {
        Ok(()) => Status::Done,
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn try_run() -> Result<(), String> {
    let folder = std::path::absolute(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    let own = Mock::Specsmith.install(&folder)?;
    let prism = Mock::Prism.install(&folder)?;
    for subject in &SUBJECTS {
        let mut costs: [[Vec<Cost>; 2]; 3] = Default::default();
        for _ in 0..ROUNDS {
            let rounds = [round(subject, &own)?, round(subject, &prism)?];
            for (side, round) in rounds.into_iter().enumerate() {
                for (costs, cost) in costs.iter_mut().zip(round) {
                    costs.get_mut(side).into_iter().for_each(|it| it.push(cost));
                }
            }
        }
        println!("{}\n{}", subject.document, table(subject, &costs));
    }
    Ok(())
}

/// A start, and what each request costs.
fn round(subject: &Subject, ready: &Ready) -> Result<[Cost; 3], String> {
    let started = Instant::now();
    let server = ready.start(Path::new(subject.document))?;
    let start = Cost {
        clock: started.elapsed().as_secs_f64(),
        processors: worked(&server).as_secs_f64(),
        memory: memory(&server),
    };
    let [first, second] = &subject.asked;
    Ok([start, load(&server, first)?, load(&server, second)?])
}

fn worked(server: &Server) -> Duration {
    process::worked(server.process()).unwrap_or_default()
}

fn memory(server: &Server) -> f64 {
    process::peak(server.process()) as f64 / f64::from(1 << 20)
}

fn load(server: &Server, asked: &Asked) -> Result<Cost, String> {
    let [warm, counted] = TIMES;
    all(server, asked, warm)?;
    let (before, started) = (worked(server), Instant::now());
    let count = all(server, asked, counted)? as f64;
    let (seconds, worked) = (started.elapsed(), worked(server).saturating_sub(before));
    Ok(Cost {
        clock: count / seconds.as_secs_f64(),
        processors: worked.as_secs_f64() / count * 1e6,
        memory: memory(server),
    })
}

/// How many requests are answered with success in a time.
fn all(server: &Server, asked: &Asked, time: Duration) -> Result<usize, String> {
    let end = Instant::now() + time;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE)
            .map(|_| scope.spawn(move || until(server.port()?, asked, end)))
            .collect();
        threads
            .into_iter()
            .map(|it| {
                it.join()
                    .unwrap_or_else(|_| Err("a thread broke".to_owned()))
            })
            .sum()
    })
}

fn until(port: u16, asked: &Asked, end: Instant) -> Result<usize, String> {
    let problem = |error: std::io::Error| format!("{} {}: {error}", asked.method, asked.path);
    let mut connection = Connection::open(port).map_err(problem)?;
    let body = match asked.body {
        "" => String::new(),
        body => format!(
            "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
    };
    let end_of_head = if body.is_empty() { "\r\n" } else { "" };
    let request = format!(
        "{} {} HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer secret\r\napi_key: secret\r\n\
         Accept: application/json\r\n{body}{end_of_head}",
        asked.method, asked.path
    );
    let mut count = 0;
    while Instant::now() < end {
        let status = connection.exchange(request.as_bytes()).map_err(problem)?;
        if !(200..300).contains(&status) {
            return Err(format!("{} {}: status {status}", asked.method, asked.path));
        }
        count += 1;
    }
    Ok(count)
}

/// The median of each side, and how often ours is in prism's.
fn table(subject: &Subject, costs: &[[Vec<Cost>; 2]; 3]) -> String {
    let mut rows = vec![["", "specsmith", "prism", "ratio"].map(str::to_owned)];
    let mut row = |name: String, costs: &[Vec<Cost>; 2], figure: fn(&Cost) -> f64, digits| {
        let [own, prism] = costs.each_ref().map(|costs| median(costs, figure));
        let [shown, beside] = [own, prism].map(|it| format!("{it:.digits$}"));
        rows.push([name, shown, beside, format!("{:.3}", own / prism)]);
    };
    let [start, first, second] = costs;
    row("start, s".to_owned(), start, |it| it.clock, 2);
    row(
        "start, processor s".to_owned(),
        start,
        |it| it.processors,
        2,
    );
    row("start, MiB".to_owned(), start, |it| it.memory, 0);
    for (asked, costs) in subject.asked.iter().zip([first, second]) {
        let name = |what: &str| format!("{} {}, {what}", asked.method, asked.path);
        row(name("requests a second"), costs, |it| it.clock, 0);
        row(name("processor µs each"), costs, |it| it.processors, 0);
    }
    row("all, MiB".to_owned(), second, |it| it.memory, 0);
    columns::aligned(&rows, 1)
}

fn median(costs: &[Cost], figure: fn(&Cost) -> f64) -> f64 {
    let mut figures: Vec<f64> = costs.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
