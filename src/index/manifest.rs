//! The manifest: what an index says of itself, kept in tantivy's own commit.
//!
//! Knows the marks an index carries, not where it lies.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tantivy::Index as Engine;

use super::analyzer::RULES;
use super::error::IndexError;
use super::schema::schema;
use crate::corpus::{EncodingChoice, FieldMap, ReadOptions};

/// The layout of documents and fields; a change of [`super::schema`] changes it.
pub const FORMAT: u32 = 6;

/// Carried by every commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`] of the version that wrote it.
    pub format: u32,
    /// [`RULES`] of the version that wrote it.
    pub rules: u64,
    /// The names of the files and folders that were indexed, sorted.
    pub roots: Vec<String>,
    /// The names that collections give to the fields of their articles.
    pub fields: FieldMap,
    /// The encoding of files that are not plainly in Unicode.
    pub encoding: EncodingChoice,
    /// Whether symbolic links below the roots are followed.
    pub follow_links: bool,
    /// The names of the streams that articles came by, sorted.
    pub streams: Vec<String>,
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
        }
    }

    /// The manifest of an index of any version, as far as it is still there; what is not, is as in one of
    /// nothing.
    #[must_use]
    pub fn rescue(json: &str) -> Self {
        let old: Value = serde_json::from_str(json).unwrap_or_default();
        Self {
            format: part(&old, "format"),
            rules: part(&old, "rules"),
            roots: part(&old, "roots"),
            fields: part(&old, "fields"),
            encoding: part(&old, "encoding"),
            follow_links: part(&old, "follow_links"),
            streams: part(&old, "streams"),
            updated: part(&old, "updated"),
        }
    }

    /// Reads the manifest of the last commit.
    ///
    /// # Errors
    /// [`IndexError::OtherRules`] if the index was made by rules other than ours.
    pub fn read(engine: &Engine, path: &Path) -> Result<Self, IndexError> {
        let payload = engine.load_metas()?.payload.unwrap_or_default();
        match serde_json::from_str::<Self>(&payload) {
            Ok(manifest)
                if manifest.format == FORMAT
                    && manifest.rules == RULES
                    && engine.schema() == schema().0 =>
            {
                Ok(manifest)
            }
            _ => Err(IndexError::OtherRules(path.to_path_buf())),
        }
    }
}

/// A field of an object, or its default where it is not there or of another kind.
fn part<T: Default + DeserializeOwned>(object: &Value, name: &str) -> T {
    T::deserialize(&object[name]).unwrap_or_default()
}
