//! What is sent and answered.

use std::sync::LazyLock;

pub(crate) const TOKEN: &str = "0c9f6a3e5f0b4a439a2c7d2f0f6f1f55";
pub(crate) const KEY: &str = "0c9f6a3e-5f0b-4a43-9a2c-7d2f0f6f1f55";

pub(crate) const TAG: &str = r#"{"id":"7","name":"customer"}"#;

/// Bytes of an item of those that are sent one after the other, with what ends it.
pub(crate) const ITEM: usize = 1024;

/// A tag of so many bytes.
pub(crate) fn tag_of(length: usize) -> String {
    let (begin, end) = (r#"{"id":"7","name":""#, r#""}"#);
    let name = "x".repeat(length - begin.len() - end.len());
    format!("{begin}{name}{end}")
}

/// The example of Truto's description.
pub(crate) const CONTACT: &str = r#"{"id":"23423523","account":{"id":"9001","name":"Example Ltd"},"addresses":[{"city":"San Francisco","country":"US","id":"311","postal_code":"94105","state":"CA","street_1":"1 Market Street","street_2":null,"type":"work"}],"created_at":"2025-11-03T08:15:00.000Z","custom_fields":{"preferred_language":"en","newsletter":true},"email_addresses":[{"email":"jane.doe@example.com","id":"512","type":"work"}],"etag":"W/\"4712\"","first_name":"Jane","last_activity_at":"2026-01-29T16:40:12.000Z","last_name":"Doe","name":"Jane Doe","owner":{"id":"42"},"phone_numbers":[{"extension":null,"id":"871","number":"+15555550100","type":"mobile"}],"remote_data":{"Id":"23423523","LeadSource":"Trade fair"},"tags":[{"id":"7","name":"customer"}],"title":"Head of Procurement","updated_at":"2026-01-31T12:00:00.000Z","urls":[{"type":"website","url":"https://example.com"}]}"#;

/// A body for the same contact.
pub(crate) const UPDATE: &str = r#"{"account":{"id":"9001"},"addresses":[{"city":"San Francisco","country":"US","postal_code":"94105","state":"CA","street_1":"1 Market Street","type":"work"}],"custom_fields":{"preferred_language":"en","newsletter":true},"email_addresses":[{"email":"jane.doe@example.com","type":"work"}],"first_name":"Jane","last_name":"Doe","owner":{"id":"42"},"phone_numbers":[{"number":"+15555550100","type":"mobile"}],"tags":[{"name":"customer"}],"title":"Head of Procurement"}"#;

/// About 100 kB of contacts.
pub(crate) static CONTACTS: LazyLock<String> = LazyLock::new(|| {
    let count = 100_000 / CONTACT.len();
    format!("[{}]", vec![CONTACT; count].join(","))
});
