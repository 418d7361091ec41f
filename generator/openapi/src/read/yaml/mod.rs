//! YAML 1.2 (core schema, with merge keys) into the tree, with places.
//!
//! The parser's events come from `granit-parser`; what they mean is decided here. This module
//! must not know how YAML is scanned.

mod anchor;
mod escape;
mod key;
mod merge;
mod place;
mod quote;
mod scalar;
mod syntax;

use granit_parser::{Event, Options, Parser, Span, StrInput, StructureStyle, YamlVersion, options};

use self::anchor::Anchors;
use self::key::MapKey;
use self::merge::Merge;
use super::limits::Budget;
use super::{Entry, Fault, Map, Node, Value};
use crate::read::codes;
use crate::report::{Diagnostic, FileId, Origin, Report};

/// Reads the first document of `text`; `None` when there is none or nothing in it.
///
/// # Errors
///
/// The first syntax error, or the limit that is passed. What could be repaired is in `report`.
pub(super) fn parse(
    text: &str,
    file: FileId,
    budget: &mut Budget,
    report: &mut Report,
) -> Result<Option<Node>, Fault> {
    budget.begin();
    let mut reader = Reader {
        parser: Parser::new_from_str_with_options(text, parser_options()),
        text,
        file,
        budget,
        anchors: Anchors::default(),
        brackets: Vec::new(),
        report,
    };
    reader.document()
}

/// Our limits bind first; these only keep the parser from having its own.
fn parser_options() -> Options {
    options! {
        flow_nesting_limit: 4096,
        block_nesting_limit: 4096,
        emit_unresolved_aliases: true,
    }
}

struct Reader<'a, 'r> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    file: FileId,
    budget: &'r mut Budget,
    anchors: Anchors,
    /// Places of the `[` and `{` that are open here, for messages.
    brackets: Vec<Origin>,
    report: &'r mut Report,
}

