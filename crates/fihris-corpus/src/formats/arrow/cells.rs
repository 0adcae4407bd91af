//! Cells: what a row has in its columns, as JSON has it.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type,
    Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch, StructArray};
use arrow_schema::{DataType, Fields, TimeUnit};
use serde_json::{Map, Value};

use super::moments::{day, moment};
use crate::limits::{LARGEST_RECORD, MOST_VALUES};
use crate::skip::SkipReason;
use crate::value::many_values;

/// How much more there may be in a row: a few bytes can stand for any number of values.
struct Left {
    values: usize,
    bytes: usize,
}

/// The row of this number, from 0, as an object of JSON.
///
/// # Errors
/// If it is too much.
pub(super) fn row(batch: &RecordBatch, number: usize) -> Result<String, SkipReason> {
    let mut left = Left {
        values: MOST_VALUES,
        bytes: usize::try_from(LARGEST_RECORD).unwrap_or(usize::MAX),
    };
    let mut row = Map::new();
    for (field, column) in batch.schema_ref().fields().iter().zip(batch.columns()) {
        let value = left.cell(column, number)?;
        row.insert(field.name().clone(), value);
    }
    Ok(Value::Object(row).to_string())
}

impl Left {
    /// What `column` has in a row; nothing for what no article has a use for.
    fn cell(&mut self, column: &dyn Array, row: usize) -> Result<Value, SkipReason> {
        self.values = self.values.checked_sub(1).ok_or_else(many_values)?;
        if column.is_null(row) {
            return Ok(Value::Null);
        }
        let value = match column.data_type() {
            DataType::Boolean => column.as_boolean().value(row).into(),
            DataType::Utf8 => self.text(column.as_string::<i32>().value(row))?,
            DataType::LargeUtf8 => self.text(column.as_string::<i64>().value(row))?,
            DataType::Utf8View => self.text(column.as_string_view().value(row))?,
            DataType::Binary => self.bytes(column.as_binary::<i32>().value(row))?,
            DataType::LargeBinary => self.bytes(column.as_binary::<i64>().value(row))?,
            DataType::BinaryView => self.bytes(column.as_binary_view().value(row))?,
            DataType::FixedSizeBinary(_) => self.bytes(column.as_fixed_size_binary().value(row))?,
            DataType::List(_) => self.list(&column.as_list::<i32>().value(row))?,
            DataType::LargeList(_) => self.list(&column.as_list::<i64>().value(row))?,
            DataType::ListView(_) => self.list(&column.as_list_view::<i32>().value(row))?,
            DataType::LargeListView(_) => self.list(&column.as_list_view::<i64>().value(row))?,
            DataType::FixedSizeList(..) => self.list(&column.as_fixed_size_list().value(row))?,
            DataType::Struct(fields) => self.object(fields, column.as_struct(), row)?,
            DataType::Map(..) => self.map(&column.as_map().value(row))?,
            DataType::Dictionary(..) => {
                let column = column.as_any_dictionary();
                let key = number(column.keys(), row).and_then(|key| key.as_u64());
                match key.and_then(|key| usize::try_from(key).ok()) {
                    Some(key) if key < column.values().len() => self.cell(column.values(), key)?,
                    _ => Value::Null,
                }
            }
            _ => number(column, row)
                .or_else(|| time(column, row))
                .unwrap_or_default(),
        };
        Ok(value)
    }

    fn text(&mut self, text: &str) -> Result<Value, SkipReason> {
        let left = self.bytes.checked_sub(text.len());
        self.bytes = left.ok_or(SkipReason::TooLarge(LARGEST_RECORD))?;
        Ok(text.into())
    }

    /// Many programs keep texts as bytes.
    fn bytes(&mut self, bytes: &[u8]) -> Result<Value, SkipReason> {
        match str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => self.text(text),
            _ => Ok(Value::Null),
        }
    }

    fn list(&mut self, list: &dyn Array) -> Result<Value, SkipReason> {
        let values = (0..list.len()).map(|at| self.cell(list, at));
        values.collect()
    }

    fn object(
        &mut self,
        fields: &Fields,
        column: &StructArray,
        row: usize,
    ) -> Result<Value, SkipReason> {
        let mut object = Map::new();
        for (field, column) in fields.iter().zip(column.columns()) {
            let value = self.cell(column, row)?;
            object.insert(field.name().clone(), value);
        }
        Ok(Value::Object(object))
    }

    /// A list of names with values.
    fn map(&mut self, entries: &StructArray) -> Result<Value, SkipReason> {
        let mut object = Map::new();
        let [names, values] = entries.columns() else {
            return Ok(Value::Null);
        };
        for at in 0..entries.len() {
            let (name, value) = (self.cell(names, at)?, self.cell(values, at)?);
            if let Value::String(name) = name {
                object.insert(name, value);
            }
        }
        Ok(Value::Object(object))
    }
}

/// The number in a cell, if it is one.
fn number(column: &dyn Array, row: usize) -> Option<Value> {
    Some(match column.data_type() {
        DataType::Int8 => column.as_primitive::<Int8Type>().value(row).into(),
        DataType::Int16 => column.as_primitive::<Int16Type>().value(row).into(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).into(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into(),
        DataType::UInt8 => column.as_primitive::<UInt8Type>().value(row).into(),
        DataType::UInt16 => column.as_primitive::<UInt16Type>().value(row).into(),
        DataType::UInt32 => column.as_primitive::<UInt32Type>().value(row).into(),
        DataType::UInt64 => column.as_primitive::<UInt64Type>().value(row).into(),
        DataType::Float16 => column
            .as_primitive::<Float16Type>()
            .value(row)
            .to_f64()
            .into(),
        DataType::Float32 => column.as_primitive::<Float32Type>().value(row).into(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into(),
        DataType::Decimal32(..) => column
            .as_primitive::<Decimal32Type>()
            .value_as_string(row)
            .into(),
        DataType::Decimal64(..) => column
            .as_primitive::<Decimal64Type>()
            .value_as_string(row)
            .into(),
        DataType::Decimal128(..) => column
            .as_primitive::<Decimal128Type>()
            .value_as_string(row)
            .into(),
        DataType::Decimal256(..) => column
            .as_primitive::<Decimal256Type>()
            .value_as_string(row)
            .into(),
        _ => return None,
    })
}

/// The day or the moment in a cell, if it is one.
fn time(column: &dyn Array, row: usize) -> Option<Value> {
    let (unit, zone) = match column.data_type() {
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            return day(days.into()).map(Value::from);
        }
        DataType::Date64 => {
            let count = column.as_primitive::<Date64Type>().value(row);
            return moment(count, TimeUnit::Millisecond, None).map(Value::from);
        }
        DataType::Timestamp(unit, zone) => (*unit, zone.as_deref()),
        _ => return None,
    };
    let count = match unit {
        TimeUnit::Second => column.as_primitive::<TimestampSecondType>().value(row),
        TimeUnit::Millisecond => column.as_primitive::<TimestampMillisecondType>().value(row),
        TimeUnit::Microsecond => column.as_primitive::<TimestampMicrosecondType>().value(row),
        TimeUnit::Nanosecond => column.as_primitive::<TimestampNanosecondType>().value(row),
    };
    moment(count, unit, zone).map(Value::from)
}
