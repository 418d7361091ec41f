//! The table "Style Examples" of OpenAPI (3.1.2, section 4.8.12.6; 3.2.1, section 4.12), row by row.

use specsmith_runtime::{Location, OperationSpec, Parameter, Slot, Style, Value};

use crate::support::server::Server;
use crate::support::service::{OtherSetters, client};

/// Style, place, explode, and what a string, an array and an object become. `-` stands where the
/// specification says `n/a` and the crate sends what servers read; it is given behind.
const ROWS: &[(&str, Location, bool, [&str; 3])] = &[
    (
        "matrix",
        Location::Path,
        false,
        [
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ],
    ),
    (
        "matrix",
        Location::Path,
        true,
        [
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ],
    ),
    (
        "label",
        Location::Path,
        false,
        [".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ),
    (
        "label",
        Location::Path,
        true,
        [".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ),
    (
        "simple",
        Location::Path,
        false,
        ["blue", "blue,black,brown", "R,100,G,200,B,150"],
    ),
    (
        "simple",
        Location::Path,
        true,
        ["blue", "blue,black,brown", "R=100,G=200,B=150"],
    ),
    (
        "simple",
        Location::Header,
        false,
        ["blue", "blue,black,brown", "R,100,G,200,B,150"],
    ),
    (
        "simple",
        Location::Header,
        true,
        ["blue", "blue,black,brown", "R=100,G=200,B=150"],
    ),
    (
        "form",
        Location::Query,
        false,
        [
            "color=blue",
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ],
    ),
    (
        "form",
        Location::Query,
        true,
        [
            "color=blue",
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ],
    ),
    (
        "form",
        Location::Cookie,
        false,
        [
            "color=blue",
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ],
    ),
    // Neither `&` nor `?` is ever correct in cookies (3.2.1, appendix D).
    (
        "form",
        Location::Cookie,
        true,
        [
            "color=blue",
            "color=blue; color=black; color=brown",
            "R=100; G=200; B=150",
        ],
    ),
    (
        "spaceDelimited",
        Location::Query,
        false,
        [
            "- color=blue",
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ],
    ),
    (
        "spaceDelimited",
        Location::Query,
        true,
        [
            "- color=blue",
            "- color=blue&color=black&color=brown",
            "- R=100&G=200&B=150",
        ],
    ),
    (
        "pipeDelimited",
        Location::Query,
        false,
        [
            "- color=blue",
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ],
    ),
    (
        "pipeDelimited",
        Location::Query,
        true,
        [
            "- color=blue",
            "- color=blue&color=black&color=brown",
            "- R=100&G=200&B=150",
        ],
    ),
    (
        "deepObject",
        Location::Query,
        false,
        [
            "- color=blue",
            "- color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ],
    ),
    (
        "deepObject",
        Location::Query,
        true,
        [
            "- color=blue",
            "- color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ],
    ),
    (
        "cookie",
        Location::Cookie,
        false,
        [
            "color=blue",
            "- color=blue,black,brown",
            "- color=R,100,G,200,B,150",
        ],
    ),
    (
        "cookie",
        Location::Cookie,
        true,
        [
            "color=blue",
            "color=blue; color=black; color=brown",
            "R=100; G=200; B=150",
        ],
    ),
];

const STYLES: [(&str, Style); 8] = [
    ("matrix", Style::Matrix),
    ("label", Style::Label),
    ("simple", Style::Simple),
    ("form", Style::Form),
    ("spaceDelimited", Style::SpaceDelimited),
    ("pipeDelimited", Style::PipeDelimited),
    ("deepObject", Style::DeepObject),
    ("cookie", Style::Cookie),
];

async fn sent(style: Style, location: Location, explode: bool, value: &dyn Slot) -> String {
    let server = Server::always(200, "null");
    let path = match location {
        Location::Path => "/{color}",
        Location::Query | Location::QueryString | Location::Header | Location::Cookie => "/p",
    };
    let parameter = Parameter {
        name: "color",
        location,
        style,
        explode,
        ..Parameter::DEFAULT
    };
    let operation = Box::leak(Box::new(OperationSpec {
        id: "op",
        method: "GET",
        path,
        parameters: Box::leak(Box::new([parameter])),
        ..OperationSpec::DEFAULT
    }));
    let call = client(&server.url()).notes().call(operation).set(0, value);
    call.send().await.unwrap();
    let request = server.request();
    match location {
        Location::Path => request.target.strip_prefix('/').unwrap().to_owned(),
        Location::Query | Location::QueryString => {
            request.target.strip_prefix("/p?").unwrap().to_owned()
        }
        Location::Header => request.header("color").unwrap().to_owned(),
        Location::Cookie => request.header("cookie").unwrap().to_owned(),
    }
}

#[tokio::test]
async fn every_row() {
    let array = ["blue", "black", "brown"].map(str::to_owned).to_vec();
    let object: Value = serde_json::json!({"R": 100, "G": 200, "B": 150});
    let values: [&dyn Slot; 3] = [&"blue".to_owned(), &array, &object];
    for (name, location, explode, expected) in ROWS {
        let (_, style) = STYLES.iter().find(|(known, _)| known == name).unwrap();
        for (value, expected) in values.iter().zip(expected) {
            let expected = expected.strip_prefix("- ").unwrap_or(expected);
            assert_eq!(
                sent(*style, *location, *explode, *value).await,
                expected,
                "{name} {location:?} explode={explode}"
            );
        }
    }
    // No style is missing from the table.
    for (name, _) in STYLES {
        assert!(
            ROWS.iter().filter(|row| row.0 == name).count() >= 2,
            "{name}"
        );
    }
}

/// RFC 6570, section 2.3: the empty string is a value, and so has a form of its own.
#[tokio::test]
async fn the_empty_string() {
    for (style, location, expected) in [
        (Style::Form, Location::Query, "color="),
        (Style::Form, Location::Cookie, "color="),
        (Style::Cookie, Location::Cookie, "color="),
        (Style::Matrix, Location::Path, ";color"),
    ] {
        let value = String::new();
        assert_eq!(sent(style, location, false, &value).await, expected);
    }
}
