//! Objects about credentials (OpenAPI 3.2.0, sections 4.27 to 4.29).

use Absent::Cut;
use Dialect::V32;
use Expect::{Flag, Object, Text, TextMap, Word};

use crate::normalize::keyword::{
    Absent, Dialect, Expect, Kind, Others, Reference, Table, Words, key,
};

static TYPES: Words = Words::new(&["http", "apiKey", "oauth2", "openIdConnect", "mutualTLS"]);
static PLACES: Words = Words::new(&["header", "query", "cookie"]);

pub(super) static SECURITY_SCHEME: Table = Table {
    noun: "a security scheme",
    keywords: &[
        key("type", Word(&TYPES)).absent(Cut),
        key("scheme", Text),
        key("name", Text),
        key("in", Word(&PLACES)),
        key("description", Text),
        key("bearerFormat", Text),
        key("flows", Object(Kind::OAuthFlows)),
        key("openIdConnectUrl", Text),
        key("oauth2MetadataUrl", Text)
            .since(V32)
            .not_expressed("where to get a token is taken from `flows`"),
        key("deprecated", Flag)
            .since(V32)
            .not_expressed("the credential is set as any other"),
    ],
    others: Others::Unknown,
    reference: Reference::Instead,
};

pub(super) static OAUTH_FLOWS: Table = Table {
    noun: "an OAuth flows object",
    keywords: &[
        key("implicit", Object(Kind::OAuthFlow)),
        key("password", Object(Kind::OAuthFlow)),
        key("clientCredentials", Object(Kind::OAuthFlow)),
        key("authorizationCode", Object(Kind::OAuthFlow)),
        key("deviceAuthorization", Object(Kind::OAuthFlow)).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};

pub(super) static OAUTH_FLOW: Table = Table {
    noun: "an OAuth flow",
    keywords: &[
        key("authorizationUrl", Text),
        key("tokenUrl", Text),
        key("refreshUrl", Text),
        key("scopes", TextMap),
        key("deviceAuthorizationUrl", Text).since(V32),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};
