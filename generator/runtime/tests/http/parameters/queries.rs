//! Parameters in the query.

use super::*;

#[tokio::test]
async fn queries() {
    let nested: Value = serde_json::json!({"a": {"b": [1, 2]}, "c": "d"});
    let empty = String::new();
    let cases: &[(Style, bool, &dyn Slot, &str)] = &[
        (Style::Form, true, &"b u".to_owned(), "?co%20lor=b%20u"),
        (Style::Form, true, &empty, "?co%20lor="),
        (
            Style::Form,
            true,
            &list(),
            "?co%20lor=blue&co%20lor=bl%2Cack",
        ),
        (Style::Form, false, &list(), "?co%20lor=blue,bl%2Cack"),
        (Style::Form, true, &object(), "?R=100&G%26=200"),
        (Style::Form, false, &object(), "?co%20lor=R,100,G%26,200"),
        (
            Style::SpaceDelimited,
            false,
            &list(),
            "?co%20lor=blue%20bl%2Cack",
        ),
        (
            Style::SpaceDelimited,
            true,
            &list(),
            "?co%20lor=blue&co%20lor=bl%2Cack",
        ),
        (
            Style::SpaceDelimited,
            false,
            &object(),
            "?co%20lor=R%20100%20G%26%20200",
        ),
        (
            Style::PipeDelimited,
            false,
            &list(),
            "?co%20lor=blue%7Cbl%2Cack",
        ),
        (
            Style::PipeDelimited,
            false,
            &object(),
            "?co%20lor=R%7C100%7CG%26%7C200",
        ),
        (
            Style::DeepObject,
            true,
            &object(),
            "?co%20lor%5BR%5D=100&co%20lor%5BG%26%5D=200",
        ),
        (
            Style::DeepObject,
            true,
            &nested,
            "?co%20lor%5Ba%5D%5Bb%5D=1&co%20lor%5Ba%5D%5Bb%5D=2&co%20lor%5Bc%5D=d",
        ),
        (
            Style::Brackets,
            true,
            &nested,
            "?co%20lor%5Ba%5D%5Bb%5D%5B%5D=1&co%20lor%5Ba%5D%5Bb%5D%5B%5D=2&co%20lor%5Bc%5D=d",
        ),
        (
            Style::Brackets,
            true,
            &list(),
            "?co%20lor%5B%5D=blue&co%20lor%5B%5D=bl%2Cack",
        ),
        (Style::Brackets, true, &"blue".to_owned(), "?co%20lor=blue"),
        (
            Style::Json,
            true,
            &nested,
            "?co%20lor=%7B%22a%22%3A%7B%22b%22%3A%5B1%2C2%5D%7D%2C%22c%22%3A%22d%22%7D",
        ),
        (Style::Form, true, &Vec::<String>::new(), ""),
        (Style::Form, true, &None::<String>, ""),
        (Style::DeepObject, true, &Map::<Value>::default(), ""),
    ];
    for (style, explode, value, expected) in cases {
        let request = sent(parameter(Location::Query, *style, *explode), *value).await;
        assert_eq!(
            request.target,
            format!("/p{expected}"),
            "{style:?} {explode}"
        );
    }
}

#[tokio::test]
async fn reserved_characters_stay_where_the_description_allows_them() {
    let reserved = |location, style| Parameter {
        allow_reserved: true,
        ..parameter(location, style, true)
    };
    let text = "a/b:c?d&e#f+g=h,i[j] k%20%".to_owned();
    let request = sent(reserved(Location::Query, Style::Form), &text).await;
    assert_eq!(
        request.target,
        "/p?co%20lor=a/b:c?d%26e%23f%2Bg=h,i%5Bj%5D%20k%20%25"
    );
    let request = sent(reserved(Location::Path, Style::Simple), &text).await;
    assert_eq!(
        request.target,
        "/p/a%2Fb:c%3Fd&e%23f+g=h,i%5Bj%5D%20k%20%25/q"
    );
    let request = sent(reserved(Location::Cookie, Style::Form), &text).await;
    assert_eq!(
        request.header("cookie"),
        Some("color=a/b:c?d&e#f+g=h%2Ci[j]%20k%20%25")
    );
    // Keys are data even so: what follows them is found by the first `=`.
    let object: Map<Value> = [("a=b&", "c=d")].into_iter().collect();
    let request = sent(reserved(Location::Query, Style::Form), &object).await;
    assert_eq!(request.target, "/p?a%3Db%26=c=d");
}

