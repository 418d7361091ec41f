// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: impl Into<runtime::Upload>) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec { content_type: "application/octet-stream", encodings: &[] }],
    body_required: true,
    accept: "application/octet-stream",
    responses: &[runtime::ResponseSpec::code(200, &["application/octet-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Raw> = Call<op::AddItem, T, M>;
