//! What an error takes the type of says so where it is used.

use super::*;

const DESCRIPTION: &str = "\
paths:
  /pets:
    post:
      operationId: createPet
      tags: [pets]
      summary: Registers a pet.
      parameters:
        - {name: size, in: query, schema: {type: integr}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses:
        '200':
          description: The pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Nothing'}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        owner: {$ref: '#/components/schemas/Nothing'}
        kind: {description: What it is., type: strng}
        tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
        names: {type: array, items: {type: string}}
        notes: {}
    Tag: {type: '*/'}
";

#[test]
fn docs_say_which_error_a_type_was_lost_to() {
    let (generated, _) = generate(DESCRIPTION);
    let said = [
        "/// `",
        "/// What it",
        "/// Registers",
        "/// Not typed",
        "pub ",
    ];
    let fields = text(&generated, "src/types/pet.rs");
    let fields = &fields[..fields.find("extra:").unwrap()];
    expect![[r#"
        /// `Pet` of the description.
        pub struct Pet {
        /// `owner`.
        /// Not typed as described: `#/components/schemas/Nothing` does not exist.
        pub owner: Option<Value>,
        /// What it is.
        /// Not typed as described: `strng` is not a type.
        pub kind: Option<Value>,
        /// `tags`.
        /// Not typed as described: `*/` is not a type.
        pub tags: Option<Vec<Value>>,
        /// `names`.
        pub names: Option<Vec<String>>,
        /// `notes`.
        pub notes: Option<Value>,
    "#]]
    .assert_eq(&lines(fields, &said));
    let module = text(&generated, "src/pets.rs");
    let typed = ["/// Not typed", "pub fn ", "pub type"];
    expect![[r#"
        /// Not typed as described: `#/components/schemas/Nothing` does not exist.
        pub fn create(&self) -> CreatePet<M> {
        pub type CreatePet<M = Async, T = Value> = Call<op::CreatePet, T, M>;
        /// Not typed as described: `integr` is not a type.
        pub fn size(mut self, size: impl Into<Value>) -> Self {
        pub fn body(mut self, body: Pet) -> Self {
    "#]]
    .assert_eq(&lines(&module, &typed));
}
