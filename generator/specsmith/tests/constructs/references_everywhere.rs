// items.rs
impl<M: Mode> Items<M> {
    pub fn put(&self, id: &str, body: Item) -> PutItem<M>;
}
static PUT_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "putItem",
    method: "PUT",
    path: "/items/{id}",
    parameters: &[runtime::Parameter::path("id")],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    responses: &[runtime::ResponseSpec::json(200)],
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
    pub const FIELDS: &'static [Field] = &[Field::Required("id")];
    pub fn new(id: impl Into<String>) -> Self;
}
