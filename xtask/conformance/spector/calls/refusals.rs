//! Refusals whose type is told by their status.

use response_status_code_range::types::{
    DefaultError, ErrorInRange, NotFoundError, Standard4XxError,
};

use crate::{Ended, client};

#[tokio::test]
async fn Response_StatusCodeRange_errorResponseStatusCodeInRange() -> Ended {
    let client = client!(response_status_code_range);
    let call = client.response().error_status_code_in_range();
    let refused = call.send().await.unwrap_err();
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(494), "{refused}");
    let error = refused.api::<ErrorInRange>().ok_or("no error of the range")?;
    assert_eq!(error.code, "request-header-too-large");
    assert_eq!(error.message, "Request header too large");
    assert!(refused.api::<DefaultError>().is_none(), "{refused}");
    Ok(())
}

#[tokio::test]
async fn Response_StatusCodeRange_errorResponseStatusCode404() -> Ended {
    let client = client!(response_status_code_range);
    let call = client.response().error_status_code404();
    let refused = call.send().await.unwrap_err();
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(404), "{refused}");
    let error = refused.api::<NotFoundError>().ok_or("no error of 404")?;
    assert_eq!(error.code, "not-found");
    assert_eq!(error.resource_id, "resource1");
    assert!(refused.api::<Standard4XxError>().is_none(), "{refused}");
    Ok(())
}
