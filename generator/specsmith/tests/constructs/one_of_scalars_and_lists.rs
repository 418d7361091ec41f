// types/choice.rs
/// `Choice` of the description.
pub struct Choice {
    /// `stop`.
    pub stop: Option<Stop>,
    extra: Extra<Value>,
}
impl Choice {
    pub const FIELDS: &'static [Field] = &[Field::Nullable("stop")];
    pub fn new() -> Self;
}

// types/stop.rs
/// `Stop` of the description.
pub enum Stop {
    /// `String`.
    String(String),
    /// `Vec<String>`.
    Array(Vec<String>),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(Stop { 0: String, 1: Array }, runtime::UnionTable::new("Stop", "", &[&[], &[]]));
