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
        runtime::ResponseSpec::code(200, &["application/json", "text/csv", "application/pdf"]),
    ],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Item> = Call<op::AddItem, T, M>;
impl<M: Mode, T> AddItem<M, T> {
    pub fn accept_csv(self) -> AddItem<M, String>;
    pub fn accept_pdf(self) -> AddItem<M, Raw>;
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
