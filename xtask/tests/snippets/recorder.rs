//! A server on loopback that records what it is asked and answers `{}`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    /// Names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Recorder {
    pub(crate) url: String,
    requests: Receiver<Recorded>,
}

impl Recorder {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (sender, requests) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if let Some(request) = answer(stream)
                    && sender.send(request).is_err()
                {
                    return;
                }
            }
        });
        Self { url, requests }
    }

    /// The one request that came since the last call.
    pub(crate) fn only(&self) -> Recorded {
        let first = self
            .requests
            .recv_timeout(Duration::from_secs(5))
            .expect("a request");
        assert!(self.requests.try_recv().is_err(), "more than one request");
        first
    }
}

fn answer(mut stream: TcpStream) -> Option<Recorded> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length: usize = length
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    stream
        .write_all(
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\
              connection: close\r\n\r\n{}",
        )
        .ok()?;
    Some(Recorded {
        method,
        target,
        headers,
        body,
    })
}

impl Recorded {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The media type of the body, without parameters.
    pub(crate) fn content_type(&self) -> Option<&str> {
        self.header("content-type")
            .map(|value| value.split(';').next().unwrap_or(value).trim())
    }

    /// The parts of the path, decoded.
    pub(crate) fn path(&self) -> Vec<String> {
        let path = self.target.split('?').next().unwrap_or_default();
        path.split('/').map(|part| decode(part, |_| true)).collect()
    }

    /// The query in its normal form (RFC 3986, section 6.2.2): what need not be percent-encoded is
    /// not, brackets and spaces still are.
    pub(crate) fn query(&self) -> String {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        decode(query, |byte| {
            byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
        })
    }

    /// Names and values of the query, in order of the names.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let decoded = |text: &str| decode(&text.replace('+', " "), |_| true);
        let mut pairs: Vec<_> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        pairs.sort();
        pairs
    }
}

/// Decodes the bytes that `decoded` names; the others are encoded in upper case.
fn decode(text: &str, decoded: impl Fn(u8) -> bool) -> String {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let byte = tail
            .get(..2)
            .filter(|_| first == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) if decoded(byte) => out.push(byte),
            Some(byte) => out.extend(format!("%{byte:02X}").bytes()),
            None => out.push(first),
        }
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(out).expect("UTF-8")
}
