// types/choice.rs
/// `Choice` of the description.
pub struct Choice {
    /// `model`.
    pub model: Model,
    extra: Extra<Value>,
}
impl Choice {
    pub const FIELDS: &'static [Field] = &[Field::Required("model")];
    pub fn new(model: impl Into<Model>) -> Self;
}

// types/model.rs
/// `Model` of the description.
pub enum Model {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(Model { Small: "small", Large: "large" });
