//! A server that fails in one way, and remembers what it was asked and what it did.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::BytesMut;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use super::CALL;
use crate::Outcome;
use crate::server::{Head, answer};

/// In which way it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of 20 requests, one is cut before it is handled, one after, one inside its answer.
    Cut,
    /// It takes 2,000 requests a second and answers 429 to all others.
    Storm,
    /// Of 20 requests, one is handled at once and answered after the time limit.
    Slow,
}

/// What became of the requests of one call.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) requests: u64,
    /// How often it was done.
    pub(super) handled: u64,
    pub(super) keys: BTreeSet<String>,
}

pub(super) struct Server {
    url: String,
    state: Arc<State>,
}

struct State {
    kind: Kind,
    requests: AtomicU64,
    start: Instant,
    seen: Mutex<BTreeMap<u64, Seen>>,
    taken: Mutex<(u64, u64)>,
}

/// What is done with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Answer,
    CutBefore,
    CutAfter,
    CutInside,
    Refuse,
    Late,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Cut, Self::Storm, Self::Slow];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Cut => "cut connections",
            Self::Storm => "a storm of 429",
            Self::Slow => "a slow server",
        }
    }
}

impl Server {
    pub(super) async fn start(kind: Kind) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State {
            kind,
            requests: AtomicU64::new(0),
            start: Instant::now(),
            seen: Mutex::default(),
            taken: Mutex::default(),
        });
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&shared);
                tokio::spawn(async move { state.serve(stream).await });
            }
        });
        Ok(Self { url, state })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// By the number of the call.
    pub(super) fn seen(&self) -> BTreeMap<u64, Seen> {
        let seen = self.state.seen.lock();
        seen.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl State {
    async fn serve(&self, mut stream: TcpStream) -> Outcome {
        stream.set_nodelay(true)?;
        let mut buffer = BytesMut::with_capacity(4096);
        while let Some(head) = Head::read(&mut stream, &mut buffer).await? {
            head.skip_body(&mut stream, &mut buffer).await?;
            let number: u64 = head.header(CALL).unwrap_or_default().parse()?;
            let fate = self.fate();
            let is_handled = !matches!(fate, Fate::CutBefore | Fate::Refuse);
            self.note(number, head.header("idempotency-key"), is_handled);
            match fate {
                Fate::CutBefore | Fate::CutAfter => return Ok(()),
                Fate::CutInside => {
                    let part = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\"";
                    return Ok(stream.write_all(part).await?);
                }
                Fate::Refuse => {
                    let refusal = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After-Ms: 200\r\nContent-Length: 0\r\n\r\n";
                    stream.write_all(refusal).await?;
                    continue;
                }
                Fate::Late => tokio::time::sleep(Duration::from_secs(5)).await,
                Fate::Answer => {}
            }
            answer(&mut stream, &format!(r#"{{"id":"{number}"}}"#)).await?;
        }
        Ok(())
    }

    fn fate(&self) -> Fate {
        let number = self.requests.fetch_add(1, Relaxed);
        match (self.kind, number % 20) {
            (Kind::Cut, 6) => Fate::CutBefore,
            (Kind::Cut, 13) => Fate::CutAfter,
            (Kind::Cut, 19) => Fate::CutInside,
            (Kind::Slow, 13) => Fate::Late,
            (Kind::Storm, _) if self.is_over_limit() => Fate::Refuse,
            _ => Fate::Answer,
        }
    }

    /// More than 200 requests in this tenth of a second.
    fn is_over_limit(&self) -> bool {
        let tenth = u64::try_from(self.start.elapsed().as_millis() / 100).unwrap_or(u64::MAX);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.0 != tenth {
            *taken = (tenth, 0);
        }
        taken.1 += 1;
        taken.1 > 200
    }

    fn note(&self, number: u64, key: Option<&str>, is_handled: bool) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.entry(number).or_default();
        seen.requests += 1;
        seen.handled += u64::from(is_handled);
        seen.keys.extend(key.map(str::to_owned));
    }
}
