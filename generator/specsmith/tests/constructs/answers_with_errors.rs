// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    accept: "application/json, application/problem+json",
    responses: &[
        runtime::ResponseSpec::code(204, &[]),
        runtime::ResponseSpec::json(404).error(runtime::api_error::<AddItemResponse404>),
        runtime::ResponseSpec::code(422, &["application/problem+json"])
            .error(runtime::api_error::<AddItemResponse422>),
        runtime::ResponseSpec::otherwise(&["text/plain"]),
    ],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
/// What the service says when it refuses [`Items::add`].
pub enum AddItemError<'e> {
    /// 404: None.
    NotFound(&'e AddItemResponse404),
    /// 422: Wrong.
    UnprocessableContent(&'e AddItemResponse422),
}
impl<'e> AddItemError<'e> {
    pub fn of(error: &'e runtime::Error) -> Option<Self>;
}

// types/add_item.rs
/// Missing
pub struct AddItemResponse404 {
    /// `id`.
    pub id: Option<String>,
    extra: Extra<Value>,
}
impl AddItemResponse404 {
    pub const FIELDS: &'static [Field] = &[Field::Optional("id")];
    pub fn new() -> Self;
}
/// Problem
pub struct AddItemResponse422 {
    /// `detail`.
    pub detail: Option<String>,
    extra: Extra<Value>,
}
impl AddItemResponse422 {
    pub const FIELDS: &'static [Field] = &[Field::Optional("detail")];
    pub fn new() -> Self;
}
