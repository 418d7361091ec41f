//! Ten thousand calls to a server that fails: what is lost, and what is done twice.

mod server;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use contacts::types::{ContactUpdate, Tag};
use contacts::{Client, Error, ErrorKind, RetryPolicy};
use tokio::task::JoinSet;

use crate::samples::TOKEN;
use crate::{Outcome, say};
use server::{Kind, Server};

const CALLS: u64 = 10_000;
const TASKS: u64 = 256;

/// The header by which the server knows which call a request belongs to.
const CALL: &str = "x-call";

/// How a call ended.
#[derive(Debug)]
enum End {
    Answered { is_own: bool },
    Failed(Box<Error>),
}

/// Calls each kind of server and fails when a call is lost or done twice.
pub(crate) fn run() -> Outcome {
    let runtime = tokio::runtime::Runtime::new()?;
    for kind in Kind::ALL {
        // With the budget of repetitions that clients have unless told otherwise, and with one that
        // does not end.
        for (budget, name) in [(None, "default budget"), (Some(u32::MAX / 10), "no budget")] {
            let name = format!("{}, {name}", kind.name());
            runtime.block_on(one(kind, budget, &name))?;
        }
    }
    Ok(())
}

async fn one(kind: Kind, budget: Option<u32>, name: &str) -> Outcome {
    let server = Server::start(kind).await?;
    let policy = RetryPolicy::default()
        .max_attempts(6)
        .base_delay(Duration::from_millis(20))
        .max_delay(Duration::from_millis(500));
    let mut builder = Client::builder()
        .base_url(server.url())
        .bearer_token(TOKEN)
        .no_proxy()
        .attempt_timeout(Duration::from_secs(3))
        .retry(policy);
    if let Some(budget) = budget {
        builder = builder.retry_budget(budget);
    }
    let client = builder.build()?;
    let start = Instant::now();
    let ends = all(&client).await?;
    let seconds = start.elapsed().as_secs_f64();
    report(name, &ends, &server, seconds)
}

/// Makes all calls, so many at a time.
async fn all(client: &Client) -> Outcome<BTreeMap<u64, End>> {
    let next = Arc::new(AtomicU64::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        let (client, next) = (client.clone(), Arc::clone(&next));
        tasks.spawn(async move {
            let mut ends = Vec::new();
            loop {
                let number = next.fetch_add(1, Relaxed);
                if number >= CALLS {
                    return ends;
                }
                ends.push((number, call(&client, number).await));
            }
        });
    }
    let mut ends = BTreeMap::new();
    while let Some(some) = tasks.join_next().await {
        ends.extend(some?);
    }
    Ok(ends)
}

/// A quarter reads, a quarter writes without a key, the others with one.
async fn call(client: &Client, number: u64) -> End {
    let (contacts, name) = (client.contacts(), number.to_string());
    let answered = match number % 4 {
        0 => contacts
            .get_tag(&name)
            .header(CALL, &name)
            .send()
            .await
            .map(|tag| tag.id.into_value()),
        1 => contacts
            .add_tag(Tag::new().id(name.clone()))
            .header(CALL, &name)
            .send()
            .await
            .map(|tag| tag.id.into_value()),
        _ => contacts
            .create(ContactUpdate::new().name(name.clone()))
            .header(CALL, &name)
            .send()
            .await
            .map(|contact| contact.id),
    };
    match answered {
        Ok(id) => End::Answered {
            is_own: id == Some(name),
        },
        Err(error) => End::Failed(Box::new(error)),
    }
}

fn report(name: &str, ends: &BTreeMap<u64, End>, server: &Server, seconds: f64) -> Outcome {
    let seen = server.seen();
    let mut answered = 0_u64;
    let mut failed: BTreeMap<String, u64> = BTreeMap::new();
    let mut wrong = Vec::new();
    let (mut requests, mut repeated) = (0, 0);
    for number in 0..CALLS {
        let call = seen.get(&number).cloned().unwrap_or_default();
        requests += call.requests;
        let has_key = number % 4 >= 2;
        let is_safe = number % 4 == 0;
        if !is_safe && !has_key && call.handled > 1 {
            wrong.push(format!("call {number} was done {} times", call.handled));
        }
        if has_key && call.keys.len() > 1 {
            wrong.push(format!("call {number} was sent with several keys"));
        }
        if call.handled > 1 {
            repeated += 1;
        }
        match ends.get(&number) {
            None => wrong.push(format!("call {number} is lost")),
            Some(End::Answered { is_own }) => {
                answered += 1;
                if !is_own || call.handled == 0 {
                    wrong.push(format!("call {number} got another's answer"));
                }
            }
            Some(End::Failed(error)) => {
                *failed.entry(kind(error)).or_default() += 1;
                if error.is_connect() && call.requests > 0 && error.attempts() == 1 {
                    wrong.push(format!("call {number} was seen, and its error denies it"));
                }
                if error.attempts() == 0 {
                    wrong.push(format!("call {number} was not made: {error}"));
                }
            }
        }
    }
    say(&format!("{name}: answered"), answered);
    for (kind, count) in failed {
        say(&format!("{name}: {kind}"), count);
    }
    say(&format!("{name}: requests"), requests);
    say(&format!("{name}: safe or keyed, done again"), repeated);
    say(&format!("{name}: s"), format!("{seconds:.1}"));
    match wrong.first() {
        None => Ok(()),
        Some(first) => Err(format!("{name}: {} wrong, {first}", wrong.len()).into()),
    }
}

fn kind(error: &Error) -> String {
    match (error.kind(), error.status()) {
        (ErrorKind::Api, Some(status)) => format!("failed with {}", status.as_u16()),
        (kind, _) => format!("failed with {kind:?}"),
    }
}
