// items.rs
impl<M: Mode> Items<M> {
    pub fn change(&self, body: Change) -> ChangeItem<M>;
}
static CHANGE_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "changeItem",
    method: "PATCH",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ChangeItem<M = Async, T = ()> = Call<op::ChangeItem, T, M>;

// types/change.rs
/// `Change` of the description.
pub struct Change {
    /// `name`.
    pub name: Patch<String>,
    /// `age`.
    pub age: Option<i64>,
    extra: Extra<Value>,
}
impl Change {
    pub const FIELDS: &'static [Field] = &[Field::Nullable("name"), Field::Optional("age")];
    pub fn new() -> Self;
}
