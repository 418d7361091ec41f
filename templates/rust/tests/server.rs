//! An HTTP server on loopback that answers one request and keeps what it was sent.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// A server that answers one request.
pub struct Server {
    url: String,
    requests: Receiver<io::Result<Request>>,
}

/// What was sent.
pub struct Request {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Server {
    /// Starts a server that gives this answer.
    pub fn answer(status: u16, content_type: &str, body: &str) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let answer = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\
             connection: close\r\n\r\n{body}",
            body.len()
        );
        let (sender, requests) = mpsc::channel();
        thread::spawn(move || {
            let _ = sender.send(serve(&listener, &answer));
        });
        Ok(Self { url, requests })
    }

    /// Base URL of the server.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The request that came in.
    pub fn request(&self) -> io::Result<Request> {
        self.requests
            .recv_timeout(Duration::from_secs(10))
            .map_err(io::Error::other)?
    }
}

impl Request {
    /// Value of a header, its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body in pieces, sorted. The boundary of a form in parts is the one that samples have.
    #[allow(dead_code, reason = "only bodies that are no JSON are compared so")]
    pub fn pieces(&self, separator: &str) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.body);
        let boundary = self.header("content-type").and_then(|media| media.split_once("boundary="));
        match boundary {
            Some((_, boundary)) => pieces(&text.replace(boundary, "boundary"), separator),
            None => pieces(&text, separator),
        }
    }
}

/// A text in pieces, sorted.
#[allow(dead_code, reason = "only bodies that are no JSON are compared so")]
pub fn pieces(text: &str, separator: &str) -> Vec<String> {
    let mut pieces: Vec<String> = text.split(separator).map(str::to_owned).collect();
    pieces.sort();
    pieces
}

fn serve(listener: &TcpListener, answer: &str) -> io::Result<Request> {
    let (stream, _) = listener.accept()?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request { method, target, headers, body: Vec::new() };
    if request.header("transfer-encoding").is_some() {
        request.body = chunks(&mut reader)?;
    } else {
        let length = request.header("content-length").and_then(|text| text.parse().ok());
        request.body.resize(length.unwrap_or(0), 0);
        reader.read_exact(&mut request.body)?;
    }
    (&stream).write_all(answer.as_bytes())?;
    Ok(request)
}

fn chunks(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let length = u64::from_str_radix(line.trim_end(), 16).map_err(io::Error::other)?;
        reader.take(length).read_to_end(&mut body)?;
        reader.read_line(&mut line)?;
        if length == 0 {
            return Ok(body);
        }
    }
}
