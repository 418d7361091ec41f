// types/scores.rs
/// `Scores` of the description.
pub struct Scores {
    /// `total`.
    pub total: i64,
    extra: Extra<i64>,
}
impl Scores {
    pub const FIELDS: &'static [Field] = &[Field::Required("total")];
    pub fn new(total: i64) -> Self;
}
