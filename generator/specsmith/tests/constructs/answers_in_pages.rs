// headers.rs
pub static LINK: Header<String> = Header::new("Link");

// pages.rs
impl<M: Mode> Pages<M> {
    pub fn list_by_cursor(&self) -> ListByCursor<M>;
    pub fn list_by_last_item(&self) -> ListByLastItem<M>;
    pub fn list_by_offset(&self) -> ListByOffset<M>;
    pub fn list_by_number(&self) -> ListByNumber<M>;
    pub fn list_by_link(&self) -> ListByLink<M>;
    pub fn list_by_url(&self) -> ListByUrl<M>;
    pub fn search(&self) -> Search<M>;
}
static LIST_BY_CURSOR: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByCursor",
    method: "GET",
    path: "/by-cursor",
    parameters: &[runtime::Parameter::query("cursor")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Cursor {
                to: runtime::PagePlace::Parameter(0),
                from: &["meta", "next_cursor"],
            },
            items: &["data"],
            more: Some(&["meta", "has_more"]),
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByCursor<M = Async, T = ListByCursorResponse> = Call<op::ListByCursor, T, M>;
impl<M: Mode, T> ListByCursor<M, T> {
    pub fn cursor(mut self, cursor: &str) -> Self;
}
impl<M: Mode> ListByCursor<M> {
    pub fn pages(self) -> runtime::Pages<ListByCursorResponse, M>;
    pub fn items(self) -> runtime::PageItems<ListByCursorResponse, Item, M>;
}
static LIST_BY_LAST_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByLastItem",
    method: "GET",
    path: "/by-last-item",
    parameters: &[runtime::Parameter::query("starting_after")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Cursor {
                to: runtime::PagePlace::Parameter(0),
                from: &["data", "[-1]", "id"],
            },
            items: &["data"],
            more: Some(&["has_more"]),
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByLastItem<M = Async, T = ListByLastItemResponse> = Call<op::ListByLastItem, T, M>;
impl<M: Mode, T> ListByLastItem<M, T> {
    pub fn starting_after(mut self, starting_after: &str) -> Self;
}
impl<M: Mode> ListByLastItem<M> {
    pub fn pages(self) -> runtime::Pages<ListByLastItemResponse, M>;
    pub fn items(self) -> runtime::PageItems<ListByLastItemResponse, Item, M>;
}
static LIST_BY_OFFSET: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByOffset",
    method: "GET",
    path: "/by-offset",
    parameters: &[runtime::Parameter::query("limit"), runtime::Parameter::query("offset")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Offset { to: runtime::PagePlace::Parameter(1) },
            items: &["items"],
            more: None,
            total: Some(&["total_count"]),
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByOffset<M = Async, T = Counted> = Call<op::ListByOffset, T, M>;
impl<M: Mode, T> ListByOffset<M, T> {
    pub fn limit(mut self, limit: i64) -> Self;
    pub fn offset(mut self, offset: i64) -> Self;
}
impl<M: Mode> ListByOffset<M> {
    pub fn pages(self) -> runtime::Pages<Counted, M>;
    pub fn items(self) -> runtime::PageItems<Counted, Item, M>;
}
static LIST_BY_NUMBER: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByNumber",
    method: "GET",
    path: "/by-number",
    parameters: &[runtime::Parameter::query("limit"), runtime::Parameter::query("page")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Number { to: runtime::PagePlace::Parameter(1), first: 0 },
            items: &["items"],
            more: None,
            total: Some(&["total_pages"]),
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByNumber<M = Async, T = Counted> = Call<op::ListByNumber, T, M>;
impl<M: Mode, T> ListByNumber<M, T> {
    pub fn limit(mut self, limit: i64) -> Self;
    pub fn page(mut self, page: i64) -> Self;
}
impl<M: Mode> ListByNumber<M> {
    pub fn pages(self) -> runtime::Pages<Counted, M>;
    pub fn items(self) -> runtime::PageItems<Counted, Item, M>;
}
static LIST_BY_LINK: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByLink",
    method: "GET",
    path: "/by-link",
    parameters: &[runtime::Parameter::query("limit"), runtime::Parameter::query("items")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec { next: runtime::NextPage::Link, items: &[], more: None, total: None },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByLink<M = Async, T = Vec<Item>> = Call<op::ListByLink, T, M>;
impl<M: Mode, T> ListByLink<M, T> {
    pub fn limit(mut self, limit: i64) -> Self;
    pub fn items_query(mut self, items_query: &str) -> Self;
}
impl<M: Mode> ListByLink<M> {
    pub fn pages(self) -> runtime::Pages<Vec<Item>, M>;
    pub fn items(self) -> runtime::PageItems<Vec<Item>, Item, M>;
}
static LIST_BY_URL: runtime::OperationSpec = runtime::OperationSpec {
    id: "listByUrl",
    method: "GET",
    path: "/by-url",
    parameters: &[],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Url { from: &["_links", "next", "href"] },
            items: &["things"],
            more: None,
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListByUrl<M = Async, T = ListByUrlResponse> = Call<op::ListByUrl, T, M>;
impl<M: Mode> ListByUrl<M> {
    pub fn pages(self) -> runtime::Pages<ListByUrlResponse, M>;
    pub fn items(self) -> runtime::PageItems<ListByUrlResponse, Item, M>;
}
static SEARCH: runtime::OperationSpec = runtime::OperationSpec {
    id: "search",
    method: "GET",
    path: "/not-in-pages",
    parameters: &[runtime::Parameter::query("cursor"), runtime::Parameter::query("items")],
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type Search<M = Async, T = Vec<Item>> = Call<op::Search, T, M>;
impl<M: Mode, T> Search<M, T> {
    pub fn cursor(mut self, cursor: &str) -> Self;
    pub fn items(mut self, items: &str) -> Self;
}

// types/counted.rs
/// `Counted` of the description.
pub struct Counted {
    /// `total_count`.
    pub total_count: Option<i64>,
    /// `total_pages`.
    pub total_pages: Option<i64>,
    /// `items`.
    pub items: Vec<Item>,
    extra: Extra<Value>,
}
impl Counted {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("total_count"),
        Field::Optional("total_pages"),
        Field::Required("items"),
    ];
    pub fn new(items: impl IntoIterator<Item = impl Into<Item>>) -> Self;
}

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `id`.
    pub id: String,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[Field::Required("id")];
    pub fn new(id: impl Into<String>) -> Self;
}

// types/list_by_cursor.rs
/// `listByCursor.response` of the description.
pub struct ListByCursorResponse {
    /// `meta`.
    pub meta: ListByCursorResponseMeta,
    /// `data`.
    pub data: Option<Vec<Item>>,
    extra: Extra<Value>,
}
impl ListByCursorResponse {
    pub const FIELDS: &'static [Field] = &[Field::Required("meta"), Field::Optional("data")];
    pub fn new(meta: ListByCursorResponseMeta) -> Self;
}
/// `listByCursor.response.meta` of the description.
pub struct ListByCursorResponseMeta {
    /// `next_cursor`.
    pub next_cursor: Option<String>,
    /// `has_more`.
    pub has_more: Option<bool>,
    extra: Extra<Value>,
}
impl ListByCursorResponseMeta {
    pub const FIELDS: &'static [Field] = &[
        Field::Nullable("next_cursor"),
        Field::Optional("has_more"),
    ];
    pub fn new() -> Self;
}

// types/list_by_last_item.rs
/// `listByLastItem.response` of the description.
pub struct ListByLastItemResponse {
    /// `has_more`.
    pub has_more: bool,
    /// `data`.
    pub data: Vec<Item>,
    extra: Extra<Value>,
}
impl ListByLastItemResponse {
    pub const FIELDS: &'static [Field] = &[Field::Required("has_more"), Field::Required("data")];
    pub fn new(has_more: bool, data: impl IntoIterator<Item = impl Into<Item>>) -> Self;
}

// types/list_by_url.rs
/// `listByUrl.response` of the description.
pub struct ListByUrlResponse {
    /// `_links`.
    pub links: Option<ListByUrlResponseLinks>,
    /// `things`.
    pub things: Option<Vec<Item>>,
    extra: Extra<Value>,
}
impl ListByUrlResponse {
    pub const FIELDS: &'static [Field] = &[Field::Optional("_links"), Field::Optional("things")];
    pub fn new() -> Self;
}
/// `listByUrl.response._links` of the description.
pub struct ListByUrlResponseLinks {
    /// `next`.
    pub next: Option<ListByUrlResponseLinksNext>,
    extra: Extra<Value>,
}
impl ListByUrlResponseLinks {
    pub const FIELDS: &'static [Field] = &[Field::Optional("next")];
    pub fn new() -> Self;
}
/// `listByUrl.response._links.next` of the description.
pub struct ListByUrlResponseLinksNext {
    /// `href`.
    pub href: Option<String>,
    extra: Extra<Value>,
}
impl ListByUrlResponseLinksNext {
    pub const FIELDS: &'static [Field] = &[Field::Optional("href")];
    pub fn new() -> Self;
}
