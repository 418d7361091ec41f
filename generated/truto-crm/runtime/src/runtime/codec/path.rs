// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Where inside a JSON document something is.
//!
//! It must not know who asks: decode errors and violations print the same paths.

/// One step into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a declared field.
    Field(&'static str),
    /// Into an element of a list, from 0.
    Index(usize),
    /// Into an entry of an object with free keys.
    Key(String),
}

/// Prints steps behind what they start from, outermost first: `phone_numbers[2].type`.
pub(super) fn print<'a>(start: &str, steps: impl Iterator<Item = &'a Step>) -> String {
    let mut path = start.to_owned();
    for step in steps {
        match step {
            Step::Index(index) => path.push_str(&format!("[{index}]")),
            Step::Field(name) => print_key(&mut path, name),
            Step::Key(key) => print_key(&mut path, key),
        }
    }
    path
}

/// `.key`, or `["a key"]` for one that would not read as one word.
fn print_key(path: &mut String, key: &str) {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@');
    if key.is_empty() || !key.chars().all(word) {
        path.push_str(&format!("[{key:?}]"));
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}
