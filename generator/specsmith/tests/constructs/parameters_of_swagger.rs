// items.rs
impl<M: Mode> Items<M> {
    pub fn list(&self) -> ListItems<M>;
}
static LIST_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "listItems",
    method: "GET",
    path: "/items",
    parameters: &[
        runtime::Parameter::query("csv").joined(),
        runtime::Parameter::query("multi"),
        runtime::Parameter::query("pipes").style(runtime::Style::PipeDelimited).joined(),
        runtime::Parameter::query("ssv").style(runtime::Style::SpaceDelimited).joined(),
    ],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListItems<M = Async, T = ()> = Call<op::ListItems, T, M>;
impl<M: Mode, T> ListItems<M, T> {
    pub fn csv(mut self, csv: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn multi(mut self, multi: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn pipes(mut self, pipes: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn ssv(mut self, ssv: impl IntoIterator<Item = impl Into<String>>) -> Self;
}