#[tokio::test]
async fn an_empty_value_is_sent_where_the_description_allows_it() {
    let allowed = |style| Parameter {
        allow_empty: true,
        ..parameter(Location::Query, style, true)
    };
    let (list, object) = (Vec::<String>::new(), Map::<Value>::default());
    let cases: &[&dyn Slot] = &[&None::<i64>, &None::<bool>, &list, &object, &String::new()];
    for value in cases {
        let request = sent(allowed(Style::Form), *value).await;
        assert_eq!(request.target, "/p?co%20lor=");
    }
}

#[tokio::test]
async fn what_is_inside_is_json_where_the_description_leaves_no_other_form() {
    let as_json = |location, style, explode| Parameter {
        nested_json: true,
        ..parameter(location, style, explode)
    };
    let records = vec![Note::new("a"), Note::new("b,c")];
    let request = sent(as_json(Location::Query, Style::Form, true), &records).await;
    assert_eq!(
        request.target,
        "/p?co%20lor=%7B%22text%22%3A%22a%22%7D&co%20lor=%7B%22text%22%3A%22b%2Cc%22%7D"
    );
    let mixed: Value = serde_json::json!({"a": [1, "x"], "b": "c", "d": null});
    let request = sent(as_json(Location::Query, Style::Form, true), &mixed).await;
    assert_eq!(request.target, "/p?a=%5B1%2C%22x%22%5D&b=c&d=");
}

#[tokio::test]
async fn documents_are_sent_as_their_media_type_says() {
    let nested: Value = serde_json::json!({"a": ["é\u{1f600}", 1]});
    let at = |location, style| parameter(location, style, false);
    let header = sent(at(Location::Header, Style::Json), &nested).await;
    assert_eq!(
        header.header("x-color"),
        Some(r#"{"a":["\u00e9\ud83d\ude00",1]}"#)
    );
    let cookie = sent(
        at(Location::Cookie, Style::Json),
        &Vec::from(["a"])
            .iter()
            .map(|s| (*s).to_owned())
            .collect::<Vec<String>>(),
    )
    .await;
    assert_eq!(cookie.header("cookie"), Some("color=%5B%22a%22%5D"));
    let null = sent(at(Location::Query, Style::Json), &None::<String>).await;
    assert_eq!(null.target, "/p?co%20lor=null");

    let text = "a \"b\"".to_owned();
    let query = sent(at(Location::Query, Style::Text), &text).await;
    assert_eq!(query.target, "/p?co%20lor=a%20%22b%22");
    let header = sent(at(Location::Header, Style::Text), &text).await;
    assert_eq!(header.header("x-color"), Some("a \"b\""));
    let cookie = sent(at(Location::Cookie, Style::Text), &"a%20b".to_owned()).await;
    assert_eq!(cookie.header("cookie"), Some("color=a%20b"));
    assert_eq!(
        refused(at(Location::Query, Style::Text), &nested).await,
        "op: query parameter `co lor`: a list or object inside another has no form in the style Text"
    );
}

#[tokio::test]
async fn a_querystring_is_the_whole_query() {
    let at = |style| parameter(Location::QueryString, style, true);
    let pairs: Value = serde_json::json!({"foo": "a + b", "bar": true});
    // The examples of OpenAPI 3.2.1, section 4.12.
    let cases: &[(Style, &dyn Slot, &str)] = &[
        (Style::Form, &pairs, "?foo=a+%2B+b&bar=true"),
        (
            Style::Json,
            &serde_json::json!({"numbers": [1, 2], "flag": null}),
            "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
        ),
        (Style::Text, &"$.a.b[1:1]".to_owned(), "?%24.a.b%5B1%3A1%5D"),
        (Style::Form, &Map::<Value>::default(), ""),
        // As the fields of a form: an element each, and JSON for what has parts in it.
        (
            Style::Form,
            &serde_json::json!({"a": ["1 2", "3"], "b": {"c": [4]}, "d": []}),
            "?a=1+2&a=3&b=%7B%22c%22%3A%5B4%5D%7D",
        ),
    ];
    for (style, value, expected) in cases {
        let request = sent(at(*style), *value).await;
        assert_eq!(request.target, format!("/p{expected}"), "{style:?}");
    }
}
