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
        runtime::BodySpec::JSON,
        runtime::BodySpec { content_type: "text/plain", encodings: &[] },
        runtime::BodySpec { content_type: "image/png", encodings: &[] },
    ],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
/// The body of [`Items::add`], in one of its media types.
pub enum AddItemBody {
    /// Sent as `application/json`.
    Json(Item),
    /// Sent as `text/plain`.
    Text(String),
    /// Sent as `image/png`.
    Png(runtime::Upload),
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
