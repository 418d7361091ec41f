//! Reads what a line is made of.
//!
//! Elements of HTML that have marks are read as those, if they end in the same line. This module
//! must not know how anything is escaped.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::clean::clean_line;
use super::html::{self, Element, Kind, Mark};
use super::parse::Reader;
use super::settle;
use super::text::{link, push_all, push_code, push_text};
use super::tree::{Emphasis, Inline, text_of};

/// What a span stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Emphasis,
    Link,
    /// Code written in HTML, where all else is text.
    Code,
}

/// What ended a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// A mark of CommonMark.
    Mark,
    /// The tag that was waited for.
    Tag,
    Line,
}

enum Span {
    Emphasis(Emphasis),
    Link(String),
}

impl<'a> Reader<'a> {
    /// Everything up to the next event that is not part of a line.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while self.span(&mut inlines, Around::Nothing, None) != End::Line {}
        settle::settle(inlines)
    }

    /// Everything up to the end of the span that was begun, or of the line. `awaited` is the name of
    /// the element that it is.
    fn span(&mut self, out: &mut Vec<Inline>, around: Around, awaited: Option<&str>) -> End {
        // Spans that are not printed because of what is around them and have not ended.
        let mut ignored = 0_u32;
        while let Some(event) = self.events.next_if(is_inline) {
            match event {
                Event::Start(tag) => match (kind(&tag), around) {
                    (Some(Span::Emphasis(emphasis)), Around::Nothing) => {
                        let mut inner = Vec::new();
                        self.span(&mut inner, Around::Emphasis, None);
                        out.push(Inline::Emphasis(emphasis, inner));
                    }
                    (Some(Span::Link(target)), Around::Nothing | Around::Emphasis) => {
                        let mut inner = Vec::new();
                        self.span(&mut inner, Around::Link, None);
                        link(&target, inner, out);
                    }
                    (kind, _) => {
                        ignored = ignored.saturating_add(1);
                        if let (Some(Span::Emphasis(emphasis)), Around::Code) = (kind, around) {
                            push_text(out, emphasis.mark());
                        }
                    }
                },
                Event::End(_) if ignored == 0 => return End::Mark,
                Event::End(tag) => {
                    ignored = ignored.saturating_sub(1);
                    if let (Some(emphasis), Around::Code) = (emphasis(tag), around) {
                        push_text(out, emphasis.mark());
                    }
                }
                Event::Code(text) => push_code(out, &clean_line(&text)),
                Event::InlineHtml(tag) => {
                    if let Some(end) = self.tag(out, &tag, around, awaited) {
                        return end;
                    }
                }
                Event::SoftBreak => out.push(Inline::Soft),
                Event::HardBreak => out.push(Inline::Hard),
                Event::FootnoteReference(name) => {
                    push_text(out, &format!("[^{name}]"));
                }
                Event::Text(text)
                | Event::Html(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => push_text(out, &text),
                Event::Rule | Event::TaskListMarker(_) => {}
            }
        }
        End::Line
    }

    /// A tag and what stands in its element. What ended the span around it, if that ended.
    fn tag(
        &mut self,
        out: &mut Vec<Inline>,
        tag: &str,
        around: Around,
        awaited: Option<&str>,
    ) -> Option<End> {
        match (html::inline(tag), around) {
            (Some(Mark::Close(name)), _) if awaited == Some(name) => return Some(End::Tag),
            (Some(mark), Around::Code) if awaited == Some("pre") && says_code(&mark) => {}
            (_, Around::Code) => push_text(out, tag),
            (Some(Mark::Break), _) => out.push(Inline::Hard),
            (Some(Mark::Open(element)), _) if stands(&element.kind, around) => {
                let end = self.element(out, tag, element);
                return (end == End::Mark).then_some(end);
            }
            // Emphasis does not nest.
            (Some(Mark::Open(_)), Around::Emphasis | Around::Link) => {}
            (Some(Mark::Close(name)), Around::Emphasis | Around::Link) if name != "code" => {}
            _ => push_text(out, tag),
        }
        None
    }

    /// What stands in an element; the tag as text where it does not end.
    fn element(&mut self, out: &mut Vec<Inline>, tag: &str, element: Element) -> End {
        let inside = match element.kind {
            Kind::Emphasis(_) => Around::Emphasis,
            Kind::Link(_) => Around::Link,
            Kind::Code => Around::Code,
        };
        let mut inner = Vec::new();
        let end = self.span(&mut inner, inside, Some(element.name));
        match (end, element.kind) {
            (End::Mark | End::Line, _) => {
                push_text(out, tag);
                push_all(out, inner);
            }
            (End::Tag, Kind::Emphasis(emphasis)) => out.push(Inline::Emphasis(emphasis, inner)),
            (End::Tag, Kind::Link(target)) => link(&target, inner, out),
            (End::Tag, Kind::Code) => push_code(out, text_of(&inner).trim()),
        }
        end
    }
}

/// All that the tag says is that code begins or ends.
fn says_code(mark: &Mark) -> bool {
    match mark {
        Mark::Open(element) => element.kind == Kind::Code,
        Mark::Close(name) => *name == "code",
        Mark::Break => false,
    }
}

/// Such an element is printed there as what it is.
fn stands(kind: &Kind, around: Around) -> bool {
    match kind {
        Kind::Emphasis(_) => around == Around::Nothing,
        Kind::Link(_) => matches!(around, Around::Nothing | Around::Emphasis),
        Kind::Code => around != Around::Code,
    }
}

fn kind(tag: &Tag<'_>) -> Option<Span> {
    match tag {
        Tag::Emphasis => Some(Span::Emphasis(Emphasis::Weak)),
        Tag::Strong => Some(Span::Emphasis(Emphasis::Strong)),
        Tag::Strikethrough => Some(Span::Emphasis(Emphasis::Struck)),
        Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            ..
        } => Some(Span::Link(format!("mailto:{dest_url}"))),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
            Some(Span::Link(dest_url.to_string()))
        }
        _ => None,
    }
}

fn emphasis(end: TagEnd) -> Option<Emphasis> {
    match end {
        TagEnd::Emphasis => Some(Emphasis::Weak),
        TagEnd::Strong => Some(Emphasis::Strong),
        TagEnd::Strikethrough => Some(Emphasis::Struck),
        _ => None,
    }
}

pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => kind(tag).is_some(),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) => false,
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::TaskListMarker(_) => true,
    }
}
