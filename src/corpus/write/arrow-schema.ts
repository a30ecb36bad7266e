/**
 * The Arrow schema of a shard as pyarrow writes it into Parquet (`ARROW:schema`, an IPC message in base64), for the columns
 * subject_id int64, time timestamp[us], code string, numeric_value float, text_value large_string, source_type and source_id string.
 * MEDS 0.4 asks for `large_string`, which Parquet itself cannot say: readers of Arrow learn it here. Made with pyarrow 25 by
 * `pq.write_table(pa.schema([...]).empty_table(), file)`; `pq.read_metadata(file).metadata[b'ARROW:schema']`.
 */
export const ARROW_SCHEMA =
  '/////7ABAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAcAAABAAQAA/AAAAMwAAACUAAAAZAAAADQAAAAEAAAA7P7//wAA' +
  'AQUQAAAAHAAAAAQAAAAAAAAACQAAAHNvdXJjZV9pZAAAAEz///8Y////AAABBRAAAAAcAAAABAAAAAAAAAALAAAAc291cmNlX3R5cGUAeP///0T///8AAAEU' +
  'EAAAABwAAAAEAAAAAAAAAAoAAAB0ZXh0X3ZhbHVlAACk////cP///wAAAQMQAAAAIAAAAAQAAAAAAAAADQAAAG51bWVyaWNfdmFsdWUAAACq////AAABAKT/' +
  '//8AAAEFEAAAABwAAAAEAAAAAAAAAAQAAABjb2RlAAAAAAQABAAEAAAA0P///wAAAQoQAAAAHAAAAAQAAAAAAAAABAAAAHRpbWUAAAYACAAGAAYAAAAAAAIA' +
  'EAAUAAgABgAHAAwAAAAQABAAAAAAAAECEAAAACQAAAAEAAAAAAAAAAoAAABzdWJqZWN0X2lkAAAIAAwACAAHAAgAAAAAAAABQAAAAAAAAAA=';
