//! Answers by status, media type and header.

use specsmith_runtime::{
    self as runtime, Answer as Answered, DecodeError, ErrorKind, Header, Mode, OperationSpec,
    ResponseSpec, StatusPattern, Whole,
};

use crate::support::server::{Answer, Server};
use crate::support::service::{Line, OtherSetters, Problem, client};

static CREATE: OperationSpec = OperationSpec {
    id: "create",
    path: "/",
    responses: &[
        ResponseSpec {
            status: StatusPattern::Code(200),
            content_types: &["application/json", "text/csv", "text/plain"],
            error: None,
        },
        ResponseSpec {
            status: StatusPattern::Code(204),
            content_types: &[],
            error: None,
        },
        ResponseSpec {
            status: StatusPattern::Range(2),
            content_types: &["text/plain"],
            error: None,
        },
        ResponseSpec {
            status: StatusPattern::Code(404),
            content_types: &["application/json"],
            error: Some(runtime::api_error::<Problem>),
        },
        ResponseSpec {
            status: StatusPattern::Range(4),
            content_types: &["application/json"],
            error: Some(runtime::api_error::<Line>),
        },
    ],
    ..OperationSpec::DEFAULT
};

/// As the generator writes it.
#[derive(Debug, PartialEq)]
enum Created {
    Ok(Line),
    NoContent,
    Success(String),
}

impl<M: Mode> Answered<M> for Created {
    fn read(answer: &Whole<'_>) -> Result<Self, DecodeError> {
        match answer.position() {
            1 => Ok(Self::NoContent),
            2 => answer.value().map(Self::Success),
            _ => answer.value().map(Self::Ok),
        }
    }
}

#[derive(Debug, PartialEq)]
enum Refused<'e> {
    NotFound(&'e Problem),
    Other(&'e Line),
}

impl<'e> Refused<'e> {
    fn of(error: &'e runtime::Error) -> Option<Self> {
        match error.response()? {
            3 => error.api().map(Self::NotFound),
            4 => error.api().map(Self::Other),
            _ => None,
        }
    }
}

fn answer(status: u16, content_type: Option<&'static str>, body: &'static str) -> Server {
    Server::start(move |_| {
        let answer = Answer::status(status).body(body);
        match content_type {
            Some(content_type) => answer.header("Content-Type", content_type),
            None => answer,
        }
    })
}

#[tokio::test]
async fn a_success_is_read_by_its_status() {
    let json = Some("application/json");
    for (status, content_type, body, expected) in [
        (200, json, "{\"number\":1}", Created::Ok(Line { number: 1 })),
        (200, None, "{\"number\":1}", Created::Ok(Line { number: 1 })),
        (204, None, "", Created::NoContent),
        (
            202,
            Some("text/plain"),
            "\"a\"",
            Created::Success("\"a\"".to_owned()),
        ),
        (201, None, "a", Created::Success("a".to_owned())),
        (
            201,
            Some("text/plain; charset=ISO-8859-1"),
            "a",
            Created::Success("a".to_owned()),
        ),
    ] {
        let server = answer(status, content_type, body);
        let call = client(&server.url()).notes().call(&CREATE);
        let created: Created = call.accept("application/json").send().await.unwrap();
        assert_eq!(created, expected);
    }
}

#[tokio::test]
async fn an_error_is_read_by_its_status() {
    let problem = "{\"message\":\"m\"}";
    for (status, body, expected) in [
        (404, problem, "Some(NotFound(Problem { message: \"m\" }))"),
        (409, "{\"number\":1}", "Some(Other(Line { number: 1 }))"),
        (409, problem, "None"),
        (500, problem, "None"),
    ] {
        let server = answer(status, Some("application/problem+json"), body);
        let error = client(&server.url())
            .notes()
            .call(&CREATE)
            .send()
            .await
            .unwrap_err();
        assert_eq!(format!("{:?}", Refused::of(&error)), expected, "{status}");
        assert_eq!(error.body().unwrap(), body.as_bytes());
    }
}

#[tokio::test]
async fn another_form_of_the_answer_can_be_asked_for() {
    let server = answer(200, Some("text/csv"), "a,b");
    let call = || client(&server.url()).notes().call(&CREATE);
    let text: String = call().accept("text/csv").send().await.unwrap();
    assert_eq!(text, "a,b");
    // What was not asked for is not taken for what was.
    let error = call().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedContentType);
    assert_eq!(
        error.to_string(),
        "create: 200 with the media type \"text/csv\", expected application/json"
    );
    let accepted: Vec<_> = server.requests();
    assert_eq!(accepted[0].header("accept"), Some("text/csv"));
    assert_eq!(accepted[1].header("accept"), Some("application/json"));
}

#[tokio::test]
async fn single_values_are_read_from_text() {
    let server = answer(200, Some("text/plain"), "42");
    let call = client(&server.url()).notes().call(&CREATE);
    assert_eq!(call.accept::<i64>("text/plain").send().await.unwrap(), 42);
    let call = client(&server.url()).notes().call(&CREATE);
    let error = call.accept::<bool>("text/plain").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "`42`, expected true or false");
}

#[tokio::test]
async fn headers_have_types() {
    const LEFT: Header<u32> = Header::new("X-Left");
    const TAGS: Header<Vec<String>> = Header::new("X-Tags");
    const MAP: Header<runtime::Map<i32>> = Header::new("X-Map");
    const PAIRS: Header<runtime::Map<i32>> = Header::exploded("X-Pairs");
    const ABOUT: Header<Line> = Header::json("X-About");
    const LINE: Header<Line> = Header::new("X-Line");
    let server = Server::start(|request| {
        let answer = Answer::json([200, 404][request.number], "{\"number\":1}");
        [
            ("X-Left", "7"),
            ("X-Tags", "a,b"),
            ("X-Tags", "c"),
            ("X-Map", "a,1,b,2"),
            ("X-Pairs", "a=1,b=2"),
            ("X-About", "{\"number\":3}"),
            ("X-Line", "number,4"),
        ]
        .into_iter()
        .fold(answer, |answer, (name, value)| answer.header(name, value))
    });
    let call = || client(&server.url()).notes().call(&CREATE);
    let response = call().send_response().await.unwrap();
    assert_eq!(response.get(&LEFT).unwrap(), Some(7));
    assert_eq!(response.get(&TAGS).unwrap().unwrap(), ["a", "b", "c"]);
    let map: runtime::Map<i32> = [("a", 1), ("b", 2)].into_iter().collect();
    assert_eq!(response.get(&MAP).unwrap().as_ref(), Some(&map));
    assert_eq!(response.get(&PAIRS).unwrap(), Some(map));
    assert_eq!(response.get(&ABOUT).unwrap(), Some(Line { number: 3 }));
    assert_eq!(response.get(&LINE).unwrap(), Some(Line { number: 4 }));
    assert_eq!(response.get(&Header::<u32>::new("X-None")).unwrap(), None);
    let error = response.get(&Header::<u32>::new("X-Tags")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the header `X-Tags`: `a,b, c`, expected a whole number"
    );
    let error = response.get(&Header::<Line>::new("X-Map")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the header `X-Map`: missing field `number`"
    );
    let error = call().send().await.unwrap_err();
    assert_eq!(error.get(&LEFT).unwrap(), Some(7));
}
