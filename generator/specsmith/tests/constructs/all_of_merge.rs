// types/dog.rs
/// A dog.
pub struct Dog {
    /// `name`.
    pub name: String,
    /// `legs`.
    ///
    /// Valid values: at least 0, at most 4.
    pub legs: i64,
    /// `barks`.
    pub barks: Option<bool>,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("name"),
        Field::Constrained(
            "legs",
            Flags::REQUIRED,
            &[Constraint::Minimum(0.0), Constraint::Maximum(4.0)],
        ),
        Field::Optional("barks"),
    ];
    pub fn new(name: impl Into<String>, legs: i64) -> Self;
}
