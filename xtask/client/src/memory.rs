//! Memory of this process while a gigabyte goes up or down.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use contacts::{Client, Upload};
use tokio::io::AsyncReadExt;

use crate::samples::TOKEN;
use crate::server::FILE;
use crate::{Outcome, say};

/// By how much the most memory ever held is above what was held before, and how long it took.
pub(crate) fn run(way: &str, url: &str) -> Outcome {
    let runtime = tokio::runtime::Runtime::new()?;
    let client = Client::builder().base_url(url).bearer_token(TOKEN);
    let client = client.no_proxy().build()?;
    let told = Arc::new(AtomicU64::new(0));
    let listener = {
        let told = Arc::clone(&told);
        move |progress: contacts::Progress| told.store(progress.bytes, Relaxed)
    };
    // The connection is there, and so is all that a first call needs.
    runtime.block_on(client.contacts().get_tag("7").send())?;
    let (before, start) = (kilobytes("VmRSS:")?, Instant::now());
    runtime.block_on(async {
        let files = client.files();
        let upload = match way {
            "download" => {
                let answer = files.download().on_download(listener).send_stream().await?;
                let mut body = answer.into_body();
                tokio::io::copy_buf(&mut body, &mut tokio::io::sink()).await?;
                return Outcome::Ok(());
            }
            "upload" => Upload::reader(tokio::io::repeat(b'x').take(FILE)),
            "upload-blocking" => Upload::blocking_reader(std::io::repeat(b'x').take(FILE)),
            _ => return Err(format!("`{way}` is no way").into()),
        };
        files
            .upload(upload.length(FILE))
            .on_upload(listener)
            .send()
            .await?;
        Ok(())
    })?;
    let (seconds, more) = (start.elapsed().as_secs_f64(), kilobytes("VmHWM:")? - before);
    if told.load(Relaxed) != FILE {
        return Err(format!("{} of {FILE} bytes went over", told.load(Relaxed)).into());
    }
    say(
        &format!("{way} of 1 GiB, MiB more"),
        format!("{:.1}", more / 1024.0),
    );
    say(&format!("{way} of 1 GiB, s"), format!("{seconds:.1}"));
    Ok(())
}

/// A figure of the kernel about this process.
fn kilobytes(name: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let figure = line.and_then(|line| line.split_whitespace().next());
    Ok(figure.ok_or("the kernel does not say")?.parse()?)
}
