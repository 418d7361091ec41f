// items.rs
impl<M: Mode> Items<M> {
    pub fn put(&self, body: Item) -> PutItem<M>;
}
static PUT_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "putItem",
    method: "PUT",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type PutItem<M = Async, T = ()> = Call<op::PutItem, T, M>;

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `kind`.
    pub kind: Kind,
    /// `stage`.
    pub stage: Option<ItemStage>,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind"), Field::Optional("stage")];
    pub fn new(kind: impl Into<Kind>) -> Self;
}
/// `Item.stage` of the description.
pub enum ItemStage {
    /// `1`: On a stage.
    StageInstance,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(ItemStage { StageInstance: 1 });

// types/kind.rs
/// `Kind` of the description.
pub enum Kind {
    /// `0`
    None,
    /// `1`: On a stage.
    StageInstance,
    /// `2`
    Voice,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(Kind { None: 0, StageInstance: 1, Voice: 2 });
