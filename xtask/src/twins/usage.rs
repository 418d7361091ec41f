//! What both twins offer: this module is the same in each, and each has to compile with it.

use crate::types::Thing0;

/// All of the public API of a type.
pub fn usage(json: &str) -> serde_json::Result<String> {
    let child: Thing0 = serde_json::from_str(json)?;
    let mut thing = Thing0::new("a", 1)
        .name("c")
        .amount(1.5)
        .active(true)
        .tags(["d"]);
    thing.count += i64::from(thing.clone() == child);
    thing.extra_mut().insert("e".to_owned(), 1.into());
    let supported = Thing0::FIELDS
        .iter()
        .filter(|field| field.is_required())
        .filter_map(|field| field.number("x-support", "supported"));
    let supported: i64 = supported.sum();
    let known = format!("{thing:?} {supported} {}", thing.extra().len());
    Ok(known + &serde_json::to_string(&thing)?)
}
