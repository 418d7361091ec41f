//! Names of the findings of this module, each with its meaning.
//!
//! A code is stable: configurations and scripts name it. It must not know when a finding is made.

macro_rules! codes {
    ($($name:ident = $code:literal: $meaning:literal;)*) => {
        $(#[doc = $meaning] pub const $name: &str = $code;)*

        /// Every code with its meaning, for `--help` and the reference.
        pub const ALL: &[(&str, &str)] = &[$(($code, $meaning)),*];
    };
}

codes! {
    FILE_MISSING = "file-missing": "there is no file of this name";
    FILE_IS_DIRECTORY = "file-is-directory": "a directory where a file belongs";
    FILE_NO_PERMISSION = "file-no-permission": "a file that this user may not read";
    FILE_OUTSIDE = "file-outside": "a file beyond the folders that a description may name files of";
    FILE_UNREADABLE = "file-unreadable": "a file that the system could not read";
    FILE_TOO_LARGE = "file-too-large": "a file beyond the limit on its size";
    FILE_EMPTY = "file-empty": "a file without a value in it";
    FILE_BINARY = "file-binary": "a file with zero bytes, so no text";
    FILE_NOT_UTF8 = "file-not-utf8": "a file in another encoding than UTF-8";

    JSON_SYNTAX = "json-syntax": "JSON that does not go on as it must";
    YAML_SYNTAX = "yaml-syntax": "YAML that does not go on as it must";
    TOO_DEEP = "too-deep": "lists and maps beyond the limit on nesting";
    TOO_MANY_VALUES = "too-many-values": "a description beyond the limit on values, aliases expanded";
    TOO_MANY_ALIASES = "too-many-aliases": "aliases beyond the limit on what they stand for";
    TOO_MANY_FILES = "too-many-files": "a description beyond the limit on files";

    DUPLICATE_KEY = "duplicate-key": "a key that its map has already; the last one counts";
    CONTROL_CHARACTER = "control-character": "a control character in a JSON string";
    LONE_SURROGATE = "lone-surrogate": "half of a surrogate pair; it becomes U+FFFD";
    KEY_KIND = "key-kind": "a list or map as a key; its entry is left out";
    MERGE_KEY = "merge-key": "`<<` with something else than maps; that is left out";
    NUMBER_NOT_FINITE = "number-not-finite": "`.inf` or `.nan`; it is taken for a string";
    SEVERAL_DOCUMENTS = "several-documents": "more than one YAML document";
    UNKNOWN_ANCHOR = "unknown-anchor": "an alias without an anchor before it";
    ALIAS_CYCLE = "alias-cycle": "an alias inside of what it stands for";
    YAML_TAG = "yaml-tag": "a tag outside of the core schema; it is ignored";
    YAML_TAG_MISMATCH = "yaml-tag-mismatch": "a tag that its value does not fit; it is ignored";
    YAML_VERSION = "yaml-version": "a file that says YAML 1.1; it is read as YAML 1.2";
}
