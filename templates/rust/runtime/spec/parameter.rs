//! How a parameter is sent, as data.
//!
//! It must not know any value.

use super::super::Constraint;

/// A parameter of an operation.
#[derive(Debug)]
pub struct Parameter {
    /// Name on the wire.
    pub name: &'static str,
    /// Where it is sent.
    pub location: Location,
    /// How its value becomes text.
    pub style: Style,
    /// Lists and objects become several parameters (or parts).
    pub explode: bool,
    /// Reserved characters of RFC 3986 are sent as they are.
    pub allow_reserved: bool,
    /// A value that is empty is sent as `name=`; otherwise it is left out.
    pub allow_empty: bool,
    /// Lists and objects inside others are sent as JSON where the style has no form for them;
    /// otherwise they are refused.
    pub nested_json: bool,
    /// The call is refused without it.
    pub required: bool,
    /// Rules that are checked when the call is validated.
    pub constraints: &'static [Constraint],
}

impl Parameter {
    /// An optional query parameter without a name, to take the rest of a literal from.
    pub const DEFAULT: Self = Self {
        name: "",
        location: Location::Query,
        style: Style::Form,
        explode: true,
        allow_reserved: false,
        allow_empty: false,
        nested_json: false,
        required: false,
        constraints: &[],
    };

    const PATH: Self = Self {
        location: Location::Path,
        required: true,
        ..Self::HEADER
    };

    const HEADER: Self = Self {
        location: Location::Header,
        style: Style::Simple,
        explode: false,
        ..Self::DEFAULT
    };

    /// A part of the path: needed, and in one piece.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self { name, ..Self::PATH }
    }

    /// An optional parameter of the query.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self {
            name,
            ..Self::DEFAULT
        }
    }

    /// The whole query.
    #[must_use]
    pub const fn query_string(name: &'static str) -> Self {
        Self {
            name,
            location: Location::QueryString,
            ..Self::DEFAULT
        }
    }

    /// An optional header, in one piece.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self {
            name,
            ..Self::HEADER
        }
    }

    /// An optional cookie.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self {
            name,
            location: Location::Cookie,
            ..Self::DEFAULT
        }
    }

    /// Its value becomes text in this way.
    #[must_use]
    pub const fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Lists and objects become several parameters (or parts).
    #[must_use]
    pub const fn exploded(self) -> Self {
        Self {
            explode: true,
            ..self
        }
    }

    /// Lists and objects stay in one piece.
    #[must_use]
    pub const fn joined(self) -> Self {
        Self {
            explode: false,
            ..self
        }
    }

    /// Reserved characters of RFC 3986 are sent as they are.
    #[must_use]
    pub const fn allow_reserved(self) -> Self {
        Self {
            allow_reserved: true,
            ..self
        }
    }

    /// An empty value is sent as `name=`.
    #[must_use]
    pub const fn allow_empty(self) -> Self {
        Self {
            allow_empty: true,
            ..self
        }
    }

    /// Lists and objects inside others are sent as JSON.
    #[must_use]
    pub const fn nested_json(self) -> Self {
        Self {
            nested_json: true,
            ..self
        }
    }

    /// The call is refused without it.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// The call is sent without it, too.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// Rules that are checked when the call is validated.
    #[must_use]
    pub const fn constraints(self, constraints: &'static [Constraint]) -> Self {
        Self {
            constraints,
            ..self
        }
    }
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the places of OpenAPI")]
pub enum Location {
    Path,
    Query,
    /// The whole query.
    QueryString,
    Header,
    Cookie,
}

impl Location {
    pub(in super::super) const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::QueryString => "querystring",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// How the value of a parameter becomes text (OpenAPI 3.1.2, section 4.8.12.3; 3.2.1, section 4.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b`
    Simple,
    /// `.a.b`
    Label,
    /// `;name=a;name=b`
    Matrix,
    /// `name=a&name=b`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a%7Cb`
    PipeDelimited,
    /// `name[key]=a`
    DeepObject,
    /// `name[key][]=a&name[key][]=b`, nested to any depth.
    Brackets,
    /// `name=a; name=b`, nothing encoded.
    Cookie,
    /// A JSON document.
    Json,
    /// Text of a media type that this crate does not make.
    Text,
}
