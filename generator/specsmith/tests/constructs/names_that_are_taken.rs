// types/option_model.rs
/// `Option` of the description.
pub struct OptionModel {
    /// `self`.
    pub self_: Option<String>,
    /// `type`.
    pub r#type: Option<String>,
    /// `extra`.
    pub extra_field: Option<String>,
    /// `new`.
    pub new_field: Option<String>,
    /// `1st`.
    pub _1st: Option<String>,
    /// `+1`.
    pub plus_1: Option<String>,
    /// `a-b`.
    pub a_b: Option<String>,
    /// `a_b`.
    pub a_b_field: Option<String>,
    extra: Extra<Value>,
}
impl OptionModel {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("self"),
        Field::Optional("type"),
        Field::Optional("extra"),
        Field::Optional("new"),
        Field::Optional("1st"),
        Field::Optional("+1"),
        Field::Optional("a-b"),
        Field::Optional("a_b"),
    ];
    pub fn new() -> Self;
}
