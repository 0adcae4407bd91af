//! The manifest: what an index says of itself, kept in tantivy's own commit.
//!
//! Knows the marks an index carries, not where it lies.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::analyzer::RULES;
use fihris_corpus::{EncodingChoice, FieldMap, FileName, Preprocessor, ReadOptions};

/// The layout of documents and fields; a change of [`super::schema`] changes it.
pub const FORMAT: u32 = 10;

/// Carried by every commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`] of the version that wrote it.
    pub format: u32,
    /// [`RULES`] of the version that wrote it.
    pub rules: u64,
    /// The names of the files and folders that were indexed, sorted.
    pub roots: Vec<FileName>,
    /// The names that collections give to the fields of their articles.
    pub fields: FieldMap,
    /// The encoding of files that are not plainly in Unicode.
    pub encoding: EncodingChoice,
    /// The programs that turned some files into text. None is ever run because it stands here.
    #[serde(default)]
    pub preprocessors: Vec<Preprocessor>,
    /// Whether symbolic links below the roots are followed.
    pub follow_links: bool,
    /// The names of the streams that articles came by, sorted.
    pub streams: Vec<FileName>,
    /// When the last run that changed something ended, RFC 3339.
    pub updated: String,
}

impl Manifest {
    /// For an index made now by these rules, of nothing yet.
    #[must_use]
    pub fn new(options: ReadOptions) -> Self {
        Self {
            format: FORMAT,
            rules: RULES,
            roots: Vec::new(),
            fields: options.fields,
            encoding: options.encoding,
            preprocessors: options.preprocessors,
            follow_links: false,
            streams: Vec::new(),
            updated: jiff::Timestamp::now()
                .round(jiff::Unit::Second)
                .map_or_else(
                    |_| String::new(), // only at the end of time
                    |now| now.to_string(),
                ),
        }
    }

    /// How its files were read.
    #[must_use]
    pub fn reading(&self) -> ReadOptions {
        ReadOptions {
            fields: self.fields.clone(),
            encoding: self.encoding,
            preprocessors: self.preprocessors.clone(),
        }
    }

    /// The manifest of an index of any version, as far as it is still there; what is not, is as in one of
    /// nothing.
    #[must_use]
    pub fn recover(json: &str) -> Self {
        let old: Value = serde_json::from_str(json).unwrap_or_default();
        Self {
            format: part(&old, "format"),
            rules: part(&old, "rules"),
            roots: part(&old, "roots"),
            fields: part(&old, "fields"),
            encoding: part(&old, "encoding"),
            preprocessors: part(&old, "preprocessors"),
            follow_links: part(&old, "follow_links"),
            streams: part(&old, "streams"),
            updated: part(&old, "updated"),
        }
    }

    /// Reads the JSON that a commit carries; `None` if it was made by rules other than ours.
    pub(super) fn parse(json: &str) -> Option<Self> {
        let manifest: Self = serde_json::from_str(json).ok()?;
        (manifest.format == FORMAT && manifest.rules == RULES).then_some(manifest)
    }

    /// Whether the contents of `meta.json` say that another version wrote them.
    pub(super) fn is_of_other_version(meta: &[u8]) -> bool {
        let meta: Value = serde_json::from_slice(meta).unwrap_or_default();
        let manifest = meta["payload"].as_str();
        let manifest: Option<Value> = manifest.and_then(|json| serde_json::from_str(json).ok());
        manifest.is_some_and(|manifest| {
            let is_other = |name: &str, ours: u64| manifest[name].as_u64() != Some(ours);
            is_other("format", FORMAT.into()) || is_other("rules", RULES)
        })
    }
}

/// A field of an object, or its default where it is not there or of another kind.
fn part<T: Default + DeserializeOwned>(object: &Value, name: &str) -> T {
    T::deserialize(&object[name]).unwrap_or_default()
}
