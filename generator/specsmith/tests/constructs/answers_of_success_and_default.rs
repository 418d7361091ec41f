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
        runtime::ResponseSpec::otherwise(&["application/json"])
            .error(runtime::api_error::<Problem>),
    ],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = Item> = Call<op::AddItem, T, M>;

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

// types/problem.rs
/// `Problem` of the description.
pub struct Problem {
    /// `code`.
    pub code: Option<i64>,
    extra: Extra<Value>,
}
impl Problem {
    pub const FIELDS: &'static [Field] = &[Field::Optional("code")];
    pub fn new() -> Self;
}
