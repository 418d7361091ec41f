//! Follows every reference to see that it leads to the kind of object that its place takes.
//!
//! What only references reach (a part of another file, a place that is no component) is checked
//! here as what it is used for. It must not merge or copy what references lead to.

use std::collections::BTreeSet;

use super::check::{self, Fate};
use super::context::{Context, Cut, Reference, References};
use super::dialect;
use super::files::{Files, NoPlace, Place};
use super::keyword::{Dialect, Expect, Kind, Others};
use super::spot::{Spot, first_key};
use super::tables::table;
use crate::codes;
use crate::read::{Map, Node, Value, escape_step, unescape_step};
use crate::report::{Diagnostic, FileId, Origin, Report, suggest};
use crate::uri;

/// References that are reported, by file and text: `lower` degrades there in silence.
pub(crate) type Faulty = BTreeSet<(FileId, Box<str>)>;

/// Checks what only references reach, until nothing new is met.
pub(super) fn check_targets(
    files: &mut Files,
    references: &mut References,
    cut: &mut Cut,
    dialect: Dialect,
    report: &mut Report,
) {
    let mut checked = BTreeSet::new();
    let mut next = 0;
    while let Some((reference, _)) = references.get_index(next) {
        next += 1;
        let kind = reference.kind;
        let Ok(place) = files.locate(reference.from, &reference.text) else {
            continue;
        };
        if !is_fragment(files, &place) || !checked.insert((place.clone(), kind)) {
            continue;
        }
        let Some(root) = files.root_mut(place.file) else {
            continue;
        };
        let Some(node) = root.pointer_mut(&place.pointer) else {
            continue;
        };
        let mut cx = Context {
            report,
            dialect,
            references,
            cut,
        };
        check_target(node, kind, &place, &mut cx);
    }
}

fn check_target(node: &mut Node, kind: Kind, place: &Place, cx: &mut Context<'_>) {
    // A whole file has no name in itself.
    let name = place.pointer.rsplit_once('/').map_or("$ref", |it| it.1);
    let spot = Spot {
        name: &unescape_step(name),
        item: false,
        at: first_key(node).unwrap_or(node.origin),
    };
    if check::object(node, kind, spot, cx) == Fate::Cut {
        node.value = Value::Map(Map::new());
    }
}

/// Whether no table reaches a place: it is checked and converted as what it is used for.
pub(super) fn is_fragment(files: &Files, place: &Place) -> bool {
    known_kind(files, place) == At::Unknown
}

/// Reports each reference that does not lead to what its place takes. One that leads to what was
/// cut out is faulty and not reported: what is wrong there is.
pub(super) fn report_faults(
    files: &Files,
    references: &References,
    cut: &Cut,
    report: &mut Report,
) -> Faulty {
    let mut faulty = Faulty::new();
    let mut ending = BTreeSet::new();
    for (reference, places) in references {
        let Some(fault) = fault(files, reference, &mut ending) else {
            continue;
        };
        if !leads_to_cut(files, reference, cut) {
            for at in places {
                report.push(fault.diagnostic(*at));
            }
        }
        faulty.insert((reference.from, reference.text.clone()));
    }
    faulty
}

/// Whether what a reference leads to was there and was cut out.
fn leads_to_cut(files: &Files, reference: &Reference, cut: &Cut) -> bool {
    let Ok(place) = files.locate(reference.from, &reference.text) else {
        return false;
    };
    let name = place.pointer.rsplit('/').next().map(unescape_step);
    known_kind(files, &place) == At::Object(reference.kind)
        && name.is_some_and(|name| cut.contains(&(place.file, reference.kind, (*name).into())))
}

/// What is wrong with a reference, wherever it stands.
struct Fault {
    code: &'static str,
    message: String,
    help: String,
}

impl Fault {
    fn diagnostic(&self, at: Origin) -> Diagnostic {
        Diagnostic::error(self.code, at, self.message.as_str(), self.help.as_str())
    }
}

