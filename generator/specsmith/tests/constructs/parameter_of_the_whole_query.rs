// items.rs
impl<M: Mode> Items<M> {
    pub fn list(&self) -> ListItems<M>;
}
static LIST_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "listItems",
    method: "GET",
    path: "/items",
    parameters: &[runtime::Parameter::query_string("q")],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListItems<M = Async, T = ()> = Call<op::ListItems, T, M>;
impl<M: Mode, T> ListItems<M, T> {
    pub fn q(mut self, q: Item) -> Self;
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
