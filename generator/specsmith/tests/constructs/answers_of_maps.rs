// items.rs
impl<M: Mode> Items<M> {
    pub fn count(&self) -> CountItems<M>;
}
static COUNT_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "countItems",
    method: "GET",
    path: &[runtime::PathPart::Text("/items")],
    parameters: &[],
    responses: &[runtime::ResponseSpec::code(200, &["application/json"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type CountItems<M = Async, T = Map<i64>> = Call<op::CountItems, T, M>;
