//! What a description is made of, as far as it is printed.

/// A part that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// `info` is the first word behind the fence.
    Code {
        info: String,
        text: String,
    },
    Quote(Vec<Block>),
    /// `start` is the first number; a list without one has bullets. In a tight list no blank lines
    /// stand between items.
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Vec<Block>>,
    },
    /// The first row is the head. All rows have as many cells.
    Table {
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
}

/// A part of a line. Emphasis does not nest.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    Emphasis(Emphasis, Vec<Inline>),
    /// To a web page or a mail address.
    Link {
        url: String,
        text: Vec<Inline>,
    },
    /// CommonMark of ours, such as a link to an item, that stands before a description.
    Ours(String),
    /// The end of a line that may as well be a space.
    Soft,
    /// The end of a line.
    Hard,
}

/// How text is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Weak,
    Strong,
    Struck,
}

impl Emphasis {
    /// What stands before and behind the text.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Weak => "*",
            Self::Strong => "**",
            Self::Struck => "~~",
        }
    }
}

/// What inlines say, without markup. A link that shows its target says that.
pub(super) fn text_of(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_text(inlines, &mut out);
    out
}

fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Ours(text) => out.push_str(text),
            Inline::Emphasis(_, inner) => push_text(inner, out),
            Inline::Link { url, text } => {
                let shown = text_of(text);
                out.push_str(if shown.trim().is_empty() { url } else { &shown });
            }
            Inline::Soft | Inline::Hard => out.push(' '),
        }
    }
}
