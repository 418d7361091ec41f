//! The words in which the keyword tables are written: kinds of object, kinds of value, dialects.
//!
//! This module must not know any keyword by name; the tables do.

/// A dialect of OpenAPI that is read as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Swagger 2.0.
    V20,
    /// OpenAPI 3.0.x.
    V30,
    /// OpenAPI 3.1.x, whose schemas are JSON Schema 2020-12.
    V31,
    /// OpenAPI 3.2.x, whose schemas are those of 3.1.
    V32,
}

impl Dialect {
    /// How people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::V20 => "Swagger 2.0",
            Self::V30 => "OpenAPI 3.0",
            Self::V31 => "OpenAPI 3.1",
            Self::V32 => "OpenAPI 3.2",
        }
    }

    /// Whether schemas are those of JSON Schema 2020-12, and not a part of an older draft.
    pub fn has_json_schema(self) -> bool {
        match self {
            Self::V20 | Self::V30 => false,
            Self::V31 | Self::V32 => true,
        }
    }

    const fn bit(self) -> u8 {
        match self {
            Self::V20 => 1,
            Self::V30 => 2,
            Self::V31 => 4,
            Self::V32 => 8,
        }
    }
}

/// A set of dialects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialects(u8);

impl Dialects {
    const ALL: Self = Self(15);

    pub(super) const fn only(dialect: Dialect) -> Self {
        Self(dialect.bit())
    }

    /// A dialect and those after it.
    pub(super) const fn since(dialect: Dialect) -> Self {
        Self(Self::ALL.0 & !(dialect.bit() - 1))
    }

    pub(super) const fn contains(self, dialect: Dialect) -> bool {
        self.0 & dialect.bit() != 0
    }

    /// The first dialect of the set, for telling where a keyword comes from.
    pub(super) fn first(self) -> Dialect {
        [Dialect::V20, Dialect::V30, Dialect::V31]
            .into_iter()
            .find(|dialect| self.contains(*dialect))
            .unwrap_or(Dialect::V32)
    }
}

/// A kind of object that a specification gives a section to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    OpenApi,
    Swagger,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    Paths,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    Header,
    Tag,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OAuthFlows,
    OAuthFlow,
    PathItemV2,
    OperationV2,
    ParameterV2,
    ItemsV2,
    ResponsesV2,
    ResponseV2,
    HeaderV2,
    SecuritySchemeV2,
    PathsV2,
}

/// What a specification says about one kind of object.
#[derive(Debug)]
pub(super) struct Table {
    /// The object in a sentence, e.g. `a path item`.
    pub(super) noun: &'static str,
    /// Keywords, the usual ones first: they are found by a linear search.
    pub(super) keywords: &'static [Keyword],
    /// Keys beside the keywords.
    pub(super) others: Others,
    /// `$ref` may stand instead of the object, or beside its keywords.
    pub(super) reference: Reference,
}

/// Keys that are not fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    /// None: another key is a misspelling or belongs to a vendor.
    Unknown,
    /// A path template such as `/pets/{id}`.
    Path(Kind),
    /// `200`, `4XX` or `default`.
    Status(Kind),
    /// A runtime expression.
    Expression(Kind),
}

/// Where `$ref` may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    /// Nowhere.
    Never,
    /// Instead of the object.
    Instead,
    /// Beside other keywords of the object.
    Beside,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keyword {
    pub(super) name: &'static str,
    pub(super) expect: Expect,
    pub(super) known_in: Dialects,
    pub(super) absent: Absent,
    /// Where its absence is a fault.
    pub(super) needed_in: Dialects,
    pub(super) effect: Effect,
}

/// The value that a keyword takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Expect {
    /// Any JSON value; nothing in it is a keyword.
    Any,
    Text,
    /// One of some words.
    Word(&'static Words),
    Flag,
    Number,
    /// A whole number, zero or more.
    Count,
    /// A number in JSON Schema 2020-12, a flag before.
    Bound,
    /// A list of texts.
    Texts,
    /// A list of any values.
    Values,
    /// Texts by name.
    TextMap,
    /// Lists of texts by name.
    TextLists,
    /// A list of mappings of name to scopes.
    Requirements,
    /// The name of a JSON type, or a list of them.
    Type,
    /// A schema or a flag.
    SchemaOrFlag,
    /// A schema, or a list of them (JSON Schema before 2020-12).
    Items,
    /// Property name, or the object that holds it (2.0 has the first, 3.x the second).
    Discriminator,
    Object(Kind),
    List(Kind),
    Map(Kind),
}