impl<'a> Reader<'a, '_> {
    fn document(&mut self) -> Result<Option<Node>, Fault> {
        let version = loop {
            match self.next()? {
                (Event::DocumentStart(_, version), _) => break version,
                (Event::StreamEnd, _) => return Ok(None),
                _ => {}
            }
        };
        let (event, span) = self.next()?;
        self.check_version(version, span);
        let root = self.node(event, span)?;
        self.check_end()?;
        let left_out = root.is_null() && root.origin.is_empty();
        Ok(if left_out { None } else { Some(root) })
    }

    /// The next event with its place. Behind the end there are only ends.
    fn next(&mut self) -> Result<(Event<'a>, Span), Fault> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(syntax::fault(
                &error,
                self.text,
                self.file,
                self.brackets.last().copied(),
            )),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span) -> Result<Node, Fault> {
        let at = self.origin(span);
        self.budget.spend(1, at)?;
        let (node, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tag = scalar::Tagged {
                    tag: tag.as_deref(),
                    at: self.tag_origin(span, at),
                };
                let value = scalar::resolve(text, style, &tag, at, self.report);
                (
                    Node {
                        value,
                        origin: self.content(at),
                    },
                    anchor,
                )
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), "seq", span);
                (self.list(at, style)?, anchor)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), "map", span);
                (self.map(at, style)?, anchor)
            }
            Event::Alias(id) => return self.alias(id, at),
            Event::UnresolvedAlias(_) => {
                return Err(Box::new(anchor::unknown(syntax::slice(self.text, at), at)));
            }
            // Ends come where a collection looks for its own; the rest is given only when asked for.
            _ => (
                Node {
                    value: Value::Null,
                    origin: at,
                },
                0,
            ),
        };
        if anchor != 0 {
            let cost = self.anchors.define(anchor, &node);
            self.budget.spend(cost, node.origin)?;
        }
        Ok(node)
    }

    fn list(&mut self, start: Origin, style: StructureStyle) -> Result<Node, Fault> {
        self.enter(start, style)?;
        let mut items = Vec::new();
        let mut last = None;
        let end = loop {
            let (event, span) = self.next()?;
            if let Event::SequenceEnd = event {
                break span;
            }
            let item = self.node(event, span)?;
            last = Some(self.written(&item, span));
            items.push(item);
        };
        self.leave(style);
        let origin = self.collection(start, style, last, end);
        Ok(Node {
            value: Value::List(items),
            origin,
        })
    }

    fn map(&mut self, start: Origin, style: StructureStyle) -> Result<Node, Fault> {
        self.enter(start, style)?;
        let mut map = Map::new();
        let mut merges = Vec::new();
        let mut last = None;
        let end = loop {
            let (event, span) = self.next()?;
            if let Event::MappingEnd = event {
                break span;
            }
            let key = self.key(event, span)?;
            let (event, span) = self.next()?;
            let value = self.node(event, span)?;
            last = Some(self.written(&value, span));
            match key {
                MapKey::Text(key) => {
                    if let Some(first) = map.insert(key, value) {
                        self.duplicate(&map, &first);
                    }
                }
                MapKey::Merge(at) => merges.push(Merge {
                    position: map.len(),
                    at,
                    value,
                }),
                MapKey::Collection(at) => self.report.push(key::collection(at)),
            }
        };
        self.leave(style);
        let origin = self.collection(start, style, last, end);
        let map = merge::apply(map, merges, self.report);
        Ok(Node {
            value: Value::Map(map),
            origin,
        })
    }

    fn enter(&mut self, start: Origin, style: StructureStyle) -> Result<(), Fault> {
        self.budget.enter(start)?;
        if style == StructureStyle::Flow {
            self.brackets.push(start);
        }
        Ok(())
    }

    fn leave(&mut self, style: StructureStyle) {
        self.budget.leave();
        if style == StructureStyle::Flow {
            self.brackets.pop();
        }
    }

    fn alias(&mut self, id: usize, at: Origin) -> Result<Node, Fault> {
        let Some(anchored) = self.anchors.get(id) else {
            return Err(Box::new(anchor::cycle(at)));
        };
        self.budget.spend_alias(anchored.cost, at)?;
        Ok(anchored.node.clone())
    }

    fn duplicate(&mut self, map: &Map, first: &Entry) {
        if let Some(entry) = map.entry(&first.key.text) {
            self.report
                .push(super::duplicate_key(&entry.key, &first.key));
        }
    }

    fn check_tag(&mut self, tag: Option<&granit_parser::Tag>, expected: &str, span: Span) {
        if let Some(tag) = tag {
            let at = self.tag_origin(span, self.origin(span));
            scalar::check_collection(tag, expected, at, self.report);
        }
    }

    fn check_version(&mut self, version: Option<YamlVersion>, span: Span) {
        if let Some(YamlVersion { major: 1, minor: 1 }) = version {
            let at = syntax::directive(self.text, self.origin(span));
            self.report.push(Diagnostic::warning(
                codes::YAML_VERSION,
                at,
                "the file says YAML 1.1 and is read as YAML 1.2",
                "write `true` and `false` for `yes`, `no`, `on` and `off`, then remove this line",
            ));
        }
    }

    /// What stands behind the first document must be nothing: which one is meant is not known, and
    /// half of a description would be found wanting at every place that refers to the other half.
    fn check_end(&mut self) -> Result<(), Fault> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentStart(..), span) if !self.holds_nothing() => {
                    return Err(Box::new(Diagnostic::fatal(
                        codes::SEVERAL_DOCUMENTS,
                        self.origin(span),
                        "a second document begins here",
                        "remove this line, or move what follows to a file of its own",
                    )));
                }
                _ => {}
            }
        }
    }

    /// Whether the document that has begun is empty.
    fn holds_nothing(&mut self) -> bool {
        match self.parser.peek() {
            Some(Ok((Event::Scalar(..), span))) => {
                span.byte_range().is_some_and(|bytes| bytes.is_empty())
            }
            _ => false,
        }
    }

    fn origin(&self, span: Span) -> Origin {
        Origin::of_bytes(self.file, span.byte_range().unwrap_or(0..0))
    }

    fn tag_origin(&self, span: Span, at: Origin) -> Origin {
        span.tag_span().map_or(at, |span| self.origin(span))
    }

    /// Where a value ends in its collection: what an alias stands for is written elsewhere.
    fn written(&self, node: &Node, span: Span) -> Origin {
        let begin = self.origin(span);
        if node.origin.start == begin.start {
            node.origin
        } else {
            begin
        }
    }

    /// A scalar's place without the line breaks that end a block scalar.
    fn content(&self, at: Origin) -> Origin {
        let text = syntax::slice(self.text, at);
        let blank = text.len() - text.trim_end_matches([' ', '\t', '\r', '\n']).len();
        Origin {
            end: at.end.saturating_sub(u32::try_from(blank).unwrap_or(0)),
            ..at
        }
    }

    /// A collection's place: brackets included, or up to the end of the last value.
    fn collection(
        &self,
        start: Origin,
        style: StructureStyle,
        last: Option<Origin>,
        end: Span,
    ) -> Origin {
        let end = match style {
            StructureStyle::Flow => self.origin(end).end,
            StructureStyle::Block => last.map_or(start.end, |last| last.end),
        };
        Origin {
            end: end.max(start.end),
            ..start
        }
    }
}
