//! What a user of the crate writes.

#[allow(dead_code, reason = "the other tests use more of it")]
#[path = "calls/server.rs"]
mod server;

use constructs::Client;
use constructs::types::{Furry, LabelThird, Pet, Shape, Tree, WatchShapesResponseItem as Watched, Wild, Zoo};
use server::Server;

type Done = Result<(), Box<dyn std::error::Error>>;

fn client(server: &Server) -> Result<Client, constructs::Error> {
    Client::builder().base_url(server.url()).no_proxy().build()
}

#[tokio::test]
async fn methods_of_any_name_are_sent() -> Done {
    let shape = r#"{"origin":[0.5,1.0],"labels":[["a",null,{"color":"red"}]],"end":[1.0,2.0,3.0]}"#;
    let server = Server::answer(200, "application/json", shape)?;
    let copied = client(&server)?.shapes().copy("7", (1.5, 2.0)).send().await?;
    let request = server.request()?;
    assert_eq!((request.method.as_str(), request.target.as_str()), ("COPY", "/shapes/7?to=1.5&to=2"));
    assert_eq!(copied.origin, (0.5, 1.0));
    assert_eq!(copied.labels, [("a".to_owned(), None, LabelThird::new("red"))]);
    assert_eq!(serde_json::to_string(&copied)?, shape);

    let server = Server::answer(200, "application/json", "[[1,2],[3,4]]")?;
    let label = ("a".to_owned(), Some(1), LabelThird::new("red"));
    let found = client(&server)?.shapes().search("7", Shape::new((0.0, 0.0), [label])).send().await?;
    let request = server.request()?;
    assert_eq!(request.method, "QUERY");
    assert_eq!(request.body, br#"{"origin":[0.0,0.0],"labels":[["a",1,{"color":"red"}]]}"#);
    assert_eq!(found, [(1.0, 2.0), (3.0, 4.0)]);
    Ok(())
}

#[tokio::test]
async fn data_of_events_is_what_each_kind_says() -> Done {
    let text = "event: moved\ndata: [1, 2]\n\nevent: noted\ndata: [1, 2]\n\nevent: noted\ndata: 7 up\n\nevent: x\ndata: 1\n\n";
    let server = Server::answer(200, "text/event-stream", text)?;
    let mut events = client(&server)?.shapes().watch().send().await?;
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        seen.push(match event? {
            Watched::Moved(it) => format!("to {:?}", it.data),
            Watched::Noted(it) => it.data,
            other => format!("{other:?}"),
        });
    }
    assert_eq!(seen[..3], ["to (1.0, 2.0)", "[1, 2]", "7 up"]);
    assert!(seen[3].starts_with("Unknown("), "{seen:?}");
    Ok(())
}

#[test]
fn what_no_tag_tells_is_the_default() -> Done {
    for (json, is_animal) in [
        (r#"{"kind":"cat","lives":9}"#, false),
        (r#"{"kind":"bird","legs":2}"#, true),
        (r#"{"legs":4}"#, true),
    ] {
        let pet: Pet = serde_json::from_str(json)?;
        assert_eq!(matches!(pet, Pet::Animal(_)), is_animal, "{json}");
        assert_eq!(serde_json::to_string(&pet)?, json);
    }
    Ok(())
}

#[test]
fn a_tag_of_a_choice_within_a_choice_is_known() -> Done {
    let is_read = |json: &str, is_right: fn(&Zoo) -> bool| -> Done {
        let zoo: Zoo = serde_json::from_str(json)?;
        assert!(is_right(&zoo), "{zoo:?}");
        assert_eq!(serde_json::to_string(&zoo)?, json);
        Ok(())
    };
    is_read(r#"{"kind":"dog","barks":true}"#, |zoo| matches!(zoo, Zoo::Furry(Furry::Dog(_))))?;
    is_read(r#"{"kind":"Fox","colour":"red"}"#, |zoo| matches!(zoo, Zoo::Furry(Furry::Fox(_))))?;
    is_read(r#"{"kind":"wolf","pack":"north"}"#, |zoo| matches!(zoo, Zoo::Wild(Wild::Wolf(_))))?;
    is_read(r#"{"kind":"cat","lives":9}"#, |zoo| matches!(zoo, Zoo::Cat(_)))?;
    is_read(r#"{"kind":"bird"}"#, |zoo| matches!(zoo, Zoo::Unknown(_)))?;
    Ok(())
}

#[test]
fn tuples_are_read_as_they_are_written() -> Done {
    for json in [
        r#"{"origin":[1.0,2.0],"labels":[],"end":[1.0,2.0]}"#,
        r#"{"origin":[1.0,2.0],"labels":[],"end":"none"}"#,
        r#"{"origin":[1.0,2.0],"labels":[],"when":["2020-01-01","2020-01-02"],"one":[true]}"#,
        r#"{"origin":[1.0,2.0],"labels":[],"tree":{"name":"a","children":[{"name":"b"},{"name":"c"}]}}"#,
        r#"{"origin":[1.0,2.0],"labels":[],"nested":[["a",1],2],"named":{"a":[1.0,2.0]}}"#,
    ] {
        let shape: Shape = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&shape)?, json);
    }
    let error = serde_json::from_str::<Shape>(r#"{"origin":[1.0],"labels":[]}"#).unwrap_err();
    assert!(error.to_string().contains("invalid length 1, expected an array of 2"), "{error}");
    let tree = Tree::new("a").children((Box::new(Tree::new("b")), Box::new(Tree::new("c"))));
    assert_eq!(serde_json::to_value(tree)?["children"][1]["name"], "c");
    Ok(())
}