/// The words that a keyword takes.
#[derive(Debug)]
pub(super) struct Words {
    /// Those of every dialect.
    pub(super) always: &'static [&'static str],
    /// Those that OpenAPI 3.2 added.
    pub(super) since_32: &'static [&'static str],
}

/// What an absent keyword means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// Nothing.
    Fine,
    /// An empty object: 3.0 asks for it, other dialects do not.
    Implied,
    /// A fault that empty text repairs.
    EmptyText,
    /// A fault that an empty object repairs.
    EmptyObject,
    /// A small fault that empty text repairs: the output does not need it.
    Unimportant,
    /// The object has no meaning without it.
    Cut,
    /// The object has no meaning without it either, and stays: what is missing elsewhere may be what
    /// it was to declare.
    Unread,
}

/// What becomes of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The IR holds it.
    Kept,
    /// It says nothing about the service: comments, dialect of the schema.
    Silent,
    /// The output does not express it; the text says what that means.
    NotExpressed(&'static str),
}

/// A keyword of every dialect that may be absent and that the IR holds.
pub(super) const fn key(name: &'static str, expect: Expect) -> Keyword {
    Keyword {
        name,
        expect,
        known_in: Dialects::ALL,
        absent: Absent::Fine,
        needed_in: Dialects::ALL,
        effect: Effect::Kept,
    }
}

impl Keyword {
    pub(super) const fn only_in(mut self, dialect: Dialect) -> Self {
        self.known_in = Dialects::only(dialect);
        self
    }

    pub(super) const fn since(mut self, dialect: Dialect) -> Self {
        self.known_in = Dialects::since(dialect);
        self
    }

    pub(super) const fn except_in(mut self, dialect: Dialect) -> Self {
        self.known_in = Dialects(self.known_in.0 & !dialect.bit());
        self
    }

    pub(super) const fn absent(mut self, absent: Absent) -> Self {
        self.absent = absent;
        self
    }

    /// From `dialect` on it may be absent.
    pub(super) const fn optional_since(mut self, dialect: Dialect) -> Self {
        self.needed_in = Dialects(self.needed_in.0 & !Dialects::since(dialect).0);
        self
    }

    pub(super) const fn silent(mut self) -> Self {
        self.effect = Effect::Silent;
        self
    }

    pub(super) const fn not_expressed(mut self, consequence: &'static str) -> Self {
        self.effect = Effect::NotExpressed(consequence);
        self
    }
}

impl Words {
    pub(super) const fn new(always: &'static [&'static str]) -> Self {
        Self {
            always,
            since_32: &[],
        }
    }

    pub(super) const fn and_since_32(mut self, added: &'static [&'static str]) -> Self {
        self.since_32 = added;
        self
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.always.iter().chain(self.since_32).copied()
    }

    /// Those that a dialect has.
    pub(super) fn of(&self, dialect: Dialect) -> impl Iterator<Item = &'static str> + use<> {
        let added = if dialect == Dialect::V32 {
            self.since_32
        } else {
            &[]
        };
        self.always.iter().chain(added).copied()
    }

    /// The dialect that a word came with, if that is not `dialect` or an older one.
    pub(super) fn home(&self, word: &str, dialect: Dialect) -> Option<Dialect> {
        let is_new = self.since_32.contains(&word);
        (is_new && dialect != Dialect::V32).then_some(Dialect::V32)
    }
}

impl Table {
    /// The row of `name`.
    pub(super) fn keyword(&self, name: &str) -> Option<&'static Keyword> {
        self.keywords.iter().find(|keyword| keyword.name == name)
    }

    /// Names of the keywords that `dialect` knows, for suggestions.
    pub(super) fn names(&self, dialect: Dialect) -> impl Iterator<Item = &'static str> {
        self.keywords
            .iter()
            .filter(move |keyword| keyword.known_in.contains(dialect))
            .map(|keyword| keyword.name)
    }
}

impl Expect {
    /// The value in a sentence.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Text | Self::Word(_) => "text",
            Self::Flag => "`true` or `false`",
            Self::Number => "a number",
            Self::Count => "a whole number",
            Self::Bound => "a number or a flag",
            Self::Texts => "a list of texts",
            Self::Values => "a list",
            Self::TextMap => "a map of texts",
            Self::TextLists => "a map of lists of texts",
            Self::Requirements => "a list of security requirements",
            Self::Type => "the name of a type",
            Self::SchemaOrFlag => "a schema, `true` or `false`",
            Self::Items => "a schema",
            Self::Discriminator => "a discriminator object",
            Self::Object(_) => "a map",
            Self::List(_) => "a list",
            Self::Map(_) => "a map by name",
        }
    }
}
