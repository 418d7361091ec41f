//! Requests against small descriptions: what is answered, and which part is refused.

use std::path::Path;

use serde_json::Value;
use specsmith::mock::{Answer, Mock, Request, answer};

use super::corpus::load;

pub(super) fn pets() -> Mock {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mock/pets.yaml"))
}

/// A request as `METHOD target`, then a header a line, an empty line and the body.
pub(super) fn request(text: &str) -> Request {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let (method, target) = lines.next().unwrap().split_once(' ').unwrap();
    let headers = lines.map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_lowercase(), value.to_owned())
    });
    Request {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: headers.collect(),
        body: body.as_bytes().to_vec(),
    }
}

pub(super) fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body()).expect("JSON")
}

pub(super) fn pointers(answer: &Answer) -> Vec<String> {
    let body = match answer.header("content-type") {
        Some("application/problem+json") => json(answer),
        _ => return Vec::new(),
    };
    assert_eq!(body["status"], answer.status, "{body}");
    let errors = body["errors"].as_array().cloned().unwrap_or_default();
    let pointers = errors
        .iter()
        .map(|it| it["pointer"].as_str().unwrap().to_owned());
    pointers.collect()
}

pub(super) const LIST: &str = "GET /pets\nAuthorization: Bearer t\nX-Version: 1";
const ADD: &str = "POST /pets\nAuthorization: Bearer t";

/// The list of pets with a query.
pub(super) fn list(query: &str) -> String {
    LIST.replacen("/pets", &format!("/pets?{query}"), 1)
}

pub(super) fn add(content_type: &str, body: &str) -> String {
    format!("{ADD}\nContent-Type: {content_type}\n\n{body}")
}

#[track_caller]
pub(super) fn check(mock: &Mock, text: &str, status: u16, expected: &[&str]) {
    let answer = answer(mock, &request(text));
    let body = String::from_utf8_lossy(&answer.body()).into_owned();
    assert_eq!(
        (answer.status, pointers(&answer)),
        (status, expected.iter().map(|it| (*it).to_owned()).collect()),
        "{text}\n{body}"
    );
}

#[test]
fn paths_and_methods() {
    let mock = pets();
    check(&mock, LIST, 200, &[]);
    // The path of a server is taken as well, whatever its variables are.
    check(&mock, &LIST.replace("/pets", "/api/v2/pets"), 200, &[]);
    check(&mock, "GET /nothing", 404, &[]);
    check(&mock, "GET /pets/1/2", 404, &[]);
    check(&mock, "GET /pets/1", 204, &[]);
    check(&mock, "GET /pets/x", 400, &["#/path/id"]);
    check(&mock, "GET /pets/0", 400, &["#/path/id"]);
    check(&mock, "GET /pets/1.csv", 200, &[]);
    check(&mock, "GET /pets/1.pdf", 400, &["#/path/format"]);
    check(&mock, "GET /shapes/.1.2/;a=true", 200, &[]);
    check(&mock, "GET /shapes/.1.x/;a=true", 400, &["#/path/label/1"]);
    check(&mock, "GET /shapes/.1/;b=true", 400, &["#/path/matrix/a"]);
    let concrete = answer(&mock, &request("GET /pets/mine"));
    assert_eq!(concrete.body(), b"mine");
    let wrong = answer(&mock, &request("PATCH /pets"));
    assert_eq!(
        (wrong.status, wrong.header("allow")),
        (405, Some("GET, HEAD, POST"))
    );
}

