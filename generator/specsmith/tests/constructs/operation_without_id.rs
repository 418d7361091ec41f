// items.rs
impl<M: Mode> Items<M> {
    pub fn get_by_id(&self, id: i64) -> GetItemsById<M>;
}
static GET_ITEMS_BY_ID: runtime::OperationSpec = runtime::OperationSpec {
    id: "get_by_id",
    method: "GET",
    path: "/items/{id}",
    parameters: &[runtime::Parameter::path("id")],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type GetItemsById<M = Async, T = ()> = Call<op::GetItemsById, T, M>;
