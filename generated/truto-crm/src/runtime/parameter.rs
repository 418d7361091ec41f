// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The wire form of a parameter: its value and style in, text out.
//!
//! It must not know the other parameters of a call or where they are joined.

mod item;

use super::percent;
use super::slot::Slot;
use super::spec::{Location, Parameter, Style};
use item::Item;

/// Deepest nesting of a value in brackets.
const DEPTH: u32 = 64;

/// The text of a parameter: a piece of the path, `name=value` pairs of the query joined by `&`, a
/// header value, or cookies. `None` when there is nothing to send: the value is absent, `null`, or
/// a list or object without elements.
///
/// # Errors
///
/// Says what about the value cannot be sent in this style.
pub(super) fn encode(parameter: &Parameter, value: &dyn Slot) -> Result<Option<String>, String> {
    let form = Form { parameter };
    if parameter.style == Style::Json {
        let json = super::encode(value).map_err(|error| error.to_string())?;
        let json = String::from_utf8(json).map_err(|error| error.to_string())?;
        return Ok(Some(form.named_or_bare(&form.text(&json))));
    }
    match Item::new(value.view())? {
        Item::Nothing | Item::Null => Ok(None),
        Item::Text(text) => form.scalar(&text).map(Some),
        Item::List(elements) if elements.is_empty() => Ok(None),
        Item::Object(entries) if entries.is_empty() => Ok(None),
        Item::List(elements) => form.list(&elements),
        Item::Object(entries) => form.object(&entries),
    }
}

/// Encodes by the style of one parameter.
struct Form<'p> {
    parameter: &'p Parameter,
}

