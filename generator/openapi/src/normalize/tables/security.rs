//! Objects about credentials (OpenAPI 3.1.1, sections 4.8.27 to 4.8.29).

use Absent::Cut;
use Dialect::V31;
use Expect::{Object, Text, TextMap, Word};

use crate::normalize::keyword::{Absent, Dialect, Expect, Kind, Others, Reference, Table, key};

pub(super) static SECURITY_SCHEME: Table = Table {
    noun: "a security scheme",
    keywords: &[
        key(
            "type",
            Word(&["http", "apiKey", "oauth2", "openIdConnect", "mutualTLS"]),
        )
        .absent(Cut),
        key("scheme", Text),
        key("name", Text),
        key("in", Word(&["header", "query", "cookie"])),
        key("description", Text),
        key("bearerFormat", Text),
        key("flows", Object(Kind::OAuthFlows)),
        key("openIdConnectUrl", Text),
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
        key("deviceAuthorization", Object(Kind::OAuthFlow)).only_in(V31),
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
        key("deviceAuthorizationUrl", Text).only_in(V31),
    ],
    others: Others::Unknown,
    reference: Reference::Never,
};
