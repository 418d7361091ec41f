//! Rules that a valid value keeps: lengths, bounds, patterns.
//!
//! It must not check any value.

use super::conjunction::Leaf;
use super::context::Lowering;
use super::scalar;
use super::schema::JsonType;
use super::uses::Use;
use crate::api::Constraints;
use crate::codes;
use crate::read::Node;
use crate::report::Origin;

/// The rules of schemas that hold at once: the strictest of each kind.
pub(super) fn of_leaves(cx: &mut Lowering<'_>, leaves: &[Leaf<'_>]) -> Constraints {
    for leaf in leaves.iter().filter(|leaf| leaf.own) {
        report(cx, leaf.part.node);
    }
    let nodes: Vec<&Node> = leaves.iter().map(|leaf| leaf.part.node).collect();
    report_further_patterns(cx, &nodes);
    of_nodes(&nodes)
}

/// The rules that are written at some nodes.
fn of_nodes(nodes: &[&Node]) -> Constraints {
    let counts = |keyword: &'static str| {
        nodes
            .iter()
            .filter_map(move |node| node.get(keyword)?.as_number()?.as_u64())
    };
    let flag = |keyword: &str| {
        nodes
            .iter()
            .any(|node| node.get(keyword).and_then(Node::as_bool) == Some(true))
    };
    let minimum = strictest(nodes, "minimum", |new, old| new > old);
    let maximum = strictest(nodes, "maximum", |new, old| new < old);
    let exclusive = |owner: Option<&&Node>, keyword: &str| {
        owner.and_then(|node| node.get(keyword)?.as_bool()) == Some(true)
    };
    let number = |owner: Option<&&Node>, keyword: &str| {
        Some(serde_json::Number::from(owner?.get(keyword)?.as_number()?))
    };
    Constraints {
        min_length: counts("minLength").max(),
        max_length: counts("maxLength").min(),
        pattern: patterns(nodes).next().map(|(text, _)| text.to_owned()),
        minimum: number(minimum, "minimum"),
        exclusive_minimum: exclusive(minimum, "exclusiveMinimum"),
        maximum: number(maximum, "maximum"),
        exclusive_maximum: exclusive(maximum, "exclusiveMaximum"),
        multiple_of: number(
            nodes.iter().find(|node| node.get("multipleOf").is_some()),
            "multipleOf",
        ),
        min_items: counts("minItems").max(),
        max_items: counts("maxItems").min(),
        unique_items: flag("uniqueItems"),
        min_properties: counts("minProperties").max(),
        max_properties: counts("maxProperties").min(),
    }
}

/// The node whose number under `keyword` wins over all others.
fn strictest<'n, 'a>(
    nodes: &'n [&'a Node],
    keyword: &str,
    wins: fn(f64, f64) -> bool,
) -> Option<&'n &'a Node> {
    let mut best: Option<(f64, &&Node)> = None;
    for node in nodes {
        let Some(number) = node.get(keyword).and_then(Node::as_number) else {
            continue;
        };
        let value = number.as_f64();
        if best.is_none_or(|(known, _)| wins(value, known)) {
            best = Some((value, node));
        }
    }
    best.map(|(_, node)| node)
}

const PAIRS: [(&str, &str); 4] = [
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
];

/// The patterns that are written at some nodes, and where.
fn patterns<'n>(nodes: &'n [&Node]) -> impl Iterator<Item = (&'n str, Origin)> {
    nodes.iter().filter_map(|node| {
        let pattern = node.get("pattern")?;
        Some((pattern.as_str()?, pattern.origin))
    })
}

/// Reports rules of a node that no value keeps, or that no client checks.
fn report(cx: &mut Lowering<'_>, node: &Node) {
    report_contradictions(cx, node);
    report_wider_bounds(cx, node);
    for (pattern, at) in patterns(&[node]) {
        if regex_lite::Regex::new(pattern).is_err() {
            cx.warn(
                codes::NOT_EXPRESSED,
                at,
                format!("`{pattern}` is no regular expression that is read here"),
                "there is no look-around, back-reference or class of Unicode; the service will say \
                 which values it refuses",
            );
        }
    }
}

/// Reports patterns beside the first one, which is the one that is checked.
fn report_further_patterns(cx: &mut Lowering<'_>, nodes: &[&Node]) {
    let mut patterns = patterns(nodes);
    let Some((first, _)) = patterns.next() else {
        return;
    };
    for (pattern, at) in patterns.filter(|(pattern, _)| *pattern != first) {
        cx.warn(
            codes::NOT_EXPRESSED,
            at,
            format!("`{pattern}` is not expressed in the output beside `{first}`"),
            "write one expression for both; the service will say which values it refuses",
        );
    }
}

/// Reports a lower bound above its upper one.
fn report_contradictions(cx: &mut Lowering<'_>, node: &Node) {
    for (low, high) in PAIRS {
        let value = |keyword: &str| node.get(keyword)?.as_number();
        let (Some(least), Some(most)) = (value(low), value(high)) else {
            continue;
        };
        if least.as_f64() > most.as_f64() {
            let at = node.get(low).map_or(node.origin, |node| node.origin);
            cx.warn(
                codes::CONTRADICTORY_BOUNDS,
                at,
                format!("`{low}: {least}` is above `{high}: {most}`"),
                "no value keeps both rules; correct one of them",
            );
        }
    }
}

/// Reports bounds that the format of an integer has no room for.
fn report_wider_bounds(cx: &mut Lowering<'_>, node: &Node) {
    for keyword in ["minimum", "maximum"] {
        let Some(bound) = node.get(keyword) else {
            continue;
        };
        let Some(number) = bound.as_number() else {
            continue;
        };
        if let Some(format) = scalar::format_below(node, number) {
            cx.warn(
                codes::NUMBER_RANGE,
                bound.origin,
                format!("`{keyword}: {number}` is beyond `{format}`; the type is made wider"),
                "correct the number, or write the format that holds it",
            );
        }
    }
}

/// The rules that are written at a place, and those of the plain value that it refers to, which is
/// no definition of its own in the output.
pub(super) fn of_use(cx: &mut Lowering<'_>, used: &Use<'_>) -> Constraints {
    let has_own_type = cx.by_node.contains_key(&used.core.id());
    for node in &used.own {
        // A type of its own reports them itself.
        if !(has_own_type && std::ptr::eq(*node, used.core.node)) {
            report(cx, node);
        }
    }
    report_further_patterns(cx, &used.own);
    let mut nodes = used.own.clone();
    if is_plain(used.core.node) && !nodes.iter().any(|node| std::ptr::eq(*node, used.core.node)) {
        nodes.push(used.core.node);
    }
    of_nodes(&nodes)
}

/// A string, a number or a list: what stands for it in the output has no room for rules.
fn is_plain(node: &Node) -> bool {
    let is_listed = ["enum", "const"]
        .iter()
        .any(|keyword| node.get(keyword).is_some());
    !is_listed && !matches!(JsonType::of(node), None | Some(JsonType::Object))
}
