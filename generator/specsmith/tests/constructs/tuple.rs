// types/line.rs
/// `Line` of the description.
pub struct Line {
    /// `point`.
    pub point: Option<(f64, f64)>,
    /// `entry`.
    pub entry: Option<Vec<LineEntryItem>>,
    extra: Extra<Value>,
}
impl Line {
    pub const FIELDS: &'static [Field] = &[Field::Optional("point"), Field::Optional("entry")];
    pub fn new() -> Self;
}
/// `Line.entry.item` of the description.
pub enum LineEntryItem {
    /// `String`.
    String(String),
    /// `i64`.
    Integer(i64),
    /// `bool`.
    Boolean(bool),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
impl LineEntryItem {
    pub fn read_as<T: runtime::Slot + runtime::Blank>(&self) -> Result<T, serde_json::Error>;
}
implement_union!(
    LineEntryItem { 0: String, 1: Integer, 2: Boolean },
    runtime::UnionTable::new("LineEntryItem", "", &[&[], &[], &[]])
);
