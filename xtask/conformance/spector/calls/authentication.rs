//! Each call has credentials of its own.

use crate::{Ended, origin};

const TOKEN: &str = "https://security.microsoft.com/.default";

#[tokio::test]
async fn Authentication_ApiKey_valid() -> Ended {
    let client = authentication_api_key::Client::builder().base_url(origin());
    let client = client.api_key_auth("valid-key").build()?;
    Ok(client.authentication().valid().send().await?)
}

#[tokio::test]
async fn Authentication_ApiKey_invalid() -> Ended {
    let client = authentication_api_key::Client::builder().base_url(origin());
    let client = client.api_key_auth("invalid-key").build()?;
    let refused = client.authentication().invalid().send().await.unwrap_err();
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(403), "{refused}");
    let error = refused.api::<authentication_api_key::types::InvalidAuth>();
    assert!(error.is_some(), "{refused}");
    Ok(())
}

#[tokio::test]
async fn Authentication_Http_Custom_valid() -> Ended {
    let client = authentication_http_custom::Client::builder().base_url(origin());
    let client = client.http("SharedAccessKey valid-key").build()?;
    Ok(client.authentication().valid().send().await?)
}

#[tokio::test]
async fn Authentication_Http_Custom_invalid() -> Ended {
    let client = authentication_http_custom::Client::builder().base_url(origin());
    let client = client.http("SharedAccessKey invalid-key").build()?;
    let refused = client.authentication().invalid().send().await.unwrap_err();
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(403), "{refused}");
    Ok(())
}

#[tokio::test]
async fn Authentication_Noauth_Union_validToken() -> Ended {
    let client = authentication_noauth_union::Client::builder().base_url(origin());
    let client = client.bearer_token(TOKEN).build()?;
    Ok(client.authentication().valid_token().send().await?)
}

#[tokio::test]
async fn Authentication_OAuth2_valid() -> Ended {
    let client = authentication_oauth2::Client::builder().base_url(origin());
    let client = client.bearer_token(TOKEN).build()?;
    Ok(client.authentication().valid().send().await?)
}

#[tokio::test]
async fn Authentication_OAuth2_invalid() -> Ended {
    let client = authentication_oauth2::Client::builder().base_url(origin());
    let client = client.bearer_token("another").build()?;
    let refused = client.authentication().invalid().send().await.unwrap_err();
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(403), "{refused}");
    Ok(())
}

#[tokio::test]
async fn Authentication_Union_validKey() -> Ended {
    let client = authentication_union::Client::builder().base_url(origin());
    let client = client.api_key_auth("valid-key").build()?;
    Ok(client.authentication().valid_key().send().await?)
}

#[tokio::test]
async fn Authentication_Union_validToken() -> Ended {
    let client = authentication_union::Client::builder().base_url(origin());
    let client = client.oauth2_auth(TOKEN).build()?;
    Ok(client.authentication().valid_token().send().await?)
}
