//! Pages as extensions of other generators describe them: `x-speakeasy-pagination` of an operation,
//! `x-stainless-pagination-property` of parameters and fields, `x-ms-pageable` of an operation.
//!
//! It must not know what usual names are.

use specsmith_openapi::api::{Extensions, Location, Operation, TypeId, Value};
use specsmith_openapi::report::Diagnostic;

use super::super::super::Plan;
use super::page;
use super::usual;
use super::{NextPage, PagePlace, Paging, Said};

pub(super) fn said(plan: &Plan<'_>, op: &Operation) -> Option<Said> {
    let reader = Reader {
        plan,
        op,
        page: super::page_of(plan, op),
    };
    let found = |name: &str| op.extensions.get(name);
    if let Some(value) = found("x-speakeasy-pagination") {
        return Some(reader.or_wrong("x-speakeasy-pagination", reader.speakeasy(value)));
    }
    if let Some(value) = found("x-ms-pageable") {
        return reader.pageable(value);
    }
    reader.stainless().map(Said::Pages)
}

struct Reader<'a> {
    plan: &'a Plan<'a>,
    op: &'a Operation,
    page: Option<TypeId>,
}

impl Reader<'_> {
    fn or_wrong(&self, name: &str, paging: Option<Paging>) -> Said {
        match paging {
            Some(paging) => Said::Pages(paging),
            None => Said::Wrong(Diagnostic::warning(
                "paging",
                self.op.origin,
                format!("`{name}` does not fit the parameters or the answer of the operation"),
                "say it by `[[sdk.pagination]]` in the configuration",
            )),
        }
    }

    fn speakeasy(&self, value: &Value) -> Option<Paging> {
        let inputs = value.get("inputs").and_then(Value::as_array);
        let inputs = inputs.map_or(&[][..], Vec::as_slice);
        let input = |kind: &str| {
            let mut inputs = inputs.iter();
            self.place(inputs.find(|it| it.get("type").and_then(Value::as_str) == Some(kind))?)
        };
        let output = |name: &str| route(value.get("outputs")?.get(name)?.as_str()?);
        let next = match value.get("type")?.as_str()? {
            "cursor" => NextPage::Cursor {
                to: input("cursor")?,
                from: output("nextCursor")?,
            },
            "url" => NextPage::Url {
                from: output("nextUrl")?,
            },
            "offsetLimit" => match (input("offset"), input("page")) {
                (Some(to), _) => NextPage::Offset { to },
                (None, Some(to)) => NextPage::Number {
                    first: self.first(&to),
                    to,
                },
                (None, None) => return None,
            },
            _ => return None,
        };
        Some(Paging {
            next,
            items: output("results").or_else(|| self.items())?,
            more: None,
            total: output("numPages"),
        })
    }

    /// Where an input of a request goes.
    fn place(&self, input: &Value) -> Option<PagePlace> {
        let name = input.get("name")?.as_str()?;
        match input.get("in")?.as_str()? {
            "parameters" => self.parameter(|it| it == name),
            "requestBody" => Some(PagePlace::Field(name.to_owned())),
            _ => None,
        }
    }

    fn parameter(&self, test: impl Fn(&str) -> bool) -> Option<PagePlace> {
        let mut parameters = self.op.parameters.iter();
        let position = parameters.position(|it| it.location != Location::Path && test(&it.name));
        position.map(PagePlace::Parameter)
    }

    fn first(&self, place: &PagePlace) -> u64 {
        match place {
            PagePlace::Parameter(position) => {
                self.op.parameters.get(*position).map_or(1, usual::first)
            }
            PagePlace::Field(_) => 1,
        }
    }

    fn items(&self) -> Option<Vec<String>> {
        page::items(self.plan.api, self.page?)
    }

    /// `nextLinkName: null` says that there is one page.
    fn pageable(&self, value: &Value) -> Option<Said> {
        let Some(next) = value.get("nextLinkName")?.as_str() else {
            return Some(Said::None);
        };
        let item = value.get("itemName").and_then(Value::as_str);
        let paging = Paging {
            next: NextPage::Url {
                from: vec![next.to_owned()],
            },
            items: vec![item.unwrap_or("value").to_owned()],
            more: None,
            total: None,
        };
        Some(Said::Pages(paging))
    }

    fn stainless(&self) -> Option<Paging> {
        let parameter = |wanted: &str| {
            let mut all = self.op.parameters.iter();
            let position = all.position(|it| purpose(&it.extensions) == Some(wanted));
            position.map(PagePlace::Parameter)
        };
        let field = |wanted: &str| self.field(self.page?, wanted, 0);
        let next = if let Some(from) = field("next_cursor_url_field") {
            NextPage::Url { from }
        } else if let Some(to) = parameter("next_cursor_param") {
            let from = field("next_cursor_field").or_else(|| field("cursor_item_id"))?;
            NextPage::Cursor { to, from }
        } else if let Some(to) = parameter("offset_count_param") {
            NextPage::Offset { to }
        } else {
            let to = parameter("page_number_param")?;
            let first = self.first(&to);
            NextPage::Number { to, first }
        };
        let total = match next {
            NextPage::Offset { .. } => field("offset_total_count_field"),
            NextPage::Number { .. } => field("total_page_count_field"),
            NextPage::Cursor { .. } | NextPage::Url { .. } | NextPage::Link => None,
        };
        Some(Paging {
            next,
            items: field("items").or_else(|| self.items())?,
            more: field("has_next_page"),
            total,
        })
    }

    /// Names that lead to the field of a purpose.
    fn field(&self, ty: TypeId, wanted: &str, depth: usize) -> Option<Vec<String>> {
        const DEPTH: usize = 3;
        let fields = page::fields(self.plan.api, ty);
        let own = fields
            .iter()
            .find(|it| purpose(&it.extensions) == Some(wanted));
        if let Some(own) = own {
            return Some(vec![own.name.clone()]);
        }
        let mut fields = fields.iter().filter(|_| depth < DEPTH);
        fields.find_map(|field| {
            let inner = self.field(field.ty.ty, wanted, depth + 1)?;
            Some(std::iter::once(field.name.clone()).chain(inner).collect())
        })
    }
}

