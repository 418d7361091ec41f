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
                &Constraints {
                    min_length: Some(1),
                    max_length: Some(9),
                    pattern: Some("^[a-z]+$"),
                    ..Constraints::DEFAULT
                },
            ),
        field!("count")
            .constraints(
                &Constraints {
                    minimum: Some(1.0),
                    maximum: Some(10.0),
                    exclusive_maximum: true,
                    multiple_of: Some(2.0),
                    ..Constraints::DEFAULT
                },
            ),
        field!("tags")
            .constraints(
                &Constraints {
                    min_items: Some(1),
                    max_items: Some(3),
                    unique_items: true,
                    ..Constraints::DEFAULT
                },
            ),
        field!("map")
            .constraints(&Constraints { min_properties: Some(1), ..Constraints::DEFAULT }),
    ];
    pub fn new() -> Self;
}
