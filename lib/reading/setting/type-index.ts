// The types of happenings in numbers, so that the points of a title are added up in a row that the next title takes over.

/** The types by name, each with the mechanisms that speak for it. */
export type EventTypes = Readonly<Record<string, { mechanisms: readonly string[] }>>;

interface Index {
  names: readonly string[];
  /** The types that a mechanism speaks for. */
  typesOf: ReadonlyMap<string, readonly string[]>;
  /** The place of each name, and where the points of one title are added up. */
  placeOf: ReadonlyMap<string, number>;
  points: Float64Array;
}

const indices = new WeakMap<object, Index>();

/** That of a list, made once for it. */
export function indexOf(types: EventTypes): Index {
  const known = indices.get(types);
  if (known) return known;
  const typesOf = new Map<string, string[]>();
  for (const [type, { mechanisms }] of Object.entries(types))
    for (const mechanism of new Set(mechanisms)) typesOf.set(mechanism, [...(typesOf.get(mechanism) ?? []), type]);
  const names = Object.keys(types);
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const index = { names, typesOf, placeOf, points: new Float64Array(names.length) };
  indices.set(types, index);
  return index;
}
