// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! The wire form of a parameter: its value and style in, text out.
//!
//! It must not know the other parameters of a call or where they are joined.

mod characters;
mod item;
mod nested;

use super::codec::Slot;
use super::payload::entries::{elements, entries, text_or_json};
use super::spec::{Location, Parameter, Style};
use item::Item;

/// The text of a parameter: a piece of the path, `name=value` pairs of the query joined by `&`, the
/// whole query, a header value, or cookies. `None` when there is nothing to send: the value is
/// absent, `null`, or a list or object without elements.
///
/// # Errors
///
/// Says what about the value cannot be sent in this style.
pub(super) fn encode(parameter: &Parameter, value: &dyn Slot) -> Result<Option<String>, String> {
    let form = Form { parameter };
    if parameter.style == Style::Json {
        return form.json(value).map(Some);
    }
    if parameter.location == Location::QueryString
        && parameter.style == Style::Form
        && let Ok(fields) = entries(value)
    {
        return form.fields(fields);
    }
    match Item::new(value, parameter.nested_json)? {
        Item::Nothing | Item::Null => Ok(form.empty()),
        Item::Text(text) => form.scalar(&text).map(Some),
        Item::List(elements) if elements.is_empty() => Ok(form.empty()),
        Item::Object(entries) if entries.is_empty() => Ok(form.empty()),
        Item::List(elements) => form.list(&elements),
        Item::Object(entries) => form.object(&entries),
    }
}

/// Encodes by the style of one parameter.
struct Form<'p> {
    parameter: &'p Parameter,
}

