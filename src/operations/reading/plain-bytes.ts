import { Deserializer, Serializer } from "node:v8";

/**
 * A value as bytes for another process. Not `v8.serialize`: what that makes of typed arrays are, once read, views that keep
 * the whole message in memory.
 */
export function toBytes(value: unknown): Uint8Array {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

/** What `toBytes` was given, by our own process on the other side. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what was sent
export function fromBytes<Value>(bytes: Uint8Array): Value {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both sides are one program
  return deserializer.readValue() as Value;
}
