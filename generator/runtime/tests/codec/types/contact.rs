//! A contact as a CRM answers with it.

use specsmith_runtime::{self as runtime, Flags, Map, Value};

const NONE: Flags = Flags::NONE;
const NULLABLE: Flags = Flags::NULLABLE;

enumeration!(PhoneNumberType {
    Phone = "phone",
    Mobile = "mobile",
    Fax = "fax",
    Work = "work",
    Home = "home",
    Other = "other",
    Assistant = "assistant",
});

record!(Reference 2 {
    0 id: Option<String> = "id" NONE,
    1 name: Option<String> = "name" NULLABLE,
});

record!(Address 6 {
    0 street_1: Option<String> = "street_1" NULLABLE,
    1 street_2: Option<String> = "street_2" NULLABLE,
    2 city: Option<String> = "city" NULLABLE,
    3 state: Option<String> = "state" NULLABLE,
    4 postal_code: Option<String> = "postal_code" NULLABLE,
    5 country: Option<String> = "country" NULLABLE,
});

record!(EmailAddress 2 {
    0 email: Option<String> = "email" NONE,
    1 is_primary: Option<bool> = "is_primary" NULLABLE,
});

record!(PhoneNumber 3 {
    0 number: Option<String> = "number" NONE,
    1 extension: Option<String> = "extension" NULLABLE,
    2 r#type: Option<PhoneNumberType> = "type" NULLABLE,
});

record!(Contact 19 {
    0 id: String = "id" Flags::REQUIRED,
    1 account: Option<Reference> = "account" NULLABLE,
    2 addresses: Option<Vec<Address>> = "addresses" NULLABLE,
    3 created_at: Option<String> = "created_at" NULLABLE,
    4 custom_fields: Option<Map<Value>> = "custom_fields" NULLABLE,
    5 email_addresses: Option<Vec<EmailAddress>> = "email_addresses" NULLABLE,
    6 etag: Option<String> = "etag" NULLABLE,
    7 first_name: Option<String> = "first_name" NULLABLE,
    8 last_activity_at: Option<String> = "last_activity_at" NULLABLE,
    9 last_name: Option<String> = "last_name" NULLABLE,
    10 name: Option<String> = "name" NULLABLE,
    11 owner: Option<Reference> = "owner" NULLABLE,
    12 phone_numbers: Option<Vec<PhoneNumber>> = "phone_numbers" NULLABLE,
    13 remote_data: Option<Map<Value>> = "remote_data" NULLABLE,
    14 tags: Option<Vec<Reference>> = "tags" NULLABLE,
    15 title: Option<String> = "title" NULLABLE,
    16 updated_at: Option<String> = "updated_at" NULLABLE,
    17 version: Option<i64> = "version" NULLABLE,
    18 score: Option<f64> = "score" NULLABLE,
});
