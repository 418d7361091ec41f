//! The codec on types as the generator writes them.
#![allow(
    unreachable_pub,
    unused_imports,
    reason = "types shared by several binaries"
)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod data;
mod decode;
mod encode;
#[allow(clippy::disallowed_methods, reason = "the test of a crate reads files")]
mod examples;
mod formats;
mod hostile;
mod presence;
mod tuples;
mod types;
mod unions;
mod validate;

use specsmith_runtime::{Blank, DecodeError, DecodeLimits, Slot};

fn read<T: Slot + Blank>(json: &str) -> Result<T, DecodeError> {
    specsmith_runtime::from_slice(json.as_bytes(), &DecodeLimits::DEFAULT)
}

fn write(value: &dyn Slot) -> String {
    String::from_utf8(specsmith_runtime::encode(value).expect("the value is JSON"))
        .expect("JSON is UTF-8")
}

/// Reads JSON and writes it again, through both doors.
#[track_caller]
fn round_trip<T: Slot + Blank + serde::Serialize + serde::de::DeserializeOwned>(
    json: &str,
    expect: &str,
) {
    let own: T = read(json).expect(json);
    assert_eq!(write(&own), expect, "the own door");
    let serde: T = serde_json::from_str(json).expect(json);
    assert_eq!(
        serde_json::to_string(&serde).expect(json),
        expect,
        "serde's door"
    );
}

/// Reads JSON through both doors and finds the message at the path.
#[track_caller]
fn refused<T: Slot + Blank + serde::de::DeserializeOwned>(json: &str, path: &str, message: &str) {
    let error = read::<T>(json).err().expect(json);
    assert_eq!(
        (error.path(), error.message()),
        (path, message),
        "the own door"
    );
    let error = serde_json::from_str::<T>(json).err().expect(json);
    assert!(
        error.to_string().starts_with(message),
        "serde's door: {error}"
    );
}
