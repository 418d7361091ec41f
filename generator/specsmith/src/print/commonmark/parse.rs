//! Reads CommonMark into the tree that is printed.
//!
//! Whatever is not to be printed as such becomes text here: HTML, footnotes, links to elsewhere.
//! Images become links and headings strong paragraphs. This module must not know how anything is
//! escaped.

use std::iter::Peekable;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::clean::{clean, clean_line};
use super::settle;
use super::text::{Links, link, push_code, push_text};
use super::tree::{Block, Emphasis, Inline, text_of};

/// How deep quotes and lists may nest; what is deeper stands at this depth.
const DEPTH: u32 = 12;

/// The blocks of a description.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let text = clean(text);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    Reader {
        events: Parser::new_ext(&text, options).peekable(),
    }
    .blocks(0)
    .blocks
}

struct Reader<'a> {
    events: Peekable<Parser<'a>>,
}

/// The blocks of a container.
#[derive(Default)]
struct Content {
    blocks: Vec<Block>,
    /// Paragraphs were set apart, as they are in loose lists.
    loose: bool,
}

impl Content {
    /// Lists that follow each other are one list: printed with the same marker they would be.
    fn push(&mut self, block: Block) {
        match (self.blocks.last_mut(), block) {
            (
                Some(Block::List {
                    start,
                    tight,
                    items,
                }),
                Block::List {
                    start: next,
                    items: more,
                    ..
                },
            ) if start.is_some() == next.is_some() => {
                *tight = false;
                items.extend(more);
            }
            (_, block) => self.blocks.push(block),
        }
    }

    fn paragraph(&mut self, inlines: Vec<Inline>) {
        if !text_of(&inlines).trim().is_empty() || inlines.iter().any(is_link) {
            self.push(Block::Paragraph(inlines));
        }
    }
}

fn is_link(inline: &Inline) -> bool {
    match inline {
        Inline::Link { .. } => true,
        Inline::Emphasis(_, inner) => inner.iter().any(is_link),
        Inline::Text(_) | Inline::Code(_) | Inline::Soft | Inline::Hard => false,
    }
}