#[test]
fn credentials() {
    let mock = pets();
    let refused = answer(&mock, &request("GET /pets\nX-Version: 1"));
    let challenges = refused
        .headers
        .iter()
        .filter(|(name, _)| name == "www-authenticate");
    assert_eq!(challenges.count(), 3, "{:?}", refused.headers);
    check(
        &mock,
        "GET /pets\nX-Version: 1",
        401,
        &["#/header/authorization"],
    );
    check(
        &mock,
        "GET /pets\nX-Version: 1\nAuthorization: Basic eA==",
        401,
        &["#/header/authorization"],
    );
    check(
        &mock,
        "GET /pets\nX-Version: 1\nX-App: a",
        401,
        &["#/header/authorization"],
    );
    check(
        &mock,
        "GET /pets?api_key=k\nX-Version: 1\nX-App: a",
        200,
        &[],
    );
    check(
        &mock,
        "GET /pets?api_key=k\nX-Version: 1",
        401,
        &["#/header/authorization"],
    );
}

#[test]
fn parameters() {
    let mock = pets();
    check(
        &mock,
        "GET /pets\nAuthorization: Bearer t",
        400,
        &["#/header/X-Version"],
    );
    check(
        &mock,
        &LIST.replace(": 1", ": one"),
        400,
        &["#/header/X-Version"],
    );
    for (query, pointers) in [
        ("unknown=1", &[][..]),
        ("limit=5", &[]),
        ("limit=0", &["#/query/limit"]),
        ("limit=five", &["#/query/limit"]),
        ("tags=a,b", &[]),
        ("tags=a,toolong", &["#/query/tags/1"]),
        ("ids=1|2", &[]),
        ("ids=1%7C2", &[]),
        ("ids=1|x", &["#/query/ids/1"]),
        ("filter[kind]=cat&filter[age][min]=2", &[]),
        ("filter[age][min]=x", &["#/query/filter/age/min"]),
        ("filter[color]=red", &["#/query/filter/color"]),
        ("lat=1.5&lon=2", &[]),
        ("lat=north", &["#/query/near/lat"]),
        ("where=%7B%22kind%22%3A%22cat%22%7D", &[]),
        ("where=%7B%22kind%22%3A7%7D", &["#/query/where/kind"]),
        ("where=no", &["#/query/where"]),
    ] {
        let status = if pointers.is_empty() { 200 } else { 400 };
        check(&mock, &list(query), status, pointers);
    }
    check(
        &mock,
        &format!("{LIST}\nCookie: a=b; session=x"),
        400,
        &["#/cookie/session"],
    );
    check(
        &mock,
        &format!("{LIST}\nCookie: session=00000000-0000-4000-8000-000000000001"),
        200,
        &[],
    );
}

#[test]
fn bodies() {
    let mock = pets();
    let good = r#"{"name": "Rex", "kind": "dog", "secret": "s"}"#;
    check(&mock, ADD, 400, &["#/body"]);
    check(&mock, &add("application/json", good), 201, &[]);
    check(
        &mock,
        &add("application/json; charset=utf-8", good),
        201,
        &[],
    );
    check(
        &mock,
        &add("text/plain", good),
        415,
        &["#/header/content-type"],
    );
    check(
        &mock,
        &format!("{ADD}\n\n{good}"),
        415,
        &["#/header/content-type"],
    );
    check(&mock, &add("application/json", "{"), 400, &["#/body"]);
    check(&mock, &add("image/png", "\u{1}"), 201, &[]);
    for (body, wrong) in [
        (
            r#"{"name": "rex", "kind": "dog", "secret": "s"}"#,
            &["#/body/name"][..],
        ),
        (
            r#"{"name": "Rex", "kind": "cow"}"#,
            &["#/body/secret", "#/body/kind"],
        ),
        (
            r#"{"name": "Rex", "kind": "cat", "secret": "s", "born": "today"}"#,
            &["#/body/born"],
        ),
        (
            r#"{"name": "Rex", "kind": "cat", "secret": "s", "friends": [{"name": "A", "kind": "cat", "secret": ""}]}"#,
            &["#/body/friends/0/name"],
        ),
    ] {
        let mut expected: Vec<&str> = wrong.to_vec();
        expected.sort_unstable();
        let answer = answer(&mock, &request(&add("application/json", body)));
        let mut found = pointers(&answer);
        found.sort_unstable();
        assert_eq!(
            (answer.status, found),
            (422, expected.iter().map(|it| (*it).to_owned()).collect()),
            "{body}"
        );
    }
    let form = "application/x-www-form-urlencoded";
    check(
        &mock,
        &add(form, "name=Rex&kind=dog&secret=s&age=3"),
        201,
        &[],
    );
    check(
        &mock,
        &add(form, "name=Rex&kind=dog&secret=s&age=x"),
        422,
        &["#/body/age"],
    );
    let lines = format!("{good}\n{}", good.replace("Rex", "x"));
    check(
        &mock,
        &add("application/x-ndjson", &lines),
        422,
        &["#/body/1/name"],
    );
    let part = |name: &str, value: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let parts = |kind: &str| {
        [
            part("name", "Rex"),
            part("kind", kind),
            part("secret", "s"),
            "--b--\r\n".to_owned(),
        ]
        .concat()
    };
    let multipart = "multipart/form-data; boundary=b";
    check(&mock, &add(multipart, &parts("dog")), 201, &[]);
    check(&mock, &add(multipart, &parts("cow")), 422, &["#/body/kind"]);
    check(&mock, &add(multipart, "none"), 400, &["#/body"]);
}

