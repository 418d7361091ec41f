// items.rs
impl<M: Mode> Items<M> {
    pub fn add(
        &self,
        body: impl IntoIterator<Item = Item, IntoIter: Send + 'static>,
    ) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec { content_type: "application/x-ndjson", encodings: &[] }],
    body_required: true,
    accept: "application/jsonl",
    responses: &[runtime::ResponseSpec::code(200, &["application/jsonl"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = runtime::Items<Item, M>> = Call<op::AddItem, T, M>;

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[Field::Required("name")];
    pub fn new(name: impl Into<String>) -> Self;
}
