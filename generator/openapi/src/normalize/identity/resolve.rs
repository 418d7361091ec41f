//! References by name, and those that lead through others, as references by pointer.
//!
//! It must not change the tree: it says what is to be written where.

use super::registry::{Registry, Resource, ResourceId};
use super::walk::Step;
use crate::codes;
use crate::normalize::files::{Files, Place};
use crate::read::{Entry, Map};
use crate::report::{Diagnostic, FileId, Report};
use crate::uri::{percent_decode, percent_encode};

/// What is to be written at an object in place of a reference.
pub(super) struct Edit {
    pub(super) at: Place,
    pub(super) keyword: &'static str,
    pub(super) text: String,
    /// A file that the path of the new text leads to.
    pub(super) link: Option<(String, FileId)>,
}

/// The edits of all files: `walks` are theirs.
pub(super) fn edits(
    files: &Files,
    walks: &[Vec<Step<'_>>],
    registry: &Registry,
    report: &mut Report,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (file, walk) in files.iter().zip(walks) {
        let mut resolver = Resolver {
            files,
            registry,
            report,
            file: file.id,
            inside: Vec::new(),
            edits: &mut edits,
        };
        for step in walk {
            match step {
                Step::Enter(map, pointer) => resolver.enter(map, pointer),
                Step::Leave => resolver.leave(),
            }
        }
    }
    edits
}

struct Resolver<'a> {
    files: &'a Files,
    registry: &'a Registry,
    report: &'a mut Report,
    file: FileId,
    /// The objects around, outermost first.
    inside: Vec<Around>,
    edits: &'a mut Vec<Edit>,
}

/// What an object means for the references in it.
struct Around {
    pointer: String,
    resource: ResourceId,
    dynamic_anchor: Option<String>,
    recursive: bool,
}

impl Resolver<'_> {
    fn enter(&mut self, map: &Map, pointer: &str) {
        let around = self.inside.last().map(|it| it.resource);
        let place = self.place(pointer);
        let own = self.registry.at(&place);
        self.inside.push(Around {
            pointer: pointer.to_owned(),
            resource: own.or(around).unwrap_or_default(),
            dynamic_anchor: text(map, "$dynamicAnchor"),
            recursive: map.get("$recursiveAnchor").and_then(|it| it.as_bool()) == Some(true),
        });
        match map.entry("$ref") {
            Some(entry) => self.reference(entry, place),
            None => self.dynamic(map, place),
        }
    }

    fn leave(&mut self) {
        self.inside.pop();
    }
}

fn text(map: &Map, keyword: &str) -> Option<String> {
    map.get(keyword)?.as_str().map(str::to_owned)
}

impl Resolver<'_> {
    fn place(&self, pointer: &str) -> Place {
        Place {
            file: self.file,
            pointer: pointer.to_owned(),
        }
    }

    fn resource(&self) -> Option<&Resource> {
        self.registry.get(self.inside.last()?.resource)
    }

    fn reference(&mut self, entry: &Entry, at: Place) {
        let Some(written) = entry.value.as_str() else {
            return;
        };
        let found = match self.by_name(written) {
            Some(target) => Some(target),
            None => self.through(entry, written),
        };
        if let Some(target) = found {
            self.write(at, "$ref", written, &target);
        }
    }

    /// The place of a reference that a pointer alone does not tell.
    fn by_name(&self, written: &str) -> Option<Place> {
        let from = self.resource()?;
        let (path, fragment) = written.split_once('#').unwrap_or((written, ""));
        let fragment = percent_decode(fragment);
        let is_pointer = fragment.is_empty() || fragment.starts_with('/');
        let target = if path.is_empty() {
            if is_pointer && from.root.pointer.is_empty() {
                return None;
            }
            from
        } else {
            self.target(from, path)?
        };
        let pointer = match is_pointer {
            true => format!("{}{fragment}", target.root.pointer),
            false => target.anchor(&fragment)?.to_owned(),
        };
        let place = Place {
            file: target.root.file,
            pointer,
        };
        // Many who write `$id` still count pointers from the root of the file.
        self.files.at(&place).map(|_| place)
    }

    /// The resource that the path of a reference names.
    fn target(&self, from: &Resource, path: &str) -> Option<&Resource> {
        self.registry.find(from, path).or_else(|| {
            let linked = self.files.linked(self.file, path)?;
            let root = Place {
                file: linked,
                pointer: String::new(),
            };
            self.registry.get(self.registry.at(&root)?)
        })
    }

    /// A pointer that goes through a reference, as if what it leads to stood there.
    fn through(&mut self, entry: &Entry, written: &str) -> Option<Place> {
        let place = self.files.locate(self.file, written).ok()?;
        if self.files.at(&place).is_some() {
            return None;
        }
        let target = self.files.at_through(&place)?;
        if target.file != self.file {
            return None;
        }
        self.report.push(Diagnostic::warning(
            codes::REF_THROUGH_REF,
            entry.value.origin,
            format!("`{written}` leads through another reference"),
            format!("write `#{}`; it is read so", target.pointer),
        ));
        Some(target)
    }

    /// `$dynamicRef` and `$recursiveRef` as references to what they mean where nothing overrides it.
    fn dynamic(&mut self, map: &Map, at: Place) {
        for keyword in ["$dynamicRef", "$recursiveRef"] {
            let Some(entry) = map.entry(keyword) else {
                continue;
            };
            let Some(written) = entry.value.as_str() else {
                continue;
            };
            let target = match keyword {
                "$recursiveRef" => self.recursive(),
                _ => self.dynamic_anchor(written),
            };
            let Some(target) = target.or_else(|| self.by_name(written)) else {
                continue;
            };
            self.report.push(Diagnostic::warning(
                codes::DYNAMIC_REF,
                entry.key.origin,
                format!(
                    "`{keyword}` is read as a reference to `#{}`",
                    target.pointer
                ),
                "schemas that extend this one do not change what stands here; write `$ref`",
            ));
            self.write(at, keyword, written, &target);
            return;
        }
    }

    /// The nearest schema around that has the anchor, else the one of the resource.
    fn dynamic_anchor(&self, written: &str) -> Option<Place> {
        let name = percent_decode(written.strip_prefix('#')?);
        let around = self
            .inside
            .iter()
            .rev()
            .find(|it| it.dynamic_anchor.as_deref() == Some(&*name))?;
        Some(self.place(&around.pointer))
    }

    /// The nearest schema around that says it recurs, else the root of the resource, if that is a
    /// schema (JSON Schema 2019-09, section 8.2.4.2).
    fn recursive(&self) -> Option<Place> {
        if let Some(around) = self.inside.iter().rev().find(|it| it.recursive) {
            return Some(self.place(&around.pointer));
        }
        let root = &self.resource()?.root;
        (!root.pointer.is_empty()).then(|| root.clone())
    }

    fn write(&mut self, at: Place, keyword: &'static str, written: &str, target: &Place) {
        let pointer = percent_encode(&target.pointer);
        let (text, link) = if target.file == self.file {
            (format!("#{pointer}"), None)
        } else {
            let path = written.split('#').next().unwrap_or_default();
            let is_known = self.files.linked(self.file, path) == Some(target.file);
            let link = (!is_known).then(|| (path.to_owned(), target.file));
            (format!("{path}#{pointer}"), link)
        };
        let is_same = text.trim_end_matches('#') == written.trim_end_matches('#');
        if !is_same || link.is_some() {
            self.edits.push(Edit {
                at,
                keyword,
                text,
                link,
            });
        }
    }
}