fn purpose(extensions: &Extensions) -> Option<&str> {
    let said = extensions.get("x-stainless-pagination-property")?;
    said.get("purpose")?.as_str()
}

/// Names that a simple JSONPath (RFC 9535) leads by: members, and the last element of a list.
fn route(path: &str) -> Option<Vec<String>> {
    let mut rest = path.strip_prefix('$')?;
    let mut names = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = if let Some(member) = rest.strip_prefix('.') {
            let end = member.find(['.', '[']).unwrap_or(member.len());
            // Cannot panic: a mark was found there, or it is the end.
            member.split_at(end)
        } else {
            let (inside, behind) = rest.strip_prefix('[')?.split_once(']')?;
            match inside.trim() {
                "-1" => ("[-1]", behind),
                quoted => (quoted.trim_matches(['\'', '"']), behind),
            }
        };
        if name.is_empty() {
            return None;
        }
        names.push(name.to_owned());
        rest = behind;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::route;

    #[test]
    fn simple_paths_are_routes() {
        for (path, expected) in [
            ("$", Some("")),
            ("$.data", Some("data")),
            ("$.data.next_cursor", Some("data next_cursor")),
            ("$.results[-1].id", Some("results [-1] id")),
            ("$['@odata.nextLink']", Some("@odata.nextLink")),
            ("data", None),
            ("$.", None),
            ("$..x", None),
            ("$[", None),
        ] {
            let found = route(path).map(|names| names.join(" "));
            assert_eq!(found.as_deref(), expected, "{path}");
        }
    }
}
