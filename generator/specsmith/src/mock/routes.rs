//! Which operation a method and a path ask for.
//!
//! This module must not look at anything else of a request.

use specsmith_openapi::Api;
use specsmith_openapi::api::{Method, OperationId, PathSegment, Server};

use super::percent::decode;

/// The paths of a description, concrete ones before templated ones.
#[derive(Debug)]
pub(super) struct Routes {
    routes: Vec<Route>,
    /// Paths of servers, longest first. The last one is empty: a path may do without.
    bases: Vec<Vec<Segment>>,
}

#[derive(Debug)]
struct Route {
    id: OperationId,
    method: Method,
    segments: Vec<Segment>,
    /// What the template says of the query: some descriptions tell operations apart by it.
    query: Vec<String>,
}

/// What stands between two slashes.
type Segment = Vec<Part>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Parameter(String),
}

/// An operation, and the values of its path parameters as sent.
pub(super) type Matched = (OperationId, Vec<(String, String)>);

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// An operation, and others that only their requests tell from it.
    Operations(Matched, Vec<Matched>),
    /// The path is described, the method is not: those that are.
    Methods(Vec<String>),
    Nothing,
}

/// The longest segment that is matched against a template with several parameters.
const LONGEST: usize = 4096;

impl Routes {
    pub(super) fn new(api: &Api) -> Self {
        let mut routes: Vec<Route> = api
            .operations()
            .map(|(id, operation)| {
                let (segments, query) = template(&operation.segments);
                Route {
                    id,
                    method: operation.method.clone(),
                    segments,
                    query,
                }
            })
            .collect();
        routes.sort_by_key(|route| {
            let kinds = route.segments.iter().map(|it| kind(it)).collect::<Vec<_>>();
            (std::cmp::Reverse(route.query.len()), kinds)
        });
        let own = api.operations.iter().flat_map(|it| &it.servers);
        let mut bases: Vec<Vec<Segment>> = api.servers.iter().chain(own).map(base).collect();
        bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
        bases.dedup();
        bases.retain(|base| !base.is_empty());
        bases.push(Vec::new());
        Self { routes, bases }
    }

    /// What a method and a target without its query lead to.
    pub(super) fn find(&self, method: &str, path: &str, query: &str) -> Found {
        let steps: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let pairs: Vec<&str> = query.split('&').collect();
        let mut allowed: Vec<String> = Vec::new();
        for base in &self.bases {
            let Some(rest) = without(base, &steps) else {
                continue;
            };
            // An answer to HEAD is one to GET without its body.
            let methods: &[&str] = match method {
                "HEAD" => &["HEAD", "GET"],
                _ => &[method],
            };
            for method in methods {
                let mut found: Vec<Matched> = Vec::new();
                let mut first: Option<&Route> = None;
                for route in &self.routes {
                    let Some(values) = route.matches(rest, &pairs) else {
                        continue;
                    };
                    if route.method.as_str() != *method {
                        allow(&mut allowed, route.method.as_str());
                    } else if first.is_none_or(|it| it.is_alike(route)) {
                        first = first.or(Some(route));
                        found.push((route.id, values));
                    }
                }
                let mut found = found.into_iter();
                if let Some(first) = found.next() {
                    return Found::Operations(first, found.collect());
                }
            }
        }
        match allowed.is_empty() {
            true => Found::Nothing,
            false => Found::Methods(allowed),
        }
    }
}

fn allow(allowed: &mut Vec<String>, method: &str) {
    let head = (method == "GET").then_some("HEAD");
    for method in std::iter::once(method).chain(head) {
        if !allowed.iter().any(|known| known == method) {
            allowed.push(method.to_owned());
        }
    }
}

impl Route {
    /// Neither path nor query tells one from the other: some descriptions write fragments behind
    /// their paths.
    fn is_alike(&self, other: &Self) -> bool {
        let kinds = |route: &Self| route.segments.iter().map(|it| kind(it)).collect::<Vec<_>>();
        self.query == other.query && kinds(self) == kinds(other)
    }

    fn matches(&self, steps: &[&str], pairs: &[&str]) -> Option<Vec<(String, String)>> {
        let has_query = self.query.iter().all(|pair| pairs.contains(&pair.as_str()));
        if steps.len() != self.segments.len() || !has_query {
            return None;
        }
        let mut values = Vec::new();
        let mut both = self.segments.iter().zip(steps);
        both.all(|(segment, step)| fits(segment, step, &mut values))
            .then_some(values)
    }
}

/// Literals first, then what is partly one.
fn kind(segment: &[Part]) -> (u8, usize) {
    let parameters = segment.iter().filter(|it| matches!(it, Part::Parameter(_)));
    let literal = |part: &Part| match part {
        Part::Literal(text) => text.len(),
        Part::Parameter(_) => 0,
    };
    let length: usize = segment.iter().map(literal).sum();
    match (parameters.count(), length) {
        (0, _) => (0, 0),
        (_, 0) => (2, 0),
        (_, length) => (1, usize::MAX.saturating_sub(length)),
    }
}

