// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! How the pages of an answer follow each other, as data.
//!
//! It must not know any page.

/// Names that lead from a page to a value in it, from the outside in; empty: the page itself.
///
/// [`LAST`] stands for the last element of a list.
pub type Route = &'static [&'static str];

/// The last element of a list, in a [`Route`].
pub const LAST: &str = "[-1]";

/// How the pages of an answer follow each other.
#[derive(Debug)]
pub struct PagingSpec {
    /// What asks for the page after one.
    pub next: NextPage,
    /// The list of items in a page.
    pub items: Route,
    /// A value in a page that says whether there is another one: `has_more`.
    pub more: Option<Route>,
    /// The number of all items, or of all pages where these are counted.
    pub total: Option<Route>,
}

/// What asks for the page after one.
#[derive(Debug, Clone, Copy)]
pub enum NextPage {
    /// A value of the page goes into a parameter, or into the body. When it is a URL, that is asked
    /// for instead.
    Cursor {
        /// What takes it.
        to: PagePlace,
        /// Where it stands in the page.
        from: Route,
    },
    /// A parameter counts the items before the page.
    Offset {
        /// What takes it.
        to: PagePlace,
    },
    /// A parameter counts the pages.
    Number {
        /// What takes it.
        to: PagePlace,
        /// Number of the first page.
        first: u64,
    },
    /// A URL in the page.
    Url {
        /// Where it stands in the page.
        from: Route,
    },
    /// The URL of relation `next` in the header `Link` (RFC 8288).
    Link,
}

/// What takes the position of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagePlace {
    /// The parameter at this position.
    Parameter(usize),
    /// The field of this name of the body.
    Field(&'static str),
}
