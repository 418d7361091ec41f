// items.rs
impl<M: Mode> Items<M> {
    pub fn change(&self, body: impl IntoIterator<Item = impl Into<Item>>) -> ChangeItem<M>;
}
static CHANGE_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "changeItem",
    method: "PATCH",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec { content_type: "application/json-patch+json", encodings: &[] }],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ChangeItem<M = Async, T = ()> = Call<op::ChangeItem, T, M>;

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
