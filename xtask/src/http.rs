//! Servers that this program starts: a port for one, and requests to it.
//!
//! This module must not know what it serves.

#[cfg(feature = "mock")]
use std::io::{BufRead, BufReader, Error};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address
        .map(|address| address.port())
        .map_err(|error| format!("no free port: {error}"))
}

/// Sends a request without a body and gives out the first line of the answer.
pub(crate) fn ask(port: u16, method: &str, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer);
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// A connection for one request after the other.
#[cfg(feature = "mock")]
pub(crate) struct Connection(BufReader<TcpStream>);

#[cfg(feature = "mock")]
impl Connection {
    pub(crate) fn open(port: u16) -> std::io::Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request as it is and gives out the status of the answer, whose body is read.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> std::io::Result<u16> {
        self.0.get_mut().write_all(request)?;
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|it| it.parse().ok());
        let status = status.ok_or_else(|| Error::other("the answer has no status"))?;
        let mut length = 0;
        let mut is_chunked = false;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(':') {
                Some(("content-length", value)) => {
                    length = value.trim().parse().map_err(Error::other)?;
                }
                Some(("transfer-encoding", _)) => is_chunked = true,
                Some(_) => {}
                None => break,
            }
        }
        if !is_chunked {
            self.skip(length)?;
            return Ok(status);
        }
        loop {
            let size = u64::from_str_radix(&self.line()?, 16).map_err(Error::other)?;
            self.skip(size + 2)?;
            if size == 0 {
                return Ok(status);
            }
        }
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }

    fn skip(&mut self, length: u64) -> std::io::Result<()> {
        let mut body = (&mut self.0).take(length);
        match std::io::copy(&mut body, &mut std::io::sink())? == length {
            true => Ok(()),
            false => Err(Error::other("the answer broke off")),
        }
    }
}
