//! Requests that the service makes: webhooks, and the callbacks that operations ask for.
//!
//! It must not know what an operation holds; a request is one, without a path of its own.

use indexmap::IndexMap;

use super::context::Lowering;
use super::methods;
use super::operations::{self, Common, Path, Seen};
use super::place::{NodeId, Part, Scope};
use crate::api::{Operation, OperationId, SecurityScheme, Trigger, Webhook};
use crate::codes;
use crate::read::{Node, escape_step};

/// The webhooks of the description, in the order written.
pub(super) fn webhooks<'a>(
    cx: &mut Lowering<'a>,
    root: &'a Node,
    schemes: &[SecurityScheme],
    seen: &mut Seen,
) -> Vec<Webhook> {
    let mut webhooks = Vec::new();
    for entry in root
        .get("webhooks")
        .and_then(Node::as_map)
        .into_iter()
        .flatten()
    {
        let name = &*entry.key.text;
        let item = Part {
            node: &entry.value,
            scope: Scope::new(format!("#/webhooks/{}", escape_step(name)), Vec::new()),
        };
        let path = Path {
            key: &entry.key,
            segments: Vec::new(),
            words: vec![name.to_owned()],
        };
        for found in methods::operations_of(cx, &item) {
            report_callbacks(cx, found.operation.node);
            let request = operations::lower(cx, &path, &found, &common(schemes), seen);
            webhooks.extend(request.map(|request| Webhook {
                name: name.to_owned(),
                trigger: Trigger::Event,
                request,
            }));
        }
        super::schema::lower_pending(cx);
    }
    webhooks
}

/// What clients call for does not say what the service proves itself with.
fn common(schemes: &[SecurityScheme]) -> Common<'_> {
    Common {
        security: &[],
        schemes,
    }
}

/// Callbacks of all operations, each once however many operations refer to it.
#[derive(Default)]
pub(super) struct Callbacks {
    by_node: IndexMap<NodeId, Option<Webhook>>,
}

impl Callbacks {
    /// Adds those that an operation asks for.
    pub(super) fn add<'a>(
        &mut self,
        cx: &mut Lowering<'a>,
        owner: &Part<'a>,
        (id, operation): (OperationId, &Operation),
        schemes: &[SecurityScheme],
        seen: &mut Seen,
    ) {
        let callbacks = owner.node.get("callbacks").and_then(Node::as_map);
        for entry in callbacks.into_iter().flatten() {
            let name = &*entry.key.text;
            let part = owner.below(&entry.value, &["callbacks", name], None);
            let Some(part) = cx.resolve(part) else {
                continue;
            };
            for item in part.node.as_map().into_iter().flatten() {
                let expression = &*item.key.text;
                if expression.starts_with("x-") {
                    continue;
                }
                let path = Path {
                    key: &item.key,
                    segments: Vec::new(),
                    words: vec![operation_word(operation), name.to_owned()],
                };
                let item = part.below(&item.value, &[expression], None);
                for found in methods::operations_of(cx, &item) {
                    if self.is_known(found.operation.id(), id) {
                        continue;
                    }
                    report_callbacks(cx, found.operation.node);
                    let request = operations::lower(cx, &path, &found, &common(schemes), seen);
                    let webhook = request.map(|request| Webhook {
                        name: name.to_owned(),
                        trigger: Trigger::Callback {
                            operations: vec![id],
                            expression: expression.to_owned(),
                        },
                        request,
                    });
                    self.by_node.insert(found.operation.id(), webhook);
                }
            }
        }
    }

    /// Whether another operation asks for the same; this one does so too then.
    fn is_known(&mut self, node: NodeId, asking: OperationId) -> bool {
        let Some(known) = self.by_node.get_mut(&node) else {
            return false;
        };
        if let Some(Webhook {
            trigger: Trigger::Callback { operations, .. },
            ..
        }) = known
            && !operations.contains(&asking)
        {
            operations.push(asking);
        }
        true
    }

    pub(super) fn into_webhooks(self) -> Vec<Webhook> {
        self.by_node.into_values().flatten().collect()
    }
}

/// What types of its callbacks are named after.
fn operation_word(operation: &Operation) -> String {
    operation.id.as_ref().unwrap_or(&operation.path).clone()
}

/// What a callback calls for in its turn is between the service and whoever answers it.
fn report_callbacks(cx: &mut Lowering<'_>, request: &Node) {
    let entry = request.as_map().and_then(|map| map.entry("callbacks"));
    if let Some(entry) = entry {
        cx.warn(
            codes::NOT_EXPRESSED,
            entry.key.origin,
            "callbacks of a request that the service makes are not expressed in the output",
            "describe them as `webhooks`",
        );
    }
}
