//! Types of their own for strings of a format: dates, identifiers, bytes.
//!
//! It must not know how such a type is read or written: a file of the crate does that.

use crate::config::Sdk;

/// A type for strings of one format.
#[derive(Debug, PartialEq, Eq)]
pub struct TextType {
    /// Its path as Rust code writes it.
    pub path: &'static str,
    /// Where it comes from.
    pub library: Library,
    /// A text that it reads, for samples.
    pub example: &'static str,
}

/// Where such types come from. Each has a file of the crate that makes them slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "names of libraries")]
pub enum Library {
    Base64,
    Chrono,
    Jiff,
    RustDecimal,
    Std,
    Time,
    Url,
    Uuid,
}

impl Library {
    /// The name of its file below `formats`, and of the library in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Base64 => "base64",
            Self::Chrono => "chrono",
            Self::Jiff => "jiff",
            Self::RustDecimal => "rust_decimal",
            Self::Std => "std",
            Self::Time => "time",
            Self::Url => "url",
            Self::Uuid => "uuid",
        }
    }

    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Base64,
        Self::Chrono,
        Self::Jiff,
        Self::RustDecimal,
        Self::Std,
        Self::Time,
        Self::Url,
        Self::Uuid,
    ];

    /// The library whose file has this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|library| library.name() == name)
    }
}

const fn ty(path: &'static str, library: Library, example: &'static str) -> TextType {
    TextType {
        path,
        library,
        example,
    }
}

const MOMENT: &str = "2026-01-31T12:00:00Z";
const DAY: &str = "2026-01-31";

/// Formats, each with the types that it can have.
static TYPES: &[(&str, &[TextType])] = &[
    (
        "date-time",
        &[
            ty("jiff::Timestamp", Library::Jiff, MOMENT),
            ty("chrono::DateTime<chrono::Utc>", Library::Chrono, MOMENT),
            ty("time::OffsetDateTime", Library::Time, MOMENT),
        ],
    ),
    (
        "date",
        &[
            ty("jiff::civil::Date", Library::Jiff, DAY),
            ty("chrono::NaiveDate", Library::Chrono, DAY),
            ty("time::Date", Library::Time, DAY),
        ],
    ),
    ("duration", &[ty("jiff::Span", Library::Jiff, "PT1H30M")]),
    (
        "uuid",
        &[ty(
            "uuid::Uuid",
            Library::Uuid,
            "123e4567-e89b-12d3-a456-426614174000",
        )],
    ),
    (
        "ipv4",
        &[ty("std::net::Ipv4Addr", Library::Std, "192.0.2.1")],
    ),
    (
        "ipv6",
        &[ty("std::net::Ipv6Addr", Library::Std, "2001:db8::1")],
    ),
    (
        "byte",
        &[ty(
            "crate::formats::Base64",
            Library::Base64,
            "c3BlY3NtaXRo",
        )],
    ),
    (
        "decimal",
        &[ty("rust_decimal::Decimal", Library::RustDecimal, "12.50")],
    ),
    (
        "uri",
        &[ty("url::Url", Library::Url, "https://example.com/")],
    ),
];

/// The type of a format, as the configuration wants it; `None`: a string.
pub(super) fn of_format(format: &str, sdk: &Sdk) -> Option<&'static TextType> {
    let chosen = sdk.formats.library(format)?;
    let (_, types) = TYPES.iter().find(|(name, _)| *name == format)?;
    types.iter().find(|ty| ty.library.name() == chosen)
}
