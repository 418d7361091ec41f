// types/gen.rs
/// `Gen` of the description.
pub struct Gen {
    /// `1`.
    pub _1: Option<String>,
    extra: Extra<Value>,
}
impl Gen {
    pub const FIELDS: &'static [Field] = &[Field::Optional("1")];
    pub fn new() -> Self;
}

// types/gr_uf6_udf_e.rs
/// `Größe` of the description.
pub enum Größe {
    /// `小`
    小,
    /// `大`
    大,
    /// `á`
    Á,
    /// `á`
    Á2,
    /// `ﬁ`
    Fi,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(Größe { 小: "小", 大: "大", Á: "a\u{301}", Á2: "á", Fi: "ﬁ" });

// types/u5ba0_u7269.rs
/// `宠物` of the description.
pub struct 宠物 {
    /// `名`.
    pub 名: Option<String>,
    /// `größe`.
    pub größe: Option<Größe>,
    /// `gen`.
    pub r#gen: Option<String>,
    extra: Extra<Value>,
}
impl 宠物 {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("名"),
        Field::Optional("größe"),
        Field::Optional("gen"),
    ];
    pub fn new() -> Self;
}

// u5ba0_u7269.rs
impl<M: Mode> 宠物Api<M> {
    pub fn 宠物(&self, 编号: &str) -> 宠物Call<M>;
}
static N_宠物: runtime::OperationSpec = runtime::OperationSpec {
    id: "宠物",
    method: "GET",
    path: "/宠物/{编号}",
    parameters: &[runtime::Parameter::path("编号"), runtime::Parameter::query("宠物")],
    responses: &[runtime::ResponseSpec::json(200)],
    ..runtime::OperationSpec::DEFAULT
};
pub type 宠物Call<M = Async, T = 宠物> = Call<op::宠物Call, T, M>;
impl<M: Mode, T> 宠物Call<M, T> {
    pub fn 宠物(mut self, 宠物: &str) -> Self;
}
