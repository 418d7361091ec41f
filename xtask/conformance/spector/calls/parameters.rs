//! What is left out.

use crate::{Ended, client};

#[tokio::test]
async fn Parameters_BodyOptionality_OptionalExplicit() -> Ended {
    use parameters_body_optionality::types::BodyModel;
    let client = client!(parameters_body_optionality);
    let group = client.parameters();
    group.optional_explicit_set().body(BodyModel::new("foo")).send().await?;
    Ok(group.optional_explicit_omit().send().await?)
}
