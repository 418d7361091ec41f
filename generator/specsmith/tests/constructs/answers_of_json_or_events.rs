// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: AddItemBody) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    responses: &[runtime::ResponseSpec::code(200, &["application/json", "text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Item> = Call<op::AddItem, T, M>;
impl<M: Mode, T> AddItem<M, T> {
    pub fn accept_events(self) -> AddItem<M, runtime::Events<Item, M>>;
}

// types/add_item.rs
/// `addItem.body` of the description.
pub struct AddItemBody {
    /// `stream`.
    pub stream: Option<bool>,
    extra: Extra<Value>,
}
impl AddItemBody {
    pub const FIELDS: &'static [Field] = &[Field::Optional("stream")];
    pub fn new() -> Self;
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
