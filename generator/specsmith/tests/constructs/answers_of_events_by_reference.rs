// items.rs
impl<M: Mode> Items<M> {
    pub fn watch(&self) -> WatchItems<M>;
    pub fn watch_kinds(&self) -> WatchKinds<M>;
    pub fn watch_log(&self) -> WatchLog<M>;
    pub fn put_log(&self, body: Logged) -> PutLog<M>;
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
pub type WatchItems<M = Async, T = runtime::Items<Event, M>> = Call<op::WatchItems, T, M>;
static WATCH_KINDS: runtime::OperationSpec = runtime::OperationSpec {
    id: "watchKinds",
    method: "GET",
    path: "/kinds",
    parameters: &[],
    accept: "text/event-stream",
    responses: &[runtime::ResponseSpec::code(200, &["text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type WatchKinds<M = Async, T = runtime::Items<Kind, M>> = Call<op::WatchKinds, T, M>;
static WATCH_LOG: runtime::OperationSpec = runtime::OperationSpec {
    id: "watchLog",
    method: "GET",
    path: "/log",
    parameters: &[],
    accept: "text/event-stream",
    responses: &[runtime::ResponseSpec::code(200, &["text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type WatchLog<M = Async, T = runtime::Items<Logged, M>> = Call<op::WatchLog, T, M>;
static PUT_LOG: runtime::OperationSpec = runtime::OperationSpec {
    id: "putLog",
    method: "PUT",
    path: "/log",
    parameters: &[],
    bodies: &[runtime::BodySpec::JSON],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type PutLog<M = Async, T = ()> = Call<op::PutLog, T, M>;

// types/added.rs
/// `Added` of the description.
pub struct Added {
    /// `event`.
    pub event: AddedEvent,
    /// `data`.
    pub data: Item,
    extra: Extra<Value>,
}
impl Added {
    pub const FIELDS: &'static [Field] = &[Field::Required("event"), Field::Required("data")];
    pub fn new(data: Item) -> Self;
}
/// `Added.event` of the description.
pub enum AddedEvent {
    /// `added`
    Added,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(AddedEvent { Added: "added" });

// types/ended.rs
/// `Ended` of the description.
pub struct Ended {
    /// `event`.
    pub event: EndedEvent,
    /// `data`.
    pub data: String,
    extra: Extra<Value>,
}
impl Ended {
    pub const FIELDS: &'static [Field] = &[Field::Required("event"), Field::Required("data")];
    pub fn new(data: impl Into<String>) -> Self;
}
/// `Ended.event` of the description.
pub enum EndedEvent {
    /// `ended`
    Ended,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(EndedEvent { Ended: "ended" });

// types/event.rs
/// `Event` of the description.
pub struct Event {
    /// `data`.
    pub data: Option<i64>,
    extra: Extra<Value>,
}
impl Event {
    pub const FIELDS: &'static [Field] = &[Field::Optional("data")];
    pub fn new() -> Self;
}

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

// types/kind.rs
/// `Kind` of the description.
pub enum Kind {
    /// `Added`.
    Added(Added),
    /// `Ended`.
    Ended(Ended),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(Kind { 0: Added, 1: Ended }, runtime::UnionTable::new("Kind", "", &[&[], &[]]));

// types/logged.rs
/// `Logged` of the description.
pub struct Logged {
    /// `data`.
    pub data: Option<String>,
    extra: Extra<Value>,
}
impl Logged {
    pub const FIELDS: &'static [Field] = &[Field::Formatted("data", Flags::NONE, "binary")];
    pub fn new() -> Self;
}
