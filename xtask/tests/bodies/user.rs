//! What a user of the crate writes.

#[allow(dead_code, reason = "the other tests use more of it")]
#[path = "calls/server.rs"]
mod server;

use bodies::files::{CreateFileAnswer, CreateFileError};
use bodies::jobs::CreateJobBody;
use bodies::types::{File, Job, JobAbout, NewFile};
use bodies::{Client, Upload, headers};
use server::Server;

type Done = Result<(), Box<dyn std::error::Error>>;

fn client(server: &Server) -> Result<Client, bodies::Error> {
    Client::builder().base_url(server.url()).no_proxy().build()
}

fn job(name: &str) -> Job {
    Job::new([name], JobAbout::new("why"))
}

#[tokio::test]
async fn files_go_up_with_their_fields() -> Done {
    let server = Server::answer(201, "application/json", r#"{"id": "1"}"#)?;
    let photo = Upload::new(&b"\x89PNG"[..]).file_name("me.png").content_type("image/png");
    let file = NewFile::new("me", photo, [Upload::from("one"), Upload::from("two")]).tags(["a", "b"]);
    let created = client(&server)?.files().create(file).photo_x_rank(1).send().await?;
    assert_eq!(created, CreateFileAnswer::Created(File::new("1")));
    let request = server.request()?;
    let body = String::from_utf8_lossy(&request.body).into_owned();
    assert!(body.contains("name=\"photo\"; filename=\"me.png\"\r\nContent-Type: image/png\r\nx-rank: 1\r\n"));
    assert!(body.contains("name=\"tags\"\r\n\r\na,b\r\n"));
    assert_eq!(body.matches("; name=\"files\"").count(), 2);
    Ok(())
}

#[tokio::test]
async fn refusals_are_told_apart() -> Done {
    let server = Server::answer(409, "application/json", r#"{"id": "7"}"#)?;
    let file = NewFile::new("me", "photo", ["one"]);
    let error = client(&server)?.files().create(file).send().await.unwrap_err();
    match CreateFileError::of(&error) {
        Some(CreateFileError::Conflict(file)) => assert_eq!(file.id, "7"),
        other => return Err(format!("{other:?}").into()),
    }
    assert_eq!(error.get(&headers::X_LEFT)?, None);
    Ok(())
}

#[tokio::test]
async fn one_body_in_any_of_its_forms() -> Done {
    let expected = r#"{"names":["a"],"about":{"why":"why"}}"#;
    for (body, media, text) in [
        (job("a").into(), "application/json", expected),
        (CreateJobBody::Form(job("a")), "application/x-www-form-urlencoded", "names=a&about%5Bwhy%5D=why"),
        (CreateJobBody::Text("hello".to_owned()), "text/plain", "hello"),
        (CreateJobBody::Binary("bytes".into()), "application/octet-stream", "bytes"),
        (CreateJobBody::Jsonl(vec![job("a")]), "application/jsonl", &format!("{expected}\n")),
    ] {
        let server = Server::answer(200, "application/json", expected)?;
        client(&server)?.jobs().create(body).send().await?;
        let request = server.request()?;
        assert_eq!(request.header("content-type"), Some(media));
        assert_eq!(String::from_utf8_lossy(&request.body), text);
    }
    Ok(())
}

#[tokio::test]
async fn one_answer_in_any_of_its_forms() -> Done {
    let server = Server::answer(200, "text/csv", "a,b")?;
    let text: String = client(&server)?.files().get("1").accept_csv().send().await?;
    assert_eq!(text, "a,b");
    assert_eq!(server.request()?.header("accept"), Some("text/csv"));
    let server = Server::answer(200, "image/png", "bytes")?;
    let raw = client(&server)?.files().get("1").accept_png().send_raw().await?;
    assert_eq!(raw.body().as_ref(), b"bytes");
    Ok(())
}

#[tokio::test]
async fn series_come_one_by_one() -> Done {
    let lines = "{\"names\":[\"a\"],\"about\":{\"why\":\"x\"}}\n{\"names\":[\"b\"],\"about\":{\"why\":\"y\"}}\n";
    let server = Server::answer(200, "application/jsonl", lines)?;
    let mut jobs = client(&server)?.jobs().list().send().await?;
    let mut names = Vec::new();
    while let Some(job) = jobs.next().await {
        names.extend(job?.names);
    }
    assert_eq!(names, ["a", "b"]);
    let events = "event: changed\ndata: {\"names\":[\"a\"],\"about\":{\"why\":\"x\"}}\n\n";
    let server = Server::answer(200, "text/event-stream", events)?;
    let mut events = client(&server)?.jobs().watch().send().await?;
    let event = events.next().await.ok_or("no event")??;
    assert_eq!((event.event.as_str(), event.data.names), ("changed", vec!["a".to_owned()]));
    Ok(())
}

#[tokio::test]
async fn series_go_one_by_one() -> Done {
    let server = Server::answer(204, "", "")?;
    let jobs = (0..3).map(|number| job(&number.to_string()));
    client(&server)?.jobs().add(jobs).send().await?;
    let request = server.request()?;
    assert_eq!(String::from_utf8_lossy(&request.body).lines().count(), 3);
    Ok(())
}

#[test]
fn a_blocking_client_does_the_same() -> Done {
    let lines = "{\"names\":[],\"about\":{\"why\":\"x\"}}\n";
    let server = Server::answer(200, "application/jsonl", lines)?;
    let client = bodies::blocking::Client::builder().base_url(server.url()).no_proxy().build()?;
    let jobs: Result<Vec<Job>, _> = client.jobs().list().send()?.collect();
    assert_eq!(jobs?, [Job::new(Vec::<String>::new(), JobAbout::new("x"))]);
    Ok(())
}
