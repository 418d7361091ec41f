//! JSON Schema validation of documents and of values.
//!
//! It must not know what this repository's description says.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

const DESCRIPTION: &str = "https://schema.test/description.json";

/// A compiled JSON Schema (draft 2020-12).
pub struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    /// The official JSON Schema of OpenAPI 3.1 documents, Schema Objects included.
    pub fn openapi_3_1() -> Self {
        let mut compiler = Compiler::new();
        for text in [
            include_str!("openapi-3.1/schema-base.json"),
            include_str!("openapi-3.1/schema.json"),
            include_str!("openapi-3.1/dialect.json"),
            include_str!("openapi-3.1/meta.json"),
        ] {
            let schema: Value = serde_json::from_str(text).expect("valid JSON");
            let id = schema["$id"].as_str().expect("an identifier").to_owned();
            compiler.add_resource(&id, schema).expect("a resource");
        }
        Self::compile(
            compiler,
            "https://spec.openapis.org/oas/3.1/schema-base/2025-11-23",
        )
    }

    /// The Schema Object at a pointer of a description.
    pub fn of(description: &Value, pointer: &str) -> Self {
        let mut compiler = Compiler::new();
        compiler
            .add_resource(DESCRIPTION, description.clone())
            .expect("a resource");
        Self::compile(compiler, &format!("{DESCRIPTION}#{pointer}"))
    }

    fn compile(mut compiler: Compiler, location: &str) -> Self {
        compiler.enable_format_assertions();
        let mut schemas = Schemas::new();
        let index = compiler
            .compile(location, &mut schemas)
            .unwrap_or_else(|error| panic!("{location}: {error:#}"));
        Self { schemas, index }
    }

    /// Whether the value is valid, and all that is wrong with it if not.
    pub fn check(&self, value: &Value) -> Result<(), String> {
        self.schemas
            .validate(value, self.index)
            .map_err(|error| error.to_string())
    }
}
