// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    accept: "text/event-stream",
    responses: &[runtime::ResponseSpec::code(200, &["text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = runtime::Items<AddItemResponseItem, M>> = Call<op::AddItem, T, M>;

// types/add_item.rs
/// `addItem.response.item` of the description.
pub struct AddItemResponseItem {
    /// `event`.
    pub event: Option<String>,
    /// `data`.
    pub data: Item,
    extra: Extra<Value>,
}
impl AddItemResponseItem {
    pub const FIELDS: &'static [Field] = &[Field::Optional("event"), Field::Required("data")];
    pub fn new(data: Item) -> Self;
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
