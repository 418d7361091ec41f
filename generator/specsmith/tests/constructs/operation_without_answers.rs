// items.rs
impl<M: Mode> Items<M> {
    pub fn list(&self) -> ListItems<M>;
}
static LIST_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "listItems",
    method: "GET",
    path: "/items",
    parameters: &[],
    accept: "*/*",
    responses: &[],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListItems<M = Async, T = ()> = Call<op::ListItems, T, M>;
