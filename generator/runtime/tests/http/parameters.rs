//! What goes over the wire for parameters of each place, beyond the specification's own examples.

mod queries;

use specsmith_runtime::{Location, Map, OperationSpec, Parameter, Slot, Style, Value};

use crate::support::server::{Request, Server};
use crate::support::service::{Note, OtherSetters, client};

fn parameter(location: Location, style: Style, explode: bool) -> Parameter {
    Parameter {
        name: "co lor",
        location,
        style,
        explode,
        ..Parameter::DEFAULT
    }
}

fn operation(mut parameter: Parameter) -> &'static OperationSpec {
    if parameter.location == Location::Header {
        parameter.name = "X-Color";
    } else if parameter.location == Location::Cookie {
        parameter.name = "color";
    }
    let path = match parameter.location {
        Location::Path => "/p/{co lor}/q",
        Location::Query | Location::QueryString | Location::Header | Location::Cookie => "/p",
    };
    Box::leak(Box::new(OperationSpec {
        id: "op",
        method: "GET",
        path,
        parameters: Box::leak(Box::new([parameter])),
        ..OperationSpec::DEFAULT
    }))
}

pub(super) async fn sent(parameter: Parameter, value: &dyn Slot) -> Request {
    let server = Server::always(200, "null");
    let call = client(&server.url())
        .notes()
        .call(operation(parameter))
        .set(0, value);
    call.send().await.unwrap();
    server.request()
}

pub(super) async fn refused(parameter: Parameter, value: &dyn Slot) -> String {
    let call = client("http://127.0.0.1:1")
        .notes()
        .call(operation(parameter))
        .set(0, value);
    call.send().await.unwrap_err().to_string()
}

fn list() -> Vec<String> {
    ["blue", "bl,ack"].map(str::to_owned).to_vec()
}

fn object() -> Map<Value> {
    [("R", 100), ("G&", 200)].into_iter().collect()
}

#[tokio::test]
async fn paths() {
    let cases: &[(Style, bool, &dyn Slot, &str)] = &[
        (Style::Simple, false, &"blue".to_owned(), "blue"),
        (Style::Simple, false, &list(), "blue,bl%2Cack"),
        (Style::Simple, true, &list(), "blue,bl%2Cack"),
        (Style::Simple, false, &object(), "R,100,G%26,200"),
        (Style::Simple, true, &object(), "R=100,G%26=200"),
        (Style::Label, false, &"blue".to_owned(), ".blue"),
        (Style::Label, false, &list(), ".blue,bl%2Cack"),
        (Style::Label, true, &list(), ".blue.bl%2Cack"),
        (Style::Label, false, &object(), ".R,100,G%26,200"),
        (Style::Label, true, &object(), ".R=100.G%26=200"),
        (Style::Matrix, false, &"blue".to_owned(), ";co%20lor=blue"),
        (Style::Matrix, false, &list(), ";co%20lor=blue,bl%2Cack"),
        (
            Style::Matrix,
            true,
            &list(),
            ";co%20lor=blue;co%20lor=bl%2Cack",
        ),
        (Style::Matrix, false, &object(), ";co%20lor=R,100,G%26,200"),
        (Style::Matrix, true, &object(), ";R=100;G%26=200"),
        (Style::Simple, false, &true, "true"),
        (Style::Simple, false, &-5_i64, "-5"),
        (Style::Simple, false, &1.5_f64, "1.5"),
        (Style::Simple, false, &u64::MAX, "18446744073709551615"),
        (
            Style::Json,
            false,
            &object(),
            "%7B%22R%22%3A100%2C%22G%26%22%3A200%7D",
        ),
    ];
    for (style, explode, value, expected) in cases {
        let request = sent(parameter(Location::Path, *style, *explode), *value).await;
        assert_eq!(
            request.target,
            format!("/p/{expected}/q"),
            "{style:?} {explode}"
        );
    }
}

#[tokio::test]
async fn parameters_of_one_name_do_not_get_in_each_others_way() {
    let server = Server::always(200, "null");
    let of = |location| Parameter {
        name: "id",
        location,
        style: match location {
            Location::Path | Location::Header => Style::Simple,
            Location::Query | Location::QueryString | Location::Cookie => Style::Form,
        },
        ..Parameter::DEFAULT
    };
    let all = [
        of(Location::Path),
        of(Location::Query),
        of(Location::Header),
        of(Location::Cookie),
    ];
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        path: "/{id}",
        parameters: Box::leak(Box::new(all)),
        ..OperationSpec::DEFAULT
    }));
    let mut call = client(&server.url()).notes().call(operation);
    for position in 0..4 {
        call = call.set(position, &i32::try_from(position).unwrap());
    }
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(request.target, "/0?id=1");
    assert_eq!(request.header("id"), Some("2"));
    assert_eq!(request.header("cookie"), Some("id=3"));
}

