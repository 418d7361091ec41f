// pages.rs
impl<M: Mode> Pages<M> {
    pub fn search_a(&self) -> SearchA<M>;
    pub fn list_b(&self) -> ListB<M>;
    pub fn list_c(&self) -> ListC<M>;
    pub fn list_one(&self) -> ListOnePage<M>;
    pub fn list_wrong(&self) -> ListWrong<M>;
}
static SEARCH_A: runtime::OperationSpec = runtime::OperationSpec {
    id: "searchA",
    method: "POST",
    path: "/a",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Cursor {
                to: runtime::PagePlace::Field("after"),
                from: &["hits", "[-1]", "id"],
            },
            items: &["hits"],
            more: None,
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type SearchA<M = Async, T = Hits> = Call<op::SearchA, T, M>;
impl<M: Mode, T> SearchA<M, T> {
    pub fn body(mut self, body: Query) -> Self;
}
impl<M: Mode> SearchA<M> {
    pub fn pages(self) -> runtime::Pages<Hits, M>;
    pub fn items(self) -> runtime::PageItems<Hits, HitsHitsItem, M>;
}
static LIST_B: runtime::OperationSpec = runtime::OperationSpec {
    id: "listB",
    method: "GET",
    path: "/b",
    parameters: &[],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Url { from: &["after"] },
            items: &["hits"],
            more: None,
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListB<M = Async, T = Hits> = Call<op::ListB, T, M>;
impl<M: Mode> ListB<M> {
    pub fn pages(self) -> runtime::Pages<Hits, M>;
    pub fn items(self) -> runtime::PageItems<Hits, HitsHitsItem, M>;
}
static LIST_C: runtime::OperationSpec = runtime::OperationSpec {
    id: "listC",
    method: "GET",
    path: "/c",
    parameters: &[runtime::Parameter::query("from")],
    responses: &[runtime::ResponseSpec::json(200)],
    paging: Some(
        &runtime::PagingSpec {
            next: runtime::NextPage::Cursor {
                to: runtime::PagePlace::Parameter(0),
                from: &["after"],
            },
            items: &["hits"],
            more: None,
            total: None,
        },
    ),
    ..runtime::OperationSpec::DEFAULT
};
pub type ListC<M = Async, T = Hits> = Call<op::ListC, T, M>;
impl<M: Mode, T> ListC<M, T> {
    pub fn from(mut self, from: &str) -> Self;
}
impl<M: Mode> ListC<M> {
    pub fn pages(self) -> runtime::Pages<Hits, M>;
    pub fn items(self) -> runtime::PageItems<Hits, HitsHitsItem, M>;
}
static LIST_ONE_PAGE: runtime::OperationSpec = runtime::OperationSpec {
    id: "listOnePage",
    method: "GET",
    path: "/one-page",
    parameters: &[runtime::Parameter::query("cursor")],
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListOnePage<M = Async, T = Hits> = Call<op::ListOnePage, T, M>;
impl<M: Mode, T> ListOnePage<M, T> {
    pub fn cursor(mut self, cursor: &str) -> Self;
}
static LIST_WRONG: runtime::OperationSpec = runtime::OperationSpec {
    id: "listWrong",
    method: "GET",
    path: "/wrong",
    parameters: &[],
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListWrong<M = Async, T = Hits> = Call<op::ListWrong, T, M>;

// types/hits.rs
/// `Hits` of the description.
pub struct Hits {
    /// `after`.
    pub after: Option<String>,
    /// `hits`.
    pub hits: Option<Vec<HitsHitsItem>>,
    extra: Extra<Value>,
}
impl Hits {
    pub const FIELDS: &'static [Field] = &[Field::Optional("after"), Field::Optional("hits")];
    pub fn new() -> Self;
}
/// `Hits.hits.item` of the description.
pub struct HitsHitsItem {
    /// `id`.
    pub id: Option<String>,
    extra: Extra<Value>,
}
impl HitsHitsItem {
    pub const FIELDS: &'static [Field] = &[Field::Optional("id")];
    pub fn new() -> Self;
}

// types/query.rs
/// `Query` of the description.
pub struct Query {
    /// `after`.
    pub after: Option<String>,
    extra: Extra<Value>,
}
impl Query {
    pub const FIELDS: &'static [Field] = &[Field::Optional("after")];
    pub fn new() -> Self;
}
