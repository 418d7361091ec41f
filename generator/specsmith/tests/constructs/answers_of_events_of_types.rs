// items.rs
impl<M: Mode> Items<M> {
    pub fn watch(&self) -> WatchItems<M>;
}
static WATCH_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "watchItems",
    method: "GET",
    path: "/items",
    parameters: &[],
    accept: "text/event-stream",
    responses: &[runtime::ResponseSpec::code(200, &["text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type WatchItems<M = Async, T = runtime::Items<WatchItemsResponseItem, M>> =
    Call<op::WatchItems, T, M>;

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[Field::Required("name")];
    pub fn new(name: impl Into<String>) -> Self;
}

// types/watch_items.rs
/// `watchItems.response.item` of the description.
pub enum WatchItemsResponseItem {
    /// `WatchItemsResponseItemAdded`.
    Added(WatchItemsResponseItemAdded),
    /// `WatchItemsResponseItemCount`.
    Count(WatchItemsResponseItemCount),
    /// `WatchItemsResponseItemNote`.
    Note(WatchItemsResponseItemNote),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    WatchItemsResponseItem { 0: Added, 1: Count, 2: Note },
    runtime::UnionTable::new("WatchItemsResponseItem", "", &[&[], &[], &[]])
);
/// `watchItems.response.item.added` of the description.
pub struct WatchItemsResponseItemAdded {
    /// `event`.
    pub event: WatchItemsResponseItemEvent,
    /// `data`.
    pub data: Item,
    extra: Extra<Value>,
}
impl WatchItemsResponseItemAdded {
    pub const FIELDS: &'static [Field] = &[Field::Required("event"), Field::Required("data")];
    pub fn new(data: Item) -> Self;
}
/// `watchItems.response.item.count` of the description.
pub struct WatchItemsResponseItemCount {
    /// `event`.
    pub event: WatchItemsResponseItemEventKind,
    /// How many.
    pub data: i64,
    extra: Extra<Value>,
}
impl WatchItemsResponseItemCount {
    pub const FIELDS: &'static [Field] = &[Field::Required("event"), Field::Required("data")];
    pub fn new(data: i64) -> Self;
}
/// `watchItems.response.item.note` of the description.
pub struct WatchItemsResponseItemNote {
    /// `event`.
    pub event: WatchItemsResponseItemEventKind2,
    /// `data`.
    pub data: String,
    extra: Extra<Value>,
}
impl WatchItemsResponseItemNote {
    pub const FIELDS: &'static [Field] = &[Field::Required("event"), Field::Required("data")];
    pub fn new(data: impl Into<String>) -> Self;
}
/// `watchItems.response.item.event` of the description.
pub enum WatchItemsResponseItemEvent {
    /// `added`
    Added,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(WatchItemsResponseItemEvent { Added: "added" });
/// `watchItems.response.item.event` of the description.
pub enum WatchItemsResponseItemEventKind {
    /// `count`
    Count,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(WatchItemsResponseItemEventKind { Count: "count" });
/// `watchItems.response.item.event` of the description.
pub enum WatchItemsResponseItemEventKind2 {
    /// `note`
    Note,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(WatchItemsResponseItemEventKind2 { Note: "note" });
