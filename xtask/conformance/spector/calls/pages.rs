//! Pages that follow each other by what the caller hands on, and lines that arrive one by one.

use crate::{Ended, client};

/// The two pages of a list: the first without a token, the second with the one of the first.
macro_rules! pages {
    ($scenario:ident, $call:ident, $pets:expr, $token:expr) => {
        #[tokio::test]
        async fn $scenario() -> Ended {
            let client = client!(payload_pageable);
            let first = client.payload().$call("foo", "bar").send_response().await?;
            assert_eq!($pets(first.body()), ["1", "2"]);
            let token: Option<String> = $token(&first)?;
            let token = token.ok_or("the first page has no token")?;
            let second = client.payload().$call("foo", "bar").token(&token).send_response().await?;
            assert_eq!($pets(second.body()), ["3", "4"]);
            assert_eq!($token(&second)?, None);
            Ok(())
        }
    };
}

fn ids(pets: &[Pet]) -> Vec<String> {
    pets.iter().map(|pet| pet.id.clone()).collect()
}

type Page<T> = payload_pageable::Response<T>;
type Token = Result<Option<String>, payload_pageable::DecodeError>;

use payload_pageable::headers::NEXT_TOKEN;
use payload_pageable::types::{
    Pet,
    ContinuationTokenRequestHeaderNestedResponseBodyResponse as HeaderNested,
    ContinuationTokenRequestHeaderResponseBodyResponse as HeaderBody,
    ContinuationTokenRequestHeaderResponseHeaderResponse as HeaderHeader,
    ContinuationTokenRequestQueryNestedResponseBodyResponse as QueryNested,
    ContinuationTokenRequestQueryResponseBodyResponse as QueryBody,
    ContinuationTokenRequestQueryResponseHeaderResponse as QueryHeader,
};

pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseBody,
    continuation_token_request_query_response_body,
    |page: &QueryBody| ids(&page.pets),
    |page: &Page<QueryBody>| -> Token { Ok(page.body().next_token.clone()) }
);
pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody,
    continuation_token_request_header_response_body,
    |page: &HeaderBody| ids(&page.pets),
    |page: &Page<HeaderBody>| -> Token { Ok(page.body().next_token.clone()) }
);
pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader,
    continuation_token_request_query_response_header,
    |page: &QueryHeader| ids(&page.pets),
    |page: &Page<QueryHeader>| -> Token { page.get(&NEXT_TOKEN) }
);
pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader,
    continuation_token_request_header_response_header,
    |page: &HeaderHeader| ids(&page.pets),
    |page: &Page<HeaderHeader>| -> Token { page.get(&NEXT_TOKEN) }
);
pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody,
    continuation_token_request_query_nested_response_body,
    |page: &QueryNested| ids(&page.nested_items.pets),
    |page: &Page<QueryNested>| -> Token {
        let next = page.body().nested_next.as_ref();
        Ok(next.and_then(|next| next.next_token.clone()))
    }
);
pages!(
    Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody,
    continuation_token_request_header_nested_response_body,
    |page: &HeaderNested| ids(&page.nested_items.pets),
    |page: &Page<HeaderNested>| -> Token {
        let next = page.body().nested_next.as_ref();
        Ok(next.and_then(|next| next.next_token.clone()))
    }
);

#[tokio::test]
async fn Payload_Pageable_PageSize_listWithPageSize() -> Ended {
    let client = client!(payload_pageable);
    for size in [2, 4] {
        let page = client.payload().page_size_list_with_page_size(size).send().await?;
        assert_eq!(page.pets.len(), usize::try_from(size)?);
    }
    Ok(())
}

#[tokio::test]
async fn Payload_Pageable_XmlPagination_listWithContinuation() -> Ended {
    let client = client!(payload_pageable);
    let call = || client.payload().xml_pagination_list_with_continuation();
    let first = call().send().await?;
    assert!(first.contains("<NextMarker>page2</NextMarker>"), "{first}");
    let second = call().marker("page2").send().await?;
    assert!(second.contains("<Id>3</Id>"), "{second}");
    Ok(())
}

#[tokio::test]
async fn Payload_Pageable_XmlPagination_listWithNextLink() -> Ended {
    let client = client!(payload_pageable);
    let call = || client.payload().xml_pagination_list_with_next_link();
    let first = call().send().await?;
    let (_, link) = first.split_once("<NextLink>").ok_or("the first page has no link")?;
    let (link, _) = link.split_once("</NextLink>").ok_or("the link does not end")?;
    let second = call().at_url(link).send().await?;
    assert!(second.contains("<Id>3</Id>"), "{second}");
    assert!(!second.contains("<NextLink>"), "{second}");
    Ok(())
}

#[tokio::test]
async fn Streaming_Jsonl_Basic_receive() -> Ended {
    let client = client!(streaming_jsonl);
    let mut lines = client.streaming().basic_receive().send().await?;
    let mut read = Vec::new();
    while let Some(line) = lines.next().await {
        read.push(line?.desc);
    }
    assert_eq!(read, ["one", "two", "three"]);
    Ok(())
}
