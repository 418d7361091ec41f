//! An application with one SDK as a module, the types of another as a module, and the same types as
//! a crate: none shares anything.

use std::any::TypeId;

use application::{pets, toys};

#[tokio::test]
async fn a_module_calls() {
    let client = pets::Client::builder()
        .base_url("http://127.0.0.1:9")
        .key("a")
        .build()
        .unwrap();
    let refused: pets::Error = client.pets().list().send().await.unwrap_err();
    assert_eq!(refused.kind(), pets::ErrorKind::Transport);
    // As the package is called, whose version the module has.
    assert_eq!(pets_agent(), "application/0.1.0");
}

fn pets_agent() -> &'static str {
    <pets::Client as pets::runtime::Service>::SPEC.user_agent
}

#[test]
fn types_are_read_and_written_without_a_client() {
    let text = r#"{"name":"ball","price":"1.50","new":true}"#;
    let ball: toys::types::Toy = serde_json::from_str(text).unwrap();
    assert_eq!(ball.extra().len(), 1);
    assert_eq!(serde_json::to_string(&ball).unwrap(), text);
    let same: ::toys::types::Toy = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&same).unwrap(), text);
    assert!(serde_json::from_str::<toys::types::Toy>("{}").is_err());
}

#[test]
fn each_has_a_runtime_of_its_own() {
    let patches = [
        TypeId::of::<pets::Patch<u8>>(),
        TypeId::of::<toys::Patch<u8>>(),
        TypeId::of::<::toys::Patch<u8>>(),
    ];
    for (index, one) in patches.iter().enumerate() {
        assert!(!patches[index + 1..].contains(one));
    }
}
