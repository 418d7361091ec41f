//! The mocks that can be called, and what is special to each.
//!
//! This module must not know how one is started.

/// Whose mock answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Which {
    /// `specsmith mock`
    Specsmith,
    /// `@stoplight/prism-cli`, from npm
    Prism,
}

impl Which {
    /// The name, which is that of the folder of its pins.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Specsmith => "specsmith",
            Self::Prism => "prism",
        }
    }

    /// What the types of its problem details begin with.
    pub(super) fn types(self) -> &'static str {
        match self {
            Self::Specsmith => "tag:specsmith.dev,2026:mock/",
            Self::Prism => "https://stoplight.io/prism/errors#",
        }
    }

    /// Whether its lists have pages, and end.
    pub(super) fn has_pages(self) -> bool {
        match self {
            Self::Specsmith => true,
            Self::Prism => false,
        }
    }
}
