//! Arrays of a fixed length.

use crate::{read, write};

type Point = (f64, String, Option<i64>);

#[test]
fn elements_have_types_of_their_own() {
    for json in [r#"[1.5,"a",2]"#, r#"[1.0,"",null]"#] {
        assert_eq!(write(&read::<Point>(json).unwrap()), json);
    }
    assert_eq!(read::<Vec<(u8, bool)>>("[[1,true]]").unwrap(), [(1, true)]);
    assert_eq!(read::<(i64,)>("[1]").unwrap(), (1,));
    type Twelve = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, String);
    let json = r#"[1,2,3,4,5,6,7,8,9,10,11,"12"]"#;
    assert_eq!(write(&read::<Twelve>(json).unwrap()), json);
}

#[test]
fn another_length_is_an_error_with_its_place() {
    for (json, path, message) in [
        ("[]", "", "invalid length 0, expected an array of 3"),
        ("[1,\"a\"]", "", "invalid length 2, expected an array of 3"),
        (
            "[1,\"a\",2,3]",
            "[3]",
            "invalid length 4, expected an array of 3",
        ),
        (
            "[1,2,3]",
            "[1]",
            "invalid type: integer `2`, expected a string",
        ),
    ] {
        let error = read::<Point>(json).unwrap_err();
        assert_eq!((error.path(), error.message()), (path, message), "{json}");
        let error = read::<Vec<Point>>(&format!("[{json}]")).unwrap_err();
        assert_eq!(error.path(), format!("[0]{path}"), "{json}");
    }
}