fn fault(files: &Files, reference: &Reference, ending: &mut BTreeSet<Place>) -> Option<Fault> {
    let place = match files.locate(reference.from, &reference.text) {
        Ok(place) => place,
        Err(reason) => return Some(no_place(files, reference, reason)),
    };
    if files.at(&place).is_none() {
        return Some(dangling(files, reference, &place));
    }
    wrong_target(files, reference, &place).or_else(|| cycle(files, reference, place, ending))
}

fn no_place(files: &Files, reference: &Reference, reason: NoPlace) -> Fault {
    let text = &reference.text;
    if let Some(reason) = files.unread(reference.from, text) {
        let is_missing = reason.code == crate::read::codes::FILE_MISSING;
        let help = match files.home(reference.from) == reference.from {
            _ if !is_missing => reason.help.as_str(),
            true => "paths are relative to the file that holds the reference",
            false => "paths in an overlay are relative to the description",
        };
        return Fault {
            code: reason.code,
            message: format!("`{text}`: {}", reason.message),
            help: help.to_owned(),
        };
    }
    let (code, message, help) = match reason {
        NoPlace::Remote => return remote(text),
        NoPlace::MissingFile => (
            codes::MISSING_FILE,
            format!("the file of `{text}` was not read"),
            "mend that file, or write its path relative to the file that holds the reference",
        ),
        NoPlace::Anchor => (
            codes::DANGLING_REF,
            format!("no schema has the anchor of `{text}`"),
            "write `$anchor` at the schema, or refer to it as `#/components/…`",
        ),
        NoPlace::Empty => (
            codes::UNSUPPORTED_REF,
            "the reference is empty".to_owned(),
            "write `#/components/…` or `file.yaml#/…`",
        ),
    };
    Fault {
        code,
        message,
        help: help.to_owned(),
    }
}

/// How to bring in what a URL leads to.
fn remote(text: &str) -> Fault {
    let url = text.split('#').next().unwrap_or_default();
    let fragment = text.strip_prefix(url).unwrap_or_default();
    let name = uri::file_name(url).unwrap_or("other.yaml");
    let help = if url.starts_with("http") {
        format!(
            "save the file beside this one, as by `curl -o {name} {url}`, and write \
             `{name}{fragment}`"
        )
    } else {
        "give the schema that is meant this `$id`, or refer to its file by a relative path"
            .to_owned()
    };
    Fault {
        code: codes::REMOTE_REF,
        message: format!("`{text}` is a URL, and nothing is fetched"),
        help,
    }
}

fn dangling(files: &Files, reference: &Reference, place: &Place) -> Fault {
    let help = match nearest(files, reference, place) {
        Some(text) => format!("did you mean `{text}`?"),
        None => "define it there, or correct the reference".to_owned(),
    };
    let message = format!("`{}` does not exist", reference.text);
    Fault {
        code: codes::DANGLING_REF,
        message,
        help,
    }
}

/// The nearest text that would lead somewhere: a sibling of what is missing, or its namesake at
/// the usual place.
fn nearest(files: &Files, reference: &Reference, place: &Place) -> Option<String> {
    let root = files.root(place.file)?;
    let file = reference.text.split('#').next().unwrap_or_default();
    let (parent, last) = place.pointer.rsplit_once('/')?;
    let last = unescape_step(last);
    let home = home(reference.kind);
    for (container, exact) in [(parent, false), (home, true), (home, false)] {
        let Some(map) = root.pointer(container).and_then(Node::as_map) else {
            continue;
        };
        let found = match exact {
            true => map.keys().find(|key| *key == last),
            false => suggest(&last, map.keys()),
        };
        if let Some(key) = found {
            return Some(format!("{file}#{container}/{}", escape_step(key)));
        }
    }
    None
}

