//! Pages that are told by the usual names and shapes.
//!
//! It must not guess where a wrong guess would make requests of another kind: only GET has pages of
//! its own accord.

use specsmith_openapi::api::{Api, Location, Method, Operation, Parameter, TypeId};

use super::super::super::Plan;
use super::page::{self, find, folded};
use super::{NextPage, PagePlace, Paging};

/// Parameters that take a cursor, folded.
const CURSORS: &[&str] = &[
    "cursor",
    "pagetoken",
    "nexttoken",
    "nextcursor",
    "nextpagetoken",
    "continuationtoken",
    "continuation",
    "continue",
    "startcursor",
    "starttoken",
    "startingtoken",
    "paginationtoken",
    "pagecursor",
    "pageafter",
    "after",
    "aftercursor",
    "afterid",
    "startingafter",
    "startafter",
    "marker",
    "bookmark",
    "page",
];

/// What a page calls the cursor of the next one, folded.
const NEXT: &[&str] = &[
    "nextcursor",
    "nextpagetoken",
    "nextpagecursor",
    "nexttoken",
    "nextmarker",
    "nextcontinuationtoken",
    "continuationtoken",
    "continue",
    "nextpage",
    "nextbookmark",
    "nextafter",
    "next",
    "endcursor",
    "cursor",
    "after",
    "paginationtoken",
    "bookmark",
];

/// What a page calls the URL of the next one, folded.
const URLS: &[&str] = &[
    "odatanextlink",
    "nexturl",
    "nextlink",
    "nextpageurl",
    "nextpageuri",
    "nextpagelink",
    "nexthref",
    "nexturi",
    "next",
    "href",
];

/// What a page calls it that there are more, folded.
const MORE: &[&str] = &["hasmore", "hasnextpage", "hasnext", "more", "hasmoreitems"];

/// What a page calls the number of all items, folded.
const ITEMS: &[&str] = &[
    "totalcount",
    "totalitems",
    "totalresults",
    "totalrecords",
    "totalelements",
    "totalsize",
    "total",
];

/// What a page calls the number of all pages, folded.
const PAGES: &[&str] = &[
    "totalpages",
    "pagecount",
    "numpages",
    "pagestotal",
    "lastpage",
];

/// Parameters that count items, folded.
const OFFSETS: &[&str] = &["offset", "skip", "pageoffset", "startat", "firstresult"];

/// Parameters that count pages, folded.
const NUMBERS: &[&str] = &[
    "page",
    "pagenumber",
    "pageno",
    "pagenum",
    "pageindex",
    "currentpage",
];

/// Parameters that say how many items a page has, folded.
const SIZES: &[&str] = &[
    "limit",
    "pagesize",
    "perpage",
    "pagelimit",
    "maxresults",
    "maxitems",
    "size",
    "count",
    "top",
    "take",
    "rows",
    "results",
    "first",
];

pub(super) fn paging(plan: &Plan<'_>, op: &Operation) -> Option<Paging> {
    if op.method != Method::Get {
        return None;
    }
    let page = super::page_of(plan, op)?;
    let view = View {
        api: plan.api,
        op,
        page,
        items: page::items(plan.api, page)?,
    };
    let next = view.link().or_else(|| view.cursor());
    let next = next.or_else(|| view.last()).or_else(|| view.url());
    let next = next.or_else(|| view.offset()).or_else(|| view.number())?;
    Some(Paging {
        more: view.said(MORE, page::is_flag),
        total: match next {
            NextPage::Offset { .. } => view.said(ITEMS, page::is_number),
            NextPage::Number { .. } => view.said(PAGES, page::is_number),
            NextPage::Cursor { .. } | NextPage::Url { .. } | NextPage::Link => None,
        },
        next,
        items: view.items,
    })
}

struct View<'a> {
    api: &'a Api,
    op: &'a Operation,
    page: TypeId,
    items: Vec<String>,
}

