//! Ten megabytes of contacts, the same on every run.

use std::fmt::Write as _;

/// A JSON list of contacts, about `bytes` long.
pub fn json(bytes: usize) -> Vec<u8> {
    let mut json = String::with_capacity(bytes + 4096);
    let mut random = Random(7);
    json.push('[');
    while json.len() < bytes {
        if json.len() > 1 {
            json.push(',');
        }
        contact(&mut json, &mut random);
    }
    json.push(']');
    json.into_bytes()
}

fn contact(json: &mut String, random: &mut Random) {
    const FIRST: [&str; 6] = ["Jane", "Zoë", "Mohammed", "Li", "Ana", "Søren"];
    const LAST: [&str; 6] = ["Doe", "O'Neill", "Müller", "García", "Wang", "Okafor"];
    const TYPES: [&str; 8] = [
        "phone",
        "mobile",
        "fax",
        "work",
        "home",
        "other",
        "assistant",
        "pager",
    ];
    let (id, first, last) = (
        random.below(1 << 40),
        random.pick(&FIRST),
        random.pick(&LAST),
    );
    put(
        json,
        format_args!(
            r#"{{"id":"{id}","account":{{"id":"{}","name":"Acme \"Labs\" Inc."}}"#,
            random.below(99_999)
        ),
    );
    list(json, "addresses", random.below(3), |json| {
        put(
            json,
            format_args!(
                r#"{{"street_1":"{} Market Street","street_2":null,"city":"San Francisco","state":"CA","postal_code":"{}","country":"US"}}"#,
                random.below(9999),
                random.below(99_999)
            ),
        );
    });
    put(
        json,
        format_args!(
            r#","created_at":"2023-07-{:02}T09:30:00.000Z","custom_fields":{{"lead_source":"Web","score_{}":{},"vip":true}}"#,
            random.below(28) + 1,
            random.below(9),
            random.below(100)
        ),
    );
    list(json, "email_addresses", random.below(3) + 1, |json| {
        put(
            json,
            format_args!(
                r#"{{"email":"user{}@example.com","is_primary":true}}"#,
                random.below(1 << 20)
            ),
        );
    });
    put(
        json,
        format_args!(
            r#","etag":null,"first_name":"{first}","last_activity_at":"2024-02-{:02}T12:00:00.000Z","last_name":"{last}","name":"{first} {last}","owner":{{"id":"{}"}}"#,
            random.below(28) + 1,
            random.below(500)
        ),
    );
    list(json, "phone_numbers", random.below(4), |json| {
        put(
            json,
            format_args!(
                r#"{{"number":"+1555{:07}","extension":"{}","type":"{}"}}"#,
                random.below(9_999_999),
                random.below(99),
                random.pick(&TYPES)
            ),
        );
    });
    put(
        json,
        format_args!(
            r#","remote_data":{{"objectId":{},"properties":{{"email":"user@example.com","lifecyclestage":"lead","hs_score":{}.{},"notes":"line one\nline two — done","flags":[1,2,3,null]}},"archived":false}}"#,
            random.below(1 << 50),
            random.below(100),
            random.below(100)
        ),
    );
    list(json, "tags", random.below(4), |json| {
        put(
            json,
            format_args!(
                r#"{{"id":"{}","name":"tag {}"}}"#,
                random.below(99),
                random.below(99)
            ),
        );
    });
    put(
        json,
        format_args!(
            r#","title":"Head of Engineering","updated_at":"2024-03-{:02}T08:15:00.000Z","version":{},"score":{}.5}}"#,
            random.below(28) + 1,
            random.below(50),
            random.below(10)
        ),
    );
}

fn list(json: &mut String, name: &str, len: u64, mut element: impl FnMut(&mut String)) {
    put(json, format_args!(r#","{name}":["#));
    for index in 0..len {
        if index > 0 {
            json.push(',');
        }
        element(json);
    }
    json.push(']');
}

fn put(json: &mut String, text: std::fmt::Arguments<'_>) {
    json.write_fmt(text).expect("strings take all text");
}

/// A linear congruential generator (Knuth's constants).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 20) % end
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }
}
