// The elements of a page, as a parser of HTML sees them.
import { parseDocument } from 'htmlparser2';

interface Node {
  type: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: Node[];
}

/** All of them, the outer before the inner. */
export function elementsIn(text: string): Node[] {
  return elementsOf(parseDocument(text) as Node);
}

function elementsOf(node: Node): Node[] {
  const below = (node.children ?? []).flatMap(elementsOf);
  return node.name === undefined ? below : [node, ...below];
}
