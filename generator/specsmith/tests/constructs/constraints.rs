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
    /// Valid values: at least 1 key.
    pub map: Option<Map<String>>,
    /// `code`.
    ///
    /// Valid values: exactly 3 characters.
    pub code: Option<String>,
    /// `one`.
    ///
    /// Valid values: exactly 1 item.
    pub one: Option<Vec<String>>,
    /// `few`.
    ///
    /// Valid values: at most 1 key.
    pub few: Option<Map<String>>,
    /// `initial`.
    ///
    /// Valid values: at least 1 character.
    pub initial: Option<String>,
    /// `words`.
    ///
    /// Valid values: at least 1 item.
    ///
    /// Valid items: at most 5 characters.
    pub words: Option<Vec<String>>,
    /// `grid`.
    ///
    /// Valid items: at most 3 items.
    ///
    /// Valid items of items: at least 0.
    pub grid: Option<Vec<Vec<i64>>>,
    /// `until`.
    ///
    /// Valid values: at most 10 characters.
    ///
    /// Only in responses.
    pub until: Option<jiff::civil::Date>,
    /// `texts`.
    ///
    /// Valid entries: matches `^a`.
    pub texts: Option<Map<String>>,
    extra: Extra<Value>,
}
impl Limits {
    pub const FIELDS: &'static [Field] = &[
        Field::Constrained(
            "name",
            Flags::NONE,
            &[Constraint::MinLength(1), Constraint::MaxLength(9), Constraint::Pattern("^[a-z]+$")],
        ),
        Field::Constrained(
            "count",
            Flags::NONE,
            &[
                Constraint::Minimum(1.0),
                Constraint::ExclusiveMaximum(10.0),
                Constraint::MultipleOf(2.0),
            ],
        ),
        Field::Constrained(
            "tags",
            Flags::NONE,
            &[Constraint::MinItems(1), Constraint::MaxItems(3), Constraint::UniqueItems],
        ),
        Field::Constrained("map", Flags::NONE, &[Constraint::MinProperties(1)]),
        Field::Constrained(
            "code",
            Flags::NONE,
            &[Constraint::MinLength(3), Constraint::MaxLength(3)],
        ),
        Field::Constrained("one", Flags::NONE, &[Constraint::MinItems(1), Constraint::MaxItems(1)]),
        Field::Constrained("few", Flags::NONE, &[Constraint::MaxProperties(1)]),
        Field::Constrained("initial", Flags::NONE, &[Constraint::MinLength(1)]),
        Field::Constrained(
            "words",
            Flags::NONE,
            &[Constraint::MinItems(1), Constraint::Items(&[Constraint::MaxLength(5)])],
        ),
        Field::Constrained(
            "grid",
            Flags::NONE,
            &[
                Constraint::Items(
                    &[Constraint::MaxItems(3), Constraint::Items(&[Constraint::Minimum(0.0)])],
                ),
            ],
        ),
        Field::Detailed(
            &runtime::FieldDetails::new("until")
                .format("date")
                .flags(Flags::READ_ONLY)
                .constraints(&[Constraint::MaxLength(10)]),
        ),
        Field::Constrained(
            "texts",
            Flags::NONE,
            &[Constraint::Items(&[Constraint::Pattern("^a")])],
        ),
    ];
    pub fn new() -> Self;
}
