// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: AddItemBody) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec { content_type: "multipart/form-data", encodings: &[] }],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;

// types/add_item.rs
/// `addItem.body` of the description.
pub struct AddItemBody {
    /// `title`.
    pub title: String,
    /// `photo`.
    pub photo: Option<crate::runtime::Upload>,
    extra: Extra<Value>,
}
impl AddItemBody {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("title"),
        Field::Formatted("photo", Flags::NONE, "binary"),
    ];
    pub fn new(title: impl Into<String>) -> Self;
}
