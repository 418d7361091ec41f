// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: impl Into<String>) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec { content_type: "text/plain", encodings: &[] }],
    body_required: true,
    accept: "text/plain",
    responses: &[runtime::ResponseSpec::code(200, &["text/plain"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = i64> = Call<op::AddItem, T, M>;
