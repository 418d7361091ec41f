// items.rs
impl<M: Mode> Items<M> {
    pub fn put(&self, id: &str, body: Item) -> PutItem<M>;
}
static PUT_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "putItem",
    method: "PUT",
    path: &[runtime::PathPart::Text("/items/"), runtime::PathPart::Parameter(0)],
    parameters: &[runtime::Parameter::path("id")],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    responses: &[runtime::ResponseSpec::code(200, &["application/json"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type PutItem<M = Async, T = Item> = Call<op::PutItem, T, M>;

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `id`.
    pub id: String,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[field!("id").required()];
    pub fn new(id: impl Into<String>) -> Self;
}
