// An address of every page over the store of the fixture: what tests walk through.
export const everyPage: readonly string[] = ['/', '/?since=2026-03-10&until=2026-03-12', '/families/2', '/families/3', '/titles/2'];
