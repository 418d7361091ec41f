// client.rs
pub(crate) static SPEC: runtime::ServiceSpec = runtime::ServiceSpec {
    user_agent: "demo/0.1.0",
    servers: &[
        runtime::ServerSpec {
            url: "https://{region}.example/{version}",
            variables: &[
                runtime::VariableSpec { name: "region", default: "eu", values: &["eu", "us"] },
                runtime::VariableSpec { name: "version", default: "v1", values: &[] },
            ],
        },
        runtime::ServerSpec { url: "https://sandbox.example", variables: &[] },
    ],
    schemes: &[],
};
impl Client {
    pub const PRODUCTION: &'static runtime::ServerSpec = &SPEC.servers[0];
    pub const SANDBOX_EXAMPLE: &'static runtime::ServerSpec = &SPEC.servers[1];
}
impl<S: runtime::Service> ClientBuilder<S> {
    pub fn server_region(self, value: impl Into<String>) -> Self;
    pub fn server_version(self, value: impl Into<String>) -> Self;
}

// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    server: Some(&runtime::ServerSpec { url: "https://items.example", variables: &[] }),
    path: "/items",
    parameters: &[],
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;
