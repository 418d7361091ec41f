// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    responses: &[
        runtime::ResponseSpec::json(200),
        runtime::ResponseSpec::json(201),
        runtime::ResponseSpec::code(204, &[]),
    ],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = AddItemAnswer> = Call<op::AddItem, T, M>;
/// What [`Items::add`] is answered with.
pub enum AddItemAnswer {
    /// 200: It was there.
    Ok(Item),
    /// 201: It was made.
    Created(String),
    /// 204: Nothing.
    NoContent,
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