/// Where a description usually keeps such objects.
fn home(kind: Kind) -> &'static str {
    match kind {
        Kind::Schema => "/components/schemas",
        Kind::Parameter => "/components/parameters",
        Kind::Response => "/components/responses",
        Kind::RequestBody => "/components/requestBodies",
        Kind::Header => "/components/headers",
        Kind::Example => "/components/examples",
        Kind::Link => "/components/links",
        Kind::Callback => "/components/callbacks",
        Kind::SecurityScheme => "/components/securitySchemes",
        Kind::PathItem => "/components/pathItems",
        Kind::MediaType => "/components/mediaTypes",
        Kind::ParameterV2 => "/parameters",
        Kind::ResponseV2 => "/responses",
        _ => "/paths",
    }
}

fn wrong_target(files: &Files, reference: &Reference, place: &Place) -> Option<Fault> {
    let found = match known_kind(files, place) {
        At::Unknown => return None,
        At::Object(kind) if kind == reference.kind => return None,
        At::Object(kind) => table(kind).noun,
        At::Other(noun) => noun,
    };
    Some(Fault {
        code: codes::WRONG_REF_TARGET,
        message: format!(
            "`{}` is {found}, and {} belongs here",
            reference.text,
            table(reference.kind).noun
        ),
        help: format!("refer to {}, or write one here", table(reference.kind).noun),
    })
}

/// A reference to a reference and so on, until one stands there twice. `ending` are places from
/// which references are known to end.
fn cycle(
    files: &Files,
    reference: &Reference,
    place: Place,
    ending: &mut BTreeSet<Place>,
) -> Option<Fault> {
    let mut seen = BTreeSet::new();
    let mut next = Some(place);
    while let Some(place) = next.take() {
        if ending.contains(&place) {
            break;
        }
        let target = files.at(&place).and_then(|node| node.get("$ref"));
        if !seen.insert(place) {
            let noun = table(reference.kind).noun;
            return Some(Fault {
                code: codes::REFERENCE_CYCLE,
                message: format!("`{}` leads to nothing but references", reference.text),
                help: format!("let one of them be {noun} instead of a reference"),
            });
        }
        next = target.and_then(|node| files.locate(node.origin.file, node.as_str()?).ok());
    }
    ending.extend(seen);
    None
}

/// What the tables say about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Object(Kind),
    /// Something that no reference may lead to, as a noun.
    Other(&'static str),
    /// The tables do not reach it: a vendor's key, a part of a file that is no description.
    Unknown,
}

fn known_kind(files: &Files, place: &Place) -> At {
    let Some(root) = files.root(place.file) else {
        return At::Unknown;
    };
    if !dialect::is_description(root) {
        return At::Unknown;
    }
    let start = if root.get("swagger").is_some() {
        Kind::Swagger
    } else {
        Kind::OpenApi
    };
    let steps = place.pointer.split('/').skip(1);
    let end = steps
        .map(unescape_step)
        .try_fold(Expect::Object(start), |at, step| below(at, &step));
    match end {
        None => At::Unknown,
        Some(Expect::Object(kind)) => At::Object(kind),
        Some(Expect::SchemaOrFlag | Expect::Items) => At::Object(Kind::Schema),
        Some(Expect::Discriminator) => At::Object(Kind::Discriminator),
        Some(expect) => At::Other(expect.noun()),
    }
}

/// What the tables expect one step below a place.
pub(super) fn below(at: Expect, step: &str) -> Option<Expect> {
    let kind = match at {
        Expect::Object(kind) => kind,
        Expect::List(kind) | Expect::Map(kind) => return Some(Expect::Object(kind)),
        Expect::SchemaOrFlag | Expect::Items => Kind::Schema,
        Expect::Discriminator => Kind::Discriminator,
        // A part of some data, or of nothing.
        _ => return Some(Expect::Any),
    };
    let table = table(kind);
    if let Some(keyword) = table.keyword(step) {
        return Some(keyword.expect);
    }
    match table.others {
        _ if step.starts_with("x-") => None,
        Others::Path(kind) | Others::Status(kind) | Others::Expression(kind) => {
            Some(Expect::Object(kind))
        }
        Others::Unknown => None,
    }
}
