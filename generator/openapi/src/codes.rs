//! Names of the findings of `overlay`, `normalize`, `lower` and `select`, each with its meaning.
//!
//! A code is stable: configurations and scripts name it. This module must not know when a finding
//! is made.

macro_rules! codes {
    ($($name:ident = $code:literal: $meaning:literal;)*) => {
        $(#[doc = $meaning] pub const $name: &str = $code;)*

        /// Every code with its meaning, for `--help` and the reference.
        pub const ALL: &[(&str, &str)] = &[$(($code, $meaning)),*];
    };
}

codes! {
    MISSING_VERSION = "missing-version": "no `openapi` or `swagger` key at the root";
    UNSUPPORTED_VERSION = "unsupported-version": "a version of OpenAPI that is not read";
    NEWER_VERSION = "newer-version": "a version of OpenAPI that is read as an older one";

    WRONG_KIND = "wrong-kind": "a value of another kind than its keyword takes; it is left out";
    COERCED_VALUE = "coerced-value": "a value of another kind that can be read as what is meant";
    NULL_VALUE = "null-value": "`null` where a value belongs; it is left out";
    UNKNOWN_KEYWORD = "unknown-keyword": "a keyword that the object does not have";
    OTHER_DIALECT = "other-dialect": "a keyword of another version of OpenAPI; it is applied";
    UNKNOWN_VALUE = "unknown-value": "a word that is none of those that the keyword takes";
    UNKNOWN_TYPE = "unknown-type": "`type` names no type of JSON";
    MISSING_KEYWORD = "missing-keyword": "a keyword that its object cannot do without";
    MISSING_PATHS = "missing-paths": "a description without `paths`";
    NOTHING_DESCRIBED = "nothing-described": "a description without operations, webhooks and schemas";
    NUMBER_RANGE = "number-range": "a number beyond what its keyword can mean";
    BOOLEAN_REQUIRED = "boolean-required": "`required: true` at a property, not in its object";
    STATUS_KEY = "status-key": "a key of `responses` that is no status";
    PATH_SLASH = "path-slash": "a path that does not begin with a slash";
    NOT_EXPRESSED = "not-expressed": "a part of the description that the output does not express";

    OVERLAY_DOCUMENT = "overlay-document": "a file listed as an overlay that is none";
    OVERLAY_EXTENDS = "overlay-extends": "an overlay that is meant for another description";
    OVERLAY_PATH = "overlay-path": "a path of an overlay that is no JSONPath";
    OVERLAY_TARGET = "overlay-target": "a path of an overlay that does not match what it has to";
    OVERLAY_ACTION = "overlay-action": "an action of an overlay that cannot be done";

    DANGLING_REF = "dangling-ref": "a reference to a place that does not exist";
    WRONG_REF_TARGET = "wrong-ref-target": "a reference to another kind of object than its place takes";
    REFERENCE_CYCLE = "reference-cycle": "references that lead back to where they started";
    REMOTE_REF = "remote-ref": "a reference to a URL; nothing is fetched";
    MISSING_FILE = "missing-file": "a reference to a file that was not read";
    UNSUPPORTED_REF = "unsupported-ref": "a form of reference that is not followed";
    REF_THROUGH_REF = "ref-through-ref": "a pointer that goes through another reference";
    DUPLICATE_ANCHOR = "duplicate-anchor": "an anchor that stands twice in one schema resource";
    DYNAMIC_REF = "dynamic-ref": "a dynamic reference; it is read as a plain one";
    REF_SIBLINGS = "ref-siblings": "keywords beside `$ref` that OpenAPI ignores there";

    CONFLICTING_TYPES = "conflicting-types": "parts of one schema that no value satisfies together";
    UNDECLARED_PROPERTY = "undeclared-property": "`required` names a property that is not declared";
    EMPTY_ENUM = "empty-enum": "an `enum` without values";
    EMPTY_COMPOSITION = "empty-composition": "an `allOf`, `anyOf` or `oneOf` without schemas";
    ENUM_VALUE = "enum-value": "an `enum` value of another type than `type` says";
    DUPLICATE_ENUM_VALUE = "duplicate-enum-value": "an `enum` value that stands twice";
    ENUM_DEFAULT = "enum-default": "a default that is not one of the `enum` values";
    DEFAULT_TYPE = "default-type": "a default of another type than its schema";
    MISSING_ITEMS = "missing-items": "an array that does not say what it holds";
    CONTRADICTORY_BOUNDS = "contradictory-bounds": "a minimum above its maximum";
    DISCRIMINATOR_MAPPING = "discriminator-mapping": "a discriminator value that leads to no alternative";

    MISSING_OPERATION_ID = "missing-operation-id": "an operation without an `operationId`";
    DUPLICATE_OPERATION_ID = "duplicate-operation-id": "an `operationId` that stands twice";
    DUPLICATE_PATH = "duplicate-path": "two path templates that match the same paths";
    DUPLICATE_PARAMETER = "duplicate-parameter": "a parameter that stands twice in one list";
    PATH_TEMPLATE = "path-template": "a path template with an unmatched brace, a query or a fragment";
    UNDECLARED_PATH_PARAMETER = "undeclared-path-parameter": "a parameter of the path template that is not declared";
    UNUSED_PATH_PARAMETER = "unused-path-parameter": "a declared path parameter that the template does not have";
    OPTIONAL_PATH_PARAMETER = "optional-path-parameter": "a path parameter that is not `required: true`";
    IGNORED_HEADER = "ignored-header": "a header that OpenAPI describes elsewhere";
    PARAMETER_NAME = "parameter-name": "a header or cookie whose name HTTP cannot send, or a parameter whose name is empty";
    PARAMETER_STYLE = "parameter-style": "a style that the place of the parameter does not have";
    PARAMETER_SCHEMA = "parameter-schema": "a parameter with no schema, or with schema and content";
    METHOD = "method": "an additional operation whose method cannot be one, or has a keyword";
    BODY_METHOD = "body-method": "a body on a method that has none";
    UNDECLARED_SCHEME = "undeclared-scheme": "a security requirement that names no declared scheme";
    SECURITY_SCHEME = "security-scheme": "a security scheme that does not say where its credential goes";
    CLASHING_SCHEMES = "clashing-schemes": "schemes needed together that are sent in the same header";
    SERVER_URL = "server-url": "the URL of a server that cannot be one";
    UNDECLARED_SERVER_VARIABLE = "undeclared-server-variable": "a variable of a server URL that is not declared";
    UNUSED_SERVER_VARIABLE = "unused-server-variable": "a declared server variable that the URL does not have";
    SERVER_DEFAULT = "server-default": "a default of a server variable that is none of its values";
    TAG_PARENT = "tag-parent": "a parent of a tag that is no tag, or the tag itself";
    DUPLICATE_TAG = "duplicate-tag": "a tag that is declared twice";
    UNMATCHED_RULE = "unmatched-rule": "a rule for choosing operations that matches none";
    UNMATCHED_NAME = "unmatched-name": "a name for a place at which nothing has one";
    TOO_LARGE = "too-large": "references and compositions that multiply beyond what is read";
    INTERNAL = "internal": "an object that passed every check and still could not be read";
}