impl Form<'_> {
    /// A document of its own: no style has a say in it.
    fn json(&self, value: &dyn Slot) -> Result<String, String> {
        let json = super::encode(value).map_err(|error| error.to_string())?;
        let json = String::from_utf8(json).map_err(|error| error.to_string())?;
        let text = match self.parameter.location {
            Location::Header => characters::json_in_ascii(&json),
            Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
                self.key(&json)
            }
        };
        Ok(self.named_or_bare(&text))
    }

    /// What is sent where there is no value (`allowEmptyValue`).
    fn empty(&self) -> Option<String> {
        self.parameter.allow_empty.then(|| self.named_or_bare(""))
    }

    /// The fields of a form that is the whole query: a list once for each element, whatever else
    /// has parts as JSON.
    fn fields(&self, fields: Vec<(&str, &dyn Slot)>) -> Result<Option<String>, String> {
        let mut pairs = Vec::new();
        for (name, slot) in fields {
            for element in elements(slot.view()).unwrap_or_else(|| vec![slot]) {
                let text = self.text(&text_or_json(element)?)?;
                pairs.push(format!("{}={text}", self.key(name)));
            }
        }
        Ok((!pairs.is_empty()).then(|| pairs.join(self.separator())))
    }

    fn scalar(&self, text: &str) -> Result<String, String> {
        let value = self.text(text)?;
        Ok(match self.parameter.style {
            Style::Simple | Style::Json => value,
            Style::Label => format!(".{value}"),
            Style::Matrix => self.matrix(&value),
            // Some of these have no form of their own for a single value. This is what it is where
            // a list or an object could stand as well.
            Style::Form
            | Style::SpaceDelimited
            | Style::PipeDelimited
            | Style::DeepObject
            | Style::Brackets
            | Style::Cookie
            | Style::Text => self.named_or_bare(&value),
        })
    }

    fn list(&self, elements: &[Item<'_>]) -> Result<Option<String>, String> {
        if self.is_nested() {
            return nested::list(self, elements).map(Some);
        }
        let values = elements.iter().map(|element| self.flat(element));
        let values = values.collect::<Result<Vec<_>, _>>()?;
        self.joined(&values).map(Some)
    }

    fn object(&self, entries: &[(&str, Item<'_>)]) -> Result<Option<String>, String> {
        if self.is_nested() {
            return nested::object(self, entries);
        }
        let mut pairs = Vec::with_capacity(entries.len());
        for (key, item) in entries {
            if !matches!(item, Item::Nothing) {
                pairs.push((*key, self.flat(item)?));
            }
        }
        if self.parameter.explode {
            let pairs = pairs
                .iter()
                .map(|(key, value)| format!("{}={value}", self.key(key)));
            return Ok(Some(self.exploded(&pairs.collect::<Vec<_>>())));
        }
        let mut flat = Vec::with_capacity(pairs.len() * 2);
        for (key, value) in pairs {
            flat.extend([self.element(key)?, value]);
        }
        self.joined(&flat).map(Some)
    }

    fn is_nested(&self) -> bool {
        matches!(self.parameter.style, Style::Brackets | Style::DeepObject)
    }

    /// Values in one list: `a,b`, or one by one where the style and `explode` say so.
    fn joined(&self, values: &[String]) -> Result<String, String> {
        let Parameter { style, explode, .. } = *self.parameter;
        Ok(match style {
            Style::Simple => values.join(","),
            Style::Label => format!(".{}", values.join(if explode { "." } else { "," })),
            Style::Matrix if explode => values.iter().map(|value| self.matrix(value)).collect(),
            Style::Matrix => self.matrix(&values.join(",")),
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::Cookie
                if explode =>
            {
                let named = values.iter().map(|value| self.named_or_bare(value));
                named.collect::<Vec<_>>().join(self.separator())
            }
            Style::SpaceDelimited => self.named_or_bare(&values.join("%20")),
            Style::PipeDelimited => self.named_or_bare(&values.join("%7C")),
            Style::Form | Style::Cookie | Style::DeepObject | Style::Brackets => {
                self.named_or_bare(&values.join(","))
            }
            Style::Json | Style::Text => {
                return Err("a list or object is no text; give the text itself".to_owned());
            }
        })
    }

    /// Pairs of an object that stand for themselves: `R=100&G=200`.
    fn exploded(&self, pairs: &[String]) -> String {
        match self.parameter.style {
            Style::Simple | Style::Json | Style::Text => pairs.join(","),
            Style::Label => format!(".{}", pairs.join(".")),
            Style::Matrix => format!(";{}", pairs.join(";")),
            Style::Form
            | Style::SpaceDelimited
            | Style::PipeDelimited
            | Style::DeepObject
            | Style::Brackets
            | Style::Cookie => pairs.join(self.separator()),
        }
    }

    /// An element where only single values can stand.
    fn flat(&self, item: &Item<'_>) -> Result<String, String> {
        match item {
            Item::Text(text) => self.element(text),
            Item::Nothing | Item::Null => Ok(String::new()),
            Item::List(_) | Item::Object(_) => Err(format!(
                "a list or object inside another has no form in the style {:?}",
                self.parameter.style
            )),
        }
    }

    /// One of several values. What separates them must not stand in one: these separators are
    /// percent-encoded themselves, and there is nothing to tell them apart by.
    fn element(&self, text: &str) -> Result<String, String> {
        let separator = match self.parameter.style {
            Style::SpaceDelimited => Some(' '),
            Style::PipeDelimited => Some('|'),
            Style::Simple
            | Style::Label
            | Style::Matrix
            | Style::Form
            | Style::DeepObject
            | Style::Brackets
            | Style::Cookie
            | Style::Json
            | Style::Text => None,
        };
        match separator.filter(|separator| !self.parameter.explode && text.contains(*separator)) {
            Some(separator) => Err(format!(
                "a value holds `{separator}`, which separates values in the style {:?}",
                self.parameter.style
            )),
            None => self.text(text),
        }
    }

    fn matrix(&self, value: &str) -> String {
        let name = self.key(self.parameter.name);
        if value.is_empty() {
            format!(";{name}")
        } else {
            format!(";{name}={value}")
        }
    }

    /// `name=value`; the value alone in a path, a header or as the whole query, which have no names.
    fn named_or_bare(&self, value: &str) -> String {
        match self.parameter.location {
            Location::Query => format!("{}={value}", self.key(self.parameter.name)),
            Location::Cookie => format!("{}={value}", self.parameter.name),
            Location::Path | Location::QueryString | Location::Header => value.to_owned(),
        }
    }

    fn separator(&self) -> &'static str {
        match self.parameter.location {
            Location::Cookie => "; ",
            Location::Path | Location::Query | Location::QueryString | Location::Header => "&",
        }
    }

    fn key(&self, text: &str) -> String {
        characters::key(self.parameter, text)
    }

    fn text(&self, text: &str) -> Result<String, String> {
        characters::value(self.parameter, text)
    }
}
