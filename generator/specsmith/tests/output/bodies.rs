//! Bodies and answers: what a caller sees of them, per construct.

mod answers;

use expect_test::{Expect, expect};

use crate::made::{demo, text};

const SCHEMAS: &str = "
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
    Problem: {type: object, properties: {title: {type: string}}}
    Message: {type: object, required: [data], properties: {event: {type: string}, data: {type: string}}}
    Photo:
      type: object
      required: [file, more]
      properties: {file: {type: string, format: binary}, more: {type: array, items: {type: string, format: binary}}, pet: {$ref: '#/components/schemas/Pet'}}
";

/// Generates a crate for one operation, and gives out a file and the findings.
fn generate(operation: &str, file: &str) -> (String, String) {
    let schema = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /pets:\n    post:\n      \
         operationId: addPet\n      tags: [Pets]\n{operation}{SCHEMAS}"
    );
    let made = demo(&schema, "");
    let findings: String = made
        .report
        .diagnostics()
        .iter()
        .map(|it| format!("{}: {}\n", it.code, it.message))
        .collect();
    (text(&made.files(), file), findings)
}

/// What a caller sees of the operation: no docs, no statics, nothing that all operations have.
fn surface(text: &str) -> String {
    let mut out = String::new();
    let mut skipping = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        let is_static = line.starts_with("static ");
        let is_handle = line.starts_with("pub struct Pets") || line.contains("fn new(http");
        let is_marks = line.starts_with("pub mod op");
        if is_static || is_handle || is_marks {
            skipping = true;
        }
        let is_noise = trimmed.is_empty()
            || ["//", "#[", "use ", "impl<M: Mode> Pets", "Self { http"]
                .iter()
                .any(|start| trimmed.starts_with(start));
        if !skipping && !is_noise {
            out.push_str(line);
            out.push('\n');
        }
        let ends = matches!(line, "}" | "};" | "    }") || line.ends_with("; }");
        if skipping && ends {
            skipping = false;
        }
    }
    out
}

fn check(operation: &str, expected: &Expect) {
    let (text, findings) = generate(operation, "src/pets.rs");
    expected.assert_eq(&format!("{}{findings}", surface(&text)));
}

/// What the method takes and returns, and the findings, in a line each.
fn check_signature(operation: &str, expected: &Expect) {
    let (text, findings) = generate(operation, "src/pets.rs");
    let start = text.find("    pub fn add(").expect("the method");
    let method = text.get(start..).unwrap_or_default();
    let method = method
        .get(..method.find(" {").unwrap_or(0))
        .unwrap_or_default();
    let method = method.split_whitespace().collect::<Vec<_>>().join(" ");
    let answer = text
        .lines()
        .find(|line| line.starts_with("pub type AddPet<"));
    let answer = answer.expect("the call");
    expected.assert_eq(&format!("{method}\n{answer}\n{findings}"));
}

/// The lines of the static that describes the operation which name its bodies.
fn check_spec(operation: &str, expected: &Expect) {
    let (text, _) = generate(operation, "src/pets.rs");
    let start = text.find("    bodies: &[").expect("bodies");
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find("    responses: &[").unwrap_or(rest.len());
    let lines = rest.get(..end).unwrap_or_default().lines();
    let lines: String = lines
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect();
    expected.assert_eq(&lines);
}

const DONE: &str = "      responses: {'204': {description: Done.}}\n";

fn body(content: &str) -> String {
    format!("      requestBody: {{required: true, content: {{{content}}}}}\n{DONE}")
}

const PET: &str = "schema: {$ref: '#/components/schemas/Pet'}";
const PHOTO: &str = "schema: {$ref: '#/components/schemas/Photo'}";

