//! Cuts out of a crate what is its own: no imports, no code of functions, nothing that all crates
//! have.

use specsmith::files::Files;

const SOURCES: &str = "out/demo/src/";

/// What a user sees of types, operations, webhooks and the client of a crate.
pub(crate) fn seen(files: &Files) -> String {
    let mut out = String::new();
    for (path, text) in files.iter() {
        let Some(file) = path.strip_prefix(SOURCES).filter(|file| is_own(file)) else {
            continue;
        };
        let items: Vec<String> = items(text).into_iter().filter_map(cut_item).collect();
        if !items.is_empty() {
            let space = if out.is_empty() { "" } else { "\n" };
            out += &format!("{space}// {file}\n{}", items.concat());
        }
    }
    out
}

/// Whether a file has more of its crate than lists of what others hold.
fn is_own(file: &str) -> bool {
    let lists = ["lib.rs", "blocking.rs", "types/mod.rs"];
    let same = ["runtime/", "client/"];
    !same.iter().any(|it| file.starts_with(it)) && !lists.contains(&file)
}

/// The items of a file: after an empty line, one begins where a line is not indented.
fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in text.trim_end().split("\n\n") {
        match items.last_mut() {
            Some(item) if part.starts_with(' ') => *item += &format!("\n{part}\n"),
            _ => items.push(format!("{part}\n")),
        }
    }
    items
}

/// What is shown of an item, if it is one that a crate has of its own.
fn cut_item(item: String) -> Option<String> {
    let code = code(&item);
    let starts = |heads: &[&str]| heads.iter().any(|head| code.starts_with(head));
    if starts(&["impl ", "impl<"]) {
        return cut_impl(&code);
    }
    if starts(&["implement_"]) {
        return (!starts(&["implement_record!"])).then_some(code);
    }
    if starts(&[
        "static ",
        "pub static ",
        "pub type ",
        "pub(crate) static SPEC",
    ]) {
        return (!code.contains("servers: &[],\n    schemes: &[],")).then_some(code);
    }
    let is_handle = code.contains("    http: ");
    let is_definition = starts(&["pub struct ", "pub enum "]) && !is_handle;
    is_definition.then(|| lines(&item, |line| !is_shared_attribute(line)))
}

/// The constants of an `impl` and the signatures of its functions.
fn cut_impl(code: &str) -> Option<String> {
    let (head, members) = code.split_once('\n')?;
    let members = members.strip_suffix("}\n")?;
    let members: String = members.split("\n\n").filter_map(cut_member).collect();
    let is_of_trait = head.contains(" for ");
    (!members.is_empty() && !is_of_trait).then(|| format!("{head}\n{members}}}\n"))
}

fn cut_member(code: &str) -> Option<String> {
    if code.trim_start().starts_with("pub const ") {
        return Some(format!("{}\n", code.trim_end()));
    }
    let (signature, body) = code.split_once(" {\n")?;
    let is_public = signature.contains("    pub fn ") || signature.contains("    pub async fn ");
    let is_seen = is_public && !is_everywhere(body);
    is_seen.then(|| format!("{signature};\n"))
}

/// Whether code is in all types of a kind or all clients, or sets a field that the definition
/// shows.
fn is_everywhere(body: &str) -> bool {
    let sets_field = |line: &str| line.trim_start().starts_with("self.") && line.contains(" = ");
    let bodies = ["ClientBuilder::new", "(&self.http)"];
    body.lines().any(sets_field) || bodies.iter().any(|it| body.contains(it))
}

/// An item without docs and attributes.
fn code(item: &str) -> String {
    lines(item, |line| {
        !line.trim_start().starts_with("//") && !is_shared_attribute(line)
    })
}

fn is_shared_attribute(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("#[") && !line.starts_with("#[deprecated")
}

fn lines(item: &str, is_kept: impl Fn(&str) -> bool) -> String {
    let lines = item.lines().filter(|line| is_kept(line));
    lines.map(|line| format!("{line}\n")).collect()
}
