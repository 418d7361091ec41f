// items.rs
impl<M: Mode> Items<M> {
    pub fn list(&self, simple: Item, label: Item, matrix: Item) -> ListItems<M>;
}
static LIST_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "listItems",
    method: "GET",
    path: "/items/{simple}/{label}/{matrix}",
    parameters: &[
        runtime::Parameter::path("simple"),
        runtime::Parameter::path("label").style(runtime::Style::Label).exploded(),
        runtime::Parameter::path("matrix").style(runtime::Style::Matrix),
        runtime::Parameter::query("form"),
        runtime::Parameter::query("form_joined").joined(),
        runtime::Parameter::query("deep").style(runtime::Style::DeepObject),
        runtime::Parameter::query("json").style(runtime::Style::Json).joined(),
        runtime::Parameter::header("X-Header").exploded(),
    ],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListItems<M = Async, T = ()> = Call<op::ListItems, T, M>;
impl<M: Mode, T> ListItems<M, T> {
    pub fn form(mut self, form: Item) -> Self;
    pub fn form_joined(mut self, form_joined: Item) -> Self;
    pub fn deep(mut self, deep: Item) -> Self;
    pub fn json(mut self, json: Item) -> Self;
    pub fn x_header(mut self, x_header: Item) -> Self;
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
