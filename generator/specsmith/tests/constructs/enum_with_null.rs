// types/holder.rs
/// `Holder` of the description.
pub struct Holder {
    /// `colour`.
    pub colour: Option<HolderColour>,
    extra: Extra<Value>,
}
impl Holder {
    pub const FIELDS: &'static [Field] = &[Field::RequiredNullable("colour")];
    pub fn new(colour: impl Into<Option<HolderColour>>) -> Self;
}
/// `Holder.colour` of the description.
pub enum HolderColour {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(HolderColour { Red: "red", Green: "green" });
