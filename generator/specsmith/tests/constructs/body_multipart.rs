// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: AddItemBody) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec {
        content_type: "multipart/form-data",
        encodings: &[runtime::Encoding {
            name: "file",
            content_type: Some("image/png"),
            ..runtime::Encoding::DEFAULT
        }],
    }],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
impl<M: Mode, T> AddItem<M, T> {
    pub fn file_x_rank(mut self, file_x_rank: i64) -> Self;
}

// types/add_item.rs
/// `addItem.body` of the description.
pub struct AddItemBody {
    /// `file`.
    pub file: crate::runtime::Upload,
    /// `more`.
    pub more: Option<Vec<crate::runtime::Upload>>,
    /// `item`.
    pub item: Option<Map<Value>>,
    extra: Extra<Value>,
}
impl AddItemBody {
    pub const FIELDS: &'static [Field] = &[
        Field::Formatted("file", Flags::REQUIRED, "binary"),
        Field::Optional("more"),
        Field::Optional("item"),
    ];
    pub fn new(file: impl Into<crate::runtime::Upload>) -> Self;
}