#[tokio::test]
async fn braces_without_a_parameter_stay_in_the_path() {
    let server = Server::always(200, "null");
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        path: "/{id}/{other}/b{/c/{id}",
        parameters: Box::leak(Box::new([Parameter::path("id")])),
        ..OperationSpec::DEFAULT
    }));
    let call = client(&server.url()).notes().call(operation);
    call.set(0, &7).send().await.unwrap();
    assert_eq!(server.request().target, "/7/%7Bother%7D/b%7B/c/%7Bid%7D");
}

#[tokio::test]
async fn headers_are_not_percent_encoded() {
    let header = |explode| parameter(Location::Header, Style::Simple, explode);
    let cases: &[(bool, &dyn Slot, &str)] = &[
        (false, &"a b%,é".replace('é', "e"), "a b%,e"),
        (false, &list(), "blue,bl,ack"),
        (false, &object(), "R,100,G&,200"),
        (true, &object(), "R=100,G&=200"),
        (false, &7_i32, "7"),
    ];
    for (explode, value, expected) in cases {
        assert_eq!(
            sent(header(*explode), *value).await.header("x-color"),
            Some(*expected)
        );
    }
}

#[tokio::test]
async fn cookies_are_sent_as_pairs() {
    let cookie = |explode| parameter(Location::Cookie, Style::Form, explode);
    let cases: &[(bool, &dyn Slot, &str)] = &[
        (true, &"a; b".to_owned(), "color=a%3B%20b"),
        (false, &list(), "color=blue,bl%2Cack"),
        (true, &list(), "color=blue; color=bl%2Cack"),
        (true, &object(), "R=100; G%26=200"),
    ];
    for (explode, value, expected) in cases {
        assert_eq!(
            sent(cookie(*explode), *value).await.header("cookie"),
            Some(*expected)
        );
    }
}

#[tokio::test]
async fn what_a_style_has_no_form_for_is_refused() {
    let nested: Value = serde_json::json!([[1]]);
    let form = || parameter(Location::Query, Style::Form, true);
    assert_eq!(
        refused(form(), &nested).await,
        "op: query parameter `co lor`: a list or object inside another has no form in the style \
         Form"
    );
    let spaced = vec!["a b".to_owned(), "c".to_owned()];
    assert_eq!(
        refused(
            parameter(Location::Query, Style::SpaceDelimited, false),
            &spaced
        )
        .await,
        "op: query parameter `co lor`: a value holds ` `, which separates values in the style \
         SpaceDelimited"
    );
    let piped: Value = serde_json::json!({"a|b": 1});
    assert_eq!(
        refused(
            parameter(Location::Query, Style::PipeDelimited, false),
            &piped
        )
        .await,
        "op: query parameter `co lor`: a value holds `|`, which separates values in the style \
         PipeDelimited"
    );
    for value in ["a b", "a;b", "a,b", "a\"b", "é"] {
        assert_eq!(
            refused(
                parameter(Location::Cookie, Style::Cookie, true),
                &value.to_owned()
            )
            .await,
            "op: cookie parameter `color`: a cookie cannot hold such a character; give the value \
             escaped"
        );
    }
    assert_eq!(
        refused(form(), &f64::NAN).await,
        "op: query parameter `co lor`: not a finite number"
    );
}

#[tokio::test]
async fn records_are_objects() {
    let request = sent(
        parameter(Location::Query, Style::Form, true),
        &Note::new("a b"),
    )
    .await;
    assert_eq!(request.target, "/p?text=a%20b");
}

#[tokio::test]
async fn values_nested_too_deep_are_refused() {
    let deep = (0..100).fold(Value::from(1), |inner, _| serde_json::json!({ "a": inner }));
    let refused = refused(parameter(Location::Query, Style::Brackets, true), &deep).await;
    assert_eq!(
        refused,
        "op: query parameter `co lor`: nested deeper than 64 levels"
    );
}
