// What is made when it is first asked for: most runs need no table whose words the build has compiled.

/** `make`, called once, the first time that what it makes is asked for. */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
