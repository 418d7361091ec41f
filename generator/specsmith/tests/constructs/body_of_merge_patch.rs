// items.rs
impl<M: Mode> Items<M> {
    pub fn change(&self, id: &str, body: ItemPatch) -> ChangeItem<M>;
}
static CHANGE_ITEM: runtime::OperationSpec = runtime::OperationSpec {
    id: "changeItem",
    method: "PATCH",
    path: "/items/{id}",
    parameters: &[runtime::Parameter::path("id")],
    bodies: &[runtime::BodySpec { content_type: "application/merge-patch+json", encodings: &[] }],
    body_required: true,
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type ChangeItem<M = Async, T = Item> = Call<op::ChangeItem, T, M>;

// notes.rs
impl<M: Mode> Notes<M> {
    pub fn change(&self, id: &str, body: NoteChange) -> ChangeNote<M>;
}
static CHANGE_NOTE: runtime::OperationSpec = runtime::OperationSpec {
    id: "changeNote",
    method: "PATCH",
    path: "/notes/{id}",
    parameters: &[runtime::Parameter::path("id")],
    bodies: &[runtime::BodySpec { content_type: "application/merge-patch+json", encodings: &[] }],
    body_required: true,
    accept: "*/*",
    responses: &[runtime::ResponseSpec::code(204, &[])],
    ..runtime::OperationSpec::DEFAULT
};
pub type ChangeNote<M = Async, T = ()> = Call<op::ChangeNote, T, M>;

// types/item.rs
/// `Item` of the description.
pub struct Item {
    /// `id`.
    ///
    /// Only in responses.
    pub id: Option<String>,
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// `note`.
    pub note: Option<String>,
    /// `size`.
    pub size: Option<Size>,
    /// `parts`.
    pub parts: Option<Vec<Part>>,
    /// `labels`.
    pub labels: Option<Map<String>>,
    extra: Extra<Value>,
}
impl Item {
    pub const FIELDS: &'static [Field] = &[
        Field::Flagged("id", Flags::READ_ONLY),
        Field::Required("kind"),
        Field::Optional("name"),
        Field::Nullable("note"),
        Field::Optional("size"),
        Field::Optional("parts"),
        Field::Optional("labels"),
    ];
    pub fn new(kind: impl Into<String>) -> Self;
}

// types/item_patch.rs
/// The form of `Item` that is sent as a merge patch: `null` removes what it stands for.
pub struct ItemPatch {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Patch<String>,
    /// `note`.
    pub note: Patch<String>,
    /// `size`.
    pub size: Patch<SizePatch>,
    /// `parts`.
    pub parts: Patch<Vec<Part>>,
    /// `labels`.
    pub labels: Patch<Map<Option<String>>>,
    extra: Extra<Value>,
}
impl ItemPatch {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("kind"),
        Field::Nullable("name"),
        Field::Nullable("note"),
        Field::Nullable("size"),
        Field::Nullable("parts"),
        Field::Nullable("labels"),
    ];
    pub fn new(kind: impl Into<String>) -> Self;
}

// types/note_change.rs
/// `NoteChange` of the description.
pub struct NoteChange {
    /// `text`.
    pub text: Patch<String>,
    extra: Extra<Value>,
}
impl NoteChange {
    pub const FIELDS: &'static [Field] = &[Field::Nullable("text")];
    pub fn new() -> Self;
}

// types/part.rs
/// `Part` of the description.
pub struct Part {
    /// `name`.
    pub name: Option<String>,
    extra: Extra<Value>,
}
impl Part {
    pub const FIELDS: &'static [Field] = &[Field::Optional("name")];
    pub fn new() -> Self;
}

// types/size.rs
/// `Size` of the description.
pub struct Size {
    /// `width`.
    pub width: Option<i64>,
    /// `height`.
    pub height: Option<i64>,
    extra: Extra<Value>,
}
impl Size {
    pub const FIELDS: &'static [Field] = &[Field::Optional("width"), Field::Optional("height")];
    pub fn new() -> Self;
}

// types/size_patch.rs
/// The form of `Size` that is sent as a merge patch: `null` removes what it stands for.
pub struct SizePatch {
    /// `width`.
    pub width: Patch<i64>,
    /// `height`.
    pub height: Patch<i64>,
    extra: Extra<Value>,
}
impl SizePatch {
    pub const FIELDS: &'static [Field] = &[Field::Nullable("width"), Field::Nullable("height")];
    pub fn new() -> Self;
}
