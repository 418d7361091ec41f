//! Reads CommonMark into the tree that is printed.
//!
//! Whatever is not to be printed as such becomes text here: HTML without marks of its own,
//! footnotes, links to elsewhere. Images become links and headings strong paragraphs. This module
//! must not know how anything is escaped.

use std::iter::Peekable;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::clean::{clean, clean_line};
use super::hold::held;
use super::span::is_inline;
use super::tag::decoded;
use super::targets::Targets;
use super::text::push_text;
use super::tree::{Block, Emphasis, Inline, text_of};
use super::whole::whole;
use super::{html, settle};

/// How deep quotes and lists may nest; what is deeper stands at this depth.
pub(super) const DEPTH: usize = 12;

/// What is read beside CommonMark.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_GFM);

/// The blocks of a description.
pub(super) fn parse(text: &str) -> Vec<Block> {
    Reader::new(&whole(&held(&clean(text))), Html::Read)
        .blocks(0)
        .blocks
}

/// The blocks of texts that follow each other. Each is read by itself, so that what it leaves open
/// ends with it.
pub(super) fn parse_all<T: AsRef<str>>(texts: &[T]) -> Vec<Block> {
    let mut content = Content::default();
    for text in texts {
        let blocks = parse(text.as_ref()).into_iter();
        blocks.for_each(|block| content.push(block));
    }
    content.blocks
}

pub(super) struct Reader<'a> {
    pub(super) events: Peekable<Parser<'a>>,
    html: Html,
    targets: Targets,
}

/// What becomes of blocks of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Html {
    /// They are read as the CommonMark that they stand for.
    Read,
    /// They are text: what has marks was read.
    Text,
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
        if !text_of(&inlines).trim().is_empty() {
            self.push(Block::Paragraph(inlines));
        }
    }
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, html: Html) -> Self {
        let events = Parser::new_ext(text, OPTIONS);
        let targets = match html {
            Html::Read => Targets::of(&events),
            Html::Text => Targets::default(),
        };
        let events = events.peekable();
        Self {
            events,
            html,
            targets,
        }
    }

    /// Everything up to the end of the container that was begun.
    fn blocks(&mut self, depth: usize) -> Content {
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

    fn block(&mut self, tag: Tag<'a>, depth: usize, content: &mut Content) {
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
            Tag::BlockQuote(kind) => {
                let inner = self.blocks(deeper).blocks;
                if !inner.is_empty() {
                    let label = kind.map(label).into_iter();
                    content.push(Block::Quote(label.chain(inner).collect()));
                }
            }
            Tag::CodeBlock(kind) => content.push(self.code(kind)),
            Tag::HtmlBlock => self.html(depth, content),
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

    fn list(&mut self, start: Option<u64>, depth: usize, content: &mut Content) {
        let mut items = Vec::new();
        let mut tight = true;
        loop {
            match self.events.next() {
                Some(Event::Start(Tag::Item)) => {
                    let item = self.blocks(depth);
                    tight &= !item.loose;
                    // Without it, those behind it would have other numbers.
                    if start.is_some() || !item.blocks.is_empty() {
                        items.push(item.blocks);
                    }
                }
                None | Some(Event::End(TagEnd::List(_))) => break,
                Some(_) => {}
            }
        }
        if items.iter().any(|item: &Vec<Block>| !item.is_empty()) {
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

    /// A block of HTML: the blocks that it stands for, else its lines as text, in paragraphs.
    fn html(&mut self, depth: usize, content: &mut Content) {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Html(part) | Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        let read = (self.html == Html::Read).then(|| html::block(&text));
        if let Some(read) = read.flatten() {
            let read = self.targets.with(&read);
            let inner = Reader::new(&whole(&read), Html::Text).blocks(depth);
            content.loose |= inner.loose;
            inner.blocks.into_iter().for_each(|it| content.push(it));
            return;
        }
        let mut paragraphs = vec![Vec::new()];
        for line in text.lines() {
            match paragraphs.last_mut() {
                Some(paragraph) if !line.trim().is_empty() => {
                    push_text(paragraph, &decoded(line));
                    paragraph.push(Inline::Soft);
                }
                _ => paragraphs.push(Vec::new()),
            }
        }
        for paragraph in paragraphs {
            content.paragraph(settle::settle(paragraph));
        }
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
}

/// What GitHub writes above the text of an alert.
fn label(kind: BlockQuoteKind) -> Block {
    let word = match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    };
    let word = vec![Inline::Text(word.to_owned())];
    Block::Paragraph(vec![Inline::Emphasis(Emphasis::Strong, word)])
}
