//! Where the schemas of an operation are written: of parameters, bodies, answers and headers.
//!
//! This module must not know what stands in a schema.

use specsmith_openapi::api::{Location, Media, Operation, Parameter, Response, Status};
use specsmith_openapi::normalize::Dialect;
use specsmith_openapi::read::Node;

use super::source::{Place, Source};

/// The schemas of one operation. `None` of any: nothing is written there that could be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) source: &'a Source,
    pub(super) operation: &'a Operation,
}

impl Places<'_> {
    fn operation(&self) -> Place {
        Place {
            file: self.operation.origin.file,
            pointer: self.operation.pointer.trim_start_matches('#').to_owned(),
        }
    }

    /// The path item around the operation.
    fn item(&self) -> Option<Place> {
        let operation = self.operation();
        let (item, _) = operation.pointer.rsplit_once('/')?;
        let item = item.strip_suffix("/additionalOperations").unwrap_or(item);
        Some(Place {
            file: operation.file,
            pointer: item.to_owned(),
        })
    }

    /// The parameters that are written at the operation, then those of the path item.
    fn parameters(&self) -> Vec<Place> {
        let owners = [Some(self.operation()), self.item()];
        let lists = owners
            .into_iter()
            .flatten()
            .map(|it| it.below(&["parameters"]));
        lists.flat_map(|list| self.items(&list)).collect()
    }

    fn items(&self, list: &Place) -> Vec<Place> {
        let nodes = self.source.at(list).and_then(Node::as_list);
        let count = nodes.map_or(0, <[Node]>::len);
        let places = (0..count).map(|index| list.below(&[&index.to_string()]));
        places
            .filter_map(|place| self.source.follow(place))
            .collect()
    }

    /// The schema of a parameter.
    pub(super) fn parameter(&self, parameter: &Parameter) -> Option<Place> {
        let location = match parameter.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::QueryString => "querystring",
            Location::Header => "header",
            Location::Cookie => "cookie",
        };
        let place = self.named(location, &parameter.name)?;
        self.schema_of(place)
    }

    fn named(&self, location: &str, name: &str) -> Option<Place> {
        let text = |place: &Place, key| self.source.at(place)?.get(key)?.as_str();
        let mut parameters = self.parameters().into_iter();
        parameters.find(|it| text(it, "in") == Some(location) && text(it, "name") == Some(name))
    }

    /// The schema of a parameter or header: under `schema`, under `content`, or, in 2.0, itself.
    fn schema_of(&self, place: Place) -> Option<Place> {
        let node = self.source.at(&place)?;
        if let Some(content) = node.get("content").and_then(Node::as_map) {
            let key = &content.entries().first()?.key.text;
            let media = self.source.follow(place.below(&["content", key]))?;
            return self.existing(media.below(&["schema"]));
        }
        if node.get("schema").is_some() {
            return Some(place.below(&["schema"]));
        }
        (self.source.dialect == Dialect::V20).then_some(place)
    }

    fn existing(&self, place: Place) -> Option<Place> {
        self.source.at(&place).is_some().then_some(place)
    }

    /// The schema of a body as a whole. Fields of a form in 2.0 have none: see
    /// [`form_fields`](Self::form_fields).
    pub(super) fn body(&self, media: &Media) -> Option<Place> {
        if self.source.dialect == Dialect::V20 {
            let is_body = |place: &Place| {
                let location = self.source.at(place).and_then(|it| it.get("in")?.as_str());
                location == Some("body")
            };
            let body = self.parameters().into_iter().find(is_body)?;
            return self.existing(body.below(&["schema"]));
        }
        let body = self
            .source
            .follow(self.operation().below(&["requestBody"]))?;
        self.content(&body, media, "schema")
    }

    /// The schema of each item of a body that is a sequence.
    pub(super) fn body_item(&self, media: &Media) -> Option<Place> {
        let body = self
            .source
            .follow(self.operation().below(&["requestBody"]))?;
        self.content(&body, media, "itemSchema")
    }

    /// The fields of a form in 2.0: the name of each, whether it is required, and its schema.
    pub(super) fn form_fields(&self) -> Vec<(String, bool, Place)> {
        let mut fields: Vec<(String, bool, Place)> = Vec::new();
        for place in self.parameters() {
            let Some(node) = self.source.at(&place) else {
                continue;
            };
            let text = |key| node.get(key).and_then(Node::as_str);
            if let (Some("formData"), Some(name)) = (text("in"), text("name"))
                && !fields.iter().any(|(known, ..)| known == name)
            {
                let required = node.get("required").and_then(Node::as_bool) == Some(true);
                fields.push((name.to_owned(), required, place));
            }
        }
        fields
    }

    /// What is written about a response.
    fn response(&self, response: &Response) -> Option<Place> {
        let responses = self.operation().below(&["responses"]);
        let map = self.source.at(&responses)?.as_map()?;
        let key = map.keys().find(|key| is_key_of(key, response.status))?;
        self.source.follow(responses.below(&[key]))
    }

    /// The schema of an answer as a whole.
    pub(super) fn answer(&self, response: &Response, media: &Media) -> Option<Place> {
        let place = self.response(response)?;
        if self.source.dialect == Dialect::V20 {
            return self.existing(place.below(&["schema"]));
        }
        self.content(&place, media, "schema")
    }

    /// The schema of each item of an answer that is a sequence.
    pub(super) fn answer_item(&self, response: &Response, media: &Media) -> Option<Place> {
        self.content(&self.response(response)?, media, "itemSchema")
    }

    /// The schema of a header of an answer.
    pub(super) fn header(&self, response: &Response, name: &str) -> Option<Place> {
        let headers = self.response(response)?.below(&["headers"]);
        let place = self.source.follow(headers.below(&[name]))?;
        self.schema_of(place)
    }

    fn content(&self, owner: &Place, media: &Media, keyword: &str) -> Option<Place> {
        let content = owner.below(&["content"]);
        let map = self.source.at(&content)?.as_map()?;
        let key = map
            .keys()
            .find(|key| key.trim() == media.content_type.trim());
        let key = key.or_else(|| {
            let mut keys = map.keys();
            keys.find(|key| key.trim().eq_ignore_ascii_case(media.content_type.trim()))
        })?;
        let media = self.source.follow(content.below(&[key]))?;
        self.existing(media.below(&[keyword]))
    }
}

/// Whether a key under `responses` means a status; `2xx` is written in any case.
fn is_key_of(key: &str, status: Status) -> bool {
    let key = key.trim();
    match status {
        Status::Code(code) => key == code.to_string(),
        Status::Range(hundred) => key.eq_ignore_ascii_case(&format!("{hundred}XX")),
        Status::Default => key.eq_ignore_ascii_case("default"),
    }
}
