// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[],
    schemes: &[
        runtime::SchemeSpec {
            name: "digest",
            setter: "digest",
            kind: runtime::SchemeKind::Authorization,
        },
        runtime::SchemeSpec {
            name: "certificate",
            setter: "client_certificate",
            kind: runtime::SchemeKind::Certificate,
        },
    ],
};
impl<S: runtime::Service> ClientBuilder<S> {
    pub fn digest(self, value: impl Into<String>) -> Self;
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
    security: &[&[0, 1]],
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
