//! The same calls by each side.

use contacts::Client;
use contacts::types::ContactUpdate;
use tokio::runtime::{Builder, Runtime};

use crate::Outcome;
use crate::plain::{self, Limits, Plain};
use crate::samples::{KEY, TOKEN, UPDATE};

/// A small answer; a body and an answer of twenty fields; an answer of 100 kB.
pub(crate) const OPERATIONS: [&str; 3] = ["tag", "contact", "list"];

/// The generated client, reqwest with the same time limits, and reqwest without any.
pub(crate) const SIDES: [&str; 3] = ["generated", "by-hand", "by-hand-unlimited"];

pub(crate) enum Side {
    Generated(Client, ContactUpdate),
    Plain(Plain, plain::ContactUpdate),
}

impl Side {
    pub(crate) fn new(name: &str, url: &str) -> Outcome<Self> {
        let plain = |limits| {
            let update = serde_json::from_str(UPDATE)?;
            Outcome::Ok(Self::Plain(Plain::new(url, TOKEN, limits)?, update))
        };
        match name {
            "generated" => {
                let client = Client::builder()
                    .base_url(url)
                    .bearer_token(TOKEN)
                    .no_proxy();
                let update = serde_json::from_str(UPDATE)?;
                Ok(Self::Generated(client.build()?, update))
            }
            "by-hand" => plain(Limits::Same),
            "by-hand-unlimited" => plain(Limits::None),
            _ => Err(format!("`{name}` is no side").into()),
        }
    }

    /// So many calls, one after the other.
    pub(crate) async fn calls(&self, operation: &str, count: u64) -> Outcome {
        for _ in 0..count {
            self.call(operation).await?;
        }
        Ok(())
    }

    pub(crate) async fn call(&self, operation: &str) -> Outcome {
        match (self, operation) {
            (Self::Generated(client, _), "tag") => expect(
                client
                    .contacts()
                    .get_tag("7")
                    .send()
                    .await?
                    .name
                    .into_value()
                    .is_some(),
            ),
            (Self::Plain(client, _), "tag") => expect(client.tag("7").await?.name.is_some()),
            (Self::Generated(client, update), "contact") => {
                let call = client.contacts().create(update.clone());
                expect(call.idempotency_key(KEY).send().await?.id.is_some())
            }
            (Self::Plain(client, update), "contact") => {
                expect(client.create(&update.clone(), KEY).await?.id.is_some())
            }
            (Self::Generated(client, _), "list") => {
                expect(!client.contacts().list().send().await?.is_empty())
            }
            (Self::Plain(client, _), "list") => expect(!client.list().await?.is_empty()),
            _ => Err(format!("`{operation}` is no operation").into()),
        }
    }
}

fn expect(is_there: bool) -> Outcome {
    match is_there {
        true => Ok(()),
        false => Err("the answer lacks what was sent".into()),
    }
}

/// One thread, so that nothing but the calls is counted.
pub(crate) fn runtime() -> Outcome<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}

/// So many calls and nothing else, for a tool that counts instructions.
pub(crate) fn run(side: &str, operation: &str, count: &str, url: &str) -> Outcome {
    let (side, count) = (Side::new(side, url)?, count.parse()?);
    runtime()?.block_on(side.calls(operation, count))
}
