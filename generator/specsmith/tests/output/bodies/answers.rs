//! What comes back.

use super::*;

#[test]
fn answers_are_read_by_status() {
    check(
        "      responses:
        '200': {description: Known., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '201': {description: New., content: {text/plain: {schema: {type: integer}}}}
        2XX: {description: Else.}
        '404': {description: None., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
        default: {description: Other., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
",
        &expect![[r#"
                pub fn add(&self) -> AddPet<M> {
                    Call::new(&self.http, &ADD_PET)
                }
            }
            pub type AddPet<M = Async, T = AddPetAnswer> = Call<op::AddPet, T, M>;
            pub enum AddPetAnswer {
                Ok(Pet),
                Created(i64),
                Success,
            }
            impl<M: Mode> runtime::Answer<M> for AddPetAnswer {
                fn read(answer: &runtime::Whole<'_>) -> Result<Self, runtime::DecodeError> {
                    match answer.position() {
                        1 => answer.value().map(Self::Created),
                        2 => Ok(Self::Success),
                        _ => answer.value().map(Self::Ok),
                    }
                }
            }
            pub enum AddPetError<'e> {
                NotFound(&'e Problem),
                Other(&'e Pet),
            }
            impl<'e> AddPetError<'e> {
                pub fn of(error: &'e runtime::Error) -> Option<Self> {
                    match error.response()? {
                        3 => error.api().map(Self::NotFound),
                        4 => error.api().map(Self::Other),
                        _ => None,
                    }
                }
            }
        "#]],
    );
}

#[test]
fn an_answer_has_other_forms() {
    check(
        "      responses:
        '200':
          description: One.
          content:
            text/csv: {}
            application/vnd.pets+json: {schema: {$ref: '#/components/schemas/Pet'}}
            image/png: {}
            text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}
            application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
",
        &expect![[r#"
                pub fn add(&self) -> AddPet<M> {
                    Call::new(&self.http, &ADD_PET)
                }
            }
            pub type AddPet<M = Async, T = Pet> = Call<op::AddPet, T, M>;
            impl<M: Mode, T> AddPet<M, T> {
                pub fn accept_csv(self) -> AddPet<M, String> {
                    self.into_form("text/csv")
                }
                pub fn accept_png(self) -> AddPet<M, Raw> {
                    self.into_form("image/png")
                }
                pub fn accept_events(self) -> AddPet<M, runtime::Events<Pet, M>> {
                    self.into_form("text/event-stream")
                }
                pub fn accept_problem_json(self) -> AddPet<M, Problem> {
                    self.into_form("application/problem+json")
                }
            }
        "#]],
    );
}

#[test]
fn series_and_bytes_come_as_they_are() {
    for (content, expected) in [
        (
            "application/jsonl: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = runtime::Items<Pet, M>> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "application/json-seq: {itemSchema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = runtime::Items<Pet, M>> = Call<op::AddPet, T, M>;
                other-dialect: `itemSchema` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
            "#]],
        ),
        (
            "text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = runtime::Events<Pet, M>> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "text/event-stream: {itemSchema: {$ref: '#/components/schemas/Message'}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = runtime::Items<Message, M>> = Call<op::AddPet, T, M>;
                other-dialect: `itemSchema` is a keyword of OpenAPI 3.2, not of OpenAPI 3.1
            "#]],
        ),
        (
            "text/event-stream: {}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = runtime::Events<String, M>> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "application/pdf: {}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = Raw> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "'*/*': {schema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = Pet> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "'*/*': {}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = Raw> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "application/octet-stream: {schema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = Raw> = Call<op::AddPet, T, M>;
                response-untyped: an answer of type `application/octet-stream` is not read field by field
            "#]],
        ),
    ] {
        check_signature(
            &format!("      responses: {{'200': {{description: One., content: {{{content}}}}}}}\n"),
            &expected,
        );
    }
}

#[test]
fn values_beside_bytes_are_bytes() {
    check(
        "      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '206': {description: Part., content: {application/octet-stream: {}}}
",
        &expect![[r#"
                pub fn add(&self) -> AddPet<M> {
                    Call::new(&self.http, &ADD_PET)
                }
            }
            pub type AddPet<M = Async, T = Raw> = Call<op::AddPet, T, M>;
            responses-untyped: one status of success comes with a value and another with bytes
        "#]],
    );
}

#[test]
fn headers_have_types_and_one_constant_each() {
    let operation = "      responses:
        '200':
          description: One.
          headers:
            X-Left: {description: How many are left., schema: {type: integer}}
            X-Tags: {schema: {type: array, items: {type: string}}, deprecated: true}
            X-Pet: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            X-Map: {explode: true, schema: {type: object, additionalProperties: {type: integer}}}
            'not a name': {schema: {type: string}}
        '429': {description: Slow., headers: {x-left: {schema: {type: integer}}, X-TAGS: {schema: {type: string}}}}
";
    let (text, _) = generate(operation, "src/headers.rs");
    let lines = text.lines().filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.skip_while(|line| line.starts_with("//")).collect();
    expect![[r#"
        use crate::runtime::Header;
        use crate::runtime::Map;
        use crate::types::Pet;
        /// `X-Left`
        ///
        /// How many are left.
        pub static X_LEFT: Header<i64> = Header::new("X-Left");
        /// `X-Tags`
        #[deprecated]
        pub static X_TAGS: Header<Vec<String>> = Header::new("X-Tags");
        /// `X-Pet`
        pub static X_PET: Header<Pet> = Header::json("X-Pet");
        /// `X-Map`
        pub static X_MAP: Header<Map<i64>> = Header::exploded("X-Map");
        /// `X-TAGS`
        pub static X_TAGS_HEADER: Header<String> = Header::new("X-TAGS");"#]]
    .assert_eq(&lines.join("\n"));
}
