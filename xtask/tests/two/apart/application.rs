//! An application of two SDKs that share nothing.

/// One type would not implement it twice.
trait OfThisApplication {}

impl OfThisApplication for pets::Error {}
impl OfThisApplication for toys::Error {}
impl OfThisApplication for pets::Patch<u8> {}
impl OfThisApplication for toys::Patch<u8> {}

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
