//! Every finding that has a name is made by some test.

use specsmith_openapi::codes;

const TESTS: &[&str] = &[
    include_str!("compositions.rs"),
    include_str!("compositions/discriminators.rs"),
    include_str!("hostile.rs"),
    include_str!("newer.rs"),
    include_str!("operations.rs"),
    include_str!("parameters.rs"),
    include_str!("parameters/faults.rs"),
    include_str!("schemas.rs"),
    include_str!("schemas/enumerations.rs"),
    include_str!("schemas/rules.rs"),
    include_str!("rename.rs"),
    include_str!("security.rs"),
    include_str!("webhooks.rs"),
    include_str!("../normalize/files.rs"),
    include_str!("../normalize/identity.rs"),
    include_str!("../normalize/keywords.rs"),
    include_str!("../normalize/keywords/values.rs"),
    include_str!("../normalize/newer.rs"),
    include_str!("../normalize/newer/elsewhere.rs"),
    include_str!("../normalize/references.rs"),
    include_str!("../normalize/repairs.rs"),
    include_str!("../normalize/swagger.rs"),
    include_str!("../normalize/versions.rs"),
    include_str!("../overlay/actions.rs"),
    include_str!("../overlay/documents.rs"),
    include_str!("../select/main.rs"),
];

/// A fault of ours, not of a description: no input is known that makes it.
const UNREACHED: &[&str] = &[codes::INTERNAL];

#[test]
fn every_code_is_tested() {
    for (code, _) in codes::ALL {
        let tested = TESTS.iter().any(|test| test.contains(&format!("[{code}]")));
        assert_eq!(tested, !UNREACHED.contains(code), "{code}");
    }
}