impl Form<'_> {
    fn scalar(&self, text: &str) -> Result<String, String> {
        let value = self.text(text);
        match self.parameter.style {
            Style::Simple | Style::Json => Ok(value),
            Style::Label => Ok(format!(".{value}")),
            Style::Matrix => Ok(self.matrix(&value)),
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::Brackets => {
                Ok(self.named_or_bare(&value))
            }
            Style::DeepObject => {
                Err("a single value has no form in the style deepObject".to_owned())
            }
        }
    }

    fn list(&self, elements: &[Item<'_>]) -> Result<Option<String>, String> {
        if matches!(self.parameter.style, Style::Brackets | Style::DeepObject) {
            return self.nested(|pairs| {
                let key = self.text(self.parameter.name);
                elements
                    .iter()
                    .try_for_each(|element| pairs.add(element, &format!("{key}%5B%5D"), 1))
            });
        }
        let values = elements
            .iter()
            .map(|e| self.flat(e))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Some(self.joined(&values)))
    }

    fn object(&self, entries: &[(&str, Item<'_>)]) -> Result<Option<String>, String> {
        if matches!(self.parameter.style, Style::Brackets | Style::DeepObject) {
            return self.nested(|pairs| {
                let name = self.text(self.parameter.name);
                entries.iter().try_for_each(|(key, item)| {
                    pairs.add(item, &format!("{name}%5B{}%5D", self.text(key)), 1)
                })
            });
        }
        let mut pairs = Vec::with_capacity(entries.len());
        for (key, item) in entries {
            if !matches!(item, Item::Nothing) {
                pairs.push((self.text(key), self.flat(item)?));
            }
        }
        if self.parameter.explode {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(key, value)| format!("{key}={value}"))
                .collect();
            return Ok(Some(self.exploded(&pairs)));
        }
        let flat: Vec<_> = pairs
            .into_iter()
            .flat_map(|(key, value)| [key, value])
            .collect();
        Ok(Some(self.joined(&flat)))
    }

    /// Values in one list: `a,b`, or one by one where the style and `explode` say so.
    fn joined(&self, values: &[String]) -> String {
        let Parameter { style, explode, .. } = *self.parameter;
        match style {
            Style::Simple | Style::Json => values.join(","),
            Style::Label => format!(".{}", values.join(if explode { "." } else { "," })),
            Style::Matrix if explode => values.iter().map(|value| self.matrix(value)).collect(),
            Style::Matrix => self.matrix(&values.join(",")),
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited if explode => {
                let named: Vec<_> = values
                    .iter()
                    .map(|value| self.named_or_bare(value))
                    .collect();
                named.join(self.separator())
            }
            Style::SpaceDelimited => self.named_or_bare(&values.join("%20")),
            Style::PipeDelimited => self.named_or_bare(&values.join("%7C")),
            Style::Form | Style::DeepObject | Style::Brackets => {
                self.named_or_bare(&values.join(","))
            }
        }
    }

    /// Pairs of an object that stand for themselves: `R=100&G=200`.
    fn exploded(&self, pairs: &[String]) -> String {
        match self.parameter.style {
            Style::Simple | Style::Json => pairs.join(","),
            Style::Label => format!(".{}", pairs.join(".")),
            Style::Matrix => format!(";{}", pairs.join(";")),
            Style::Form
            | Style::SpaceDelimited
            | Style::PipeDelimited
            | Style::DeepObject
            | Style::Brackets => pairs.join(self.separator()),
        }
    }

    fn nested(
        &self,
        fill: impl FnOnce(&mut Pairs<'_>) -> Result<(), String>,
    ) -> Result<Option<String>, String> {
        let mut pairs = Pairs {
            form: self,
            text: String::new(),
        };
        fill(&mut pairs)?;
        Ok((!pairs.text.is_empty()).then_some(pairs.text))
    }

    /// An element where only single values can stand.
    fn flat(&self, item: &Item<'_>) -> Result<String, String> {
        match item {
            Item::Text(text) => Ok(self.text(text)),
            Item::Nothing | Item::Null => Ok(String::new()),
            Item::List(_) | Item::Object(_) => Err(format!(
                "a list or object inside another has no form in the style {:?}",
                self.parameter.style
            )),
        }
    }

    fn matrix(&self, value: &str) -> String {
        let name = self.text(self.parameter.name);
        if value.is_empty() {
            format!(";{name}")
        } else {
            format!(";{name}={value}")
        }
    }

    /// `name=value`; the value alone in a path or header, which have no names.
    fn named_or_bare(&self, value: &str) -> String {
        match self.parameter.location {
            Location::Query => format!("{}={value}", self.name()),
            Location::Cookie => format!("{}={value}", self.parameter.name),
            Location::Path | Location::Header => value.to_owned(),
        }
    }

    fn name(&self) -> String {
        let mut name = String::with_capacity(self.parameter.name.len());
        percent::encode(&mut name, self.parameter.name);
        name
    }

    fn separator(&self) -> &'static str {
        match self.parameter.location {
            Location::Cookie => "; ",
            Location::Path | Location::Query | Location::Header => "&",
        }
    }

    /// A value or key as it stands on the wire. Headers know no percent-encoding.
    fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        match self.parameter.location {
            Location::Header => out.push_str(text),
            Location::Query if self.parameter.allow_reserved => {
                percent::encode_reserved(&mut out, text);
            }
            Location::Path | Location::Query | Location::Cookie => percent::encode(&mut out, text),
        }
        out
    }
}

/// Pairs of a nested value, whose keys show the way: `name[a][b]=c`.
struct Pairs<'f> {
    form: &'f Form<'f>,
    text: String,
}

impl Pairs<'_> {
    fn add(&mut self, item: &Item<'_>, key: &str, depth: u32) -> Result<(), String> {
        if depth > DEPTH {
            return Err(format!("nested deeper than {DEPTH} levels"));
        }
        match item {
            Item::Nothing => {}
            Item::Null => self.push(key, ""),
            Item::Text(text) => self.push(key, &self.form.text(text)),
            Item::List(elements) => {
                // OpenAPI does not say what a list in a deepObject looks like; repeating the key
                // is what most servers read.
                let brackets = self.form.parameter.style == Style::Brackets;
                let key = if brackets {
                    format!("{key}%5B%5D")
                } else {
                    key.to_owned()
                };
                for element in elements {
                    self.add(element, &key, depth + 1)?;
                }
            }
            Item::Object(entries) => {
                for (name, item) in entries {
                    let key = format!("{key}%5B{}%5D", self.form.text(name));
                    self.add(item, &key, depth + 1)?;
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, key: &str, value: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(key);
        self.text.push('=');
        self.text.push_str(value);
    }
}