#[test]
fn a_form_is_its_fields() {
    check(
        &body(&format!("application/x-www-form-urlencoded: {{{PET}}}")),
        &expect![[r#"
                pub fn add(&self, body: Pet) -> AddPet<M> {
                    let mut call = Call::new(&self.http, &ADD_PET);
                    call.set_body(0, body);
                    call
                }
            }
            pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
        "#]],
    );
    check_spec(
        &body(&format!(
            "application/x-www-form-urlencoded: {{{PET}, encoding: {{name: {{style: deepObject}}, \
             tags: {{explode: false}}, about: {{contentType: application/json}}}}}}"
        )),
        &expect![[r#"
            bodies: &[runtime::BodySpec {
                content_type: "application/x-www-form-urlencoded",
                encodings: &[
                    runtime::Encoding {
                        name: "name",
                        style: Some(runtime::Style::DeepObject),
                        explode: false,
                        ..runtime::Encoding::DEFAULT
                    },
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
        "#]],
    );
}

#[test]
fn a_form_of_parts_holds_files() {
    let headers =
        "encoding: {file: {contentType: image/png, headers: {X-Rank: {schema: {type: integer}}}}}";
    let body = body(&format!("multipart/form-data: {{{PHOTO}, {headers}}}"));
    check(
        &body,
        &expect![[r#"
                pub fn add(&self, body: Photo) -> AddPet<M> {
                    let mut call = Call::new(&self.http, &ADD_PET);
                    call.set_body(0, body);
                    call
                }
            }
            pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            impl<M: Mode, T> AddPet<M, T> {
                pub fn file_x_rank(mut self, file_x_rank: i64) -> Self {
                    self.set_part_header("file", "X-Rank", &file_x_rank);
                    self
                }
            }
        "#]],
    );
    let (text, _) = generate(&body, "src/types/photo.rs");
    let fields: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("Upload"))
        .map(str::trim)
        .collect();
    expect![[r#"
        pub file: crate::runtime::Upload,
        pub more: Vec<crate::runtime::Upload>,
        file: impl Into<crate::runtime::Upload>,
        more: impl IntoIterator<Item = impl Into<crate::runtime::Upload>>,"#]]
    .assert_eq(&fields.join("\n"));
}

#[test]
fn several_media_types_are_a_choice() {
    check(
        &body(&format!(
            "application/x-www-form-urlencoded: {{{PET}}}, application/json: {{{PET}}}, \
             text/plain: {{}}, application/jsonl: {{{PET}}}, image/png: {{}}"
        )),
        &expect![[r#"
                pub fn add(&self, body: impl Into<AddPetBody>) -> AddPet<M> {
                    let mut call = Call::new(&self.http, &ADD_PET);
                    let body: AddPetBody = body.into();
                    body.set(&mut call);
                    call
                }
            }
            pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            pub enum AddPetBody {
                Form(Pet),
                Json(Pet),
                Text(String),
                Jsonl(Vec<Pet>),
                Png(runtime::Upload),
            }
            impl From<Pet> for AddPetBody {
                fn from(body: Pet) -> Self {
                    Self::Json(body)
                }
            }
            impl From<String> for AddPetBody {
                fn from(body: String) -> Self {
                    Self::Text(body)
                }
            }
            impl From<Vec<Pet>> for AddPetBody {
                fn from(body: Vec<Pet>) -> Self {
                    Self::Jsonl(body)
                }
            }
            impl From<runtime::Upload> for AddPetBody {
                fn from(body: runtime::Upload) -> Self {
                    Self::Png(body)
                }
            }
            impl AddPetBody {
                fn set<O, T, M: Mode>(self, call: &mut Call<O, T, M>) {
                    match self {
                        Self::Form(body) => call.set_body(0, body),
                        Self::Json(body) => call.set_body(1, body),
                        Self::Text(body) => call.set_body(2, body),
                        Self::Jsonl(body) => call.set_items(3, body),
                        Self::Png(body) => call.set_body(4, body),
                    }
                }
            }
        "#]],
    );
}

#[test]
fn bytes_text_and_series_are_what_they_are() {
    for (content, expected) in [
        (
            "application/octet-stream: {}",
            expect![[r#"
                pub fn add(&self, body: impl Into<runtime::Upload>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "image/*: {schema: {type: string, format: binary}}",
            expect![[r#"
                pub fn add(&self, body: impl Into<runtime::Upload>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "text/plain: {}",
            expect![[r#"
                pub fn add(&self, body: impl Into<String>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "application/xml: {schema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self, body: impl Into<String>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
                body-untyped: a body of type `application/xml` is not written field by field
            "#]],
        ),
        (
            "application/x-ndjson: {schema: {$ref: '#/components/schemas/Pet'}}",
            expect![[r#"
                pub fn add(&self, body: impl IntoIterator<Item = Pet, IntoIter: Send + 'static>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
            "#]],
        ),
        (
            "multipart/mixed: {schema: {type: array, items: {type: string}}}",
            expect![[r#"
                pub fn add(&self, body: impl Into<runtime::Upload>) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
                body-untyped: a body of type `multipart/mixed` is not written field by field
            "#]],
        ),
        (
            "examples: {}",
            expect![[r#"
                pub fn add(&self) -> AddPet<M>
                pub type AddPet<M = Async, T = ()> = Call<op::AddPet, T, M>;
                media-type: `examples` is not a media type
            "#]],
        ),
    ] {
        check_signature(&body(content), &expected);
    }
}
