// What is made when it is first asked for. Making the shapes of all settings is a sixth of what a start costs, and settings that were checked at an
// earlier start need none of them.

/** Gives what `make` makes: the first call makes it, all others give the same. */
export function late<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
