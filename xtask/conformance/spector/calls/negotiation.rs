//! One operation asked for each of its media types.

use crate::{Ended, asset, client};

#[tokio::test]
async fn Payload_ContentNegotiation_SameBody() -> Ended {
    let client = client!(payload_content_negotiation);
    let call = || {
        let group = client.content_negotiation();
        group.same_body_get_avatar_as_png_same_body_get_avatar_as_jpeg()
    };
    let answer = call().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    let answer = call().accept_jpeg().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.jpg"));
    Ok(())
}

#[tokio::test]
async fn Payload_ContentNegotiation_DifferentBody() -> Ended {
    let client = client!(payload_content_negotiation);
    let call = || {
        let group = client.content_negotiation();
        group.different_body_get_avatar_as_png_different_body_get_avatar_as_json()
    };
    let answer = call().send().await?;
    assert_eq!(answer.content.0, asset("image.png"));
    let answer = call().accept_png().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}
