// items.rs
impl<M: Mode> Items<M> {
    pub fn count(&self) -> CountItems<M>;
}
static COUNT_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "countItems",
    method: "GET",
    path: "/items",
    parameters: &[],
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type CountItems<M = Async, T = Map<i64>> = Call<op::CountItems, T, M>;
