// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: impl Into<AddItemBody>) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[
        runtime::BodySpec { content_type: "application/xml", encodings: &[] },
        runtime::BodySpec::JSON,
    ],
    body_required: true,
    responses: &[runtime::ResponseSpec::code(200, &["application/xml", "application/json"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Item> = Call<op::AddItem, T, M>;
impl<M: Mode, T> AddItem<M, T> {
    pub fn accept_xml(self) -> AddItem<M, String>;
}
/// The body of [`Items::add`], in one of its media types.
pub enum AddItemBody {
    /// Sent as `application/xml`.
    Xml(String),
    /// Sent as `application/json`.
    Json(Item),
}

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
