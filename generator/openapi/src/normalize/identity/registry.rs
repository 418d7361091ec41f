//! Which places have names of their own: `$self`, `$id`, `$anchor` and their like.
//!
//! It must not know which references use them.

use std::collections::BTreeMap;

use super::walk::Step;
use crate::codes;
use crate::normalize::files::{File, Files, Place};
use crate::read::{Map, Node};
use crate::report::{Diagnostic, FileId, Origin, Report};
use crate::uri;

/// Schema resources of all files (JSON Schema 2020-12, section 4.3.5) with the names in them.
#[derive(Default)]
pub(super) struct Registry {
    resources: Vec<Resource>,
    by_uri: BTreeMap<String, ResourceId>,
    by_place: BTreeMap<Place, ResourceId>,
}

/// Position in [`Registry::resources`].
pub(super) type ResourceId = usize;

/// A file, or a schema with `$id`.
pub(super) struct Resource {
    pub(super) root: Place,
    pub(super) uri: String,
    /// Pointers by `$anchor` and `$dynamicAnchor`.
    anchors: BTreeMap<String, String>,
}

impl Registry {
    /// Everything that is named: `walks` are those of the files.
    pub(super) fn of(files: &Files, walks: &[Vec<Step<'_>>], report: &mut Report) -> Self {
        let mut registry = Self::default();
        for (file, walk) in files.iter().zip(walks) {
            let root = registry.add_file(file);
            let mut names = Names {
                registry: &mut registry,
                report,
                file: file.id,
                inside: vec![root],
                places: BTreeMap::new(),
            };
            for step in walk {
                match step {
                    Step::Enter(map, pointer) => names.enter(map, pointer),
                    Step::Leave => names.leave(),
                }
            }
        }
        registry
    }

    fn add_file(&mut self, file: &File) -> ResourceId {
        // Places of different files have nothing to do with each other unless they say so.
        let base = format!("file-{}:///", file.id.0);
        let own = file.root.get("$self").and_then(Node::as_str);
        let uri = own.map_or_else(|| base.clone(), |own| uri::resolve(&base, bare(own)));
        let root = Place {
            file: file.id,
            pointer: String::new(),
        };
        self.add(root, uri)
    }

    fn add(&mut self, root: Place, uri: String) -> ResourceId {
        let id = self.resources.len();
        self.by_place.insert(root.clone(), id);
        self.by_uri.entry(uri.clone()).or_insert(id);
        self.resources.push(Resource {
            root,
            uri,
            anchors: BTreeMap::new(),
        });
        id
    }

    /// Of several places with one name the first one counts.
    fn name(&mut self, resource: ResourceId, name: &str, pointer: &str) {
        if let Some(resource) = self.resources.get_mut(resource) {
            let anchors = &mut resource.anchors;
            let place = anchors.entry(name.to_owned());
            place.or_insert_with(|| pointer.to_owned());
        }
    }

    /// The resource whose root stands at a place.
    pub(super) fn at(&self, place: &Place) -> Option<ResourceId> {
        self.by_place.get(place).copied()
    }

    pub(super) fn get(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id)
    }

    /// The resource that a reference without fragment names inside of another one.
    pub(super) fn find(&self, from: &Resource, reference: &str) -> Option<&Resource> {
        let uri = uri::resolve(&from.uri, reference);
        self.get(*self.by_uri.get(&uri)?)
    }
}

impl Resource {
    /// The place that an anchor names.
    pub(super) fn anchor(&self, name: &str) -> Option<&str> {
        self.anchors.get(name).map(String::as_str)
    }
}

/// A URI without its fragment.
fn bare(uri: &str) -> &str {
    uri.split('#').next().unwrap_or_default()
}

/// Collects the names of one file.
struct Names<'r> {
    registry: &'r mut Registry,
    report: &'r mut Report,
    file: FileId,
    /// The resource that each object around belongs to, outermost first.
    inside: Vec<ResourceId>,
    /// Where each anchor stands, to report a second one.
    places: BTreeMap<(ResourceId, String), Origin>,
}

impl Names<'_> {
    fn enter(&mut self, map: &Map, pointer: &str) {
        let around = self.inside.last().copied().unwrap_or_default();
        let own = self.identified(map, pointer, around).unwrap_or(around);
        self.inside.push(own);
        if let Some(node) = map.get("$anchor") {
            self.add_anchor(node, pointer, own);
        }
        // Of these there may be several: which one is meant depends on the way to it.
        if let Some(name) = map.get("$dynamicAnchor").and_then(Node::as_str) {
            self.registry.name(own, name, pointer);
        }
    }

    fn leave(&mut self) {
        self.inside.pop();
    }

    fn identified(&mut self, map: &Map, pointer: &str, around: ResourceId) -> Option<ResourceId> {
        let id = bare(map.get("$id")?.as_str()?);
        let base = &self.registry.get(around)?.uri;
        let uri = uri::resolve(base, id);
        let root = Place {
            file: self.file,
            pointer: pointer.to_owned(),
        };
        Some(self.registry.add(root, uri))
    }

    fn add_anchor(&mut self, node: &Node, pointer: &str, resource: ResourceId) {
        let Some(name) = node.as_str() else { return };
        let key = (resource, name.to_owned());
        if let Some(first) = self.places.get(&key) {
            let diagnostic = Diagnostic::warning(
                codes::DUPLICATE_ANCHOR,
                node.origin,
                format!("the anchor `{name}` stands twice"),
                "give each its own name, or its schema an `$id`; the first one counts",
            );
            self.report
                .push(diagnostic.related(*first, "first written here"));
            return;
        }
        self.places.insert(key, node.origin);
        self.registry.name(resource, name, pointer);
    }
}
