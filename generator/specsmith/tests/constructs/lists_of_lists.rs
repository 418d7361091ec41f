// types/grid.rs
/// `Grid` of the description.
pub struct Grid {
    /// `cells`.
    pub cells: Vec<Vec<Option<i64>>>,
    extra: Extra<Value>,
}
impl Grid {
    pub const FIELDS: &'static [Field] = &[Field::Required("cells")];
    pub fn new(cells: impl IntoIterator<Item = impl Into<Vec<Option<i64>>>>) -> Self;
}
