// items.rs
impl<M: Mode> Items<M> {
    pub fn watch(&self) -> WatchItems<M>;
}
static WATCH_ITEMS: runtime::OperationSpec = runtime::OperationSpec {
    id: "watchItems",
    method: "GET",
    path: &[runtime::PathPart::Text("/items")],
    parameters: &[],
    accept: "text/event-stream",
    responses: &[runtime::ResponseSpec::code(200, &["text/event-stream"])],
    ..runtime::OperationSpec::DEFAULT
};
pub type WatchItems<M = Async, T = runtime::Items<Event, M>> = Call<op::WatchItems, T, M>;

// types/event.rs
/// `Event` of the description.
pub struct Event {
    /// `data`.
    pub data: Option<String>,
    extra: Extra<Value>,
}
impl Event {
    pub const FIELDS: &'static [Field] = &[field!("data").format("binary")];
    pub fn new() -> Self;
}
