//! Every dialect in, the 3.0 shape out: each keyword is checked at its place.
//!
//! One walk by tables checks and repairs, then references are followed to see that they lead to
//! what their places take, then dialects become one. After this point every keyword holds the kind
//! of value that the specification says, and every finding about a keyword or a reference has been
//! made. This module must not know what the output looks like, and opens no file.

mod absent;
mod check;
mod coerce;
mod context;
mod dialect;
mod events;
mod extensions;
mod files;
mod identity;
mod keyword;
mod paths;
mod references;
mod repair;
mod schema;
mod shared_events;
mod spot;
mod swagger;
mod tables;

use check::Fate;
use context::{Context, Cut, References};
use files::Files;
use keyword::Kind;
use references::Faulty;
use spot::Spot;

use crate::read::{Document, Limits, Node};
use crate::report::{FileId, Origin, Report};

pub use keyword::Dialect;

/// Extension under which a schema carries the list of examples that 3.0 has no word for.
pub(crate) const EXAMPLES: &str = "x-specsmith-internal-examples";

/// Extension under which a schema carries the items of a tuple, below the keyword that has them.
pub(crate) const TUPLE: &str = "x-specsmith-internal-tuple";

/// Extensions that begin so are ours and not the description's.
pub(crate) const INTERNAL: &str = "x-specsmith-internal-";

/// The files of one description in the 3.0 shape, every keyword checked.
#[derive(Debug)]
pub struct Normalized {
    files: Files,
    faulty: Faulty,
    cut: Cut,
    dialect: Dialect,
}

impl Normalized {
    /// The dialect that the description was written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The description in the 3.0 shape, as `openapiv3` reads it. Keys that begin with
    /// `x-specsmith-internal-` hold what 3.0 has no word for.
    pub fn to_json(&self) -> serde_json::Value {
        self.root().to_json()
    }

    /// The root of the description.
    pub(crate) fn root(&self) -> &Node {
        &self.files.main.root
    }

    /// What the reference `text`, written in the file `from`, leads to, and its JSON pointer.
    pub(crate) fn follow(&self, from: FileId, text: &str) -> Option<(&Node, String)> {
        let place = self.files.locate(from, text).ok()?;
        let node = self.files.at(&place)?;
        Some((node, format!("#{}", place.pointer)))
    }

    /// The limits that the description was read with.
    pub(crate) fn limits(&self) -> &Limits {
        &self.files.limits
    }

    /// Whether a place that a reference in `from` leads to is a component of the same file.
    pub(crate) fn is_own_component(&self, from: FileId, text: &str) -> bool {
        let from = self.files.home(from);
        let place = self.files.locate(from, text);
        place.is_ok_and(|place| {
            place.file == from && place.pointer.starts_with("/components/schemas/")
        })
    }

    /// Whether a reference is reported already.
    pub(crate) fn is_faulty(&self, from: FileId, text: &str) -> bool {
        self.faulty.contains(&(from, text.into()))
    }

    /// Whether the description declares a security scheme that was cut out as wrong.
    pub(crate) fn is_cut_scheme(&self, name: &str) -> bool {
        [Kind::SecurityScheme, Kind::SecuritySchemeV2]
            .into_iter()
            .any(|kind| self.cut.contains(&(self.files.main.id, kind, name.into())))
    }
}

/// The document with references by name (`$anchor`, `$id`, `$dynamicRef`) as references by path and
/// pointer, and all else as it is written: for those who need the schemas themselves.
pub fn resolve_names(document: Document, report: &mut Report) -> Document {
    let budget = document.budget.clone();
    let mut files = Files::new(document);
    identity::resolve_names(&mut files, report);
    files.into_document(budget)
}

/// The dialect that a document is written in; `None` when a finding is fatal.
pub fn dialect_of(document: &Document, report: &mut Report) -> Option<Dialect> {
    dialect::dialect(&document.root, report)
}

/// Checks `document` and rewrites it into the 3.0 shape; `None` when a finding is fatal.
pub fn normalize(document: Document, report: &mut Report) -> Option<Normalized> {
    let dialect = dialect::dialect(&document.root, report)?;
    let mut files = Files::new(document);
    let (mut references, mut cut) = (References::new(), Cut::new());
    // After this references are pointers, whatever names their targets have.
    identity::resolve_names(&mut files, report);
    // After this data of events that is a JSON document is one, in components too.
    shared_events::open_data(&mut files, dialect);
    // After this every keyword of every description holds the kind of value that its table says.
    check_descriptions(&mut files, dialect, &mut references, &mut cut, report);
    // After this the same is true of what only references reach.
    references::check_targets(&mut files, &mut references, &mut cut, dialect, report);
    // After this each reference is known to lead to what its place takes, or is reported.
    let faulty = references::report_faults(&files, &references, &cut, report);
    // After this there is one dialect.
    let faulty = swagger::convert(&mut files, &references, faulty, report);
    Some(Normalized {
        files,
        faulty,
        cut,
        dialect,
    })
}

fn check_descriptions(
    files: &mut Files,
    dialect: Dialect,
    references: &mut References,
    cut: &mut Cut,
    report: &mut Report,
) {
    let mut cx = Context {
        report,
        dialect,
        references,
        cut,
    };
    paths::report_missing(&mut files.main.root, &mut cx);
    check_description(&mut files.main.root, &mut cx);
    for file in files
        .others_mut()
        .filter(|file| dialect::is_description(&file.root))
    {
        // A version that is not read is reported; the file stays as it is.
        if let Some(dialect) = dialect::dialect(&file.root, cx.report) {
            cx.dialect = dialect;
            check_description(&mut file.root, &mut cx);
        }
    }
}

fn check_description(root: &mut Node, cx: &mut Context<'_>) {
    let (kind, name) = root_kind(cx.dialect);
    let spot = Spot {
        name,
        item: false,
        at: version_place(root, name),
    };
    if check::object(root, kind, spot, cx) == Fate::Cut {
        root.value = crate::read::Map::new().into();
    }
}

/// What stands at the root of a description, and the key of its version.
fn root_kind(dialect: Dialect) -> (Kind, &'static str) {
    match dialect {
        Dialect::V20 => (Kind::Swagger, "swagger"),
        Dialect::V30 | Dialect::V31 | Dialect::V32 => (Kind::OpenApi, "openapi"),
    }
}

fn version_place(root: &Node, key: &str) -> Origin {
    let entry = root.as_map().and_then(|map| map.entry(key));
    entry.map_or(root.origin, |entry| entry.key.origin)
}
