//! The documentation page: its text as published, and its text as printed from the description.
//!
//! It must not know any field, parameter or value by name. What is spelled out here are the page's
//! headings and the way in which its text lost its layout: whatever stood in a box of its own runs
//! into the line that follows.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_json::Value;
use similar::TextDiff;

use crate::document::{operation, resolve};

const SOURCE: &str = include_str!("../../../schema/source/update-contacts-page.txt");

const FIRST_SNIPPET: &str = "curl -X PATCH";

/// The page's lines before the first snippet.
pub fn described() -> Vec<&'static str> {
    SOURCE
        .lines()
        .take_while(|line| !line.starts_with(FIRST_SNIPPET))
        .collect()
}

/// The page's lines from the first snippet on.
pub fn snippets() -> Vec<&'static str> {
    SOURCE
        .lines()
        .skip_while(|line| !line.starts_with(FIRST_SNIPPET))
        .collect()
}

/// How the lines of the page differ from those that the description gives; `None`: they do not.
pub fn difference(page: &[&str], document: &Value) -> Option<String> {
    let page: String = page.iter().flat_map(|line| [line, "\n"]).collect();
    let printed = print(document);
    (page != printed).then(|| {
        let diff = TextDiff::from_lines(&page, &printed);
        diff.unified_diff()
            .context_radius(2)
            .header("page", "description")
            .to_string()
    })
}

/// Prints the page up to the first snippet.
fn print(document: &Value) -> String {
    let Some((path, operation)) = operation(document) else {
        return String::new();
    };
    let json = "application/json";
    let mut page = Page {
        document,
        text: String::new(),
    };

    page.line(text(&operation["summary"]));
    page.line(path);
    page.line("Path Parameters");
    page.parameters(operation, "path");
    page.line("Query Parameters");
    page.guide(&operation["description"]);
    page.line("Show Truto-specific parameters");
    page.parameters(operation, "query");
    page.line("Request Body");
    page.guide(&operation["requestBody"]["description"]);
    page.fields(&operation["requestBody"]["content"][json]["schema"]);
    page.line("Response Body");
    page.fields(&operation["responses"]["200"]["content"][json]["schema"]);
    page.text
}

struct Page<'a> {
    document: &'a Value,
    text: String,
}

impl<'a> Page<'a> {
    fn line(&mut self, text: &str) {
        self.run(text);
        self.text.push('\n');
    }

    /// Text in a box of its own: the next line begins right behind it.
    fn run(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The page refers to what the description links to.
    fn guide(&mut self, description: &Value) {
        self.line(&format!("Refer {}", linked(text(description))));
    }

    fn parameters(&mut self, operation: &'a Value, location: &str) {
        for parameter in list(&operation["parameters"]) {
            let parameter = resolve(self.document, parameter);
            if parameter["in"] == location {
                self.parameter(parameter);
            }
        }
    }

    /// Choices are printed instead of an example, and for a boolean there is none.
    fn parameter(&mut self, parameter: &'a Value) {
        self.line(&first_paragraph(text(&parameter["description"])));
        let schema = resolve(self.document, &parameter["schema"]);
        if schema["enum"].is_array() {
            self.choices(schema);
        } else if schema["type"] != "boolean" {
            self.run(&on_the_wire(
                text(&parameter["name"]),
                &parameter["example"],
            ));
        }
    }

    /// Each value with its meaning, then the default, then the select box: the chosen value above
    /// all values.
    fn choices(&mut self, schema: &Value) {
        let values: Vec<&str> = list(&schema["enum"]).iter().map(text).collect();
        let default = text(&schema["default"]);
        for value in &values {
            self.run(value);
            self.run(&first_paragraph(text(
                &schema["x-enum-descriptions"][value],
            )));
        }
        self.line("");
        self.line(&format!("Defaults to {default}."));
        self.line(&format!("{default}{}", values.concat()));
    }

    fn fields(&mut self, schema: &'a Value) {
        let schema = resolve(self.document, schema);
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            self.field(field);
            for unnamed in list(&schema["x-truto-unnamed-fields"]) {
                if unnamed["after"] == name.as_str() {
                    self.support(unnamed);
                }
            }
        }
    }

    fn field(&mut self, field: &'a Value) {
        if field["x-truto-undescribed"] != true {
            self.line(&first_paragraph(text(&field["description"])));
        }
        for example in list(&field["examples"]) {
            self.json(example);
        }
        if field["x-truto-support"].is_object() {
            self.support(&field["x-truto-support"]);
        }
        for part in [&field["items"]].into_iter().chain(list(&field["anyOf"])) {
            self.fields(part);
        }
        if field["x-truto-enum-by-integration"].is_array() {
            let lists = list(&field["x-truto-enum-by-integration"]);
            let values: String = lists.iter().flat_map(list).map(text).collect();
            self.line(&values);
        }
    }

    fn support(&mut self, counts: &Value) {
        for word in ["supported", "required"] {
            if let Some(count) = counts[word].as_u64() {
                self.run(&format!("{count} {word}"));
            }
        }
        self.line("");
    }

    /// The page shows JSON without its indentation.
    fn json(&mut self, value: &Value) {
        for line in format!("{value:#}").lines() {
            self.line(line.trim_start());
        }
    }
}

/// A parameter as part of a URL; plain text for one that the page shows without its name.
fn on_the_wire(name: &str, example: &Value) -> String {
    let pairs: Vec<String> = match example {
        Value::Array(items) => items
            .iter()
            .map(|v| format!("{name}={}", text(v)))
            .collect(),
        Value::Object(entries) => entries
            .iter()
            .map(|(key, v)| format!("{name}[{key}]={}", text(v)))
            .collect(),
        plain => return text(plain).to_owned(),
    };
    pairs.join("&")
}

/// The first paragraph of CommonMark text, without its markup.
fn first_paragraph(markdown: &str) -> String {
    let mut plain = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak => plain.push(' '),
            Event::End(TagEnd::Paragraph) => break,
            _ => {}
        }
    }
    plain
}

/// The texts of all links in CommonMark text.
fn linked(markdown: &str) -> String {
    let mut linked = String::new();
    let mut inside = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Link { .. }) => inside = true,
            Event::End(TagEnd::Link) => inside = false,
            Event::Text(text) if inside => linked.push_str(&text),
            _ => {}
        }
    }
    linked
}

/// The text of a node; empty when the node is missing, so that a lost part shows as a lost line.
fn text(node: &Value) -> &str {
    node.as_str().unwrap_or_default()
}

fn list(node: &Value) -> &[Value] {
    node.as_array().map(Vec::as_slice).unwrap_or_default()
}
