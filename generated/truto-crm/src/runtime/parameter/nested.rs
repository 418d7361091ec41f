// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Values whose keys show the way: `name[a][b]=c`.
//!
//! It must not know any other style.

use super::super::spec::Style;
use super::Form;
use super::item::Item;

/// Deepest nesting of a value.
const DEPTH: u32 = 64;

/// `name[]=a&name[]=b`
pub(super) fn list(form: &Form<'_>, elements: &[Item<'_>]) -> Result<String, String> {
    let mut pairs = Pairs::new(form);
    let key = format!("{}%5B%5D", form.key(form.parameter.name));
    for element in elements {
        pairs.add(element, &key, 1)?;
    }
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
                // OpenAPI does not say what a list in a deepObject looks like; repeating the key
                // is what most servers read.
                let key = match self.form.parameter.style == Style::Brackets {
                    true => format!("{key}%5B%5D"),
                    false => key.to_owned(),
                };
                elements
                    .iter()
                    .try_for_each(|element| self.add(element, &key, depth + 1))
            }
            Item::Object(entries) => self.entries(entries, key, depth),
        }
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
