//! What is answered: by preference, in pages, as events.

use serde_json::Value;
use specsmith::mock::answer;

use super::cases::{LIST, add, json, list, pets, pointers, request};

#[test]
fn preferences() {
    let mock = pets();
    let good = add(
        "application/json",
        r#"{"name": "Rex", "kind": "dog", "secret": "s"}"#,
    );
    let with = |header: &str| {
        answer(
            &mock,
            &request(&good.replacen('\n', &format!("\n{header}\n"), 1)),
        )
    };
    // The first example is not valid, so it is the second one.
    assert_eq!(json(&with("Accept: */*"))["name"], "Tom");
    assert_eq!(json(&with("Prefer: example=dog"))["name"], "Rex");
    assert_eq!(json(&with("Prefer: example=wrong"))["name"], 7);
    assert_eq!(with("Prefer: example=none").status, 400);
    let missing = with("Prefer: code=404");
    assert_eq!(
        (missing.status, json(&missing)["title"].is_string()),
        (404, true)
    );
    assert_eq!(with("Prefer: code=503").status, 503);
    assert_eq!(pointers(&with("Prefer: code=302")), ["#/header/prefer"]);
    assert_eq!(with("Accept: text/html").status, 406);
    let xml = with("Accept: application/xml;q=0.9, text/html");
    assert_eq!(xml.header("content-type"), Some("application/xml"));
    assert!(xml.body().starts_with(b"<?xml"), "{xml:?}");
    let made = json(&with("Prefer: dynamic=true"));
    assert!(made["secret"].is_null() && made["id"].is_i64(), "{made}");
    assert_ne!(made["name"], "Tom");
    assert_eq!(
        made,
        json(&with("Prefer: dynamic=true")),
        "the same seed, the same value"
    );
}

#[test]
fn what_no_value_is_valid_against_is_said() {
    let mock = pets();
    let answer = answer(&mock, &request("PUT /pets/1"));
    let body = json(&answer);
    assert_eq!(answer.status, 500);
    assert!(
        body["detail"]
            .as_str()
            .unwrap()
            .contains("put/responses/200"),
        "{body}"
    );
    assert_eq!(mock.notes().len(), 1);
    assert_eq!(mock.notes().len(), 0);
}

#[test]
fn heads_and_headers() {
    let mock = pets();
    let get = answer(&mock, &request(LIST));
    assert_eq!(
        (get.header("x-total"), get.header("x-other")),
        (Some("7"), None)
    );
    let head = answer(&mock, &request(&LIST.replace("GET", "HEAD")));
    let length = get.body().len().to_string();
    assert_eq!((head.status, head.body().len()), (200, 0));
    assert_eq!(head.header("content-length"), Some(length.as_str()));
}

#[test]
fn lists_end_after_three_pages() {
    let mock = pets();
    let mut cursors = vec![String::new()];
    let mut seen = Vec::new();
    while let Some(cursor) = cursors.last().filter(|_| seen.len() < 10) {
        let page = json(&answer(&mock, &request(&list(&format!("cursor={cursor}")))));
        let next = page["next_cursor"].as_str().map(str::to_owned);
        assert_eq!(page["has_more"], next.is_some(), "{page}");
        seen.push(page["data"].clone());
        match next {
            Some(next) => cursors.push(next),
            None => break,
        }
    }
    assert_eq!(cursors, ["", "page-2", "page-3"]);
    assert!(seen[0] != seen[1] && seen[1] != seen[2], "{seen:?}");
    let link = |page: u32| {
        let answer = answer(
            &mock,
            &request(&format!("GET /numbered?a=b&page={page}\nHost: h")),
        );
        (answer.header("link").map(str::to_owned), json(&answer))
    };
    assert_eq!(
        link(1).0.as_deref(),
        Some("<http://h/numbered?a=b&page=2>; rel=\"next\"")
    );
    assert_eq!(link(3).0, None);
    assert_eq!(link(4), (None, serde_json::json!([])));
}

#[test]
fn streams_go_on_after_what_was_seen() {
    let mock = pets();
    let all = String::from_utf8(answer(&mock, &request("GET /events")).body()).unwrap();
    let ids: Vec<&str> = all.lines().filter(|it| it.starts_with("id: ")).collect();
    assert_eq!(ids, ["id: 1", "id: 2", "id: 3"]);
    let data = all.lines().filter_map(|it| it.strip_prefix("data: "));
    for data in data {
        let data: Value = serde_json::from_str(data).expect("JSON");
        assert!(data["at"].is_string(), "{data}");
    }
    let rest = answer(&mock, &request("GET /events\nLast-Event-ID: 2"));
    assert!(all.ends_with(&String::from_utf8(rest.body()).unwrap()));
    assert!(rest.body().starts_with(b"id: 3\n"));
}