fn mock(file: &str) -> Mock {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mock");
    load(&folder.join(file))
}

#[test]
fn forms_of_swagger() {
    let mock = mock("forms-v2.json");
    let form = |body: &str| {
        format!("POST /v1/forms/1\nContent-Type: application/x-www-form-urlencoded\n\n{body}")
    };
    check(&mock, &form("size=3&tags=a&tags=b"), 200, &[]);
    check(&mock, &form("size=10"), 422, &["#/body/size"]);
    check(&mock, &form("tags=a"), 422, &["#/body/size"]);
    check(
        &mock,
        &form("size=1").replace("/1\n", "/x\n"),
        400,
        &["#/path/id"],
    );
    let put = |body: &str| format!("PUT /forms/1\nContent-Type: application/json\n\n{body}");
    check(&mock, &put(r#"{"at": null}"#), 204, &[]);
    check(&mock, &put(r#"{"at": "now"}"#), 422, &["#/body/at"]);
    assert_eq!(mock.notes(), [""; 0]);
}

#[test]
fn schemas_of_other_files() {
    let mock = mock("split/api.yaml");
    let plant =
        |body: &str| format!("POST /trees?depth=2\nContent-Type: application/json\n\n{body}");
    let good = r#"{"name": "oak", "height": 2, "trees": [{"name": "ash", "height": 3}]}"#;
    check(&mock, &plant(good), 200, &[]);
    check(
        &mock,
        &plant(&good.replace('3', "1")),
        422,
        &["#/body/trees/0/height"],
    );
    check(
        &mock,
        &plant(good).replace("=2", "=4"),
        400,
        &["#/query/depth"],
    );
    let made = json(&answer(&mock, &request(&plant(good))));
    assert!(made["height"].as_u64().unwrap() > 1, "{made}");
    assert_eq!(mock.notes(), [""; 0]);
}

#[test]
fn a_merge_patch_removes_what_may_be_absent() {
    let mock = pets();
    let change = "PATCH /toys/1\nContent-Type: application/merge-patch+json\n\n";
    for (body, status, wrong) in [
        (
            r#"{"kind": "ball", "size": null, "parts": null}"#,
            204,
            &[][..],
        ),
        (r#"{"kind": "ball", "size": {"width": null}}"#, 204, &[]),
        (r#"{"kind": null}"#, 422, &["#/body/kind"]),
        (
            r#"{"kind": "ball", "parts": [null]}"#,
            422,
            &["#/body/parts/0"],
        ),
        (
            r#"{"kind": "ball", "size": {"width": "1"}, "parts": null}"#,
            422,
            &["#/body/size/width"],
        ),
    ] {
        check(&mock, &format!("{change}{body}"), status, wrong);
    }
}
