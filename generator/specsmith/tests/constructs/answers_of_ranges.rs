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
        runtime::ResponseSpec::range(2, &["application/json"]),
        runtime::ResponseSpec::range(4, &["application/json"])
            .error(runtime::api_error::<AddItemResponse4xx>),
    ],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Item> = Call<op::AddItem, T, M>;

// types/add_item.rs
/// `addItem.response.4xx` of the description.
pub struct AddItemResponse4xx {
    /// `code`.
    pub code: Option<i64>,
    extra: Extra<Value>,
}
impl AddItemResponse4xx {
    pub const FIELDS: &'static [Field] = &[Field::Optional("code")];
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
