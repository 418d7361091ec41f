//! An application of two SDKs that share nothing.

use std::any::TypeId;

/// A name that `toys` has only with its feature `blocking`, which `pets` alone is told to have: with
/// it, the name would be ambiguous below.
mod fallback {
    pub(super) mod blocking {
        pub(in super::super) struct Nothing;
    }
}

mod names {
    use super::fallback::*;
    #[allow(unused_imports, reason = "what has no such name is what is tested")]
    use ::toys::*;

    pub(super) fn nothing() -> usize {
        size_of_val(&blocking::Nothing)
    }
}

#[tokio::test]
async fn both_are_called_and_features_of_one_are_not_those_of_the_other() {
    assert_eq!(names::nothing(), 0);
    let pets = pets::Client::builder()
        .base_url("http://127.0.0.1:9")
        .key("a")
        .build()
        .unwrap();
    let toys = toys::Client::builder()
        .base_url("http://127.0.0.1:9")
        .bearer_token("a")
        .build()
        .unwrap();
    let pets: pets::Error = pets.pets().list().send().await.unwrap_err();
    let toys: toys::Error = toys.toys().get("a").send().await.unwrap_err();
    assert_eq!(format!("{:?}", pets.kind()), format!("{:?}", toys.kind()));
}

#[test]
fn each_has_a_runtime_of_its_own() {
    assert_ne!(TypeId::of::<pets::Error>(), TypeId::of::<toys::Error>());
    assert_ne!(
        TypeId::of::<pets::Patch<u8>>(),
        TypeId::of::<toys::Patch<u8>>()
    );
}
