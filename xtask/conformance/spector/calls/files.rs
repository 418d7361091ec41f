//! Bodies and answers that are bytes, whose contents the server compares.

use crate::{Ended, asset, client};

#[tokio::test]
async fn Encode_Bytes_RequestBody_default() -> Ended {
    let client = client!(encode_bytes);
    Ok(client.encode().request_body_default(asset("image.png")).send().await?)
}

#[tokio::test]
async fn Encode_Bytes_RequestBody_octetStream() -> Ended {
    let client = client!(encode_bytes);
    let call = client.encode().request_body_octet_stream(asset("image.png"));
    Ok(call.send().await?)
}

#[tokio::test]
async fn Encode_Bytes_RequestBody_customContentType() -> Ended {
    let client = client!(encode_bytes);
    let call = client.encode().request_body_custom_content_type(asset("image.png"));
    Ok(call.send().await?)
}

#[tokio::test]
async fn Encode_Bytes_ResponseBody_default() -> Ended {
    let client = client!(encode_bytes);
    let answer = client.encode().response_body_default().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}

#[tokio::test]
async fn Encode_Bytes_ResponseBody_octetStream() -> Ended {
    let client = client!(encode_bytes);
    let answer = client.encode().response_body_octet_stream().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}

#[tokio::test]
async fn Encode_Bytes_ResponseBody_customContentType() -> Ended {
    let client = client!(encode_bytes);
    let answer = client.encode().response_body_custom_content_type().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}

#[tokio::test]
async fn Type_File_Body_uploadFileSpecificContentType() -> Ended {
    let client = client!(type_file);
    let call = client.r#type().body_upload_file_specific_content(asset("image.png"));
    Ok(call.send().await?)
}

#[tokio::test]
async fn Type_File_Body_uploadFileMultipleContentTypes() -> Ended {
    use type_file::r#type::BodyUploadFileMultipleContentTypesBody as Body;
    let client = client!(type_file);
    let body = Body::Png(asset("image.png").into());
    Ok(client.r#type().body_upload_file_multiple_content(body).send().await?)
}

#[tokio::test]
async fn Type_File_Body_uploadFileDefaultContentType() -> Ended {
    let client = client!(type_file);
    let file = type_file::Upload::new(asset("image.png")).content_type("image/png");
    Ok(client.r#type().body_upload_file_default_content(file).send().await?)
}

#[tokio::test]
async fn Type_File_Body_downloadFileSpecificContentType() -> Ended {
    let client = client!(type_file);
    let answer = client.r#type().body_download_file_specific_content().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}

#[tokio::test]
async fn Type_File_Body_downloadFileMultipleContentTypes() -> Ended {
    let client = client!(type_file);
    let answer = client.r#type().body_download_file_multiple_content().send_raw().await?;
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}

#[tokio::test]
async fn Type_File_Body_downloadFileDefaultContentType() -> Ended {
    let client = client!(type_file);
    let answer = client.r#type().body_download_file_default_content().send_raw().await?;
    assert_eq!(answer.header("content-type"), Some("image/png"));
    assert_eq!(answer.into_body(), asset("image.png"));
    Ok(())
}
