//! An application with crates and modules, of clients and of types alone, on one runtime: what one
//! gives, all take.

use std::any::TypeId;

use application::{pets, toys};

#[tokio::test]
async fn what_a_module_fails_with_is_what_a_crate_fails_with() {
    let client = pets::Client::builder()
        .base_url("http://127.0.0.1:9")
        .key("a")
        .build()
        .unwrap();
    let refused: ::pets::Error = client.pets().list().send().await.unwrap_err();
    assert_eq!(refused.kind(), pets::ErrorKind::Transport);
}

#[test]
fn the_runtime_is_there_once() {
    let patch = TypeId::of::<::pets::Patch<u8>>();
    assert_eq!(patch, TypeId::of::<pets::Patch<u8>>());
    assert_eq!(patch, TypeId::of::<::toys::Patch<u8>>());
    assert_eq!(patch, TypeId::of::<toys::Patch<u8>>());
    let error = TypeId::of::<::pets::Error>();
    assert_eq!(error, TypeId::of::<pets::Error>());
}

#[test]
fn types_alone_are_read_and_written() {
    let text = r#"{"name":"ball","new":true}"#;
    let ball: toys::types::Toy = serde_json::from_str(text).unwrap();
    let same: ::toys::types::Toy = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&ball).unwrap(), text);
    assert_eq!(serde_json::to_string(&same).unwrap(), text);
}
