// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Values whose keys show the way: `name[a][b]=c`.
//!
//! It must not know any other style.

use super::super::spec::Style;
use super::Form;
use super::item::Item;

/// Deepest nesting of a value.
const DEPTH: u32 = 64;

/// `name[]=a&name[]=b`; of elements with parts `name[0][a]=b&name[1][a]=c`.
pub(super) fn list(form: &Form<'_>, elements: &[Item<'_>]) -> Result<String, String> {
    let mut pairs = Pairs::new(form);
    pairs.elements(elements, &form.key(form.parameter.name), true, 0)?;
    Ok(pairs.text)
}

/// `name[a]=b&name[c]=d`; `None` when nothing is in it.
pub(super) fn object(
    form: &Form<'_>,
    entries: &[(&str, Item<'_>)],
) -> Result<Option<String>, String> {
    let mut pairs = Pairs::new(form);
    pairs.entries(entries, &form.key(form.parameter.name), 0)?;
    Ok((!pairs.text.is_empty()).then_some(pairs.text))
}

struct Pairs<'f> {
    form: &'f Form<'f>,
    text: String,
}

impl<'f> Pairs<'f> {
    fn new(form: &'f Form<'f>) -> Self {
        Self {
            form,
            text: String::new(),
        }
    }

    fn add(&mut self, item: &Item<'_>, key: &str, depth: u32) -> Result<(), String> {
        if depth > DEPTH {
            return Err(format!("nested deeper than {DEPTH} levels"));
        }
        match item {
            Item::Nothing => Ok(()),
            Item::Null => {
                self.push(key, "");
                Ok(())
            }
            Item::Text(text) => {
                self.push(key, &self.form.text(text)?);
                Ok(())
            }
            Item::List(elements) => {
                let has_brackets = self.form.parameter.style == Style::Brackets;
                self.elements(elements, key, has_brackets, depth)
            }
            Item::Object(entries) => self.entries(entries, key, depth),
        }
    }

    /// OpenAPI does not say what a list in a deepObject looks like. Repeating the key is what most
    /// servers read; parts of one element are only told from those of the next by a number.
    fn elements(
        &mut self,
        elements: &[Item<'_>],
        key: &str,
        has_brackets: bool,
        depth: u32,
    ) -> Result<(), String> {
        let has_parts = |it: &Item<'_>| matches!(it, Item::Object(_) | Item::List(_));
        let is_counted = elements.iter().any(has_parts);
        elements.iter().enumerate().try_for_each(|(at, element)| {
            let key = match (is_counted, has_brackets) {
                (true, _) => format!("{key}%5B{at}%5D"),
                (false, true) => format!("{key}%5B%5D"),
                (false, false) => key.to_owned(),
            };
            self.add(element, &key, depth + 1)
        })
    }

    fn entries(
        &mut self,
        entries: &[(&str, Item<'_>)],
        key: &str,
        depth: u32,
    ) -> Result<(), String> {
        entries.iter().try_for_each(|(name, item)| {
            let key = format!("{key}%5B{}%5D", self.form.key(name));
            self.add(item, &key, depth + 1)
        })
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
