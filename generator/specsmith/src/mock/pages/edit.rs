//! What a page says of the next one, written into it where it stays valid.
//!
//! This module must not know which page is asked for.

use serde_json::{Value, json};

use super::super::judge::Compiled;
use super::place_of_list;

const NEXT: &[&str] = &[
    "next_cursor",
    "nextCursor",
    "next_page_token",
    "nextPageToken",
    "next_token",
    "nextToken",
    "next_page",
    "nextPage",
    "next",
    "next_url",
    "nextUrl",
    "next_page_uri",
    "next_page_url",
    "nextPageUrl",
    "next_link",
    "nextLink",
    "cursor",
    "after",
    "end_cursor",
    "endCursor",
    "next_marker",
    "continue",
    "continuation",
    "last_id",
    "lastId",
];
const MORE: &[&str] = &[
    "has_more",
    "hasMore",
    "has_next",
    "hasNext",
    "has_next_page",
    "hasNextPage",
    "more",
];
const HOLDERS: &[&str] = &[
    "paging",
    "pagination",
    "meta",
    "metadata",
    "links",
    "_links",
    "response_metadata",
    "page_info",
    "pageInfo",
    "cursors",
    "page",
];

/// Changes to a page that leave it valid.
pub(super) struct Edit<'a> {
    pub(super) schema: &'a Compiled,
    pub(super) value: &'a mut Value,
}

impl Edit<'_> {
    /// Does what leaves the value valid, or nothing.
    fn attempt(&mut self, change: impl FnOnce(&mut Value)) -> bool {
        let mut changed = self.value.clone();
        change(&mut changed);
        let is_valid = self.schema.is_valid(&changed) || !self.schema.is_valid(self.value);
        if is_valid {
            *self.value = changed;
        }
        is_valid
    }

    pub(super) fn empty(&mut self) {
        self.attempt(|value| {
            if let Some(items) = list_mut(value) {
                items.clear();
            }
        });
    }

    /// Says whether there is more, where the answer does.
    pub(super) fn more(&mut self, is_there: bool) {
        for pointer in self.places(MORE) {
            self.attempt(|value| {
                if let Some(place) = value.pointer_mut(&pointer).filter(|it| it.is_boolean()) {
                    *place = json!(is_there);
                }
            });
        }
    }

    /// Names the next page, by the first candidate that its place takes. Where no property names it,
    /// the id of the last item does.
    pub(super) fn next(&mut self, candidates: &[Value]) {
        let places = self.places(NEXT);
        for pointer in &places {
            self.first_that_fits(candidates, |value| value.pointer_mut(pointer));
        }
        if places.is_empty() {
            self.first_that_fits(candidates, |value| {
                list_mut(value)?.last_mut()?.get_mut("id")
            });
        }
    }

    fn first_that_fits(
        &mut self,
        candidates: &[Value],
        place: impl Fn(&mut Value) -> Option<&mut Value>,
    ) {
        for candidate in candidates {
            let done = self.attempt(|value| {
                if let Some(place) = place(value) {
                    *place = candidate.clone();
                }
            });
            if done {
                break;
            }
        }
    }

    /// Names no next page: `null`, else nothing, else the empty text.
    pub(super) fn end(&mut self) {
        for pointer in self.places(NEXT) {
            let to = |value: &mut Value, end: Value| {
                if let Some(place) = value.pointer_mut(&pointer) {
                    *place = end;
                }
            };
            let _ = self.attempt(|value| to(value, Value::Null))
                || self.attempt(|value| remove(value, &pointer))
                || self.attempt(|value| to(value, json!("")));
        }
    }

    /// Where properties of these names stand: at the root, or in what holds such things.
    fn places(&self, names: &[&str]) -> Vec<String> {
        let mut places = Vec::new();
        let mut holders = vec![(String::new(), &*self.value, 0)];
        while let Some((pointer, holder, depth)) = holders.pop() {
            for (name, value) in holder.as_object().into_iter().flatten() {
                let below = format!("{pointer}/{}", specsmith_openapi::read::escape_step(name));
                let is_holder = HOLDERS.contains(&name.as_str()) && value.is_object();
                if is_holder && depth < 2 {
                    holders.push((below, value, depth + 1));
                } else if names.contains(&name.as_str()) && !value.is_array() {
                    places.push(below);
                }
            }
        }
        places
    }
}

fn remove(value: &mut Value, pointer: &str) {
    if let Some((holder, name)) = pointer.rsplit_once('/')
        && let Some(Value::Object(map)) = value.pointer_mut(holder)
    {
        map.shift_remove(&*specsmith_openapi::read::unescape_step(name));
    }
}

fn list_mut(value: &mut Value) -> Option<&mut Vec<Value>> {
    let place = place_of_list(value)?;
    value.pointer_mut(&place)?.as_array_mut()
}
