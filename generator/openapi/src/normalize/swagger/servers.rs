//! `schemes`, `host` and `basePath` of 2.0 as servers.
//!
//! It must not look at paths.

use super::put;
use crate::normalize::repair::single;
use crate::read::{Map, Node};
use crate::report::Origin;

/// Where the root of a document says that the service is.
#[derive(Debug, Default)]
pub(super) struct Base {
    host: String,
    path: String,
    schemes: Vec<String>,
    /// The host, or the path when there is none.
    at: Option<Origin>,
}

impl Base {
    pub(super) fn of(root: &Node) -> Self {
        let text = |key: &str| root.get(key).and_then(Node::as_str).unwrap_or_default();
        Self {
            host: text("host").to_owned(),
            path: text("basePath").trim_end_matches('/').to_owned(),
            schemes: schemes(root.get("schemes")),
            at: root
                .get("host")
                .or_else(|| root.get("basePath"))
                .map(|node| node.origin),
        }
    }

    /// Adds the servers of the document.
    pub(super) fn add(&self, root: &mut Map) {
        if let Some(at) = self.at {
            put(root, "servers", self.servers(&self.schemes, at), at);
        }
    }

    /// Replaces `schemes` of an operation by servers where it says something else.
    pub(super) fn replace(&self, operation: &mut Map) {
        let Some(entry) = operation.remove_entry("schemes") else {
            return;
        };
        let own = schemes(Some(&entry.value));
        if !self.host.is_empty() && urls(&own) != urls(&self.schemes) {
            let at = entry.key.origin;
            put(operation, "servers", self.servers(&own, at), at);
        }
    }

    fn servers(&self, schemes: &[String], at: Origin) -> Vec<Node> {
        let Self { host, path, .. } = self;
        let urls = if host.is_empty() {
            vec![if path.is_empty() {
                "/".to_owned()
            } else {
                path.clone()
            }]
        } else {
            urls(schemes)
                .iter()
                .map(|scheme| format!("{scheme}://{host}{path}"))
                .collect()
        };
        let server = |url: String| Node::new(single("url", Node::new(url, at), at), at);
        urls.into_iter().map(server).collect()
    }
}

fn schemes(node: Option<&Node>) -> Vec<String> {
    let items = node.and_then(Node::as_list).unwrap_or_default();
    items
        .iter()
        .filter_map(Node::as_str)
        .map(str::to_owned)
        .collect()
}

/// The schemes to use, encrypted ones first; those of web sockets are not for requests.
fn urls(schemes: &[String]) -> Vec<&'static str> {
    let named = |name: &str| schemes.iter().any(|it| it == name);
    match (named("https"), named("http")) {
        (true, true) => vec!["https", "http"],
        (false, true) => vec!["http"],
        (_, false) => vec!["https"],
    }
}
