//! A generation: the folder in which the engine has its files, opened to be written.

use std::path::Path;

use tantivy::{Index as Engine, IndexSettings, TantivyError};

use super::analyzer;
use super::directory::{FirstError, GenerationDirectory};
use super::error::IndexError;
use super::folder::IndexFolder;
use super::schema::schema;

/// Opens tantivy's index in `generation` to be written to.
pub(super) fn open_engine(
    folder: &IndexFolder,
    generation: &Path,
    first_error: &FirstError,
) -> Result<Engine, IndexError> {
    let engine = GenerationDirectory::open(generation, first_error)
        .map_err(TantivyError::from)
        .and_then(Engine::open)
        .map_err(|error| IndexError::of_reading(error, folder.path()))?;
    analyzer::register(&engine);
    Ok(engine)
}

/// Makes an empty index in the empty folder `generation`.
pub(super) fn create_engine(
    generation: &Path,
    first_error: &FirstError,
) -> Result<Engine, IndexError> {
    let directory =
        GenerationDirectory::open(generation, first_error).map_err(TantivyError::from)?;
    let engine = Engine::create(directory, schema().0, IndexSettings::default())?;
    analyzer::register(&engine);
    Ok(engine)
}