impl View<'_> {
    fn said(&self, names: &[&str], test: fn(&Api, TypeId) -> bool) -> Option<Vec<String>> {
        find(self.api, self.page, names, test).map(|(route, _)| route)
    }

    /// The first query parameter of one of the names that passes a test.
    fn parameter(
        &self,
        names: &[&str],
        test: fn(&Api, TypeId) -> bool,
    ) -> Option<(usize, &Parameter)> {
        let fits = |it: &Parameter, name: &str| {
            it.location == Location::Query && folded(&it.name) == name && test(self.api, it.ty.ty)
        };
        names.iter().find_map(|name| {
            let mut all = self.op.parameters.iter().enumerate();
            all.find(|(_, parameter)| fits(parameter, name))
        })
    }

    fn has_size(&self) -> bool {
        self.parameter(SIZES, page::is_number).is_some()
    }

    fn link(&self) -> Option<NextPage> {
        let mut responses = super::super::successes(self.op).into_iter();
        let is_said = responses.any(|(_, response)| {
            let mut headers = response.headers.iter();
            headers.any(|header| header.name.eq_ignore_ascii_case("link"))
        });
        let is_paged = self.has_size()
            || self.parameter(CURSORS, page::is_scalar).is_some()
            || self.parameter(OFFSETS, page::is_number).is_some();
        (is_said && is_paged).then_some(NextPage::Link)
    }

    fn cursor(&self) -> Option<NextPage> {
        let (position, _) = self.parameter(CURSORS, page::is_text)?;
        let from = self.said(NEXT, page::is_text)?;
        let to = PagePlace::Parameter(position);
        Some(NextPage::Cursor { to, from })
    }

    /// The id of the last item is the cursor.
    fn last(&self) -> Option<NextPage> {
        let names = ["startingafter", "afterid", "after"];
        let (position, _) = self.parameter(&names, page::is_text)?;
        self.said(MORE, page::is_flag)?;
        let to = PagePlace::Parameter(position);
        let from = self.said(&["lastid"], page::is_text);
        let from = from.or_else(|| self.last_item())?;
        Some(NextPage::Cursor { to, from })
    }

    fn last_item(&self) -> Option<Vec<String>> {
        let mut list = self.page;
        for name in &self.items {
            let mut fields = page::fields(self.api, list).iter();
            list = fields.find(|field| field.name == *name)?.ty.ty;
        }
        let specsmith_openapi::api::Shape::List(list) = &self.api[list].shape else {
            return None;
        };
        let mut fields = page::fields(self.api, list.items.ty).iter();
        fields.find(|it| it.name == "id" && page::is_text(self.api, it.ty.ty))?;
        let last = ["[-1]".to_owned(), "id".to_owned()];
        Some(self.items.iter().cloned().chain(last).collect())
    }

    /// `href` counts only behind `next`.
    fn url(&self) -> Option<NextPage> {
        let from = self.said(URLS, page::is_text)?;
        let mut words = from.iter().rev().map(|name| folded(name));
        let is_href = words.next().is_some_and(|last| last == "href");
        if is_href && words.next().is_none_or(|before| before != "next") {
            return None;
        }
        Some(NextPage::Url { from })
    }

    fn offset(&self) -> Option<NextPage> {
        let (position, _) = self.parameter(OFFSETS, page::is_number)?;
        let is_paged = self.has_size() || self.said(ITEMS, page::is_number).is_some();
        let to = PagePlace::Parameter(position);
        is_paged.then_some(NextPage::Offset { to })
    }

    fn number(&self) -> Option<NextPage> {
        let (position, parameter) = self.parameter(NUMBERS, page::is_number)?;
        let is_paged = self.has_size()
            || self.said(PAGES, page::is_number).is_some()
            || self.said(MORE, page::is_flag).is_some();
        let to = PagePlace::Parameter(position);
        let first = first(parameter);
        is_paged.then_some(NextPage::Number { to, first })
    }
}

/// Number of the first page: the default, else 1, unless less is allowed.
pub(super) fn first(parameter: &Parameter) -> u64 {
    let default = parameter.default.as_ref().and_then(|value| value.as_u64());
    let least = parameter.constraints.minimum.as_ref();
    let least = least.and_then(serde_json::Number::as_u64);
    default.or(least).map_or(1, |number| number.min(1))
}
