//! A server that answers as fast as it can, in a process of its own: what it does is not counted.

use std::io::{Read, Write};

use bytes::{Buf, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;
use crate::samples::{CONTACT, CONTACTS, ITEM, TAG, tag_of};

/// Bytes of the file that is served.
pub(crate) const FILE: u64 = 1 << 30;

/// Prints the address and serves until the input ends.
pub(crate) fn run() -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    println!("http://{address}");
    std::io::stdout().flush()?;
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

async fn serve(mut stream: TcpStream) -> Outcome {
    stream.set_nodelay(true)?;
    let mut buffer = BytesMut::with_capacity(64 * 1024);
    while let Some(head) = Head::read(&mut stream, &mut buffer).await? {
        head.skip_body(&mut stream, &mut buffer).await?;
        match (head.method.as_str(), head.path.as_str()) {
            ("GET", "/contacts") => answer(&mut stream, &CONTACTS).await?,
            ("POST", "/contacts") => answer(&mut stream, CONTACT).await?,
            ("GET", "/file") => send(&mut stream, "application/octet-stream", "x").await?,
            ("GET", "/lines") => {
                let line = format!("{}\n", tag_of(ITEM - 1));
                send(&mut stream, "application/x-ndjson", &line).await?;
            }
            ("GET", "/events") => {
                let (begin, end) = ("data: ", "\n\n");
                let tag = tag_of(ITEM - begin.len() - end.len());
                let event = format!("{begin}{tag}{end}");
                send(&mut stream, "text/event-stream", &event).await?;
            }
            ("PUT", _) => {
                stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await?;
            }
            _ => answer(&mut stream, TAG).await?,
        }
    }
    Ok(())
}

pub(crate) async fn answer(stream: &mut TcpStream, json: &str) -> Outcome {
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{json}",
        json.len()
    );
    Ok(stream.write_all(answer.as_bytes()).await?)
}

/// A gigabyte of the same item again and again.
async fn send(stream: &mut TcpStream, media: &str, item: &str) -> Outcome {
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {FILE}\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    let block = item.repeat(64 * 1024 / item.len());
    for _ in 0..FILE / block.len() as u64 {
        stream.write_all(block.as_bytes()).await?;
    }
    Ok(())
}

/// The first line and the headers of a request.
pub(crate) struct Head {
    pub(crate) method: String,
    pub(crate) path: String,
    headers: Vec<(String, String)>,
}

impl Head {
    /// The next one; `None` when the connection is over.
    pub(crate) async fn read(
        stream: &mut TcpStream,
        buffer: &mut BytesMut,
    ) -> Outcome<Option<Self>> {
        let end = loop {
            if let Some(end) = buffer.windows(4).position(|it| it == b"\r\n\r\n") {
                break end;
            }
            if stream.read_buf(buffer).await? == 0 {
                return Ok(None);
            }
        };
        let text = String::from_utf8(buffer.split_to(end).to_vec())?;
        buffer.advance(4);
        let mut lines = text.split("\r\n");
        let mut words = lines.next().unwrap_or_default().split(' ');
        let (method, path) = (words.next(), words.next());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Ok(Some(Self {
            method: method.unwrap_or_default().to_owned(),
            path: path.unwrap_or_default().to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect(),
        }))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(it, _)| it == name)
            .map(|(_, value)| value.as_str())
    }

    /// Takes the body and keeps nothing of it.
    pub(crate) async fn skip_body(&self, stream: &mut TcpStream, buffer: &mut BytesMut) -> Outcome {
        if self.header("transfer-encoding").is_none() {
            let length = self.header("content-length").unwrap_or("0").parse()?;
            return skip(stream, buffer, length).await;
        }
        // Chunks (RFC 9112, section 7.1), without trailers.
        loop {
            let end = loop {
                if let Some(end) = buffer.windows(2).position(|it| it == b"\r\n") {
                    break end;
                }
                if stream.read_buf(buffer).await? == 0 {
                    return Err(BROKEN.into());
                }
            };
            let size = String::from_utf8(buffer.split_to(end).to_vec())?;
            let size = usize::from_str_radix(&size, 16)?;
            skip(stream, buffer, size + 4).await?;
            if size == 0 {
                return Ok(());
            }
        }
    }
}

const BROKEN: &str = "the body broke off";

async fn skip(stream: &mut TcpStream, buffer: &mut BytesMut, mut left: usize) -> Outcome {
    loop {
        let taken = left.min(buffer.len());
        buffer.advance(taken);
        left -= taken;
        if left == 0 {
            return Ok(());
        }
        if stream.read_buf(buffer).await? == 0 {
            return Err(BROKEN.into());
        }
    }
}