fn without<'a>(base: &[Segment], steps: &'a [&'a str]) -> Option<&'a [&'a str]> {
    let (first, rest) = steps.split_at_checked(base.len())?;
    let mut both = base.iter().zip(first);
    let is_base = both.all(|(segment, step)| fits(segment, step, &mut Vec::new()));
    is_base.then_some(rest)
}

/// Whether a step of a path is as a segment says. Values are as sent, not decoded: what separates
/// their items is told from what is part of them by its encoding.
fn fits(segment: &[Part], step: &str, values: &mut Vec<(String, String)>) -> bool {
    match segment {
        [] => step.is_empty(),
        [Part::Literal(text)] => text == step || *text == decode(step),
        [Part::Parameter(name)] => {
            values.push((name.clone(), step.to_owned()));
            !step.is_empty()
        }
        _ if step.len() > LONGEST => false,
        parts => fits_parts(parts, step, values),
    }
}

fn fits_parts(parts: &[Part], text: &str, values: &mut Vec<(String, String)>) -> bool {
    match parts {
        [] => text.is_empty(),
        [Part::Literal(literal), rest @ ..] => text
            .strip_prefix(literal.as_str())
            .is_some_and(|text| fits_parts(rest, text, values)),
        [Part::Parameter(name)] => {
            values.push((name.clone(), text.to_owned()));
            !text.is_empty()
        }
        [Part::Parameter(name), Part::Literal(literal), rest @ ..] => {
            // The last place where the literal stands: `{name}.{extension}`.
            let mut places: Vec<usize> = text
                .match_indices(literal.as_str())
                .map(|it| it.0)
                .collect();
            places.reverse();
            places.into_iter().filter(|at| *at > 0).any(|at| {
                // Cannot panic: the literal was found there.
                let (value, after) = text.split_at(at);
                let kept = values.len();
                values.push((name.clone(), value.to_owned()));
                let after = after.strip_prefix(literal.as_str()).unwrap_or(after);
                let fits = fits_parts(rest, after, values);
                if !fits {
                    values.truncate(kept);
                }
                fits
            })
        }
        // Nothing says where one ends and the next begins.
        [Part::Parameter(_), Part::Parameter(_), ..] => false,
    }
}

/// The segments of a template, and what it says of the query.
fn template(segments: &[PathSegment]) -> (Vec<Segment>, Vec<String>) {
    let mut parts: Vec<Part> = segments
        .iter()
        .map(|segment| match segment {
            PathSegment::Literal(text) => Part::Literal(text.clone()),
            PathSegment::Parameter(name) => Part::Parameter(name.clone()),
        })
        .collect();
    let mut query = Vec::new();
    let end = parts.iter().position(|part| match part {
        Part::Literal(text) => text.contains(['?', '#']),
        Part::Parameter(_) => false,
    });
    if let Some(Part::Literal(text)) = end.and_then(|end| parts.get(end).cloned()) {
        let (path, rest) = text.split_once(['?', '#']).unwrap_or((&text, ""));
        let is_query = text.get(path.len()..).is_some_and(|it| it.starts_with('?'));
        let is_whole = end.is_some_and(|end| end + 1 == parts.len());
        if is_query && is_whole {
            let pairs = rest.split('&').filter(|it| !it.is_empty());
            query = pairs.map(str::to_owned).collect();
        }
        parts.truncate(end.unwrap_or_default());
        parts.push(Part::Literal(path.to_owned()));
    }
    (divided(parts), query)
}

/// Parts between slashes.
fn divided(parts: Vec<Part>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = vec![Vec::new()];
    let push = |segments: &mut Vec<Segment>, part: Part| {
        if let Some(last) = segments.last_mut() {
            last.push(part);
        }
    };
    let mut is_first = true;
    for part in parts {
        match part {
            Part::Literal(text) => {
                let text = match is_first {
                    true => text.trim_start_matches('/'),
                    false => text.as_str(),
                };
                for (index, piece) in text.split('/').enumerate() {
                    if index > 0 {
                        segments.push(Vec::new());
                    }
                    if !piece.is_empty() {
                        push(&mut segments, Part::Literal(piece.to_owned()));
                    }
                }
            }
            Part::Parameter(name) => push(&mut segments, Part::Parameter(name)),
        }
        is_first = false;
    }
    segments
}

/// The path of a server, in which a variable stands for anything.
fn base(server: &Server) -> Vec<Segment> {
    let url = &server.url;
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url.trim_start_matches('/'),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    if path.is_empty() {
        return Vec::new();
    }
    path.split('/').map(variables).collect()
}

fn variables(step: &str) -> Segment {
    let mut parts = Vec::new();
    let mut rest = step;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if !before.is_empty() {
            parts.push(Part::Literal(before.to_owned()));
        }
        parts.push(Part::Parameter(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    parts
}
