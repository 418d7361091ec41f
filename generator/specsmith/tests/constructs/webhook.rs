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

// webhooks.rs
/// An item was added.
///
/// The webhook `itemAdded`, sent by POST.
///
/// Headers:
///
/// - `X-Event`: Which one.
pub struct ItemAdded;
impl ItemAdded {
    pub const METHOD: &'static str = "POST";
    pub fn parse(body: &[u8]) -> Result<crate::types::Item, DecodeError>;
}
