//! The mock behind a socket: requests in, answers out, late, slow or cut as asked for.
//!
//! This module must not decide what is answered.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request as Incoming, State};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use futures_util::stream;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::answer::{Answer, Content};
use super::faults::{Faults, SlowBody};
use super::problem::{Kind, Problem};
use super::record::Record;
use super::request::Request;
use super::{Mock, answer};

/// What a client may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of a body in bytes.
    pub body: usize,
    /// Size of request line and headers in bytes.
    pub head: usize,
    /// How long a client may take to send its headers, and then its body.
    pub time: Duration,
    /// How many connections are open at once; others wait.
    pub connections: usize,
}

impl Default for Limits {
    /// 16 MiB, 64 KiB, 30 seconds, 1,000 connections.
    fn default() -> Self {
        Self {
            body: 16 << 20,
            head: 64 << 10,
            time: Duration::from_secs(30),
            connections: 1_000,
        }
    }
}

/// A mock, and all that is done to its answers.
#[derive(Debug)]
pub struct Service {
    /// What answers.
    pub mock: Mock,
    /// What goes wrong.
    pub faults: Faults,
    /// Where requests are written down.
    pub record: Option<Record>,
    /// What clients may ask for.
    pub limits: Limits,
    /// Seed of the faults.
    pub seed: u64,
}

struct Shared {
    service: Service,
    count: AtomicU64,
}

/// Answers all that connect, until `end` is done.
pub async fn serve(
    listener: TcpListener,
    service: Service,
    end: impl Future<Output = ()>,
) -> io::Result<()> {
    let limits = service.limits;
    let shared = Arc::new(Shared {
        service,
        count: AtomicU64::new(0),
    });
    let router = Router::new().fallback(handle).with_state(shared);
    let room = Arc::new(Semaphore::new(limits.connections.max(1)));
    let mut end = std::pin::pin!(end);
    loop {
        let permit = tokio::select! {
            permit = room.clone().acquire_owned() => permit.map_err(io::Error::other)?,
            () = &mut end => return Ok(()),
        };
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) if is_passing(&error) => {
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
                Err(error) => return Err(error),
            },
            () = &mut end => return Ok(()),
        };
        let router = router.clone();
        tokio::spawn(async move {
            connection(stream, router, limits).await;
            drop(permit);
        });
    }
}

/// Whether the next connection may fare better.
fn is_passing(error: &io::Error) -> bool {
    !matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::NotConnected
    )
}

/// How a connection ends is no concern of the others.
async fn connection(stream: TcpStream, router: Router, limits: Limits) {
    let _ = stream.set_nodelay(true);
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.time)
        .max_buf_size(limits.head.max(8 << 10));
    let service = TowerToHyperService::new(router);
    let _ = builder
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn handle(State(shared): State<Arc<Shared>>, incoming: Incoming) -> Response<Body> {
    let number = shared.count.fetch_add(1, Ordering::Relaxed);
    let service = &shared.service;
    let fate = service.faults.fate(service.seed, number);
    if !fate.delay.is_zero() {
        sleep(fate.delay).await;
    }
    let answer = match (received(incoming, service.limits).await, fate.instead) {
        (Err(problem), _) => problem.into(),
        (Ok(request), Some(problem)) => {
            let answer = Answer::from(problem);
            note(&shared, &request, &answer);
            answer
        }
        (Ok(request), None) => answered(shared.clone(), request).await,
    };
    response(answer, service.faults.slow_body, fate.is_cut)
}

/// The answer, made where it keeps no other connection waiting.
async fn answered(shared: Arc<Shared>, request: Request) -> Answer {
    let made = tokio::task::spawn_blocking(move || {
        let answer = answer(&shared.service.mock, &request);
        note(&shared, &request, &answer);
        answer
    });
    let failed = |_| Problem::new(500, Kind::NoValue, "no answer was made").into();
    made.await.unwrap_or_else(failed)
}

fn note(shared: &Shared, request: &Request, answer: &Answer) {
    let service = &shared.service;
    if let Some(record) = &service.record
        && let Err(error) = record.write(service.mock.api(), request, answer)
    {
        eprintln!("a request is not written down: {error}");
    }
    for note in service.mock.notes() {
        eprintln!("{note}");
    }
}

async fn received(incoming: Incoming, limits: Limits) -> Result<Request, Problem> {
    let (parts, body) = incoming.into_parts();
    let read = timeout(limits.time, axum::body::to_bytes(body, limits.body)).await;
    let late = |_| Problem::new(408, Kind::Timeout, "the body took too long");
    let body = read.map_err(late)?.map_err(|_| {
        let detail = format!(
            "the body ended early, or has more than {} bytes",
            limits.body
        );
        Problem::new(413, Kind::TooLarge, detail)
    })?;
    let headers = parts.headers.iter();
    Ok(Request {
        method: parts.method.as_str().to_owned(),
        target: parts.uri.to_string(),
        headers: headers
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.as_str().to_owned(), value)
            })
            .collect(),
        body: body.to_vec(),
    })
}

fn response(answer: Answer, slow: Option<SlowBody>, is_cut: bool) -> Response<Body> {
    let body = match (answer.content, slow) {
        (content, _) if is_cut => cut(&content),
        (Content::Events(events, pause), _) => paced(events, pause),
        (Content::Whole(bytes), Some(slow)) if !bytes.is_empty() => {
            let piece = match slow.piece {
                0 => bytes.len().div_ceil(16),
                piece => piece,
            };
            paced(
                bytes.chunks(piece).map(<[u8]>::to_vec).collect(),
                slow.pause,
            )
        }
        (Content::Whole(bytes), _) => Body::from(bytes),
    };
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        // Names and values were made for headers; one that is none is left out.
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(&value),
        ) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// Pieces with pauses before each but the first.
fn paced(pieces: Vec<Vec<u8>>, pause: Duration) -> Body {
    let pieces = pieces.into_iter().enumerate();
    Body::from_stream(stream::unfold(pieces, move |mut pieces| async move {
        let (index, piece) = pieces.next()?;
        if index > 0 && !pause.is_zero() {
            sleep(pause).await;
        }
        Some((Ok::<_, Infallible>(Bytes::from(piece)), pieces))
    }))
}

/// The first half, and then an error: it closes the connection.
fn cut(content: &Content) -> Body {
    let bytes = match content {
        Content::Whole(bytes) => bytes.clone(),
        Content::Events(events, _) => events.concat(),
    };
    let half = bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
    let pieces = [
        Ok(Bytes::from(half)),
        Err(io::Error::other("cut as asked for")),
    ];
    // The first half is sent before the connection is closed.
    Body::from_stream(stream::unfold(
        pieces.into_iter(),
        |mut pieces| async move {
            let piece = pieces.next()?;
            if piece.is_err() {
                sleep(Duration::from_millis(20)).await;
            }
            Some((piece, pieces))
        },
    ))
}
