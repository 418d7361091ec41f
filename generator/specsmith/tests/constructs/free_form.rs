// types/anything.rs
/// `Anything` of the description.
pub struct Anything {
    /// `must`.
    pub must: Value,
    /// `may`.
    pub may: Option<Value>,
    /// `object`.
    pub object: Option<Map<Value>>,
    /// `list`.
    pub list: Option<Vec<Value>>,
    /// Whatever.
    pub described: Option<Value>,
    extra: Extra<Value>,
}
impl Anything {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("must"),
        Field::Optional("may"),
        Field::Optional("object"),
        Field::Optional("list"),
        Field::Optional("described"),
    ];
    pub fn new(must: impl Into<Value>) -> Self;
}
