//! Forms with files.

use payload_multipart::Upload;
use payload_multipart::types::{
    Address, BinaryArrayPartsRequest, ComplexPartsRequest, FileUploadFileArrayBody,
    FileUploadFileRequiredFilenameBody, FileUploadFileSpecificContentTypeBody,
    FileWithHttpPartOptionalContentTypeRequest, FileWithHttpPartRequiredContentTypeRequest,
    FileWithHttpPartSpecificContentTypeRequest, FormDataAnonymousModelBody, JsonPartRequest,
    MultiBinaryPartsRequest, MultiPartOptionalRequest, MultiPartRequest,
    MultiPartRequestWithWireName, NonStringFloatBody,
};

use crate::{Ended, asset, client};

fn jpg() -> Upload {
    Upload::new(asset("image.jpg")).file_name("hello.jpg")
}

fn png() -> Upload {
    Upload::new(asset("image.png")).file_name("image.png")
}

/// One call.
macro_rules! call {
    ($scenario:ident, $method:ident, $body:expr) => {
        #[tokio::test]
        async fn $scenario() -> Ended {
            let client = client!(payload_multipart);
            Ok(client.multipart().$method($body).send().await?)
        }
    };
}

call!(
    Payload_MultiPart_FormData_basic,
    form_data_basic,
    MultiPartRequest::new("123", jpg())
);
call!(
    Payload_MultiPart_FormData_withWireName,
    form_data_with_wire_name,
    MultiPartRequestWithWireName::new("123", jpg())
);
call!(
    Payload_MultiPart_FormData_fileArrayAndBasic,
    form_data_file_array_and_basic,
    ComplexPartsRequest::new("123", Address::new("X"), jpg(), [png(), png()])
);
call!(
    Payload_MultiPart_FormData_jsonPart,
    form_data_json_part,
    JsonPartRequest::new(Address::new("X"), jpg())
);
call!(
    Payload_MultiPart_FormData_binaryArrayParts,
    form_data_binary_array_parts,
    BinaryArrayPartsRequest::new("123", [png(), png()])
);
call!(
    Payload_MultiPart_FormData_checkFileNameAndContentType,
    form_data_check_file_name_and_content_type,
    MultiPartRequest::new("123", jpg().content_type("image/jpg"))
);
call!(
    Payload_MultiPart_FormData_anonymousModel,
    form_data_anonymous_model,
    FormDataAnonymousModelBody::new(jpg())
);
call!(
    Payload_MultiPart_FormData_HttpParts_ContentType_imageJpegContentType,
    content_type_image_jpeg_content_type,
    FileWithHttpPartSpecificContentTypeRequest::new(jpg())
);
call!(
    Payload_MultiPart_FormData_HttpParts_ContentType_requiredContentType,
    content_type_required_content_type,
    FileWithHttpPartRequiredContentTypeRequest::new(jpg())
);
call!(
    Payload_MultiPart_FormData_HttpParts_ContentType_optionalContentType,
    content_type_optional_content_type,
    FileWithHttpPartOptionalContentTypeRequest::new(jpg())
);
call!(
    Payload_MultiPart_FormData_HttpParts_NonString_float,
    non_string_float,
    NonStringFloatBody::new(0.5)
);
call!(
    Payload_MultiPart_FormData_File_uploadFileSpecificContentType,
    file_upload_file_specific_content_type,
    FileUploadFileSpecificContentTypeBody::new(png())
);
call!(
    Payload_MultiPart_FormData_File_uploadFileRequiredFilename,
    file_upload_file_required_filename,
    FileUploadFileRequiredFilenameBody::new(png())
);
call!(
    Payload_MultiPart_FormData_File_uploadFileArray,
    file_upload_file_array,
    FileUploadFileArrayBody::new([png(), png()])
);

#[tokio::test]
async fn Payload_MultiPart_FormData_optionalParts() -> Ended {
    let client = client!(payload_multipart);
    let body = MultiPartOptionalRequest::new;
    for body in [
        body().id("123"),
        body().profile_image(jpg()),
        body().id("123").profile_image(jpg()),
    ] {
        client.multipart().form_data_optional_parts(body).send().await?;
    }
    Ok(())
}

#[tokio::test]
async fn Payload_MultiPart_FormData_multiBinaryParts() -> Ended {
    let client = client!(payload_multipart);
    let body = || MultiBinaryPartsRequest::new(jpg());
    for body in [body(), body().picture(png())] {
        client.multipart().form_data_multi_binary_parts(body).send().await?;
    }
    Ok(())
}
