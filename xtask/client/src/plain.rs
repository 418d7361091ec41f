//! The client as it would be written by hand: types that derive serde's traits, and reqwest.

use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderName};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) struct Plain {
    http: reqwest::Client,
    base: String,
    token: String,
}

/// What the calls may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    /// As generated clients have them.
    Same,
    None,
}

impl Plain {
    pub(crate) fn new(base: &str, token: &str, limits: Limits) -> reqwest::Result<Self> {
        let mut builder = reqwest::Client::builder()
            .user_agent("contacts/0.1.0")
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy();
        if limits == Limits::Same {
            builder = builder
                .connect_timeout(Duration::from_secs(10))
                .read_timeout(Duration::from_secs(30))
                .timeout(Duration::from_secs(60));
        }
        Ok(Self {
            http: builder.build()?,
            base: base.to_owned(),
            token: token.to_owned(),
        })
    }

    pub(crate) async fn tag(&self, id: &str) -> reqwest::Result<Tag> {
        let call = self.http.get(format!("{}/tags/{id}", self.base));
        let call = call
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json");
        call.send().await?.error_for_status()?.json().await
    }

    pub(crate) async fn list(&self) -> reqwest::Result<Vec<Contact>> {
        let call = self.http.get(format!("{}/contacts", self.base));
        let call = call
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json");
        call.send().await?.error_for_status()?.json().await
    }

    pub(crate) async fn create(
        &self,
        contact: &ContactUpdate,
        key: &str,
    ) -> reqwest::Result<Contact> {
        let call = self.http.post(format!("{}/contacts", self.base));
        let call = call
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json")
            .header(HeaderName::from_static("idempotency-key"), key)
            .json(contact);
        call.send().await?.error_for_status()?.json().await
    }
}

macro_rules! structs {
    ($($name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub(crate) struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub(crate) $field: Option<$ty>,
            )*
        }
    )*};
}

structs! {
    AccountReference { id: String, name: String }
    OwnerReference { id: String }
    Address {
        city: String, country: String, id: String, postal_code: String, state: String,
        street_1: String, street_2: String, r#type: String,
    }
    EmailAddress { email: String, id: String, r#type: String }
    PhoneNumber { extension: String, id: String, number: String, r#type: PhoneNumberType }
    PhoneNumberInput { number: String, id: String, r#type: PhoneNumberType }
    Tag { id: String, name: String }
    Url { r#type: String, url: String }
    Contact {
        id: String, account: AccountReference, addresses: Vec<Address>, created_at: String,
        custom_fields: Map<String, Value>, email_addresses: Vec<EmailAddress>, etag: String,
        first_name: String, last_activity_at: String, last_name: String, name: String,
        owner: OwnerReference, phone_numbers: Vec<PhoneNumber>, remote_data: Map<String, Value>,
        tags: Vec<Tag>, title: String, updated_at: String, urls: Vec<Url>,
    }
    ContactUpdate {
        account: AccountReference, addresses: Vec<Address>, created_at: String,
        custom_fields: Map<String, Value>, email_addresses: Vec<EmailAddress>, etag: String,
        first_name: String, last_name: String, name: String, owner: OwnerReference,
        phone_numbers: Vec<PhoneNumberInput>, remote_data: Map<String, Value>, tags: Vec<Tag>,
        title: String,
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PhoneNumberType {
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
