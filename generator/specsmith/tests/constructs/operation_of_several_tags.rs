// items.rs
impl<M: Mode> Items<M> {
    pub fn delete(&self) -> DeleteItems<M>;
}
static DELETE_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "deleteItems",
    method: "DELETE",
    path: "/items",
    parameters: &[],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type DeleteItems<M = Async, T = ()> = Call<op::DeleteItems, T, M>;
