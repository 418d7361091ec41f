//! What calls of real descriptions found.

use std::path::Path;

use specsmith::mock::{Mock, answer};

use super::cases::{check, json, request};
use super::corpus::load;

fn mock() -> Mock {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mock/found.yaml"))
}

#[test]
fn pages_by_offset_end_whatever_stands_beside_their_items() {
    let mock = mock();
    let mut offset = 0;
    let mut pages = Vec::new();
    loop {
        let text = format!("GET /groups?offset={offset}&limit=1");
        let page = json(&answer(&mock, &request(&text)));
        let entries = page["entries"].as_array().unwrap().len();
        if entries == 0 {
            break;
        }
        offset += entries;
        assert!(!pages.contains(&page), "{page}");
        pages.push(page);
        assert!(pages.len() < 10);
    }
    assert!(pages.len() > 1);
    assert_eq!(
        pages[0]["entries"].as_array().unwrap().len(),
        2,
        "the example"
    );
}

#[test]
fn operations_that_fragments_tell_apart_are_told_apart_by_their_bodies() {
    let mock = mock();
    let put = |body: &str| {
        let text = format!("PUT /files/1\ncontent-type: application/json\n\n{body}");
        let answer = answer(&mock, &request(&text));
        (
            answer.status,
            String::from_utf8(answer.body().to_vec()).unwrap(),
        )
    };
    assert_eq!(put(r#"{"name":"a"}"#), (200, "renamed".to_owned()));
    assert_eq!(put(r#"{"link":null}"#), (200, "removed".to_owned()));
    let text = "PUT /files/1\ncontent-type: application/json\n\n{}";
    check(&mock, text, 422, &["#/body/name"]);
}

#[test]
fn what_another_part_of_a_composition_marks_as_read_only_is_not_required() {
    let mock = mock();
    let create = |service: &str| {
        format!("POST /incidents\ncontent-type: application/json\n\n{{\"service\":{service}}}")
    };
    check(&mock, &create(r#"{"name":"a"}"#), 204, &[]);
    check(&mock, &create("{}"), 422, &["#/body/service/name"]);
}

#[test]
fn lists_of_objects_are_counted_in_brackets() {
    let mock = mock();
    let order = |body: &str| {
        format!("POST /orders\ncontent-type: application/x-www-form-urlencoded\n\n{body}")
    };
    let two = "lines[0][price]=a&lines[0][count]=1&lines[1][price]=b";
    check(&mock, &order(two), 204, &[]);
    check(
        &mock,
        &order("lines[1][price]=b&lines[0][price]=a"),
        204,
        &[],
    );
    let bad = "lines[0][price]=a&lines[1][count]=b";
    check(&mock, &order(bad), 422, &["#/body/lines/1/count"]);
}
