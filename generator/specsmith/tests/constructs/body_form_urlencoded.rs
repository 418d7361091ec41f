// items.rs
impl<M: Mode> Items<M> {
    pub fn add(&self, body: AddItemBody) -> AddItem<M>;
}
static ADD_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "addItem",
    method: "POST",
    path: "/items",
    parameters: &[],
    bodies: &[runtime::BodySpec {
        content_type: "application/x-www-form-urlencoded",
        encodings: &[
            runtime::Encoding {
                name: "tags",
                style: Some(runtime::Style::Form),
                explode: false,
                ..runtime::Encoding::DEFAULT
            },
            runtime::Encoding {
                name: "about",
                content_type: Some("application/json"),
                ..runtime::Encoding::DEFAULT
            },
        ],
    }],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type AddItem<M = Async, T = ()> = Call<op::AddItem, T, M>;

// types/add_item.rs
/// `addItem.body` of the description.
pub struct AddItemBody {
    /// `name`.
    pub name: String,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `about`.
    pub about: Option<Map<Value>>,
    extra: Extra<Value>,
}
impl AddItemBody {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("name"),
        Field::Optional("tags"),
        Field::Optional("about"),
    ];
    pub fn new(name: impl Into<String>) -> Self;
}
