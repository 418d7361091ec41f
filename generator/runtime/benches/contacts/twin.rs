//! The same contacts with serde's derives.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

macro_rules! twins {
    ($module:ident $(, #[$extra:meta])?) => {
        pub mod $module {
            use super::*;

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            #[serde(rename_all = "lowercase")]
            pub enum PhoneNumberType {
                Phone,
                Mobile,
                Fax,
                Work,
                Home,
                Other,
                Assistant,
                #[serde(other)]
                Unknown,
            }

            twins!(@struct $($extra)?; Reference { id: String, name: String });
            twins!(@struct $($extra)?; Address {
                street_1: String, street_2: String, city: String, state: String,
                postal_code: String, country: String
            });
            twins!(@struct $($extra)?; EmailAddress { email: String, is_primary: bool });
            twins!(@struct $($extra)?; PhoneNumber {
                number: String, extension: String, r#type: PhoneNumberType
            });
            twins!(@struct $($extra)?; Contact {
                id: String, account: Reference, addresses: Vec<Address>, created_at: String,
                custom_fields: Map<String, Value>, email_addresses: Vec<EmailAddress>,
                etag: String, first_name: String, last_activity_at: String, last_name: String,
                name: String, owner: Reference, phone_numbers: Vec<PhoneNumber>,
                remote_data: Map<String, Value>, tags: Vec<Reference>, title: String,
                updated_at: String, version: i64, score: f64
            });
        }
    };
    (@struct ; $name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            $(#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)*
        }
    };
    (@struct $extra:meta; $name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            $(#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)*
            #[$extra]
            pub extra: Map<String, Value>,
        }
    };
}

twins!(plain);
twins!(keeping, #[serde(flatten)]);