impl<'a> Reader<'a> {
    /// Everything up to the end of the container that was begun.
    fn blocks(&mut self, depth: u32) -> Content {
        let mut content = Content::default();
        // Containers that are too deep to be printed as such and have not ended.
        let mut ignored = 0_u32;
        loop {
            if self.events.peek().is_some_and(is_inline) {
                let inlines = self.inlines();
                content.paragraph(inlines);
                continue;
            }
            match self.events.next() {
                None => break,
                Some(Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item))
                    if depth >= DEPTH =>
                {
                    ignored = ignored.saturating_add(1);
                }
                Some(Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item)) => {
                    if ignored == 0 {
                        break;
                    }
                    ignored = ignored.saturating_sub(1);
                }
                Some(Event::End(TagEnd::FootnoteDefinition)) => break,
                Some(Event::Start(tag)) => self.block(tag, depth, &mut content),
                Some(Event::Rule) => content.push(Block::Rule),
                Some(_) => {}
            }
        }
        content
    }

    fn block(&mut self, tag: Tag<'a>, depth: u32, content: &mut Content) {
        let deeper = depth.saturating_add(1);
        match tag {
            Tag::Paragraph => {
                content.loose = true;
                let inlines = self.inlines();
                content.paragraph(inlines);
            }
            Tag::Heading { .. } => {
                let inlines = settle::plain(self.inlines());
                content.paragraph(vec![Inline::Emphasis(Emphasis::Strong, inlines)]);
            }
            Tag::BlockQuote(_) => {
                let inner = self.blocks(deeper).blocks;
                if !inner.is_empty() {
                    content.push(Block::Quote(inner));
                }
            }
            Tag::CodeBlock(kind) => content.push(self.code(kind)),
            Tag::HtmlBlock => {
                for paragraph in self.html() {
                    content.paragraph(paragraph);
                }
            }
            Tag::List(start) => self.list(start, deeper, content),
            Tag::FootnoteDefinition(name) => {
                let mut inner = self.blocks(deeper).blocks.into_iter();
                let mut first = vec![Inline::Text(format!("[^{}]: ", clean_line(&name)))];
                match inner.next() {
                    Some(Block::Paragraph(inlines)) => {
                        first.extend(inlines);
                        content.paragraph(first);
                    }
                    Some(other) => {
                        content.paragraph(first);
                        content.push(other);
                    }
                    None => content.paragraph(first),
                }
                inner.for_each(|block| content.push(block));
            }
            Tag::Table(_) => content.push(self.table()),
            // Inlines, what stands in tables and lists, and extensions that are off.
            _ => {}
        }
    }

    fn list(&mut self, start: Option<u64>, depth: u32, content: &mut Content) {
        let mut items = Vec::new();
        let mut tight = true;
        loop {
            match self.events.next() {
                Some(Event::Start(Tag::Item)) => {
                    let item = self.blocks(depth);
                    tight &= !item.loose;
                    if !item.blocks.is_empty() {
                        items.push(item.blocks);
                    }
                }
                None | Some(Event::End(TagEnd::List(_))) => break,
                Some(_) => {}
            }
        }
        if !items.is_empty() {
            content.push(Block::List {
                start,
                tight,
                items,
            });
        }
    }

    fn code(&mut self, kind: CodeBlockKind<'_>) -> Block {
        let info = match kind {
            CodeBlockKind::Fenced(info) => clean_line(&info),
            CodeBlockKind::Indented => String::new(),
        };
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&clean(&part)),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        Block::Code { info, text }
    }

    /// The lines of HTML as text, in paragraphs.
    fn html(&mut self) -> Vec<Vec<Inline>> {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Html(part) | Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        let mut paragraphs = vec![Vec::new()];
        for line in text.lines() {
            match paragraphs.last_mut() {
                Some(paragraph) if !line.trim().is_empty() => {
                    push_text(paragraph, line, Links::Found);
                    paragraph.push(Inline::Soft);
                }
                _ => paragraphs.push(Vec::new()),
            }
        }
        paragraphs
    }

    fn table(&mut self) -> Block {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        loop {
            match self.events.next() {
                Some(Event::Start(Tag::TableHead | Tag::TableRow)) => rows.push(Vec::new()),
                Some(Event::Start(Tag::TableCell)) => {
                    let cell = self.inlines();
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                None | Some(Event::End(TagEnd::Table)) => break,
                Some(_) => {}
            }
        }
        Block::Table { rows }
    }

    /// Everything up to the next event that is not part of a line.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        self.span(&mut inlines, Around::Nothing);
        settle::settle(inlines)
    }

    /// Everything up to the end of the span that was begun, or of the line.
    fn span(&mut self, out: &mut Vec<Inline>, around: Around) {
        // Spans that are not printed because of what is around them and have not ended.
        let mut ignored = 0_u32;
        while let Some(event) = self.events.next_if(is_inline) {
            match event {
                Event::Start(tag) => match (kind(&tag), around) {
                    (Some(Span::Emphasis(emphasis)), Around::Nothing) => {
                        let mut inner = Vec::new();
                        self.span(&mut inner, Around::Emphasis);
                        out.push(Inline::Emphasis(emphasis, inner));
                    }
                    (Some(Span::Link(target)), Around::Nothing | Around::Emphasis) => {
                        let mut inner = Vec::new();
                        self.span(&mut inner, Around::Link);
                        link(&target, inner, out);
                    }
                    _ => ignored = ignored.saturating_add(1),
                },
                Event::End(_) => {
                    if ignored == 0 {
                        return;
                    }
                    ignored = ignored.saturating_sub(1);
                }
                Event::Code(text) => push_code(out, &clean_line(&text)),
                Event::InlineHtml(tag) if is_line_break(&tag) => out.push(Inline::Hard),
                Event::SoftBreak => out.push(Inline::Soft),
                Event::HardBreak => out.push(Inline::Hard),
                Event::FootnoteReference(name) => {
                    push_text(out, &format!("[^{name}]"), around.links());
                }
                Event::Text(text)
                | Event::Html(text)
                | Event::InlineHtml(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => push_text(out, &text, around.links()),
                Event::Rule | Event::TaskListMarker(_) => {}
            }
        }
    }
}

/// What a span stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Emphasis,
    Link,
}

impl Around {
    fn links(self) -> Links {
        match self {
            Self::Nothing | Self::Emphasis => Links::Found,
            Self::Link => Links::Kept,
        }
    }
}

enum Span {
    Emphasis(Emphasis),
    Link(String),
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

fn is_inline(event: &Event<'_>) -> bool {
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

/// `<br>` says nothing but where a line ends.
fn is_line_break(tag: &str) -> bool {
    let name = tag
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('/')
        .trim();
    name.eq_ignore_ascii_case("br")
}
