// types/limits.rs
/// `Limits` of the description.
pub struct Limits {
    /// `name`.
    ///
    /// Valid values: 1 to 9 characters, matches `^[a-z]+$`.
    pub name: Option<String>,
    /// `count`.
    ///
    /// Valid values: at least 1, below 10, a multiple of 2.
    pub count: Option<i64>,
    /// `tags`.
    ///
    /// Valid values: 1 to 3 items, no item twice.
    pub tags: Option<Vec<String>>,
    /// `map`.
    ///
    /// Valid values: at least 1 keys.
    pub map: Option<Map<String>>,
    extra: Extra<Value>,
}
impl Limits {
    pub const FIELDS: &'static [Field] = &[
        field!("name")
            .constraints(
                &[
                    Constraint::MinLength(1),
                    Constraint::MaxLength(9),
                    Constraint::Pattern("^[a-z]+$"),
                ],
            ),
        field!("count")
            .constraints(
                &[
                    Constraint::Minimum(1.0),
                    Constraint::ExclusiveMaximum(10.0),
                    Constraint::MultipleOf(2.0),
                ],
            ),
        field!("tags")
            .constraints(
                &[Constraint::MinItems(1), Constraint::MaxItems(3), Constraint::UniqueItems],
            ),
        field!("map").constraints(&[Constraint::MinProperties(1)]),
    ];
    pub fn new() -> Self;
}
