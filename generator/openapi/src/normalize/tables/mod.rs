//! Which keywords each object has, as the specifications list them.
//!
//! Tables only: no code here looks at a document.

mod document;
mod operation;
mod schema;
mod security;
mod swagger;

use super::keyword::{Kind, Table};

/// The table of a kind of object.
pub(super) fn table(kind: Kind) -> &'static Table {
    match kind {
        Kind::OpenApi => &document::OPENAPI,
        Kind::Info => &document::INFO,
        Kind::Contact => &document::CONTACT,
        Kind::License => &document::LICENSE,
        Kind::Server => &document::SERVER,
        Kind::ServerVariable => &document::SERVER_VARIABLE,
        Kind::Components => &document::COMPONENTS,
        Kind::Tag => &document::TAG,
        Kind::ExternalDocs => &document::EXTERNAL_DOCS,
        Kind::Paths => &operation::PATHS,
        Kind::PathItem => &operation::PATH_ITEM,
        Kind::Operation => &operation::OPERATION,
        Kind::Parameter => &operation::PARAMETER,
        Kind::RequestBody => &operation::REQUEST_BODY,
        Kind::MediaType => &operation::MEDIA_TYPE,
        Kind::Encoding => &operation::ENCODING,
        Kind::Responses => &operation::RESPONSES,
        Kind::Response => &operation::RESPONSE,
        Kind::Callback => &operation::CALLBACK,
        Kind::Example => &operation::EXAMPLE,
        Kind::Link => &operation::LINK,
        Kind::Header => &operation::HEADER,
        Kind::Schema => &schema::SCHEMA,
        Kind::Discriminator => &schema::DISCRIMINATOR,
        Kind::Xml => &schema::XML,
        Kind::SecurityScheme => &security::SECURITY_SCHEME,
        Kind::OAuthFlows => &security::OAUTH_FLOWS,
        Kind::OAuthFlow => &security::OAUTH_FLOW,
        Kind::Swagger => &swagger::SWAGGER,
        Kind::PathsV2 => &swagger::PATHS,
        Kind::PathItemV2 => &swagger::PATH_ITEM,
        Kind::OperationV2 => &swagger::OPERATION,
        Kind::ParameterV2 => &swagger::PARAMETER,
        Kind::ItemsV2 => &swagger::ITEMS,
        Kind::ResponsesV2 => &swagger::RESPONSES,
        Kind::ResponseV2 => &swagger::RESPONSE,
        Kind::HeaderV2 => &swagger::HEADER,
        Kind::SecuritySchemeV2 => &swagger::SECURITY_SCHEME,
    }
}
