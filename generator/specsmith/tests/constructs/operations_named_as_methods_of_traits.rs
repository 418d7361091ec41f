// b.rs
impl<M: Mode> B<M> {
    pub fn try_into_2(&self) -> TryInto<M>;
}
static TRY_INTO: runtime::OperationSpec = runtime::OperationSpec {
    id: "tryInto",
    method: "GET",
    path: "/b",
    parameters: &[],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type TryInto<M = Async, T = ()> = Call<op::TryInto, T, M>;

// into_api.rs
impl<M: Mode> IntoApi<M> {
    pub fn into_2(&self) -> IntoCall<M>;
}
static INTO: runtime::OperationSpec = runtime::OperationSpec {
    id: "into",
    method: "GET",
    path: "/a",
    parameters: &[],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type IntoCall<M = Async, T = ()> = Call<op::IntoCall, T, M>;
