// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[],
    schemes: &[
        runtime::SchemeSpec {
            name: "inHeader",
            setter: "in_header",
            kind: runtime::SchemeKind::HeaderKey("X-Key"),
        },
        runtime::SchemeSpec {
            name: "inQuery",
            setter: "in_query",
            kind: runtime::SchemeKind::QueryKey("key"),
        },
        runtime::SchemeSpec {
            name: "inCookie",
            setter: "in_cookie",
            kind: runtime::SchemeKind::CookieKey("session"),
        },
    ],
};
impl<S: runtime::Service> ClientBuilder<S> {
    pub fn in_header(self, key: impl Into<String>) -> Self;
    pub fn in_query(self, key: impl Into<String>) -> Self;
    pub fn in_cookie(self, key: impl Into<String>) -> Self;
}

// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    accept: "*/*",
    security: &[&[0], &[1], &[2]],
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
