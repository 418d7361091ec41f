//! Memory of this process while a gigabyte goes up or down: as one file, as the file of a form, and
//! in items.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use contacts::types::UploadFormBody;
use contacts::{Client, Progress, Upload};
use tokio::io::AsyncReadExt;

use crate::samples::{ITEM, TOKEN, tag_of};
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
        move |progress: Progress| told.store(progress.bytes, Relaxed)
    };
    // The connection is there, and so is all that a first call needs.
    runtime.block_on(client.contacts().get_tag("7").send())?;
    let (before, start) = (kilobytes("VmRSS:")?, Instant::now());
    runtime.block_on(transfer(way, &client, listener))?;
    let (seconds, more) = (start.elapsed().as_secs_f64(), kilobytes("VmHWM:")? - before);
    // Forms have more to them than the file.
    if told.load(Relaxed) < FILE {
        return Err(format!("{} of {FILE} bytes went over", told.load(Relaxed)).into());
    }
    say(
        &format!("{way} of 1 GiB, MiB more"),
        format!("{:.1}", more / 1024.0),
    );
    say(&format!("{way} of 1 GiB, s"), format!("{seconds:.1}"));
    Ok(())
}

async fn transfer(
    way: &str,
    client: &Client,
    listener: impl Fn(Progress) + Send + Sync + 'static,
) -> Outcome {
    let files = client.files();
    let reader = || Upload::reader(tokio::io::repeat(b'x').take(FILE)).length(FILE);
    match way {
        "download" => {
            let answer = files.download().on_download(listener).send_stream().await?;
            let mut body = answer.into_body();
            tokio::io::copy_buf(&mut body, &mut tokio::io::sink()).await?;
        }
        "upload" => files.upload(reader()).on_upload(listener).send().await?,
        "upload-blocking" => {
            let file = Upload::blocking_reader(std::io::repeat(b'x').take(FILE));
            let call = files.upload(file.length(FILE));
            call.on_upload(listener).send().await?;
        }
        "upload-form" => {
            let form = UploadFormBody::new("a file", reader());
            files.upload_form(form).on_upload(listener).send().await?;
        }
        "upload-lines" => {
            // With the end of its line.
            let tag: contacts::types::Tag = serde_json::from_str(&tag_of(ITEM - 1))?;
            let tags = (0..ITEMS).map(move |_| tag.clone());
            files.upload_lines(tags).on_upload(listener).send().await?;
        }
        "download-lines" => {
            let mut tags = files.download_lines().on_download(listener).send().await?;
            let mut count = 0;
            while let Some(tag) = tags.next().await {
                count += u64::from(tag?.name.into_value().is_some());
            }
            all_of(count)?;
        }
        "events" => {
            let mut events = files.events().on_download(listener).send().await?;
            let mut count = 0;
            while let Some(event) = events.next().await {
                count += u64::from(event?.data.name.into_value().is_some());
            }
            all_of(count)?;
        }
        _ => return Err(format!("`{way}` is no way").into()),
    }
    Ok(())
}

const ITEMS: u64 = FILE / ITEM as u64;

fn all_of(count: u64) -> Outcome {
    match count == ITEMS {
        true => Ok(()),
        false => Err(format!("{count} of {ITEMS} items came").into()),
    }
}

/// A figure of the kernel about this process.
#[expect(
    clippy::disallowed_methods,
    reason = "the rule is for files of users, and this is none"
)]
fn kilobytes(name: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let figure = line.and_then(|line| line.split_whitespace().next());
    Ok(figure.ok_or("the kernel does not say")?.parse()?)
}
