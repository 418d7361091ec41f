// items.rs
impl<M: Mode> Items<M> {
    pub fn add_account(&self, body: AccountInput) -> AddAccount<M>;
}
static ADD_ACCOUNT: runtime::OperationSpec = runtime::OperationSpec {
    id: "addAccount",
    method: "POST",
    path: "/accounts",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddAccount<M = Async, T = Account> = Call<op::AddAccount, T, M>;

// types/account.rs
/// `Account` of the description.
pub struct Account {
    /// `id`.
    ///
    /// Only in responses.
    pub id: i64,
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl Account {
    pub const FIELDS: &'static [Field] = &[
        Field::Flagged("id", Flags::REQUIRED.and(Flags::READ_ONLY)),
        Field::Required("name"),
    ];
    pub fn new(id: i64, name: impl Into<String>) -> Self;
}

// types/account_input.rs
/// The form of `Account` that is sent: what only comes back is not in it.
pub struct AccountInput {
    /// `name`.
    pub name: String,
    /// `password`.
    ///
    /// Only in requests.
    pub password: String,
    extra: Extra<Value>,
}
impl AccountInput {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("name"),
        Field::Flagged("password", Flags::REQUIRED.and(Flags::WRITE_ONLY)),
    ];
    pub fn new(name: impl Into<String>, password: impl Into<String>) -> Self;
}
