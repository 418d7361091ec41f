// types/quoted.rs
/// `Quoted` of the description.
pub struct Quoted {
    /// `a"b\c `.
    pub a_b_c: String,
    /// `tab    `.
    pub tab: Option<jiff::civil::Date>,
    /// `plain`.
    pub plain: Option<String>,
    extra: Extra<Value>,
}
impl Quoted {
    pub const FIELDS: &'static [Field] = &[
        Field::Detailed(&runtime::FieldDetails::new("a\"b\\c\n").required()),
        Field::Detailed(&runtime::FieldDetails::new("tab\t").format("date")),
        Field::Optional("plain"),
    ];
    pub fn new(a_b_c: impl Into<String>) -> Self;
}
