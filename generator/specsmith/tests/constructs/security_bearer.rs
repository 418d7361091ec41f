// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[],
    schemes: &[runtime::SchemeSpec {
        name: "bearerAuth",
        setter: "bearer_token",
        kind: runtime::SchemeKind::Bearer,
    }],
};

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
    security: &[&[0]],
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
