//! Requests of the IR that go the other way: from the service to whoever calls it.

use serde::Serialize;

use super::{Operation, OperationId};

/// A request that the service makes.
#[derive(Debug, Clone, Serialize)]
pub struct Webhook {
    /// Key under `webhooks` or `callbacks`.
    pub name: String,
    /// What makes the service send it.
    pub trigger: Trigger,
    /// What is sent, and what it wants back. Its path is the key that it stands under, and has no
    /// segments: where it goes is settled elsewhere.
    pub request: Operation,
}

/// What makes the service send a [`Webhook`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Something that happens at the service (`webhooks`).
    Event,
    /// A call that asked for it (`callbacks`).
    Callback {
        /// The operations that ask for it.
        operations: Vec<OperationId>,
        /// Where it goes, as a runtime expression: `{$request.body#/callbackUrl}`.
        expression: String,
    },
}
