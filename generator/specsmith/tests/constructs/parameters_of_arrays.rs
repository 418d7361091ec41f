// items.rs
impl<M: Mode> Items<M> {
    pub fn list(
        &self,
        simple: impl IntoIterator<Item = impl Into<String>>,
        label: impl IntoIterator<Item = impl Into<String>>,
        matrix: impl IntoIterator<Item = impl Into<String>>,
    ) -> ListItems<M>;
}
static LIST_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "listItems",
    method: "GET",
    path: "/items/{simple}/{label}/{matrix}",
    parameters: &[
        runtime::Parameter::path("simple"),
        runtime::Parameter::path("label").style(runtime::Style::Label),
        runtime::Parameter::path("matrix").style(runtime::Style::Matrix).exploded(),
        runtime::Parameter::query("form"),
        runtime::Parameter::query("form_joined").joined(),
        runtime::Parameter::query("space").style(runtime::Style::SpaceDelimited).joined(),
        runtime::Parameter::query("pipe").style(runtime::Style::PipeDelimited).joined(),
        runtime::Parameter::query("json").style(runtime::Style::Json).joined(),
        runtime::Parameter::header("X-Header"),
        runtime::Parameter::cookie("cookie").joined(),
    ],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ListItems<M = Async, T = ()> = Call<op::ListItems, T, M>;
impl<M: Mode, T> ListItems<M, T> {
    pub fn form(mut self, form: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn form_joined(mut self, form_joined: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn space(mut self, space: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn pipe(mut self, pipe: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn json(mut self, json: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn x_header(mut self, x_header: impl IntoIterator<Item = impl Into<String>>) -> Self;
    pub fn cookie(mut self, cookie: impl IntoIterator<Item = impl Into<String>>) -> Self;
}
