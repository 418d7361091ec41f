//! An application of two SDKs that share a runtime: what one gives, the other takes.

use std::time::Duration;

/// Whatever went wrong, in one type.
fn spoken(error: &toys::Error) -> String {
    error.to_string()
}

/// Does nothing to a request.
#[derive(Clone)]
struct Through;

impl pets::Middleware for Through {
    fn handle<'a>(&'a self, request: reqwest::Request, next: pets::Next<'a>) -> pets::Handled<'a> {
        next.run(request)
    }
}

#[tokio::test]
async fn errors_steps_policies_and_tokens_of_one_are_those_of_the_other() {
    let retry: pets::RetryPolicy = toys::RetryPolicy::none();
    let tokens = pets::TokenProvider::new(|| async { Err::<String, _>("no token today") });
    let timeout = Duration::from_secs(5);
    let pets = pets::Client::builder()
        .base_url("http://127.0.0.1:9")
        .key("a")
        .middleware(Through)
        .retry(retry.clone())
        .timeout(timeout);
    let toys = toys::Client::builder()
        .base_url("http://127.0.0.1:9")
        .credential("token", tokens)
        .middleware(Through)
        .retry(retry)
        .timeout(timeout);
    let (pets, toys) = (pets.build().unwrap(), toys.build().unwrap());
    let refused: pets::Error = pets.pets().list().send().await.unwrap_err();
    assert!(spoken(&refused).contains("listPets"), "{refused}");
    let refused: pets::Error = toys.toys().get("a").send().await.unwrap_err();
    assert_eq!(refused.kind(), pets::ErrorKind::Credentials);
}

#[test]
fn the_runtime_is_there_once_with_what_either_was_told() {
    use std::any::TypeId;
    assert_eq!(TypeId::of::<pets::Error>(), TypeId::of::<toys::Error>());
    assert_eq!(
        TypeId::of::<pets::Patch<u8>>(),
        TypeId::of::<toys::Patch<u8>>()
    );
    assert_eq!(
        TypeId::of::<pets::Pages<pets::Value>>(),
        TypeId::of::<toys::Pages<toys::Value>>()
    );
    // The calls of each are its own: the setters of its operations are methods of them.
    assert_ne!(
        TypeId::of::<pets::Call<(), ()>>(),
        TypeId::of::<toys::Call<(), ()>>()
    );
}
