// types/quoted.rs
/// `Quoted` of the description.
pub struct Quoted {
    /// `a"b\c `.
    pub a_b_c: String,
    /// `tab    `.
    pub tab: Option<jiff::civil::Date>,
    /// `bell`.
    ///
    /// Valid values: at most 5 characters.
    #[deprecated]
    pub bell: Option<String>,
    /// `plain`.
    pub plain: Option<String>,
    extra: Extra<Value>,
}
impl Quoted {
    pub const FIELDS: &'static [Field] = &[
        Field::Detailed(&runtime::FieldDetails::new("a\"b\\c\n").required()),
        Field::Detailed(&runtime::FieldDetails::new("tab\t").format("date")),
        Field::Detailed(
            &runtime::FieldDetails::new("bell\u{7}")
                .flags(Flags::DEPRECATED)
                .constraints(&[Constraint::MaxLength(5)]),
        ),
        Field::Optional("plain"),
    ];
    pub fn new(a_b_c: impl Into<String>) -> Self;
}
