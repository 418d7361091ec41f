// items.rs
impl<M: Mode> Items<M> {
    pub fn get(&self, id: uuid::Uuid, since: jiff::Timestamp) -> GetItem<M>;
}
static GET_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "getItem",
    method: "GET",
    path: "/items/{id}",
    parameters: &[
        runtime::Parameter::path("id"),
        runtime::Parameter::query("since").required(),
        runtime::Parameter::query("limit").constraints(&[Constraint::Maximum(100.0)]),
        runtime::Parameter::query("path").allow_reserved(),
        runtime::Parameter::query("flag").allow_empty(),
        runtime::Parameter::query("sort"),
        runtime::Parameter::header("X-Trace"),
        runtime::Parameter::cookie("session"),
    ],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type GetItem<M = Async, T = ()> = Call<op::GetItem, T, M>;
impl<M: Mode, T> GetItem<M, T> {
    pub fn limit(mut self, limit: i64) -> Self;
    pub fn path(mut self, path: &str) -> Self;
    pub fn flag(mut self, flag: impl Into<Option<bool>>) -> Self;
    #[deprecated]
    pub fn sort(mut self, sort: impl Into<GetItemSort>) -> Self;
    pub fn x_trace(mut self, x_trace: &str) -> Self;
    pub fn session(mut self, session: &str) -> Self;
}

// types/get_item.rs
/// `getItem.sort` of the description.
pub enum GetItemSort {
    /// `up`
    Up,
    /// `down`
    Down,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(GetItemSort { Up: "up", Down: "down" });
