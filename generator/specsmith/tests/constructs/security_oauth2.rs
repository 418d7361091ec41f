// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[],
    schemes: &[
        runtime::SchemeSpec {
            name: "machine",
            setter: "machine",
            kind: runtime::SchemeKind::OAuth2 { token_url: Some("https://id.example/token") },
        },
        runtime::SchemeSpec {
            name: "person",
            setter: "person",
            kind: runtime::SchemeKind::OAuth2 { token_url: None },
        },
        runtime::SchemeSpec {
            name: "openId",
            setter: "open_id",
            kind: runtime::SchemeKind::Bearer,
        },
    ],
};
impl<S: runtime::Service> ClientBuilder<S> {
    pub fn machine(self, token: impl Into<runtime::Secret>) -> Self;
    pub fn person(self, token: impl Into<runtime::Secret>) -> Self;
    pub fn open_id(self, token: impl Into<runtime::Secret>) -> Self;
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
