// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[],
    schemes: &[
        runtime::SchemeSpec {
            name: "key",
            setter: "key",
            kind: runtime::SchemeKind::HeaderKey("X-Key"),
        },
        runtime::SchemeSpec { name: "basic", setter: "basic", kind: runtime::SchemeKind::Basic },
    ],
};
impl<S: runtime::Service> ClientBuilder<S> {
    pub fn key(self, key: impl Into<String>) -> Self;
    pub fn basic(self, user: impl Into<String>, password: impl Into<String>) -> Self;
}

// items.rs
impl<M: Mode> Items<M> {
    pub fn none(&self) -> NoneCall<M>;
    pub fn either(&self) -> Either<M>;
}
static NONE: runtime::OperationSpec = runtime::OperationSpec {
    id: "none",
    method: "GET",
    path: "/none",
    parameters: &[],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type NoneCall<M = Async, T = ()> = Call<op::NoneCall, T, M>;
static EITHER: runtime::OperationSpec = runtime::OperationSpec {
    id: "either",
    method: "GET",
    path: "/either",
    parameters: &[],
    accept: "*/*",
    security: &[&[], &[0, 1]],
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type Either<M = Async, T = ()> = Call<op::Either, T, M>;
