// Looks into an element as either parser leaves it: a string where it holds only text, else an object with its text under `_`, its
// attributes under `$` and each child's name as a list. What is not there is '' or [].

/** An element of a feed; look into it with the functions below. */
export type Element = unknown;

/** The elements of one document that headlines are made from. `truncated`: the text ended inside an item, which is left out. */
export interface Tree {
  root: Element;
  /** What describes the feed: `channel`, or the root itself where there is none. */
  channel: Element;
  items: Element[];
  truncated: boolean;
  /** Items left out because the feed has more than it may hold. */
  beyond: number;
}

/** All children of that name, in their order. */
export function children(element: Element, name: string): readonly Element[] {
  if (typeof element !== 'object' || element === null) return [];
  const found = (element as Record<string, unknown>)[name];
  return Array.isArray(found) ? found : [];
}

/** The first child of that name; undefined without one. */
export function child(element: Element, name: string): Element | undefined {
  return children(element, name)[0];
}

/** The text that stands in the element, untrimmed. */
export function text(element: Element): string {
  if (typeof element === 'string') return element;
  if (typeof element !== 'object' || element === null) return '';
  const own = (element as Record<string, unknown>)['_'];
  return typeof own === 'string' ? own : '';
}

/** The trimmed text of the first child of that name that has any. */
export function childText(element: Element, name: string): string {
  for (const found of children(element, name)) {
    const inside = text(found).trim();
    if (inside !== '') return inside;
  }
  return '';
}

/** The attribute's value, trimmed. */
export function attribute(element: Element, name: string): string {
  if (typeof element !== 'object' || element === null) return '';
  const attributes = (element as Record<string, unknown>)['$'];
  if (typeof attributes !== 'object' || attributes === null) return '';
  const value = (attributes as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Whether other elements stand in it. */
export function hasElements(element: Element): boolean {
  if (typeof element !== 'object' || element === null) return false;
  for (const name in element) if (name !== '_' && name !== '$') return true;
  return false;
}
